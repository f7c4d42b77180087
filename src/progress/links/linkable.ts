import type { Actor } from '../../platform/http/actor.js';
import { speaksIn } from '../access/entry-sight.js';
import type { SeenEntry } from '../access/seen-entry.js';

/** Ids of the mechanisms an entry can still be linked to: those where the actor speaks for the same reporter too. */
export function linkableIn(
  actor: Actor,
  entry: Pick<SeenEntry, 'sight' | 'reporterKind' | 'reporter' | 'places' | 'state'>,
): string[] {
  // A secretariat speaks for its mechanism: elsewhere it has reported nothing.
  if (entry.sight !== 'own' || entry.reporterKind === 'secretariat' || entry.state === 'withdrawn') return [];
  const there = new Set(entry.places.map((disclosure) => disclosure.mechanismId));
  return [...new Set(actor.grants.map((grant) => grant.scope))].filter(
    (mechanismId) => !there.has(mechanismId) && speaksIn(actor, entry, mechanismId),
  );
}
