import { can } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { isOwn, sightThrough } from '../access/entry-sight.js';
import type { Entry } from '../entries/entry.entity.js';

/** The reporter's own people know of all; a secretariat of those for its documents, while it may read the entry. */
export function knowsOf(actor: Actor, entry: Entry, mechanismId: string): boolean {
  if (isOwn(actor, entry)) return true;
  const disclosure = entry.disclosures.find((one) => one.mechanismId === mechanismId);
  return (
    disclosure !== undefined &&
    sightThrough(actor, entry, disclosure) === 'submitted' &&
    can(actor, 'progress.accept', mechanismId)
  );
}
