import { fold } from '../../../platform/i18n/fold.js';

/** Words in a row by which a text is known again: fewer are everybody's. */
const RUN = 8;
/** A sentence that is shorter is known as a whole, from so many words on. */
const LEAST = 4;

/** The stretches by which texts are known again: eight words in a row, and whole sentences that are shorter. */
export function stretchesOf(texts: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const text of texts)
    for (const sentence of text.split(/[.!?;؟؛。！？]+(?:\s|$)|\n/u)) {
      const words = wordsOf(sentence);
      if (words.length >= LEAST) for (const run of runs(words, Math.min(RUN, words.length))) found.add(run);
    }
  return found;
}

/** Those of the stretches that a text says. */
export function saidAgain(text: string, stretches: ReadonlySet<string>): string[] {
  const words = wordsOf(text);
  const lengths = Array.from({ length: RUN - LEAST + 1 }, (_, index) => LEAST + index);
  return lengths.flatMap((length) => runs(words, length).filter((run) => stretches.has(run)));
}

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(IDEOGRAPH, ' $& ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

const runs = (words: readonly string[], length: number): string[] =>
  Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) =>
    words.slice(at, at + length).join(' '),
  );
