import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { attachment } from '../../platform/http/attachment.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { AcceptanceOfMany } from './acceptance-of-many.service.js';
import { AnswerFiles } from './answer-files.service.js';
import { AcceptAnswersInput, TickedAnswersInput, ticksOf } from '../../progress/acceptance/ticks.dto.js';
import { FileQuery } from './desk.dto.js';
import { type DeskAnswer, DeskService } from './desk.service.js';

/** The answers of a call, for its secretariat. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds/:id')
@Access('rounds.manage')
export class DeskApi {
  constructor(
    private readonly desk: DeskService,
    private readonly acceptance: AcceptanceOfMany,
    private readonly files: AnswerFiles,
  ) {}

  /** Every question as it was put to every addressee, by question and then by the alphabet, with the entry that answers it. */
  @Get('answers')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    return { items: (await this.desk.answers(actor, id)).map(resource), nextCursor: null };
  }

  /** The answers as a Word file, by question or by delegation, in the caller's language. */
  @Get('answers.docx')
  async word(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { by }: FileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return attachment(reply, await this.files.word(actor, id, by));
  }

  /** The same as an Excel file: a row for each question and delegation. */
  @Get('answers.xlsx')
  async excel(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return attachment(reply, await this.files.excel(actor, id));
  }

  /** Accepts several answers at once, or none, and then it says why beside each; on wish with the status of their items. */
  @Post('acceptance')
  @HttpCode(204)
  accept(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { answers, setStatus }: AcceptAnswersInput,
  ) {
    return this.acceptance.accept(actor, id, ticksOf(answers), setStatus);
  }

  /** Takes acceptances back that nobody has seen but the reporters: all of them, or none. */
  @Post('acceptance/removal')
  @HttpCode(204)
  async takeBack(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { answers }: TickedAnswersInput,
  ): Promise<void> {
    const ids = ticksOf(answers).map(({ entryId }) => entryId);
    await this.acceptance.takeBack(actor, id, ids);
  }
}

const resource = ({ id, question, addressee, cell, entry }: DeskAnswer) => ({
  id,
  questionId: question.id,
  addresseeId: addressee.id,
  /** `received`, `accepted`, `returned`, `declined`, `missing`. */
  state: cell,
  entryId: entry?.id ?? null,
  /** Of the version that was received; `<entryId>:<number>` names it where answers are accepted. */
  number: entry?.number ?? null,
});
