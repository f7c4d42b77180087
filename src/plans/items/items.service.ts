import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { AmendmentRecord } from '../amendments/amendment-record.js';
import { DependentCounters } from './dependent-counters.js';
import type { ItemInput } from './item.dto.js';
import { columnsOf, inputOf, inTreeOrder } from './item-record.js';
import {
  ItemObjective,
  ItemOwner,
  ItemPrinciple,
  ItemReference,
  type Plan,
  PlanItem,
} from '../plan/plan.entity.js';
import { admitChange, admitItemText } from '../plan/plan-text.js';
import { mayRead, PlansService } from '../plan/plans.service.js';
import { snapshotOf } from './snapshot.js';

export const WITH_MAPPING = { owners: true, objectives: true, principles: true, references: true } as const;

/** What would go, or be cut loose, with an item. */
export interface Removal {
  item: PlanItem;
  below: PlanItem[];
  /** Catalogue key and number of what other features hang on these items, as far as the actor may know. */
  dependents: { label: string; count: number }[];
}

/** The nodes of a plan's tree. */
@Injectable()
export class ItemsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly history: History,
    private readonly dependents: DependentCounters,
    private readonly amendments: AmendmentRecord,
  ) {}

  /** All items of a plan in the order of the tree (parents before children), with owners and mapping. */
  async tree(actor: Actor, planId: string): Promise<PlanItem[]> {
    await this.plans.find(actor, planId);
    return inTreeOrder(
      await this.unitOfWork.read.find(PlanItem, {
        where: { planId },
        relations: WITH_MAPPING,
        order: { position: 'ASC' },
      }),
    );
  }

  /** Throws NotFoundError when there is no such item or its plan is not the actor's to read. */
  find(actor: Actor, id: string): Promise<PlanItem> {
    return this.read(actor, id, WITH_MAPPING);
  }

  /** The same with its plan alone, for who asks where an item stands and not what it is mapped to: far quicker. */
  findInPlan(actor: Actor, id: string): Promise<PlanItem> {
    return this.read(actor, id, {});
  }

  private async read(actor: Actor, id: string, mapping: Partial<typeof WITH_MAPPING>): Promise<PlanItem> {
    const [item] = await this.unitOfWork.read.find(PlanItem, {
      where: { id },
      relations: { ...mapping, plan: true },
    });
    if (!item || !mayRead(actor, item.plan)) throw new NotFoundError('item');
    return item;
  }

  /** The items above one, from the top. */
  async ancestors(item: PlanItem): Promise<PlanItem[]> {
    const above: PlanItem[] = [];
    for (let parentId = item.parentId; parentId; parentId = above[0]!.parentId) {
      above.unshift(await this.unitOfWork.read.findOneByOrFail(PlanItem, { id: parentId }));
    }
    return above;
  }

  /** The items directly below one, at most so many, and how many there are. */
  async children({ id, planId }: PlanItem, most: number): Promise<{ items: PlanItem[]; total: number }> {
    // With the plan, because the index begins with it.
    const where = { planId, parentId: id };
    const [items, total] = await this.unitOfWork.read.findAndCount(PlanItem, {
      where,
      order: { position: 'ASC' },
      take: most,
    });
    return { items, total };
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
      await this.map(manager, item.id, input);
      const after = snapshotOf(input);
      await this.amendments.note(plan, { itemId: item.id, code: item.code, action: 'add', after });
      await this.record(actor, 'item.add', plan, item.id, undefined, after);
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
      for (const mapping of [ItemOwner, ItemObjective, ItemPrinciple, ItemReference])
        await manager.delete(mapping, { itemId: id });
      await this.map(manager, id, input);
      await this.amendments.note(plan, { itemId: id, code: item.code, action: 'update', before, after });
      await this.record(actor, 'item.update', plan, id, before, after);
      return Object.assign(item, next);
    });
  }

  /** Puts an item under `parentId` (null: the top) at `position` among its new siblings; beyond the end is the end. */
  async move(actor: Actor, id: string, place: { parentId: string | null; position: number }): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const item = await this.find(actor, id);
      const plan = await this.plans.findToEdit(actor, item.planId);
      admitChange(plan);
      const below = new Set((await this.subtree(item)).map((one) => one.id));
      if (place.parentId === id || below.has(place.parentId ?? ''))
        throw InvalidError.field('parentId', 'error.ownParent');
      const { planId } = item;
      if (place.parentId && !(await manager.existsBy(PlanItem, { id: place.parentId, planId }))) {
        throw InvalidError.field('parentId', 'error.parent');
      }
      const siblings = (await this.siblings(planId, place.parentId)).filter((one) => one.id !== id);
      siblings.splice(place.position, 0, item);
      for (const [position, sibling] of siblings.entries()) {
        const parentId = place.parentId;
        if (sibling.position !== position || sibling.parentId !== parentId) {
          await manager.update(PlanItem, { id: sibling.id }, { position, parentId });
        }
      }
      const before = { parentId: item.parentId, position: item.position };
      await this.noteMove(plan, item, { parentId: place.parentId, position: siblings.indexOf(item) });
      await this.record(actor, 'item.move', plan, id, before, place);
    });
  }

  /** One place up or down among its siblings; at the end it stays. */
  async step(actor: Actor, id: string, direction: 'up' | 'down'): Promise<PlanItem> {
    const item = await this.find(actor, id);
    const siblings = await this.siblings(item.planId, item.parentId);
    const index = siblings.findIndex((one) => one.id === id);
    const position = Math.max(0, index + (direction === 'up' ? -1 : 1));
    if (position !== index && position < siblings.length)
      await this.move(actor, id, { parentId: item.parentId, position });
    return item;
  }

  /** What removing an item would take along; shown before it is done. */
  async whatHangsOn(actor: Actor, id: string): Promise<Removal> {
    const item = await this.find(actor, id);
    await this.plans.findToEdit(actor, item.planId);
    const below = await this.subtree(item);
    const dependents = await this.dependents.countFor(actor, [id, ...below.map((one) => one.id)]);
    return { item, below, dependents };
  }

  /** Removes an item and everything below it. What people reported about them stays, no longer linked to them. */
  async remove(actor: Actor, id: string): Promise<Plan> {
    return this.unitOfWork.run(async (manager) => {
      const { item, below } = await this.whatHangsOn(actor, id);
      const plan = await this.plans.findToEdit(actor, item.planId);
      admitChange(plan);
      const codes = below.map((one) => one.code);
      const before = snapshotOf(inputOf(item));
      await manager.delete(PlanItem, { id });
      await this.amendments.note(plan, { itemId: id, code: item.code, action: 'remove', before });
      await this.record(actor, 'item.remove', plan, id, { ...before, below: codes });
      return plan;
    });
  }

  private async subtree(item: PlanItem): Promise<PlanItem[]> {
    const found: PlanItem[] = [];
    for (let level = [item.id]; level.length > 0;) {
      const next = await this.unitOfWork.read.find(PlanItem, {
        where: { planId: item.planId, parentId: In(level) },
      });
      found.push(...next);
      level = next.map((one) => one.id);
    }
    return found;
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

  private async map(manager: EntityManager, itemId: string, input: ItemInput): Promise<void> {
    if (input.owners.length > 0)
      await manager.insert(
        ItemOwner,
        input.owners.map((owner) => ({ id: uuid(), itemId, ...owner })),
      );
    if (input.objectives.length > 0)
      await manager.insert(
        ItemObjective,
        input.objectives.map((mapping) => ({ id: uuid(), itemId, ...mapping })),
      );
    if (input.principles.length > 0)
      await manager.insert(
        ItemPrinciple,
        input.principles.map((principle) => ({ id: uuid(), itemId, principle })),
      );
    if (input.references.length > 0)
      await manager.insert(
        ItemReference,
        input.references.map((reference) => ({ id: uuid(), itemId, ...reference })),
      );
  }

  private record(
    actor: Actor,
    action: string,
    plan: Plan,
    itemId: string,
    before?: Record<string, unknown>,
    after?: Record<string, unknown>,
  ): Promise<void> {
    return this.history.record(actor, {
      action,
      subjectKind: 'item',
      subjectId: itemId,
      scope: plan.mechanismId,
      before,
      after,
    });
  }
}
