import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { can, demand, mechanismsWhere } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { AuditEvent, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Day } from '../../platform/i18n/day.js';
import { AmendmentRecord } from '../amendments/amendment-record.js';
import type { AdoptionInput, PlanInput } from './plan.dto.js';
import { Plan } from './plan.entity.js';
import { admitPlanText, type PlanText, planTextChanged } from './plan-text.js';
import { itemsInUse, planInUse } from './plan-in-use.js';
import { PLAN_BACK_DAYS, PLAN_IN_FORCE, type PlanMove, planWorkflow } from './plan.workflow.js';
import type { PlanState } from './vocabulary.js';

const DAY_MS = 86_400_000;

/** Plans as a whole. Their items are ItemsService's. */
@Injectable()
export class PlansService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly amendments: AmendmentRecord,
  ) {}

  /** The plans of a mechanism the actor may read, newest first: all for its people, public ones for anybody. */
  async list(actor: Actor, mechanismId: string): Promise<Plan[]> {
    const all = await this.unitOfWork.remember(`plans of mechanism:${mechanismId}`, () =>
      this.unitOfWork.read.find(Plan, { where: { mechanismId }, order: { createdAt: 'DESC' } }),
    );
    return all.filter((plan) => mayRead(actor, plan));
  }

  /** The plan a mechanism works by, of those the actor may read: see `planInUse`. */
  async inUse(actor: Actor, mechanismId: string, today: Day): Promise<Plan | null> {
    const inForce = (await this.list(actor, mechanismId)).filter(({ state }) => state === PLAN_IN_FORCE);
    if (inForce.length < 2) return inForce[0] ?? null;
    const ids = inForce.map(({ id }) => id);
    return planInUse(inForce, await itemsInUse(this.unitOfWork.read, ids), today);
  }

  /** Every plan of the mechanisms the actor belongs to. */
  listMine(actor: Actor): Promise<Plan[]> {
    const where = { mechanismId: In(mechanismsWhere(actor, 'plans.read')) };
    return this.unitOfWork.read.find(Plan, { where, order: { mechanismId: 'ASC', createdAt: 'DESC' } });
  }

  /** Throws NotFoundError when there is no such plan or it is not the actor's to read. */
  async find(actor: Actor, id: string): Promise<Plan> {
    const plan = await this.unitOfWork.remember(`plan:${id}`, () =>
      this.unitOfWork.read.findOneBy(Plan, { id }),
    );
    if (!plan || !mayRead(actor, plan)) throw new NotFoundError('plan');
    return plan;
  }

  /** The plan, for somebody who means to change it. Throws NotFoundError or ForbiddenError. */
  async findToEdit(actor: Actor, id: string): Promise<Plan> {
    const plan = await this.find(actor, id);
    demand(actor, 'plans.edit', plan.mechanismId, 'plan');
    return plan;
  }

  async create(actor: Actor, mechanismId: string, input: PlanInput): Promise<Plan> {
    demand(actor, 'plans.edit', mechanismId, 'mechanism');
    const plan = Object.assign(new Plan(), {
      ...input,
      id: uuid(),
      mechanismId,
      state: 'draft',
      amendmentId: null,
      adoptedBy: null,
      adoptedOn: null,
      createdAt: this.clock.now(),
      version: 1,
    });
    await this.unitOfWork.run(async (manager) => {
      await this.admitRelated(plan, input);
      await manager.insert(Plan, plan);
      await this.record(actor, 'plan.create', plan, undefined, { title: plan.title, kind: plan.kind });
    });
    return plan;
  }

  /** Throws ConflictError, with the plan as it stands, when `version` is not the current one. */
  async update(actor: Actor, id: string, input: PlanInput & { version: number }): Promise<Plan> {
    return this.unitOfWork.run(async (manager) => {
      const plan = await this.findToEdit(actor, id);
      const { version, ...changes } = input;
      admitPlanText(plan, changes);
      await this.admitRelated(plan, changes);
      const current = () => this.findToEdit(actor, id);
      const next = await change(manager, Plan, { id, version }, changes, { current });
      await this.noteText(plan, changes);
      await this.record(actor, 'plan.update', plan, pick(plan, changes), changes);
      return Object.assign(plan, next);
    });
  }

  /**
   * Moves the plan along its workflow; `adoption` says by which meeting and when it was adopted, and whether the plan it
   * follows is superseded by it. Throws ConflictError when the state does not allow it or an amendment is under way.
   */
  async move(actor: Actor, id: string, move: PlanMove, adoption?: AdoptionInput): Promise<Plan> {
    return this.unitOfWork.run(async (manager) => {
      const plan = await this.findToEdit(actor, id);
      const state = planWorkflow.move(plan.state, move);
      if (plan.amendmentId) throw new ConflictError('error.amendmentUnderWay');
      const after = { state, ...(adoption && { adoptedBy: adoption.by, adoptedOn: adoption.on }) };
      await change(manager, Plan, { id, state: plan.state }, after, { reason: 'error.planMove' });
      await this.record(actor, `plan.${move}`, plan, { state: plan.state }, after);
      if (adoption?.supersedes && plan.formerPlanId) await this.supersede(actor, plan.formerPlanId);
      return Object.assign(plan, after);
    });
  }

  /**
   * Takes back that a plan was superseded or closed: it stands again as it stood before, and asks for what it asked for.
   * Throws ConflictError once `PLAN_BACK_DAYS` are over.
   */
  async resume(actor: Actor, id: string): Promise<Plan> {
    return this.unitOfWork.run(async (manager) => {
      const plan = await this.findToEdit(actor, id);
      const since = new Date(this.clock.now().getTime() - PLAN_BACK_DAYS * DAY_MS);
      const [ended] = await manager.find(AuditEvent, {
        where: { subjectKind: 'plan', subjectId: id, action: In(['plan.supersede', 'plan.close']) },
        order: { at: 'DESC', id: 'DESC' },
        take: 1,
      });
      const recent = ended !== undefined && ended.at >= since && ended.after?.state === plan.state;
      if (!recent) throw new ConflictError('error.planMove');
      const after = { state: ended.before!.state as PlanState };
      await change(manager, Plan, { id, state: plan.state }, after, { reason: 'error.planMove' });
      await this.record(actor, 'plan.resume', plan, { state: plan.state }, after);
      return Object.assign(plan, after);
    });
  }

  /** One that has ended before, or was never adopted, is left as it is. */
  private async supersede(actor: Actor, formerPlanId: string): Promise<void> {
    const former = await this.unitOfWork.read.findOneBy(Plan, { id: formerPlanId });
    if (former?.amendmentId) throw InvalidError.field('supersedes', 'error.formerAmendment');
    if (former?.state === 'adopted') await this.move(actor, former.id, 'supersede');
  }

  /** What an amendment changed of the plan's own text. */
  private async noteText(plan: Plan, after: PlanText): Promise<void> {
    const fields = planTextChanged(plan, after);
    if (fields.length === 0) return;
    const pickText = (from: PlanText) => Object.fromEntries(fields.map((field) => [field, from[field]]));
    await this.amendments.note(plan, {
      itemId: plan.id,
      code: '',
      action: 'plan',
      before: pickText(plan),
      after: pickText(after),
    });
  }

  /** The plans it stands in and follows are its mechanism's, and none is inside itself. Throws InvalidError. */
  private async admitRelated(plan: Plan, input: Pick<Plan, 'parentPlanId' | 'formerPlanId'>): Promise<void> {
    for (const field of ['parentPlanId', 'formerPlanId'] as const) {
      const seen = new Set([plan.id]);
      for (let id = input[field]; id !== null;) {
        const related: Plan | null = await this.unitOfWork.read.findOneBy(Plan, { id });
        const elsewhere = related?.mechanismId !== plan.mechanismId;
        if (elsewhere || seen.has(id)) throw InvalidError.field(field, 'error.relatedPlan');
        seen.add(id);
        id = related[field];
      }
    }
  }

  private record(actor: Actor, action: string, plan: Plan, before?: object, after?: object): Promise<void> {
    const change = { action, subjectKind: 'plan', subjectId: plan.id, scope: plan.mechanismId };
    return this.history.record(actor, { ...change, before: { ...before }, after: { ...after } });
  }
}

/** Its mechanism's people may, and anybody if it is public. */
export const mayRead = (actor: Actor, plan: Pick<Plan, 'isPublic' | 'mechanismId'>) =>
  plan.isPublic || can(actor, 'plans.read', plan.mechanismId);

const pick = (plan: Plan, keys: object) =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, plan[key as keyof Plan]]));
