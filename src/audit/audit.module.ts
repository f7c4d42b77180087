import { Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Clock } from '../platform/clock.js';
import { Panels } from '../platform/web/panels.js';
import { AuditApi } from './audit.api.js';
import { AuditPages } from './audit.pages.js';
import { AuditService } from './audit.service.js';
import { HistorySubjects } from './history-subjects.js';
import { EventsSection, ThisWeekPanel } from './views/history.js';

const WEEK_MS = 7 * 86_400_000;
/** So many changes stand on an overview. */
const LATEST = 5;

@Module({
  controllers: [AuditPages, AuditApi],
  providers: [AuditService, HistorySubjects],
  exports: [AuditService, HistorySubjects],
})
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.panels.add('overview-side', 30, async (actor, mechanismId) => {
      if (!can(actor, 'history.read', mechanismId)) return null;
      const aWeekAgo = new Date(this.clock.now().getTime() - WEEK_MS);
      const events = await this.audit.since(actor, mechanismId, aWeekAgo, LATEST);
      return h(ThisWeekPanel, { mechanismId, events });
    });
    this.panels.add('account', 50, async (actor, id) =>
      h(EventsSection, { events: await this.audit.eventsOf(actor, 'account', id) }),
    );
  }
}
