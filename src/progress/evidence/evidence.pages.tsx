import { Body, Controller, Get, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForbiddenError, InvalidError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { UploadLimit } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL, OffersUndo } from '../../platform/web/presses/asks.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { EvidenceLinkInput } from './evidence.dto.js';
import { evidenceResource } from './evidence.resource.js';
import { EvidenceService, MAX_EVIDENCE_BYTES } from './evidence.service.js';
import { EvidencePage } from './views/evidence.js';

@ApiExcludeController()
@Controller()
export class EvidencePages {
  constructor(
    private readonly entries: EntryQueryService,
    private readonly evidence: EvidenceService,
  ) {}

  @Get('progress/:id/evidence')
  @Access('progress.write')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.form(actor, id, {}));
  }

  @Post('progress/:id/evidence/links')
  @Access('progress.write')
  addLink(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: EvidenceLinkInput,
      body,
      act: async (input) => {
        await this.evidence.addLink(actor, id, input);
        return redirect(`/progress/${id}/evidence`, 'notice.evidenceAdded');
      },
      show: (link) => this.form(actor, id, { link }),
    });
  }

  @Post('progress/:id/evidence/files')
  @Access('progress.write')
  @UploadLimit(MAX_EVIDENCE_BYTES)
  async addFile(@CurrentActor() actor: Actor, @PathId() id: string, @Req() request: FastifyRequest) {
    try {
      await this.keepFile(actor, id, request);
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      return page(await this.form(actor, id, { file: { values: {}, errors: error.fields } }), error.status);
    }
    return redirect(`/progress/${id}/evidence`, 'notice.evidenceAdded');
  }

  @Post('api/v1/progress/:id/evidence/files')
  @Access('progress.write')
  @UploadLimit(MAX_EVIDENCE_BYTES)
  async addFileByApi(@CurrentActor() actor: Actor, @PathId() id: string, @Req() request: FastifyRequest) {
    return evidenceResource(await this.keepFile(actor, id, request));
  }

  @Post('evidence/:id/removal')
  @Access('progress.write')
  @Asks<EvidencePages>('evidence.remove', async (pages, { actor, params: { id } }) => {
    const { evidence, final } = await pages.evidence.removing(actor, id!);
    if (!final) return null;
    return {
      name: evidence.title,
      consequences: [{ key: 'press.gone' }, FINAL],
      back: `/progress/${evidence.entryId}/evidence`,
    };
  })
  @OffersUndo()
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { final } = await this.evidence.removing(actor, id);
    const entryId = await this.evidence.remove(actor, id);
    const undo = final ? undefined : { action: `/evidence/${id}/addition` };
    return redirect(`/progress/${entryId}/evidence`, 'notice.evidenceRemoved', undo);
  }

  @Post('evidence/:id/addition')
  @Access('progress.write')
  async addAgain(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { entryId } = await this.evidence.addAgain(actor, id);
    return redirect(`/progress/${entryId}/evidence`, 'notice.evidenceAdded');
  }

  /** Always a download, never shown by the browser as part of this site. */
  @Get('evidence/:id')
  @Access('anyone')
  async open(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { evidence, stream } = await this.evidence.open(actor, id);
    void reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, no-store');
    return new StreamableFile(stream, {
      type: evidence.mediaType!,
      length: evidence.bytes!,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(evidence.title)}`,
    });
  }

  private async keepFile(actor: Actor, id: string, request: FastifyRequest) {
    const file = request.isMultipart() ? await request.file() : undefined;
    if (!file?.filename) throw InvalidError.field('file', 'error.fileMissing');
    return this.evidence.addFile(actor, id, { name: file.filename, stream: file.file });
  }

  private async form(actor: Actor, id: string, states: { link?: FormState; file?: FormState }) {
    const entry = await this.entries.find(actor, id);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    return <EvidencePage entry={entry} link={states.link ?? emptyForm()} file={states.file ?? emptyForm()} />;
  }
}
