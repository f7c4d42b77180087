import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { unflatten } from '../../platform/http/unflatten.js';
import { fragment, page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { answerEditor, BY_EDITOR } from './answer-editor.js';
import { languagesOf } from './draft.js';
import { OwnPassageInput, SectionQuery } from './passage.dto.js';
import { PassageQueryService } from './passage-query.service.js';
import { PassagesService } from './passages.service.js';
import { SectionPage } from './views/section-page.js';
import { OwnPassagePage } from './views/words-page.js';
import { WordsForm } from './views/words-form.js';
import { blocksOf, typedBlocks } from './words/typed.js';

/** One section of a document, passage by passage, for the secretariat that writes it. */
@Controller('submissions/:id/sections/:key')
@Access('submissions.edit')
export class SectionPages {
  constructor(
    private readonly passages: PassagesService,
    private readonly query: PassageQueryService,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Query() { language, page: number }: SectionQuery,
  ) {
    const view = await this.query.section(actor, id, key, number);
    const beside =
      languagesOf(view.submission)
        .slice(1)
        .find((one) => one === language) ?? null;
    return page(<SectionPage {...{ view, beside }} />);
  }

  @Get('passages/new')
  async newForm(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Headers(BY_EDITOR) editor?: string,
  ) {
    const form = await this.form(actor, id, key, emptyForm());
    return editor ? fragment(form.form) : page(form.page);
  }

  @Post('passages')
  @Takes(OwnPassageInput)
  add(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() body: unknown,
    @Headers(BY_EDITOR) editor?: string,
  ) {
    const values = unflatten(body);
    const added = (input: OwnPassageInput) =>
      this.passages.add(actor, id, { ...input, section: key }, blocksOf(input)([]));
    if (editor)
      return answerEditor({
        input: OwnPassageInput,
        values,
        act: added,
        done: (made) => <div data-passage id={`passage-${made.id}`} />,
        show: async (state) => (await this.form(actor, id, key, state)).form,
      });
    return submitForm({
      input: OwnPassageInput,
      body,
      act: async (input) => {
        const made = await added(input);
        return redirect(`/submissions/${id}/sections/${key}#passage-${made.id}`, 'notice.saved');
      },
      show: async (state) => (await this.form(actor, id, key, state)).page,
    });
  }

  private async form(actor: Actor, id: string, key: string, state: FormState) {
    const view = await this.query.section(actor, id, key);
    const back = `/submissions/${id}/sections/${key}`;
    const { language } = view.submission;
    const props = {
      ...{ action: `${back}/passages`, back, language, state },
      blocks: typedBlocks(state.values) ?? [],
    };
    return { form: <WordsForm {...props} />, page: <OwnPassagePage view={view} {...props} /> };
  }
}
