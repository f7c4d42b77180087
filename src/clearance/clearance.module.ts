import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobQueue } from '../platform/queue/job-queue.js';
import { defineSweep, QUARTER_HOUR_MS } from '../platform/queue/sweep.js';
import { ClearanceApi } from './clearance.api.js';
import { DeedWayPages, EntryWayPages } from './clearance.pages.js';
import { ClearanceService } from './clearance.service.js';
import { ClearanceGate } from './clearance-gate.js';
import { ClearanceAskMail, ClearanceBackMail } from './clearance.mail.js';
import { ClearancePanels } from './clearance.panels.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { ClearanceSettingsService } from './clearance-settings.service.js';
import { ClearanceSweep } from './clearance.sweep.js';
import { ClearanceChangeRecorder } from './clearance-change-recorder.js';
import { DelegationPeopleService } from './delegation-people.service.js';
import { ProposalsService } from './proposals.service.js';
import { StepsMail } from './steps.mail.js';
import { DeedWayApi, EntryWayApi } from './way.api.js';
import { ClearanceSettingsPages } from './settings.pages.js';
import { ClearanceSetting, ClearanceProposal, Clearance, ClearanceEvent } from './clearance.entity.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { GateModule } from '../gate/gate.module.js';

const clearanceSweep = defineSweep('clearance.sweep', QUARTER_HOUR_MS);

@Module({
  imports: [
    TypeOrmModule.forFeature([ClearanceSetting, ClearanceProposal, Clearance, ClearanceEvent]),
    AccountsModule,
    MechanismsModule,
    GateModule,
  ],
  controllers: [EntryWayPages, DeedWayPages, ClearanceSettingsPages, ClearanceApi, EntryWayApi, DeedWayApi],
  providers: [
    ClearanceService,
    ClearanceSettingsService,
    ProposalsService,
    StepsMail,
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
    private readonly proposals: ProposalsService,
  ) {}

  async onModuleInit(): Promise<void> {
    await clearanceSweep.start(this.queue, async () => {
      await this.proposals.sweep();
      await this.sweeper.sweep();
    });
  }
}
