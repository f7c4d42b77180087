import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { showingConflict } from '../../platform/http/conflict.js';
import { AddresseeAnswersService } from './addressee-answers.service.js';
import { AnswersInput, OneAnswer } from './answers.dto.js';
import { QuickAnswerInput } from './quick-answers.js';
import { QuickAnswersService } from './quick-answers.service.js';
import { RoundQueryService } from '../round/round-query.service.js';

/** Answers of one's delegation all at once. */
@ApiTags('rounds')
@ApiBearerAuth()
@ApiExtraModels(OneAnswer)
@Controller('api/v1')
@Access('progress.write')
export class AnsweringApi {
  constructor(
    private readonly addresseeAnswers: AddresseeAnswersService,
    private readonly rounds: RoundQueryService,
    private readonly quickAnswers: QuickAnswersService,
  ) {}

  /** Keeps several answers as drafts, all or nothing. */
  @Put('rounds/:id/addressees/:addresseeId/answers')
  @HttpCode(204)
  async saveDraft(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() input: AnswersInput,
  ) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    // Several answers are one resource here: the 409 names those that collided.
    await showingConflict(
      this.addresseeAnswers.saveDraft(actor, addressee, input),
      (answerIds: string[]) => answerIds,
    );
  }

  /** What was said last time beside each question. */
  @Get('rounds/:id/addressees/:addresseeId/last-time')
  async lastTime(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    const lines = await this.addresseeAnswers.sheet(
      actor,
      await this.rounds.ownAddressee(actor, id, addresseeId),
    );
    return {
      items: lines.flatMap(({ answer, last }) =>
        last
          ? [
              {
                answerId: answer.id,
                periodStart: last.periodStart,
                periodEnd: last.periodEnd,
                content: last.content,
              },
            ]
          : [],
      ),
    };
  }

  /** Answers the whole call at once: nothing changed, nothing to report, or prefers not to. */
  @Post('rounds/:id/addressees/:addresseeId/quick-answer')
  @HttpCode(204)
  async answerQuickly(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() { say }: QuickAnswerInput,
  ) {
    await this.quickAnswers.say(actor, await this.rounds.ownAddressee(actor, id, addresseeId), say);
  }

  /** "Nothing changed": last time's words, for every question that nobody wrote to. */
  @Post('rounds/:id/addressees/:addresseeId/carry-over')
  @HttpCode(204)
  async carryOver(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    await this.addresseeAnswers.carryOver(actor, await this.rounds.ownAddressee(actor, id, addresseeId));
  }
}
