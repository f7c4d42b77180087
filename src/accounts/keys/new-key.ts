import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import type { TokenInput } from './key.dto.js';
import type { KeyReach } from './through-key.js';

/** What a key lives for when nothing is said, and at most. */
export const KEY_DAYS = { usual: 90, most: 365 } as const;

/** The moment a key ends: with its last day, in UTC. Throws InvalidError for a day gone by or too far away. */
export function expiryOf(expires: Day | null, now: Date): Date {
  const today = dayIn('UTC', now);
  const last = expires ?? addDays(today, KEY_DAYS.usual);
  if (last < today) throw InvalidError.field('expires', 'error.dayPast');
  if (last > addDays(today, KEY_DAYS.most))
    throw InvalidError.field('expires', 'error.keyTooLong', { days: KEY_DAYS.most });
  return new Date(`${last}T23:59:59Z`);
}

/**
 * How far a key reaches. Throws InvalidError for a mechanism that the actor has no role in. An administrator's
 * permissions hold in all mechanisms, so a key has them only when it is asked to, and is for all of them.
 */
export function reachOf(actor: Actor, { scope, mechanisms, administrator }: TokenInput): KeyReach {
  if (!mechanisms.every((id) => actor.grants.some((grant) => grant.scope === id)))
    throw InvalidError.field('mechanisms', 'error.choice');
  if (administrator && !actor.administrator) throw InvalidError.field('administrator', 'error.choice');
  if (administrator && mechanisms.length > 0)
    throw InvalidError.field('administrator', 'error.keyAdministers');
  const mechanismIds = mechanisms.length > 0 ? [...new Set(mechanisms)] : null;
  return { canWrite: scope === 'write', mechanismIds, administrator };
}
