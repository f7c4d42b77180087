import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { ItemsService } from '../items/items.service.js';
import { PlanItem } from '../plan/plan.entity.js';
import { PlansService } from '../plan/plans.service.js';
import { SIBLINGS } from '../plan/tree-page.js';
import { PlanOutlineService } from './plan-outline.service.js';
import { IN_A_LINE, shownItems } from './shown-items.js';
import { mappedItems } from './tree-items.js';
import { openedBelow, pathTo, type TreeShape, shapeOf } from './tree-shape.js';
import { Branch, TreeNode, TreeView } from './tree-view.js';

export interface TreeQuery {
  under: string | null;
  at: string | null;
  from: number;
}

/** A plan of so many items is shown whole; of a larger one, levels are opened as long as the page stays below. */
const LINES = 200;

/** A plan's tree as far as a page shows it: thousands of items in eight levels are read a branch at a time. */
@Injectable()
export class PlanTreeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly outline: PlanOutlineService,
  ) {}

  /**
   * The branch `under` an item from a place on, or the one that item `at` stands in; the plan's own when neither is
   * given or they are not of this plan. Levels below are open as far as the page has room: a small plan is shown whole.
   * Throws NotFoundError.
   */
  async view(actor: Actor, planId: string, { under, at, from }: TreeQuery): Promise<TreeView> {
    await this.plans.find(actor, planId);
    const shape = shapeOf(await this.outline.rowsOf(planId));
    if (shape.parents.size <= LINES) return { path: [], branch: await this.opened(shape, null, 0, LINES) };
    const known = (id: string | null) => (id !== null && shape.parents.has(id) ? id : null);
    const target = known(at);
    const root = target ? shape.parents.get(target)! : known(under);
    const start = target ? pageOf(shape.below(root).indexOf(target)) : from;
    const path = pathTo(shape, root);
    const lines = await shownItems(this.unitOfWork, path, IN_A_LINE);
    return {
      path: path.flatMap((id) => lines.find((item) => item.id === id) ?? []),
      branch: await this.opened(shape, root, start, SIBLINGS),
    };
  }

  /** One item with those below it, or closed. Throws NotFoundError. */
  async node(actor: Actor, planId: string, id: string, open: boolean): Promise<TreeNode> {
    const item = await this.items.find(actor, id);
    if (item.planId !== planId) throw new NotFoundError('item');
    const branch = await this.siblings(planId, id, 0, open ? SIBLINGS : 0);
    return { item, below: branch.total, branch: open ? branch : null };
  }

  /** Siblings from a place on, closed. Throws NotFoundError. */
  async siblingsFrom(actor: Actor, planId: string, under: string | null, from: number): Promise<Branch> {
    await this.plans.find(actor, planId);
    return this.siblings(planId, under, from, SIBLINGS);
  }

  /** A branch with the levels below it open, as long as all of a level fits among so many lines. */
  private async opened(
    shape: TreeShape,
    parentId: string | null,
    from: number,
    most: number,
  ): Promise<Branch> {
    const siblings = shape.below(parentId);
    const top = siblings.slice(from, from + most);
    const open = openedBelow(shape, top, LINES);
    const items = await shownItems(this.unitOfWork, [...top, ...[...open].flatMap(shape.below)], IN_A_LINE);
    const byId = new Map(items.map((item) => [item.id, item]));
    const nodesOf = (ids: readonly string[]): TreeNode[] =>
      ids.flatMap((id) => {
        const item = byId.get(id);
        const below = shape.below(id);
        const shown = open.has(id) && below.length > 0;
        const branch = shown ? { nodes: nodesOf(below), from: 0, total: below.length } : null;
        // Gone since its place was read.
        return item ? [{ item, below: below.length, branch }] : [];
      });
    return { nodes: nodesOf(top), from, total: siblings.length };
  }

  private async siblings(
    planId: string,
    parentId: string | null,
    from: number,
    most: number,
  ): Promise<Branch> {
    const { read } = this.unitOfWork;
    const where = { planId, parentId: parentId ?? IsNull() };
    const total = await read.countBy(PlanItem, where);
    const order = { position: 'ASC', id: 'ASC' } as const;
    const page = await read.find(PlanItem, { select: { id: true }, where, order, skip: from, take: most });
    return { nodes: await this.nodes(planId, { id: In(page.map(({ id }) => id)) }), from, total };
  }

  private async nodes(planId: string, where: FindOptionsWhere<PlanItem>): Promise<TreeNode[]> {
    const items = await mappedItems(this.unitOfWork.read, where);
    const counted = await this.unitOfWork.read
      .createQueryBuilder(PlanItem, 'item')
      .select('item.parentId', 'parentId')
      .addSelect('COUNT(*)', 'below')
      .where({ planId, parentId: In(items.map(({ id }) => id)) })
      .groupBy('item.parentId')
      .getRawMany<{ parentId: string; below: number | string }>();
    const below = new Map(counted.map((row) => [row.parentId, Number(row.below)]));
    return items.map((item) => ({ item, below: below.get(item.id) ?? 0, branch: null }));
  }
}

/** Where the page of its siblings begins that the one at this place stands on. */
const pageOf = (place: number) => Math.floor(place / SIBLINGS) * SIBLINGS;
