import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { MailKey } from '../platform/mail/mail-kind.js';
import { Outbox } from '../platform/mail/outbox.js';
import { Account } from './account.entity.js';
import { type LinkPurpose, OneTimeLink, Session } from './credential.entity.js';
import { hashPassword, hashSecret, newSecret, passwordMatches } from './secrets.js';

const HOUR_MS = 3_600_000;
const VALID_MS: Record<LinkPurpose, number> = {
  invitation: 14 * 24 * HOUR_MS,
  'password-reset': 2 * HOUR_MS,
};
/** At most one reset mail in this time, so that the form cannot be used to flood somebody. */
const RESET_EVERY_MS = 10 * 60_000;

/** That somebody asked for a link, in one of the times that a link is sent once in. */
export interface ResetRequest {
  id: null;
  slot: string;
}

export const PASSWORD_MAIL = {
  kind: 'password',
  key: ({ slot }, accountId) => `reset:${accountId}:${slot}`,
} satisfies MailKey<ResetRequest>;

/** Setting, changing and resetting passwords. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  /** Sends a reset link if the address has an account; the caller learns nothing either way. */
  async requestReset(email: string): Promise<void> {
    const account = await this.unitOfWork.read.findOneBy(Account, { email, closedAt: IsNull() });
    if (!account) return;
    const slot = String(Math.floor(this.clock.now().getTime() / RESET_EVERY_MS));
    await this.outbox.post(PASSWORD_MAIL, { id: null, slot }, [account.id]);
  }

  /** Makes the secret of a link. Called when its mail is written, so that no row or job ever holds it. */
  async makeLink(accountId: string, purpose: LinkPurpose): Promise<string> {
    const { secret, hash } = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + VALID_MS[purpose]);
    const link = { id: uuid(), secretHash: hash, accountId, purpose, expiresAt, usedAt: null };
    await this.unitOfWork.run((manager) => manager.insert(OneTimeLink, link));
    return secret;
  }

  /** The account a link is for. Throws NotFoundError when it is unknown, used or past its time. */
  async accountOf(secret: string): Promise<Account> {
    const link = await this.unitOfWork.read.findOne(OneTimeLink, {
      where: { secretHash: hashSecret(secret), usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) },
      relations: { account: true },
    });
    if (!link || link.account.closedAt) throw new NotFoundError('link');
    return link.account;
  }

  /** Sets the password a link allows to set. Uses the link up, and ends every session of the account. */
  async setByLink(secret: string, password: string): Promise<Account> {
    const account = await this.accountOf(secret);
    const passwordHash = await hashPassword(password, account);
    await this.unitOfWork.run(async (manager) => {
      const where = { secretHash: hashSecret(secret), usedAt: IsNull() };
      const used = await manager.update(OneTimeLink, where, { usedAt: this.clock.now() });
      if (!used.affected) throw new NotFoundError('link');
      await this.store(account.id, passwordHash, { accountId: account.id, name: account.name });
    });
    return account;
  }

  /** Changes the actor's own password; every other session of theirs ends. */
  async change(actor: Actor, current: string, password: string): Promise<void> {
    const account = await this.unitOfWork.read.findOneByOrFail(Account, { id: actor.accountId! });
    if (!(await passwordMatches(account.passwordHash, current)))
      throw InvalidError.field('current', 'error.passwordWrong');
    const passwordHash = await hashPassword(password, account);
    await this.unitOfWork.run(() => this.store(account.id, passwordHash, actor));
  }

  private async store(
    accountId: string,
    passwordHash: string,
    by: Pick<Actor, 'accountId' | 'name'>,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      await manager.update(Account, { id: accountId }, { passwordHash });
      // Other links still in a mailbox, and browsers a stranger may have left open, end with the old password.
      await manager.delete(OneTimeLink, { accountId, usedAt: IsNull() });
      await manager.delete(Session, { accountId });
      await this.history.record(by, {
        action: 'password.set',
        subjectKind: 'account',
        subjectId: accountId,
        scope: null,
      });
    });
  }
}
