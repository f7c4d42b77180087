import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { searchCatalogue } from '../../framework/search/catalogue-search.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { page, redirect } from '../../platform/web/page.js';
import { ItemsService } from '../items/items.service.js';
import type { ObjectiveRef } from '../items/item-fields.js';
import { CatalogueQuery, MappingStep, UnmappedQuery } from './mapping.dto.js';
import { MappingService, suggestionsFor } from './mapping.service.js';
import { PlansService } from '../plan/plans.service.js';
import { UnmappedItemsService } from './unmapped-items.service.js';
import { MappingPage } from './views/mapping.js';
import { UnmappedPageView } from './views/unmapped.js';

/** Suggestions beside each item of a list; the item's own page shows more. */
const FEW = 3;

@Controller()
export class MappingPages {
  constructor(
    private readonly items: ItemsService,
    private readonly plans: PlansService,
    private readonly mechanisms: MechanismsService,
    private readonly mapping: MappingService,
    private readonly unmapped: UnmappedItemsService,
  ) {}

  @Get('items/:id/mapping')
  @Access('plans.edit')
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { q }: CatalogueQuery) {
    const item = await this.items.find(actor, id);
    await this.plans.findToEdit(actor, item.planId);
    const mechanism = await this.mechanisms.find(item.plan.mechanismId);
    const hits = q ? searchCatalogue(q) : null;
    return page(<MappingPage {...{ item, mechanism, query: q, hits }} suggestions={suggestionsFor(item)} />);
  }

  @Post('items/:id/mapping')
  @Access('plans.edit')
  @Takes(MappingStep)
  async step(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const input = readInput(MappingStep, body);
    const item = await this.mapping.step(actor, id, input);
    return redirect(placeToReturn(input.back, item), 'notice.mapped', {
      action: `/items/${id}/mapping`,
      fields: takingBack(input),
    });
  }

  @Get('plans/:id/unmapped')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: UnmappedQuery) {
    const found = await orSignIn(actor, this.unmapped.page(actor, id, query));
    const mechanism = await this.mechanisms.find(found.plan.mechanismId);
    const editable = can(actor, 'plans.edit', found.plan.mechanismId);
    const rows = found.items.map((item) => ({ item, suggestions: suggestionsFor(item, FEW) }));
    return page(<UnmappedPageView {...{ found, rows, mechanism, editable, query }} />);
  }
}

/** The step that takes one click back, to where it was made. */
function takingBack({ add, remove, addPrinciple, removePrinciple, institutional, back }: MappingStep) {
  const refs = (list: readonly ObjectiveRef[]) =>
    list.map(({ objective, letter }) => (letter ? `${objective}(${letter})` : `${objective}`)).join(', ');
  const fields = {
    add: refs(remove),
    remove: refs(add),
    addPrinciple: removePrinciple.join(', '),
    removePrinciple: addPrinciple.join(', '),
    institutional: institutional === undefined ? '' : institutional ? 'off' : 'on',
    back: back ?? '',
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** Back to where the click was made, if that was a page of this item or its plan; to the item's mapping otherwise. */
function placeToReturn(back: string | null, { id, planId }: { id: string; planId: string }): string {
  const own = [`/items/${id}/mapping`, `/plans/${planId}/unmapped`];
  const leads = (path: string) =>
    back === path || back?.startsWith(`${path}?`) || back?.startsWith(`${path}#`);
  return back && own.some(leads) ? back : own[0]!;
}
