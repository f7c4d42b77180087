import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RoleGrant } from '../account.entity.js';
import { demand } from '../roles.js';
import { colleaguesOf, lockSeats, peopleOf } from './circles.js';
import { ENDED_MAIL } from './role-mails.js';
import { leavesNoOffice } from './last-office.js';
import { isOver } from './seat-period.js';

type By = Pick<Actor, 'accountId' | 'name'>;

/** The end of roles. Whoever loses one is told, and those they held it with. Nothing ends in the past. */
@Injectable()
export class SeatEndings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Ends a role with a day, or now (null): at once, at the very next request. Throws InvalidError for a day gone by or
   * one after the last it has (a longer role is a new one, which may have to be confirmed), and for the last role of a
   * secretariat, which only an administrator may end; ConflictError when it has ended.
   */
  async end(actor: Actor, grantId: string, untilDay: string | null): Promise<RoleGrant> {
    return this.unitOfWork.run(async (manager) => {
      const grant = await manager.findOne(RoleGrant, {
        where: { id: grantId },
        relations: { account: true },
      });
      if (!grant) throw new NotFoundError('role');
      demand(actor, 'people.manage', grant.mechanismId, 'role');
      const zone = await lockSeats(manager, grant.mechanismId);
      const lastDay = untilDay ?? dayIn(zone, this.clock.now());
      if (!actor.administrator && (await this.isLast(manager, grant, lastDay)))
        throw InvalidError.field('untilDay', 'error.lastSecretariat');
      return this.endOne(manager, actor, grant, untilDay);
    });
  }

  /** Of the roles of a person those with which a mechanism would lose its last secretariat, were they ended now. */
  async lastOf(accountId: string): Promise<RoleGrant[]> {
    const { read } = this.unitOfWork;
    const grants = await read.find(RoleGrant, {
      where: { accountId, role: 'secretariat' },
      relations: { account: true },
    });
    const now = this.clock.now();
    const last: RoleGrant[] = [];
    for (const grant of grants.filter((one) => !isOver(one, now)))
      if (await this.isLast(read, grant, dayIn(grant.mechanism?.zone ?? 'UTC', now))) last.push(grant);
    return last;
  }

  private async isLast(manager: EntityManager, grant: RoleGrant, lastDay: string): Promise<boolean> {
    if (grant.role !== 'secretariat') return false;
    const where = { mechanismId: grant.mechanismId, role: grant.role };
    const all = await manager.find(RoleGrant, { where, relations: { account: true } });
    const now = this.clock.now();
    const others = all.filter(
      (one) => one.accountId !== grant.accountId && one.account.closedAt === null && !isOver(one, now),
    );
    return leavesNoOffice(grant, others, lastDay);
  }

  /** Ends all roles of a person now, as when their account is closed. */
  async endAllOf(by: By, accountId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const grants = await manager.find(RoleGrant, { where: { accountId }, relations: { account: true } });
      const now = this.clock.now();
      for (const grant of grants.filter((one) => !isOver(one, now)))
        await this.endOne(manager, by, grant, null);
    });
  }

  /** Ends a role now that a mechanism's contact refused. Nothing happens when it has ended, or never was. */
  async endByContact(by: By, grantId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const grant = await manager.findOne(RoleGrant, {
        where: { id: grantId },
        relations: { account: true },
      });
      if (grant && !isOver(grant, this.clock.now())) await this.endOne(manager, by, grant, null);
    });
  }

  private async endOne(
    manager: EntityManager,
    by: By,
    { id, mechanismId }: RoleGrant,
    lastDay: string | null,
  ): Promise<RoleGrant> {
    const zone = await lockSeats(manager, mechanismId);
    // As it is now, with the lock.
    const grant = await manager.findOneOrFail(RoleGrant, { where: { id }, relations: { account: true } });
    const now = this.clock.now();
    const today = dayIn(zone, now);
    if (isOver(grant, now)) throw new ConflictError('error.roleEnded');
    if (lastDay !== null && lastDay < today) throw InvalidError.field('untilDay', 'error.dayPast');
    if (lastDay !== null && grant.untilDay !== null && lastDay > grant.untilDay)
      throw InvalidError.field('untilDay', 'error.notLonger');
    const people = await peopleOf(manager, grant, now);
    const set = {
      untilDay: lastDay ?? (grant.untilDay !== null && grant.untilDay < today ? grant.untilDay : today),
      endedAt: lastDay === null ? now : null,
      endedFromOutside: by.accountId !== null && !people.present.includes(by.accountId),
    };
    const { accountId, role, subject } = grant;
    const colleagues = await colleaguesOf(manager, grant, now);
    await change(manager, RoleGrant, { id }, set);
    const ended = Object.assign(grant, set);
    await this.history.record(by, {
      action: lastDay === null ? 'role.endNow' : 'role.end',
      subjectKind: 'account',
      subjectId: accountId,
      scope: mechanismId,
      before: { role, subject },
      after: { email: grant.account.email, role, subject, untilDay: set.untilDay },
    });
    await this.outbox.post(ENDED_MAIL, ended, [accountId, ...colleagues], undefined, by);
    return ended;
  }
}
