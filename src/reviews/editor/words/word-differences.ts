import { diffWords } from 'diff';
import type { Block } from '../../../platform/documents/document.js';
import { textOf } from './passage-words.js';

/** A stretch of two texts: in both, only in the one before, only in the one after. */
export interface Stretch {
  kind: 'same' | 'before' | 'after';
  text: string;
}

/** Longer than anybody waits for; then the two texts stand as wholes. */
const MOST_MS = 300;

/** What two versions of a text differ in, word by word. Words are parted as the language parts them. */
export function wordDifferences(
  before: readonly Block[] | null,
  after: readonly Block[] | null,
  language: string,
): Stretch[] {
  const [one, other] = [textOf(before ?? []), textOf(after ?? [])];
  if (one === other) return one ? [{ kind: 'same', text: one }] : [];
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const parts = diffWords(one, other, { intlSegmenter: segmenter, timeout: MOST_MS });
  if (!parts)
    return (['before', 'after'] as const)
      .map((kind) => ({ kind, text: kind === 'before' ? one : other }))
      .filter(({ text }) => text);
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'after' : removed ? 'before' : 'same',
    text: value,
  }));
}
