import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { OffersUndo } from '../../platform/web/presses/asks.js';
import type { ReminderRule } from '../reminder.entity.js';
import { fieldsOf, RuleChange, RuleInput } from './rule.dto.js';
import { RulesService } from './rules.service.js';
import { RuleFormPage } from './views/rule-form.js';

/** What the form of a new rule holds: a week ahead; and, should it become periodic, the quarter's first Monday. */
const USUAL = {
  kind: 'before-due',
  days: 7,
  about: 'all',
  recurrence: { every: 'quarter', nth: '1', weekday: '1', time: '09:00' },
};

@Controller('mechanisms/:mechanismId/reminders')
@Access('reminders.manage')
export class RulesPages {
  constructor(
    private readonly rules: RulesService,
    private readonly mechanisms: MechanismsService,
    private readonly plans: PlansService,
  ) {}

  @Get('new')
  async newForm(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    return page(await this.form(actor, mechanismId, null, emptyForm(USUAL)));
  }

  @Post()
  create(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    return submitForm({
      input: RuleInput,
      body,
      act: async (input) => {
        await this.rules.createRule(actor, mechanismId, input);
        return redirect(`/mechanisms/${mechanismId}/reminders`, 'notice.ruleCreated');
      },
      show: (state) => this.form(actor, mechanismId, null, state),
    });
  }

  @Get(':id')
  async editForm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @PathId() id: string,
  ) {
    const rule = await this.find(actor, mechanismId, id);
    const fields = fieldsOf(rule);
    const recurrence = fields.recurrence ?? USUAL.recurrence;
    return page(
      await this.form(actor, mechanismId, rule, emptyForm({ ...fields, recurrence, version: rule.version })),
    );
  }

  @Post(':id')
  async update(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @PathId() id: string,
    @Body() body: unknown,
  ) {
    const rule = await this.find(actor, mechanismId, id);
    return submitForm({
      input: RuleChange,
      body,
      act: async (change) => {
        await this.rules.updateRule(actor, id, change);
        return redirect(`/mechanisms/${mechanismId}/reminders`, 'notice.saved');
      },
      show: (state) => this.form(actor, mechanismId, rule, state),
    });
  }

  @Post(':id/disable')
  @OffersUndo()
  async disable(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @PathId() id: string,
  ) {
    await this.rules.disableRule(actor, id);
    const here = `/mechanisms/${mechanismId}/reminders`;
    return redirect(here, 'notice.ruleDisabled', { action: `${here}/${id}/enable` });
  }

  @Post(':id/enable')
  @OffersUndo()
  async enable(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @PathId() id: string,
  ) {
    await this.rules.enableRule(actor, id);
    const here = `/mechanisms/${mechanismId}/reminders`;
    return redirect(here, 'notice.ruleEnabled', { action: `${here}/${id}/disable` });
  }

  /** The rule, if it is one of the mechanism in the address. */
  private async find(actor: Actor, mechanismId: string, id: string): Promise<ReminderRule> {
    const rule = await this.rules.find(actor, id);
    if (rule.mechanismId !== mechanismId) throw new NotFoundError('rule');
    return rule;
  }

  private async form(actor: Actor, mechanismId: string, rule: ReminderRule | null, state: FormState) {
    const [mechanism, plans] = await Promise.all([
      this.mechanisms.find(mechanismId),
      this.plans.list(actor, mechanismId),
    ]);
    return <RuleFormPage {...{ mechanism, plans, rule, state }} />;
  }
}
