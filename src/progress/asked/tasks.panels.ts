import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import { Panels } from '../../platform/web/panels.js';
import { SectionCounts } from '../../platform/web/places/section-counts.js';
import { WaitingSteps } from '../../gate/waiting-steps.js';
import { ReportableItemsService } from './reportable-items.service.js';
import { EntriesToDo, ItemsToReport } from './views/to-do.js';
import { EntriesSection, ReportableItems } from './views/tasks.js';

/** What there is to accept, to finish and to report, among somebody's tasks. */
@Injectable()
export class TasksPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly counts: SectionCounts,
    private readonly reportable: ReportableItemsService,
    private readonly steps: WaitingSteps,
  ) {}

  onModuleInit(): void {
    this.panels.add('home-main', 10, async (actor) => {
      const entries = await this.reportable.toAccept(actor);
      return entries.length > 0 ? h(EntriesSection, { title: 'asked.toAccept', entries }) : null;
    });
    this.panels.add('home-main', 20, async (actor) => {
      const unfinished = await this.reportable.unfinished(actor);
      const clearing = unfinished.filter(({ standing }) => standing === 'in-clearance');
      const atWork = unfinished.filter((entry) => !clearing.includes(entry));
      // What waits for the reader's own step stands among what there is to decide, and once.
      const steps = await this.steps.of(
        actor,
        clearing.map(({ id }) => id),
      );
      const mine = new Set(steps.filter((step) => step.mine).map(({ entryId }) => entryId));
      const inClearance = clearing.filter(({ id }) => !mine.has(id));
      if (atWork.length + inClearance.length === 0) return null;
      return h('div', null, [
        atWork.length > 0 && h(EntriesSection, { title: 'asked.unfinished', entries: atWork }),
        inClearance.length > 0 && h(EntriesSection, { title: 'asked.inClearance', entries: inClearance }),
      ]);
    });
    this.panels.add('home-main', 30, async (actor) => {
      const items = await this.reportable.items(actor);
      return items.length > 0 ? h(ReportableItems, { items }) : null;
    });
    // The same on an overview, where each is a few lines with the way to all.
    this.panels.add('overview-tasks', 10, async (actor, mechanismId) => {
      const entries = await this.reportable.toAccept(actor);
      const all = `/mechanisms/${mechanismId}/progress?state=submitted`;
      return entries.length > 0 ? h(EntriesToDo, { title: 'asked.toAccept', entries, all }) : null;
    });
    this.panels.add('overview-tasks', 20, async (actor, mechanismId) => {
      const entries = await this.reportable.unfinished(actor);
      const all = `/mechanisms/${mechanismId}/progress?state=draft`;
      return entries.length > 0 ? h(EntriesToDo, { title: 'asked.unfinished', entries, all }) : null;
    });
    this.panels.add('overview-tasks', 30, async (actor) => {
      const items = await this.reportable.items(actor);
      return items.length > 0 ? h(ItemsToReport, { items }) : null;
    });
    this.counts.add('progress', (actor, mechanismId) =>
      can(actor, 'progress.accept', mechanismId) ? { select: WAITING } : null,
    );
  }
}

/** Texts that wait for the secretariat to accept or return them; its own wait for a colleague of theirs. */
const WAITING = `
  SELECT COUNT(*) FROM "entry_disclosure" "place"
  JOIN "entry" ON "entry"."id" = "place"."entryId"
  JOIN "entry_version" "said" ON "said"."entryId" = "entry"."id" AND "said"."number" = "entry"."submittedVersion"
  WHERE "place"."mechanismId" = :place AND "entry"."state" <> 'withdrawn'
    AND "place"."acceptedVersion" <> "entry"."submittedVersion"
    AND "place"."returnedVersion" <> "entry"."submittedVersion"
    AND NOT ("entry"."reporterKind" = 'secretariat' AND "said"."submittedBy" = :account)`;
