import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Account } from '../account.entity.js';
import { Session } from '../credential.entity.js';
import { can } from '../roles.js';
import { type AtBrowser, atBrowser, ProofService } from './proof.service.js';
import { codeHash, newCodes } from './recovery-codes.js';
import { type FactorEvent, SECOND_FACTOR_MAIL } from './second-factor.mail-key.js';
import { AuthenticatorApp, Passkey, RecoveryCode } from './second-factor.entity.js';

/** What an account signs in with besides its password. No secrets. */
export interface Factors {
  since: Date | null;
  appSince: Date | null;
  passkeys: Passkey[];
  codesLeft: number;
}

/** The second factors of an account as a whole, and the codes for whoever lost them. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly proof: ProofService,
  ) {}

  /** What the actor has set up. Throws ForbiddenError for a key: it learns nothing of how its person signs in. */
  async ofActor(actor: Actor): Promise<Factors> {
    return this.of(atBrowser(actor).accountId);
  }

  async of(accountId: string): Promise<Factors> {
    const { read } = this.unitOfWork;
    const [account, app, passkeys, codesLeft] = await Promise.all([
      read.findOneByOrFail(Account, { id: accountId }),
      read.findOneBy(AuthenticatorApp, { accountId, confirmedAt: Not(IsNull()) }),
      read.find(Passkey, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } }),
      read.countBy(RecoveryCode, { accountId, usedAt: IsNull() }),
    ]);
    return { since: account.secondFactorSince, appSince: app?.confirmedAt ?? null, passkeys, codesLeft };
  }

  /**
   * To be called in the transaction that adds a factor. With the first one come the recovery codes, which are answered,
   * and the sessions that were opened without it end.
   */
  async added(manager: EntityManager, actor: AtBrowser, event: 'app' | 'passkey', label?: string) {
    const { accountId } = actor;
    const first = await manager.update(
      Account,
      { id: accountId, secondFactorSince: IsNull() },
      { secondFactorSince: this.clock.now() },
    );
    await this.tell(actor, accountId, `${event}-added`, label);
    if (!first.affected) return null;
    await manager.delete(Session, { accountId, id: Not(actor.sessionId) });
    return this.replaceCodes(manager, accountId);
  }

  /** To be called in the transaction that removes one. Without any, there is nothing to recover. */
  async removed(manager: EntityManager, actor: AtBrowser, event: 'app' | 'passkey', label?: string) {
    await this.recount(manager, actor.accountId);
    await this.tell(actor, actor.accountId, `${event}-removed`, label);
  }

  /**
   * Ends the passkeys of an account: each opens it alone, without the password. An app stays, which is a second step and
   * no more. Call inside a unit of work.
   */
  async endPasskeys(manager: EntityManager, accountId: string): Promise<void> {
    await manager.delete(Passkey, { accountId });
    await this.recount(manager, accountId);
  }

  /**
   * Makes ten recovery codes in place of those there are; the answer is the only time they can be read. Throws
   * ConflictError when there is no factor, and what `ProofService.demand` throws.
   */
  async newCodes(actor: Actor, password: string | null): Promise<string[]> {
    const person = await this.proof.demand(actor, password);
    return this.unitOfWork.run(async (manager) => {
      const account = await manager.findOneByOrFail(Account, { id: person.accountId });
      if (!account.secondFactorSince) throw new ConflictError('error.noSecondFactor');
      await this.tell(person, account.id, 'codes-made');
      return this.replaceCodes(manager, account.id);
    });
  }

  /** Uses a recovery code up; false when it is none of the account, or was used. Call inside a unit of work. */
  async useCode(manager: EntityManager, account: Account, typed: string): Promise<boolean> {
    const unused = { accountId: account.id, codeHash: codeHash(typed), usedAt: IsNull() };
    const used = await manager.update(RecoveryCode, unused, { usedAt: this.clock.now() });
    if (!used.affected) return false;
    await this.tell({ accountId: account.id, name: account.name }, account.id, 'code-used');
    return true;
  }

  /**
   * Takes all factors from a person who lost them, and ends their sessions. For an administrator who made sure who asks,
   * in the way that `reason` says, and who is that person not itself. Throws NotFoundError, ForbiddenError, and what
   * `ProofService.demand` throws.
   */
  async reset(
    actor: Actor,
    accountId: string,
    { reason, current }: { reason: string; current: string | null },
  ) {
    if (!can(actor, 'installation.manage', null)) throw new ForbiddenError();
    const person = await this.proof.demand(actor, current);
    if (accountId === person.accountId) throw new ForbiddenError('error.resetOwnFactors');
    await this.resetBy(person, accountId, reason);
  }

  /** The same by the command line, whose user has the database anyway. */
  async resetBy(by: Pick<Actor, 'accountId' | 'name'>, accountId: string, reason: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Account, { id: accountId }))) throw new NotFoundError('account');
      for (const entity of [AuthenticatorApp, Passkey, RecoveryCode, Session])
        await manager.delete(entity, { accountId });
      await manager.update(Account, { id: accountId }, { secondFactorSince: null });
      await this.tell(by, accountId, 'reset', reason);
    });
  }

  /** Tells the person that somebody with the right password failed at the second step. Once a day. */
  async warn(accountId: string): Promise<void> {
    const slot = this.clock.now().toISOString().slice(0, 10);
    await this.outbox.post(SECOND_FACTOR_MAIL, { id: null, event: 'attempts', slot }, [accountId]);
  }

  private async recount(manager: EntityManager, accountId: string): Promise<void> {
    const confirmed = { accountId, confirmedAt: Not(IsNull()) };
    const left =
      (await manager.existsBy(AuthenticatorApp, confirmed)) ||
      (await manager.existsBy(Passkey, { accountId }));
    if (left) return;
    await manager.update(Account, { id: accountId }, { secondFactorSince: null });
    await manager.delete(RecoveryCode, { accountId });
  }

  private async replaceCodes(manager: EntityManager, accountId: string): Promise<string[]> {
    const codes = newCodes();
    await manager.delete(RecoveryCode, { accountId });
    await manager.insert(
      RecoveryCode,
      codes.map((code) => ({ id: uuid(), accountId, codeHash: codeHash(code), usedAt: null })),
    );
    return codes;
  }

  private async tell(
    by: Pick<Actor, 'accountId' | 'name'>,
    accountId: string,
    event: FactorEvent,
    detail?: string,
  ): Promise<void> {
    await this.history.record(by, {
      action: `secondFactor.${event}`,
      subjectKind: 'account',
      subjectId: accountId,
      scope: null,
      ...(detail && { after: event === 'reset' ? { reason: detail } : { label: detail } }),
    });
    await this.outbox.post(SECOND_FACTOR_MAIL, { id: null, event, slot: uuid() }, [accountId]);
  }
}
