import { can } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { isOwn, sightThrough } from '../access/entry-sight.js';
import type { Entry } from '../entries/entry.entity.js';

/** The reporter's own people know of all; a secretariat of those for its documents, while it has sight of the entry. */
export function knowsOf(actor: Actor, entry: Entry, mechanismId: string): boolean {
  if (isOwn(actor, entry)) return true;
  const place = entry.disclosures.find((one) => one.mechanismId === mechanismId);
  return (
    place !== undefined &&
    sightThrough(actor, entry, place) === 'submitted' &&
    can(actor, 'progress.accept', mechanismId)
  );
}
