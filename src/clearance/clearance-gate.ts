import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Deed, DeedKeeper, DeedKey } from '../gate/deed.js';
import type { GuardedKind } from '../gate/deeds.data.js';
import { DelegationGate } from '../gate/delegation-gate.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { changeClearance } from './change-clearance.js';
import { Clearance, type WayStep } from './clearance.entity.js';
import { ClearanceChangeRecorder } from './clearance-change-recorder.js';
import { DelegationPeopleService } from './delegation-people.service.js';
import { ClearanceSettingsService } from './clearance-settings.service.js';
import { afterAct, nextStep } from './clearance.workflow.js';
import { deedOf } from './deed-of.js';

/** Keeps a delegation's words back until they have passed all steps. To everybody else there is nothing yet. */
@Injectable()
export class ClearanceGate implements DeedKeeper, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: ClearanceSettingsService,
    private readonly recorder: ClearanceChangeRecorder,
    private readonly gate: DelegationGate,
    private readonly people: DelegationPeopleService,
  ) {}

  onModuleInit(): void {
    this.gate.guard(this);
  }

  /**
   * Opens where there is nobody to ask. Else the clearance starts; what is in clearance already, word for word and as far,
   * goes on waiting. Who starts it has passed the first steps that are their own, unless they came by a link.
   */
  async opens(actor: Actor, deed: Deed): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const mark = await this.gate.mark(manager, deed);
      if (mark === null) throw new ConflictError('error.clearance.move');
      const former = await manager.findOneBy(Clearance, keyOf(deed));
      if (former?.state === 'waiting' && former.mark === mark) return false;
      const steps = await this.settings.wayOf(deed);
      for (const step of steps) {
        const asked = await this.people.askedFor(step, deed.mechanismIds[0]!, deed.state!);
        if (!asked.open && asked.people.length === 0)
          throw new ConflictError('error.clearance.ownerElsewhere');
      }
      if (steps.length > 0) return this.begin(manager, actor, deed, { mark, former, steps });
      if (former?.state === 'waiting') await changeClearance(manager, former, { state: 'stopped' });
      return true;
    });
  }

  /** What was changed meanwhile, or can no longer be done, has to be cleared anew. */
  async changed(actor: Actor, subjectId: string): Promise<GuardedKind[]> {
    return this.unitOfWork.run(async (manager) => {
      const kept: GuardedKind[] = [];
      const waiting = await manager.findBy(Clearance, { subjectId, state: 'waiting' });
      for (const clearance of waiting) {
        if (clearance.mark === (await this.gate.mark(manager, deedOf(clearance)))) {
          kept.push(clearance.kind);
          continue;
        }
        await changeClearance(manager, clearance, { state: afterAct(clearance.state, 'change', 0) });
        await this.recorder.record(actor, 'change', clearance);
      }
      return kept;
    });
  }

  async stop(actor: Actor, key: DeedKey): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const clearance = await manager.findOneBy(Clearance, { ...keyOf(key), state: 'waiting' });
      if (!clearance) return;
      await changeClearance(manager, clearance, { state: afterAct(clearance.state, 'stop', 0) });
      await this.recorder.record(actor, 'stop', clearance);
    });
  }

  async keptBack(kind: GuardedKind, subjectIds: readonly string[]): Promise<string[]> {
    const where = { kind, subjectId: In(subjectIds), state: 'waiting' as const };
    const found = await this.unitOfWork.read.find(Clearance, { select: { subjectId: true }, where });
    return found.map(({ subjectId }) => subjectId);
  }

  async pending(key: DeedKey): Promise<unknown> {
    const states = In(['waiting', 'returned', 'stopped'] as const);
    const found = await this.unitOfWork.read.findOneBy(Clearance, { ...keyOf(key), state: states });
    return found?.payload ?? null;
  }

  private async begin(
    manager: EntityManager,
    actor: Actor,
    deed: Deed,
    { mark, former, steps }: { mark: string; former: Clearance | null; steps: WayStep[] },
  ): Promise<boolean> {
    const at = nextStep(steps, 0, actor.kind === 'link' ? null : actor.accountId);
    const open = at === steps.length;
    const next = {
      state: open ? ('done' as const) : ('waiting' as const),
      run: (former?.run ?? 0) + 1,
      at,
      steps,
      since: this.clock.now(),
      mark,
      payload: deed.payload ?? null,
      startedBy: actor.accountId,
    };
    // What was changed without notice may still stand as waiting: its clearance starts anew all the same.
    const clearance = former
      ? await changeClearance(manager, former, next)
      : Object.assign(new Clearance(), {
          ...keyOf(deed),
          // A text to be submitted is known by its entry.
          id: deed.kind === 'entry' ? deed.subjectId : randomUUID(),
          mechanismId: deed.mechanismIds[0]!,
          subject: deed.state!,
          ...next,
        });
    if (!former) await manager.insert(Clearance, clearance as QueryDeepPartialEntity<Clearance>);
    await this.recorder.record(actor, open ? 'submit' : 'start', clearance);
    if (!open) await this.recorder.ask(clearance, actor);
    return open;
  }
}

const keyOf = ({ kind, subjectId, part }: DeedKey) => ({ kind: kind as GuardedKind, subjectId, part });
