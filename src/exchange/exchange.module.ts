import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Panels } from '../platform/web/panels.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { ExchangePanel } from './views/exchange-panel.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { defineSweep } from '../platform/queue/sweep.js';
import { ExportsPages } from './export/exports.pages.js';
import { ExportsService } from './export/exports.service.js';
import { ImportRunService } from './import-run.service.js';
import { ImportWriter } from './write/import-writer.js';
import { ImportViewService } from './import-view.service.js';
import { ImportsApi } from './imports.api.js';
import { ImportsPages } from './imports.pages.js';
import { UploadsPages } from './uploads.pages.js';
import { ImportsService } from './imports.service.js';
import { PlanFingerprint } from './plan-fingerprint.js';
import { PlanParts } from './parts/plan-parts.js';
import { QuickImportService } from './quick-import.service.js';
import { PlanImport } from './plan-import.entity.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PlansModule } from '../plans/plans.module.js';

/** Deletes uploaded files an hour after their day is over at the latest. */
const importsSweep = defineSweep('plans.sweep-imports', 3_600_000);

/** Plans into the product and out of it, as files. */
@Module({
  imports: [TypeOrmModule.forFeature([PlanImport]), MechanismsModule, PlansModule],
  controllers: [ImportsApi, UploadsPages, ImportsPages, ExportsPages],
  providers: [
    ImportRunService,
    ImportWriter,
    PlanFingerprint,
    ImportsService,
    ImportViewService,
    QuickImportService,
    ExportsService,
    PlanParts,
  ],
  exports: [QuickImportService, ExportsService, PlanParts],
})
export class ExchangeModule implements OnModuleInit {
  constructor(
    private readonly imports: ImportsService,
    private readonly plans: PlansService,
    private readonly panels: Panels,
    private readonly queue: JobQueue,
  ) {}

  async onModuleInit(): Promise<void> {
    await importsSweep.start(this.queue, () => this.imports.sweep());
    this.panels.add('plan', 90, async (actor, planId) => {
      const plan = await this.plans.find(actor, planId);
      return h(ExchangePanel, { plan, editable: can(actor, 'plans.edit', plan.mechanismId) });
    });
  }
}
