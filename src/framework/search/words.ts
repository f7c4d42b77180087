/** A word of a text: as it stands there, and in the form in which words are compared. */
export interface Word {
  text: string;
  stem: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const HAN = /^\p{Script=Han}+$/u;
const chinese = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a text in their order. Single Latin letters are left out: they come from `l’identité` and `migrant's`. */
export function wordsOf(text: string): Word[] {
  return [...text.normalize('NFKC').matchAll(WORD)]
    .flatMap(([word]) => (HAN.test(word) ? [...chinese.segment(word)].map(({ segment }) => segment) : [word]))
    .filter((word) => word.length > 1 || HAN.test(word))
    .map((word) => ({ text: word, stem: stemOf(word) }));
}

/**
 * The form in which words of one family meet: without case, accents and vowel marks, and without the commonest endings
 * of English, French and Spanish, or the article and endings of Arabic. Light on purpose: it need not know the
 * language of a word, and what it gets wrong a person sees, because the words that matched are shown.
 */
export function stemOf(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return /\p{Script=Arabic}/u.test(plain) ? arabicStem(plain) : latinStem(plain);
}

/** Longest first, so that "-ification" goes before "-ation". */
const ENDINGS = [
  ...['ifications', 'ification', 'ificacion', 'ational', 'ations', 'ation', 'aciones', 'acion'],
  ...['atoires', 'atoire', 'atory', 'ements', 'ement', 'amientos', 'amiento', 'imientos', 'imiento'],
  ...['icking', 'icked', 'ickers', 'icker', 'ates', 'ated', 'ating', 'ative', 'ators', 'ator', 'ate'],
  ...['mente', 'ments', 'ment', 'iciones', 'idades', 'idad', 'ities', 'ity', 'ites', 'ite', 'ness'],
  ...['ants', 'antes', 'ante', 'ant', 'ically', 'ical', 'iques', 'ique', 'icos', 'icas', 'ico', 'ica', 'ics'],
  ...['ic', 'ives', 'ive', 'ifs', 'if', 'eurs', 'eur', 'euses', 'ers', 'er', 'ings', 'ing', 'ees', 'ee'],
  ...['ied', 'ies', 'ions', 'ion', 'ed', 'ados', 'adas', 'ado', 'ada', 'ales', 'als', 'al', 'aux', 'ify'],
  ...['ar', 'ir', 'ly', 'es', 'os', 'as', 's', 'y', 'e', 'a', 'o'],
].sort((a, b) => b.length - a.length);
const SHORTEST = 4;

function latinStem(word: string): string {
  if (word.length <= SHORTEST) return word;
  const spelled = word.replace(/our(?=$|s$|er|ing|ed)/, 'or');
  const ending = ENDINGS.find((one) => spelled.endsWith(one) && spelled.length - one.length >= SHORTEST);
  const root = ending ? spelled.slice(0, -ending.length) : spelled;
  // "trafficking" and "traffic", "skills" and "skilled".
  return root.replace(/ck$/, 'c').replace(/([bdfglmnprt])\1$/, '$1');
}

const ARABIC_ARTICLE = /^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/;
const ARABIC_ENDING = /(?<=.{3})(?:ات|ون|ين|ية|يه|ها|ه|ة|ي)$/;

const arabicStem = (word: string) =>
  word.replaceAll('ـ', '').replaceAll('ى', 'ي').replace(ARABIC_ARTICLE, '').replace(ARABIC_ENDING, '');
