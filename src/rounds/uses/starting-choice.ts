import { RELEASES, VISIBILITIES } from '../../progress/entries/vocabulary.js';
import type { Choice } from '../../progress/release/release-uses.js';

/** What most of these have; of two that are as frequent the narrower, and the narrowest of none. */
export const startingChoice = (chosen: readonly Choice[]): Choice => ({
  visibility: mostOf(
    VISIBILITIES,
    chosen.map(({ visibility }) => visibility),
  ),
  release: mostOf(
    RELEASES,
    chosen.map(({ release }) => release),
  ),
});

function mostOf<T>(fromNarrow: readonly T[], values: readonly T[]): T {
  const count = (one: T) => values.filter((value) => value === one).length;
  return fromNarrow.reduce((best, one) => (count(one) > count(best) ? one : best));
}
