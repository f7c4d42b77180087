import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { WITH_MAPPING } from '../items/item-mapping.js';
import { ItemsService } from '../items/items.service.js';
import { PlanItem } from '../plan/plan.entity.js';
import { PlansService } from '../plan/plans.service.js';
import { SIBLINGS } from '../plan/tree-page.js';
import { Branch, TreeNode, TreeView } from './tree-view.js';

export interface TreeQuery {
  under: string | null;
  at: string | null;
  from: number;
}

/** A plan of so many items is shown whole; of a larger one, levels are opened as long as the page stays below. */
const LINES = 250;

/** A plan's tree as far as a page shows it: thousands of items in eight levels are read a branch at a time. */
@Injectable()
export class PlanTreeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly items: ItemsService,
  ) {}

  /**
   * The branch `under` an item from a place on, or the one that item `at` stands in; the plan's own when neither is
   * given or they are not of this plan. Levels below are open as far as the page has room: a small plan is shown whole.
   * Throws NotFoundError.
   */
  async view(actor: Actor, planId: string, { under, at, from }: TreeQuery): Promise<TreeView> {
    await this.plans.find(actor, planId);
    const whole = (await this.unitOfWork.read.countBy(PlanItem, { planId })) <= LINES;
    if (whole) return { path: [], branch: await this.opened(planId, null, 0, LINES) };
    const target = at ? await this.itemOf(planId, at) : null;
    const root = await this.itemOf(planId, target ? target.parentId : under);
    const start = target ? await this.pageOf(target) : from;
    return {
      path: root ? await this.path(root) : [],
      branch: await this.opened(planId, root?.id ?? null, start, SIBLINGS),
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

  private async path(root: PlanItem): Promise<PlanItem[]> {
    const ids = [...(await this.items.ancestors(root)), root].map(({ id }) => id);
    const nodes = await this.nodes(root.planId, { id: In(ids) });
    return ids.map((id) => nodes.find(({ item }) => item.id === id)!.item);
  }

  private async itemOf(planId: string, id: string | null): Promise<PlanItem | null> {
    return id === null ? null : this.unitOfWork.read.findOneBy(PlanItem, { id, planId });
  }

  /** Where the page of its siblings begins that an item stands on. */
  private async pageOf({ planId, parentId, position, id }: PlanItem): Promise<number> {
    const before = await this.unitOfWork.read
      .createQueryBuilder(PlanItem, 'item')
      .where({ planId, parentId: parentId ?? IsNull() })
      .andWhere('(item.position < :position OR (item.position = :position AND item.id < :id))', {
        position,
        id,
      })
      .getCount();
    return Math.floor(before / SIBLINGS) * SIBLINGS;
  }

  /** A branch with the levels below it open, as long as all of a level fits among so many lines. */
  private async opened(planId: string, parentId: string | null, from: number, most: number): Promise<Branch> {
    const branch = await this.siblings(planId, parentId, from, most);
    let lines = branch.nodes.length;
    for (let level = branch.nodes; level.length > 0;) {
      const parents = level.filter(({ below }) => below > 0);
      lines += parents.reduce((sum, { below }) => sum + below, 0);
      if (lines > LINES) break;
      const next = await this.below(planId, parents);
      for (const parent of parents) {
        const nodes = next.filter(({ item }) => item.parentId === parent.item.id);
        parent.branch = { nodes, from: 0, total: parent.below };
      }
      level = next;
    }
    return branch;
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

  private below(planId: string, parents: TreeNode[]): Promise<TreeNode[]> {
    if (parents.length === 0) return Promise.resolve([]);
    return this.nodes(planId, { planId, parentId: In(parents.map(({ item }) => item.id)) });
  }

  private async nodes(planId: string, where: object): Promise<TreeNode[]> {
    const items = await this.unitOfWork.read.find(PlanItem, {
      where,
      relations: WITH_MAPPING,
      // Joined, each owner would come once for each objective, and they for each reference.
      relationLoadStrategy: 'query',
      order: { position: 'ASC', id: 'ASC' },
    });
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
