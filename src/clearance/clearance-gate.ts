import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { isEditable } from '../progress/entries/entry.workflow.js';
import type { Entry } from '../progress/entries/entry.entity.js';
import { type GateKeeper, SubmissionGate } from '../progress/entries/submission-gate.js';
import { Clearance, type WayStep } from './clearance.entity.js';
import { ClearanceSettingsService } from './clearance-settings.service.js';
import { changeClearance } from './clearance.service.js';
import { ClearanceChangeRecorder } from './clearance-change-recorder.js';
import { afterAct, nextStep } from './clearance.workflow.js';
import { lockEntry, entryFingerprint } from './entry-fingerprint.js';

/** Keeps a delegation's text back until it has passed all steps. To the secretariat it is not there yet. */
@Injectable()
export class ClearanceGate implements GateKeeper, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: ClearanceSettingsService,
    private readonly recorder: ClearanceChangeRecorder,
    private readonly gate: SubmissionGate,
  ) {}

  onModuleInit(): void {
    this.gate.guard(this);
  }

  /**
   * Opens for the very text that has just passed the last step, and where there is nobody to ask. Else the clearance
   * starts; a text that is in clearance already goes on waiting. Who starts it has passed the first steps that are their
   * own, unless they came by a link.
   */
  async opens(actor: Actor, { id, reporterKind }: Entry): Promise<boolean> {
    if (reporterKind !== 'state') return true;
    return this.unitOfWork.run(async (manager) => {
      const entry = await lockEntry(this.unitOfWork, manager, id);
      const mark = await entryFingerprint(manager, entry);
      const former = await manager.findOneBy(Clearance, { entryId: entry.id });
      const same = former?.mark === mark;
      if (same && former.state === 'cleared') {
        await changeClearance(manager, former, { state: afterAct(former.state, 'submit', 0) });
        await this.recorder.record(actor, 'submit', former);
        return true;
      }
      if (same && former.state === 'waiting') return false;
      const steps = await this.settings.wayOf(entry);
      if (steps.length === 0) {
        if (former?.state === 'waiting') await changeClearance(manager, former, { state: 'stopped' });
        return true;
      }
      return this.begin(manager, actor, entry, { mark, former, steps });
    });
  }

  /**
   * A text that was submitted has been cleared already, so another delegation of the same State is asked when it is linked
   * there: of those who settled steps, who passes the last one may link, or anybody once nobody else could.
   */
  async opensLink(actor: Actor, { reporterKind, reporter }: Entry, mechanismId: string): Promise<boolean> {
    if (reporterKind !== 'state') return true;
    const last = (await this.settings.stepsIn(mechanismId, reporter)).at(-1);
    if (!last) return true;
    return actor.accountId === last.accountId || !(await this.settings.speaks(last, mechanismId, reporter));
  }

  /** What was changed meanwhile, or is no longer a working text, has to be cleared anew. */
  async changed(actor: Actor, entryId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await manager.findOneBy(Clearance, { entryId, state: 'waiting' });
      if (!clearance) return;
      const entry = await lockEntry(this.unitOfWork, manager, entryId);
      if (isEditable(entry.state) && clearance.mark === (await entryFingerprint(manager, entry))) return;
      await changeClearance(manager, clearance, { state: afterAct(clearance.state, 'change', 0) });
      await this.recorder.record(actor, 'change', clearance);
    });
  }

  async keptBack(entryIds: readonly string[]): Promise<string[]> {
    const where = { entryId: In(entryIds), state: 'waiting' as const };
    const found = await this.unitOfWork.read.find(Clearance, { select: { entryId: true }, where });
    return found.map(({ entryId }) => entryId);
  }

  private async begin(
    manager: EntityManager,
    actor: Actor,
    entry: Entry,
    { mark, former, steps }: { mark: string; former: Clearance | null; steps: WayStep[] },
  ): Promise<boolean> {
    const at = nextStep(steps, 0, actor.kind === 'link' ? null : actor.accountId);
    const open = at === steps.length;
    const { id: entryId, mechanismId, reporter: subject } = entry;
    const next = {
      state: open ? ('done' as const) : ('waiting' as const),
      run: (former?.run ?? 0) + 1,
      at,
      steps,
      since: this.clock.now(),
      mark,
      startedBy: actor.accountId,
    };
    // A text that was changed without notice may still stand as waiting: its clearance starts anew all the same.
    const clearance = former
      ? await changeClearance(manager, former, next)
      : Object.assign(new Clearance(), { entryId, mechanismId, subject, ...next });
    if (!former) await manager.insert(Clearance, clearance);
    await this.recorder.record(actor, open ? 'submit' : 'start', clearance);
    if (!open) await this.recorder.ask(clearance);
    return open;
  }
}
