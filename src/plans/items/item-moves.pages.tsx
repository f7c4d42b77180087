import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ForbiddenError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { ItemRemovalInput, ItemStepInput, PositionInput } from './item-moves.dto.js';
import { ItemMovesService } from './item-moves.service.js';
import { ItemRemovalService } from './item-removal.service.js';
import { ItemsService } from './items.service.js';
import type { PlanItem } from '../plan/plan.entity.js';
import { PlaceQuery } from '../tree/plan-tree.dto.js';
import { PlanTreeService } from '../tree/plan-tree.service.js';
import { PlansService } from '../plan/plans.service.js';
import { MoveItemPage, RemovalPage } from './views/item-moves.js';

/** Moving an item in its plan, and removing it. */
@Controller()
export class ItemMovesPages {
  constructor(
    private readonly items: ItemsService,
    private readonly moves: ItemMovesService,
    private readonly removals: ItemRemovalService,
    private readonly plans: PlansService,
    private readonly tree: PlanTreeService,
  ) {}

  @Post('items/:id/step')
  @Access('plans.edit')
  async step(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const item = await this.moves.step(actor, id, readInput(ItemStepInput, body).direction);
    return redirect(`/plans/${item.planId}?at=${id}#item-${id}`);
  }

  @Get('items/:id/place')
  @Access('plans.edit')
  async placeForm(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: PlaceQuery) {
    const item = await this.toEdit(actor, id);
    const place = query.under === undefined ? item.parentId : query.under;
    const state = emptyForm({ parentId: place ?? '', position: place === item.parentId ? item.position : 0 });
    return page(await this.placePage(actor, item, state, query));
  }

  @Post('items/:id/place')
  @Access('plans.edit')
  async place(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const item = await this.toEdit(actor, id);
    return submitForm({
      input: PositionInput,
      body,
      act: async (input) => {
        await this.moves.move(actor, id, input);
        return redirect(`/plans/${item.planId}?at=${id}#item-${id}`, 'notice.itemMoved');
      },
      show: (state) => {
        const under = (state.values.parentId as string | undefined) || undefined;
        return this.placePage(
          actor,
          item,
          state,
          readInput(PlaceQuery, under === undefined ? {} : { under }),
        );
      },
    });
  }

  @Get('items/:id/removal')
  @Access('plans.edit')
  async removalForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(<RemovalPage removal={await this.removals.whatHangsOn(actor, id)} />);
  }

  @Post('items/:id/removal')
  @Access('plans.edit')
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    if (!readInput(ItemRemovalInput, body).confirmed) throw new ForbiddenError('error.confirm');
    const plan = await this.removals.remove(actor, id);
    return redirect(`/plans/${plan.id}`, 'notice.itemRemoved');
  }

  /** Around where the item stands, or below the item that was asked for. */
  private async placePage(actor: Actor, item: PlanItem, state: FormState, query: PlaceQuery) {
    const { under, from } = query;
    const where = under === undefined ? { under: null, at: item.id } : { under, at: null };
    return (
      <MoveItemPage
        item={item}
        view={await this.tree.view(actor, item.planId, { ...where, from })}
        state={state}
      />
    );
  }

  private async toEdit(actor: Actor, id: string): Promise<PlanItem> {
    const item = await this.items.find(actor, id);
    await this.plans.findToEdit(actor, item.planId);
    return item;
  }
}
