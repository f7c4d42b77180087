import { type EntityManager, LessThan, MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { UnavailableError } from '../../platform/errors.js';
import { SignInFailures } from '../credential.entity.js';
import { hashSecret } from '../secrets.js';

const WINDOW_MS = 15 * 60_000;
/** Failures allowed in a window. An address may be a whole ministry behind one gateway. */
const LIMITS = { account: 10, address: 100 };
/** What an attempt is counted under. */
export type AttemptKeys = Record<keyof typeof LIMITS, string>;

export const keysOf = (email: string, address: string): AttemptKeys => ({
  account: `account:${hashSecret(email).slice(0, 28)}`,
  address: `address:${address.slice(0, 28)}`,
});

/** Counts an attempt as failed until it succeeds. Throws UnavailableError when there were too many already. */
export async function countAttempt(unitOfWork: UnitOfWork, keys: AttemptKeys, now: Date): Promise<void> {
  const windowEndsAt = new Date(now.getTime() + WINDOW_MS);
  await unitOfWork.run(async (manager) => {
    await manager.delete(SignInFailures, { windowEndsAt: LessThan(now) });
    for (const kind of ['account', 'address'] as const) {
      const id = keys[kind];
      const row = { id, count: 0, windowEndsAt };
      await manager.createQueryBuilder().insert().into(SignInFailures).values(row).orIgnore().execute();
      const below = { id, count: LessThan(LIMITS[kind]) };
      const counted = await manager.update(SignInFailures, below, { count: () => '"count" + 1' });
      if (counted.affected) continue;
      const { windowEndsAt: until } = await manager.findOneByOrFail(SignInFailures, { id });
      const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
      throw new UnavailableError('error.signInThrottled', seconds);
    }
  });
}

/** Who succeeded has not failed: earlier failures of the account are forgotten, of the address this attempt only. */
export async function takeBack(manager: EntityManager, { account, address }: AttemptKeys): Promise<void> {
  await manager.delete(SignInFailures, { id: account });
  await manager.decrement(SignInFailures, { id: address, count: MoreThan(0) }, 'count', 1);
}
