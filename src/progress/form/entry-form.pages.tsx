import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import {
  ConflictError,
  DomainError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
} from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { parse, unflatten } from '../../platform/http/input.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/form.js';
import { fragment, page, redirect } from '../../platform/web/page.js';
import { ItemsService } from '../../plans/items/items.service.js';
import { EntriesReader, type SeenEntry } from '../access/entries-reader.js';
import type { Entry } from '../entries/entry.entity.js';
import { entryChange, newEntryInput } from '../entries/entry.dto.js';
import { EntryFormService } from './entry-form.service.js';
import { ProgressService } from '../entries/progress.service.js';
import { namesOf, submittedNotice } from '../entries/views/labels.js';
import { EntryFormPage, Saved } from './views/entry-form.js';

/** The form a reporter writes in: saved as one types, submitted when ready. */
@Controller('progress')
@Access('progress.write')
export class EntryFormPages {
  /** The version each open form saved last. Lost with the process: then a conflict is shown, and nothing is lost. */
  private readonly kept = new Map<string, number>();

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
          formKey: uuid(),
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
        emptyForm({
          formKey: uuid(),
          id,
          items,
          periodStart,
          periodEnd,
          content,
          version,
          mechanismId,
        }),
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
        const { state } = await this.progress.submit(actor, entry.id);
        return redirect(`/progress/${entry.id}`, submittedNotice(state));
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
   * Saves what a form sends. A form knows itself by a key: for something new it is the id its entry is to have, so
   * that what is sent while it is being saved for the first time means one entry; and what the same form saved by
   * itself a moment ago is no change by somebody else.
   */
  private async keep(actor: Actor, body: Record<string, unknown>): Promise<Entry> {
    const input = unflatten(body);
    const key = isId(body.formKey) ? body.formKey : undefined;
    const id = idOf(body) ?? (key && (await this.begun(actor, key))?.id);
    if (!id) return this.begin(actor, input, key);
    const change = parse(entryChange, { ...input, version: input.version ?? this.kept.get(key ?? '') ?? 1 });
    try {
      return this.keptBy(key, await this.progress.save(actor, id, change));
    } catch (error) {
      const version = error instanceof ConflictError && key ? await this.keptLately(key) : undefined;
      if (version === undefined || version === change.version) throw error;
      return this.keptBy(key, await this.progress.save(actor, id, { ...change, version }));
    }
  }

  private async begin(actor: Actor, input: Record<string, unknown>, key?: string): Promise<Entry> {
    const entry = parse(newEntryInput, input);
    try {
      return this.keptBy(key, await this.progress.start(actor, entry, key));
    } catch (error) {
      if (error instanceof DomainError || !key) throw error;
      // An id that is taken, and not by this reporter, is no id for a new entry; it gets another.
      const other = await this.begun(actor, key);
      if (!other) return this.progress.start(actor, entry);
      const change = parse(entryChange, { ...input, version: other.version });
      return this.keptBy(key, await this.progress.save(actor, other.id, change));
    }
  }

  private keptBy(key: string | undefined, entry: Entry): Entry {
    if (!key) return entry;
    this.kept.delete(key);
    this.kept.set(key, entry.version);
    if (this.kept.size > REMEMBERED) this.kept.delete(this.kept.keys().next().value!);
    return entry;
  }

  /** The save that got there first may not have been answered yet. */
  private async keptLately(key: string): Promise<number | undefined> {
    await pause(100);
    return this.kept.get(key);
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
    const { periodStart, periodEnd } = state.values;
    const [mechanism, last, offers, panels] = await Promise.all([
      this.mechanisms.find(mechanismId),
      this.forms.lastSaid(actor, mechanismId, as, ids, entry?.id ?? null),
      // Once something was submitted here, nothing is answered by a link any more.
      entry?.number || !items[0] ? [] : this.forms.offers(actor, items[0], as, periodStart, periodEnd),
      entry ? this.forms.around(actor, entry.id) : [],
    ]);
    const named = [...offers, ...(entry?.places ?? [])].map((one) => one.mechanismId);
    const names = namesOf(await this.mechanisms.list(named));
    const voices = draft?.voices ?? [];
    return <EntryFormPage {...{ entry, items, mechanism, last, offers, names, state, voices, panels }} />;
  }
}

const REMEMBERED = 1000;
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
const idOf = (body: Record<string, unknown>) => (isId(body.id) ? body.id : undefined);
