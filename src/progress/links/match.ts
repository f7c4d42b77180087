import { tellingWords } from '../../framework/search/catalogue-index.js';
import type { Day } from '../../platform/i18n/day.js';

/** What an entry says, or what a plan item is about, as far as the two can meet. */
export interface MatchProfile {
  objectives: readonly number[];
  /** Null where there is no such end: then it is open. */
  from: Day | null;
  until: Day | null;
  /** See `wordsIn`. */
  words: ReadonlyMap<string, string>;
}

/** Why two of them may be about the same; a person sees it and judges. */
export interface Match {
  objectives: number[];
  /** Words of the first that meet one of the second, as they stand there. */
  words: string[];
  /** Only for putting what fits best first; never shown. */
  weight: number;
}

/** One word may be chance. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 8;
/** An objective in common says more than a word: it is somebody's reading of both. */
const OBJECTIVE = 3;

/** Null when nothing speaks for it: other times, or neither an objective nor enough words in common. */
export function fitOf(one: MatchProfile, other: MatchProfile): Match | null {
  if (!overlaps(one, other)) return null;
  const objectives = [...new Set(one.objectives)]
    .filter((objective) => other.objectives.includes(objective))
    .sort((a, b) => a - b);
  const words = wordsInCommon(one, other);
  if (objectives.length === 0 && words.length < FEWEST_WORDS) return null;
  return { objectives, words, weight: objectives.length * OBJECTIVE + words.length };
}

/** The words that say what texts are about, by the form in which words are compared. Numbers meet everywhere. */
export function wordsIn(texts: readonly string[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const { stem, text } of tellingWords(texts.join('\n')))
    if (!words.has(stem) && /\p{L}/u.test(text)) words.set(stem, text);
  return words;
}

function wordsInCommon(one: MatchProfile, other: MatchProfile): string[] {
  const common = [...one.words].filter(([stem]) => other.words.has(stem)).map(([, word]) => word);
  return common.slice(0, MOST_WORDS);
}

const overlaps = (one: MatchProfile, other: MatchProfile) =>
  (one.from === null || other.until === null || one.from <= other.until) &&
  (other.from === null || one.until === null || other.from <= one.until);

/** Those that fit, the best first; at most `limit`. The same weight keeps the order given. */
export function bestMatches<T>(
  all: readonly T[],
  fit: (one: T) => Match | null,
  limit: number,
): (T & { fit: Match })[] {
  return all
    .flatMap((one) => {
      const found = fit(one);
      return found ? [{ ...one, fit: found }] : [];
    })
    .sort((a, b) => b.fit.weight - a.fit.weight)
    .slice(0, limit);
}
