import type { OutlinedEntry } from '../compilation-outline.js';
import { capital, type DocumentWords } from '../words/document-words.js';

/**
 * Who contributed, in numbers and never by State. How many are not named is said where at least `fewest` of them stand
 * behind it.
 */
export function countedReporters(
  entries: readonly OutlinedEntry[],
  fewest: number,
  words: DocumentWords,
): string {
  const { t } = words;
  const voices = (those: readonly OutlinedEntry[]) => new Set(those.map(({ voice }) => voice)).size;
  const named = entries.filter(({ attributed }) => attributed);
  const of = (kind: OutlinedEntry['reporterKind']) =>
    named.filter(({ reporterKind }) => reporterKind === kind);
  const unnamed = entries.filter(({ attributed }) => !attributed);
  const counts = [
    of('state').length > 0 && words.counted('say.states', voices(of('state'))),
    of('partner').length > 0 && words.counted('say.partners', voices(of('partner'))),
    of('secretariat').length > 0 && t('say.secretariat'),
  ].filter((part) => part !== false);
  const sentences = [
    counts.length > 0
      ? words.counted('say.contributed', named.length, { who: words.listed(counts) })
      : unnamed.length === 0 && t('say.contributed.none'),
    unnamed.length > 0 &&
      (voices(unnamed) >= fewest
        ? words.counted('say.contributed.unnamed', unnamed.length)
        : t('say.contributed.someUnnamed')),
  ];
  return sentences
    .filter((one) => one !== false)
    .map(capital)
    .join(' ');
}

/**
 * What may be counted of reports: all of those named, and of the others where at least `fewest` of them stand behind
 * the same, so that nothing can be told by taking the named ones away. Null where fewer than `fewest` stand behind it.
 */
export function countable<T extends Pick<OutlinedEntry, 'voice' | 'attributed'>>(
  those: readonly T[],
  fewest: number,
): T[] | null {
  const voices = (some: readonly T[]) => new Set(some.map(({ voice }) => voice)).size;
  const unnamed = those.filter(({ attributed }) => !attributed);
  const counted = those.filter(({ attributed }) => attributed || voices(unnamed) >= fewest);
  return voices(counted) >= fewest && counted.length > 0 ? counted : null;
}
