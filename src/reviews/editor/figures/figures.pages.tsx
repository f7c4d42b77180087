import type { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidError } from '../../../platform/errors.js';
import { Access } from '../../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../../platform/http/actor.js';
import { PathId } from '../../../platform/http/path-id.js';
import { readInput } from '../../../platform/http/read-input.js';
import { readParts } from '../../../platform/http/read-parts.js';
import { UploadLimit } from '../../../platform/http/requests/body-limit.js';
import { page, redirect } from '../../../platform/web/page.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { FigureInput } from '../passage.dto.js';
import { PassageQueryService } from '../passage-query.service.js';
import { FigurePage } from '../views/figure-page.js';
import { MAX_FIGURE_BYTES } from './figure-picture.js';
import { FiguresService } from './figures.service.js';

/** A figure of the secretariat's own, from a file. */
@Controller('submissions/:id/sections/:key/figures')
@Access('submissions.edit')
export class FigurePages {
  constructor(
    private readonly figures: FiguresService,
    private readonly query: PassageQueryService,
  ) {}

  @Get('new')
  async newForm(@CurrentActor() actor: Actor, @PathId() id: string, @Param('key') key: string) {
    return page(await this.form(actor, id, key, emptyForm()));
  }

  @Post()
  @UploadLimit(MAX_FIGURE_BYTES)
  async add(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Req() request: FastifyRequest,
  ) {
    await this.query.section(actor, id, key);
    let bytes: Buffer | null = null;
    const keep = async ({ stream }: { stream: Readable }) => (bytes = await readWithin(stream));
    const { fields, problem } = await readParts(request, 1, keep);
    try {
      if (problem) throw problem;
      const input = readInput(FigureInput, fields);
      if (!bytes) throw InvalidError.field('file', 'error.fileMissing');
      const made = await this.figures.add(actor, id, key, bytes, input);
      return redirect(`/submissions/${id}/sections/${key}#passage-${made.id}`, 'notice.saved');
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      return page(await this.form(actor, id, key, { values: fields, errors: error.fields }), error.status);
    }
  }

  private async form(actor: Actor, id: string, key: string, state: FormState) {
    return <FigurePage view={await this.query.section(actor, id, key)} state={state} />;
  }
}

/** It is read to its end even when it is too large: a browser shows no answer while it still sends. */
async function readWithin(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    if (bytes <= MAX_FIGURE_BYTES) chunks.push(chunk as Buffer);
    else chunks.length = 0;
  }
  if (bytes > MAX_FIGURE_BYTES)
    throw InvalidError.field('file', 'error.fileTooLarge', { maximum: MAX_FIGURE_BYTES / 1_000_000 });
  return Buffer.concat(chunks);
}
