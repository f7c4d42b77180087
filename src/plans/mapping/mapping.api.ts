import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { suggestionsResource } from '../../framework/search/catalogue-match.resource.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { changed } from '../../platform/http/conflict.js';
import { ItemsService } from '../items/items.service.js';
import { MappingInput, UnmappedQuery } from './mapping.dto.js';
import { MappingService } from './mapping.service.js';
import { itemResource } from '../items/item.resource.js';
import { UnmappedItemsService } from './unmapped-items.service.js';

@ApiTags('mapping')
@ApiBearerAuth()
@Controller('api/v1')
export class MappingApi {
  constructor(
    private readonly mapping: MappingService,
    private readonly items: ItemsService,
    private readonly unmapped: UnmappedItemsService,
  ) {}

  /** What an item may be mapped to, each with the words it shares with it. Proposals only. */
  @Get('items/:id/suggestions')
  @Access('anyone')
  async suggestions(@CurrentActor() actor: Actor, @PathId() id: string) {
    return suggestionsResource(await this.mapping.suggestions(actor, id), actor.language);
  }

  /** Sets the item's objectives and lettered actions and, where given, its principles. */
  @Put('items/:id/objectives')
  @Access('plans.edit')
  async set(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: MappingInput) {
    const show = async () => itemResource(await this.items.find(actor, id));
    return changed(this.mapping.set(actor, id, input), show);
  }

  /** Items that serve no objective, in the order of the plan; `institutional` lists those about the mechanism itself. */
  @Get('plans/:id/unmapped')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: UnmappedQuery) {
    const { items, counts, next } = await this.unmapped.page(actor, id, query);
    return { items: items.map(itemResource), counts, nextCursor: next };
  }
}
