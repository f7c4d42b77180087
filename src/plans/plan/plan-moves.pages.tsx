import { Body, Controller, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { AdoptionInput } from './plan.dto.js';
import type { Plan } from './plan.entity.js';
import type { PlanMove } from './plan.workflow.js';
import { PlansService } from './plans.service.js';
import { relatedTo } from './related-plans.js';
import { AdoptPage } from './views/adopt.js';

/** Adopting a plan, and its other moves from state to state. */
@Controller('plans/:id')
export class PlanMovesPages {
  constructor(private readonly plans: PlansService) {}

  @Get('adoption')
  @Access('plans.edit')
  async adoptForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const plan = await this.plans.findToEdit(actor, id);
    return page(await this.adoptionForm(actor, plan, emptyForm({ supersedes: true })));
  }

  @Post('adoption')
  @Access('plans.edit')
  async adopt(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const plan = await this.plans.findToEdit(actor, id);
    return submitForm({
      input: AdoptionInput,
      body,
      act: async (input) => {
        await this.plans.move(actor, id, 'adopt', input);
        return redirect(`/plans/${id}`, 'notice.planMoved');
      },
      show: (state) => this.adoptionForm(actor, plan, state),
    });
  }

  @Post('validation')
  @Access('plans.edit')
  validate(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.move(actor, id, 'validate');
  }

  @Post('reopening')
  @Access('plans.edit')
  reopen(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.move(actor, id, 'reopen');
  }

  @Post('supersession')
  @Access('plans.edit')
  supersede(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.move(actor, id, 'supersede');
  }

  @Post('closure')
  @Access('plans.edit')
  close(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.move(actor, id, 'close');
  }

  private async move(actor: Actor, id: string, move: PlanMove) {
    await this.plans.move(actor, id, move);
    return redirect(`/plans/${id}`, 'notice.planMoved');
  }

  private async adoptionForm(actor: Actor, plan: Plan, state: FormState) {
    const { former } = relatedTo(plan, await this.plans.list(actor, plan.mechanismId));
    return <AdoptPage {...{ plan, former, state }} />;
  }
}
