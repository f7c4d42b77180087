import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InvalidError } from '../platform/errors.js';
import { Access } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import {
  AnswersInput,
  CharactersInput,
  ConfirmInput,
  HeadingsInput,
  LookQuery,
  MatchInput,
  PreviewQuery,
} from './import.dto.js';
import { typedFields } from './match/first-look.js';
import { ImportViewService } from './import-view.service.js';
import { ImportsService } from './imports.service.js';
import { DonePage } from './views/done.js';
import { MatchPage } from './match/views/match.js';
import { PreviewPage } from './preview/views/preview.js';

/** From a file to a plan, once it was brought (`uploads.pages.tsx`): match, look, confirm. */
@ApiExcludeController()
@Controller()
export class ImportsPages {
  constructor(
    private readonly imports: ImportsService,
    private readonly view: ImportViewService,
  ) {}

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

  private async previewPage(actor: Actor, id: string, query: PreviewQuery, state: FormState) {
    return <PreviewPage {...await this.view.preview(actor, id)} query={query} state={state} />;
  }
}
