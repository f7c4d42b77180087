import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { ItemObjective, ItemPrinciple, ItemReference, PlanItem } from '../../plans/plan/plan.entity.js';
import type { OwnerKind } from '../../plans/plan/vocabulary.js';
import type { BoardItem, Days, Mapping } from './board-figures.js';
import { audiencesFor } from '../access/entry-audience.js';
import { ReportedDays } from './reported-days.entity.js';

export interface OwnerText {
  kind: OwnerKind;
  /** Null for those that need no name. */
  subject: string | null;
}

export interface BoardItemCriteria extends Days {
  planIds: string[];
  /** Named among an item's owners. */
  owner?: OwnerText;
  /** A State that answers for the item, by name or as one of all. */
  state?: string | null;
}

/** Reads what the board counts, as the actor sees it. */
@Injectable()
export class BoardQueryService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The items of the plans, each with whether the actor sees something reported about it (for a period that touches the
   * days, if any are given). Their own dates are not looked at.
   */
  async items(actor: Actor, { planIds, owner, state, ...days }: BoardItemCriteria): Promise<BoardItem[]> {
    if (planIds.length === 0) return [];
    const query = this.unitOfWork.read
      .createQueryBuilder(PlanItem, 'item')
      .select([])
      .where('item.planId IN (:...planIds)', { planIds });
    for (const column of COLUMNS) query.addSelect(`item.${column}`, column);
    if (owner) {
      const named = owner.subject === null ? '' : 'AND "o"."subject" = :subject';
      query.andWhere(owned(`"o"."kind" = :kind ${named}`), owner);
    }
    if (state)
      query.andWhere(
        owned(`("o"."kind" = 'all-members' OR ("o"."kind" = 'state' AND "o"."subject" = :state))`),
        {
          state,
        },
      );
    const rows = await query.getRawMany<Omit<BoardItem, 'reported'>>();
    const reported = await this.reported(actor, planIds, days);
    return rows.map((row) => ({
      ...row,
      institutional: Boolean(row.institutional),
      reported: reported.has(row.id),
    }));
  }

  /** Ids of the items about which the actor sees something reported. */
  private async reported(actor: Actor, planIds: string[], { from, until }: Days): Promise<Set<string>> {
    const query = this.unitOfWork.read
      .createQueryBuilder(ReportedDays, 'seen')
      .select('seen.itemId', 'id')
      .distinct()
      .where('seen.planId IN (:...planIds)', { planIds })
      .andWhere('seen.audience IN (:...audiences)', { audiences: audiencesFor(actor) });
    if (from) query.andWhere('seen.untilDay >= :from', { from });
    if (until) query.andWhere('seen.fromDay <= :until', { until });
    return new Set((await query.getRawMany<{ id: string }>()).map(({ id }) => id));
  }

  /** What the items of the plans are mapped to. */
  async mapping(planIds: string[]): Promise<Mapping> {
    if (planIds.length === 0) return { objectives: [], principles: [], references: [] };
    const [objectives, principles, references] = await Promise.all([
      this.mapped(ItemObjective, planIds, ['itemId', 'objective']).getRawMany(),
      this.mapped(ItemPrinciple, planIds, ['itemId', 'principle']).getRawMany(),
      this.mapped(ItemReference, planIds, ['itemId', 'framework', 'code']).getRawMany(),
    ]);
    return { objectives, principles, references };
  }

  private mapped<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    planIds: string[],
    columns: string[],
  ): SelectQueryBuilder<T> {
    const query = this.unitOfWork.read
      .createQueryBuilder(entity, 'mapping')
      .innerJoin('mapping.item', 'item')
      .select([])
      .where('item.planId IN (:...planIds)', { planIds });
    for (const column of columns) query.addSelect(`mapping.${column}`, column);
    return query;
  }
}

const COLUMNS = [
  'id',
  'planId',
  'code',
  'status',
  'institutional',
  'whenPrecision',
  'whenStart',
  'whenEnd',
] as const satisfies (keyof BoardItem)[];

const owned = (condition: string) =>
  `EXISTS (SELECT 1 FROM "plan_item_owner" "o" WHERE "o"."itemId" = item.id AND ${condition})`;
