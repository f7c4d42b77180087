import { Module, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../platform/mail/outbox.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { ClearanceApi } from './clearance.api.js';
import { SWEEP_EVERY_MS, sweepClearances } from './clearance.jobs.js';
import { ClearancePages } from './clearance.pages.js';
import { ClearanceService } from './clearance.service.js';
import { ClearanceGate } from './clearance-gate.js';
import { ClearanceMail } from './clearance.mail.js';
import { ClearancePanels } from './clearance.panels.js';
import { ClearanceReader } from './clearance-reader.js';
import { ClearanceSettings } from './clearance-settings.service.js';
import { ClearanceSweep } from './clearance.sweep.js';
import { CLEARANCE_BACK_MAIL, CLEARANCE_MAIL, ClearanceTrail } from './clearance-trail.js';
import { DelegationPeople } from './delegation-people.js';
import { ClearanceSettingsPages } from './settings.pages.js';

@Module({
  controllers: [ClearancePages, ClearanceSettingsPages, ClearanceApi],
  providers: [
    ClearanceService,
    ClearanceSettings,
    ClearanceReader,
    ClearanceGate,
    ClearanceTrail,
    ClearanceMail,
    ClearanceSweep,
    ClearancePanels,
    DelegationPeople,
  ],
})
export class ClearanceModule implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly mail: ClearanceMail,
    private readonly queue: JobQueue,
    private readonly sweeper: ClearanceSweep,
  ) {}

  async onModuleInit(): Promise<void> {
    this.outbox.renders(CLEARANCE_MAIL, (message) => this.mail.ask(message));
    this.outbox.renders(CLEARANCE_BACK_MAIL, (message) => this.mail.back(message));
    this.queue.handle(sweepClearances, () => this.sweeper.sweep());
    await this.queue.schedule(sweepClearances, { everyMs: SWEEP_EVERY_MS });
  }
}
