import type { EntryCounts } from '../compilation/compiled.js';
import type { OutlinedEntry } from '../compilation/compilation-outline.js';

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
