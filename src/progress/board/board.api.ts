import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { BoardFilter, BoardItemsQuery } from './board.dto.js';
import { boardItemsResource, boardResource } from './board.resource.js';
import { BoardService } from './board.service.js';
import { BoardFile } from './board-file.js';

/** The objective board, as the caller sees it. */
@ApiTags('board')
@ApiBearerAuth()
@Controller('api/v1')
export class BoardApi {
  constructor(
    private readonly board: BoardService,
    private readonly file: BoardFile,
  ) {}

  /** Planned, under way and reported under each objective, principle and other framework, for the mechanism as a whole. */
  @Get('mechanisms/:mechanismId/board')
  @Access('mechanism.read')
  async ofMechanism(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() filter: BoardFilter,
  ) {
    return boardResource(await this.board.load(actor, { mechanismId }, filter));
  }

  /** The items behind one figure. */
  @Get('mechanisms/:mechanismId/board/items')
  @Access('mechanism.read')
  async itemsOfMechanism(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: BoardItemsQuery,
  ) {
    return boardItemsResource(await this.board.items(actor, { mechanismId }, query));
  }

  @Get('mechanisms/:mechanismId/board.xlsx')
  @Access('mechanism.read')
  fileOfMechanism(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() filter: BoardFilter,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.file.send(reply, actor, { mechanismId }, filter);
  }

  /** The same for one plan, whatever its state. */
  @Get('plans/:id/board')
  @Access('anyone')
  async ofPlan(@CurrentActor() actor: Actor, @PathId() planId: string, @Query() filter: BoardFilter) {
    return boardResource(await this.board.load(actor, { planId }, filter));
  }

  @Get('plans/:id/board/items')
  @Access('anyone')
  async itemsOfPlan(@CurrentActor() actor: Actor, @PathId() planId: string, @Query() query: BoardItemsQuery) {
    return boardItemsResource(await this.board.items(actor, { planId }, query));
  }

  @Get('plans/:id/board.xlsx')
  @Access('anyone')
  fileOfPlan(
    @CurrentActor() actor: Actor,
    @PathId() planId: string,
    @Query() filter: BoardFilter,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.file.send(reply, actor, { planId }, filter);
  }
}
