import type { Actor } from '../platform/http/actor.js';
import type { Account } from './account.entity.js';
import { holdsNow } from './seats/seat-period.js';
import { SIDES } from './seats/seat-rules.js';

/**
 * An account as an actor, with the grants that hold now. Whoever is of a mechanism's secretariat has no part of a State
 * there, even if they got one before the two excluded each other.
 */
export function actorOf(
  account: Account,
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
    sessionId,
  };
}
