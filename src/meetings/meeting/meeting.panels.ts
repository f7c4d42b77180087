import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import { DayMarks } from '../../platform/web/pictures/day-marks.js';
import { Panels } from '../../platform/web/panels.js';
import { DependentCounters } from '../../plans/items/dependent-counters.js';
import { DecisionQueryService } from '../decisions/decision-query.service.js';
import { MeetingLinksService } from './meeting-links.service.js';
import { MeetingListService } from './meeting-list.service.js';
import { AdoptedByPanel, DecisionsAboutPanel, NextMeetingsPanel } from './views/panels.js';

/** The next so many. */
const SHOWN = 3;

/** What meetings and their decisions add to the pages of mechanisms, plans and items. */
@Injectable()
export class MeetingPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly marks: DayMarks,
    private readonly dependents: DependentCounters,
    private readonly meetings: MeetingListService,
    private readonly decisions: DecisionQueryService,
    private readonly links: MeetingLinksService,
  ) {}

  onModuleInit(): void {
    this.marks.add(
      10,
      { name: 'meeting', label: 'meeting.meeting', shape: 'full' },
      async (actor, id, span) =>
        (await this.meetings.within(actor, id, span)).map((meeting) => ({
          from: meeting.firstDay,
          until: meeting.lastDay,
          text: meeting.title,
          href: `/meetings/${meeting.id}`,
          exact: meeting.datePrecision === 'day',
        })),
    );
    this.dependents.add(30, 'meeting.removeDecisions', (actor, itemIds) =>
      this.decisions.countOn(actor, itemIds),
    );
    this.panels.add('overview-side', 10, async (actor, mechanismId) => {
      if (!can(actor, 'meetings.read', mechanismId)) return null;
      const { items } = await this.meetings.list(actor, mechanismId, { when: 'upcoming' }, SHOWN);
      return h(NextMeetingsPanel, { mechanismId, meetings: items });
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
