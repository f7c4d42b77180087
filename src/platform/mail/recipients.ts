import type { Actor } from '../http/actor.js';

/**
 * To whom a mail goes: each once, and not to who gave the reason (`by`). Nobody is left out. What tells how many would
 * get one counts them by this, as `Outbox.post` writes to them by it.
 */
export const recipientsOf = (
  accountIds: Iterable<string | null | undefined>,
  by?: Pick<Actor, 'accountId'>,
): string[] =>
  [...new Set(accountIds)].filter((id): id is string => typeof id === 'string' && id !== by?.accountId);
