import { wordsOf } from '../platform/search/fold.js';
import type { SoughtWord } from '../platform/search/snippet.js';

const MOST = 8;
/** Shorter ones are codes and articles: nobody means all that begins with them. */
const PREFIX_LENGTH = 3;

/** What somebody looks for: each word once, at most eight. */
export const soughtWords = (text: string): SoughtWord[] =>
  [...new Set(wordsOf(text))]
    .slice(0, MOST)
    .map((word) => ({ word, prefix: [...word].length >= PREFIX_LENGTH }));
