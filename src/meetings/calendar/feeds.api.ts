import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { FeedInput } from './feed.dto.js';
import { FeedsService } from './feeds.service.js';

@ApiTags('account')
@ApiBearerAuth()
@Controller('api/v1/account/calendars')
@InPerson()
export class FeedsApi {
  constructor(private readonly feeds: FeedsService) {}

  /** The calendars one subscribed to. Their addresses cannot be shown again. */
  @Get()
  @Access('signed-in')
  async list(@CurrentActor() actor: Actor) {
    const feeds = await this.feeds.list(actor);
    const items = feeds.map(({ id, mechanismId, createdAt, lastUsedAt }) => ({
      id,
      mechanismId,
      createdAt,
      lastUsedAt,
    }));
    return { items, nextCursor: null };
  }

  /** Makes a secret address; the answer is the only time it can be read. */
  @Post()
  @Access('signed-in')
  create(@CurrentActor() actor: Actor, @Body() input: FeedInput) {
    return this.feeds.create(actor, input.mechanismId);
  }

  @Delete(':id')
  @Access('signed-in')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.feeds.revoke(actor, id);
  }
}
