import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { mechanismsWhere, voicesIn } from '../accounts/roles.js';
import type { Mechanism } from '../mechanisms/mechanism/mechanism.entity.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { EntryQueryService } from '../progress/access/entry-query.service.js';
import { Clearance, ClearanceEvent } from './clearance.entity.js';
import { isOver, lastDay } from './clearance-days.js';
import { DelegationPeopleService, isOfDelegation } from './delegation-people.service.js';
import { SeenClearance, Waiting } from './seen-clearance.js';

/** Reads clearances through the actor: to who is not of the delegation there is none. */
@Injectable()
export class ClearanceQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: DelegationPeopleService,
    private readonly mechanisms: MechanismsService,
    private readonly entries: EntryQueryService,
  ) {}

  /** Throws NotFoundError where there is none for this actor. */
  async find(actor: Actor, entryId: string): Promise<SeenClearance> {
    const clearance = await this.own(actor, entryId);
    const events = await this.unitOfWork.read.find(ClearanceEvent, {
      where: { entryId },
      order: { at: 'ASC', id: 'ASC' },
    });
    const [seen] = await this.seen(actor, [clearance]);
    if (!seen) throw new NotFoundError('clearance');
    return { ...seen, events };
  }

  /** The texts that wait for the actor, longest first. */
  async asked(actor: Actor): Promise<SeenClearance[]> {
    const found = await this.onTheirWay(actor);
    return (await this.seen(actor, found)).filter(({ waiting }) => waiting?.mine);
  }

  /** The clearance of an entry whose step the actor may decide. Throws ForbiddenError, ConflictError or NotFoundError. */
  async toDecide(actor: Actor, entryId: string): Promise<Clearance> {
    const { clearance, waiting } = await this.onItsWay(actor, entryId);
    if (!waiting.mine) throw new ForbiddenError('error.clearance.notYours');
    return clearance;
  }

  /** One that waits at a step whose term is over. Throws ConflictError where it is not. */
  async toMoveOn(actor: Actor, entryId: string): Promise<Clearance> {
    const { clearance, waiting } = await this.onItsWay(actor, entryId);
    if (!waiting.over) throw new ConflictError('error.clearance.notOver');
    return clearance;
  }

  /** One that waits at all. */
  async toStop(actor: Actor, entryId: string): Promise<Clearance> {
    return (await this.onItsWay(actor, entryId)).clearance;
  }

  private async onItsWay(actor: Actor, entryId: string) {
    const clearance = await this.own(actor, entryId);
    const waiting = await this.waiting(actor, clearance, await this.mechanisms.find(clearance.mechanismId));
    if (!waiting) throw new ConflictError('error.clearance.move');
    return { clearance, waiting };
  }

  private async own(actor: Actor, entryId: string): Promise<Clearance> {
    const clearance = await this.unitOfWork.read.findOneBy(Clearance, { entryId });
    if (!clearance || !isOfDelegation(actor, clearance.mechanismId, clearance.subject))
      throw new NotFoundError('clearance');
    return clearance;
  }

  private async onTheirWay(actor: Actor): Promise<Clearance[]> {
    const mechanisms = mechanismsWhere(actor, 'progress.write');
    if (mechanisms.length === 0) return [];
    const found = await this.unitOfWork.read.find(Clearance, {
      where: { state: 'waiting', mechanismId: In(mechanisms), subject: In(statesOf(actor, mechanisms)) },
      order: { since: 'ASC', entryId: 'ASC' },
    });
    return found.filter(({ mechanismId, subject }) => isOfDelegation(actor, mechanismId, subject));
  }

  private async seen(actor: Actor, clearances: Clearance[]): Promise<SeenClearance[]> {
    const entries = await this.entries.among(
      actor,
      clearances.map(({ entryId }) => entryId),
    );
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const seen: SeenClearance[] = [];
    for (const clearance of clearances) {
      const entry = byId.get(clearance.entryId);
      if (entry?.sight !== 'own') continue;
      const mechanism = await this.mechanisms.find(clearance.mechanismId);
      const waiting = await this.waiting(actor, clearance, mechanism);
      seen.push({ clearance, entry, mechanism, waiting, events: [] });
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

const statesOf = (actor: Actor, mechanisms: readonly string[]): string[] =>
  mechanisms.flatMap((id) =>
    voicesIn(actor, id).flatMap(({ kind, subject }) => (kind === 'state' && subject ? [subject] : [])),
  );
