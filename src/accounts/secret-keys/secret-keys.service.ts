import { Injectable } from '@nestjs/common';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { type KeyCount, KeyUses } from '../../platform/key-use.js';
import { Keys } from '../../platform/keys.js';
import { can } from '../roles.js';

/** `unnamed` says not which key made it; `gone` is a key that is listed no more, and what it made holds no more. */
export type KeyStanding = 'current' | 'old' | 'unnamed' | 'gone';

/** What one key made of one kind. */
export interface KeyRow extends KeyCount {
  kind: string;
  standing: KeyStanding;
  endable: boolean;
}

/** What was signed or encrypted by which of the installation's keys, and its end. */
@Injectable()
export class SecretKeysService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly keys: Keys,
    private readonly uses: KeyUses,
  ) {}

  /** Ids of the keys that are listed, the current one first. */
  get listed(): string[] {
    return this.keys.all.map(({ id }) => id);
  }

  /** What is still good for something, the oldest keys first. Throws ForbiddenError for who does not run the installation. */
  async list(actor: Actor): Promise<KeyRow[]> {
    demandManager(actor);
    const rows: KeyRow[] = [];
    for (const use of this.uses.all)
      for (const counted of await use.count()) {
        const standing = this.standingOf(counted.keyId);
        const endable = standing !== 'current' && use.endUnder !== undefined;
        rows.push({ ...counted, kind: use.kind, standing, endable });
      }
    const order: KeyStanding[] = ['unnamed', 'gone', 'old', 'current'];
    return rows.sort((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing));
  }

  /**
   * Ends what a key made of a kind. Throws NotFoundError for a kind that nobody makes or that does not end, and for a
   * key that is not listed and made nothing of it; ConflictError for the current key: what it makes next would be ended too.
   */
  async end(actor: Actor, kind: string, keyId: string | null): Promise<void> {
    demandManager(actor);
    const use = this.uses.all.find((one) => one.kind === kind);
    if (!use?.endUnder) throw new NotFoundError('key use');
    if (this.standingOf(keyId) === 'current') throw new ConflictError('error.keyCurrent');
    // Somebody who mistyped an id must not believe that what they meant has ended.
    if (this.standingOf(keyId) === 'gone' && !(await use.count()).some((made) => made.keyId === keyId))
      throw new NotFoundError('secret key');
    await this.unitOfWork.run(async () => {
      await use.endUnder!(keyId);
      await this.history.record(actor, {
        action: 'secretKey.end',
        subjectKind: 'installation',
        subjectId: keyId ?? '',
        scope: null,
        after: { kind, keyId },
      });
    });
  }

  private standingOf(keyId: string | null): KeyStanding {
    if (keyId === null) return 'unnamed';
    const key = this.keys.all.find(({ id }) => id === keyId);
    return key ? (key.current ? 'current' : 'old') : 'gone';
  }
}

function demandManager(actor: Actor): void {
  if (!can(actor, 'installation.manage', null)) throw new ForbiddenError();
}
