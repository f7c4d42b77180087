import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import { Panels } from '../../platform/web/panels.js';
import { DependentCounters } from '../../plans/items/dependent-counters.js';
import { DecisionQueryService } from '../decisions/decision-query.service.js';
import { MeetingLinksService } from './meeting-links.service.js';
import { MeetingListService } from './meeting-list.service.js';
import { AdoptedByPanel, DecisionsAboutPanel, MeetingsPanel } from './views/panels.js';

/** The latest and the next so many. */
const SHOWN = 3;

/** What meetings and their decisions add to the pages of mechanisms, plans and items. */
@Injectable()
export class MeetingPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly dependents: DependentCounters,
    private readonly meetings: MeetingListService,
    private readonly decisions: DecisionQueryService,
    private readonly links: MeetingLinksService,
  ) {}

  onModuleInit(): void {
    this.dependents.add(30, 'meeting.removeDecisions', (actor, itemIds) =>
      this.decisions.countOn(actor, itemIds),
    );
    this.panels.add('mechanism', 25, async (actor, mechanismId) => {
      const [upcoming, past] = await Promise.all([
        this.meetings.list(actor, mechanismId, { when: 'upcoming' }, SHOWN),
        this.meetings.list(actor, mechanismId, { when: 'past' }, SHOWN),
      ]);
      const editable = can(actor, 'meetings.edit', mechanismId);
      if (upcoming.items.length + past.items.length === 0 && !editable) return null;
      return h(MeetingsPanel, { mechanismId, editable, upcoming: upcoming.items, past: past.items });
    });
    this.panels.add(
      'item',
      20,
      async (actor, itemId) => {
        const decisions = await this.decisions.about(actor, itemId);
        return decisions.length > 0 ? h(DecisionsAboutPanel, { decisions }) : null;
      },
      { rows: 'SELECT 1 FROM "meeting_decision_item" WHERE "itemId" = :subject' },
    );
    this.panels.add('plan', 20, async (actor, planId) => {
      const meeting = await this.links.adoptedBy(actor, planId);
      return meeting && h(AdoptedByPanel, { meeting });
    });
  }
}
