import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor.js';
import { ItemLineageService } from '../items/item-lineage.service.js';
import { ItemsService } from '../items/items.service.js';
import { PlanOverviewService } from './plan-overview.service.js';
import { PlansService } from './plans.service.js';
import { PrioritiesService } from '../priorities/priorities.service.js';

/** A plan or an item with everything that belongs to it and that the actor may read. */
@Injectable()
export class PlanQueryService {
  constructor(
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly overview: PlanOverviewService,
    private readonly lineage: ItemLineageService,
    private readonly priorityList: PrioritiesService,
  ) {}

  /** Throws NotFoundError. */
  async plan(actor: Actor, id: string) {
    const plan = await this.plans.find(actor, id);
    return { plan, overview: await this.overview.summarize(actor, plan) };
  }

  /** Throws NotFoundError. */
  async item(actor: Actor, id: string) {
    const item = await this.items.find(actor, id);
    const [former, later, priorities] = await Promise.all([
      this.lineage.former(actor, item),
      this.lineage.later(actor, item),
      this.priorityList.standing(actor, item.plan, id),
    ]);
    return { item, former, later, priorities };
  }

  /** Throws NotFoundError. */
  async priorities(actor: Actor, planId: string) {
    return this.priorityList.list(actor, await this.plans.find(actor, planId));
  }
}
