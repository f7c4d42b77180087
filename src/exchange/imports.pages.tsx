import { Body, Controller, Get, Header, Param, Post, Query, Req } from '@nestjs/common';
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
import {
  AnswersInput,
  CharactersInput,
  ConfirmInput,
  HeadingsInput,
  LookQuery,
  MatchInput,
  PastedInput,
  PreviewQuery,
  UploadQuery,
} from './import.dto.js';
import { typedFields } from './match/first-look.js';
import { ImportViewService } from './import-view.service.js';
import { ImportsService } from './imports.service.js';
import { pasteScript } from './paste/paste-script.js';
import { DonePage } from './views/done.js';
import { MatchPage } from './match/views/match.js';
import { PreviewPage } from './preview/views/preview.js';
import { UploadPage } from './views/upload.js';

interface Target {
  mechanismId: string;
  /** Null for a new plan. */
  planId: string | null;
}

/** From a file to a plan: bring, match, look, confirm. */
@ApiExcludeController()
@Controller()
export class ImportsPages {
  constructor(
    private readonly imports: ImportsService,
    private readonly view: ImportViewService,
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

  @Get('plan-imports/:id')
  @Access('plans.edit')
  async match(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: LookQuery) {
    const view = await this.view.matching(actor, id, query);
    if (view.row.content.tracked) return redirect(`/plan-imports/${id}/preview`);
    if (view.row.counts) return page(<DonePage {...view} plan={view.plan!} />);
    return page(<MatchPage {...view} state={emptyForm(view.values)} />);
  }

  @Post('plan-imports/:id')
  @Access('plans.edit')
  @Takes(MatchInput)
  async choose(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: MatchInput,
      body,
      act: async ({ title, kind, ...layout }) => {
        const row = await this.imports.find(actor, id);
        if (row.content.tracked) return redirect(`/plan-imports/${id}/preview`);
        if (!row.planId && !title) throw InvalidError.field('title', 'error.required');
        const plan = row.planId ? null : typedFields(row.content, { title, kind }, layout.textLanguage);
        // What was answered about the rows of one sheet says nothing of another.
        const kept = row.layout?.sheet === layout.sheet ? row.layout : null;
        const { corrections = {}, headingObjectives = false } = kept ?? {};
        await this.imports.choose(actor, id, { layout: { ...layout, corrections, headingObjectives }, plan });
        return redirect(`/plan-imports/${id}/preview`);
      },
      show: async (state) => {
        const { sheet, headerRow } = state.values;
        const look = { sheet: Number(sheet) || 0, headerRow: Number(headerRow) || 0 };
        return <MatchPage {...await this.view.matching(actor, id, look)} state={state} />;
      },
    });
  }

  @Get('plan-imports/:id/preview')
  @Access('plans.edit')
  async preview(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: PreviewQuery) {
    const { row } = await this.view.matching(actor, id);
    if (row.counts) return redirect(`/plan-imports/${id}`);
    return page(await this.previewPage(actor, id, query, emptyForm()));
  }

  @Post('plan-imports/:id/preview')
  @Access('plans.edit')
  @Takes(ConfirmInput)
  async confirm(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: ConfirmInput,
      body,
      act: async ({ fingerprint: mark, remove }) => {
        await this.imports.confirm(actor, id, { mark, remove });
        return redirect(`/plan-imports/${id}`);
      },
      show: (state) => this.previewPage(actor, id, { show: null, from: null }, state),
    });
  }

  @Post('plan-imports/:id/characters')
  @Access('plans.edit')
  async characters(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: CharactersInput,
      body,
      act: async ({ encoding }) => {
        await this.imports.readAgain(actor, id, encoding);
        return redirect(`/plan-imports/${id}`);
      },
      show: async (state) => {
        const view = await this.view.matching(actor, id);
        return <MatchPage {...view} state={emptyForm(view.values)} characters={state} />;
      },
    });
  }

  @Post('plan-imports/:id/answers')
  @Access('plans.edit')
  @Takes(AnswersInput)
  async answer(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: AnswersInput,
      body,
      act: async ({ answers }) => {
        const given = answers.flatMap(({ use, key, becomes, other }) => {
          const text = other ?? becomes;
          return text === null ? [] : [{ use, key, becomes: text }];
        });
        await this.imports.answer(actor, id, given);
        return redirect(`/plan-imports/${id}/preview`);
      },
      show: (state) => this.previewPage(actor, id, { show: null, from: null }, state),
    });
  }

  @Post('plan-imports/:id/headings')
  @Access('plans.edit')
  @Takes(HeadingsInput)
  async mapHeadings(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: HeadingsInput,
      body,
      act: async ({ headingObjectives }) => {
        await this.imports.mapHeadings(actor, id, headingObjectives);
        return redirect(`/plan-imports/${id}/preview`);
      },
      show: (state) => this.previewPage(actor, id, { show: null, from: null }, state),
    });
  }

  @Post('plan-imports/:id/removal')
  @Access('plans.edit')
  async discard(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { planId, mechanismId } = await this.imports.discard(actor, id);
    return redirect(planId ? `/plans/${planId}` : `/mechanisms/${mechanismId}`, 'notice.importDiscarded');
  }

  private async bring(actor: Actor, target: Target, query: UploadQuery, request: FastifyRequest) {
    const { body } = request;
    if (isRecord(body) && 'text' in body) return this.paste(actor, target, query, body);
    try {
      const file = await readUpload(request, 'file', LIMITS.bytes);
      const row = await this.imports.bring(actor, target, { ...file, encoding: query.encoding });
      return redirect(`/plan-imports/${row.id}${row.layout ? '/preview' : ''}`);
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
        return redirect(`/plan-imports/${row.id}${row.layout ? '/preview' : ''}`);
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

  private async previewPage(actor: Actor, id: string, query: PreviewQuery, state: FormState) {
    return <PreviewPage {...await this.view.preview(actor, id)} query={query} state={state} />;
  }
}
