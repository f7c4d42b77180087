import { oneLine } from './one-line.js';

/** Marks that nobody sees: zero width, direction, soft hyphens, the mark at the beginning of a file. */
const UNSEEN_MARKS = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
const BLANKS = /[\p{Zs}\t]+/gu;

/**
 * A code as it is kept: what came along with it from Word, a web page or a right-to-left text goes, and every kind of
 * blank is the usual one. Two codes that look alike are then the same.
 */
export const codeText = (text: string): string =>
  oneLine(text.replace(UNSEEN_MARKS, '')).replace(BLANKS, ' ').trim();
