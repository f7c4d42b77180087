import { type EntityManager, In, LessThan, MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { UnavailableError } from '../../platform/errors.js';
import { SignInFailures } from '../credential.entity.js';
import { hashSecret } from '../secrets.js';

const WINDOW_MS = 15 * 60_000;

/** What is limited, and how many failures of it are allowed in a window. */
const LIMITS = {
  /** An account, by all browsers together that never signed in to it. */
  account: 10,
  /** An account, by one browser that did. */
  device: 10,
  /** A network address. It may be a whole ministry behind one gateway. */
  address: 100,
  /** An account's password asked for again, by who is signed in to it. */
  again: 10,
  /** Codes of an account's second step, after the password; by a browser that signed in before by itself. */
  step: 10,
  /** The same in a day: at ten in a quarter of an hour, day and night, one of a million codes is found within a year. */
  steps: 50,
  /** Mails to set a password, for an address that is typed. */
  reset: 5,
  /** The same from a network address, whatever is typed. */
  resets: 30,
  /** Changes of address that an account asks for. */
  change: 5,
} as const;
/** Where it is not a quarter of an hour. */
const LONGER: Partial<Record<Limited, number>> = { steps: 86_400_000 };
export type Limited = keyof typeof LIMITS;

/** One thing that an attempt is counted under: `<what>:<hash>`. */
export type AttemptKey = `${Limited}:${string}`;

export const attemptKey = (what: Limited, value: string): AttemptKey =>
  `${what}:${hashSecret(value).slice(0, 28)}`;

/**
 * Counts an attempt as failed until it is taken back, under each of the keys. To be called before what may fail:
 * otherwise many attempts sent at once would all pass. Throws UnavailableError, with the seconds to wait, when there
 * were too many already.
 */
export async function countAttempt(unitOfWork: UnitOfWork, keys: AttemptKey[], now: Date): Promise<void> {
  await unitOfWork.run(async (manager) => {
    await manager.delete(SignInFailures, { windowEndsAt: LessThan(now) });
    for (const id of keys) {
      const what = id.split(':')[0] as Limited;
      const windowEndsAt = new Date(now.getTime() + (LONGER[what] ?? WINDOW_MS));
      const row = { id, count: 0, windowEndsAt };
      // `orUpdate` holds a row that is there, unchanged: nobody takes it back before it is counted up.
      await manager
        .createQueryBuilder()
        .insert()
        .into(SignInFailures)
        .values(row)
        .orUpdate(['id'], ['id'])
        .execute();
      const below = { id, count: LessThan(LIMITS[what]) };
      const counted = await manager.update(SignInFailures, below, { count: () => '"count" + 1' });
      if (counted.affected) continue;
      const { windowEndsAt: until } = await manager.findOneByOrFail(SignInFailures, { id });
      const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
      throw new UnavailableError('error.signInThrottled', seconds);
    }
  });
}

/** Who succeeded has not failed: earlier failures are forgotten, of a network address this attempt only. */
export async function takeBack(manager: EntityManager, keys: AttemptKey[]): Promise<void> {
  const isAddress = (key: AttemptKey) => key.startsWith('address:');
  await manager.delete(SignInFailures, { id: In(keys.filter((key) => !isAddress(key))) });
  const shared = { id: In(keys.filter(isAddress)), count: MoreThan(0) };
  await manager.decrement(SignInFailures, shared, 'count', 1);
}
