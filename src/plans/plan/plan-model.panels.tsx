import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Panels } from '../../platform/web/panels.js';
import { DependentCounters } from '../items/dependent-counters.js';
import { PlanQueryService } from './plan-query.service.js';
import { PrioritiesService } from '../priorities/priorities.service.js';
import { ItemPriorities } from '../priorities/views/priorities.js';
import { Lineage } from '../items/views/lineage.js';

/** What stands on an item's page beside the item itself: whose priority it is, and what it carries on. */
@Injectable()
export class PlanModelPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly plans: PlanQueryService,
    private readonly priorities: PrioritiesService,
    private readonly dependents: DependentCounters,
  ) {}

  onModuleInit(): void {
    this.dependents.add(10, 'priority.onRemoved', (actor, itemIds) =>
      this.priorities.countOn(actor, itemIds),
    );
    this.panels.add('item', 5, async (actor, id) => {
      const { item, former, later, priorities } = await this.plans.item(actor, id);
      if (former.length + later.length + priorities.length === 0) return null;
      return (
        <>
          {priorities.length > 0 && <ItemPriorities plan={item.plan} priorities={priorities} />}
          {former.length + later.length > 0 && <Lineage former={former} later={later} />}
        </>
      );
    });
  }
}
