import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Account } from '../account.entity.js';
import { hashSecret, newSecret } from '../secrets.js';
import { PendingSignIn } from './second-factor.entity.js';

/** Who fetches the code from an app on the same phone may find the browser closed. */
export const PENDING_SECONDS = 10 * 60;

/** Sign-ins between their two steps: each bound to a browser by a secret of its own, for ten minutes. */
@Injectable()
export class PendingSignIns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Answers the secret for the browser. Without an account: a sign-in that waits for a passkey. */
  async begin(account: Account | null, next: string | null): Promise<string> {
    const now = this.clock.now();
    const { secret, hash } = newSecret();
    await this.unitOfWork.run(async (manager) => {
      await manager.delete(PendingSignIn, { expiresAt: LessThan(now) });
      await manager.insert(PendingSignIn, {
        id: uuid(),
        secretHash: hash,
        accountId: account?.id ?? null,
        passwordMark: account && markOf(account),
        next,
        expiresAt: new Date(now.getTime() + PENDING_SECONDS * 1000),
      });
    });
    return secret;
  }

  /** What a browser's secret stands for, with its account. Null when it has lapsed, or the password is another by now. */
  async find(secret: string | undefined): Promise<PendingSignIn | null> {
    if (!secret) return null;
    const [pending] = await this.unitOfWork.read.find(PendingSignIn, {
      where: { secretHash: hashSecret(secret) },
      relations: { account: true },
    });
    if (!pending || pending.expiresAt <= this.clock.now()) return null;
    const { account } = pending;
    if (account && (account.closedAt || markOf(account) !== pending.passwordMark)) return null;
    return pending;
  }

  /** Uses one up; false when somebody else did. Call inside a unit of work. */
  async end(manager: EntityManager, { id }: PendingSignIn): Promise<boolean> {
    return !!(await manager.delete(PendingSignIn, { id })).affected;
  }
}

const markOf = ({ passwordHash }: Account) => hashSecret(passwordHash ?? '');
