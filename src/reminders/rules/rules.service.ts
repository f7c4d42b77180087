import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { readInput } from '../../platform/http/read-input.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Plan } from '../../plans/plan/plan.entity.js';
import { whenPlansGo } from '../../plans/plan/plans-gone.js';
import { ReminderRule } from '../reminder.entity.js';
import { fieldsOf, type RuleChange, ruleFields, RuleInput } from './rule.dto.js';

/** When a mechanism reminds, and whom. */
@Injectable()
export class RulesService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
  ) {}

  /** A rule about a plan that is gone would read as one about all of them. */
  onModuleInit(): void {
    whenPlansGo(this.history, (planIds) =>
      this.unitOfWork.run((manager) => manager.delete(ReminderRule, { planId: In(planIds) })),
    );
  }

  /** All rules of a mechanism, those switched off too, oldest first. */
  async list(actor: Actor, mechanismId: string): Promise<ReminderRule[]> {
    demand(actor, 'reminders.manage', mechanismId, 'mechanism');
    return this.unitOfWork.read.find(ReminderRule, { where: { mechanismId }, order: { id: 'ASC' } });
  }

  /** Throws NotFoundError when there is no such rule, or the actor has no part in its mechanism. */
  async find(actor: Actor, id: string): Promise<ReminderRule> {
    const rule = await this.unitOfWork.read.findOneBy(ReminderRule, { id });
    if (!rule) throw new NotFoundError('rule');
    demand(actor, 'reminders.manage', rule.mechanismId, 'rule');
    return rule;
  }

  /** Makes a rule that holds from now on: what was due before is not sent after the fact. */
  async createRule(actor: Actor, mechanismId: string, input: RuleInput): Promise<ReminderRule> {
    demand(actor, 'reminders.manage', mechanismId, 'mechanism');
    return this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Mechanism, { id: mechanismId }))) throw new NotFoundError('mechanism');
      await this.checkPlan(mechanismId, input.planId);
      const made = { id: uuid(), mechanismId, ...ruleFields(input), enabled: true, version: 1 };
      const rule = Object.assign(new ReminderRule(), made, { since: this.clock.now() });
      await manager.insert(ReminderRule, rule);
      await this.record(actor, 'reminderRule.create', rule, undefined, fieldsOf(rule));
      return rule;
    });
  }

  /**
   * Changes a rule; what is left out stays. The changed rule holds from now on, like a new one; who was reminded
   * by it of a due day already is not reminded of that day again. Throws ConflictError, with the rule as it
   * stands, when `version` is not the current one.
   */
  async updateRule(actor: Actor, id: string, { version, ...fields }: RuleChange): Promise<ReminderRule> {
    return this.unitOfWork.run(async (manager) => {
      const rule = await this.find(actor, id);
      const before = fieldsOf(rule);
      const recurrence = fields.recurrence && { ...before.recurrence, ...fields.recurrence };
      const input = readInput(RuleInput, { ...before, ...fields, ...(recurrence && { recurrence }) });
      await this.checkPlan(rule.mechanismId, input.planId);
      const next = { ...ruleFields(input), since: this.clock.now() };
      Object.assign(
        rule,
        await change(manager, ReminderRule, { id, version }, next, { current: () => rule }),
      );
      await this.record(actor, 'reminderRule.update', rule, before, fieldsOf(rule));
      return rule;
    });
  }

  /** Switches a rule off; what it entered and has not been sent is left out. Doing so twice does nothing. */
  disableRule(actor: Actor, id: string): Promise<ReminderRule> {
    return this.switch(actor, id, false);
  }

  /** Switches a rule on again, from now on. */
  enableRule(actor: Actor, id: string): Promise<ReminderRule> {
    return this.switch(actor, id, true);
  }

  private async switch(actor: Actor, id: string, enabled: boolean): Promise<ReminderRule> {
    return this.unitOfWork.run(async (manager) => {
      const rule = await this.find(actor, id);
      const next = { enabled, version: rule.version + 1, ...(enabled && { since: this.clock.now() }) };
      const switched = await manager.update(
        ReminderRule,
        { id, enabled: !enabled, version: rule.version },
        next,
      );
      if (!switched.affected) return rule;
      await this.record(actor, enabled ? 'reminderRule.enable' : 'reminderRule.disable', rule);
      return Object.assign(rule, next);
    });
  }

  private async checkPlan(mechanismId: string, planId: string | null): Promise<void> {
    if (planId === null) return;
    const known = await this.unitOfWork.read.existsBy(Plan, { id: planId, mechanismId });
    if (!known) throw InvalidError.field('planId', 'error.choice');
  }

  private record(
    actor: Actor,
    action: string,
    rule: ReminderRule,
    before?: object,
    after?: object,
  ): Promise<void> {
    const change = { action, subjectKind: 'reminder-rule', subjectId: rule.id, scope: rule.mechanismId };
    return this.history.record(actor, {
      ...change,
      ...(before && { before: { ...before } }),
      ...(after && { after: { ...after } }),
    });
  }
}
