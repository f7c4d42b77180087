import type { Actor } from '../../platform/http/actor.js';
import type { ApiToken } from '../credential.entity.js';

/** What a key was made for. */
export type KeyReach = Pick<ApiToken, 'canWrite' | 'mechanismIds' | 'administrator'>;

/** A person as far as a key reaches: of the grants that hold now those in its mechanisms, and never more. */
export function throughKey(actor: Actor, { canWrite, mechanismIds, administrator }: KeyReach): Actor {
  return {
    ...actor,
    kind: 'token',
    administrator: actor.administrator && administrator,
    grants: mechanismIds ? actor.grants.filter(({ scope }) => mechanismIds.includes(scope)) : actor.grants,
    readOnly: !canWrite,
  };
}
