/*
 * Words as they are looked for: without case, accents, and the ways of writing that people leave out or mix. Both
 * databases are given words that were folded here, so that they find the same.
 */

/** Characters of a word; those that only join letters (Arabic tatweel) or sit on them are in it too. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** The same in a text, where a lettered number counts as one word: "8(a)" is looked for as "8a". */
const PLACE = /\p{N}{1,3} ?\((?:\p{L}|[ivx]{2,4})\)|[\p{L}\p{N}\p{M}]+/gu;
/** Chinese and Japanese put no spaces between words: each sign counts as one. */
const SIGN = /\p{Script=Han}|[^\p{Script=Han}]+/gu;
/** Accents of the European scripts, vowel and other signs of the Arabic and Hebrew ones. Others are letters' parts. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]/gu;
/** What is written in more than one way, and does not come apart by itself. */
const SAME: Record<string, string> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const SAME_PATTERN = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');
/** A zero of a script's own digits, by the code of each of its ten. */
const ZEROS = [0x0660, 0x06f0, 0x0966];

const PLAIN = /^[a-z0-9]+$/i;

/** Longer words are cut: what is longer is an address or a key, and databases limit what they take. */
const LONGEST = 32;

/** The words of a text, folded, in their order. */
export function wordsOf(text: string): string[] {
  return spansOf(text).flatMap(({ words }) => words);
}

export interface WordSpan {
  /** Where it stands in the text. */
  start: number;
  end: number;
  /** Usually one; a sign such as ﷺ is several words. */
  words: string[];
}

/** The words of a text with their places in it. */
export function spansOf(text: string): WordSpan[] {
  const spans: WordSpan[] = [];
  for (const { 0: run, index } of text.matchAll(PLACE)) {
    let start = index;
    if (run.endsWith(')')) {
      spans.push({ start, end: start + run.length, words: [folded(run.replace(/[ ()]/g, '')).join('')] });
      continue;
    }
    for (const part of run.match(SIGN)!) {
      spans.push({ start, end: start + part.length, words: folded(part) });
      start += part.length;
    }
  }
  return spans;
}

function folded(run: string): string[] {
  // Most words are of the Latin alphabet and without accents.
  if (PLAIN.test(run)) return [run.slice(0, LONGEST).toLowerCase()];
  const bare = run
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(SAME_PATTERN, (letter) => SAME[letter]!)
    .replace(/\p{Nd}/gu, digit);
  // Again, because signs such as ㊀ and ﷺ only now are what they stand for.
  const words = (bare.match(WORD) ?? []).flatMap((word) => word.match(SIGN)!);
  return words.map((word) => [...word].slice(0, LONGEST).join(''));
}

function digit(sign: string): string {
  const code = sign.codePointAt(0)!;
  const zero = ZEROS.find((one) => code >= one && code < one + 10);
  return zero === undefined ? sign : String(code - zero);
}
