import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Panels } from '../platform/web/panels.js';
import { AmendmentRecord } from './amendment-record.js';
import { AmendmentsPages } from './amendments.pages.js';
import { AmendmentsService } from './amendments.service.js';
import { CarryChoiceService } from './carry-choice.service.js';
import { CarryOverPages } from './carry-over.pages.js';
import { CarryOverService } from './carry-over.service.js';
import { Dependents } from './dependents.js';
import { ItemMovesPages } from './item-moves.pages.js';
import { ItemLineage } from './item-lineage.service.js';
import { ItemsPages } from './items.pages.js';
import { ItemsService } from './items.service.js';
import { MappedItems } from './mapped-items.js';
import { MappingApi } from './mapping.api.js';
import { MappingPages } from './mapping.pages.js';
import { MappingService } from './mapping.service.js';
import { PlanDocumentPages } from './plan-document.pages.js';
import { PlanDocumentService } from './plan-document.service.js';
import { PlanModelApi } from './plan-model.api.js';
import { PlanModelPanels } from './plan-model.panels.js';
import { PlanOutline } from './plan-outline.js';
import { PlanTree } from './plan-tree.service.js';
import { PlanOverviewService } from './plan-overview.service.js';
import { PlanReader } from './plan-reader.service.js';
import { PlanSearch } from './plan-search.js';
import { PlansApi } from './plans.api.js';
import { PlansPages } from './plans.pages.js';
import { PlansService } from './plans.service.js';
import { PrioritiesPages } from './priorities.pages.js';
import { PrioritiesService } from './priorities.service.js';
import { TableApi } from './table/table.api.js';
import { TablePages } from './table/table.pages.js';
import { TableScript } from './table/table-script.js';
import { TableService } from './table/table.service.js';
import { UnmappedItems } from './unmapped.service.js';
import { MappedItemsPanel } from './views/mapped-items.js';
import { PlansPanel } from './views/plans-panel.js';
import { Plan, PlanItem, ItemOwner, ItemObjective, ItemPrinciple, ItemReference } from './plan.entity.js';
import { Amendment, AmendmentChange } from './amendment.entity.js';
import { Priority } from './priority.entity.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Plan,
      PlanItem,
      ItemOwner,
      ItemObjective,
      ItemPrinciple,
      ItemReference,
      Amendment,
      AmendmentChange,
      Priority,
    ]),
    MechanismsModule,
  ],
  controllers: [
    MappingApi,
    MappingPages,
    PlansApi,
    PlanModelApi,
    PlansPages,
    ItemsPages,
    ItemMovesPages,
    AmendmentsPages,
    CarryOverPages,
    PrioritiesPages,
    PlanDocumentPages,
    TableApi,
    TablePages,
    TableScript,
  ],
  providers: [
    PlansService,
    ItemsService,
    AmendmentRecord,
    AmendmentsService,
    Dependents,
    MappedItems,
    MappingService,
    PlanOutline,
    PlanSearch,
    PlanTree,
    PlanOverviewService,
    PlanModelPanels,
    PlanReader,
    PlanDocumentService,
    PrioritiesService,
    ItemLineage,
    CarryOverService,
    CarryChoiceService,
    TableService,
    UnmappedItems,
  ],
  exports: [PlansService, ItemsService, ItemLineage, AmendmentRecord, AmendmentsService, Dependents],
})
export class PlansModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly plans: PlansService,
    private readonly mapped: MappedItems,
  ) {}

  onModuleInit(): void {
    this.panels.add('mechanism', 20, async (actor, mechanismId) => {
      const plans = await this.plans.list(actor, mechanismId);
      const editable = can(actor, 'plans.edit', mechanismId);
      return plans.length > 0 || editable ? h(PlansPanel, { mechanismId, plans, editable }) : null;
    });
    this.panels.add('objective', 10, async (actor, objective) => {
      const items = await this.mapped.list(actor, Number(objective));
      return items.length > 0 ? h(MappedItemsPanel, { items }) : null;
    });
  }
}
