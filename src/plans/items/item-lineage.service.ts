import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { PlanItem } from '../plan/plan.entity.js';
import { mayRead } from '../plan/plans.service.js';

/** Where an item was carried over from, plan by plan, and where it is carried on. */
@Injectable()
export class ItemLineageService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The items it was carried over from with their plans, the latest first, as far back as the actor may read without a
   * gap: what is behind a plan that is not theirs to read stays out of sight too.
   */
  async former(actor: Actor, { id, carriedFromId }: Pick<PlanItem, 'id' | 'carriedFromId'>) {
    const chain: PlanItem[] = [];
    const seen = new Set([id]);
    for (let next = carriedFromId; next !== null && !seen.has(next);) {
      seen.add(next);
      const item = await this.find(next);
      if (!item || !mayRead(actor, item.plan)) break;
      chain.push(item);
      next = item.carriedFromId;
    }
    return chain;
  }

  /** The same by the item's id, as ids; none for an item that is not there or not the actor's to read. */
  async formerOf(actor: Actor, id: string): Promise<string[]> {
    const item = await this.find(id);
    if (!item || !mayRead(actor, item.plan)) return [];
    return (await this.former(actor, item)).map((former) => former.id);
  }

  /** The items that carry it on, in plans the actor may read. */
  async later(actor: Actor, { id }: Pick<PlanItem, 'id'>): Promise<PlanItem[]> {
    const found = await this.unitOfWork.read.find(PlanItem, {
      where: { carriedFromId: id },
      relations: { plan: true },
      order: { id: 'ASC' },
    });
    return found.filter((item) => mayRead(actor, item.plan));
  }

  private find(id: string): Promise<PlanItem | null> {
    return this.unitOfWork.read.findOne(PlanItem, { where: { id }, relations: { plan: true } });
  }
}
