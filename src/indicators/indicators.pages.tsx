import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { can, demand } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { ForbiddenError } from '../platform/errors.js';
import { Access, orSignIn } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { readInput } from '../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { ItemsService } from '../plans/items/items.service.js';
import type { PlanItem } from '../plans/plan/plan.entity.js';
import { PlansService } from '../plans/plan/plans.service.js';
import {
  IndicatorChange,
  IndicatorInput,
  IndicatorRemovalInput,
  ReadingsPlace,
  rowsOf,
} from './indicator.dto.js';
import type { Indicator } from './indicator.entity.js';
import { inListOrder } from './indicator.view.js';
import { IndicatorsService } from './indicators.service.js';
import { ItemIndicatorsService } from './item-indicators.service.js';
import { ReadingsQueryService } from './readings-query.service.js';
import { inputOf } from './snapshot.js';
import { IndicatorFormPage } from './views/indicator-form.js';
import { IndicatorsPage } from './views/indicators.js';
import { IndicatorRemovalPage } from './views/indicator-removal.js';

/** So many readings on a page. */
const PAGE = 100;

@Controller()
export class IndicatorsPages {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly readings: ReadingsQueryService,
    private readonly items: ItemsService,
    private readonly plans: PlansService,
    private readonly mechanisms: MechanismsService,
    private readonly onItems: ItemIndicatorsService,
  ) {}

  /** Of all plans of a mechanism: a section of it. */
  @Get('mechanisms/:mechanismId/indicators')
  @Access('mechanism.read')
  async inMechanism(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    const mechanism = await this.mechanisms.find(id);
    demand(actor, 'mechanism.read', id, 'mechanism');
    const plansEdited = can(actor, 'plans.edit', id);
    return page(
      <IndicatorsPage {...{ mechanism, plansEdited, ...(await this.onItems.inMechanism(actor, id)) }} />,
    );
  }

  @Get('items/:id/indicators/new')
  @Access('plans.edit')
  async newForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.form(null, await this.itemToEdit(actor, id), emptyForm()));
  }

  @Post('items/:id/indicators')
  @Access('plans.edit')
  @Takes(IndicatorInput)
  async add(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const item = await this.itemToEdit(actor, id);
    return submitForm({
      input: IndicatorInput,
      body,
      act: async (input) => {
        const { id: made } = await this.indicators.add(actor, id, input);
        return redirect(`/indicators/${made}`, 'notice.indicatorAdded');
      },
      show: (state) => this.form(null, item, state),
    });
  }

  @Get('indicators/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { after }: ReadingsPlace) {
    const indicator = await orSignIn(actor, this.indicators.find(actor, id));
    const { mechanismId } = indicator.item.plan;
    const [mechanism, readings, superseded] = await Promise.all([
      this.mechanisms.find(mechanismId),
      this.readings.list(actor, id),
      this.readings.superseded(actor, id),
    ]);
    const listed = inListOrder(readings).slice(after, after + PAGE);
    const next = readings.length > after + PAGE ? after + PAGE : null;
    const editable = can(actor, 'plans.edit', mechanismId);
    // The library of its charts is large: it is loaded with the first of these pages.
    const { IndicatorPage } = await import('./views/indicator.js');
    return page(
      <IndicatorPage
        {...{ indicator, mechanism, readings, listed, next, editable }}
        superseded={superseded}
      />,
    );
  }

  @Get('indicators/:id/edit')
  @Access('plans.edit')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const indicator = await this.indicators.findToEdit(actor, id);
    const values = { ...inputOf(indicator), version: indicator.version };
    return page(await this.form(indicator, indicator.item, emptyForm(values)));
  }

  @Post('indicators/:id')
  @Access('plans.edit')
  @Takes(IndicatorChange)
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const indicator = await this.indicators.findToEdit(actor, id);
    return submitForm({
      input: IndicatorChange,
      body,
      act: async (input) => {
        await this.indicators.update(actor, id, input);
        return redirect(`/indicators/${id}`, 'notice.saved');
      },
      show: (state) => this.form(indicator, indicator.item, state),
    });
  }

  @Get('indicators/:id/removal')
  @Access('plans.edit')
  async removalForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const removal = await this.indicators.whatHangsOn(actor, id);
    const mechanism = await this.mechanisms.find(removal.indicator.item.plan.mechanismId);
    return page(<IndicatorRemovalPage {...removal} mechanism={mechanism} />);
  }

  @Post('indicators/:id/removal')
  @Access('plans.edit')
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    if (!readInput(IndicatorRemovalInput, body).confirmed) throw new ForbiddenError('error.confirm');
    const { itemId } = await this.indicators.remove(actor, id);
    return redirect(`/items/${itemId}`, 'notice.indicatorRemoved');
  }

  private async itemToEdit(actor: Actor, id: string): Promise<PlanItem> {
    const item = await this.items.find(actor, id);
    await this.plans.findToEdit(actor, item.planId);
    return item;
  }

  private async form(indicator: Indicator | null, item: PlanItem, state: FormState) {
    const mechanism = await this.mechanisms.find(item.plan.mechanismId);
    // Rows that were left empty are no targets; the errors count without them.
    const values = { ...state.values, targets: rowsOf(state.values.targets) };
    return <IndicatorFormPage {...{ indicator, item, mechanism }} state={{ ...state, values }} />;
  }
}
