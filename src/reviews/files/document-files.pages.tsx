import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { can } from '../../accounts/roles.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { fragment, page, redirect } from '../../platform/web/page.js';
import { SubmissionDocumentQuery } from '../submissions/submission.dto.js';
import { SubmissionQueryService } from '../submissions/submission-query.service.js';
import { DocumentFiles } from './document-files.service.js';
import { formatOf } from './formats.js';
import { sendFile } from './send-file.js';
import { BeingMadePage, Making } from './views/being-made.js';
import { addressOf } from './views/file-link.js';

/** How long a browser waits before it is told that the file is being made. */
const WAIT_MS = 1_500;

@Controller()
export class DocumentFilesPages {
  constructor(
    private readonly files: DocumentFiles,
    private readonly query: SubmissionQueryService,
  ) {}

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
    const answer = await this.files.file(actor, id, format, { ...which, waitMs: WAIT_MS });
    if ('ready' in answer) return sendFile(reply, format, answer.ready);
    const { submission } = await this.query.find(actor, id);
    const { title, mechanismId } = submission;
    const editor = can(actor, 'submissions.edit', mechanismId);
    return page(<BeingMadePage {...{ file: answer.row, editor, title }} />);
  }

  /** How far a file is, for htmx; it leads to the file once that is made. */
  @Get('submissions/:id/files/:fileId')
  @Access('submissions.read')
  async progress(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('fileId') fileId: string) {
    const file = await this.files.waiting(actor, id, fileId);
    const { submission } = await this.query.find(actor, id);
    return fragment(<Making {...{ file, editor: can(actor, 'submissions.edit', submission.mechanismId) }} />);
  }

  @Post('submissions/:id/files/:fileId/again')
  @Access('submissions.read')
  async again(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('fileId') fileId: string) {
    return redirect(addressOf(await this.files.again(actor, id, fileId)));
  }

  @Post('submissions/:id/files/:fileId/cancel')
  @Access('submissions.edit')
  async cancel(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('fileId') fileId: string) {
    await this.files.cancel(actor, id, fileId);
    return redirect(`/submissions/${id}`, 'notice.fileCancelled');
  }
}
