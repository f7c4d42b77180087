import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource, changed } from '../../platform/http/conflict.js';
import { ItemsService } from '../items/items.service.js';
import {
  adoptionInput,
  type AdoptionInput,
  itemChange,
  newItemInput,
  planChange,
  planInput,
  type PlanInput,
  positionInput,
} from './plan.dto.js';
import { itemResource, planResource, planResources } from './plan.resource.js';
import { itemsQuery } from '../tree/plan-tree.dto.js';
import { PlanTree } from '../tree/plan-tree.service.js';
import { PlansService } from './plans.service.js';

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1')
export class PlansApi {
  constructor(
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly branches: PlanTree,
  ) {}

  @Get('mechanisms/:mechanismId/plans')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const plans = await this.plans.list(actor, mechanismId);
    return { items: planResources(plans), nextCursor: null };
  }

  @Post('mechanisms/:mechanismId/plans')
  @Access('plans.edit')
  async create(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body({ schema: planInput }) input: PlanInput,
  ) {
    return planResource(await this.plans.create(actor, mechanismId, input));
  }

  @Patch('plans/:id')
  @Access('plans.edit')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: planChange }) input: z.output<typeof planChange>,
  ) {
    return asResource(this.plans.update(actor, id, input), planResource);
  }

  @Post('plans/:id/validation')
  @Access('plans.edit')
  @HttpCode(200)
  async validate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return planResource(await this.plans.move(actor, id, 'validate'));
  }

  @Delete('plans/:id/validation')
  @Access('plans.edit')
  async reopen(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return planResource(await this.plans.move(actor, id, 'reopen'));
  }

  @Post('plans/:id/adoption')
  @Access('plans.edit')
  @HttpCode(200)
  async adopt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: adoptionInput }) input: AdoptionInput,
  ) {
    return planResource(await this.plans.move(actor, id, 'adopt', input));
  }

  @Post('plans/:id/supersession')
  @Access('plans.edit')
  @HttpCode(200)
  async supersede(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return planResource(await this.plans.move(actor, id, 'supersede'));
  }

  @Post('plans/:id/closure')
  @Access('plans.edit')
  @HttpCode(200)
  async close(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return planResource(await this.plans.move(actor, id, 'close'));
  }

  /** All items in the order of the tree; with `under`, the next hundred directly below an item, or below the plan ("top"). */
  @Get('plans/:id/items')
  @Access('anyone')
  async tree(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: itemsQuery }) { under, from }: z.output<typeof itemsQuery>,
  ) {
    if (under) {
      const branch = await this.branches.siblingsFrom(actor, id, under === 'top' ? null : under, from);
      const next = from + branch.nodes.length;
      return {
        items: branch.nodes.map(({ item, below }) => ({ ...itemResource(item), below })),
        total: branch.total,
        nextCursor: next < branch.total ? String(next) : null,
      };
    }
    const items = await this.items.tree(actor, id);
    return { items: items.map(itemResource), nextCursor: null };
  }

  @Post('plans/:id/items')
  @Access('plans.edit')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: newItemInput }) input: z.output<typeof newItemInput>,
  ) {
    const item = await this.items.add(actor, id, input);
    return itemResource(await this.items.find(actor, item.id));
  }

  @Patch('items/:id')
  @Access('plans.edit')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: itemChange }) input: z.output<typeof itemChange>,
  ) {
    const show = async () => itemResource(await this.items.find(actor, id));
    return changed(this.items.update(actor, id, input), show);
  }

  @Put('items/:id/position')
  @Access('plans.edit')
  async place(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: positionInput }) input: z.output<typeof positionInput>,
  ) {
    await this.items.move(actor, id, input);
    return itemResource(await this.items.find(actor, id));
  }

  @Delete('items/:id')
  @Access('plans.edit')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    await this.items.remove(actor, id);
  }
}
