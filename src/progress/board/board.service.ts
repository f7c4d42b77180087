import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { ItemOwner, type Plan, type PlanItem } from '../../plans/plan/plan.entity.js';
import type { BoardFilter, BoardItemsQuery } from './board.dto.js';
import { boardOf, countsIn, figuresOf, inOrder } from './board-figures.js';
import { BoardQueryService, type OwnerText } from './board-query.service.js';
import { BoardScopeService } from './board-scope.service.js';
import type { BoardPage, BoardScope, BoardSubject, BoardView, ListedItem } from './board-view.js';
import { IN_A_TABLE, type Shown, shownItems, WHOLE } from '../../plans/tree/shown-items.js';

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
    private readonly scopes: BoardScopeService,
    private readonly query: BoardQueryService,
  ) {}

  /** The figures as the actor sees them. Drafts are in none of them. Throws NotFoundError, or InvalidError on `plan`. */
  async load(actor: Actor, subject: BoardSubject, filter: BoardFilter = NO_FILTER): Promise<BoardView> {
    const scope = await this.scopes.find(actor, subject, filter);
    return { ...boardOf(await this.query.figures(actor, scope, filter)), scope };
  }

  /** The items behind a tile, plan by plan and in the order of their codes, by cursor. */
  items(actor: Actor, subject: BoardSubject, filter: BoardItemsQuery): Promise<BoardPage> {
    return this.page(actor, subject, filter, WHOLE);
  }

  /** The same for a table of them. */
  table(actor: Actor, subject: BoardSubject, filter: BoardItemsQuery): Promise<BoardPage<ListedItem>> {
    return this.page(actor, subject, filter, IN_A_TABLE);
  }

  private async page(
    actor: Actor,
    subject: BoardSubject,
    filter: BoardItemsQuery,
    shown: Shown,
  ): Promise<BoardPage> {
    const scope = await this.scopes.find(actor, subject, filter);
    const served = await this.query.listed(actor, scope, filter, filter);
    const { figure } = filter;
    const listed = inOrder(figure ? served.filter((item) => countsIn(item, figure)) : served, scope.plans);
    const start = filter.cursor ? listed.findIndex(({ id }) => id === filter.cursor) + 1 : 0;
    const page = listed.slice(start, start + PAGE);
    return {
      items: await this.read(page, scope, shown),
      said: new Map(page.map(({ id, said }) => [id, said])),
      nextCursor: listed.length > start + PAGE ? page.at(-1)!.id : null,
      figures: figuresOf(served),
      scope,
    };
  }

  /** Every item a board counts, with owners and mapping: for a file. The scope is one that was found for the actor. */
  async everyItem(actor: Actor, scope: BoardScope, filter: BoardFilter): Promise<PlanItem[]> {
    return this.read(inOrder(await this.query.listed(actor, scope, filter), scope.plans), scope, WHOLE);
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

  private async read(listed: readonly { id: string }[], { plans }: BoardScope, shown: Shown) {
    const items = await shownItems(
      this.unitOfWork,
      listed.map(({ id }) => id),
      shown,
    );
    const planOf = new Map(plans.map((plan) => [plan.id, plan as Plan]));
    for (const item of items) item.plan = planOf.get(item.planId)!;
    return items;
  }
}
