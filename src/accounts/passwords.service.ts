import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ForbiddenError, InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { MailKey } from '../platform/mail/mail-kind.js';
import { Outbox } from '../platform/mail/outbox.js';
import { ACCOUNT_NOTICE } from './passwords/account-notice.mail.js';
import { Account } from './account.entity.js';
import { AddressChange } from './address/address-change.entity.js';
import { KnownDevice, type LinkPurpose, OneTimeLink, Session } from './credential.entity.js';
import { Holdings } from './passwords/holdings.js';
import type { HoldingKind } from './passwords/holding-kinds.js';
import { hashPassword, hashSecret, newSecret, passwordMatches } from './secrets.js';
import { networkOf } from './sign-in/client-address.js';
import { attemptKey, countAttempt, takeBack } from './sign-in/sign-in-throttle.js';

const HOUR_MS = 3_600_000;
export const LINK_HOURS = {
  invitation: 14 * 24,
  'password-reset': 2,
  'address-old': 48,
  'address-new': 48,
} as const satisfies Record<LinkPurpose, number>;
/** The links that set a password. */
const SETTING: LinkPurpose[] = ['invitation', 'password-reset'];
/** At most one mail with a link in this time, so that the form cannot be used to flood somebody. */
const RESET_EVERY_MS = 10 * 60_000;

/** That somebody asked for a link, in one of the times that a link is sent once in. */
export interface ResetRequest {
  id: null;
  /** `reset`: whoever typed the address. `set`: an administrator. */
  asked: 'reset' | 'set';
  slot: string;
}

export const PASSWORD_MAIL = {
  kind: 'password',
  key: ({ asked, slot }, accountId) => `${asked}:${accountId}:${slot}`,
} satisfies MailKey<ResetRequest>;

/** Setting, changing and resetting passwords, and asking for one again. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly holdings: Holdings,
  ) {}

  /**
   * Counts a request for a reset, of an address that has an account or none, and from a client. Throws
   * UnavailableError, with the seconds to wait, when there were too many of either.
   */
  async admitReset(email: string, address: string): Promise<void> {
    const keys = [attemptKey('reset', email), attemptKey('resets', networkOf(address))];
    await countAttempt(this.unitOfWork, keys, this.clock.now());
  }

  /** Sends a reset link if the address has an account. To be called after the answer: it takes longer if there is one. */
  async requestReset(email: string): Promise<void> {
    const account = await this.unitOfWork.read.findOneBy(Account, { email, closedAt: IsNull() });
    if (account) await this.sendLink(account.id, 'reset');
  }

  /** Sends an account the link by which its person sets a password. Nobody else gets to see it. */
  async sendLink(accountId: string, asked: ResetRequest['asked']): Promise<void> {
    const slot = String(Math.floor(this.clock.now().getTime() / RESET_EVERY_MS));
    await this.outbox.post(PASSWORD_MAIL, { id: null, asked, slot }, [accountId]);
  }

  /** Makes the secret of a link. Called when its mail is written, so that no row or job ever holds it. */
  async makeLink(accountId: string, purpose: LinkPurpose, subjectId: string | null = null): Promise<string> {
    const { secret, hash } = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + LINK_HOURS[purpose] * HOUR_MS);
    const link = { id: uuid(), secretHash: hash, accountId, purpose, subjectId, expiresAt, usedAt: null };
    await this.unitOfWork.run((manager) => manager.insert(OneTimeLink, link));
    return secret;
  }

  /** The account a link is for. Throws NotFoundError when it is unknown, used or past its time. */
  async accountOf(secret: string): Promise<Account> {
    const link = await this.unitOfWork.read.findOne(OneTimeLink, {
      where: {
        secretHash: hashSecret(secret),
        purpose: In(SETTING),
        usedAt: IsNull(),
        expiresAt: MoreThan(this.clock.now()),
      },
      relations: { account: true },
    });
    if (!link || link.account.closedAt) throw new NotFoundError('link');
    return link.account;
  }

  /**
   * Sets the password a link allows to set. Uses the link up, ends every session, and of the rest what is wished. Whoever
   * was made an administrator by a command chose no language: theirs is the one they read the first page in.
   */
  async setByLink(
    secret: string,
    password: string,
    ends: readonly HoldingKind[] = [],
    readIn?: string,
  ): Promise<Account> {
    const account = await this.accountOf(secret);
    const passwordHash = await hashPassword(password, account);
    await this.unitOfWork.run(async (manager) => {
      const where = { secretHash: hashSecret(secret), usedAt: IsNull() };
      const used = await manager.update(OneTimeLink, where, { usedAt: this.clock.now() });
      if (!used.affected) throw new NotFoundError('link');
      const by = { accountId: account.id, name: account.name };
      await this.store(account, passwordHash, by, ['sessions', ...ends]);
      if (!readIn || !account.administrator || account.passwordHash !== null) return;
      await manager.update(Account, { id: account.id }, { language: readIn });
      account.language = readIn;
    });
    return Object.assign(account, { passwordHash });
  }

  /**
   * The actor's account, once the password is given again. Limited like signing in: who sits down at an open browser
   * does not get to guess. Throws InvalidError at `current` for a wrong one, ForbiddenError for a program, and
   * UnavailableError after too many.
   */
  async confirm(actor: Actor, password: string): Promise<Account> {
    if (actor.kind !== 'person') throw new ForbiddenError('error.keyNever');
    const keys = [attemptKey('again', actor.accountId!)];
    await countAttempt(this.unitOfWork, keys, this.clock.now());
    const account = await this.unitOfWork.read.findOneByOrFail(Account, { id: actor.accountId! });
    if (!(await passwordMatches(account.passwordHash, password)))
      throw InvalidError.field('current', 'error.passwordWrong');
    await this.unitOfWork.run((manager) => takeBack(manager, keys));
    return account;
  }

  /**
   * Changes the actor's own password, and ends what is wished. This session always ends: whoever shows the answer opens
   * another. Throws what `confirm` does, and InvalidError for a weak password.
   */
  async change(
    actor: Actor,
    { current, password, ends }: { current: string; password: string; ends: readonly HoldingKind[] },
  ): Promise<Account> {
    const account = await this.confirm(actor, current);
    const passwordHash = await hashPassword(password, account);
    await this.unitOfWork.run(async (manager) => {
      await this.store(account, passwordHash, actor, ends);
      await manager.delete(Session, { id: actor.sessionId! });
    });
    return account;
  }

  private async store(
    { id: accountId, passwordHash: former }: Account,
    passwordHash: string,
    by: Pick<Actor, 'accountId' | 'name'>,
    ends: readonly HoldingKind[],
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      await manager.update(Account, { id: accountId }, { passwordHash });
      // Other links still in a mailbox end with the old password, and so does what a browser was known for by it.
      await manager.delete(OneTimeLink, { accountId, usedAt: IsNull() });
      await manager.delete(KnownDevice, { accountId });
      // Codes were tried by who knew the password: they know it no longer, and the person is not to wait for them.
      await takeBack(manager, [attemptKey('step', accountId), attemptKey('steps', accountId)]);
      await manager.update(AddressChange, { accountId, endedAt: IsNull() }, { endedAt: this.clock.now() });
      await this.holdings.endAll(accountId, ends);
      await this.history.record(by, {
        action: 'password.set',
        subjectKind: 'account',
        subjectId: accountId,
        scope: null,
        ...(former && ends.length > 0 && { after: { ended: [...new Set(ends)] } }),
      });
      if (former) await this.outbox.post(ACCOUNT_NOTICE, { id: uuid(), event: 'password' }, [accountId]);
    });
  }
}
