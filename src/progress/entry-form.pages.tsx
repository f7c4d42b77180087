import { v7 as uuid } from 'uuid';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanisms.service.js';
import {
  ConflictError,
  DomainError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
} from '../platform/errors.js';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { parse, unflatten } from '../platform/http/input.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/form.js';
import { fragment, page, redirect } from '../platform/web/page.js';
import { ItemsService } from '../plans/items.service.js';
import { EntriesReader, type SeenEntry } from './entries-reader.js';
import type { Entry } from './entry.entity.js';
import { entryChange, newEntryInput } from './entry.dto.js';
import { EntryFormService } from './entry-form.service.js';
import { ProgressService } from './progress.service.js';
import { EntryFormPage, Saved } from './views/entry-form.js';

/** The form a reporter writes in: saved as one types, submitted when ready. */
@Controller('progress')
@Access('progress.write')
export class EntryFormPages {
  constructor(
    private readonly progress: ProgressService,
    private readonly entries: EntriesReader,
    private readonly forms: EntryFormService,
    private readonly items: ItemsService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('new')
  async newForm(@CurrentActor() actor: Actor, @Query('item', ParseUUIDPipe) itemId: string) {
    const draft = await this.forms.draft(actor, itemId);
    if (draft.openDraft) return redirect(`/progress/${draft.openDraft}/edit`);
    const { as, periodStart, periodEnd } = draft;
    const content = { language: actor.language };
    return page(
      await this.form(
        actor,
        null,
        emptyForm({
          newId: uuid(),
          as,
          items: [itemId],
          periodStart,
          periodEnd,
          content,
          mechanismId: draft.item.plan.mechanismId,
        }),
      ),
    );
  }

  @Get(':id/edit')
  async editForm(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const entry = await this.ownEntry(actor, id);
    const { periodStart, periodEnd, content, version, mechanismId } = entry;
    const items = entry.items.map((item) => item.id);
    return page(
      await this.form(
        actor,
        entry,
        emptyForm({ id, items, periodStart, periodEnd, content, version, mechanismId }),
      ),
    );
  }

  /** Saves, and submits when the reporter pressed that button. A new entry has no id yet. */
  @Post()
  save(@CurrentActor() actor: Actor, @Body() body: Record<string, unknown>) {
    const id = idOf(body);
    return submitForm({
      schema: id ? entryChange : newEntryInput,
      body,
      act: async () => {
        const entry = await this.keep(actor, body);
        if (body.intent !== 'submit') return redirect(`/progress/${entry.id}`, 'notice.draftSaved');
        await this.progress.submit(actor, entry.id);
        return redirect(`/progress/${entry.id}`, 'notice.entrySubmitted');
      },
      show: async (state) => this.form(actor, id ? await this.ownEntry(actor, id) : null, state),
    });
  }

  /** Saves as one types; answers a line for the foot of the form, never a page. */
  @Post('autosave')
  async autosave(@CurrentActor() actor: Actor, @Body() body: Record<string, unknown>) {
    try {
      const entry = await this.keep(actor, body);
      return fragment(<Saved id={entry.id} version={entry.version} at={entry.changedAt} />);
    } catch (error) {
      // The words stay in the form; the line says why they are not kept yet. 200, so that htmx shows it.
      const version = Number(body.version) || undefined;
      if (error instanceof InvalidError)
        return fragment(<Saved id={idOf(body)} version={version} problem="entry.notSavedYet" />);
      if (error instanceof ConflictError)
        return fragment(<Saved id={idOf(body)} version={version} problem="entry.changedElsewhere" />);
      throw error;
    }
  }

  /** The form shows the working text and what the same reporter said before: neither is for anybody else. */
  private async ownEntry(actor: Actor, id: string): Promise<SeenEntry> {
    const entry = await this.entries.find(actor, id);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    return entry;
  }

  /**
   * Saves what a form sends. A form for something new brings the id its entry is to have: when it is sent while it is
   * being saved for the first time, both mean one entry.
   */
  private async keep(actor: Actor, body: Record<string, unknown>): Promise<Entry> {
    const id = idOf(body);
    const input = unflatten(body);
    if (id) return this.progress.save(actor, id, parse(entryChange, input));
    const newId = isId(body.newId) ? body.newId : undefined;
    const begun = newId ? await this.begun(actor, newId) : null;
    if (begun)
      return this.progress.save(actor, begun.id, parse(entryChange, { ...input, version: begun.version }));
    try {
      return await this.progress.start(actor, parse(newEntryInput, input), newId);
    } catch (error) {
      if (error instanceof DomainError || !newId) throw error;
      const other = await this.begun(actor, newId);
      // An id that is taken, and not by this reporter, is no id for a new entry; it gets another.
      return other
        ? this.progress.save(actor, other.id, parse(entryChange, { ...input, version: other.version }))
        : this.progress.start(actor, parse(newEntryInput, input));
    }
  }

  private async begun(actor: Actor, id: string): Promise<SeenEntry | null> {
    const entry = await this.entries.find(actor, id).catch(() => null);
    return entry?.sight === 'own' ? entry : null;
  }

  private async form(actor: Actor, entry: SeenEntry | null, state: FormState) {
    // Those offered stay to be chosen from, also when every one of them was taken off.
    const ids = [...new Set([state.values.offered, state.values.items].flat().filter(isId))];
    if (!entry && ids.length === 0) throw new NotFoundError('item');
    const items = await Promise.all(ids.map((id) => this.items.find(actor, id)));
    const draft = entry ? null : await this.forms.draft(actor, ids[0]!);
    const mechanismId = entry?.mechanismId ?? draft!.item.plan.mechanismId;
    const as = entry
      ? [entry.reporterKind, entry.reporter].filter(Boolean).join(':')
      : String(state.values.as);
    const [mechanism, last] = await Promise.all([
      this.mechanisms.find(mechanismId),
      this.forms.lastSaid(actor, mechanismId, as, ids, entry?.id ?? null),
    ]);
    return <EntryFormPage {...{ entry, items, mechanism, last, state, voices: draft?.voices ?? [] }} />;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
const idOf = (body: Record<string, unknown>) => (isId(body.id) ? body.id : undefined);
