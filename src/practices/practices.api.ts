import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { changed } from '../platform/http/conflict.js';
import { PracticeChange, PracticeFilter, PracticeInput, SharingInput } from './practice.dto.js';
import { practiceResource } from './practice.resource.js';
import { PracticeQueryService } from './practice-query.service.js';
import { PracticeMovesService } from './practice-moves.service.js';
import { PracticesService } from './practices.service.js';

@ApiTags('practices')
@ApiBearerAuth()
@Controller('api/v1')
export class PracticesApi {
  constructor(
    private readonly practices: PracticesService,
    private readonly moves: PracticeMovesService,
    private readonly query: PracticeQueryService,
  ) {}

  /** Practices in the caller's sight, by title. */
  @Get('practices')
  @Access('anyone')
  all(@CurrentActor() actor: Actor, @Query() filter: PracticeFilter) {
    return this.listed(actor, filter);
  }

  /** Those of them that are offered in a mechanism or shared with it. */
  @Get('mechanisms/:mechanismId/practices')
  @Access('anyone')
  list(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() filter: PracticeFilter,
  ) {
    return this.listed(actor, filter, mechanismId);
  }

  @Post('mechanisms/:mechanismId/practices')
  @Access('practices.write')
  async create(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: PracticeInput,
  ) {
    return this.shown(actor, (await this.practices.create(actor, mechanismId, input)).id);
  }

  @Get('practices/:id')
  @Access('anyone')
  show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.shown(actor, id);
  }

  @Patch('practices/:id')
  @Access('practices.write')
  update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: PracticeChange) {
    return changed(this.practices.update(actor, id, input), () => this.shown(actor, id));
  }

  @Delete('practices/:id')
  @Access('practices.write')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.practices.remove(actor, id);
  }

  /** Offers a draft to the advice of peers. */
  @Post('practices/:id/offer')
  @Access('practices.write')
  @HttpCode(200)
  offer(@CurrentActor() actor: Actor, @PathId() id: string) {
    return changed(this.moves.offer(actor, id), () => this.shown(actor, id));
  }

  /** With whom it is shared from now on. */
  @Put('practices/:id/sharing')
  @Access('practices.write')
  share(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: SharingInput) {
    return changed(this.moves.share(actor, id, input), () => this.shown(actor, id));
  }

  /** Takes it back from everybody. */
  @Delete('practices/:id/sharing')
  @Access('practices.write')
  withdraw(@CurrentActor() actor: Actor, @PathId() id: string) {
    return changed(this.moves.withdraw(actor, id), () => this.shown(actor, id));
  }

  /** Makes a draft again of what was taken back. */
  @Post('practices/:id/revision')
  @Access('practices.write')
  @HttpCode(200)
  revise(@CurrentActor() actor: Actor, @PathId() id: string) {
    return changed(this.moves.revise(actor, id), () => this.shown(actor, id));
  }

  private async listed(actor: Actor, filter: PracticeFilter, mechanismId?: string) {
    const { items, nextCursor } = await this.query.list(actor, filter, mechanismId);
    return { items: items.map((seen) => practiceResource(actor, seen)), nextCursor };
  }

  private async shown(actor: Actor, id: string) {
    return practiceResource(actor, await this.query.find(actor, id));
  }
}
