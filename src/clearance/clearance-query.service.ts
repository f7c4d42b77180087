import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In } from 'typeorm';
import { mechanismsWhere } from '../accounts/roles.js';
import { DelegationGate } from '../gate/delegation-gate.js';
import type { Mechanism } from '../mechanisms/mechanism/mechanism.entity.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../platform/clock.js';
import { inSlices } from '../platform/database/in-slices.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { Clearance, ClearanceEvent } from './clearance.entity.js';
import { isOver, lastDay } from './clearance-days.js';
import { deedOf } from './deed-of.js';
import { DelegationPeopleService, isOfDelegation, isOfSomeDelegation } from './delegation-people.service.js';
import { SeenClearance, Waiting } from './seen-clearance.js';

/** Reads clearances through the actor: to who is not of the delegation there is none. */
@Injectable()
export class ClearanceQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: DelegationPeopleService,
    private readonly mechanisms: MechanismsService,
    private readonly gate: DelegationGate,
  ) {}

  /** Throws NotFoundError where there is none for this actor. */
  async find(actor: Actor, id: string): Promise<SeenClearance> {
    const clearance = await this.own(actor, id);
    const events = await this.unitOfWork.read.find(ClearanceEvent, {
      where: { clearanceId: id },
      order: { at: 'ASC', id: 'ASC' },
    });
    const [seen] = await this.seen(actor, [clearance]);
    if (!seen) throw new NotFoundError('clearance');
    return { ...seen, events };
  }

  /** Everything that waits for the actor, longest first. */
  async asked(actor: Actor): Promise<SeenClearance[]> {
    const mechanisms = mechanismsWhere(actor, 'progress.write');
    const found = await this.ofDelegations(actor, { state: 'waiting', mechanismId: In(mechanisms) });
    return (await this.seen(actor, found)).filter(({ waiting }) => waiting?.mine);
  }

  /** Where something of these subjects waits now, longest first; empty to everybody else. */
  async waitingOf(
    actor: Actor,
    subjectIds: readonly string[],
  ): Promise<{ clearance: Clearance; waiting: Waiting }[]> {
    const found = await inSlices(subjectIds, (some) =>
      this.ofDelegations(actor, { state: 'waiting', subjectId: In([...some]) }),
    );
    const at = [];
    for (const clearance of found) {
      const mechanism = await this.mechanisms.find(clearance.mechanismId);
      const waiting = await this.waiting(actor, clearance, mechanism);
      if (waiting) at.push({ clearance, waiting });
    }
    return at;
  }

  /** All that was ever to be opened of an entry, a practice or a request, longest first; empty to everybody else. */
  async about(actor: Actor, subjectId: string): Promise<SeenClearance[]> {
    return this.seen(actor, await this.ofDelegations(actor, { subjectId }));
  }

  /** One whose step the actor may decide. Throws ForbiddenError, ConflictError or NotFoundError. */
  async toDecide(actor: Actor, id: string): Promise<Clearance> {
    const { clearance, waiting } = await this.onItsWay(actor, id);
    if (!waiting.mine) throw new ForbiddenError('error.clearance.notYours');
    return clearance;
  }

  /** One that waits at a step whose term is over. Throws ConflictError where it is not. */
  async toMoveOn(actor: Actor, id: string): Promise<Clearance> {
    const { clearance, waiting } = await this.onItsWay(actor, id);
    if (!waiting.over) throw new ConflictError('error.clearance.notOver');
    return clearance;
  }

  /** One that waits at all. */
  async toStop(actor: Actor, id: string): Promise<Clearance> {
    return (await this.onItsWay(actor, id)).clearance;
  }

  private async onItsWay(actor: Actor, id: string) {
    const clearance = await this.own(actor, id);
    const waiting = await this.waiting(actor, clearance, await this.mechanisms.find(clearance.mechanismId));
    if (!waiting) throw new ConflictError('error.clearance.move');
    return { clearance, waiting };
  }

  private async own(actor: Actor, id: string): Promise<Clearance> {
    const clearance = await this.unitOfWork.read.findOneBy(Clearance, { id });
    if (!clearance || !isOfDelegation(actor, clearance.mechanismId, clearance.subject))
      throw new NotFoundError('clearance');
    return clearance;
  }

  private async ofDelegations(actor: Actor, where: FindOptionsWhere<Clearance>): Promise<Clearance[]> {
    if (!isOfSomeDelegation(actor)) return [];
    const found = await this.unitOfWork.read.find(Clearance, { where, order: { since: 'ASC', id: 'ASC' } });
    return found.filter(({ mechanismId, subject }) => isOfDelegation(actor, mechanismId, subject));
  }

  private async seen(actor: Actor, clearances: Clearance[]): Promise<SeenClearance[]> {
    const seen: SeenClearance[] = [];
    for (const clearance of clearances) {
      const shown = await this.gate.show(actor, deedOf(clearance));
      if (!shown) continue;
      const mechanism = await this.mechanisms.find(clearance.mechanismId);
      const waiting = await this.waiting(actor, clearance, mechanism);
      seen.push({ clearance, shown, mechanism, waiting, events: [] });
    }
    return seen;
  }

  private async waiting(actor: Actor, clearance: Clearance, { zone }: Mechanism): Promise<Waiting | null> {
    const { state, steps, at, mechanismId, subject, since } = clearance;
    const step = steps[at];
    if (state !== 'waiting' || !step) return null;
    const { open, people } = await this.people.askedFor(step, mechanismId, subject);
    return {
      step,
      open,
      asked: people.map(({ name }) => name),
      lastDay: lastDay(since, step.days, zone),
      over: isOver(since, step.days, zone, this.clock.now()),
      mine: people.some(({ id }) => id === actor.accountId),
    };
  }
}
