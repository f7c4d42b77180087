import { Injectable } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { change } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { hiddenIn } from '../access/entry-layers.js';
import { disclosureIn, disclosureKey, load } from '../access/load-entry.js';
import { EntryChangeRecorder } from '../entries/entry-change-recorder.js';
import type { AnswerInput } from '../entries/entry.dto.js';
import { Disclosure, Entry, EntryVersion } from '../entries/entry.entity.js';

/** Undoes what `DisclosuresService.accept` did. */
@Injectable()
export class AcceptanceUndo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recorder: EntryChangeRecorder,
    private readonly gate: DelegationGate,
  ) {}

  /**
   * Takes an acceptance back: the version waits again. Only of the first one there, and while nobody but the reporter and
   * the secretariat could read it: what others have seen is not taken back by the one who showed it. Throws
   * ConflictError otherwise.
   */
  take(actor: Actor, id: string, { mechanismId }: AnswerInput): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      await lockSubject(manager, Entry, id);
      const entry = await load(manager, actor, id);
      const there = disclosureIn(entry, mechanismId ?? entry.mechanismId);
      demand(actor, 'progress.accept', there.mechanismId, 'entry');
      const versions = await manager.findBy(EntryVersion, { entryId: id });
      if (!mayTakeBack(entry, there, versions)) throw new ConflictError('error.acceptanceStays');
      const { acceptedVersion } = there;
      const none = { acceptedVersion: 0, acceptedAt: null };
      const conflict = { reason: 'error.entryMove' };
      const changed = await change(
        manager,
        Disclosure,
        { ...disclosureKey(there), acceptedVersion },
        none,
        conflict,
      );
      Object.assign(there, changed);
      if (there.mechanismId === entry.mechanismId) {
        await manager.update(EntryVersion, { entryId: id, number: acceptedVersion }, { acceptedAt: null });
        const { state, version } = entry;
        const { submittedAt: waitingSince } = versions.find(({ number }) => number === acceptedVersion)!;
        const home = {
          acceptedVersion: 0,
          waitingSince,
          ...(state === 'accepted' && { state: 'submitted' as const }),
        };
        Object.assign(entry, await change(manager, Entry, { id, state, version }, home, conflict));
      }
      await this.gate.changed(actor, id);
      await this.recorder.refresh(entry, { hides: hiddenIn.accepted(there.mechanismId) });
      const values = {
        before: { state: 'accepted', version: acceptedVersion },
        after: { state: 'submitted' },
      };
      await this.recorder.record(actor, 'entry.takeAcceptanceBack', entry, [there], values);
      return entry;
    });
  }
}

/**
 * Whether an acceptance may be taken back. Of a linked entry it is not known whether an earlier version was accepted there,
 * so only its first version counts.
 */
export function mayTakeBack(
  { mechanismId: home, reporterKind, state, submittedVersion }: Entry,
  { mechanismId, acceptedVersion, visibility, release }: Disclosure,
  versions: readonly EntryVersion[],
): boolean {
  if (state === 'withdrawn' || acceptedVersion === 0 || acceptedVersion !== submittedVersion) return false;
  // What a secretariat reports stands as it is submitted.
  if (reporterKind === 'secretariat') return false;
  if (visibility !== 'delegation' || release !== 'none') return false;
  const earlier = versions.filter(
    ({ number, withdrawnAt }) => number < submittedVersion && withdrawnAt === null,
  );
  return mechanismId === home ? earlier.every(({ acceptedAt }) => acceptedAt === null) : earlier.length === 0;
}
