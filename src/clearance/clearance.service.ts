import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { change } from '../platform/database/change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { Entry } from '../progress/entries/entry.entity.js';
import { ProgressService } from '../progress/entries/progress.service.js';
import { Clearance } from './clearance.entity.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { ClearanceChangeRecorder } from './clearance-change-recorder.js';
import { afterAct, nextStep } from './clearance.workflow.js';
import { lockEntry, entryFingerprint } from './entry-fingerprint.js';

/** What the people of a delegation do with a text in clearance. The gate in front of submission is ClearanceGate. */
@Injectable()
export class ClearanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clearances: ClearanceQueryService,
    private readonly recorder: ClearanceChangeRecorder,
    private readonly progress: ProgressService,
  ) {}

  /**
   * Passes the text on to the next step; after the last one it is submitted, by whoever passed it. `mark` is of the
   * text that was read: throws ConflictError when it has changed since, or waits elsewhere by now; ForbiddenError when
   * the step is somebody else's, NotFoundError to other delegations and everybody else.
   */
  async pass(actor: Actor, entryId: string, mark: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await this.clearances.toDecide(actor, entryId);
      if (clearance.mark !== mark) throw new ConflictError('error.clearance.changed');
      await this.recorder.record(actor, 'pass', clearance, clearance.steps[clearance.at]!.name);
      await this.onward(manager, actor, clearance, 'pass');
    });
  }

  /** Sends the text back to those who wrote it. `reason` is theirs and their delegation's to read. */
  async sendBack(actor: Actor, entryId: string, reason: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await this.clearances.toDecide(actor, entryId);
      const state = afterAct(clearance.state, 'return', 0);
      await changeClearance(manager, clearance, { state });
      await this.recorder.record(actor, 'return', clearance, clearance.steps[clearance.at]!.name, reason);
      const { authorId } = await manager.findOneByOrFail(Entry, { id: entryId });
      await this.recorder.tellBack(actor, clearance, [authorId, clearance.startedBy]);
    });
  }

  /** Moves the text past a step whose term is over. Anybody of the delegation may. Throws ConflictError before that. */
  async moveOn(actor: Actor, entryId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await this.clearances.toMoveOn(actor, entryId);
      await this.recorder.record(actor, 'move-on', clearance, clearance.steps[clearance.at]!.name);
      await this.onward(manager, actor, clearance, 'move-on');
    });
  }

  /** Stops the clearance, to write on. Anybody of the delegation may. */
  async stop(actor: Actor, entryId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await this.clearances.toStop(actor, entryId);
      await changeClearance(manager, clearance, { state: afterAct(clearance.state, 'stop', 0) });
      await this.recorder.record(actor, 'stop', clearance);
    });
  }

  private async onward(
    manager: EntityManager,
    actor: Actor,
    clearance: Clearance,
    act: 'pass' | 'move-on',
  ): Promise<void> {
    const { steps, at: from, entryId } = clearance;
    const entry = await lockEntry(this.unitOfWork, manager, entryId);
    // The text may have changed without notice: nobody passes on what has not been cleared.
    if (clearance.mark !== (await entryFingerprint(manager, entry)))
      throw new ConflictError('error.clearance.changed');
    const at = nextStep(steps, from + 1, actor.accountId);
    const state = afterAct(clearance.state, act, steps.length - at);
    const moved = await changeClearance(manager, clearance, { state, at, since: this.clock.now() });
    if (state === 'cleared') await this.progress.submit(actor, entryId);
    else await this.recorder.ask(moved);
  }
}

/** Throws ConflictError when somebody else was first: state, run and step stand in the WHERE. */
export async function changeClearance(
  manager: EntityManager,
  clearance: Clearance,
  changes: Partial<Clearance>,
): Promise<Clearance> {
  const { entryId, state, run, at } = clearance;
  await change(manager, Clearance, { entryId, state, run, at }, changes, { reason: 'error.clearance.move' });
  return Object.assign(clearance, changes);
}
