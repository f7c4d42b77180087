import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, MoreThanOrEqual } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { dayIn } from '../platform/i18n/dates.js';
import { addDays } from '../platform/i18n/day.js';
import { Outbox } from '../platform/mail/outbox.js';
import { accountFor } from './account-for.js';
import { RoleGrant } from './account.entity.js';
import type { HandOverInput } from './people.dto.js';
import { HANDED_OVER_MAIL, ROLE_MAIL } from './role-mails.js';
import { can, voicesIn } from './roles.js';

/**
 * A focal point names who comes next, or the secretariat does. Drafts and open questions pass on by themselves: they
 * belong to the delegation, not to the person.
 */
@Injectable()
export class HandOverService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  /** Who speaks, today or later, for the States the actor speaks for in a mechanism. Of other delegations nothing. */
  delegations(actor: Actor, mechanismId: string): Promise<RoleGrant[]> {
    const states = voicesIn(actor, mechanismId).flatMap(({ kind, subject }) =>
      kind === 'state' && subject ? [subject] : [],
    );
    if (states.length === 0) throw new NotFoundError('mechanism');
    const where = { mechanismId, role: 'focal-point' as const, subject: In(states) };
    const today = dayIn('UTC', this.clock.now());
    return this.unitOfWork.read.find(RoleGrant, {
      where: [
        { ...where, untilDay: IsNull() },
        { ...where, untilDay: MoreThanOrEqual(today) },
      ],
      relations: { account: true },
      order: { subject: 'ASC', deputy: 'ASC', fromDay: 'ASC', id: 'ASC' },
    });
  }

  /** A focal point's role that the actor may hand over: their own, or any for the secretariat. Else NotFoundError. */
  async find(actor: Actor, grantId: string): Promise<RoleGrant> {
    const grant = await this.unitOfWork.read.findOne(RoleGrant, {
      where: { id: grantId, role: 'focal-point' },
      relations: { account: true },
    });
    if (!grant || !(isOwn(actor, grant) || can(actor, 'people.manage', grant.mechanismId)))
      throw new NotFoundError('role');
    return grant;
  }

  /**
   * Gives the role to a successor from a day on, and ends it for its holder the day before. Both are notified by mail.
   * Throws InvalidError for a day gone by, or somebody who speaks for the State already; ConflictError when the role
   * has ended by then, or was given to a successor already: one seat has one successor.
   */
  async handOver(actor: Actor, grantId: string, input: HandOverInput): Promise<RoleGrant> {
    return this.unitOfWork.run(async (manager) => {
      const grant = await this.find(actor, grantId);
      const { fromDay } = input;
      if (fromDay < dayIn(actor.zone, this.clock.now())) throw InvalidError.field('fromDay', 'error.dayPast');
      if (grant.untilDay !== null && grant.untilDay < addDays(fromDay, -1))
        throw new ConflictError('error.roleEnded');
      const untilDay = addDays(fromDay, -1);
      // First, and with the day it had: of two who hand it over at once, one waits here and finds it given.
      const had = grant.untilDay ?? IsNull();
      const ended = await manager.update(RoleGrant, { id: grantId, untilDay: had }, { untilDay });
      if (!ended.affected || (await successorOf(manager, grant)))
        throw new ConflictError('error.roleHandedOver');
      const account = await accountFor(manager, input, this.clock.now());
      await this.admit(manager, grant, account.id, fromDay);
      const next = { ...grant, id: uuid(), accountId: account.id, fromDay, untilDay: null, account };
      await manager.insert(RoleGrant, next);
      await this.history.record(actor, {
        action: 'role.handOver',
        subjectKind: 'account',
        subjectId: grant.accountId,
        scope: grant.mechanismId,
        before: { email: grant.account.email, untilDay: grant.untilDay },
        after: { email: account.email, role: grant.role, subject: grant.subject, fromDay, untilDay },
      });
      await this.tell(grant, next);
      return manager.create(RoleGrant, next);
    });
  }

  private async admit(manager: EntityManager, grant: RoleGrant, accountId: string, fromDay: string) {
    const { mechanismId, role, subject } = grant;
    const own = await manager.findBy(RoleGrant, { accountId, mechanismId, role, subject: subject! });
    if (own.some(({ untilDay }) => untilDay === null || untilDay >= fromDay))
      throw InvalidError.field('email', 'error.speaksAlready');
  }

  private async tell(former: RoleGrant, next: RoleGrant): Promise<void> {
    await this.outbox.post(ROLE_MAIL, next, [next.accountId]);
    await this.outbox.post(HANDED_OVER_MAIL, next, [former.accountId]);
  }
}

/** Whoever has the same seat from the day after a role ends; null while nobody has been named. */
async function successorOf(manager: EntityManager, grant: RoleGrant): Promise<RoleGrant | null> {
  const { mechanismId, role, subject, deputy, untilDay } = grant;
  if (untilDay === null) return null;
  const seat = { mechanismId, role, subject: subject!, deputy, fromDay: addDays(untilDay, 1) };
  const named = await manager.findBy(RoleGrant, seat);
  // One that ends before it begins was taken back.
  return named.find(({ fromDay, untilDay: last }) => last === null || last >= fromDay) ?? null;
}

/** Whether the actor speaks by this role today. */
const isOwn = (actor: Actor, grant: RoleGrant) =>
  actor.accountId === grant.accountId &&
  voicesIn(actor, grant.mechanismId).some(
    ({ kind, subject }) => kind === 'state' && subject === grant.subject,
  );
