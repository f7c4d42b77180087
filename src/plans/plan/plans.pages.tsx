import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { Clock } from '../../platform/clock.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { page, redirect } from '../../platform/web/page.js';
import { can } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { PlanChange, PlanInput, PlansQuery } from './plan.dto.js';
import type { Plan } from './plan.entity.js';
import { planWorkflow } from './plan.workflow.js';
import { PlansService } from './plans.service.js';
import { formValuesOf, PlanFormPage } from './views/plan-form.js';
import { PlansPage } from './views/plans.js';

@Controller()
export class PlansPages {
  constructor(
    private readonly plans: PlansService,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  /** A mechanism's plans: a section of it, which begins with the plan in force where there is one. */
  @Get('mechanisms/:mechanismId/plans')
  @Access('anyone')
  async list(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() { all }: PlansQuery,
  ) {
    const mechanism = await this.mechanisms.find(mechanismId);
    const today = dayIn(mechanism.zone, this.clock.now());
    const current = all ? null : await this.plans.inUse(actor, mechanismId, today);
    // It leads to the others.
    if (current) return redirect(`/plans/${current.id}`);
    const plans = await this.plans.list(actor, mechanismId);
    const editable = can(actor, 'plans.edit', mechanismId);
    return page(<PlansPage {...{ mechanism, plans, editable }} />);
  }

  /** The page on which the draft is adopted; with none, or several to choose from, the list. */
  @Get('mechanisms/:mechanismId/plans/adoption')
  @Access('plans.edit')
  async toAdoption(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const drafts = (await this.plans.list(actor, mechanismId)).filter(({ state }) =>
      planWorkflow.allows(state, 'adopt'),
    );
    const only = drafts.length === 1 ? drafts[0] : undefined;
    return redirect(only ? `/plans/${only.id}/adoption` : `/mechanisms/${mechanismId}/plans?all=on`);
  }

  @Get('mechanisms/:mechanismId/plans/new')
  @Access('plans.edit')
  async newForm(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    return page(await this.form(actor, mechanismId, null, emptyForm({ kind: 'strategic' })));
  }

  @Post('mechanisms/:mechanismId/plans')
  @Access('plans.edit')
  @Takes(PlanInput)
  create(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    return submitForm({
      input: PlanInput,
      body,
      act: async (input) =>
        redirect(`/plans/${(await this.plans.create(actor, mechanismId, input)).id}`, 'notice.planCreated'),
      show: (state) => this.form(actor, mechanismId, null, state),
    });
  }

  @Get('plans/:id/edit')
  @Access('plans.edit')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const plan = await this.plans.findToEdit(actor, id);
    return page(await this.form(actor, plan.mechanismId, plan, emptyForm(formValuesOf(plan))));
  }

  @Post('plans/:id')
  @Access('plans.edit')
  @Takes(PlanChange)
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const plan = await this.plans.findToEdit(actor, id);
    return submitForm({
      input: PlanChange,
      body,
      act: async (input) => {
        await this.plans.update(actor, id, input);
        return redirect(`/plans/${id}`, 'notice.saved');
      },
      show: (state) => this.form(actor, plan.mechanismId, plan, state),
    });
  }

  private async form(actor: Actor, mechanismId: string, plan: Plan | null, state: FormState) {
    const mechanism = await this.mechanisms.find(mechanismId);
    const others = (await this.plans.list(actor, mechanismId)).filter((one) => one.id !== plan?.id);
    return <PlanFormPage {...{ mechanism, plan, others, state }} />;
  }
}
