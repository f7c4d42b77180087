import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { UploadLimit } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { AddresseeAnswersService } from '../answers/addressee-answers.service.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { WordFormService } from './word-form.service.js';
import { answersOf } from './filled-form.js';
import { uploadedForm, wordAttachment } from './word-files.js';
import { MAX_FORM_BYTES } from './parse-word-form.js';

const FILE = { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } };

/** One's delegation's questions as a Word form. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds/:id/addressees/:addresseeId')
@Access('progress.write')
export class WordApi {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly addresseeAnswers: AddresseeAnswersService,
    private readonly word: WordFormService,
  ) {}

  @Get('questions.docx')
  async questions(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Query('language') language: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    return wordAttachment(this.word, { actor, addressee }, language, reply);
  }

  /**
   * Reads a filled-in form and keeps nothing. `answers` is what was read, as `PUT …/answers` takes it; `questions` says
   * what became of each box; `leftovers` are the texts that were in none, for somebody to put where they belong.
   */
  @Post('word')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @UploadLimit(MAX_FORM_BYTES)
  async read(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Req() request: FastifyRequest,
  ) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    const lines = await this.addresseeAnswers.sheet(actor, addressee);
    const { boxes, leftovers, notices } = await this.word.read(addressee, lines, await uploadedForm(request));
    return {
      answers: answersOf(boxes),
      questions: Object.entries(boxes).map(([answerId, { status }]) => ({ answerId, status })),
      leftovers,
      notices,
    };
  }
}
