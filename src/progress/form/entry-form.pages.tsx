import { v7 as uuid } from 'uuid';
import { Body, Controller, Get, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ForbiddenError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { Takes, UploadLimit } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { submitAutosave } from '../../platform/web/autosave.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { type SeenEntry } from '../access/seen-entry.js';
import { EntryChange, NewEntryInput } from '../entries/entry.dto.js';
import { EntryFormService } from './entry-form.service.js';
import { EntryFormViewService } from './entry-form-view.service.js';
import { MAX_EVIDENCE_BYTES } from '../evidence/evidence.service.js';
import { linksTyped } from '../evidence/links-typed.js';
import { usesOf } from '../release/release-uses.js';
import { EntryAlso } from './entry-form.dto.js';
import { EntryWritingService, type SentEntry } from './entry-writing.service.js';
import { submittedNotice } from '../entries/labels.js';
import { EntryFormPage } from './views/entry-form.js';
import { Saved } from './views/saved.js';
import { idOf, inputOf } from './form-values.js';

/** The form a reporter writes in: saved as one types, submitted when ready. */
@Controller('progress')
@Access('progress.write')
export class EntryFormPages {
  constructor(
    private readonly writing: EntryWritingService,
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
    const uses = entry.disclosure ? usesOf(entry.disclosure) : [];
    const values = {
      formKey: uuid(),
      id,
      items,
      periodStart,
      periodEnd,
      content,
      version,
      mechanismId,
      uses,
    };
    return page(await this.form(actor, entry, emptyForm(values)));
  }

  /** Saves, and submits when the reporter pressed that button. A new entry has no id yet. */
  @Post()
  @Takes(NewEntryInput, EntryChange, EntryAlso)
  @UploadLimit(MAX_EVIDENCE_BYTES)
  save(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Body() body: unknown) {
    return this.writing.receive(request, body, (sent) => this.saveSent(actor, sent));
  }

  private saveSent(actor: Actor, { body, files, problem }: SentEntry) {
    const id = idOf(body);
    return submitForm({
      input: inputOf(body),
      body,
      act: async (input) => {
        const { asksUse, uses, links } = readInput(EntryAlso, body);
        const sent = { uses: asksUse ? uses : null, links: linksTyped(links, 'links'), files };
        if (problem) throw problem;
        const submits = body.intent === 'submit';
        const entry = submits
          ? await this.writing.submit(actor, body, input, sent)
          : await this.writing.putWith(actor, await this.writing.saveDraft(actor, body, input), sent);
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
  @Takes(NewEntryInput, EntryChange, EntryAlso)
  autosave(@CurrentActor() actor: Actor, @Body() body: Record<string, unknown>) {
    return submitAutosave({
      body,
      save: async (values) => {
        const { asksUse, uses } = readInput(EntryAlso, values);
        const entry = await this.writing.saveDraft(actor, body, readInput(inputOf(body), values));
        return this.writing.putWith(actor, entry, { uses: asksUse ? uses : null, links: [], files: [] });
      },
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

  private async form(actor: Actor, entry: SeenEntry | null, state: FormState) {
    return <EntryFormPage {...await this.view.load(actor, entry, state)} state={state} />;
  }
}
