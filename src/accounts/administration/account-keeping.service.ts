import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Account } from '../account.entity.js';
import { AddressChange } from '../address/address-change.entity.js';
import { KnownDevice, OneTimeLink } from '../credential.entity.js';
import { Holdings } from '../passwords/holdings.js';
import { FactorsService } from '../second-factor/factors.service.js';
import { PasswordsService } from '../passwords.service.js';
import { NominationsService } from '../seats/nominations.service.js';
import { SeatEndings } from '../seats/seat-endings.service.js';
import { demandAdministrator } from './account-list.service.js';

/** What an administrator does to accounts: closes and reopens them, and sends a link to set a password. */
@Injectable()
export class AccountKeepingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly passwords: PasswordsService,
    private readonly holdings: Holdings,
    private readonly factors: FactorsService,
    private readonly endings: SeatEndings,
    private readonly nominations: NominationsService,
  ) {}

  /**
   * Closes an account, at the next request: its sessions, passkeys, keys, calendars and links end, and so do its
   * roles, of which those they stood beside are told. What its person wrote stays. Mails that wait for it are dropped as they come to be
   * sent. Throws ConflictError when it is closed, or the last administrator's.
   */
  async close(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const account = await this.find(actor, id);
      if (account.administrator) {
        // Locks them all: of the last two, closed by each other at once, one waits here.
        await manager.update(Account, { administrator: true }, { administrator: true });
        const others = { id: Not(id), administrator: true, closedAt: IsNull() };
        if (!(await manager.existsBy(Account, others))) throw new ConflictError('error.lastAdministrator');
      }
      const open = { id, closedAt: IsNull() };
      await change(manager, Account, open, { closedAt: this.clock.now() }, { reason: 'error.accountClosed' });
      await this.endHoldings(manager, id);
      await manager.delete(KnownDevice, { accountId: id });
      await manager.delete(OneTimeLink, { accountId: id, usedAt: IsNull() });
      await manager.update(
        AddressChange,
        { accountId: id, endedAt: IsNull() },
        { endedAt: this.clock.now() },
      );
      await this.endings.endAllOf(actor, id);
      await this.nominations.withdrawAllOf(actor, id);
      await this.record(actor, 'account.close', account);
    });
  }

  /** Mechanisms that would be without a secretariat once it is closed. */
  async lastSecretariatOf(actor: Actor, id: string): Promise<string[]> {
    await this.find(actor, id);
    return (await this.endings.lastOf(id)).map(({ mechanismId }) => mechanismId);
  }

  /**
   * Opens a closed account again, without roles and with no password: its person gets a link to set one. Throws
   * ConflictError when it is open.
   */
  async reopen(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const account = await this.find(actor, id);
      const closed = { id, closedAt: Not(IsNull()) };
      const afresh = { closedAt: null, passwordHash: null };
      await change(manager, Account, closed, afresh, { reason: 'error.accountOpen' });
      // Again: a request that was under way as it was closed may have made another.
      await this.endHoldings(manager, id);
      await this.record(actor, 'account.reopen', account);
      await this.passwords.sendLink(id, 'set');
    });
  }

  /** Sends a link to set a password to the account's own address. Throws ConflictError when it is closed. */
  async sendPasswordLink(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const account = await this.find(actor, id);
      if (account.closedAt) throw new ConflictError('error.accountClosed');
      await this.record(actor, 'account.passwordLink', account);
      await this.passwords.sendLink(id, 'set');
    });
  }

  /** What works without the password. */
  private async endHoldings(manager: EntityManager, accountId: string): Promise<void> {
    await this.holdings.endAll(accountId);
    await this.factors.endPasskeys(manager, accountId);
  }

  private async find(actor: Actor, id: string): Promise<Account> {
    demandAdministrator(actor);
    if (actor.kind !== 'person') throw new ForbiddenError('error.keyNever');
    const account = await this.unitOfWork.read.findOneBy(Account, { id });
    if (!account) throw new NotFoundError('account');
    return account;
  }

  private record(actor: Actor, action: string, { id, email }: Account): Promise<void> {
    return this.history.record(actor, {
      action,
      subjectKind: 'account',
      subjectId: id,
      scope: null,
      after: { email },
    });
  }
}
