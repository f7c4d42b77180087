import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { AmendmentRecord } from '../amendments/amendment-record.js';
import { type Plan, PlanItem } from '../plan/plan.entity.js';
import { admitChange } from '../plan/plan-text.js';
import { PlansService } from '../plan/plans.service.js';
import { itemChange } from './item-history.js';
import { ItemsService } from './items.service.js';
import { subtreeOf } from './subtree.js';

/** Moves items within their plan. */
@Injectable()
export class ItemMovesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly history: History,
    private readonly amendments: AmendmentRecord,
  ) {}

  /**
   * Puts an item under `parentId` (null: the top) at `position` among its new siblings; beyond the end is the end.
   * Throws InvalidError for a parent that is not in the plan, or is the item itself or below it.
   */
  async move(actor: Actor, id: string, to: { parentId: string | null; position: number }): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const item = await this.items.find(actor, id);
      const plan = await this.plans.findToEdit(actor, item.planId);
      admitChange(plan);
      const { parentId } = to;
      const below = new Set((await subtreeOf(manager, item)).map((one) => one.id));
      if (parentId === id || below.has(parentId ?? ''))
        throw InvalidError.field('parentId', 'error.ownParent');
      const { planId } = item;
      if (parentId && !(await manager.existsBy(PlanItem, { id: parentId, planId })))
        throw InvalidError.field('parentId', 'error.parent');
      const siblings = (await this.siblings(planId, parentId)).filter((one) => one.id !== id);
      siblings.splice(to.position, 0, item);
      for (const [position, sibling] of siblings.entries()) {
        if (sibling.position !== position || sibling.parentId !== parentId)
          await manager.update(PlanItem, { id: sibling.id }, { position, parentId });
      }
      const before = { parentId: item.parentId, position: item.position };
      await this.noteMove(plan, item, { parentId, position: siblings.indexOf(item) });
      await this.history.record(actor, itemChange('item.move', plan, id, { before, after: to }));
    });
  }

  /** Moves an item up or down by one among its siblings; at the end it stays. */
  async step(actor: Actor, id: string, direction: 'up' | 'down'): Promise<PlanItem> {
    const item = await this.items.find(actor, id);
    const siblings = await this.siblings(item.planId, item.parentId);
    const index = siblings.findIndex((one) => one.id === id);
    const position = Math.max(0, index + (direction === 'up' ? -1 : 1));
    if (position !== index && position < siblings.length)
      await this.move(actor, id, { parentId: item.parentId, position });
    return item;
  }

  private async noteMove(plan: Plan, item: PlanItem, to: Pick<PlanItem, 'parentId' | 'position'>) {
    if (!plan.amendmentId) return;
    const [before, after] = await Promise.all(
      [item, to].map(async ({ parentId, position }) => {
        const parent = parentId && (await this.unitOfWork.read.findOneBy(PlanItem, { id: parentId }));
        return { place: { under: parent ? { id: parent.id, code: parent.code } : null, position } };
      }),
    );
    await this.amendments.note(plan, { itemId: item.id, code: item.code, action: 'move', before, after });
  }

  private siblings(planId: string, parentId: string | null): Promise<PlanItem[]> {
    const where = { planId, parentId: parentId ?? IsNull() };
    return this.unitOfWork.read.find(PlanItem, { where, order: { position: 'ASC', id: 'ASC' } });
  }
}
