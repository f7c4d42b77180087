import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Panels } from '../platform/web/panels.js';
import { Dependents } from '../plans/items/dependents.js';
import { AgendaService } from './agenda/agenda.service.js';
import { CalendarService } from './calendar/calendar.service.js';
import { DecisionsApi } from './decisions/decisions.api.js';
import { DecisionsPages } from './decisions/decisions.pages.js';
import { DecisionsService } from './decisions/decisions.service.js';
import { FeedsApi } from './calendar/feeds.api.js';
import { FeedsPages } from './calendar/feeds.pages.js';
import { FeedsService } from './calendar/feeds.service.js';
import { MeetingLinksService } from './meeting/meeting-links.service.js';
import { MeetingPartsPages } from './meeting/meeting-parts.pages.js';
import { MeetingSearch } from './meeting/meeting.search.js';
import { MeetingView } from './meeting/meeting-view.service.js';
import { MeetingsApi } from './meeting/meetings.api.js';
import { MeetingsPages } from './meeting/meetings.pages.js';
import { MeetingsService } from './meeting/meetings.service.js';
import { AdoptedByPanel, DecisionsAboutPanel, MeetingsPanel } from './meeting/views/panels.js';

const SHOWN = 3;

@Global()
@Module({
  // `meetings/:id.ics` comes before `meetings/:id`.
  controllers: [
    FeedsPages,
    MeetingsPages,
    MeetingPartsPages,
    DecisionsPages,
    MeetingsApi,
    DecisionsApi,
    FeedsApi,
  ],
  providers: [
    MeetingsService,
    AgendaService,
    DecisionsService,
    MeetingLinksService,
    MeetingView,
    MeetingSearch,
    CalendarService,
    FeedsService,
  ],
  exports: [MeetingsService, AgendaService, DecisionsService, MeetingLinksService, FeedsService],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly dependents: Dependents,
    private readonly meetings: MeetingsService,
    private readonly decisions: DecisionsService,
    private readonly links: MeetingLinksService,
  ) {}

  onModuleInit(): void {
    this.dependents.add('meeting.removeDecisions', (actor, itemIds) =>
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
