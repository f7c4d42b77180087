import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { can } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { DayMark, Span } from '../../platform/web/pictures/day-marks.js';
import type { Plan } from '../plan/plan.entity.js';
import { PlanItem } from '../plan/plan.entity.js';
import { PLAN_IN_FORCE } from '../plan/plan.workflow.js';
import { PlansService } from '../plan/plans.service.js';
import { type PlanTimeline, timelineOf } from './plan-timeline.js';

const LINE = {
  id: true,
  parentId: true,
  code: true,
  title: true,
  status: true,
  whenPrecision: true,
  whenStart: true,
  whenEnd: true,
  whenText: true,
} as const;
const IN_ORDER = { position: 'ASC', id: 'ASC' } as const;
/** A picture shows at most so many. */
const MARKS = 300;

interface CurrentTimeline {
  plan: Plan;
  timeline: PlanTimeline;
}

/** What of a plan has a day, in the order of the plan and in that of time. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
  ) {}

  /**
   * The dated items of a plan, or of one branch of it. Throws NotFoundError for a plan the actor may not read, and for a
   * branch that is not there.
   */
  async ofPlan(
    actor: Actor,
    planId: string,
    under?: string,
  ): Promise<{ plan: Plan; timeline: PlanTimeline }> {
    const plan = await this.plans.find(actor, planId);
    const items = await this.unitOfWork.read.find(PlanItem, {
      select: LINE,
      where: { planId },
      order: IN_ORDER,
    });
    if (under !== undefined && !items.some(({ id }) => id === under)) throw new NotFoundError('item');
    return { plan, timeline: timelineOf(items, under) };
  }

  /**
   * The dated items of the latest plan in force that has any, by its first level where there are more than `most`; null
   * where there is none.
   */
  async ofCurrent(actor: Actor, mechanismId: string, most: number): Promise<CurrentTimeline | null> {
    const plans = (await this.plans.list(actor, mechanismId)).filter(({ state }) => state === PLAN_IN_FORCE);
    const where = { planId: In(plans.map(({ id }) => id)) };
    const items = await this.unitOfWork.read.find(PlanItem, {
      select: { ...LINE, planId: true },
      where,
      order: IN_ORDER,
    });
    const dated = new Set(items.filter(({ whenStart }) => whenStart !== null).map(({ planId }) => planId));
    const plan = plans.find(({ id }) => dated.has(id));
    if (!plan) return null;
    const own = items.filter(({ planId }) => planId === plan.id);
    return { plan, timeline: timelineOf(own, undefined, most) };
  }

  /** Items of the plans in force that are due within the days, for calendars. */
  async due(actor: Actor, mechanismId: string, { from, until }: Span): Promise<DayMark[]> {
    const isPublic = can(actor, 'plans.read', mechanismId) ? {} : { isPublic: true };
    const items = await this.unitOfWork.read.find(PlanItem, {
      select: LINE,
      where: {
        whenEnd: MoreThanOrEqual(from),
        whenStart: LessThanOrEqual(until),
        whenPrecision: In(['day', 'month', 'range']),
        plan: { mechanismId, state: In(['validated', 'adopted']), ...isPublic },
      },
      order: { whenEnd: 'ASC', id: 'ASC' },
      take: MARKS,
    });
    return items.map((item) => ({
      // Of a range a calendar shows the day it is due.
      from: item.whenPrecision === 'month' ? item.whenStart! : item.whenEnd!,
      until: item.whenEnd!,
      text: item.title,
      href: `/items/${item.id}`,
      exact: item.whenPrecision !== 'month',
    }));
  }
}
