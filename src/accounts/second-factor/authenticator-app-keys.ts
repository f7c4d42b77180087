import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type KeyCount, KeyUse } from '../../platform/key-use.js';
import { keyIdIn } from '../../platform/keys.js';
import { AuthenticatorApp } from './second-factor.entity.js';

/** Keys of authenticator apps: each comes under the current key when a code of it is used. */
@Injectable()
export class AuthenticatorAppKeys extends KeyUse {
  readonly kind = 'authenticator-app';

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async count(): Promise<KeyCount[]> {
    const apps = await this.unitOfWork.read.find(AuthenticatorApp, { select: { secret: true } });
    const counts = new Map<string, number>();
    for (const { secret } of apps) {
      const id = keyIdIn(secret);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].map(([keyId, count]) => ({ keyId, count, until: null }));
  }
}
