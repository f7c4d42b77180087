import { Body, Controller, Get, Header, Headers, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { unflatten } from '../../platform/http/unflatten.js';
import { fragment, page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import type { Passage } from '../passages/passage.entity.js';
import { answerEditor, BY_EDITOR } from './answer-editor.js';
import { PassageCommentsService } from './comments/comments.service.js';
import { languagesOf } from './draft.js';
import { PassageFormInput, PassageLanguageQuery, PassagePictureQuery } from './passage.dto.js';
import { PassageQueryService } from './passage-query.service.js';
import { PassagesService } from './passages.service.js';
import { SourceNamesService } from './sources/source-names.service.js';
import { PassageCard, passagePath, picturesOf } from './views/passage-card.js';
import { PassagePage } from './views/passage-page.js';
import { SavedLine } from './views/saved-line.js';
import { Measures } from './views/section-page.js';
import { WordsForm } from './views/words-form.js';
import { WordsPage } from './views/words-page.js';
import { keptIn, toSent } from './words/kept-blocks.js';
import { toText } from './words/markup-words.js';
import { blocksIn, wordsRow } from './words/passage-words.js';
import { blocksOf, typedBlocks } from './words/typed.js';
import { wordDifferences } from './words/word-differences.js';

/** One passage: what it says, in each language, and the form to write it. */
@Controller('submissions/:id/passages/:passageId')
@Access('submissions.edit')
export class PassagePages {
  constructor(
    private readonly passages: PassagesService,
    private readonly query: PassageQueryService,
    private readonly names: SourceNamesService,
    private readonly comments: PassageCommentsService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('passageId') passageId: string) {
    const view = await this.query.one(actor, id, passageId);
    const { submission, passage, news } = view;
    const { mechanismId, language } = submission;
    const { zone } = await this.mechanisms.find(mechanismId);
    const sources = await this.names.of(passage.sources, { mechanismId, zone, language: actor.language });
    if (news === 'withdrawn') hideCompiled(passage);
    const words = wordsRow(passage, language);
    const differs = words?.edited && words.compiled && news !== 'withdrawn';
    const differences = differs ? wordDifferences(words.edited, words.compiled, language) : [];
    const comments = await this.comments.of(passageId);
    return page(<PassagePage {...{ view, sources, comments, differences }} />);
  }

  @Get('words')
  async form(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Query() { language, beside }: PassageLanguageQuery,
    @Headers(BY_EDITOR) editor?: string,
  ) {
    const shown = await this.shown(actor, id, passageId, language, emptyForm(), beside);
    return editor ? fragment(shown.form) : page(shown.page);
  }

  @Post('words')
  @Takes(PassageFormInput)
  async write(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() body: unknown,
    @Headers(BY_EDITOR) editor?: string,
  ) {
    const values = unflatten(body);
    const language = values.language as string;
    const beside = (values.beside as string) || null;
    const written = (input: PassageFormInput) =>
      this.passages.write(actor, id, { passageId, version: input.version }, input.language, blocksOf(input));
    if (!editor)
      return submitForm({
        input: PassageFormInput,
        body,
        act: async (input) => {
          const { sectionKey } = await written(input);
          return redirect(backTo(id, sectionKey, passageId, beside), 'notice.saved');
        },
        show: async (state) => (await this.shown(actor, id, passageId, language, state, beside)).page,
      });
    return answerEditor({
      input: PassageFormInput,
      values,
      act: written,
      done: ({ version }) =>
        values.saving ? <SavedLine version={version} /> : this.card(actor, id, passageId, beside),
      show: async (state) => (await this.shown(actor, id, passageId, language, state, beside)).form,
    });
  }

  /** A picture of a passage. */
  @Get('picture')
  @Header('content-type', 'image/png')
  @Header('cache-control', 'private, max-age=300')
  async picture(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Query() { language, of }: PassagePictureQuery,
  ) {
    const { submission, passage, news } = await this.query.one(actor, id, passageId);
    const blocks = blocksIn(passage, language ?? submission.language, submission.language);
    const block = news === 'withdrawn' ? undefined : keptIn(blocks ?? [])[of];
    if (block?.type !== 'figure') throw new NotFoundError('picture');
    return Buffer.from(block.picture.base64, 'base64');
  }

  private async shown(
    actor: Actor,
    id: string,
    passageId: string,
    asked: string | null,
    state: FormState,
    beside: string | null,
  ) {
    const view = await this.query.one(actor, id, passageId);
    const { submission, passage, news, number } = view;
    // What was compiled of a source that was withdrawn is shown to nobody; what the secretariat wrote, to itself.
    const masked = news === 'withdrawn';
    if (masked) hideCompiled(passage);
    const original = submission.language;
    const language = languagesOf(submission).find((one) => one === asked) ?? original;
    const source = blocksIn(passage, original, original) ?? [];
    const row = wordsRow(passage, language);
    // A translation that is begun starts from what was compiled in its language, else from the original.
    const standing = row?.edited ?? row?.compiled ?? source;
    const begun = 'version' in state.values ? {} : { text: toText(standing) };
    const version = state.conflict ? passage.version : (state.values.version ?? passage.version);
    const props = {
      action: `${passagePath(`/submissions/${id}`, passageId)}/words`,
      back: backTo(id, passage.sectionKey, passageId, beside),
      language,
      state: { ...state, values: { ...begun, ...state.values, version } },
      blocks: typedBlocks(state.values) ?? toSent(standing),
      pictures: picturesOf(`/submissions/${id}`, passageId, language),
      ...(beside && { beside }),
      ...(masked && { masked }),
      ...(language !== original && { original: { blocks: source, language: original, first: number } }),
      ...(state.conflict && { theirs: standing }),
    };
    return { form: <WordsForm {...props} />, page: <WordsPage view={view} {...props} /> };
  }

  private async card(actor: Actor, id: string, passageId: string, beside: string | null) {
    const view = await this.query.one(actor, id, passageId);
    const { submission, section } = view;
    const measure = await this.query.measure(submission, section.key);
    const card = { base: `/submissions/${id}`, original: submission.language, beside, editable: true };
    return (
      <>
        <PassageCard view={view} {...card} />
        <Measures view={{ submission, section, measure }} />
      </>
    );
  }
}

const backTo = (id: string, section: string, passageId: string, beside: string | null) =>
  `/submissions/${id}/sections/${section}${beside ? `?language=${beside}` : ''}#passage-${passageId}`;

function hideCompiled(passage: Passage): void {
  for (const row of passage.words) row.compiled = null;
}
