import { Controller, Get, Header, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { InvalidError, NotFoundError } from '../platform/errors.js';
import { translator } from '../platform/i18n/i18n.js';
import { Access } from '../platform/http/access.js';
import { Takes, UploadLimit } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { isRecord } from '../platform/http/field.js';
import { PathId } from '../platform/http/path-id.js';
import { readUpload } from '../platform/http/upload.js';
import { LIMITS } from '../platform/spreadsheets/spreadsheet.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { PastedInput, UploadQuery } from './import.dto.js';
import { ImportsService } from './imports.service.js';
import { pasteScript } from './paste/paste-script.js';
import type { PlanImport } from './plan-import.entity.js';
import { UploadPage } from './views/upload.js';

interface Target {
  mechanismId: string;
  /** Null for a new plan. */
  planId: string | null;
}

/** Where a plan is brought: as a file, or as a table that is pasted. */
@ApiExcludeController()
@Controller()
export class UploadsPages {
  constructor(
    private readonly imports: ImportsService,
    private readonly plans: PlansService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('mechanisms/:mechanismId/plans/import')
  @Access('plans.edit')
  async newForm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: UploadQuery,
  ) {
    return page(await this.uploadPage(actor, { mechanismId, planId: null }, query, emptyForm()));
  }

  @Post('mechanisms/:mechanismId/plans/import')
  @Access('plans.edit')
  @UploadLimit(LIMITS.bytes)
  @Takes(PastedInput)
  async bringNew(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: UploadQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.bring(actor, { mechanismId, planId: null }, query, request);
  }

  @Get('plans/:id/import')
  @Access('plans.edit')
  async updateForm(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: UploadQuery) {
    const { mechanismId } = await this.plans.findToEdit(actor, id);
    return page(await this.uploadPage(actor, { mechanismId, planId: id }, query, emptyForm()));
  }

  @Post('plans/:id/import')
  @Access('plans.edit')
  @UploadLimit(LIMITS.bytes)
  @Takes(PastedInput)
  async bringUpdate(
    @CurrentActor() actor: Actor,
    @PathId() planId: string,
    @Query() query: UploadQuery,
    @Req() request: FastifyRequest,
  ) {
    const { mechanismId } = await this.plans.findToEdit(actor, planId);
    return this.bring(actor, { mechanismId, planId }, query, request);
  }

  @Get('assets/import/:version/:file')
  @Access('anyone')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  script(@Param('file') file: string) {
    const script = pasteScript(file);
    if (script === undefined) throw new NotFoundError('script');
    return script;
  }

  private async bring(actor: Actor, target: Target, query: UploadQuery, request: FastifyRequest) {
    const { body } = request;
    if (isRecord(body) && 'text' in body) return this.paste(actor, target, query, body);
    try {
      const file = await readUpload(request, 'file', LIMITS.bytes);
      const row = await this.imports.bring(actor, target, { ...file, encoding: query.encoding });
      return redirect(nextStep(row));
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      const state = { values: {}, errors: error.fields };
      return page(await this.uploadPage(actor, target, query, state), error.status);
    }
  }

  private paste(actor: Actor, target: Target, query: UploadQuery, body: unknown) {
    return submitForm({
      input: PastedInput,
      body,
      act: async ({ text, table }) => {
        const row = await this.pasted(actor, target, table || text);
        return redirect(nextStep(row));
      },
      show: (state) => this.uploadPage(actor, target, query, state),
    });
  }

  /** Throws InvalidError on `text`. */
  private async pasted(actor: Actor, target: Target, table: string) {
    const name = translator(actor.language)('exchange.paste.name');
    try {
      return await this.imports.bring(actor, target, { name, bytes: Buffer.from(table), pasted: true });
    } catch (error) {
      if (!(error instanceof InvalidError) || !error.fields.file) throw error;
      throw new InvalidError({ text: error.fields.file });
    }
  }

  private async uploadPage(actor: Actor, target: Target, query: UploadQuery, state: FormState) {
    const [mechanism, plan, waiting] = await Promise.all([
      this.mechanisms.find(target.mechanismId),
      target.planId ? this.plans.find(actor, target.planId) : null,
      this.imports.waiting(actor, target),
    ]);
    return <UploadPage {...{ mechanism, plan, query, waiting, state }} />;
  }
}

/** How it is read; of a tracking sheet that is known, so what it would change. */
const nextStep = ({ id, layout }: PlanImport) =>
  layout ? `/plan-imports/${id}/preview?show=changed` : `/plan-imports/${id}`;
