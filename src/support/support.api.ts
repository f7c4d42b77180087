import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { changed } from '../platform/http/conflict.js';
import {
  SupportChange,
  SupportFilter,
  SupportInput,
  SupportMoveInput,
  SupportOfferInput,
  SupportReleaseInput,
} from './support.dto.js';
import { offerResource, requestResource, seenRequestResource } from './support.resource.js';
import { SupportQueryService } from './support-query.service.js';
import { SupportService } from './support.service.js';
import { SupportOffersService } from './support-offers.service.js';

@ApiTags('support')
@ApiBearerAuth()
@Controller('api/v1')
export class SupportApi {
  constructor(
    private readonly support: SupportService,
    private readonly offers: SupportOffersService,
    private readonly requests: SupportQueryService,
  ) {}

  /** Requests in the caller's sight, the latest first. */
  @Get('mechanisms/:mechanismId/support')
  @Access('support.read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() filter: SupportFilter,
  ) {
    const { items, nextCursor } = await this.requests.list(actor, mechanismId, filter);
    return { items: items.map(requestResource), nextCursor };
  }

  @Post('mechanisms/:mechanismId/support')
  @Access('support.write')
  async create(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: SupportInput,
  ) {
    return this.shown(actor, (await this.support.create(actor, mechanismId, input)).id);
  }

  @Get('support/:id')
  @Access('support.read')
  show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.shown(actor, id);
  }

  @Patch('support/:id')
  @Access('support.write')
  update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: SupportChange) {
    return changed(this.support.update(actor, id, input), () => this.shown(actor, id));
  }

  @Delete('support/:id')
  @Access('support.write')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.support.remove(actor, id);
  }

  /** Who may see it from now on: the requester's decision. */
  @Put('support/:id/release')
  @Access('support.write')
  release(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: SupportReleaseInput) {
    return changed(this.support.release(actor, id, input), () => this.shown(actor, id));
  }

  @Put('support/:id/state')
  @Access('support.write')
  move(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { state }: SupportMoveInput) {
    return changed(this.support.move(actor, id, state), () => this.shown(actor, id));
  }

  /** A partner answers. */
  @Post('support/:id/offers')
  @Access('support.offer')
  async offer(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: SupportOfferInput) {
    return offerResource(await this.offers.offer(actor, id, input));
  }

  @Delete('support/:id/offers/:offerId')
  @Access('support.offer')
  @HttpCode(204)
  async withdrawOffer(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('offerId') offerId: string,
  ) {
    await this.offers.withdraw(actor, id, offerId);
  }

  private async shown(actor: Actor, id: string) {
    return seenRequestResource(await this.requests.find(actor, id));
  }
}
