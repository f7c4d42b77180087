import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { can, demand, mechanismsWhere } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { slicesOf } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { splitLines } from '../../platform/i18n/split-lines.js';
import type { Day } from '../../platform/i18n/day.js';
import type { PriorityInput } from './priority.dto.js';
import { type Plan, PlanItem } from '../plan/plan.entity.js';
import { admitNotEnded } from '../plan/plan-text.js';
import { itemChange } from '../items/item-history.js';
import { PlansService } from '../plan/plans.service.js';
import { Priority } from './priority.entity.js';
import { PriorityWithStatus, standingOf } from './priority-standing.js';

/**
 * What a chair puts first for its term, over a plan that stays as it is. Read by people of the mechanism only, also where
 * the plan is public: a plan's readers read what the plan says, not what a chair thinks of it.
 */
@Injectable()
export class PrioritiesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly mechanisms: MechanismsService,
    private readonly history: History,
  ) {}

  /** All of a plan's priorities with their items, the latest first; none for a reader from outside the mechanism. */
  async list(actor: Actor, plan: Plan, where: { itemId?: string } = {}): Promise<PriorityWithStatus[]> {
    if (!can(actor, 'plans.read', plan.mechanismId)) return [];
    const found = await this.unitOfWork.read.find(Priority, {
      where: { planId: plan.id, ...where },
      relations: { item: true },
      order: { fromDay: 'DESC', createdAt: 'DESC', id: 'ASC' },
    });
    if (found.length === 0) return [];
    const today = await this.today(plan);
    return found.map((priority) => Object.assign(priority, { standing: standingOf(priority, today) }));
  }

  /** Those that hold today or are to come. */
  async standing(actor: Actor, plan: Plan, itemId?: string): Promise<PriorityWithStatus[]> {
    const all = await this.list(actor, plan, itemId === undefined ? {} : { itemId });
    return all.filter(({ standing }) => standing !== 'past');
  }

  /** How many priorities are set on these items, ended ones too, as far as the actor may know. */
  async countOn(actor: Actor, itemIds: string[]): Promise<number> {
    let count = 0;
    for (const some of slicesOf(itemIds)) {
      const itemId = In(some);
      const plan = { mechanismId: In(mechanismsWhere(actor, 'plans.read')) };
      count += await this.unitOfWork.read.countBy(Priority, { itemId, plan });
    }
    return count;
  }

  /** The plan, for somebody who means to set its priorities. Throws NotFoundError or ForbiddenError. */
  async findToSet(actor: Actor, planId: string): Promise<Plan> {
    const plan = await this.plans.find(actor, planId);
    demand(actor, 'priorities.set', plan.mechanismId, 'plan');
    return plan;
  }

  /** Makes items of a plan priorities. Throws InvalidError for an item or code that is not in it. */
  async set(actor: Actor, planId: string, input: PriorityInput): Promise<Priority[]> {
    const { setBy, from: fromDay, until: untilDay, note } = input;
    return this.unitOfWork.run(async (manager) => {
      const plan = await this.findToSet(actor, planId);
      admitNotEnded(plan);
      const items = await this.chosen(planId, input);
      const row = { planId, setBy, fromDay, untilDay, note, createdAt: this.clock.now() };
      const priorities = items.map((item) =>
        Object.assign(new Priority(), { id: uuid(), itemId: item.id, ...row }),
      );
      for (const [index, priority] of priorities.entries()) {
        await manager.insert(Priority, priority);
        const after = { code: items[index]!.code, setBy, fromDay, untilDay };
        await this.record(actor, 'priority.set', plan, priority, undefined, after);
      }
      return priorities;
    });
  }

  /** Sets the last day of a priority, or another one: it is never deleted. */
  async end(actor: Actor, id: string, untilDay: Day): Promise<Priority> {
    return this.unitOfWork.run(async (manager) => {
      const priority = await this.findToEnd(actor, id);
      if (untilDay < priority.fromDay) throw InvalidError.field('until', 'error.endsBeforeStart');
      await manager.update(Priority, { id }, { untilDay });
      const { code } = priority.item;
      const [before, after] = [priority.untilDay, untilDay].map((day) => ({ code, untilDay: day }));
      await this.record(actor, 'priority.end', priority.plan, priority, before, after);
      return Object.assign(priority, { untilDay });
    });
  }

  /** The priority with its plan and item, for somebody who means to end it. */
  async findToEnd(actor: Actor, id: string): Promise<Priority> {
    const relations = { item: true, plan: true } as const;
    const priority = await this.unitOfWork.read.findOne(Priority, { where: { id }, relations });
    if (!priority || !can(actor, 'plans.read', priority.plan.mechanismId))
      throw new NotFoundError('priority');
    demand(actor, 'priorities.set', priority.plan.mechanismId, 'priority');
    return priority;
  }

  /** Which day it is where the mechanism is. */
  async today({ mechanismId }: Pick<Plan, 'mechanismId'>): Promise<Day> {
    return dayIn((await this.mechanisms.find(mechanismId)).zone, this.clock.now());
  }

  private async chosen(planId: string, { items: ids, codes: typed }: PriorityInput): Promise<PlanItem[]> {
    const codes = splitLines(typed);
    const { read } = this.unitOfWork;
    const byId = ids.length > 0 ? await read.findBy(PlanItem, { planId, id: In(ids) }) : [];
    if (byId.length < new Set(ids).size) throw InvalidError.field('items', 'error.notInPlan');
    const byCode = codes.length > 0 ? await read.findBy(PlanItem, { planId, code: In(codes) }) : [];
    for (const code of new Set(codes)) {
      const found = byCode.filter((item) => item.code === code).length;
      if (found === 0) throw InvalidError.field('codes', 'error.codeUnknown', { code });
      if (found > 1) throw InvalidError.field('codes', 'error.codeTwice', { code });
    }
    const chosen = [...new Map([...byId, ...byCode].map((item) => [item.id, item])).values()];
    if (chosen.length === 0) throw InvalidError.field('items', 'error.chooseItems');
    return chosen;
  }

  private record(
    actor: Actor,
    action: string,
    plan: Plan,
    { itemId }: Priority,
    before?: object,
    after?: object,
  ) {
    const values = { before: { ...before }, after: { ...after } };
    return this.history.record(actor, itemChange(action, plan, itemId, values));
  }
}
