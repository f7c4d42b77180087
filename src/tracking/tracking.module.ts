import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExchangeModule } from '../exchange/exchange.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PlanTableModule } from '../plan-table/plan-table.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { CellChangeService } from './cell-change.service.js';
import { CellsPages } from './cells.pages.js';
import { FiltersPages } from './filters.pages.js';
import { SheetApi } from './api/sheet.api.js';
import { SheetFilePages } from './file/sheet-file.pages.js';
import { SheetFileService } from './file/sheet-file.service.js';
import { SavedFilter } from './saved-filter.entity.js';
import { SavedFiltersService } from './saved-filters.service.js';
import { SheetChange } from './sheet-change.entity.js';
import { SheetChoicesService } from './sheet-choices.service.js';
import { SheetPages } from './sheet.pages.js';
import { SheetService } from './sheet.service.js';

/** A plan as the sheet by which it is tracked. */
@Module({
  imports: [
    TypeOrmModule.forFeature([SavedFilter, SheetChange]),
    MechanismsModule,
    PlansModule,
    ExchangeModule,
    PlanTableModule,
    ProgressModule,
  ],
  controllers: [SheetPages, CellsPages, FiltersPages, SheetFilePages, SheetApi],
  providers: [SheetService, SheetFileService, SheetChoicesService, CellChangeService, SavedFiltersService],
})
export class TrackingModule {}
