import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { wordsOf } from './fold.js';

/*
 * Words of one family meet in a stem: by the Snowball algorithms. Which language a word is of is often not recorded, so
 * each of its script has its say; what they agree on is kept once.
 */

const LATIN = [english, french, spanish];
/** Shorter ones ("us" of "using") are words of their own. */
const SHORTEST = 3;
const LATIN_WORD = /^[\p{Script=Latin}\p{M}]{4,}$/u;
const ARABIC_WORD = /^\p{Script=Arabic}{3,}$/u;

/**
 * What stands before an Arabic noun, and its endings, as in the "light10" stemmer (Larkey and others, 2007). Snowball
 * leaves some of it, and takes a word's own first letter for it in some forms but not in others, so that they part.
 */
const WITH_ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=.{3})/;
const CLITICS = [/^[وف](?=.{3})/, /^[وف]?[بلك](?=.{3})/];
const ENDING = /(?<=.{3})(?:هما|كما|ات|ان|ون|ين|يه|ها|هم|هن|نا|كم|ه|ي)$/;

const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

/** The stems of a word, as it is written and as `fold.ts` folds it, without the folded word itself. */
export function stemsOf(written: string, folded: string): readonly string[] {
  const key = `${written}\n${folded}`;
  let stems = known.get(key);
  if (!stems) {
    stems = found(written, folded);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, stems);
  }
  return stems;
}

function found(written: string, folded: string): string[] {
  const stems = ARABIC_WORD.test(folded)
    ? arabicStems(folded)
    : LATIN_WORD.test(folded)
      ? // The endings of French and Spanish have accents, which people leave out.
        LATIN.flatMap((stem) => [stem(written.normalize('NFC').toLowerCase()), stem(folded)])
      : [];
  const bare = stems.flatMap(wordsOf).filter((stem) => stem !== folded && stem.length >= SHORTEST);
  return [...new Set(bare)];
}

function arabicStems(word: string): string[] {
  const noun = word.replace(WITH_ARTICLE, '');
  const forms = noun === word ? [word, ...CLITICS.map((clitic) => word.replace(clitic, ''))] : [noun];
  return forms.flatMap((form) => [form, form.replace(ENDING, ''), arabic(form)]);
}
