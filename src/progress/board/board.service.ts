import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { demand } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { ItemOwner, PlanItem } from '../../plans/plan/plan.entity.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { inSlices } from '../../platform/database/in-slices.js';
import type { BoardFilter, BoardItemsQuery } from './board.dto.js';
import { countsIn, figuresOf, isUndated, touches } from './board-figures.js';
import { BoardQueryService, type OwnerText } from './board-query.service.js';
import { BoardPage, BoardScope, BoardSubject, BoardView } from './board-view.js';
import { inOrder, servedBy } from './served-items.js';

const LIVE = ['validated', 'adopted'];
const PAGE = 100;
export const NO_FILTER: BoardFilter = { state: null, from: null, until: null };

/**
 * The objective board: coverage by objective, principle and other framework, for a mechanism or a plan as a whole. There
 * is none by State, on purpose: a State narrows the items down to its own, and nothing puts two beside each other.
 */
@Injectable()
export class BoardService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly query: BoardQueryService,
  ) {}

  /** The figures as the actor sees them. Drafts are in none of them. Throws NotFoundError, or InvalidError on `plan`. */
  async load(actor: Actor, subject: BoardSubject, filter: BoardFilter = NO_FILTER): Promise<BoardView> {
    const scope = await this.scope(actor, subject, filter);
    const { items, mapping, undated } = await this.read(actor, scope, filter);
    return { ...figuresOf(items, mapping), scope, undated };
  }

  /** The items behind a tile, plan by plan and in the order of their codes, by cursor; or all of them. */
  async items(actor: Actor, subject: BoardSubject, filter: BoardItemsQuery): Promise<BoardPage> {
    const scope = await this.scope(actor, subject, filter);
    const { items, mapping } = await this.read(actor, scope, filter);
    const served = servedBy(items, mapping, filter);
    const { figure } = filter;
    const listed = inOrder(figure ? served.filter((item) => countsIn(item, figure)) : served, scope.plans);
    const start = filter.cursor ? listed.findIndex(({ id }) => id === filter.cursor) + 1 : 0;
    const page = listed.slice(start, start + PAGE);
    return {
      items: await this.itemsById(page.map(({ id }) => id)),
      nextCursor: listed.length > start + PAGE ? page.at(-1)!.id : null,
      figures: figuresOf(served, mapping).all,
      scope,
    };
  }

  /** Every item the board counts, with owners and mapping: for a file. */
  async everyItem(actor: Actor, subject: BoardSubject, filter: BoardFilter): Promise<PlanItem[]> {
    const scope = await this.scope(actor, subject, filter);
    const { items } = await this.read(actor, scope, filter);
    return this.itemsById(inOrder(items, scope.plans).map(({ id }) => id));
  }

  /** The owners that items of these plans name, each once. */
  async owners({ offered }: BoardScope): Promise<OwnerText[]> {
    if (offered.length === 0) return [];
    return this.unitOfWork.read
      .createQueryBuilder(ItemOwner, 'owner')
      .innerJoin('owner.item', 'item')
      .where({ item: { planId: In(offered.map(({ id }) => id)) } })
      .select('owner.kind', 'kind')
      .addSelect('owner.subject', 'subject')
      .distinct()
      .getRawMany<OwnerText>();
  }

  private async scope(actor: Actor, subject: BoardSubject, filter: BoardFilter): Promise<BoardScope> {
    if ('planId' in subject) {
      const plan = await this.plans.find(actor, subject.planId);
      return { mechanismId: plan.mechanismId, plan, plans: [plan], offered: [plan] };
    }
    const { mechanismId } = subject;
    demand(actor, 'mechanism.read', mechanismId, 'mechanism');
    const known = await this.plans.list(actor, mechanismId);
    const live = known.filter(({ state }) => LIVE.includes(state));
    if (!filter.plan) return { mechanismId, plan: null, plans: live, offered: live };
    const chosen = known.filter(({ id }) => id === filter.plan);
    if (chosen.length === 0) throw InvalidError.field('plan', 'error.choice');
    return { mechanismId, plan: null, plans: chosen, offered: [...new Set([...live, ...chosen])] };
  }

  private async read(actor: Actor, scope: BoardScope, filter: BoardFilter) {
    const { owner, state, from, until } = filter;
    const planIds = scope.plans.map(({ id }) => id);
    const all = await this.query.items(actor, { planIds, owner, state, from, until });
    const items = all.filter((item) => touches(item, { from, until }));
    return {
      items,
      undated: from === null && until === null ? 0 : all.filter(isUndated).length,
      mapping: await this.query.mapping(planIds),
    };
  }

  private async itemsById(ids: string[]): Promise<PlanItem[]> {
    const relations = { plan: true, owners: true, objectives: true, principles: true, references: true };
    const items = await inSlices(ids, (some) =>
      this.unitOfWork.read.find(PlanItem, { where: { id: In(some) }, relations }),
    );
    const found = new Map(items.map((item) => [item.id, item]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }
}
