import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { holderName } from '../../mechanisms/mechanism/mechanism.view.js';
import { TermsService } from '../../mechanisms/terms/terms.service.js';
import { holdsOn } from '../../mechanisms/mechanism/period.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { translator } from '../../platform/i18n/i18n.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { ChoosableItemsService } from '../choosing/choosable-items.service.js';
import { ItemsService } from '../items/items.service.js';
import type { Plan } from '../plan/plan.entity.js';
import { PlansService } from '../plan/plans.service.js';
import { PrioritiesService } from './priorities.service.js';
import { ItemQuery, PriorityEndInput, PriorityInput } from './priority.dto.js';
import { EndPriorityPage, PrioritiesPage, SetPrioritiesPage } from './views/set-priorities.js';

@Controller()
export class PrioritiesPages {
  constructor(
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly choosable: ChoosableItemsService,
    private readonly priorities: PrioritiesService,
    private readonly mechanisms: MechanismsService,
    private readonly terms: TermsService,
  ) {}

  @Get('plans/:id/priorities')
  @Access('plans.read')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    const plan = await this.plans.find(actor, id);
    return page(<PrioritiesPage plan={plan} priorities={await this.priorities.list(actor, plan)} />);
  }

  @Get('plans/:id/priorities/new')
  @Access('priorities.set')
  async newForm(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { item: itemId }: ItemQuery) {
    const plan = await this.priorities.findToSet(actor, id);
    const from = await this.priorities.today(plan);
    const state = emptyForm({ items: itemId, setBy: await this.chair(actor, plan, from), from });
    return page(await this.form(actor, plan, itemId, state));
  }

  @Post('plans/:id/priorities')
  @Access('priorities.set')
  @Takes(PriorityInput)
  async set(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() body: unknown,
    @Query() { item: itemId }: ItemQuery,
  ) {
    const plan = await this.priorities.findToSet(actor, id);
    return submitForm({
      input: PriorityInput,
      body,
      act: async (input) => {
        await this.priorities.set(actor, id, input);
        return redirect(itemId ? `/items/${itemId}` : `/plans/${id}/priorities`, 'notice.prioritiesSet');
      },
      show: (state) => this.form(actor, plan, itemId, state),
    });
  }

  @Get('priorities/:id/end')
  @Access('priorities.set')
  async endForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const priority = await this.priorities.findToEnd(actor, id);
    const state = emptyForm({ until: await this.priorities.today(priority.plan) });
    return page(<EndPriorityPage priority={priority} state={state} />);
  }

  @Post('priorities/:id/end')
  @Access('priorities.set')
  async end(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const priority = await this.priorities.findToEnd(actor, id);
    return submitForm({
      input: PriorityEndInput,
      body,
      act: async ({ until }) => {
        await this.priorities.end(actor, id, until);
        return redirect(`/plans/${priority.planId}/priorities`, 'notice.saved');
      },
      show: (state) => <EndPriorityPage priority={priority} state={state} />,
    });
  }

  /** "Chair: Morocco", when the terms say who chairs on that day; else nothing, and a person writes it. */
  private async chair(actor: Actor, plan: Plan, day: string): Promise<string> {
    const terms = await this.terms.listFor(plan.mechanismId);
    const term = terms.find((one) => one.office === 'chair' && holdsOn(one, day));
    const name = term && holderName(term, actor.language);
    return name ? `${translator(actor.language)('owner.chair')}: ${name}` : '';
  }

  private async form(actor: Actor, plan: Plan, itemId: string | null, state: FormState) {
    const mechanism = await this.mechanisms.find(plan.mechanismId);
    const item = itemId ? await this.items.find(actor, itemId) : null;
    const items = await this.choosable.from(actor, [plan], state.values, true);
    return <SetPrioritiesPage {...{ plan, mechanism, item, items, state }} />;
  }
}
