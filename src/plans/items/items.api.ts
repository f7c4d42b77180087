import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { changed } from '../../platform/http/conflict.js';
import { PlanQueryService } from '../plan/plan-query.service.js';
import { ItemChange, NewItemInput } from './item.dto.js';
import { itemResource, wholeItemResource } from './item.resource.js';
import { PositionInput } from './item-moves.dto.js';
import { ItemMovesService } from './item-moves.service.js';
import { ItemRemovalService } from './item-removal.service.js';
import { ItemsService } from './items.service.js';

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1')
export class ItemsApi {
  constructor(
    private readonly plans: PlanQueryService,
    private readonly items: ItemsService,
    private readonly moves: ItemMovesService,
    private readonly removals: ItemRemovalService,
  ) {}

  @Get('items/:id')
  @Access('anyone')
  async item(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { item, ...related } = await this.plans.item(actor, id);
    return wholeItemResource(item, related);
  }

  @Post('plans/:id/items')
  @Access('plans.edit')
  async add(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: NewItemInput) {
    const item = await this.items.add(actor, id, input);
    return itemResource(await this.items.find(actor, item.id));
  }

  @Patch('items/:id')
  @Access('plans.edit')
  async change(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: ItemChange) {
    const show = async () => itemResource(await this.items.find(actor, id));
    return changed(this.items.update(actor, id, input), show);
  }

  @Put('items/:id/position')
  @Access('plans.edit')
  async place(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: PositionInput) {
    await this.moves.move(actor, id, input);
    return itemResource(await this.items.find(actor, id));
  }

  @Delete('items/:id')
  @Access('plans.edit')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.removals.remove(actor, id);
  }
}
