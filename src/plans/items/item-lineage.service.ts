import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import type { PlanItem } from '../plan/plan.entity.js';
import { mayRead } from '../plan/plans.service.js';
import { itemInPlan } from './item-in-plan.js';
import { chainOf, type ItemPlace, neighboursOf } from './item-neighbours.js';

/** Where an item was carried over from, plan by plan, and where it is carried on. */
@Injectable()
export class ItemLineageService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The items it was carried over from with their plans, the latest first, as far back as the actor may read without a
   * gap: what is behind a plan that is not theirs to read stays out of sight too.
   */
  async former(actor: Actor, item: ItemPlace): Promise<PlanItem[]> {
    if (item.carriedFromId === null) return [];
    const chain = chainOf(await neighboursOf(this.unitOfWork, item), item, 'carriedFromId');
    const gap = chain.findIndex(({ plan }) => !mayRead(actor, plan));
    return gap < 0 ? chain : chain.slice(0, gap);
  }

  /** The same by the item's id, as ids; none for an item that is not there or not the actor's to read. */
  async formerOf(actor: Actor, id: string): Promise<string[]> {
    const item = await itemInPlan(this.unitOfWork, id);
    if (!item || !mayRead(actor, item.plan)) return [];
    return (await this.former(actor, item)).map((former) => former.id);
  }

  /** The items that carry it on, in plans the actor may read. */
  async later(actor: Actor, item: ItemPlace): Promise<PlanItem[]> {
    return (await neighboursOf(this.unitOfWork, item))
      .filter(({ carriedFromId, plan }) => carriedFromId === item.id && mayRead(actor, plan))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
