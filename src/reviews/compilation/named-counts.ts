import { countsOf } from '../../progress/access/few-reporters.js';
import {
  type ChallengeCode,
  mechanismChallenges,
  stateChallenges,
  supportKinds,
} from '../../progress/entries/vocabulary.data.js';
import type { ReleasedSource } from '../../progress/release/released-entry.js';

/** How many entries name each challenge and each kind of support; null where too few reporters do. */
export interface NamedCounts {
  /** Of mechanisms. */
  challenges: ReadonlyMap<string, number | null>;
  stateChallenges: ReadonlyMap<string, number | null>;
  support: ReadonlyMap<string, number | null>;
}

export function namedCounts(
  sources: readonly Pick<ReleasedSource, 'voice' | 'entry'>[],
  fewest: number,
): NamedCounts {
  const naming = <C extends string>(of: (source: Pick<ReleasedSource, 'entry'>) => C[]) =>
    sources.map((source) => ({ voice: source.voice, codes: of(source) }));
  const challenges = naming(({ entry }) => entry.content.challengeCodes);
  return {
    challenges: countsOf<ChallengeCode>(mechanismChallenges, challenges, fewest),
    stateChallenges: countsOf<ChallengeCode>(stateChallenges, challenges, fewest),
    support: countsOf(
      supportKinds,
      naming(({ entry }) => entry.content.supportKinds),
      fewest,
    ),
  };
}
