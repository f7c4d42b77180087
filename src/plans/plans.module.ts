import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Panels } from '../platform/web/panels.js';
import { AmendmentRecord } from './amendment-record.js';
import { AmendmentsService } from './amendments.service.js';
import { Dependents } from './dependents.js';
import { ItemMovesPages } from './item-moves.pages.js';
import { ItemsPages } from './items.pages.js';
import { ItemsService } from './items.service.js';
import { MappedItems } from './mapped-items.js';
import { MappingApi } from './mapping.api.js';
import { MappingPages } from './mapping.pages.js';
import { MappingService } from './mapping.service.js';
import { PlanOutline } from './plan-outline.js';
import { PlanTree } from './plan-tree.service.js';
import { PlansApi } from './plans.api.js';
import { PlansPages } from './plans.pages.js';
import { PlansService } from './plans.service.js';
import { UnmappedItems } from './unmapped.service.js';
import { MappedItemsPanel } from './views/mapped-items.js';
import { PlansPanel } from './views/plans-panel.js';

@Global()
@Module({
  controllers: [MappingApi, MappingPages, PlansApi, PlansPages, ItemsPages, ItemMovesPages],
  providers: [
    PlansService,
    ItemsService,
    AmendmentRecord,
    AmendmentsService,
    Dependents,
    MappedItems,
    MappingService,
    PlanOutline,
    PlanTree,
    UnmappedItems,
  ],
  exports: [PlansService, ItemsService, AmendmentRecord, AmendmentsService, Dependents],
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
