import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobQueue } from '../platform/queue/job-queue.js';
import { defineSweep, QUARTER_HOUR_MS } from '../platform/queue/sweep.js';
import { ClearanceApi } from './clearance.api.js';
import { ClearancePages } from './clearance.pages.js';
import { ClearanceService } from './clearance.service.js';
import { ClearanceGate } from './clearance-gate.js';
import { ClearanceAskMail, ClearanceBackMail } from './clearance.mail.js';
import { ClearancePanels } from './clearance.panels.js';
import { ClearanceReader } from './clearance-reader.js';
import { ClearanceSettings } from './clearance-settings.service.js';
import { ClearanceSweep } from './clearance.sweep.js';
import { ClearanceTrail } from './clearance-trail.js';
import { DelegationPeople } from './delegation-people.js';
import { ClearanceSettingsPages } from './settings.pages.js';
import { ClearanceSetting, Clearance, ClearanceEvent } from './clearance.entity.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { ProgressModule } from '../progress/progress.module.js';

const clearanceSweep = defineSweep('clearance.sweep', QUARTER_HOUR_MS);

@Module({
  imports: [
    TypeOrmModule.forFeature([ClearanceSetting, Clearance, ClearanceEvent]),
    AccountsModule,
    MechanismsModule,
    ProgressModule,
  ],
  controllers: [ClearancePages, ClearanceSettingsPages, ClearanceApi],
  providers: [
    ClearanceService,
    ClearanceSettings,
    ClearanceReader,
    ClearanceGate,
    ClearanceTrail,
    ClearanceAskMail,
    ClearanceBackMail,
    ClearanceSweep,
    ClearancePanels,
    DelegationPeople,
  ],
})
export class ClearanceModule implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly sweeper: ClearanceSweep,
  ) {}

  async onModuleInit(): Promise<void> {
    await clearanceSweep.start(this.queue, () => this.sweeper.sweep());
  }
}
