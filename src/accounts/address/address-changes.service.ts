import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Account } from '../account.entity.js';
import { demandAdministrator } from '../administration/account-list.service.js';
import { OneTimeLink } from '../credential.entity.js';
import { Holdings } from '../passwords/holdings.js';
import { LINK_HOURS, PasswordsService } from '../passwords.service.js';
import { hashSecret } from '../secrets.js';
import { attemptKey, countAttempt } from '../sign-in/sign-in-throttle.js';
import { AddressChange } from './address-change.entity.js';
import { ADDRESS_MAIL, type AddressSide, purposeOf } from './address-mail-key.js';

/** A link of one of the two mails, with what it confirms. */
export interface AddressLink {
  change: AddressChange;
  side: AddressSide;
}

/**
 * Another address for an account. It takes effect when both have confirmed it, the present one and the new one: neither
 * who sits at an open browser nor an administrator takes an account over by it.
 */
@Injectable()
export class AddressChangesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly passwords: PasswordsService,
    private readonly holdings: Holdings,
  ) {}

  /** Asks for one's own, with the password. That the address has an account already is told to nobody here. */
  async request(actor: Actor, email: string, password: string): Promise<void> {
    const account = await this.passwords.confirm(actor, password);
    await countAttempt(this.unitOfWork, [attemptKey('change', account.id)], this.clock.now());
    await this.begin(actor, account, email);
  }

  /** Asks for somebody's, as an administrator, who sees all addresses anyway. Throws ConflictError when it is closed. */
  async requestFor(actor: Actor, accountId: string, email: string): Promise<void> {
    demandAdministrator(actor);
    if (actor.kind !== 'person') throw new ForbiddenError('error.keyNever');
    const account = await this.unitOfWork.read.findOneBy(Account, { id: accountId });
    if (!account) throw new NotFoundError('account');
    if (account.closedAt) throw new ConflictError('error.accountClosed');
    if (account.email !== email && (await this.unitOfWork.read.existsBy(Account, { email })))
      throw InvalidError.field('email', 'error.emailTaken');
    await this.begin(actor, account, email);
  }

  /** What an account waits for to be confirmed; null for nothing. Of others' accounts it is an administrator's to know. */
  async pending(actor: Actor, accountId: string): Promise<AddressChange | null> {
    if (actor.accountId !== accountId) demandAdministrator(actor);
    const open = { accountId, endedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    return this.unitOfWork.read.findOneBy(AddressChange, open);
  }

  /** Calls off what waits, of one's own account or as an administrator. Does nothing when nothing does. */
  async callOff(actor: Actor, accountId: string): Promise<void> {
    if (actor.kind !== 'person') throw new ForbiddenError('error.keyNever');
    const change = await this.pending(actor, accountId);
    if (!change) return;
    await this.unitOfWork.run(async () => {
      await this.end(accountId);
      await this.record(actor, 'account.addressCalledOff', accountId, { email: change.email });
    });
  }

  /** What a link confirms. Throws NotFoundError when it is unknown, used, past its time, or of what was called off. */
  async find(secret: string): Promise<AddressLink> {
    const { read } = this.unitOfWork;
    const now = this.clock.now();
    const link = await read.findOneBy(OneTimeLink, {
      secretHash: hashSecret(secret),
      purpose: In([purposeOf('old'), purposeOf('new')]),
      usedAt: IsNull(),
      expiresAt: MoreThan(now),
    });
    const change =
      link?.subjectId &&
      (await read.findOne(AddressChange, {
        where: { id: link.subjectId, endedAt: IsNull(), expiresAt: MoreThan(now) },
        relations: { account: true },
      }));
    if (!change || change.account.closedAt) throw new NotFoundError('link');
    return { change, side: link.purpose === purposeOf('old') ? 'old' : 'new' };
  }

  /**
   * Confirms from one of the two addresses; answers whether the new one holds now. Throws NotFoundError as `find`, and
   * ConflictError when another account has the address by then.
   */
  async confirm(secret: string): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const { change, side } = await this.find(secret);
      const now = this.clock.now();
      const used = await manager.update(
        OneTimeLink,
        { secretHash: hashSecret(secret), usedAt: IsNull() },
        { usedAt: now },
      );
      if (!used.affected) throw new NotFoundError('link');
      await manager.update(AddressChange, { id: change.id }, { [`${side}ConfirmedAt`]: now });
      // Read again once the row is held: two who confirm at once each see the other.
      const { oldConfirmedAt, newConfirmedAt } = await manager.findOneByOrFail(AddressChange, {
        id: change.id,
      });
      if (!oldConfirmedAt || !newConfirmedAt) return false;
      await this.apply(change);
      return true;
    });
  }

  private async begin(actor: Actor, account: Account, email: string): Promise<void> {
    if (account.email === email) throw InvalidError.field('email', 'error.emailSame');
    const now = this.clock.now();
    const change = {
      id: uuid(),
      accountId: account.id,
      email,
      requestedBy: actor.accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_HOURS['address-old'] * 3_600_000),
    };
    await this.unitOfWork.run(async (manager) => {
      await this.end(account.id);
      await manager.insert(AddressChange, change);
      await this.record(actor, 'account.addressRequest', account.id, { email });
      for (const side of ['old', 'new'] as const)
        await this.outbox.post(ADDRESS_MAIL, { id: change.id, side }, [account.id]);
    });
  }

  private async apply({ account, email }: AddressChange): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      if (await manager.existsBy(Account, { email })) throw new ConflictError('error.emailTaken');
      await manager.update(Account, { id: account.id }, { email });
      await this.end(account.id);
      // What waits in the old mailbox is nothing for who gets that mailbox next: links to set the password, and to answer.
      await manager.delete(OneTimeLink, { accountId: account.id, usedAt: IsNull() });
      await this.holdings.endAll(account.id, ['links']);
      const { id: accountId, name } = account;
      await this.history.record(
        { accountId, name },
        {
          action: 'account.address',
          subjectKind: 'account',
          subjectId: accountId,
          scope: null,
          before: { email: account.email },
          after: { email },
        },
      );
    });
  }

  private async end(accountId: string): Promise<void> {
    await this.unitOfWork.run((manager) =>
      manager.update(AddressChange, { accountId, endedAt: IsNull() }, { endedAt: this.clock.now() }),
    );
  }

  private record(actor: Actor, action: string, subjectId: string, after: Record<string, unknown>) {
    return this.history.record(actor, { action, subjectKind: 'account', subjectId, scope: null, after });
  }
}
