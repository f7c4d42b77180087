import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AgendaApi } from './agenda/agenda.api.js';
import { AgendaPages } from './agenda/agenda.pages.js';
import { AgendaService } from './agenda/agenda.service.js';
import { CalendarService } from './calendar/calendar.service.js';
import { DecisionsApi } from './decisions/decisions.api.js';
import { DecisionsPages } from './decisions/decisions.pages.js';
import { DecisionsService } from './decisions/decisions.service.js';
import { DecisionQueryService } from './decisions/decision-query.service.js';
import { FeedsApi } from './calendar/feeds.api.js';
import { FeedsPages } from './calendar/feeds.pages.js';
import { FeedsService } from './calendar/feeds.service.js';
import { MeetingLinksService } from './meeting/meeting-links.service.js';
import { MeetingLinksApi } from './meeting/meeting-links.api.js';
import { MeetingLinksPages } from './meeting/meeting-links.pages.js';
import { MeetingListService } from './meeting/meeting-list.service.js';
import { MeetingPanels } from './meeting/meeting.panels.js';
import { MeetingSearch } from './meeting/meeting.search.js';
import { MeetingViewService } from './meeting/meeting-view.service.js';
import { MeetingsApi } from './meeting/meetings.api.js';
import { MeetingsPages } from './meeting/meetings.pages.js';
import { MeetingsService } from './meeting/meetings.service.js';
import { Meeting, AgendaItem, MeetingDocument, AdoptedPlan } from './meeting/meeting.entity.js';
import { Decision, DecisionItem } from './decisions/decision.entity.js';
import { CalendarFeed } from './calendar/calendar-feed.entity.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PlansModule } from '../plans/plans.module.js';

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
    AccountsModule,
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
    MeetingListService,
    AgendaService,
    DecisionsService,
    DecisionQueryService,
    MeetingLinksService,
    MeetingViewService,
    MeetingSearch,
    MeetingPanels,
    CalendarService,
    FeedsService,
  ],
  exports: [MeetingsService, AgendaService, DecisionsService, MeetingLinksService, FeedsService],
})
export class MeetingsModule {}
