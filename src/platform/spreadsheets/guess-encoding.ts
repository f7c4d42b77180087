import { decoded } from './decoded.js';
import { type Encoding, GUESSED } from './encodings.js';
import { LETTERS } from './letters.data.js';

/** As much of a text as its characters are judged by. */
const JUDGED = 5000;
const LOOKED_AT = 200_000;

/** What letters of a language are worth; what is none of them, and what no text is made of, takes away. */
const [COMMON, OTHER, RARE, FOREIGN, SIGN, BROKEN] = [1, 0.6, 0.2, -1, -2, -5];

const languages = LETTERS.map(
  (groups) =>
    new Map(
      groups.flatMap((letters, rank) =>
        Array.from(letters, (letter) => [letter, [COMMON, OTHER, RARE][rank]!] as const),
      ),
    ),
);

/** The characters of a text of one byte each: those by which most of it is made of the letters of one language. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const some = bytes.subarray(0, LOOKED_AT);
  let best: { encoding: Encoding; score: number } = { encoding: GUESSED[0], score: -Infinity };
  for (const encoding of GUESSED) {
    const score = scoreOf(decoded(some, encoding));
    if (score > best.score + 1e-9) best = { encoding, score };
  }
  return best.encoding;
}

function scoreOf(text: string): number {
  const found = [...text.matchAll(/[^\u0000-\u007f]/g)].slice(0, JUDGED);
  const scores = languages.map(() => 0);
  for (const { 0: letter, index } of found) {
    const around = contextOf(letter, text[index - 1] ?? ' ', text[index + 1] ?? ' ');
    const lower = letter === 'İ' ? letter : letter.toLowerCase();
    languages.forEach((worth, at) => (scores[at]! += around + (worth.get(lower) ?? strangeness(letter))));
  }
  return Math.max(...scores) / Math.max(1, found.length);
}

function strangeness(character: string): number {
  if (/[\u0080-\u009f\ufffd]/.test(character)) return BROKEN;
  if (/[\u00a0«»“”„‘’‚–—…•°§€№،؛؟©®ºª·]/.test(character)) return 0;
  return /[\p{L}\p{M}]/u.test(character) ? FOREIGN : SIGN;
}

/** A letter beside one of another script, a capital behind a small letter, or a sign within a word is not likely. */
function contextOf(letter: string, before: string, after: string): number {
  const isLetter = /\p{L}/u;
  if (!isLetter.test(letter))
    return letter !== '’' && isLetter.test(before) && isLetter.test(after) ? FOREIGN : 0;
  const latin = /\p{Script=Latin}/u;
  const mixed = [before, after].some((one) => isLetter.test(one) && latin.test(one) !== latin.test(letter));
  const turned = /\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before);
  return (mixed ? SIGN : 0) + (turned ? FOREIGN : 0);
}
