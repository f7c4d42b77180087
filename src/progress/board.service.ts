import { Injectable } from '@nestjs/common';
import { demand } from '../accounts/roles.js';
import { objectives } from '../framework/objectives.data.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { ItemObjective } from '../plans/plan.entity.js';
import { Entry } from './entry.entity.js';
import { whereSeenBy } from './entry-sight.js';

export interface ObjectiveFigures {
  objective: number;
  /** Items of live plans mapped to it. */
  planned: number;
  /** Of these, those whose status in the plan is `ongoing`. */
  underWay: number;
  /** Of these, those with at least one entry the reader can see, submitted or further. */
  reported: number;
}

const LIVE = ['validated', 'adopted'];

/** The objective board: coverage by objective for a mechanism as a whole. There is none by State, on purpose. */
@Injectable()
export class BoardService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Figures for all 23 objectives, in their order. Drafts are in none of them. */
  async of(actor: Actor, mechanismId: string): Promise<ObjectiveFigures[]> {
    demand(actor, 'mechanism.read', mechanismId, 'mechanism');
    const planned = await this.mapped(mechanismId)
      .select('mapping.objective', 'objective')
      .addSelect('COUNT(DISTINCT item.id)', 'planned')
      .addSelect(`COUNT(DISTINCT CASE WHEN item.status = 'ongoing' THEN item.id END)`, 'underWay')
      .groupBy('mapping.objective')
      .getRawMany<{ objective: number; planned: string; underWay: string }>();
    const reported = await whereSeenBy(
      this.unitOfWork.read
        .createQueryBuilder(Entry, 'entry')
        .innerJoin('entry.items', 'link')
        .innerJoin('link.item', 'item')
        .innerJoin('item.plan', 'plan')
        .innerJoin('item.objectives', 'mapping')
        .where('entry.mechanismId = :mechanismId AND plan.mechanismId = :mechanismId', { mechanismId })
        .andWhere(`plan.state IN (:...live) AND entry.submittedVersion > 0 AND entry.state <> 'withdrawn'`, {
          live: LIVE,
        }),
      actor,
    )
      .select('mapping.objective', 'objective')
      .addSelect('COUNT(DISTINCT item.id)', 'reported')
      .groupBy('mapping.objective')
      .getRawMany<{ objective: number; reported: string }>();
    return objectives.map(({ number: objective }) => {
      const plan = planned.find((row) => Number(row.objective) === objective);
      const report = reported.find((row) => Number(row.objective) === objective);
      return {
        objective,
        planned: Number(plan?.planned ?? 0),
        underWay: Number(plan?.underWay ?? 0),
        reported: Number(report?.reported ?? 0),
      };
    });
  }

  private mapped(mechanismId: string) {
    return this.unitOfWork.read
      .createQueryBuilder(ItemObjective, 'mapping')
      .innerJoin('mapping.item', 'item')
      .innerJoin('item.plan', 'plan')
      .where('plan.mechanismId = :mechanismId AND plan.state IN (:...live)', { mechanismId, live: LIVE });
  }
}
