import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import { Panels } from '../../platform/web/panels.js';
import { SectionCounts } from '../../platform/web/places/section-counts.js';
import { WaitingSteps } from '../../gate/waiting-steps.js';
import { WAITING_COUNT } from '../access/waiting-entries.js';
import { ReportableItemsService } from './reportable-items.service.js';
import { EntriesToDo, ItemsToReport } from './views/to-do.js';
import { EntriesSection, ReportableItems } from './views/tasks.js';

/** So many of a kind stand on an overview. */
const SHOWN = 4;

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
      const { entries: unfinished } = await this.reportable.unfinished(actor);
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
      const { items } = await this.reportable.items(actor);
      return items.length > 0 ? h(ReportableItems, { items }) : null;
    });
    // The same of one mechanism on its overview, where each is a few lines with the way to all.
    this.panels.add('overview-tasks', 10, async (actor, mechanismId) => {
      const found = await this.reportable.toAcceptIn(actor, mechanismId, SHOWN);
      const all = `/mechanisms/${mechanismId}/progress?state=submitted`;
      return found.entries.length > 0 ? h(EntriesToDo, { title: 'asked.toAccept', ...found, all }) : null;
    });
    this.panels.add('overview-tasks', 20, async (actor, mechanismId) => {
      const found = await this.reportable.unfinished(actor, mechanismId, SHOWN);
      const all = `/mechanisms/${mechanismId}/progress?state=draft`;
      return found.entries.length > 0 ? h(EntriesToDo, { title: 'asked.unfinished', ...found, all }) : null;
    });
    this.panels.add('overview-tasks', 30, async (actor, mechanismId) => {
      const found = await this.reportable.items(actor, mechanismId, SHOWN);
      return found.items.length > 0 ? h(ItemsToReport, found) : null;
    });
    this.counts.add('progress', (actor, mechanismId) =>
      can(actor, 'progress.accept', mechanismId) ? { select: WAITING_COUNT } : null,
    );
  }
}
