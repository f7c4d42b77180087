import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Deed } from '../../gate/deed.js';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { hiddenIn } from '../access/entry-layers.js';
import { holdOwn } from '../access/load-entry.js';
import { complete } from '../access/load-whole.js';
import type { WholeEntry } from '../access/text-parts.js';
import { DisclosuresService } from '../entries/disclosures.service.js';
import { EntryChangeRecorder } from '../entries/entry-change-recorder.js';
import { Entry } from '../entries/entry.entity.js';
import { entryWorkflow } from '../entries/entry.workflow.js';
import { insertVersion, nextNumber } from '../entries/insert-entry.js';
import { submissionOf } from './entry-deed.js';

/** Submits what a reporter wrote. */
@Injectable()
export class SubmitEntryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly recorder: EntryChangeRecorder,
    private readonly gate: DelegationGate,
    private readonly mechanisms: MechanismsService,
    private readonly disclosures: DisclosuresService,
  ) {}

  /**
   * Submits the working text, as a version that never changes, to the secretariat where it is reported and to those of
   * the mechanisms it is linked to. Where the gate keeps it back, it stays what it was, and nobody else learns of it:
   * the state of the entry answered tells which it was. All of it hangs on the entry.
   */
  async submit(actor: Actor, id: string): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => this.submitHeld(actor, await holdOwn(manager, actor, id)));
  }

  /**
   * Submits what `write` saves (by a verb of ProgressService, which locks it), in one transaction: both stand or neither.
   */
  async submitSaved(actor: Actor, write: () => Promise<Entry>): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      const entry = await write();
      // Of what was there before, a link or a file may have come between reading it and locking it.
      const isNew = entry.versions !== undefined;
      return this.submitHeld(
        actor,
        isNew ? await complete(manager, entry) : await holdOwn(manager, actor, entry.id),
      );
    });
  }

  private async submitHeld(actor: Actor, held: WholeEntry): Promise<Entry> {
    const { entry, ...parts } = held;
    entryWorkflow.move(entry.state, 'submit');
    const done = await this.gate.pass(actor, { ...submissionOf(entry), held });
    const { versions, items: itemsByVersion, evidence: evidenceByVersion } = parts;
    return Object.assign(entry, { versions, itemsByVersion, evidenceByVersion, keptBack: !done });
  }

  /** Only EntryDeeds calls it: see DelegationGate. */
  async performSubmission(
    manager: EntityManager,
    actor: Actor,
    { subjectId, held: inHand }: Deed<null>,
  ): Promise<void> {
    const held = (inHand as WholeEntry | undefined) ?? (await holdOwn(manager, actor, subjectId));
    const { entry, versions } = held;
    const { id, state: before, version } = entry;
    const now = this.clock.now();
    const next = {
      state: entryWorkflow.move(before, 'submit'),
      changedAt: now,
      submittedVersion: nextNumber(versions),
      waitingSince: now,
    };
    const isFirst = entry.submittedVersion === 0;
    const where = { id, state: before, version };
    Object.assign(entry, await change(manager, Entry, where, next, { reason: 'error.entryMove' }));
    await insertVersion(manager, held, actor, now);
    await (isFirst
      ? this.recorder.opened(held)
      : this.recorder.refresh(entry, { hides: hiddenIn.submitted }));
    const { state, submittedVersion } = next;
    const values = { before: { state: before }, after: { state, submittedVersion } };
    const { disclosures } = entry;
    await this.recorder.record(actor, 'entry.submit', entry, disclosures, values);
    // Its own secretariat does not put it before itself.
    if (entry.reporterKind === 'secretariat' && !(await this.isForTwo(entry)))
      return this.disclosures.stand(manager, actor, entry);
    for (const disclosure of disclosures) await this.recorder.tell(actor, entry, disclosure, 'submitted');
  }

  /** Whether somebody else of the secretariat has to accept what it reports. */
  private async isForTwo({ mechanismId }: Entry): Promise<boolean> {
    return (await this.mechanisms.find(mechanismId)).fourEyes;
  }
}
