import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { can } from '../../accounts/roles.js';
import type { Deed } from '../../gate/deed.js';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Entry } from '../entries/entry.entity.js';
import { disclosureIn } from '../access/load-entry.js';
import { load } from '../access/load-entry.js';
import { decidesIn, isOwn, sightThrough } from '../access/entry-sight.js';
import { EntryChangeRecorder } from '../entries/entry-change-recorder.js';
import { outdate } from './outdate-summaries.js';
import { summaryOf, type SummaryWords } from '../deeds/entry-deed.js';
import type { RefusalInput, SummaryInput } from './summary.dto.js';
import { EntrySummary } from './summary.entity.js';
import { SummaryNotifications } from './summary-notifications.js';
import { type SummaryMove, summaryWorkflow } from './summary.workflow.js';
import { knowsOf } from './summary.access.js';

/**
 * Summaries for documents: suggested by a mechanism's secretariat, made valid by the reporter and nobody else. Reading
 * is SummaryQueryService's.
 */
@Injectable()
export class SummariesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly recorder: EntryChangeRecorder,
    private readonly notifications: SummaryNotifications,
    private readonly gate: DelegationGate,
  ) {}

  /** Suggests a summary of the version accepted in a mechanism. One that still waited there is out of date by it. */
  async suggest(actor: Actor, entryId: string, input: SummaryInput): Promise<EntrySummary> {
    return this.unitOfWork.run(async (manager) => {
      const entry = await load(manager, actor, entryId);
      const mechanismId = input.mechanismId ?? this.onlyPlace(actor, entry);
      const disclosure = disclosureIn(entry, mechanismId);
      if (!sightThrough(actor, entry, disclosure)) throw new NotFoundError('place');
      if (!can(actor, 'progress.accept', mechanismId)) throw new ForbiddenError();
      if (entry.reporterKind === 'secretariat') throw new ConflictError('error.wordingOwn');
      if (disclosure.acceptedVersion === 0 || entry.state === 'withdrawn')
        throw new ConflictError('error.wordingNotAccepted');
      await outdate(manager, { entryId, mechanismId, state: 'suggested' });
      const wording = this.row(actor, {
        entryId,
        mechanismId,
        number: disclosure.acceptedVersion,
        language: input.language,
        text: input.text,
        by: 'secretariat',
        state: 'suggested',
      });
      await manager.insert(EntrySummary, wording);
      await this.record(actor, 'entry.suggestWording', entry, wording);
      await this.notifications.suggested(actor, entry, disclosure, wording);
      await this.gate.changed(actor, entryId);
      return wording;
    });
  }

  /**
   * Lets the documents of its mechanism use a wording in place of the narrative, until another version is accepted. Where
   * the delegation's clearance comes first, it stays as it is until then.
   */
  async approve(actor: Actor, entryId: string, id: string): Promise<EntrySummary> {
    return this.unitOfWork.run(async (manager) => {
      const { entry, wording } = await this.toDecide(manager, actor, entryId, id);
      summaryWorkflow.move(wording.state, 'approve');
      await this.gate.pass(actor, summaryOf(entry, wording, { own: null }));
      return manager.findOneByOrFail(EntrySummary, { id });
    });
  }

  /**
   * Does not let it be used; with words of the reporter's own, these take its place: at once, or after the delegation's
   * clearance. A wording that was refused can still be answered with own words.
   */
  async decline(actor: Actor, entryId: string, id: string, own: RefusalInput): Promise<EntrySummary> {
    return this.unitOfWork.run(async (manager) => {
      const { entry, wording } = await this.toDecide(manager, actor, entryId, id);
      const { language = null, text } = own;
      const words = text ? { language: language ?? wording.language, text } : null;
      const deed = summaryOf(entry, wording, { own: words });
      if (!words) await this.gate.stop(actor, deed);
      if (!words || wording.state !== 'declined')
        await this.decide(manager, actor, entry, wording, 'decline');
      if (words) await this.gate.pass(actor, deed);
      return wording;
    });
  }

  /** Only EntryDeeds calls it: see DelegationGate. */
  async performSummary(
    manager: EntityManager,
    actor: Actor,
    { subjectId, part: id, payload: { own } }: Deed<SummaryWords>,
  ): Promise<void> {
    const entry = await load(manager, actor, subjectId);
    const wording = await manager.findOneByOrFail(EntrySummary, { id, entryId: subjectId });
    const { entryId, mechanismId, number } = wording;
    const replaced = own ? In(['suggested', 'approved'] as const) : ('approved' as const);
    await outdate(manager, { entryId, mechanismId, state: replaced, id: Not(id) });
    if (!own) return this.decide(manager, actor, entry, wording, 'approve');
    const fields = {
      entryId,
      mechanismId,
      number,
      ...own,
      by: 'reporter' as const,
      state: 'approved' as const,
    };
    const decided = { decidedBy: actor.accountId, decidedAt: this.clock.now() };
    await manager.insert(EntrySummary, { ...this.row(actor, fields), ...decided });
    await this.gate.changed(actor, entryId);
  }

  private async toDecide(manager: EntityManager, actor: Actor, entryId: string, id: string) {
    const entry = await load(manager, actor, entryId);
    const wording = await manager.findOneBy(EntrySummary, { id, entryId });
    if (!wording || !knowsOf(actor, entry, wording.mechanismId)) throw new NotFoundError('wording');
    if (!isOwn(actor, entry)) throw new ForbiddenError('error.notYours');
    if (!decidesIn(actor, entry, wording.mechanismId)) throw new ForbiddenError('error.notYoursThere');
    return { entry, wording };
  }

  private async decide(
    manager: EntityManager,
    actor: Actor,
    entry: Entry,
    wording: EntrySummary,
    move: SummaryMove,
  ): Promise<void> {
    const { id } = wording;
    const state = summaryWorkflow.move(wording.state, move);
    const decided = { state, decidedBy: actor.accountId, decidedAt: this.clock.now() };
    // The old state in the WHERE: of two who decide at once, one does.
    const where = { id, state: wording.state };
    await change(manager, EntrySummary, where, decided, { reason: 'error.wordingMove' });
    await this.record(actor, `entry.${move}Wording`, entry, wording);
    await this.notifications.decided(actor, Object.assign(wording, decided));
    await this.gate.changed(actor, entry.id);
  }

  /** The text is in no history: it outlives access. */
  private record(
    actor: Actor,
    action: string,
    entry: Entry,
    { mechanismId, number }: EntrySummary,
  ): Promise<void> {
    return this.recorder.record(actor, action, entry, [{ mechanismId }], { after: { version: number } });
  }

  private row(
    actor: Actor,
    fields: Pick<EntrySummary, 'entryId' | 'mechanismId' | 'number' | 'language' | 'text' | 'by' | 'state'>,
  ): EntrySummary {
    return Object.assign(new EntrySummary(), {
      id: uuid(),
      ...fields,
      suggestedBy: actor.accountId,
      suggestedAt: this.clock.now(),
      decidedBy: null,
      decidedAt: null,
    });
  }

  private onlyPlace(actor: Actor, entry: Entry): string {
    const mine = entry.disclosures.find(({ mechanismId }) => can(actor, 'progress.accept', mechanismId));
    if (!mine) throw new ForbiddenError();
    return mine.mechanismId;
  }
}
