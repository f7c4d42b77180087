import type { Actor } from '../platform/http/actor.js';
import { dayIn } from '../platform/i18n/dates.js';
import type { Account } from './account.entity.js';

/** An account as an actor, with the grants that hold on the day it is in the account's zone. */
export function actorOf(
  account: Account,
  kind: Actor['kind'],
  now: Date,
  sessionId: string | null = null,
): Actor {
  const today = dayIn(account.zone, now);
  return {
    kind,
    accountId: account.id,
    name: account.name,
    email: account.email,
    administrator: account.administrator,
    grants: account.grants
      .filter((grant) => grant.fromDay <= today && (grant.untilDay === null || grant.untilDay >= today))
      .map((grant) => ({ role: grant.role, scope: grant.mechanismId, subject: grant.subject })),
    language: account.language,
    zone: account.zone,
    sessionId,
  };
}
