import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { can } from '../roles.js';
import { lockSeats } from './circles.js';
import { BY_TIME, NominationOutcomes } from './nomination-outcomes.service.js';
import { NominationQuery, type WaitingSeat } from './nomination-query.service.js';
import { Nomination } from './nomination.entity.js';
import { NOTICE_MAIL } from './role-mails.js';
import { noticeEnds } from './seat-rules.js';

type By = Pick<Actor, 'accountId' | 'name'>;

/** Decides about seats that wait: confirmed, objected to, taken back, or held once the days are over. */
@Injectable()
export class NominationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly query: NominationQuery,
    private readonly outcomes: NominationOutcomes,
  ) {}

  /**
   * Agrees to a seat, as one of those it is among. It holds then, or waits for the delegation after the secretariat.
   * Throws ForbiddenError for who may object only and for a program, ConflictError for one that was decided by now.
   */
  async confirm(actor: Actor, id: string): Promise<void> {
    if (actor.kind === 'token') throw new ForbiddenError('error.keyNever');
    await this.decide(actor, id, async (manager, { nomination, mayConfirm }, zone) => {
      if (!mayConfirm) throw new ForbiddenError();
      await this.outcomes.record(actor, nomination, 'role.confirm');
      await this.outcomes.proceed(manager, actor, nomination, zone);
    });
  }

  /** Objects to a seat: it is not given. Whoever asked for it, the secretariat and those it was among are told. */
  async object(actor: Actor, id: string, reason: string | null): Promise<void> {
    const refusal = { state: 'objected', action: 'role.object', reason } as const;
    await this.decide(actor, id, (manager, { nomination }) =>
      this.outcomes.refuse(manager, actor, nomination, refusal),
    );
  }

  /** Takes back a nomination, as somebody who may give roles there. Null when none of that id waits. */
  async withdraw(actor: Actor, id: string): Promise<Nomination | null> {
    return this.unitOfWork.run(async (manager) => {
      const nomination = await waitingOne(manager, id);
      if (!nomination || !can(actor, 'people.manage', nomination.mechanismId)) return null;
      await this.outcomes.refuse(manager, actor, nomination, WITHDRAWN);
      return nomination;
    });
  }

  /** Takes back all of a person's, as when their account is closed. */
  async withdrawAllOf(by: By, accountId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const where = { accountId, state: 'waiting' as const };
      const waiting = await manager.find(Nomination, { where, relations: { account: true } });
      for (const one of waiting) await this.outcomes.refuse(manager, by, one, WITHDRAWN);
    });
  }

  /** What a mechanism's contact refused is not given. */
  async refuseByContact(by: By, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const nomination = await waitingOne(manager, id);
      const refusal = { state: 'objected', action: 'role.object' } as const;
      if (nomination) await this.outcomes.refuse(manager, by, nomination, refusal);
    });
  }

  /** Makes those hold whose days are over, each in a transaction of its own. */
  async sweep(): Promise<void> {
    const due = await this.unitOfWork.read.find(Nomination, {
      select: { id: true },
      where: { state: 'waiting', holdsFrom: LessThanOrEqual(this.clock.now()) },
      order: { holdsFrom: 'ASC', id: 'ASC' },
    });
    for (const { id } of due) await this.unitOfWork.run((manager) => this.passByTime(manager, id));
  }

  private async passByTime(manager: EntityManager, id: string): Promise<void> {
    const found = await waitingOne(manager, id);
    const zone = found && (await lockSeats(manager, found.mechanismId));
    // Again, with the lock: somebody may have decided meanwhile.
    const nomination = zone && (await waitingOne(manager, id));
    const holdsFrom = nomination && (await countedFromMail(manager, nomination, zone));
    if (!holdsFrom) return;
    if (holdsFrom > this.clock.now()) {
      await manager.update(Nomination, { id }, { holdsFrom });
      return;
    }
    await this.outcomes.record(BY_TIME, nomination, 'role.unopposed');
    await this.outcomes.proceed(manager, BY_TIME, nomination, zone);
  }

  private async decide(
    actor: Actor,
    id: string,
    act: (manager: EntityManager, seen: WaitingSeat, zone: string) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { nomination } = await this.query.find(actor, id);
      const zone = await lockSeats(manager, nomination.mechanismId);
      // Again, with the lock: what was true before it may have been changed by who held it.
      await act(manager, await this.query.find(actor, id), zone);
    });
  }
}

const WITHDRAWN = { state: 'withdrawn', action: 'role.withdraw' } as const;

const waitingOne = (manager: EntityManager, id: string) =>
  manager.findOne(Nomination, { where: { id, state: 'waiting' }, relations: { account: true } });

/**
 * The days are counted from the day the last of the notices went out: who could not be told could not object. Null
 * while one still waits to be sent. One that failed for good does not hold a delegation up.
 */
async function countedFromMail(
  manager: EntityManager,
  { id, since, stage, holdsFrom }: Nomination,
  zone: string,
): Promise<Date | null> {
  const mails = await manager.findBy(OutgoingMessage, { kind: NOTICE_MAIL.kind, subjectId: id });
  const here = mails.filter((mail) => mail.key === NOTICE_MAIL.key({ id, stage }, mail.accountId));
  if (here.some(({ state }) => state === 'pending' || state === 'sending')) return null;
  const moments = [since, ...here.flatMap(({ sentAt }) => sentAt ?? [])].map((at) => at.getTime());
  const ends = noticeEnds(new Date(Math.max(...moments)), zone);
  // Never sooner than was said: the mechanism may have moved to another zone.
  return holdsFrom !== null && holdsFrom > ends ? holdsFrom : ends;
}
