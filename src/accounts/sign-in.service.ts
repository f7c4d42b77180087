import { Injectable } from '@nestjs/common';
import { LessThan, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ForbiddenError, InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { SESSION_SECONDS } from '../platform/http/cookies.js';
import { dayIn } from '../platform/i18n/dates.js';
import { Account } from './account.entity.js';
import { ACTING } from './actor-of.js';
import { Session } from './credential.entity.js';
import { Holding } from './passwords/holdings.js';
import { hashSecret, newSecret, passwordMatches } from './secrets.js';
import { PendingSignIns } from './second-factor/pending-sign-ins.service.js';
import { networkOf } from './sign-in/client-address.js';
import { type DeviceSecrets, knownDevice, rememberDevice } from './sign-in/known-devices.js';
import { type AttemptKey, attemptKey, countAttempt, takeBack } from './sign-in/sign-in-throttle.js';

const SESSION_MS = SESSION_SECONDS * 1000;
const IDLE_MS = 12 * 3_600_000;
const SEEN_EVERY_MS = 5 * 60_000;

/** What a browser holds after the first step: a session, or, with a second factor, a sign-in that is not done yet. */
export type Entry = { session: string } | { pending: string };

export interface Browser {
  address: string;
  userAgent: string;
  /** Secret of the session it had until now, if any. */
  formerSession?: string;
  /** Absent where nothing can be remembered. */
  device?: DeviceSecrets;
}

/** Signing in and out, and sessions. */
@Injectable()
export class SignInService extends Holding {
  readonly holds = 'sessions';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly pending: PendingSignIns,
  ) {
    super();
  }

  /**
   * Answers the secret for the browser's cookie. Throws InvalidError for a wrong pair (without telling which
   * half) and UnavailableError, with the seconds to wait, after too many failures.
   */
  async signIn(
    { email, password, next }: { email: string; password: string; next: string | null },
    browser: Browser,
  ): Promise<Entry> {
    const keys = await this.attemptKeys(email, browser);
    // Counted before the password is checked: otherwise many attempts sent at once would all pass the limit.
    await countAttempt(this.unitOfWork, keys, this.clock.now());
    const account = await this.unitOfWork.read.findOneBy(Account, { email });
    const matches = await passwordMatches(account?.passwordHash ?? null, password);
    if (!account || !matches || account.closedAt) throw InvalidError.field('', 'error.signInWrong');
    return this.enter(account, browser, next, keys);
  }

  /**
   * What a sign-in to an account is counted under: by a browser that did it before by itself, so that nobody else uses
   * its attempts up; by any other together with all of those, and by its network address.
   */
  async attemptKeys(email: string, { address, device }: Browser): Promise<AttemptKey[]> {
    const known = await knownDevice(this.unitOfWork.read, device?.sent, email);
    if (known) return [attemptKey('device', known)];
    return [attemptKey('account', email), attemptKey('address', networkOf(address))];
  }

  /** For someone who proved by password, or by a one-time link, who they are; a second factor is asked besides. */
  async enter(
    account: Account,
    browser: Browser,
    next: string | null = null,
    attempt: AttemptKey[] = [],
  ): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      const { secondFactorSince, passwordHash } = await manager.findOneByOrFail(Account, { id: account.id });
      // Either may have been set while the password was being checked.
      if (passwordHash !== account.passwordHash) throw InvalidError.field('', 'error.signInWrong');
      if (!secondFactorSince) return { session: await this.open(account, browser, attempt) };
      if (attempt.length > 0) await takeBack(manager, attempt);
      return { pending: await this.pending.begin(account, next) };
    });
  }

  /** Opens a session for someone who gave all the proof that is asked; `enter` is for who gave the first. */
  async open(account: Account, browser: Browser, attempt: AttemptKey[] = []): Promise<string> {
    const now = this.clock.now();
    const { secret, hash } = newSecret();
    const { id: accountId } = account;
    await this.unitOfWork.run(async (manager) => {
      if (attempt.length > 0) await takeBack(manager, attempt);
      await manager.delete(Session, { expiresAt: LessThan(now) });
      if (browser.formerSession)
        await manager.delete(Session, { secretHash: hashSecret(browser.formerSession) });
      await manager.insert(Session, {
        id: uuid(),
        secretHash: hash,
        accountId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + SESSION_MS),
        userAgent: browser.userAgent.slice(0, 300),
        address: browser.address.slice(0, 64),
      });
      if (browser.device) await rememberDevice(manager, accountId, browser.device, now);
      await manager.update(Account, { id: accountId }, { lastSignInDay: dayIn('UTC', now) });
    });
    return secret;
  }

  /** The session a cookie's secret belongs to, with its account; null when there is none, or it has lapsed. */
  async find(secret: string): Promise<Session | null> {
    // `find`, not `findOne`: with joins that one asks twice. The hash is unique.
    const [session] = await this.unitOfWork.read.find(Session, {
      where: { secretHash: hashSecret(secret) },
      relations: { account: { grants: { mechanism: true } } },
      select: { id: true, expiresAt: true, lastSeenAt: true, account: ACTING },
      loadEagerRelations: false,
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
    const accountId = personOf(actor);
    await this.unitOfWork.run((manager) => manager.delete(Session, { id: sessionId, accountId }));
  }

  /** Signs the actor out everywhere: in all other browsers, or in this one too. Throws ForbiddenError for a program. */
  async signOutEverywhere(actor: Actor, which: 'others' | 'all'): Promise<void> {
    const accountId = personOf(actor);
    await this.unitOfWork.run(async (manager) => {
      const others = which === 'others' && actor.sessionId ? { id: Not(actor.sessionId) } : {};
      await manager.delete(Session, { accountId, ...others });
      await this.history.record(actor, {
        action: 'account.signOutEverywhere',
        subjectKind: 'account',
        subjectId: accountId,
        scope: null,
      });
    });
  }

  async endAll(accountId: string): Promise<void> {
    await this.unitOfWork.run((manager) => manager.delete(Session, { accountId }));
  }
}

function personOf({ kind, accountId }: Actor): string {
  if (kind !== 'person' || !accountId) throw new ForbiddenError('error.keyNever');
  return accountId;
}
