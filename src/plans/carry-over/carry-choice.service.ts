import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { CarryOverService } from './carry-over.service.js';
import type { CarryQuery } from './carry-over.dto.js';
import { type Plan, PlanItem } from '../plan/plan.entity.js';
import { PlansService } from '../plan/plans.service.js';

/** So many are offered at once: a page stays small, and a plan may have thousands of items. */
const OFFERED = 200;

export interface OfferedItem {
  item: PlanItem;
  /** How many stand directly below it. */
  below: number;
  carried: boolean;
}

/** What may be carried over into a plan, as far as one page offers it. */
export interface CarryChoice {
  plan: Plan;
  /** The mechanism's other plans, the one it follows first. */
  sources: Plan[];
  source: Plan | null;
  /** The item of the source whose children are offered. */
  under: PlanItem | null;
  into: PlanItem | null;
  offered: OfferedItem[];
  /** Place of the next ones; null when these are the last. */
  next: number | null;
}

/** Leads to the items to carry over, a branch at a time. */
@Injectable()
export class CarryChoiceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly carrying: CarryOverService,
  ) {}

  async offer(actor: Actor, planId: string, query: CarryQuery): Promise<CarryChoice> {
    const plan = await this.plans.findToEdit(actor, planId);
    const others = (await this.plans.list(actor, plan.mechanismId)).filter(({ id }) => id !== planId);
    const former = (one: Plan) => (one.id === plan.formerPlanId ? 0 : 1);
    const sources = others.sort((a, b) => former(a) - former(b));
    const source = sources.find(({ id }) => id === (query.from ?? plan.formerPlanId)) ?? null;
    const under = source && (await this.itemOf(source.id, query.under));
    return {
      plan,
      sources,
      source,
      under,
      into: await this.itemOf(planId, query.into),
      ...(source ? await this.offered(plan, source, under, query.start) : { offered: [], next: null }),
    };
  }

  private async offered(plan: Plan, source: Plan, under: PlanItem | null, start: number) {
    const { read } = this.unitOfWork;
    const items = await read.find(PlanItem, {
      where: { planId: source.id, parentId: under?.id ?? IsNull() },
      order: { position: 'ASC', id: 'ASC' },
      skip: start,
      take: OFFERED + 1,
    });
    const shown = items.slice(0, OFFERED);
    const counted = await read
      .createQueryBuilder(PlanItem, 'item')
      .select('item.parentId', 'parentId')
      .addSelect('COUNT(*)', 'below')
      .where({ planId: source.id, parentId: In(shown.map(({ id }) => id)) })
      .groupBy('item.parentId')
      .getRawMany<{ parentId: string; below: unknown }>();
    const below = new Map(counted.map((row) => [row.parentId, Number(row.below)]));
    const copies = await this.carrying.copiesIn(plan.id);
    const offered = shown.map((item) => ({
      item,
      below: below.get(item.id) ?? 0,
      carried: copies.has(item.id),
    }));
    return { offered, next: items.length > OFFERED ? start + OFFERED : null };
  }

  private async itemOf(planId: string, id: string | null): Promise<PlanItem | null> {
    return id === null ? null : this.unitOfWork.read.findOneBy(PlanItem, { id, planId });
  }
}
