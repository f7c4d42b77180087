import { Injectable } from '@nestjs/common';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { AmendmentRecord } from '../amendments/amendment-record.js';
import { type Plan, PlanItem } from '../plan/plan.entity.js';
import { admitChange } from '../plan/plan-text.js';
import { PlansService } from '../plan/plans.service.js';
import { DependentCounters } from './dependent-counters.js';
import { itemChange } from './item-history.js';
import { inputOf } from './item-record.js';
import { ItemsService } from './items.service.js';
import { snapshotOf } from './snapshot.js';
import { subtreeOf } from './subtree.js';

/** What would be removed, or lose its link, with an item. */
export interface Removal {
  item: PlanItem;
  below: PlanItem[];
  /** Catalogue key and number of what other features hang on these items, as far as the actor may know. */
  dependents: { label: string; count: number }[];
}

/** Removes items from their plan, and says before what that takes along. */
@Injectable()
export class ItemRemovalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly dependents: DependentCounters,
    private readonly history: History,
    private readonly amendments: AmendmentRecord,
  ) {}

  /** What removing an item would take along; shown before it is done. Throws NotFoundError or ForbiddenError. */
  async whatHangsOn(actor: Actor, id: string): Promise<Removal> {
    const item = await this.items.find(actor, id);
    await this.plans.findToEdit(actor, item.planId);
    const below = await subtreeOf(this.unitOfWork.read, item);
    const dependents = await this.dependents.countFor(actor, [id, ...below.map((one) => one.id)]);
    return { item, below, dependents };
  }

  /** Removes an item and everything below it. What people reported about them stays, no longer linked to them. */
  async remove(actor: Actor, id: string): Promise<Plan> {
    return this.unitOfWork.run(async (manager) => {
      const { item, below } = await this.whatHangsOn(actor, id);
      const plan = await this.plans.findToEdit(actor, item.planId);
      admitChange(plan);
      const before = snapshotOf(inputOf(item));
      await manager.delete(PlanItem, { id });
      await this.amendments.note(plan, { itemId: id, code: item.code, action: 'remove', before });
      const gone = { ...before, below: below.map((one) => one.code) };
      await this.history.record(actor, itemChange('item.remove', plan, id, { before: gone }));
      return plan;
    });
  }
}
