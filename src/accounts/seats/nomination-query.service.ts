import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { RoleGrant } from '../account.entity.js';
import { peopleAt } from './circles.js';
import { Nomination } from './nomination.entity.js';
import { isAmong } from './same-person.js';

/** A seat that waits, with what the actor may say about it. */
export interface WaitingSeat {
  nomination: Nomination;
  mayConfirm: boolean;
  mayObject: boolean;
}

const OLDEST_FIRST = { since: 'ASC', id: 'ASC' } as const;

/** Reads seats that wait for the people they are among. */
@Injectable()
export class NominationQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Those that wait in a mechanism, the oldest first, all or of some States. The caller checks who asks. */
  waitingIn(mechanismId: string, states?: string[]): Promise<Nomination[]> {
    const where = { mechanismId, state: 'waiting' as const };
    return this.unitOfWork.read.find(Nomination, {
      where: states ? { ...where, role: 'focal-point', subject: In(states) } : where,
      relations: { account: true },
      order: OLDEST_FIRST,
    });
  }

  /** Those that wait for the actor's word, the oldest first. */
  async waitingFor(actor: Actor): Promise<WaitingSeat[]> {
    if (!isSomebody(actor)) return [];
    const { read } = this.unitOfWork;
    // Somebody is asked where they have or had a role; few wait at a time.
    const own = await read.findBy(RoleGrant, { accountId: actor.accountId! });
    if (own.length === 0) return [];
    const waiting = await read.find(Nomination, {
      where: { mechanismId: In([...new Set(own.map((one) => one.mechanismId))]), state: 'waiting' },
      relations: { account: true },
      order: OLDEST_FIRST,
    });
    const seen = await Promise.all(waiting.map((one) => this.seenBy(read, actor, one)));
    return seen.filter(({ mayObject }) => mayObject);
  }

  /** What the actor may say to one that waits; null when they are not asked, or not any more. */
  async stillAsked(actor: Actor, id: string): Promise<WaitingSeat | null> {
    const { read } = this.unitOfWork;
    const where = { id, state: 'waiting' as const };
    const nomination = await read.findOne(Nomination, { where, relations: { account: true } });
    const seen = nomination && (await this.seenBy(read, actor, nomination));
    return seen?.mayObject ? seen : null;
  }

  /** One that waits and that the actor is asked about. Else NotFoundError; ConflictError once it is decided. */
  async find(actor: Actor, id: string): Promise<WaitingSeat> {
    const { read } = this.unitOfWork;
    const nomination = await read.findOne(Nomination, { where: { id }, relations: { account: true } });
    const seen = nomination && isSomebody(actor) && (await this.seenBy(read, actor, nomination));
    if (!seen || !seen.mayObject) throw new NotFoundError('seat');
    if (nomination.state !== 'waiting') throw new ConflictError('error.seatDecided');
    return seen;
  }

  private async seenBy(manager: EntityManager, actor: Actor, nomination: Nomination): Promise<WaitingSeat> {
    const people = await peopleAt(manager, nomination, nomination.stage, this.clock.now());
    const { accountId, account } = nomination;
    const id = actor.accountId!;
    const mayObject = id !== accountId && [...people.holders, ...people.former].includes(id);
    const mayConfirm =
      mayObject &&
      people.present.includes(id) &&
      // Nobody gives a seat to themselves, by another account of theirs neither.
      !(await isAmong(manager, { id, email: actor.email! }, [account]));
    return { nomination, mayConfirm, mayObject };
  }
}

/** A person themselves: whoever holds a link from a mail has no say in who speaks. */
const isSomebody = ({ kind, accountId }: Actor) =>
  accountId !== null && (kind === 'person' || kind === 'token');
