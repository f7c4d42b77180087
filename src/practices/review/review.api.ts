import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { PracticeQueryService } from '../practice-query.service.js';
import { PracticeMovesService } from '../practice-moves.service.js';
import { PracticeCommentInput, ReviewerInput } from './review.dto.js';
import { commentResource } from './review.resource.js';
import { ReviewersService } from './reviewers.service.js';
import { ReviewService } from './review.service.js';

/** Advice of peers on practices. */
@ApiTags('practices')
@ApiBearerAuth()
@Controller('api/v1')
export class ReviewApi {
  constructor(
    private readonly query: PracticeQueryService,
    private readonly moves: PracticeMovesService,
    private readonly review: ReviewService,
    private readonly reviewers: ReviewersService,
  ) {}

  /** All to the owner; to a peer its own. */
  @Get('practices/:id/comments')
  @Access('signed-in')
  async comments(@CurrentActor() actor: Actor, @PathId() id: string) {
    const comments = await this.review.comments(actor, await this.query.find(actor, id));
    return { items: comments.map(commentResource), nextCursor: null };
  }

  @Post('practices/:id/comments')
  @Access('signed-in')
  async comment(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: PracticeCommentInput) {
    return commentResource(await this.review.comment(actor, id, input));
  }

  /** The secretariat asks a peer to advise. */
  @Post('practices/:id/reviewers')
  @Access('practices.manage')
  @HttpCode(204)
  async ask(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { accountId }: ReviewerInput) {
    await this.review.ask(actor, id, accountId);
  }

  /** Ends the review. */
  @Delete('practices/:id/offer')
  @Access('practices.write')
  @HttpCode(204)
  async end(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.moves.endReview(actor, id);
  }

  /** Is ready to advise on what is offered in a mechanism. */
  @Put('mechanisms/:mechanismId/practice-reviewers/me')
  @Access('practices.review')
  @HttpCode(204)
  async volunteer(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    await this.reviewers.volunteer(actor, mechanismId, true);
  }

  @Delete('mechanisms/:mechanismId/practice-reviewers/me')
  @Access('practices.review')
  @HttpCode(204)
  async stop(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    await this.reviewers.volunteer(actor, mechanismId, false);
  }
}
