import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { UploadLimit } from '../../platform/http/requests/body-limit.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { LetterFileQuery } from './letter.dto.js';
import { LetterFiles } from './letter-files.service.js';
import { MAX_LETTER_BYTES } from './letter-files.js';
import { LetterRenderer } from './letter-renderer.js';
import { receivedFile, sendFile } from './send-file.js';

/** The files that go with the mail that opens a call. */
@ApiExcludeController()
@Controller('rounds/:id/letter/files')
export class LetterFilesPages {
  constructor(
    private readonly files: LetterFiles,
    private readonly rounds: RoundQueryService,
    private readonly letters: LetterRenderer,
  ) {}

  @Post()
  @Access('rounds.manage')
  @UploadLimit(MAX_LETTER_BYTES)
  async add(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { language }: LetterFileQuery,
    @Req() request: FastifyRequest,
  ) {
    try {
      await this.files.add(actor, id, language, await receivedFile(request));
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      const refused = { language, state: { values: {}, errors: error.fields } };
      return page(await this.letters.draw(actor, id, null, refused), error.status);
    }
    return redirect(`/rounds/${id}/letter#files`, 'notice.saved');
  }

  @Post(':fileId/removal')
  @Access('rounds.manage')
  @Asks<LetterFilesPages>('letterFiles.remove', async (pages, { actor, params: { id, fileId } }) => {
    await pages.rounds.findToManage(actor, id!);
    const file = (await pages.files.of(id!)).find((one) => one.id === fileId);
    return { name: file?.name ?? '', consequences: [FINAL], back: `/rounds/${id}/letter` };
  })
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('fileId') fileId: string) {
    await this.files.remove(actor, id, fileId);
    return redirect(`/rounds/${id}/letter#files`, 'notice.saved');
  }

  /** For whoever reads the call: always a download. */
  @Get(':fileId')
  @Access('rounds.read')
  async open(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { round } = await this.rounds.find(actor, id);
    return sendFile(await this.files.open(round.id, fileId), reply);
  }
}
