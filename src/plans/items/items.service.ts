import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { AmendmentRecord } from '../amendments/amendment-record.js';
import type { ItemInput } from './item.dto.js';
import { itemChange } from './item-history.js';
import { itemInPlan, itemWithAll } from './item-in-plan.js';
import { insertMapping, loadMapping, replaceMapping } from './item-mapping.js';
import { chainOf, CHILDREN, neighboursOf } from './item-neighbours.js';
import { columnsOf, inputOf, inTreeOrder } from './item-record.js';
import { PlanItem } from '../plan/plan.entity.js';
import { admitChange, admitItemText } from '../plan/plan-text.js';
import { mayRead, PlansService } from '../plan/plans.service.js';
import { snapshotOf } from './snapshot.js';

/** The nodes of a plan's tree. */
@Injectable()
export class ItemsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly history: History,
    private readonly amendments: AmendmentRecord,
  ) {}

  /** All items of a plan in the order of the tree (parents before children), with owners and mapping. */
  async tree(actor: Actor, planId: string): Promise<PlanItem[]> {
    await this.plans.find(actor, planId);
    const { read } = this.unitOfWork;
    const items = await read.find(PlanItem, { where: { planId }, order: { position: 'ASC' } });
    await loadMapping(read, planId, items);
    return inTreeOrder(items);
  }

  /**
   * With its owners, its mapping and its mechanism. Throws NotFoundError when there is no such item or its plan is not the
   * actor's to read.
   */
  async find(actor: Actor, id: string): Promise<PlanItem> {
    return readBy(actor, await itemWithAll(this.unitOfWork, id));
  }

  /** The same with its plan alone, for callers that ask where an item stands and not what it is mapped to: much faster. */
  async findInPlan(actor: Actor, id: string): Promise<PlanItem> {
    return readBy(actor, await itemInPlan(this.unitOfWork, id));
  }

  /** The items above one, from the top. */
  async ancestors(item: PlanItem): Promise<PlanItem[]> {
    return chainOf(await neighboursOf(this.unitOfWork, item), item, 'parentId').reverse();
  }

  /** The items directly below one, at most a hundred, and how many there are. */
  async children(item: PlanItem): Promise<{ items: PlanItem[]; total: number }> {
    const { id, planId } = item;
    const near = (await neighboursOf(this.unitOfWork, item)).filter(({ parentId }) => parentId === id);
    const items = near.sort((a, b) => a.position - b.position).slice(0, CHILDREN);
    if (near.length <= CHILDREN) return { items, total: near.length };
    return { items, total: await this.unitOfWork.read.countBy(PlanItem, { planId, parentId: id }) };
  }

  /** Adds an item at the end of its siblings. */
  async add(actor: Actor, planId: string, input: ItemInput & { parentId: string | null }): Promise<PlanItem> {
    return this.unitOfWork.run(async (manager) => {
      const plan = await this.plans.findToEdit(actor, planId);
      admitChange(plan);
      const { parentId } = input;
      if (parentId && !(await manager.existsBy(PlanItem, { id: parentId, planId }))) {
        throw InvalidError.field('parentId', 'error.parent');
      }
      const position = await manager.countBy(PlanItem, { planId, parentId: parentId ?? IsNull() });
      const item = Object.assign(new PlanItem(), {
        ...columnsOf(input),
        id: uuid(),
        planId,
        parentId,
        position,
        carriedFromId: null,
        version: 1,
      });
      await manager.insert(PlanItem, item);
      await insertMapping(manager, [{ id: item.id, item: input }]);
      const after = snapshotOf(input);
      await this.amendments.note(plan, { itemId: item.id, code: item.code, action: 'add', after });
      await this.history.record(actor, itemChange('item.add', plan, item.id, { after }));
      return item;
    });
  }

  /** Throws ConflictError, with the item as it stands, when `version` is not the current one. */
  async update(actor: Actor, id: string, input: ItemInput & { version: number }): Promise<PlanItem> {
    return this.unitOfWork.run(async (manager) => {
      const item = await this.find(actor, id);
      const plan = await this.plans.findToEdit(actor, item.planId);
      const [before, after] = [snapshotOf(inputOf(item)), snapshotOf(input)];
      admitItemText(plan, before, after);
      const current = async () => snapshotOf(inputOf(await this.find(actor, id)));
      const where = { id, version: input.version };
      const next = await change(manager, PlanItem, where, columnsOf(input), { current });
      await replaceMapping(manager, [{ id, item: input }]);
      await this.amendments.note(plan, { itemId: id, code: item.code, action: 'update', before, after });
      await this.history.record(actor, itemChange('item.update', plan, id, { before, after }));
      return Object.assign(item, next);
    });
  }
}

function readBy(actor: Actor, item: PlanItem | null): PlanItem {
  if (!item || !mayRead(actor, item.plan)) throw new NotFoundError('item');
  return item;
}
