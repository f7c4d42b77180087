import type { Actor } from '../platform/http/actor.js';
import type { Account, RoleGrant } from './account.entity.js';
import { holdsNow } from './seats/seat-period.js';
import { SIDES } from './seats/seat-rules.js';

/** See `ACTING`. */
type Acting = Pick<
  Account,
  'id' | 'name' | 'email' | 'language' | 'zone' | 'administrator' | 'noShortcuts'
> & {
  grants: readonly Pick<
    RoleGrant,
    'mechanismId' | 'role' | 'subject' | 'fromDay' | 'untilDay' | 'endedAt' | 'mechanism'
  >[];
};

/** Of an account and its roles, as much as an actor is made of: it is read for every request. */
export const ACTING = {
  id: true,
  name: true,
  email: true,
  language: true,
  zone: true,
  administrator: true,
  noShortcuts: true,
  closedAt: true,
  secondFactorSince: true,
  grants: {
    id: true,
    mechanismId: true,
    role: true,
    subject: true,
    fromDay: true,
    untilDay: true,
    endedAt: true,
    mechanism: { id: true, zone: true, requireSecondFactor: true },
  },
} as const;

/**
 * An account as an actor, with the grants that hold now. Whoever is of a mechanism's secretariat has no part of a State
 * there, even if they got one before the two excluded each other.
 */
export function actorOf(
  account: Acting,
  kind: Actor['kind'],
  now: Date,
  sessionId: string | null = null,
): Actor {
  const held = account.grants.filter((grant) => holdsNow(grant, now));
  const offices = new Set(
    held.filter(({ role }) => role === 'secretariat').map((grant) => grant.mechanismId),
  );
  return {
    kind,
    accountId: account.id,
    name: account.name,
    email: account.email,
    administrator: account.administrator,
    grants: held
      .filter(({ role, mechanismId }) => SIDES[role] !== 'states' || !offices.has(mechanismId))
      .map((grant) => ({ role: grant.role, scope: grant.mechanismId, subject: grant.subject })),
    language: account.language,
    zone: account.zone,
    ...(account.noShortcuts && { noShortcuts: true as const }),
    sessionId,
  };
}
