import { Module } from '@nestjs/common';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { TableApi } from './table.api.js';
import { TablePages } from './table.pages.js';
import { TableScript } from './table-script.js';
import { TableService } from './table.service.js';

/** A plan as a table to type in. */
@Module({
  imports: [MechanismsModule, PlansModule],
  controllers: [TableApi, TablePages, TableScript],
  providers: [TableService],
  exports: [TableService],
})
export class PlanTableModule {}
