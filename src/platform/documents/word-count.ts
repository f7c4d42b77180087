import type { Document } from './document.js';
import { prepare } from './prepare.js';
import { textsOf } from './to-text.js';

/**
 * Words as United Nations page limits count them: headings, tables and footnotes included; the table of contents, the
 * page footer and automatic numbers are not. A word is what stands between spaces, as in Word's own counter, and each
 * Chinese or Japanese character counts as one.
 */
export function wordCount(document: Document): number {
  return textsOf(prepare(document)).reduce((sum, text) => sum + wordsIn(text), 0);
}

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WIDE_PUNCTUATION =
  /[\u3000-\u3004\u3008-\u3020\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/g;

/** Of one text. */
export function wordsIn(text: string): number {
  const spaced = text.replace(WIDE_PUNCTUATION, ' ').replace(IDEOGRAPH, ' x ');
  return spaced.split(/\s+/u).filter((word) => word !== '').length;
}
