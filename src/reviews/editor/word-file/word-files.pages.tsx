import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConflictError, InvalidError } from '../../../platform/errors.js';
import { Access } from '../../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../../platform/http/actor.js';
import { PathId } from '../../../platform/http/path-id.js';
import { Takes, UploadLimit } from '../../../platform/http/requests/body-limit.js';
import { readUpload } from '../../../platform/http/upload.js';
import { page, redirect } from '../../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../../platform/web/submit-form.js';
import { WordChoiceInput, WordLanguageQuery } from '../passage.dto.js';
import { PassageQueryService } from '../passage-query.service.js';
import { WordDifferencesPage, WordUploadPage } from '../views/word-file.js';
import { WordFilesService } from './word-files.service.js';

export const MAX_WORD_BYTES = 20_000_000;

/** A document that was edited in Word comes back: what it differs in is shown, and taken passage by passage. */
@Controller('submissions/:id/word')
@Access('submissions.edit')
export class WordFilesPages {
  constructor(
    private readonly files: WordFilesService,
    private readonly query: PassageQueryService,
  ) {}

  @Get()
  async form(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { language }: WordLanguageQuery) {
    return page(await this.uploadPage(actor, id, language, emptyForm()));
  }

  @Post()
  @UploadLimit(MAX_WORD_BYTES)
  async upload(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { language }: WordLanguageQuery,
    @Req() request: FastifyRequest,
  ) {
    try {
      const { language: original } = await this.query.document(actor, id);
      const file = await readUpload(request, 'file', MAX_WORD_BYTES);
      const read = await this.files.upload(actor, id, language ?? original, file);
      return redirect(`/submissions/${id}/word/${read.id}`);
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      return page(
        await this.uploadPage(actor, id, language, { values: {}, errors: error.fields }),
        error.status,
      );
    }
  }

  @Get(':uploadId')
  async look(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('uploadId') uploadId: string) {
    return page(await this.differences(actor, id, uploadId, emptyForm()));
  }

  @Post(':uploadId')
  @Takes(WordChoiceInput)
  take(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('uploadId') uploadId: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: WordChoiceInput,
      body,
      act: async ({ take }) => {
        await this.files.take(actor, id, uploadId, take);
        return redirect(`/submissions/${id}`, 'notice.wordTaken');
      },
      // What was changed meanwhile is compared again: the form shows what differs now.
      show: (state) => this.differences(actor, id, uploadId, state),
    });
  }

  @Post(':uploadId/removal')
  async discard(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('uploadId') uploadId: string) {
    await this.files.discard(actor, id, uploadId);
    return redirect(`/submissions/${id}/word`, 'notice.wordDiscarded');
  }

  private async uploadPage(actor: Actor, id: string, language: string | null, state: FormState) {
    const submission = await this.query.document(actor, id);
    if (submission.state !== 'drafting') throw new ConflictError('error.submissionNotDrafting');
    const waiting = await this.files.waiting(actor, id);
    return <WordUploadPage {...{ submission, waiting, language: language ?? submission.language, state }} />;
  }

  private async differences(actor: Actor, id: string, uploadId: string, state: FormState) {
    return <WordDifferencesPage {...await this.files.look(actor, id, uploadId)} state={state} />;
  }
}
