import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Panels } from '../platform/web/panels.js';
import { AmendmentRecord } from './amendments/amendment-record.js';
import { AmendmentsApi } from './amendments/amendments.api.js';
import { AmendmentsPages } from './amendments/amendments.pages.js';
import { AmendmentsService } from './amendments/amendments.service.js';
import { CarryChoiceService } from './carry-over/carry-choice.service.js';
import { CarryOverApi } from './carry-over/carry-over.api.js';
import { CarryOverPages } from './carry-over/carry-over.pages.js';
import { CarryOverService } from './carry-over/carry-over.service.js';
import { ChoosableItemsService } from './choosing/choosable-items.service.js';
import { ChoosingPages } from './choosing/choosing.pages.js';
import { DependentCounters } from './items/dependent-counters.js';
import { ItemMovesPages } from './items/item-moves.pages.js';
import { ItemMovesService } from './items/item-moves.service.js';
import { ItemRemovalService } from './items/item-removal.service.js';
import { ItemLineageService } from './items/item-lineage.service.js';
import { ItemsApi } from './items/items.api.js';
import { ItemsPages } from './items/items.pages.js';
import { ItemsService } from './items/items.service.js';
import { MappedItemsService } from './mapping/mapped-items.service.js';
import { MappingApi } from './mapping/mapping.api.js';
import { MappingPages } from './mapping/mapping.pages.js';
import { MappingService } from './mapping/mapping.service.js';
import { PlanDocumentPages } from './document/plan-document.pages.js';
import { PlanDocumentService } from './document/plan-document.service.js';
import { PlanModelPanels } from './plan/plan-model.panels.js';
import { PlanOutlineService } from './tree/plan-outline.service.js';
import { PlanTreeApi } from './tree/plan-tree.api.js';
import { PlanTreeService } from './tree/plan-tree.service.js';
import { PlanMovesPages } from './plan/plan-moves.pages.js';
import { PlanOverviewService } from './plan/plan-overview.service.js';
import { PlanRemovalService } from './plan/plan-removal.service.js';
import { PlanQueryService } from './plan/plan-query.service.js';
import { PlanSearch } from './plan/plan.search.js';
import { PlansApi } from './plan/plans.api.js';
import { PlansPages } from './plan/plans.pages.js';
import { PlansService } from './plan/plans.service.js';
import { PrioritiesApi } from './priorities/priorities.api.js';
import { PrioritiesPages } from './priorities/priorities.pages.js';
import { PrioritiesService } from './priorities/priorities.service.js';
import { TimelinePages } from './timeline/timeline.pages.js';
import { TimelineService } from './timeline/timeline.service.js';
import { UnmappedItemsService } from './mapping/unmapped-items.service.js';
import { MappedItemsPanel } from './mapping/views/mapped-items.js';
import { PlansPanel } from './plan/views/plans-panel.js';
import {
  Plan,
  PlanItem,
  ItemOwner,
  ItemObjective,
  ItemPrinciple,
  ItemReference,
} from './plan/plan.entity.js';
import { Amendment, AmendmentChange } from './amendments/amendment.entity.js';
import { Priority } from './priorities/priority.entity.js';
import { Clock } from '../platform/clock.js';
import type { Actor } from '../platform/http/actor.js';
import { dayIn } from '../platform/i18n/dates.js';
import { MOST_ON_OVERVIEW, TimelinePanel } from './timeline/views/timeline-panel.js';
import { FirstSteps } from '../mechanisms/mechanism/first-steps.panel.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';

/** A plan in force with a date in it. */
const DATED = `SELECT 1 FROM "plan_item" "item" JOIN "plan" ON "plan"."id" = "item"."planId" WHERE "plan"."mechanismId" = :subject AND "plan"."state" = 'adopted' AND "item"."whenStart" IS NOT NULL`;

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
    TimelinePages,
    ChoosingPages,
    MappingApi,
    MappingPages,
    PlansApi,
    ItemsApi,
    PlanTreeApi,
    AmendmentsApi,
    CarryOverApi,
    PrioritiesApi,
    PlansPages,
    PlanMovesPages,
    ItemsPages,
    ItemMovesPages,
    AmendmentsPages,
    CarryOverPages,
    PrioritiesPages,
    PlanDocumentPages,
  ],
  providers: [
    TimelineService,
    ChoosableItemsService,
    PlansService,
    ItemsService,
    ItemMovesService,
    ItemRemovalService,
    PlanRemovalService,
    AmendmentRecord,
    AmendmentsService,
    DependentCounters,
    MappedItemsService,
    MappingService,
    PlanOutlineService,
    PlanSearch,
    PlanTreeService,
    PlanOverviewService,
    PlanModelPanels,
    PlanQueryService,
    PlanDocumentService,
    PrioritiesService,
    ItemLineageService,
    CarryOverService,
    CarryChoiceService,
    UnmappedItemsService,
  ],
  exports: [
    ChoosableItemsService,
    PlansService,
    ItemsService,
    ItemLineageService,
    PlanOutlineService,
    PlanTreeService,
    PlanOverviewService,
    MappingService,
    AmendmentRecord,
    AmendmentsService,
    DependentCounters,
  ],
})
export class PlansModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly plans: PlansService,
    private readonly mapped: MappedItemsService,
    private readonly firstSteps: FirstSteps,
    private readonly timelines: TimelineService,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.firstSteps.add(20, {
      label: 'overview.step.plan',
      path: '/plans',
      done: `SELECT 1 FROM "plan_item" "item" JOIN "plan" ON "plan"."id" = "item"."planId" WHERE "plan"."mechanismId" = :subject`,
    });
    this.firstSteps.add(40, {
      label: 'overview.step.adopt',
      path: '/plans/adoption',
      done: `SELECT 1 FROM "plan" WHERE "mechanismId" = :subject AND "state" <> 'draft'`,
    });
    this.panels.add('mechanism', 20, async (actor, mechanismId) => {
      const plans = await this.plans.list(actor, mechanismId);
      const editable = can(actor, 'plans.edit', mechanismId);
      return plans.length > 0 || editable ? h(PlansPanel, { mechanismId, plans, editable }) : null;
    });
    this.panels.add('overview-wide', 20, (actor, mechanismId) => this.timeline(actor, mechanismId), {
      rows: DATED,
    });
    this.panels.add('objective', 10, async (actor, objective) => {
      const items = await this.mapped.list(actor, Number(objective));
      return items.length > 0 ? h(MappedItemsPanel, { items }) : null;
    });
  }

  private async timeline(actor: Actor, mechanismId: string) {
    const found = await this.timelines.ofCurrent(actor, mechanismId, MOST_ON_OVERVIEW);
    if (!found) return null;
    const { zone } = await this.mechanisms.find(mechanismId);
    return h(TimelinePanel, { ...found, today: dayIn(zone, this.clock.now()) });
  }
}
