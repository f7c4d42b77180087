import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { answerResource } from './answer.resource.js';
import { AnswerQueryService } from './answer-query.service.js';
import { AnswersService } from './answers.service.js';
import { roundResource } from '../round/round.resource.js';
import { RoundQueryService } from '../round/round-query.service.js';

/** What a delegation does in a round. Each verb is for those who speak for the addressee; for others it is not there. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1')
@Access('progress.write')
export class AnswersApi {
  constructor(
    private readonly answers: AnswersService,
    private readonly query: AnswerQueryService,
    private readonly rounds: RoundQueryService,
  ) {}

  /** The questions put to the caller's delegation, with the entries that answer them. */
  @Get('rounds/:id/addressees/:addresseeId/answers')
  async list(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    const lines = await this.query.lines(actor, addressee.id, addressee.round.mechanismId);
    return { items: lines.map(answerResource), nextCursor: null };
  }

  /** Begins the entry that answers a question, or goes on with it. Its words are written as any entry's are. */
  @Post('round-answers/:id/entry')
  @HttpCode(200)
  async begin(@CurrentActor() actor: Actor, @PathId() id: string) {
    return { entryId: (await this.answers.begin(actor, id)).id };
  }

  /** "Prefers not to report" on one question. */
  @Post('round-answers/:id/declination')
  @HttpCode(204)
  async declineOne(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.answers.declineOne(actor, id, true);
  }

  @Delete('round-answers/:id/declination')
  @HttpCode(204)
  async reconsiderOne(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.answers.declineOne(actor, id, false);
  }

  /** Hands everything that was written to the secretariat. */
  @Post('rounds/:id/addressees/:addresseeId/submission')
  @HttpCode(200)
  async handIn(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    await this.answers.handIn(actor, id, addresseeId);
    return this.shown(actor, id);
  }

  /** "Prefers not to report": no reason is asked, and reminders end. */
  @Post('rounds/:id/addressees/:addresseeId/declination')
  @HttpCode(200)
  async decline(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    await this.answers.decline(actor, id, addresseeId);
    return this.shown(actor, id);
  }

  /** Takes it back. */
  @Delete('rounds/:id/addressees/:addresseeId/declination')
  async reconsider(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    await this.answers.reconsider(actor, id, addresseeId);
    return this.shown(actor, id);
  }

  private async shown(actor: Actor, id: string) {
    return roundResource(await this.rounds.find(actor, id));
  }
}
