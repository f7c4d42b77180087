import type { OutlinedEntry } from '../compilation/compilation-outline.js';

/** Numbers of released entries a document is made from; never by State. */
export interface EntryCounts {
  all: number;
  delegations: number;
  secretariat: number;
  partners: number;
  /** Of those released without attribution, by whomever. */
  unnamed: number;
}

export function countsOf(entries: readonly Pick<OutlinedEntry, 'voice' | 'attributed'>[]): EntryCounts {
  const named = (kind: string) =>
    entries.filter(({ voice, attributed }) => attributed && voice.startsWith(`${kind}:`)).length;
  return {
    all: entries.length,
    delegations: named('state'),
    secretariat: named('secretariat'),
    partners: named('partner'),
    unnamed: entries.filter(({ attributed }) => !attributed).length,
  };
}
