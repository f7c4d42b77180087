import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Panels } from '../platform/web/panels.js';
import { DependentCounters } from '../plans/items/dependent-counters.js';
import { AgendaApi } from './agenda/agenda.api.js';
import { AgendaPages } from './agenda/agenda.pages.js';
import { AgendaService } from './agenda/agenda.service.js';
import { CalendarService } from './calendar/calendar.service.js';
import { DecisionsApi } from './decisions/decisions.api.js';
import { DecisionsPages } from './decisions/decisions.pages.js';
import { DecisionsService } from './decisions/decisions.service.js';
import { FeedsApi } from './calendar/feeds.api.js';
import { FeedsPages } from './calendar/feeds.pages.js';
import { FeedsService } from './calendar/feeds.service.js';
import { MeetingLinksService } from './meeting/meeting-links.service.js';
import { MeetingLinksApi } from './meeting/meeting-links.api.js';
import { MeetingLinksPages } from './meeting/meeting-links.pages.js';
import { MeetingSearch } from './meeting/meeting.search.js';
import { MeetingViewService } from './meeting/meeting-view.service.js';
import { MeetingsApi } from './meeting/meetings.api.js';
import { MeetingsPages } from './meeting/meetings.pages.js';
import { MeetingsService } from './meeting/meetings.service.js';
import { AdoptedByPanel, DecisionsAboutPanel, MeetingsPanel } from './meeting/views/panels.js';
import { Meeting, AgendaItem, MeetingDocument, AdoptedPlan } from './meeting/meeting.entity.js';
import { Decision, DecisionItem } from './decisions/decision.entity.js';
import { CalendarFeed } from './calendar/calendar-feed.entity.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PlansModule } from '../plans/plans.module.js';

const SHOWN = 3;

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Meeting,
      AgendaItem,
      MeetingDocument,
      AdoptedPlan,
      Decision,
      DecisionItem,
      CalendarFeed,
    ]),
    MechanismsModule,
    PlansModule,
  ],
  // `meetings/:id.ics` comes before `meetings/:id`.
  controllers: [
    FeedsPages,
    MeetingsPages,
    AgendaPages,
    MeetingLinksPages,
    DecisionsPages,
    MeetingsApi,
    MeetingLinksApi,
    AgendaApi,
    DecisionsApi,
    FeedsApi,
  ],
  providers: [
    MeetingsService,
    AgendaService,
    DecisionsService,
    MeetingLinksService,
    MeetingViewService,
    MeetingSearch,
    CalendarService,
    FeedsService,
  ],
  exports: [MeetingsService, AgendaService, DecisionsService, MeetingLinksService, FeedsService],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly dependents: DependentCounters,
    private readonly meetings: MeetingsService,
    private readonly decisions: DecisionsService,
    private readonly links: MeetingLinksService,
  ) {}

  onModuleInit(): void {
    this.dependents.add(30, 'meeting.removeDecisions', (actor, itemIds) =>
      this.decisions.countOn(actor, itemIds),
    );
    this.panels.add('mechanism', 25, async (actor, mechanismId) => {
      const [upcoming, past] = await Promise.all([
        this.meetings.list(actor, mechanismId, { when: 'upcoming' }),
        this.meetings.list(actor, mechanismId, { when: 'past' }),
      ]);
      const editable = can(actor, 'meetings.edit', mechanismId);
      if (upcoming.items.length + past.items.length === 0 && !editable) return null;
      const shown = { upcoming: upcoming.items.slice(0, SHOWN), past: past.items.slice(0, SHOWN) };
      return h(MeetingsPanel, { mechanismId, editable, ...shown });
    });
    this.panels.add('item', 20, async (actor, itemId) => {
      const decisions = await this.decisions.about(actor, itemId);
      return decisions.length > 0 ? h(DecisionsAboutPanel, { decisions }) : null;
    });
    this.panels.add('plan', 20, async (actor, planId) => {
      const meeting = await this.links.adoptedBy(actor, planId);
      return meeting && h(AdoptedByPanel, { meeting });
    });
  }
}
