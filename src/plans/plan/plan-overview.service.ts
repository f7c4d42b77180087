import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { Amendment } from '../amendments/amendment.entity.js';
import { countsOf, type PlanCounts } from './plan-counts.js';
import { type Plan, PlanItem } from './plan.entity.js';
import { isEnded } from './plan-text.js';
import { type OutlineRow, PlanOutlineService } from '../tree/plan-outline.service.js';
import { PlansService } from './plans.service.js';
import { PrioritiesService } from '../priorities/priorities.service.js';
import { type PriorityWithStatus } from '../priorities/priority-standing.js';
import { relatedTo, type RelatedPlans } from './related-plans.js';

/** What stands on a plan's page above its items. */
export interface PlanOverview {
  counts: PlanCounts;
  related: RelatedPlans;
  /** The mechanism's plans that are in force or being made, this one with them whatever it is. */
  atWork: Plan[];
  /** Items that apply to the whole plan, in its order. */
  crossCutting: PlanItem[];
  amendments: number;
  /** The one under way. */
  amendment: Amendment | null;
  /** Those that hold today, and those to come; none for a reader from outside the mechanism. */
  priorities: PriorityWithStatus[];
}

/** Of the items for the whole plan, on its page: there are few where the word means something. */
const MOST = 100;

/** Reads a plan as a whole, without its items' texts: a plan may have thousands. */
@Injectable()
export class PlanOverviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outline: PlanOutlineService,
    private readonly plans: PlansService,
    private readonly priorities: PrioritiesService,
  ) {}

  async summarize(actor: Actor, plan: Plan): Promise<PlanOverview> {
    const { read } = this.unitOfWork;
    const [rows, readable, amendments, amendment, priorities] = await Promise.all([
      this.outline.rowsOf(plan.id),
      this.plans.list(actor, plan.mechanismId),
      read.countBy(Amendment, { planId: plan.id }),
      plan.amendmentId ? read.findOneBy(Amendment, { id: plan.amendmentId }) : null,
      this.priorities.standing(actor, plan),
    ]);
    return {
      counts: countsOf(rows),
      related: relatedTo(plan, readable),
      atWork: readable.filter((one) => one.id === plan.id || !isEnded(one)),
      crossCutting: await this.crossCutting(rows),
      amendments,
      amendment,
      priorities,
    };
  }

  private async crossCutting(rows: OutlineRow[]): Promise<PlanItem[]> {
    if (!rows.some((row) => row.crossCutting)) return [];
    const ids = rows
      .filter((row) => row.crossCutting)
      .slice(0, MOST)
      .map((row) => row.id);
    const items = await this.unitOfWork.read.find(PlanItem, {
      where: { id: In(ids) },
      relations: { owners: true, objectives: true },
    });
    const place = new Map(ids.map((id, index) => [id, index]));
    return items.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
  }
}
