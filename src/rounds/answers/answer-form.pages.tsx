import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { Takes, UploadLimit } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { AnswerFormRenderer, type FormAccess } from './answer-form-renderer.js';
import { AnswersService } from './answers.service.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { WordFormService } from '../word-form/word-form.service.js';
import { uploadedForm, wordAttachment } from '../word-form/word-files.js';
import { FileOfAnswers } from '../word-form/reviewed-file.dto.js';
import { MAX_FORM_BYTES } from '../word-form/parse-word-form.js';
import { QuickAnswerInput } from './quick-answers.js';
import { TranscriptConfirmation } from '../transcripts/transcript.dto.js';
import { TranscriptFormRenderer } from '../transcripts/transcript-form-renderer.js';
import { AnswersInput } from './answers.dto.js';

/** All answers of one's delegation on one page, signed in. */
@ApiExcludeController()
@Controller('rounds/:id/addressees/:addresseeId/answers')
@Access('progress.write')
export class AnswerFormPages {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly answers: AnswersService,
    private readonly forms: AnswerFormRenderer,
    private readonly files: WordFormService,
    private readonly typed: TranscriptFormRenderer,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    const access = await this.access(actor, id, addresseeId);
    await this.answers.opened(actor, [access.addressee]);
    return this.forms.show(access);
  }

  @Post()
  @Takes(AnswersInput, FileOfAnswers)
  async act(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() body: Record<string, unknown>,
  ) {
    return this.forms.act(await this.access(actor, id, addresseeId), body);
  }

  @Post('autosave')
  @Takes(AnswersInput)
  async autosave(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() body: Record<string, unknown>,
  ) {
    return this.forms.autosave(await this.access(actor, id, addresseeId), body);
  }

  @Post('same')
  async same(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    return this.forms.sameForAll(await this.access(actor, id, addresseeId));
  }

  @Post('declination')
  async decline(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    return this.forms.decline(await this.access(actor, id, addresseeId), true);
  }

  @Post('reconsideration')
  async reconsider(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    return this.forms.decline(await this.access(actor, id, addresseeId), false);
  }

  @Get('quick')
  async quick(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Query('say') say: unknown,
  ) {
    return this.forms.quickPage(await this.access(actor, id, addresseeId), say);
  }

  @Post('quick')
  @Takes(QuickAnswerInput)
  async answerQuickly(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() body: unknown,
  ) {
    return this.forms.answerQuickly(await this.access(actor, id, addresseeId), body);
  }

  @Get('transcript')
  async transcript(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    return this.typed.show(await this.access(actor, id, addresseeId));
  }

  @Post('transcript')
  @Takes(TranscriptConfirmation)
  async confirm(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() body: unknown,
  ) {
    return this.typed.confirm(await this.access(actor, id, addresseeId), body);
  }

  @Post('transcript/refusal')
  async refuse(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() body: unknown,
  ) {
    return this.typed.refuse(await this.access(actor, id, addresseeId), body);
  }

  @Get('word')
  async word(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    return this.forms.wordPage(await this.access(actor, id, addresseeId));
  }

  @Get('questions.docx')
  async questions(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Query('language') language: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const access = await this.access(actor, id, addresseeId);
    return wordAttachment(this.files, access, language, reply);
  }

  @Post('word')
  @UploadLimit(MAX_FORM_BYTES)
  async upload(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Req() request: FastifyRequest,
  ) {
    const access = await this.access(actor, id, addresseeId);
    return this.forms.readWord(access, () => uploadedForm(request));
  }

  private async access(actor: Actor, roundId: string, addresseeId: string): Promise<FormAccess> {
    const addressee = await this.rounds.ownAddressee(actor, roundId, addresseeId);
    const place = `/rounds/${roundId}/addressees/${addresseeId}`;
    return { actor, addressee, base: `${place}/answers`, links: `${place}/links`, signedIn: true };
  }
}
