import { spansOf, type WordSpan } from './fold.js';
import { stemsOf } from './stems.js';

/** A word of a text, with the stems it is found by too. */
export interface WordForm {
  word: string;
  stems: readonly string[];
}

/** The forms of the words at one place of a text. */
export function formsAt(text: string, { start, end, words }: WordSpan): WordForm[] {
  const written = text.slice(start, end);
  // What is several words has no form as it is written.
  return words.map((word) => ({ word, stems: stemsOf(words.length === 1 ? written : word, word) }));
}

export const formsIn = (text: string): WordForm[] => spansOf(text).flatMap((span) => formsAt(text, span));

const PARTS = /\p{N}+|[^\p{N}]+/gu;
/** A letter, as terms are of letters and digits; nobody types it. */
const BETWEEN = 'ǀ';
const LONGEST = 40;

/**
 * A code as it is compared: "8(a)", "8 (a)" and "8a" are one, "1.2.3" and "123" are two. Null for a text that has no
 * letter and no digit, or is too long for a code.
 */
export function codeOf(text: string): string | null {
  const parts = spansOf(text).flatMap(({ words }) => words.flatMap((word) => word.match(PARTS)!));
  const code = parts.join(BETWEEN);
  return code === '' || code.length > LONGEST ? null : code;
}
