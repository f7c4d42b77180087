import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, orSignIn } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { fragment, page, redirect } from '../../platform/web/page.js';
import { Panels } from '../../platform/web/panels.js';
import { can } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { PlanChange, PlanInput } from './plan.dto.js';
import type { Plan } from './plan.entity.js';
import { mayChange } from './plan-text.js';
import { PlanOverviewService } from './plan-overview.service.js';
import { BranchQuery, TreeQuery } from '../tree/plan-tree.dto.js';
import { PlanTreeService } from '../tree/plan-tree.service.js';
import { PlansService } from './plans.service.js';
import { formValuesOf, PlanFormPage } from './views/plan-form.js';
import { PlansPage } from './views/plans.js';
import { PlanPage } from './views/plan.js';
import { NodeItem, Nodes } from '../tree/views/tree.js';

@Controller()
export class PlansPages {
  constructor(
    private readonly plans: PlansService,
    private readonly tree: PlanTreeService,
    private readonly mechanisms: MechanismsService,
    private readonly overview: PlanOverviewService,
    private readonly panels: Panels,
  ) {}

  /** A mechanism's plans: a section of it. */
  @Get('mechanisms/:mechanismId/plans')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const mechanism = await this.mechanisms.find(mechanismId);
    const plans = await this.plans.list(actor, mechanismId);
    const editable = can(actor, 'plans.edit', mechanismId);
    return page(<PlansPage {...{ mechanism, plans, editable }} />);
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

  @Get('plans/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: TreeQuery) {
    const plan = await orSignIn(actor, this.plans.find(actor, id));
    const [mechanism, view, overview, panels] = await Promise.all([
      this.mechanisms.find(plan.mechanismId),
      this.tree.view(actor, id, query),
      this.overview.summarize(actor, plan),
      this.panels.render('plan', actor, id),
    ]);
    const editable = can(actor, 'plans.edit', plan.mechanismId);
    return page(<PlanPage {...{ plan, mechanism, view, overview, editable, panels }} />);
  }

  /** A piece of the tree: an item with those below it, or the siblings that come after those shown. */
  @Get('plans/:id/branch')
  @Access('anyone')
  async branch(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { under, from, closed }: BranchQuery,
  ) {
    const plan = await this.plans.find(actor, id);
    const context = { planId: id, movable: can(actor, 'plans.edit', plan.mechanismId) && mayChange(plan) };
    if (under && from === null) {
      const node = await this.tree.node(actor, id, under, !closed);
      return fragment(<NodeItem node={node} opened={!closed} {...context} />);
    }
    const branch = await this.tree.siblingsFrom(actor, id, under, from ?? 0);
    return fragment(<Nodes branch={branch} under={under} added {...context} />);
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
