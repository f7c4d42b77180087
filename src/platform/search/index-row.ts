import { hash, SPACE, spaceOf } from './audience-space.js';
import { codeOf, formsIn } from './forms.js';
import type { IndexRow } from './word-store.js';

/** What one audience or several may find a thing by. A thing may have several layers, which different people see. */
export interface SearchText {
  kind: string;
  subjectId: string;
  /** Empty when there is only one. */
  layer: string;
  audiences: readonly string[];
  /** What comes before all else when it is what is looked for. */
  codes?: readonly string[];
  /** What comes first when it is found in it. */
  title: readonly string[];
  text: readonly string[];
}

/** So much of a thing's words is kept at most; PostgreSQL takes a megabyte with what it adds. */
const MOST_BYTES = 400_000;

/** The terms of a text. `folded` remembers the words of each text: several audiences often read the same. */
export function rowOf(
  { kind, subjectId, layer, audiences, codes = [], title, text }: SearchText,
  folded: Map<string, string[]>,
): IndexRow {
  const wordsIn = (some: string) => {
    const known = folded.get(some);
    if (known) return known;
    const words = [...new Set(formsIn(some).flatMap(({ word, stems }) => [word, ...stems]))];
    folded.set(some, words);
    return words;
  };
  const titleWords = title.flatMap(wordsIn);
  const words = [...titleWords, ...text.flatMap(wordsIn)];
  const terms = new Set<string>();
  let bytes = 0;
  // The codes and titles of all audiences first: they are short, and the last to be missed.
  for (const [where, list] of [
    ['code', codes.flatMap((code) => codeOf(code) ?? [])],
    ['title', titleWords],
    ['text', words],
  ] as const) {
    const spaces = audiences.map((audience) => spaceOf(kind, audience, where));
    for (const word of new Set(list)) {
      bytes += spaces.length * (Buffer.byteLength(word) + SPACE);
      if (bytes > MOST_BYTES) break;
      for (const space of spaces) terms.add(space + word);
    }
  }
  const list = [...terms];
  return { kind, subjectId, layer, terms: list, digest: hash(list.join(' ')).slice(0, 32) };
}
