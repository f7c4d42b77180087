import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import type { OwnerKind } from '../../plans/plan/vocabulary.js';
import { audiencesIn } from '../access/entry-audience.js';
import type { BoardFilter, BoardItemsQuery } from './board.dto.js';
import { type CountedItem, FIGURES, type FigureRow, type Figures } from './board-figures.js';
import type { BoardScope } from './board-view.js';
import { FIGURE_PARTS } from './figure-parts.js';
import { owned, serving, touching, UNDATED, UNMAPPED } from './item-conditions.js';
import { ReportedDays } from './reported-days.entity.js';
import { ReportedStatus } from './reported-status.entity.js';
import { STATUS_SAID } from '../words/reported-status.js';

type Tile = Pick<BoardItemsQuery, 'objective' | 'principle' | 'reference' | 'unmapped'>;
export interface OwnerText {
  kind: OwnerKind;
  /** Null for those that need no name. */
  subject: string | null;
}

const EVERY_ITEM: Tile = { objective: null, principle: null, unmapped: false };

/**
 * Reads what the board counts, as the actor sees it. The database counts, and lists by the same conditions: neither the
 * items nor what they are mapped to come here to be counted.
 */
@Injectable()
export class BoardQueryService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All figures of the board. */
  async figures(actor: Actor, scope: BoardScope, filter: BoardFilter): Promise<FigureRow[]> {
    if (scope.plans.length === 0) return [];
    const counted = this.counted(actor, scope, filter)
      .addSelect(`CASE WHEN item.institutional THEN 1 ELSE 0 END`, 'institutional')
      .addSelect(`CASE WHEN ${UNMAPPED} THEN 1 ELSE 0 END`, 'unmapped');
    const query = this.unitOfWork.read.createQueryBuilder().addCommonTableExpression(counted, 'counted');
    const parts = [...FIGURE_PARTS];
    if (filter.from !== null || filter.until !== null) {
      const undated = this.items(scope, filter).select('item.id', 'id').andWhere(UNDATED);
      query.addCommonTableExpression(undated, 'undated');
      parts.push(`SELECT 'undated', '', '', COUNT(*), 0, 0, 0 FROM "undated"`);
    }
    const rows = await query
      .select('*')
      .from(`(${parts.join(' UNION ALL ')})`, 'figures')
      .getRawMany<FigureRow>();
    // PostgreSQL counts further than a number goes, and answers in text; the sum of nothing is null.
    return rows.map((row) => ({
      ...row,
      ...(Object.fromEntries(FIGURES.map((figure) => [figure, Number(row[figure])])) as unknown as Figures),
    }));
  }

  /** The items behind a tile, in no order. */
  async listed(
    actor: Actor,
    scope: BoardScope,
    filter: BoardFilter,
    tile: Tile = EVERY_ITEM,
  ): Promise<CountedItem[]> {
    if (scope.plans.length === 0) return [];
    const query = this.counted(actor, scope, filter)
      .addSelect('"by_reports"."status"', 'said')
      .addSelect('item.planId', 'planId')
      .addSelect('item.code', 'code');
    const { objective, principle, reference, unmapped } = tile;
    if (objective !== null)
      query.andWhere(serving('objective', '"m"."objective" = :objective'), { objective });
    else if (principle !== null)
      query.andWhere(serving('principle', '"m"."principle" = :principle'), { principle });
    else if (reference)
      query.andWhere(serving('reference', '"m"."framework" = :framework AND "m"."code" = :reference'), {
        framework: reference.framework,
        reference: reference.code,
      });
    else if (unmapped) query.andWhere(UNMAPPED);
    return query.getRawMany<CountedItem>();
  }

  /** Items whose dates touch the days, each with what it counts as; numbers, because truth is one on one database only. */
  private counted(actor: Actor, scope: BoardScope, filter: BoardFilter): SelectQueryBuilder<PlanItem> {
    const query = this.items(scope, filter);
    for (const condition of touching(filter)) query.andWhere(condition);
    const reported = query
      .subQuery()
      .select('1')
      .from(ReportedDays, 'seen')
      // Twice, and not the same: by the one a plan's items are looked up one by one, by the other all at once.
      .where('seen.planId = item.planId AND seen.planId IN (:...planIds)')
      .andWhere('seen.itemId = item.id AND seen.audience IN (:...audiences)');
    if (filter.from !== null) reported.andWhere('seen.untilDay >= :from');
    if (filter.until !== null) reported.andWhere('seen.fromDay <= :until');
    return query
      .leftJoin(byReports, 'by_reports', '"by_reports"."itemId" = item.id')
      .select('item.id', 'id')
      .addSelect(`CASE WHEN item.status = 'ongoing' THEN 1 ELSE 0 END`, 'underWay')
      .addSelect(`CASE WHEN "by_reports"."status" = 'ongoing' THEN 1 ELSE 0 END`, 'underWayReported')
      .addSelect(`CASE WHEN EXISTS ${reported.getQuery()} THEN 1 ELSE 0 END`, 'reported')
      .setParameter('audiences', audiencesIn(actor, scope.mechanism.id));
  }

  /** The items of the plans, narrowed down by who owns them. Their dates are not looked at. */
  private items({ plans }: BoardScope, { owner, state, from, until }: BoardFilter) {
    const query = this.unitOfWork.read
      .createQueryBuilder(PlanItem, 'item')
      .where('item.planId IN (:...planIds)', { planIds: plans.map(({ id }) => id) })
      .setParameters({ from, until });
    if (owner) {
      const named = owner.subject === null ? '' : 'AND "o"."subject" = :subject';
      query.andWhere(owned(`"o"."kind" = :kind ${named}`), owner);
    }
    if (state)
      query.andWhere(
        owned(`("o"."kind" = 'all-members' OR ("o"."kind" = 'state' AND "o"."subject" = :state))`),
        { state },
      );
    return query;
  }
}

/**
 * How items stand by accepted reports, for those audiences together: of each reporter the report that was accepted last of
 * all that one of them may read. That is how they stand today, whatever days are asked for, as the plan's status is.
 */
const byReports = (query: SelectQueryBuilder<ObjectLiteral>) => {
  const later = query
    .subQuery()
    .select('1')
    .from(ReportedStatus, 'later')
    .where('later.planId = said.planId AND later.itemId = said.itemId AND later.voice = said.voice')
    .andWhere('later.audience IN (:...audiences)')
    .andWhere(
      '(later.acceptedAt > said.acceptedAt OR (later.acceptedAt = said.acceptedAt AND later.entryId > said.entryId))',
    );
  return query
    .subQuery()
    .select('said.itemId', 'itemId')
    .addSelect(STATUS_SAID, 'status')
    .from(ReportedStatus, 'said')
    .where('said.planId IN (:...planIds) AND said.audience IN (:...audiences)')
    .andWhere(`NOT EXISTS ${later.getQuery()}`)
    .groupBy('said.itemId');
};
