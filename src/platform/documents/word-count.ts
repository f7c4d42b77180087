/*
 * Words as United Nations page limits count them: what stands between spaces, as in Word's own counter, and each Chinese
 * or Japanese character counts as one.
 */

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WIDE_PUNCTUATION =
  /[\u3000-\u3004\u3008-\u3020\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/g;

/** Of one text. */
export function wordsIn(text: string): number {
  const spaced = text.replace(WIDE_PUNCTUATION, ' ').replace(IDEOGRAPH, ' x ');
  return spaced.split(/\s+/u).filter((word) => word !== '').length;
}
