import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { dayIn } from '../platform/i18n/dates.js';
import { Outbox } from '../platform/mail/outbox.js';
import { accountFor, newAccount } from './account-for.js';
import { Account, RoleGrant } from './account.entity.js';
import { admitOnce, newGrant } from './new-grant.js';
import type { InviteInput, ProfileInput } from './people.dto.js';
import { demand, type Role } from './roles.js';
import { JOINED_MAIL, ROLE_MAIL } from './role-mails.js';
import { States } from './states.js';

/** People and the roles they hold. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Gives a person a role in a mechanism, and an account when there is none yet; the mail that notifies them
   * carries a link to set a password when they have none. Somebody who has an account keeps their own name
   * and language: another mechanism's secretariat does not rewrite them, nor learns them from here.
   */
  async invite(actor: Actor, mechanismId: string, input: InviteInput): Promise<RoleGrant> {
    demand(actor, 'people.manage', mechanismId, 'mechanism');
    if (input.role === 'focal-point' && !States.exists(input.state!))
      throw InvalidError.field('state', 'error.state');
    return this.unitOfWork.run(async (manager) => {
      const account = await accountFor(manager, input, this.clock.now());
      const grant = manager.create(RoleGrant, newGrant(account.id, mechanismId, input));
      await admitOnce(manager, grant);
      await manager.insert(RoleGrant, grant);
      const { role, subject, deputy, fromDay, untilDay } = grant;
      const after = { email: account.email, role, subject, ...(deputy && { deputy }), fromDay, untilDay };
      await this.history.record(actor, {
        action: 'role.grant',
        subjectKind: 'account',
        subjectId: account.id,
        scope: mechanismId,
        after,
      });
      await this.outbox.post(ROLE_MAIL, grant, [account.id]);
      await this.notifyColleagues(manager, grant);
      return grant;
    });
  }

  /**
   * Whoever speaks for the same State or partner learns of a new colleague, who reads their drafts from now on: a role
   * is given by the secretariat, and must not be given behind the delegation's back.
   */
  private async notifyColleagues(manager: EntityManager, grant: RoleGrant): Promise<void> {
    const { accountId, mechanismId, role, subject } = grant;
    if (subject === null) return;
    const today = dayIn('UTC', this.clock.now());
    const seats = await manager.findBy(RoleGrant, { mechanismId, role, subject, accountId: Not(accountId) });
    const now = seats.filter(({ untilDay }) => untilDay === null || untilDay >= today);
    await this.outbox.post(
      JOINED_MAIL,
      grant,
      now.map((one) => one.accountId),
    );
  }

  /** Ends a role after `untilDay`; a day before it began means it never held. What the person wrote stays. */
  async endGrant(actor: Actor, grantId: string, untilDay: string): Promise<RoleGrant> {
    return this.unitOfWork.run(async (manager) => {
      const grant = await manager.findOneBy(RoleGrant, { id: grantId });
      if (!grant) throw new NotFoundError('role');
      demand(actor, 'people.manage', grant.mechanismId, 'role');
      await manager.update(RoleGrant, { id: grantId }, { untilDay });
      const { role, subject } = grant;
      await this.history.record(actor, {
        action: 'role.end',
        subjectKind: 'account',
        subjectId: grant.accountId,
        scope: grant.mechanismId,
        before: { role, subject, untilDay: grant.untilDay },
        after: { untilDay },
      });
      return { ...grant, untilDay };
    });
  }

  /** The roles held in a mechanism, today or later, with who holds them; oldest first. */
  async grantsIn(actor: Actor, mechanismId: string): Promise<RoleGrant[]> {
    demand(actor, 'people.manage', mechanismId, 'mechanism');
    return this.holders(mechanismId);
  }

  /** The same without an actor, for the system's own work. */
  holders(mechanismId: string, role?: Role): Promise<RoleGrant[]> {
    const today = dayIn('UTC', this.clock.now());
    const where = { mechanismId, ...(role && { role }) };
    return this.unitOfWork.read.find(RoleGrant, {
      where: [
        { ...where, untilDay: IsNull() },
        { ...where, untilDay: MoreThanOrEqual(today) },
      ],
      relations: { account: true },
      order: { role: 'ASC', subject: 'ASC', fromDay: 'ASC' },
    });
  }

  /** Makes an installation's administrator. Throws InvalidError when the address has an account already. */
  async createAdministrator(name: string, email: string): Promise<Account> {
    return this.unitOfWork.run(async (manager) => {
      if (await manager.existsBy(Account, { email })) throw InvalidError.field('email', 'error.emailTaken');
      const account = newAccount({ name, email, language: 'en' }, this.clock.now());
      account.administrator = true;
      await manager.insert(Account, account);
      const by = { accountId: null, name: 'command' };
      await this.history.record(by, {
        action: 'account.create',
        subjectKind: 'account',
        subjectId: account.id,
        scope: null,
        after: { email, administrator: true },
      });
      return account;
    });
  }

  async updateProfile(actor: Actor, input: ProfileInput): Promise<void> {
    await this.unitOfWork.run((manager) => manager.update(Account, { id: actor.accountId! }, input));
  }

  /** An account that may be used, with its grants; null when there is none. */
  find(where: { id: string } | { email: string }): Promise<Account | null> {
    return this.unitOfWork.read.findOne(Account, {
      where: { ...where, closedAt: IsNull() },
      relations: { grants: true },
    });
  }
}
