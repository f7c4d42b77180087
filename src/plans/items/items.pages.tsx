import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Panels } from '../../platform/web/panels.js';
import { ItemChange, NewItemInput } from './item.dto.js';
import { inputOf } from './item-record.js';
import { ItemsService } from './items.service.js';
import type { Plan, PlanItem } from '../plan/plan.entity.js';
import { PlansService } from '../plan/plans.service.js';
import { snapshotOf } from './snapshot.js';
import { ItemPage } from './views/item.js';
import { ItemFormPage, valuesOf } from './views/item-form.js';

@Controller()
export class ItemsPages {
  constructor(
    private readonly items: ItemsService,
    private readonly plans: PlansService,
    private readonly mechanisms: MechanismsService,
    private readonly panels: Panels,
    private readonly clock: Clock,
  ) {}

  @Get('plans/:id/items/new')
  @Access('plans.edit')
  async newForm(@CurrentActor() actor: Actor, @PathId() id: string, @Query('parent') parentId?: string) {
    const plan = await this.plans.findToEdit(actor, id);
    return page(await this.form(plan, null, emptyForm({ parentId, when: { precision: 'none' } })));
  }

  @Post('plans/:id/items')
  @Access('plans.edit')
  @Takes(NewItemInput)
  async add(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const plan = await this.plans.findToEdit(actor, id);
    return submitForm({
      input: NewItemInput,
      body,
      act: async (input) =>
        redirect(`/items/${(await this.items.add(actor, id, input)).id}`, 'notice.itemAdded'),
      show: (state) => this.form(plan, null, state),
    });
  }

  @Get('items/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    const item = await orSignIn(actor, this.items.find(actor, id));
    const [ancestors, children, panels] = await Promise.all([
      this.items.ancestors(item),
      this.items.children(item),
      this.panels.render('item', actor, id),
    ]);
    const editable = can(actor, 'plans.edit', item.plan.mechanismId);
    return page(<ItemPage {...{ item, ancestors, children, panels, editable }} />);
  }

  @Get('items/:id/edit')
  @Access('plans.edit')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { item, plan } = await this.toEdit(actor, id);
    return page(
      await this.form(
        plan,
        item,
        emptyForm({ ...valuesOf(snapshotOf(inputOf(item))), version: item.version }),
      ),
    );
  }

  @Post('items/:id')
  @Access('plans.edit')
  @Takes(ItemChange)
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { item, plan } = await this.toEdit(actor, id);
    return submitForm({
      input: ItemChange,
      body,
      act: async (input) => {
        await this.items.update(actor, id, input);
        return redirect(`/items/${id}`, 'notice.saved');
      },
      show: (state) => this.form(plan, item, state),
    });
  }

  private async toEdit(actor: Actor, id: string): Promise<{ item: PlanItem; plan: Plan }> {
    const item = await this.items.find(actor, id);
    return { item, plan: await this.plans.findToEdit(actor, item.planId) };
  }

  private async form(plan: Plan, item: PlanItem | null, state: FormState) {
    const mechanism = await this.mechanisms.find(plan.mechanismId);
    const members = await this.mechanisms.memberStates(
      plan.mechanismId,
      this.clock.now().toISOString().slice(0, 10),
    );
    return <ItemFormPage {...{ plan, item, mechanism, members, state }} />;
  }
}
