import { createHash } from 'node:crypto';
import type { ReleasedSource } from '../../progress/release/released-entry.js';
import type { ReleasedEntry } from '../../progress/release/released-entry.js';

/*
 * A text that was circulated may lose material, when a delegation withdraws its release, but never gains any: what
 * others clear must not grow behind their backs. The basis says what a text was made from. It holds hashes of the
 * words, since an entry that is released without attribution comes without an id.
 */
const NAMED = '+';

/** What identifies the entries a text is made from; which of them it names, and then with which evidence. */
export const basisOf = (entries: readonly ReleasedEntry[]): string[] =>
  entries.map((entry) => `${keyOf(entry)}${entry.attributed ? NAMED + evidenceOf(entry) : ''}`).sort();

/**
 * Of the entries released now, those that were in the basis; named, and with evidence, only where it had that. A summary
 * approved since is new text: the entry stays in its own words, if the basis had these.
 */
export function withinBasis(sources: readonly ReleasedSource[], basis: readonly string[]): ReleasedSource[] {
  const known = new Set(basis);
  const named = new Set(basis.flatMap((line) => (line.includes(NAMED) ? line.split(NAMED)[0]! : [])));
  return sources.flatMap((source) => {
    for (const entry of [source.entry, source.plain]) {
      const key = keyOf(entry);
      if (known.has(`${key}${NAMED}${evidenceOf(entry)}`)) return [{ ...source, entry }];
      if (named.has(key)) return [{ ...source, entry: { ...entry, evidence: [] } }];
      if (known.has(key)) {
        const unnamed = { entryId: null, reporter: null, attributed: false, evidence: [] };
        return [{ ...source, entry: { ...entry, ...unnamed } }];
      }
    }
    return [];
  });
}

function keyOf({ reporterKind, periodStart, periodEnd, content, items }: ReleasedEntry): string {
  const about = items.map((item) => item.id).sort();
  return hash([reporterKind, periodStart, periodEnd, content, about]);
}

/** Empty for an entry that cites none. */
const evidenceOf = ({ evidence }: ReleasedEntry): string =>
  evidence.length === 0 ? '' : hash(evidence.map(({ title, url }) => [title, url]));

/** In letters that hold no `NAMED`. */
const hash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url');
