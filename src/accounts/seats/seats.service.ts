import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { addDays } from '../../platform/i18n/day.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { type Account, RoleGrant } from '../account.entity.js';
import { colleaguesOf, lockSeats, peopleAt } from './circles.js';
import { ContactNotices } from './contact-notices.service.js';
import { admit, holdsSame, type WantedSeat } from './new-grant.js';
import { Nomination } from './nomination.entity.js';
import { HANDED_OVER_MAIL, JOINED_MAIL, NOMINATED_MAIL, NOTICE_MAIL, ROLE_MAIL } from './role-mails.js';
import { isAmong } from './same-person.js';
import { nextStage, noticeEnds } from './seat-rules.js';

type By = Pick<Actor, 'kind' | 'accountId' | 'name' | 'email' | 'grants'>;

interface Wish {
  seat: WantedSeat;
  account: Account;
  /** The role it takes over. */
  replaces?: RoleGrant;
  /** Whom to write to where a mechanism has no secretariat. */
  contact?: string | null;
  /** Ids of the seats that are given in the same act: those who get them are not asked about each other. */
  beside?: readonly string[];
}

/**
 * How somebody gets a seat: the one way to a role, whoever asks for it. It holds at once, or waits for the people it is
 * among (`seat-rules.ts`).
 */
@Injectable()
export class SeatsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly contacts: ContactNotices,
  ) {}

  /**
   * Gives a seat, or nominates for it. Throws InvalidError for one's own seat, one that is held already, both sides of
   * a mechanism, and a missing contact where an administrator acts and no secretariat is there; ForbiddenError for a
   * program: whoever found its key would have a seat that outlives it.
   */
  async give(
    by: By,
    { seat, account, replaces, contact = null, beside }: Wish,
  ): Promise<RoleGrant | Nomination> {
    if (by.kind === 'token') throw new ForbiddenError('error.keyNever');
    return this.unitOfWork.run(async (manager) => {
      const zone = await lockSeats(manager, seat.mechanismId);
      const byOffice = isOfOffice(by, seat.mechanismId);
      if (
        by.accountId !== null &&
        (await isAmong(manager, { id: by.accountId, email: by.email! }, [account]))
      )
        throw InvalidError.field('email', byOffice ? 'error.ownSeat' : 'error.ownSeat.administrator');
      const now = this.clock.now();
      await admit(manager, seat, now);
      const byCommand = by.kind === 'command';
      const agreed = await this.agreed(manager, by, seat, now, beside);
      // Who passes on their own role acts among those it is among, also where nobody else is.
      const byColleague =
        agreed.byColleague || (by.accountId !== null && replaces?.accountId === by.accountId);
      const asked = { ...agreed, byColleague, byOffice, byCommand };
      const next = nextStage(asked);
      const isAdministrators = !byOffice && !asked.byColleague && !asked.byCommand;
      if (isAdministrators && asked.office.holders.length === 0)
        await this.contacts.announce(by, seat, account, contact);
      if (next === null)
        return this.hold(manager, by, seat, {
          account,
          replaces,
          beside,
          // A hand-over is recorded as one, by who makes it.
          action: replaces ? null : 'role.grant',
        });
      const waiting = manager.create(Nomination, {
        ...seat,
        replacesId: replaces?.id ?? null,
        state: 'waiting',
        stage: next.stage,
        since: now,
        holdsFrom: next.lapsesToHeld ? noticeEnds(now, zone) : null,
        nominatedBy: by.accountId,
        nominatedByName: by.name,
        decidedBy: null,
        reason: null,
      });
      await manager.insert(Nomination, waiting);
      waiting.account = account;
      await this.record(by, waiting, 'role.nominate');
      await this.outbox.post(NOMINATED_MAIL, waiting, [account.id]);
      await this.notify(manager, waiting);
      return waiting;
    });
  }

  /** What decides about a seat that the secretariat has agreed to. */
  async agreed(
    manager: EntityManager,
    by: Pick<Actor, 'accountId'>,
    seat: WantedSeat,
    now: Date,
    beside: readonly string[] = [],
  ) {
    const delegation = await peopleAt(manager, seat, 'delegation', now, beside);
    return {
      byCommand: false,
      byOffice: true,
      byColleague: by.accountId !== null && delegation.present.includes(by.accountId),
      holdsSame: await holdsSame(manager, seat, now),
      office: await peopleAt(manager, seat, 'office', now),
      delegation,
    };
  }

  /** Tells those who are asked now. */
  async notify(manager: EntityManager, waiting: Nomination): Promise<void> {
    const { holders, former } = await peopleAt(manager, waiting, waiting.stage, this.clock.now());
    const asked = [...holders, ...former].filter((id) => id !== waiting.accountId);
    await this.outbox.post(NOTICE_MAIL, waiting, asked);
  }

  /** Makes it a role. Call inside the unit of work that gives the reason, with the seats locked. */
  async hold(
    manager: EntityManager,
    by: Pick<Actor, 'accountId' | 'name'>,
    seat: WantedSeat,
    {
      account,
      replaces,
      beside,
      action,
    }: Pick<Wish, 'account' | 'replaces' | 'beside'> & { action: string | null },
  ): Promise<RoleGrant> {
    const { id, accountId, mechanismId, role, subject, deputy, fromDay, untilDay } = seat;
    const row = { id, accountId, mechanismId, role, subject, deputy, fromDay, untilDay };
    const grant = manager.create(RoleGrant, { ...row, endedAt: null, endedFromOutside: false });
    await manager.insert(RoleGrant, grant);
    grant.account = account;
    if (replaces) await this.giveUp(manager, replaces, fromDay);
    if (action) await this.record(by, grant, action);
    await this.outbox.post(ROLE_MAIL, grant, [accountId], undefined, by);
    await this.outbox.post(HANDED_OVER_MAIL, grant, [replaces?.accountId], undefined, by);
    // They learn of a new colleague, who reads their drafts from now on. Who comes in the same act reads it in their own.
    const colleagues = await colleaguesOf(manager, seat, this.clock.now(), beside);
    const others = colleagues.filter((one) => one !== accountId && one !== replaces?.accountId);
    await this.outbox.post(JOINED_MAIL, grant, others, by);
    return grant;
  }

  /** Ends a role the day before its successor's begins; at once, when that is today. */
  private async giveUp(manager: EntityManager, grant: RoleGrant, fromDay: string): Promise<void> {
    const untilDay = addDays(fromDay, -1);
    if (grant.untilDay !== null && grant.untilDay <= untilDay) return;
    const now = this.clock.now();
    const isToday = fromDay <= dayIn(grant.mechanism?.zone ?? 'UTC', now);
    await manager.update(RoleGrant, { id: grant.id }, { untilDay, ...(isToday && { endedAt: now }) });
  }

  private record(by: Pick<Actor, 'accountId' | 'name'>, seat: RoleGrant | Nomination, action: string) {
    const { account, accountId, mechanismId, role, subject, deputy, fromDay, untilDay } = seat;
    const after = { email: account.email, role, subject, ...(deputy && { deputy }), fromDay, untilDay };
    return this.history.record(by, {
      action,
      subjectKind: 'account',
      subjectId: accountId,
      scope: mechanismId,
      after,
    });
  }
}

export const newSeatId = (): string => uuid();

const isOfOffice = ({ grants }: By, mechanismId: string) =>
  grants.some(({ role, scope }) => role === 'secretariat' && scope === mechanismId);
