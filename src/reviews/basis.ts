import { createHash } from 'node:crypto';
import type { ReleasedEntry, ReleasedSource } from '../progress/released-entries.js';

/*
 * A text that was circulated may lose material, when a delegation withdraws its release, but never gains any: what
 * others clear must not grow behind their backs. The basis says what a text was made from. It holds hashes of the
 * words, since an entry that is released without attribution comes without an id.
 */

const NAMED = '+';

/** What identifies the entries a text is made from, and which of them it names. */
export const basisOf = (entries: readonly ReleasedEntry[]): string[] =>
  entries.map((entry) => `${keyOf(entry)}${entry.attributed ? NAMED : ''}`).sort();

/**
 * Of the entries released now, those that were in the basis; named only where it named them. A summary approved since is
 * new text: the entry stays in its own words, if the basis had these.
 */
export function withinBasis(sources: readonly ReleasedSource[], basis: readonly string[]): ReleasedSource[] {
  const known = new Set(basis);
  return sources.flatMap((source) => {
    for (const entry of [source.entry, source.plain]) {
      const key = keyOf(entry);
      if (known.has(`${key}${NAMED}`)) return [{ ...source, entry }];
      if (known.has(key)) {
        return [{ ...source, entry: { ...entry, entryId: null, reporter: null, attributed: false } }];
      }
    }
    return [];
  });
}

function keyOf({ reporterKind, periodStart, periodEnd, content, items }: ReleasedEntry): string {
  const about = items.map((item) => item.id).sort();
  return createHash('sha256')
    .update(JSON.stringify([reporterKind, periodStart, periodEnd, content, about]))
    .digest('base64url');
}
