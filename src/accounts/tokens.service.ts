import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { History } from '../platform/database/history.js';
import { ForbiddenError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { Account } from './account.entity.js';
import { ApiToken } from './credential.entity.js';
import { hashSecret, newSecret } from './secrets.js';

const USED_EVERY_MS = 10 * 60_000;

/** Keys for programs. */
@Injectable()
export class TokensService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
  ) {}

  /**
   * Makes a token for an account; the answer is the only time it can be read. `expiresAt` null means never. Throws
   * ForbiddenError for a program: a token that ends, or was lost and is revoked, would live on in one it made.
   */
  async create(
    actor: Pick<Actor, 'accountId' | 'name'> & Partial<Pick<Actor, 'kind'>>,
    accountId: string,
    label: string,
    expiresAt: Date | null,
  ): Promise<string> {
    if (actor.kind === 'token') throw new ForbiddenError('error.tokenByToken');
    const { secret, hash } = newSecret('waymark_');
    const id = uuid();
    const row = {
      id,
      secretHash: hash,
      accountId,
      label,
      prefix: secret.slice(0, 12),
      createdAt: this.clock.now(),
      expiresAt,
    };
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(ApiToken, row);
      await this.history.record(actor, {
        action: 'token.create',
        subjectKind: 'account',
        subjectId: accountId,
        scope: null,
        after: { label },
      });
    });
    return secret;
  }

  /** The account a token opens; null when the token is unknown, revoked or past its date. */
  async find(secret: string): Promise<Account | null> {
    // `find`, not `findOne`: with joins that one asks twice. The hash is unique.
    const [token] = await this.unitOfWork.read.find(ApiToken, {
      where: { secretHash: hashSecret(secret), revokedAt: IsNull() },
      relations: { account: { grants: true } },
    });
    const now = this.clock.now();
    if (!token || token.account.closedAt || (token.expiresAt && token.expiresAt <= now)) return null;
    if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > USED_EVERY_MS) {
      await this.unitOfWork.run((manager) => manager.update(ApiToken, { id: token.id }, { lastUsedAt: now }));
    }
    return token.account;
  }

  list(actor: Actor): Promise<ApiToken[]> {
    const where = { accountId: actor.accountId!, revokedAt: IsNull() };
    return this.unitOfWork.read.find(ApiToken, { where, order: { createdAt: 'DESC' } });
  }

  /** Revokes one of the actor's own tokens. Revoking twice does nothing. */
  async revoke(actor: Actor, id: string): Promise<void> {
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
}
