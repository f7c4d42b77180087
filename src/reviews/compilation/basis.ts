import { sealOf } from '../../progress/release/released-entries.service.js';
import type { ReleasedEntry, ReleasedSource } from '../../progress/release/released-entry.js';

/*
 * A text that was circulated may lose material, when a delegation withdraws its release, but never gains any: what
 * others clear must not grow behind their backs. The basis says which entries it was made from, and as what.
 */

/** An entry as a document took it. */
export interface BasisEntry {
  id: string;
  attributed: boolean;
  /** As `sealOf` makes it. Empty in a basis from before entries had seals: then any words of it do. */
  seal: string;
}

export type Basis = ReadonlyMap<string, BasisEntry>;

export const basisOf = (entries: readonly BasisEntry[]): Basis =>
  new Map(entries.map((entry) => [entry.id, entry]));

/**
 * A released entry as a document with this basis may take it: in the same words, named only where it was named. A summary
 * approved since is new text: the entry stays in its own words, if the basis had these. Null for one it may not.
 */
export function withinBasis(source: ReleasedSource, basis: Basis): ReleasedSource | null {
  const taken = basis.get(source.id);
  if (!taken) return null;
  const known = (seal: string) => taken.seal === '' || taken.seal === seal;
  const [version, acceptedAt] = source.seal.split(' ');
  const plainSeal = sealOf({
    version: Number(version),
    acceptedAt: acceptedAt || null,
    summaryId: null,
  });
  const fitting = known(source.seal)
    ? source
    : known(plainSeal)
      ? { ...source, seal: plainSeal, entry: source.plain }
      : null;
  if (!fitting || taken.attributed) return fitting;
  return { ...fitting, entry: unnamed(fitting.entry), plain: unnamed(fitting.plain) };
}

const unnamed = (entry: ReleasedEntry): ReleasedEntry => ({
  ...entry,
  ...{ entryId: null, reporter: null, attributed: false, evidence: [] },
});
