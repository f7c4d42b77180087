import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Language } from '../platform/i18n/i18n.js';
import { InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { NOTHING, SearchIndex } from '../platform/search/search-index.js';
import { accountFor, newAccount } from './account-for.js';
import { Account, RoleGrant } from './account.entity.js';
import type { InviteInput, ProfileInput } from './people.dto.js';
import { demand, type Role } from './roles.js';
import { lockSeats } from './seats/circles.js';
import { wantedBy } from './seats/new-grant.js';
import type { Nomination } from './seats/nomination.entity.js';
import { isOver } from './seats/seat-period.js';
import { newSeatId, SeatsService } from './seats/seats.service.js';
import { States } from './states.js';
import { zoneFor } from './states/state-zones.js';

/** People and the roles they hold. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly seats: SeatsService,
    private readonly index: SearchIndex,
  ) {}

  /**
   * Gives a person a role in a mechanism, at once or once those it is among agree, and an account when there is none
   * yet; the mail that notifies them carries a link to set a password when they have none. Somebody who has an account
   * keeps their own name and language: another mechanism's secretariat does not rewrite them, nor learns them from here. `beside`: ids of the seats given in the same list.
   */
  async invite(
    actor: Actor,
    mechanismId: string,
    input: InviteInput,
    beside: readonly string[] = [],
  ): Promise<RoleGrant | Nomination> {
    demand(actor, 'people.manage', mechanismId, 'mechanism');
    if (input.role === 'focal-point' && !States.exists(input.state!))
      throw InvalidError.field('state', 'error.state');
    return this.unitOfWork.run(async (manager) => {
      const zone = zoneFor(
        input.role === 'focal-point' ? input.state : null,
        await lockSeats(manager, mechanismId),
      );
      const account = await accountFor(manager, { ...input, zone }, this.clock.now());
      const seat = { id: newSeatId(), accountId: account.id, mechanismId, ...wantedBy(input) };
      return this.seats.give(actor, { seat, account, contact: input.contact, beside });
    });
  }

  /** The roles held in a mechanism, today or later, with who holds them; oldest first. */
  async grantsIn(actor: Actor, mechanismId: string): Promise<RoleGrant[]> {
    demand(actor, 'people.manage', mechanismId, 'mechanism');
    return this.holders(mechanismId);
  }

  /** The same without an actor, for the system's own work. */
  async holders(mechanismId: string, ...roles: Role[]): Promise<RoleGrant[]> {
    const grants = await this.unitOfWork.read.find(RoleGrant, {
      where: { mechanismId, ...(roles.length > 0 && { role: In(roles) }) },
      relations: { account: true },
      order: { role: 'ASC', subject: 'ASC', fromDay: 'ASC' },
    });
    const now = this.clock.now();
    return grants.filter((grant) => !isOver(grant, now));
  }

  /** Makes an installation's administrator. Throws InvalidError when the address has an account already. */
  async createAdministrator(name: string, email: string): Promise<Account> {
    return this.unitOfWork.run(async (manager) => {
      if (await manager.existsBy(Account, { email })) throw InvalidError.field('email', 'error.emailTaken');
      // Of nobody's State: the machine's own.
      const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
      const account = newAccount({ name, email, language: 'en', zone }, this.clock.now());
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

  /** The language of an actor's pages and mails. */
  async chooseLanguage({ accountId }: Actor, language: Language): Promise<void> {
    await this.unitOfWork.run((manager) => manager.update(Account, { id: accountId! }, { language }));
  }

  async updateProfile(actor: Actor, input: ProfileInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      await manager.update(Account, { id: actor.accountId! }, input);
      const held = { where: { accountId: actor.accountId! }, select: { id: true } } as const;
      const ids = (await manager.find(RoleGrant, held)).map(({ id }) => id);
      this.index.changed('person', ids, NOTHING);
    });
  }

  /** An account that may be used, with its grants; null when there is none. */
  find(where: { id: string } | { email: string }): Promise<Account | null> {
    return this.unitOfWork.read.findOne(Account, {
      where: { ...where, closedAt: IsNull() },
      relations: { grants: true },
    });
  }
}
