import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { SearchQuery } from './search.dto.js';
import { resultResource } from './search.resource.js';
import { SearchService } from './search.service.js';

@ApiTags('search')
@ApiBearerAuth()
@Controller('api/v1')
export class SearchApi {
  constructor(private readonly search: SearchService) {}

  /** All that the caller may see and that has the words: plans, items, calls, meetings, entries, people and more; exact codes first. */
  @Get('search')
  @Access('signed-in')
  async list(@CurrentActor() actor: Actor, @Query() query: SearchQuery) {
    const { items, nextCursor } = await this.search.list(actor, query);
    return { items: items.map((item) => resultResource(item, actor)), nextCursor };
  }
}
