import { countsOf } from '../../progress/access/few-reporters.js';
import { challengeCodes, supportKinds } from '../../progress/entries/vocabulary.data.js';
import type { ReleasedSource } from '../../progress/release/released-entry.js';

/** How many entries name each challenge and each kind of support; null where too few reporters do. */
export interface NamedCounts {
  challenges: ReadonlyMap<string, number | null>;
  support: ReadonlyMap<string, number | null>;
}

export function namedCounts(
  sources: readonly Pick<ReleasedSource, 'voice' | 'entry'>[],
  fewest: number,
): NamedCounts {
  const naming = <C extends string>(of: (source: Pick<ReleasedSource, 'entry'>) => C[]) =>
    sources.map((source) => ({ voice: source.voice, codes: of(source) }));
  return {
    challenges: countsOf(
      challengeCodes,
      naming(({ entry }) => entry.content.challengeCodes),
      fewest,
    ),
    support: countsOf(
      supportKinds,
      naming(({ entry }) => entry.content.supportKinds),
      fewest,
    ),
  };
}
