import type { Actor } from '../../platform/http/actor.js';
import type { Disclosure } from '../entries/entry.entity.js';
import { type Audience, audiencesFor, audiencesOf } from './entry-audience.js';
import type { Sight } from './entry-sight.js';

/*
 * What of an entry is found, by whom. One layer for each sight through each mechanism, so that what happens in one moves
 * nothing among the results in another; and one for its own people, who see every version beside the text they work on.
 */

export const layerOf = ({ sight, number, mechanismId }: Audience): string =>
  sight === 'own' ? sight : `${sight}:${mechanismId}:${number}`;

/** Beginnings of the layers in which somebody may read less after a change: what `EntryIndex.refresh` hides. */
export const hiddenIn = {
  /** The text its own people work on. */
  draft: ['own'],
  /** What was submitted before, in every mechanism. */
  submitted: ['submitted:'],
  /** What anybody but its own people reads. */
  others: ['submitted:', 'accepted:'],
  /** What was accepted in a mechanism, or how far it is open there. */
  accepted: (mechanismId: string) => [`accepted:${mechanismId}:`],
  /** All of it there. */
  mechanism: (mechanismId: string) => [`submitted:${mechanismId}:`, `accepted:${mechanismId}:`],
  /** Somebody may read more, and nobody less. */
  nothing: [],
} as const;

const SIGHTS: readonly Sight[] = ['own', 'submitted', 'accepted'];

/** The one of an entry's layers in which it counts for an actor who sees it. */
export function layerFor(
  actor: Actor,
  entry: Parameters<typeof audiencesOf>[0] & { disclosures: readonly Disclosure[] },
): string {
  const belongsTo = new Set(audiencesFor(actor));
  const mine = audiencesOf(entry, entry.disclosures).filter(
    ({ audience, sight, number }) => belongsTo.has(audience) && (sight === 'own' || number > 0),
  );
  const [first] = mine.sort(
    (a, b) =>
      SIGHTS.indexOf(a.sight) - SIGHTS.indexOf(b.sight) ||
      b.number - a.number ||
      (a.mechanismId < b.mechanismId ? -1 : 1),
  );
  return first ? layerOf(first) : '';
}
