import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { Account } from './account.entity.js';
import { Session } from './credential.entity.js';
import { hashSecret, newSecret, passwordMatches } from './secrets.js';
import { type AttemptKeys, countAttempt, keysOf, takeBack } from './sign-in/sign-in-throttle.js';

const SESSION_MS = 14 * 86_400_000;
const IDLE_MS = 12 * 3_600_000;
const SEEN_EVERY_MS = 5 * 60_000;

export interface Browser {
  address: string;
  userAgent: string;
  /** Secret of the session it had until now, if any. */
  formerSession?: string;
}

/** Signing in and out, and sessions. */
@Injectable()
export class SignInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the secret for the session cookie. Throws InvalidError for a wrong pair (without telling which
   * half) and UnavailableError, with the seconds to wait, after too many failures.
   */
  async signIn(email: string, password: string, browser: Browser): Promise<string> {
    const keys = keysOf(email, browser.address);
    // Counted before the password is checked: otherwise many attempts sent at once would all pass the limit.
    await countAttempt(this.unitOfWork, keys, this.clock.now());
    const account = await this.unitOfWork.read.findOneBy(Account, { email });
    const matches = await passwordMatches(account?.passwordHash ?? null, password);
    if (!account || !matches || account.closedAt) throw InvalidError.field('', 'error.signInWrong');
    return this.open(account, browser, keys);
  }

  /** Opens a session for someone who proved who they are: by password, or by a one-time link. */
  async open(account: Account, browser: Browser, attempt?: AttemptKeys): Promise<string> {
    const now = this.clock.now();
    const { secret, hash } = newSecret();
    await this.unitOfWork.run(async (manager) => {
      if (attempt) await takeBack(manager, attempt);
      await manager.delete(Session, { expiresAt: LessThan(now) });
      if (browser.formerSession)
        await manager.delete(Session, { secretHash: hashSecret(browser.formerSession) });
      await manager.insert(Session, {
        id: uuid(),
        secretHash: hash,
        accountId: account.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + SESSION_MS),
        userAgent: browser.userAgent.slice(0, 300),
        address: browser.address.slice(0, 64),
      });
    });
    return secret;
  }

  /** The session a cookie's secret belongs to, with its account; null when there is none, or it has lapsed. */
  async find(secret: string): Promise<Session | null> {
    // `find`, not `findOne`: with joins that one asks twice. The hash is unique.
    const [session] = await this.unitOfWork.read.find(Session, {
      where: { secretHash: hashSecret(secret) },
      relations: { account: { grants: true } },
    });
    const now = this.clock.now();
    if (!session || session.account.closedAt || session.expiresAt <= now) return null;
    const idle = now.getTime() - session.lastSeenAt.getTime();
    if (idle > IDLE_MS) return null;
    if (idle > SEEN_EVERY_MS) {
      await this.unitOfWork.run((manager) =>
        manager.update(Session, { id: session.id }, { lastSeenAt: now }),
      );
    }
    return session;
  }

  sessionsOf(actor: Actor): Promise<Session[]> {
    return this.unitOfWork.read.find(Session, {
      where: { accountId: actor.accountId! },
      order: { lastSeenAt: 'DESC' },
    });
  }

  /** Ends one of the actor's own sessions. Ending one that has already ended does nothing. */
  async revoke(actor: Actor, sessionId: string): Promise<void> {
    if (!actor.accountId) throw new NotFoundError('session');
    const where = { id: sessionId, accountId: actor.accountId };
    await this.unitOfWork.run((manager) => manager.delete(Session, where));
  }
}
