import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnavailableError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { SubmissionDocumentQuery } from '../submissions/submission.dto.js';
import { DocumentFiles } from './document-files.service.js';
import { formatOf } from './formats.js';
import { sendFile } from './send-file.js';

/** A program waits as long as most files take. */
const WAIT_MS = 20_000;

@ApiTags('submissions')
@ApiBearerAuth()
@Controller('api/v1')
export class DocumentFilesApi {
  constructor(private readonly files: DocumentFiles) {}

  /**
   * docx, pdf, html, json, xlsx or zip (all of them, with evidence); `freeze` names a submitted text by its number,
   * `language` one of its languages. Answers 202 with how far it is when making it takes long: ask again then.
   */
  @Get('submissions/:id/document.:format')
  @Access('submissions.read')
  async document(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('format') ending: string,
    @Query() { freeze, language }: SubmissionDocumentQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const format = formatOf(ending);
    const which = { freeze: freeze ?? undefined, language: language ?? undefined };
    const answer = await this.files.file(actor, id, format, { ...which, waitMs: WAIT_MS, again: true });
    if ('ready' in answer) return sendFile(reply, format, answer.ready);
    const { state, progress } = answer.row;
    if (state === 'failed') throw new UnavailableError('error.fileFailed');
    void reply.status(202).header('retry-after', '5');
    return { state, progress };
  }
}
