import { codeOf, formsIn } from '../platform/search/forms.js';
import type { SoughtWord } from '../platform/search/snippet.js';

const MOST = 8;
/** Shorter ones are codes and articles: nobody means all that begins with them. */
const PREFIX_LENGTH = 3;
/** Longer without a digit, it is a word. */
const CODE_LENGTH = 4;

export interface SoughtText {
  /** Each once, at most eight. */
  words: SoughtWord[];
  /** The whole as a code ("5a", "1.2.3"); null when nobody would mean one. */
  code: string | null;
}

/** What somebody looks for. */
export function soughtIn(text: string): SoughtText {
  const forms = new Map(formsIn(text).map((form) => [form.word, form]));
  const words = [...forms.values()]
    .slice(0, MOST)
    .map((form) => ({ ...form, prefix: [...form.word].length >= PREFIX_LENGTH }));
  const code = codeOf(text);
  return { words, code: code && (/\d/.test(code) || code.length <= CODE_LENGTH) ? code : null };
}
