import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import type { Deed } from '../../gate/deed.js';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Disclosure, Entry, EntryVersion } from './entry.entity.js';
import type { DisclosureInput } from '../release/release.dto.js';
import { type Choice, isSameChoice, narrower } from '../release/release-uses.js';
import { useOf } from '../deeds/entry-deed.js';
import type { AnswerInput } from './entry.dto.js';
import { disclosureToAnswer } from '../access/disclosure-to-answer.js';
import { hiddenIn } from '../access/entry-layers.js';
import { isOwnSubmission } from '../access/own-submission.js';
import { decidesIn } from '../access/entry-sight.js';
import { EntryChangeRecorder } from './entry-change-recorder.js';
import { outdate } from '../summaries/outdate-summaries.js';
import { disclosureIn, disclosureKey, isKnown, load, lockOwn } from '../access/load-entry.js';

/** What is decided about an entry in one mechanism, by its secretariat or by the reporter, without touching the others. */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly recorder: EntryChangeRecorder,
    private readonly gate: DelegationGate,
  ) {}

  /** The secretariat takes the last version into its mechanism's record. How far it is seen stays the reporter's choice. */
  accept(actor: Actor, id: string, answer: AnswerInput = {}): Promise<Entry> {
    return this.answer(actor, id, 'accepted', answer, null);
  }

  /** What a secretariat reports is its own record: as it is submitted, it stands. Only EntryDeeds leads here. */
  async stand(manager: EntityManager, actor: Actor, entry: Entry): Promise<void> {
    const home = disclosureIn(entry, entry.mechanismId);
    await this.set(manager, actor, entry, home, 'accepted', null);
  }

  /**
   * What accepting would do: to whom the reporter opened it there, if to anybody; who gets a mail; and whether it is the
   * first version to be accepted there. Throws as accepting does.
   */
  async accepting(
    actor: Actor,
    id: string,
    { mechanismId }: AnswerInput,
  ): Promise<{ opens: 'mechanism' | 'public' | 'documents' | null; told: string[]; first: boolean }> {
    const entry = await load(this.unitOfWork.read, actor, id);
    const there = disclosureToAnswer(actor, entry, mechanismId);
    const { visibility, release } = there;
    const opens = visibility !== 'delegation' ? visibility : release !== 'none' ? 'documents' : null;
    const told = await this.recorder.recipients(actor, entry, there, 'accepted');
    return { opens, told, first: there.acceptedVersion === 0 };
  }

  /** Gives the last version back, or does not take a link up, with a comment only the reporter reads. */
  sendBack(actor: Actor, id: string, comment: string, answer: AnswerInput = {}): Promise<Entry> {
    return this.answer(actor, id, 'returned', answer, comment);
  }

  /**
   * How far the entry is seen in a mechanism, and how documents there may use it. Only its reporter decides. What is taken
   * back is taken back at once. Answers false where more was asked for, and the delegation's clearance comes first.
   */
  async disclose(
    actor: Actor,
    id: string,
    { visibility, release }: Omit<DisclosureInput, 'mechanismId'>,
    mechanismId?: string | null,
  ): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const entry = await lockOwn(manager, actor, id);
      const there = disclosureIn(entry, mechanismId ?? entry.mechanismId);
      if (!decidesIn(actor, entry, there.mechanismId)) throw new ForbiddenError('error.notYoursThere');
      const wanted = { visibility, release };
      const deed = useOf(entry, there.mechanismId, wanted);
      const kept = narrower(there, wanted);
      const wider = !isSameChoice(kept, wanted);
      // A mail can be passed on: whoever holds its link answers, and decides nothing about use.
      if (actor.kind === 'link' && !isSameChoice(there, wanted)) throw new ForbiddenError('error.useByLink');
      if (wider && isKnown(entry)) {
        const done = await this.gate.pass(actor, deed);
        if (!done) await this.setUse(manager, actor, entry, there, kept);
        return done;
      }
      await this.gate.stop(actor, deed);
      await this.setUse(manager, actor, entry, there, wanted);
      return true;
    });
  }

  /** Only EntryDeeds calls it: see DelegationGate. */
  async performUse(
    manager: EntityManager,
    actor: Actor,
    { subjectId, part, payload }: Deed<Choice>,
  ): Promise<void> {
    const entry = await lockOwn(manager, actor, subjectId);
    await this.setUse(manager, actor, entry, disclosureIn(entry, part), payload);
  }

  private async setUse(
    manager: EntityManager,
    actor: Actor,
    entry: Entry,
    disclosure: Disclosure,
    after: Choice,
  ): Promise<void> {
    const { visibility, release } = disclosure;
    const before = { visibility, release };
    if (isSameChoice(before, after)) return;
    await manager.update(Disclosure, disclosureKey(disclosure), { ...after });
    const values = { before, after: { ...after } };
    await this.recorder.refresh(entry, { hides: hiddenIn.accepted(disclosure.mechanismId) });
    await this.gate.changed(actor, entry.id);
    if (isKnown(entry)) await this.recorder.record(actor, 'entry.disclose', entry, [disclosure], values);
    else await this.recorder.recordUnseen(actor, 'entry.disclose', entry, values);
  }

  private answer(
    actor: Actor,
    id: string,
    to: 'accepted' | 'returned',
    { mechanismId, number }: AnswerInput,
    comment: string | null,
  ): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      // Withdrawn at the same moment, it is closed for good: nothing of it is accepted after.
      await lockSubject(manager, Entry, id);
      const entry = await load(manager, actor, id);
      const disclosure = disclosureToAnswer(actor, entry, mechanismId);
      const seen = entry.submittedVersion;
      const version = await manager.findOneBy(EntryVersion, { entryId: id, number: seen });
      if (isOwnSubmission(actor, entry, version)) throw new ForbiddenError('error.fourEyes');
      // What is answered is what was read: a version that came meanwhile is another text.
      if (number && number !== seen) throw new ConflictError('error.entryMove');
      await this.set(manager, actor, entry, disclosure, to, comment);
      const action = to === 'accepted' ? 'entry.accept' : 'entry.return';
      await this.recorder.record(actor, action, entry, [disclosure], { after: { state: to, version: seen } });
      await this.recorder.tell(actor, entry, disclosure, to);
      return entry;
    });
  }

  private async set(
    manager: EntityManager,
    actor: Actor,
    entry: Entry,
    disclosure: Disclosure,
    to: 'accepted' | 'returned',
    comment: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    const seen = entry.submittedVersion;
    const set =
      to === 'accepted'
        ? { acceptedVersion: seen, acceptedAt: now, comment: null }
        : { returnedVersion: seen, returnedAt: now, comment };
    const { mechanismId, acceptedVersion, returnedVersion } = disclosure;
    // The old answer in the WHERE: of two who act at once, one wins.
    const where = { ...disclosureKey(disclosure), acceptedVersion, returnedVersion };
    Object.assign(disclosure, await change(manager, Disclosure, where, set, { reason: 'error.entryMove' }));
    if (mechanismId === entry.mechanismId) await this.atHome(manager, entry, to, comment, now);
    if (to === 'accepted') {
      await outdate(manager, { entryId: entry.id, mechanismId, number: Not(seen) });
      await this.gate.changed(actor, entry.id);
    }
    await this.recorder.refresh(entry, { hides: hiddenIn.accepted(mechanismId) });
  }

  /** Where the entry is reported, the answer also stands with its version, and moves the entry on. */
  private async atHome(
    manager: EntityManager,
    entry: Entry,
    to: 'accepted' | 'returned',
    comment: string | null,
    now: Date,
  ): Promise<void> {
    const { id, state, version, submittedVersion } = entry;
    const said = to === 'accepted' ? { acceptedAt: now } : { returnedAt: now, comment };
    await manager.update(EntryVersion, { entryId: id, number: submittedVersion }, said);
    const answered = { waitingSince: null, ...(to === 'accepted' && { acceptedVersion: submittedVersion }) };
    await manager.update(Entry, { id }, answered);
    Object.assign(entry, answered);
    // Whoever writes the next version meanwhile goes on undisturbed, and the secretariat does not learn of it.
    if (state !== 'submitted') return;
    const moved = { state: to, changedAt: now };
    const conflict = { reason: 'error.entryMove' };
    Object.assign(entry, await change(manager, Entry, { id, state, version }, moved, conflict));
  }
}
