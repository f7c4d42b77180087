import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DelegationGate } from '../gate/delegation-gate.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { changeClearance } from './change-clearance.js';
import type { Clearance } from './clearance.entity.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { ClearanceChangeRecorder } from './clearance-change-recorder.js';
import { afterAct, nextStep } from './clearance.workflow.js';
import { deedOf } from './deed-of.js';

/** What the people of a delegation do with words in clearance. The gate in front of them is ClearanceGate. */
@Injectable()
export class ClearanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clearances: ClearanceQueryService,
    private readonly recorder: ClearanceChangeRecorder,
    private readonly gate: DelegationGate,
  ) {}

  /**
   * Passes it on to the next step; after the last one it is done, by whoever passed it. `mark` is of what was read:
   * throws ConflictError when it has changed since, or waits elsewhere by now; ForbiddenError when the step is somebody
   * else's, NotFoundError to other delegations and everybody else.
   */
  async pass(actor: Actor, id: string, mark: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await this.clearances.toDecide(actor, id);
      if (clearance.mark !== mark) throw new ConflictError('error.clearance.changed');
      await this.recorder.record(actor, 'pass', clearance, clearance.steps[clearance.at]!.name);
      await this.onward(manager, actor, clearance, 'pass');
    });
  }

  /** Sends it back to those who wrote it. `reason` is theirs and their delegation's to read. */
  async sendBack(actor: Actor, id: string, reason: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await this.clearances.toDecide(actor, id);
      const shown = await this.gate.show(actor, deedOf(clearance));
      const state = afterAct(clearance.state, 'return', 0);
      await changeClearance(manager, clearance, { state });
      await this.recorder.record(actor, 'return', clearance, clearance.steps[clearance.at]!.name, reason);
      await this.recorder.tellBack(actor, clearance, [shown?.authorId ?? null, clearance.startedBy]);
    });
  }

  /** Moves it past a step whose term is over. Anybody of the delegation may. Throws ConflictError before that. */
  async moveOn(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await this.clearances.toMoveOn(actor, id);
      await this.recorder.record(actor, 'move-on', clearance, clearance.steps[clearance.at]!.name);
      await this.onward(manager, actor, clearance, 'move-on');
    });
  }

  /** Stops the clearance, to write on. Anybody of the delegation may. */
  async stop(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await this.clearances.toStop(actor, id);
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
    const { steps, at: from } = clearance;
    const deed = deedOf(clearance);
    // It may have changed without notice: nobody passes on what has not been cleared.
    if (clearance.mark !== (await this.gate.mark(manager, deed)))
      throw new ConflictError('error.clearance.changed');
    const at = nextStep(steps, from + 1, actor.accountId);
    const state = afterAct(clearance.state, act, steps.length - at);
    const moved = await changeClearance(manager, clearance, { state, at, since: this.clock.now() });
    if (state === 'waiting') {
      await this.recorder.ask(moved, actor);
      return;
    }
    await changeClearance(manager, moved, { state: afterAct(state, 'submit', 0) });
    await this.recorder.record(actor, 'submit', moved);
    await this.gate.perform(manager, actor, deed);
  }
}
