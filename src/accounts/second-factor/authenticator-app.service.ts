import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Keys } from '../../platform/keys.js';
import { Account } from '../account.entity.js';
import { FactorsService } from './factors.service.js';
import { keyUri, newKey, readCode, stepOf } from './one-time-code.js';
import { atBrowser, ProofService } from './proof.service.js';
import { AuthenticatorApp } from './second-factor.entity.js';

const PURPOSE = 'authenticator app';
const SET_UP_MS = 10 * 60_000;

/** What is typed or scanned into an app. */
export interface SetUp {
  key: string;
  uri: string;
}

/** Codes of an authenticator app (TOTP, RFC 6238). */
@Injectable()
export class AuthenticatorAppService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: Keys,
    private readonly factors: FactorsService,
    private readonly proof: ProofService,
  ) {}

  /** Makes a key to set an app up with; it holds once a code of it was given. What `ProofService.demand` throws. */
  async begin(actor: Actor, password: string | null): Promise<SetUp> {
    const { accountId, sessionId } = await this.proof.demand(actor, password);
    const key = newKey();
    await this.unitOfWork.run(async (manager) => {
      await manager.delete(AuthenticatorApp, { accountId, confirmedAt: IsNull() });
      const secret = this.seal(key, accountId);
      const createdAt = this.clock.now();
      await manager.insert(AuthenticatorApp, { id: uuid(), accountId, sessionId, secret, createdAt });
    });
    return { key, uri: keyUri(key, actor.email ?? '') };
  }

  /** The set-up under way in this session, for ten minutes; null when there is none. */
  async underWay(actor: Actor): Promise<SetUp | null> {
    const app = await this.unconfirmed(actor);
    const key = app && this.open(app);
    return key ? { key, uri: keyUri(key, actor.email ?? '') } : null;
  }

  /**
   * Makes the app hold, in place of one that was there. Answers recovery codes when it is the account's first factor.
   * Throws InvalidError for a wrong code and ConflictError when there is no set-up under way.
   */
  async confirm(actor: Actor, typed: string): Promise<string[] | null> {
    const person = atBrowser(actor);
    const app = await this.unconfirmed(person);
    const key = app && this.open(app);
    if (!app || !key) throw new ConflictError('error.setUpLapsed');
    const now = this.clock.now();
    const lastStep = step(key, typed, now);
    if (lastStep === null) throw InvalidError.field('code', 'error.oneTimeCode');
    return this.unitOfWork.run(async (manager) => {
      const { accountId } = person;
      await manager.delete(AuthenticatorApp, { accountId, id: Not(app.id) });
      const unconfirmed = { id: app.id, confirmedAt: IsNull() };
      const held = await manager.update(AuthenticatorApp, unconfirmed, {
        confirmedAt: now,
        sessionId: null,
        lastStep,
      });
      if (!held.affected) throw new ConflictError('error.setUpLapsed');
      return this.factors.added(manager, person, 'app');
    });
  }

  /** Whether the code is one of the account's app now; uses it up. Call inside a unit of work. */
  async use(manager: EntityManager, { id: accountId }: Account, typed: string): Promise<boolean> {
    const app = await manager.findOneBy(AuthenticatorApp, { accountId, confirmedAt: Not(IsNull()) });
    const key = app && this.open(app);
    const lastStep = key ? step(key, typed, this.clock.now()) : null;
    if (!app || !key || lastStep === null) return false;
    // Sealed anew each time, so that after a change of SECRET_KEY it comes under the new one.
    const change = { lastStep, secret: this.seal(key, accountId) };
    const used = await manager.update(AuthenticatorApp, { id: app.id, lastStep: LessThan(lastStep) }, change);
    return !!used.affected;
  }

  /** Removes the app. Throws ConflictError when there is none, and what `ProofService.demand` throws. */
  async remove(actor: Actor, password: string | null): Promise<void> {
    const person = await this.proof.demand(actor, password);
    await this.unitOfWork.run(async (manager) => {
      const gone = await manager.delete(AuthenticatorApp, {
        accountId: person.accountId,
        confirmedAt: Not(IsNull()),
      });
      if (!gone.affected) throw new ConflictError('error.noSecondFactor');
      await this.factors.removed(manager, person, 'app');
    });
  }

  private unconfirmed(actor: Actor): Promise<AuthenticatorApp | null> {
    const { accountId, sessionId } = atBrowser(actor);
    const createdAt = MoreThan(new Date(this.clock.now().getTime() - SET_UP_MS));
    const where = { accountId, sessionId, createdAt, confirmedAt: IsNull() };
    return this.unitOfWork.read.findOneBy(AuthenticatorApp, where);
  }

  private seal(key: string, accountId: string): string {
    return this.keys.encrypt(PURPOSE, Buffer.from(key), accountId);
  }

  /** Null when SECRET_KEY was changed and the old one is listed no more: a recovery code helps then. */
  private open({ secret, accountId }: AuthenticatorApp): string | null {
    return this.keys.decrypt(PURPOSE, secret, accountId)?.bytes.toString() ?? null;
  }
}

function step(key: string, typed: string, now: Date): number | null {
  const code = readCode(typed);
  return code === null ? null : stepOf(key, code, now);
}
