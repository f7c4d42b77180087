import { Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { Panels } from '../platform/web/panels.js';
import { AuditApi } from './audit.api.js';
import { AuditPages } from './audit.pages.js';
import { AuditService } from './audit.service.js';
import { HistorySubjects } from './history-subjects.js';
import { EventsSection } from './views/history.js';

@Module({
  controllers: [AuditPages, AuditApi],
  providers: [AuditService, HistorySubjects],
  exports: [AuditService, HistorySubjects],
})
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.panels.add('account', 50, async (actor, id) =>
      h(EventsSection, { events: await this.audit.eventsOf(actor, 'account', id) }),
    );
  }
}
