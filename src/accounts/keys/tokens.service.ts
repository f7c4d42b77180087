import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { History } from '../../platform/database/history.js';
import { ForbiddenError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { ACCOUNT_NOTICE } from '../passwords/account-notice.mail.js';
import { ACTING } from '../actor-of.js';
import { ApiToken } from '../credential.entity.js';
import { Holding } from '../passwords/holdings.js';
import type { TokenInput } from './key.dto.js';
import { expiryOf, reachOf } from './new-key.js';
import type { KeyReach } from './through-key.js';
import { PasswordsService } from '../passwords.service.js';
import { hashSecret, newSecret } from '../secrets.js';

/** What is asked of a key with every request. */
const KEY = {
  id: true,
  expiresAt: true,
  lastUsedAt: true,
  canWrite: true,
  mechanismIds: true,
  administrator: true,
} as const;
const USED_EVERY_MS = 10 * 60_000;

/** A key before it is made. */
export interface NewKey extends KeyReach {
  label: string;
  expiresAt: Date;
}

/** Keys for programs. */
@Injectable()
export class TokensService extends Holding {
  readonly holds = 'keys';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly passwords: PasswordsService,
  ) {
    super();
  }

  /**
   * Makes a key for the actor, who gives the password again; the answer is the only time it can be read. Throws
   * ForbiddenError for a program (a key that ends, or was lost and is revoked, would live on in one it made), and
   * InvalidError for a wrong password, an end too far away or a reach that the actor does not have.
   */
  async make(actor: Actor, input: TokenInput): Promise<string> {
    if (actor.kind !== 'person') throw new ForbiddenError('error.keyNever');
    const key = {
      label: input.label,
      expiresAt: expiryOf(input.expires, this.clock.now()),
      ...reachOf(actor, input),
    };
    await this.passwords.confirm(actor, input.current);
    return this.issue(actor, actor.accountId!, key);
  }

  /** Makes a key without asking for the password, for `make` and for a command. The person is told by mail. */
  async issue(by: Pick<Actor, 'accountId' | 'name'>, accountId: string, key: NewKey): Promise<string> {
    const { secret, hash } = newSecret('waymark_');
    const id = uuid();
    const prefix = secret.slice(0, 12);
    const { label, canWrite, mechanismIds, administrator } = key;
    await this.unitOfWork.run(async (manager) => {
      const row = { id, secretHash: hash, accountId, prefix, createdAt: this.clock.now(), ...key };
      await manager.insert(ApiToken, row);
      await this.history.record(by, {
        action: 'token.create',
        subjectKind: 'account',
        subjectId: accountId,
        scope: null,
        after: {
          label,
          scope: canWrite ? 'write' : 'read',
          ...(mechanismIds && { mechanisms: mechanismIds }),
          ...(administrator && { administrator }),
          expires: key.expiresAt.toISOString().slice(0, 10),
        },
      });
      await this.outbox.post(ACCOUNT_NOTICE, { id, event: 'key' }, [accountId]);
    });
    return secret;
  }

  /** The key with its account; null when the secret is unknown, or the key is revoked or past its end. */
  async find(secret: string): Promise<ApiToken | null> {
    // `find`, not `findOne`: with joins that one asks twice. The hash is unique.
    const [token] = await this.unitOfWork.read.find(ApiToken, {
      where: { secretHash: hashSecret(secret), revokedAt: IsNull() },
      relations: { account: { grants: { mechanism: true } } },
      select: { ...KEY, account: ACTING },
      loadEagerRelations: false,
    });
    const now = this.clock.now();
    if (!token || token.account.closedAt || !token.expiresAt || token.expiresAt <= now) return null;
    if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > USED_EVERY_MS) {
      await this.unitOfWork.run((manager) => manager.update(ApiToken, { id: token.id }, { lastUsedAt: now }));
    }
    return token;
  }

  list(actor: Actor): Promise<ApiToken[]> {
    const where = { accountId: actor.accountId!, revokedAt: IsNull() };
    return this.unitOfWork.read.find(ApiToken, { where, order: { createdAt: 'DESC' } });
  }

  /** Revokes one of the actor's own keys. Revoking twice does nothing. Throws ForbiddenError for a program. */
  async revoke(actor: Actor, id: string): Promise<void> {
    if (actor.kind !== 'person') throw new ForbiddenError('error.keyNever');
    await this.unitOfWork.run(async (manager) => {
      const where = { id, accountId: actor.accountId!, revokedAt: IsNull() };
      const revoked = await manager.update(ApiToken, where, { revokedAt: this.clock.now() });
      if (!revoked.affected) return;
      await this.history.record(actor, {
        action: 'token.revoke',
        subjectKind: 'account',
        subjectId: actor.accountId!,
        scope: null,
      });
    });
  }

  async endAll(accountId: string): Promise<void> {
    await this.unitOfWork.run((manager) =>
      manager.update(ApiToken, { accountId, revokedAt: IsNull() }, { revokedAt: this.clock.now() }),
    );
  }
}
