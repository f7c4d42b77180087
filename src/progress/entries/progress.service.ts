import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Disclosure, Entry, EntryItem, EntryVersion, WORKING_TEXT } from './entry.entity.js';
import type { DisclosureInput } from '../release/release.dto.js';
import type { AnswerInput, EntryChange, NewEntryInput } from './entry.dto.js';
import { SubmitEntryService } from '../deeds/submit-entry.service.js';
import { DisclosuresService } from './disclosures.service.js';
import { hiddenIn } from '../access/entry-layers.js';
import { loadOwn, lockOwn } from '../access/load-entry.js';
import { itemRowsOf } from '../access/load-whole.js';
import { resolveItems } from '../links/resolve-items.js';
import { EntryChangeRecorder } from './entry-change-recorder.js';
import { entryWorkflow, isEditable } from './entry.workflow.js';
import { type Draft, insertDraft, insertItems } from './insert-entry.js';
import { outdate } from '../summaries/outdate-summaries.js';
import { leaveSubmitted } from '../evidence/draft-evidence.js';
import { savedBy } from './saved-by.js';
import { type Writer, withWriters, writerOf } from './writers.js';
import { spokenFor } from './voice-text.js';
import { changedFrom, homeItems } from '../links/home-items.js';

/** The verbs of reporting progress. Reading is EntryQueryService's. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly recorder: EntryChangeRecorder,
    private readonly disclosures: DisclosuresService,
    private readonly submitting: SubmitEntryService,
    private readonly gate: DelegationGate,
  ) {}

  /** Begins a draft. It is the reporter's alone until submitted, and closed to all others after, until opened. */
  async start(actor: Actor, input: NewEntryInput, id: string = uuid()): Promise<Entry> {
    const voice = spokenFor(actor, input);
    return this.unitOfWork.run(async (manager) => {
      const items = await resolveItems(manager, input.mechanismId, input);
      return this.begin(manager, actor, { ...input, id, voice, items, objectives: null });
    });
  }

  /**
   * Begins the draft that answers a question which is about no plan item; `objectives` say where in the Compact it
   * belongs (none: nowhere in particular). For features that ask such questions: no form or API leads here, and the
   * caller has checked that the question was put to the one spoken for.
   */
  async startAnswer(
    actor: Actor,
    input: Omit<NewEntryInput, 'items' | 'itemCodes'> & { objectives: number[] },
  ): Promise<Entry> {
    const voice = spokenFor(actor, input);
    return this.unitOfWork.run((manager) =>
      this.begin(manager, actor, { ...input, id: uuid(), voice, items: [] }),
    );
  }

  private async begin(manager: EntityManager, actor: Actor, draft: Draft): Promise<Entry> {
    const entry = await insertDraft(manager, actor, draft, this.clock.now());
    await this.recorder.refresh(entry, { hides: hiddenIn.nothing });
    await this.recorder.recordUnseen(actor, 'entry.start', entry);
    return entry;
  }

  /**
   * Keeps the working text; `formKey` is that of an open form, which saves as one types, `before` those whose words the
   * actor only looked through. The entry answered has its disclosures and items. Throws ConflictError, with what stands, when `version` is not the current one.
   */
  async save(
    actor: Actor,
    id: string,
    input: EntryChange,
    formKey?: string,
    before: readonly Writer[] = [],
  ): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      const entry = await loadOwn(manager, actor, id);
      if (!isEditable(entry.state)) throw new ConflictError('error.entryMove');
      entry.itemsByVersion = await itemRowsOf(manager, In([id]));
      const formerItems = homeItems(entry);
      const changedItems = await changedFrom(formerItems, manager, entry, input);
      const { periodStart, periodEnd, content, version } = input;
      const form = formKey && { savedBy: savedBy(formKey, version + 1) };
      const writers = withWriters(entry.writers, [...before, writerOf(actor)]);
      const set = { periodStart, periodEnd, content, writers, changedAt: this.clock.now(), ...form };
      const current = () => loadOwn(manager, actor, id);
      Object.assign(entry, await change(manager, Entry, { id, version }, set, { current }));
      if (changedItems) {
        await manager.delete(EntryItem, { entryId: id, number: WORKING_TEXT, itemId: In(formerItems) });
        const itemIds = changedItems.map((item) => item.id);
        await insertItems(manager, id, WORKING_TEXT, itemIds);
        entry.itemsByVersion = await itemRowsOf(manager, In([id]));
      }
      await this.recorder.refresh(entry, { hides: hiddenIn.draft });
      entry.keptBack = (await this.gate.changed(actor, id)).includes('entry');
      return entry;
    });
  }

  /** See SubmitEntryService. */
  submit(actor: Actor, id: string): Promise<Entry> {
    return this.submitting.submit(actor, id);
  }

  /** See DisclosuresService. */
  accept(actor: Actor, id: string, answer?: AnswerInput): Promise<Entry> {
    return this.disclosures.accept(actor, id, answer);
  }

  /** See DisclosuresService. */
  accepting(actor: Actor, id: string, answer: AnswerInput) {
    return this.disclosures.accepting(actor, id, answer);
  }

  /** See DisclosuresService. */
  sendBack(actor: Actor, id: string, comment: string, answer?: AnswerInput): Promise<Entry> {
    return this.disclosures.sendBack(actor, id, comment, answer);
  }

  /** See DisclosuresService. */
  disclose(
    actor: Actor,
    id: string,
    input: Omit<DisclosureInput, 'mechanismId'>,
    mechanismId?: string | null,
  ): Promise<boolean> {
    return this.disclosures.disclose(actor, id, input, mechanismId);
  }

  /**
   * Takes an entry back from every mechanism: only its reporter sees it. What was submitted until now stays closed also
   * after a later version is. Frozen documents keep what they say.
   */
  withdraw(actor: Actor, id: string): Promise<Entry> {
    return this.move(actor, id, 'withdraw', async (manager) => {
      const withdrawnAt = this.clock.now();
      await manager.update(EntryVersion, { entryId: id, withdrawnAt: IsNull() }, { withdrawnAt });
      await outdate(manager, { entryId: id, state: In(['suggested', 'approved']) });
      return {};
    });
  }

  /**
   * Opens the working text again. An accepted version stands until the next one is accepted; of an entry that was
   * withdrawn nothing stands any more until it is submitted again, and its evidence stays with what was withdrawn unless
   * it is added anew.
   */
  revise(actor: Actor, id: string): Promise<Entry> {
    return this.move(actor, id, 'revise', async (manager, { state }) => {
      if (state !== 'withdrawn') return {};
      await manager.update(Disclosure, { entryId: id }, NOTHING_ANSWERED);
      await leaveSubmitted(manager, id);
      return { submittedVersion: 0, acceptedVersion: 0 };
    });
  }

  private async move(
    actor: Actor,
    id: string,
    move: 'withdraw' | 'revise',
    also: (manager: EntityManager, entry: Entry) => Promise<Partial<Entry>>,
  ): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      // A link that is made or ended meanwhile raises no version, and decides whose history has the move.
      const entry = await lockOwn(manager, actor, id);
      const state = entryWorkflow.move(entry.state, move);
      const before = entry.state;
      const where = { id, state: before, version: entry.version };
      const ended = move === 'withdraw' && { waitingSince: null };
      const set = { state, changedAt: this.clock.now(), ...ended };
      const changes = await change(manager, Entry, where, set, { reason: 'error.entryMove' });
      const more = await also(manager, entry);
      if (Object.keys(more).length > 0) await manager.update(Entry, { id }, more);
      const values = { before: { state: before }, after: { state, ...more } };
      const { disclosures } = Object.assign(entry, changes, more);
      await this.recorder.refresh(entry, { hides: HIDES[move] });
      await this.gate.changed(actor, id);
      if (move === 'revise') await this.recorder.recordUnseen(actor, 'entry.revise', entry, values);
      else {
        await this.recorder.record(actor, 'entry.withdraw', entry, disclosures, values);
        await this.recorder.withdrawn(actor, entry);
      }
      return entry;
    });
  }
}

/** Where others may read less after a move. */
const HIDES = { withdraw: hiddenIn.others, revise: hiddenIn.nothing };

const NOTHING_ANSWERED = {
  acceptedVersion: 0,
  acceptedAt: null,
  returnedVersion: 0,
  returnedAt: null,
  comment: null,
};
