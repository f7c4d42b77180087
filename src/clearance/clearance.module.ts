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
import { ClearanceQueryService } from './clearance-query.service.js';
import { ClearanceSettingsService } from './clearance-settings.service.js';
import { ClearanceSweep } from './clearance.sweep.js';
import { ClearanceChangeRecorder } from './clearance-change-recorder.js';
import { DelegationPeopleService } from './delegation-people.service.js';
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
    ClearanceSettingsService,
    ClearanceQueryService,
    ClearanceGate,
    ClearanceChangeRecorder,
    ClearanceAskMail,
    ClearanceBackMail,
    ClearanceSweep,
    ClearancePanels,
    DelegationPeopleService,
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
