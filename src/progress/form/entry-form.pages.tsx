import { v7 as uuid } from 'uuid';
import { Body, Controller, Get, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ForbiddenError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { saveOpenForm, submitAutosave } from '../../platform/web/autosave.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { type SeenEntry } from '../access/seen-entry.js';
import type { Entry } from '../entries/entry.entity.js';
import { EntryChange, NewEntryInput } from '../entries/entry.dto.js';
import { EntryFormService } from './entry-form.service.js';
import { EntryFormViewService } from './entry-form-view.service.js';
import { SubmitEntryService } from '../deeds/submit-entry.service.js';
import { ProgressService } from '../entries/progress.service.js';
import { submittedNotice } from '../entries/labels.js';
import { EntryFormPage } from './views/entry-form.js';
import { Saved } from './views/saved.js';
import { idOf, inputOf, isId } from './form-values.js';

/** The form a reporter writes in: saved as one types, submitted when ready. */
@Controller('progress')
@Access('progress.write')
export class EntryFormPages {
  constructor(
    private readonly progress: ProgressService,
    private readonly submitting: SubmitEntryService,
    private readonly entries: EntryQueryService,
    private readonly forms: EntryFormService,
    private readonly view: EntryFormViewService,
  ) {}

  @Get('new')
  async newForm(@CurrentActor() actor: Actor, @Query('item', ParseUUIDPipe) itemId: string) {
    const draft = await this.forms.draft(actor, itemId);
    if (draft.openDraft) return redirect(`/progress/${draft.openDraft}/edit`);
    const { as, periodStart, periodEnd } = draft;
    const content = { language: actor.language };
    const { mechanismId } = draft.item.plan;
    const values = { formKey: uuid(), as, items: [itemId], periodStart, periodEnd, content, mechanismId };
    return page(await this.form(actor, null, emptyForm(values)));
  }

  @Get(':id/edit')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const entry = await this.ownEntry(actor, id);
    const { periodStart, periodEnd, content, version, mechanismId } = entry;
    const items = entry.items.map((item) => item.id);
    const values = { formKey: uuid(), id, items, periodStart, periodEnd, content, version, mechanismId };
    return page(await this.form(actor, entry, emptyForm(values)));
  }

  /** Saves, and submits when the reporter pressed that button. A new entry has no id yet. */
  @Post()
  @Takes(NewEntryInput, EntryChange)
  save(@CurrentActor() actor: Actor, @Body() body: Record<string, unknown>) {
    const id = idOf(body);
    return submitForm({
      input: inputOf(body),
      body,
      act: async (input) => {
        const submits = body.intent === 'submit';
        const entry = await (submits ? this.submit(actor, body, input) : this.saveDraft(actor, body, input));
        return redirect(
          `/progress/${entry.id}`,
          submits ? submittedNotice(entry.state) : 'notice.draftSaved',
        );
      },
      show: async (state) => this.form(actor, id ? await this.ownEntry(actor, id) : null, state),
    });
  }

  /** Saves as one types; answers a line for the foot of the form, never a page. */
  @Post('autosave')
  @Takes(NewEntryInput, EntryChange)
  autosave(@CurrentActor() actor: Actor, @Body() body: Record<string, unknown>) {
    return submitAutosave({
      body,
      save: (values) => this.saveDraft(actor, body, readInput(inputOf(body), values)),
      saved: ({ id, version, changedAt }) => <Saved id={id} version={version} at={changedAt} />,
      unsaved: (why, { version }) => (
        <Saved id={idOf(body)} version={Number(version) || undefined} problem={`entry.${why}`} />
      ),
    });
  }

  /** The form shows the working text and what the same reporter said before: neither is for anybody else. */
  private async ownEntry(actor: Actor, id: string): Promise<SeenEntry> {
    const entry = await this.entries.find(actor, id);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    return entry;
  }

  /**
   * In one transaction. What cannot be submitted is saved all the same, and what the form began under its key before is
   * gone on with: the second try is for that, and throws what stands against it.
   */
  private async submit(actor: Actor, body: Record<string, unknown>, input: NewEntryInput | EntryChange) {
    const id = isId(body.formKey) ? body.formKey : undefined;
    const write = () => this.saveDraft(actor, body, input);
    const first = 'version' in input ? write : () => this.progress.start(actor, input, id);
    return this.submitting
      .submitSaved(actor, first)
      .catch(async () => this.submitting.submit(actor, (await write()).id));
  }

  private saveDraft(
    actor: Actor,
    body: Record<string, unknown>,
    input: NewEntryInput | EntryChange,
  ): Promise<Entry> {
    const key = isId(body.formKey) ? body.formKey : undefined;
    return saveOpenForm({
      key,
      known: 'version' in input ? { id: idOf(body)!, version: input.version } : undefined,
      find: (id) => this.forms.begun(actor, id),
      // Of an input that is no change.
      create: (id) => this.progress.start(actor, input as NewEntryInput, id),
      change: (id, version) => this.progress.save(actor, id, { ...input, version }, key),
    });
  }

  private async form(actor: Actor, entry: SeenEntry | null, state: FormState) {
    return <EntryFormPage {...await this.view.load(actor, entry, state)} state={state} />;
  }
}
