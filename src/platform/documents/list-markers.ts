// The traditional order, which official documents in Arabic use for subparagraphs.
const ABJAD = [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'];
const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];

/** How a language letters subparagraphs: with one bracket or two, from which alphabet. */
export function lettering(language: string): { abjad: boolean; open: string } {
  const base = language.toLowerCase().split('-')[0] ?? '';
  return { abjad: base === 'ar', open: base === 'fr' || base === 'es' ? '' : '(' };
}

/** The marker of the list's nth item, from 0: (a) ... (z), (aa), (bb), as Word counts. */
export function listMarker(index: number, language: string): string {
  const { abjad, open } = lettering(language);
  const letters = abjad ? ABJAD : LATIN;
  const letter = letters[index % letters.length] ?? '';
  return `${open}${letter.repeat(Math.floor(index / letters.length) + 1)})`;
}

/** The number of a paragraph as printed. */
export function paragraphNumber(number: number | string, language: string): string {
  return lettering(language).abjad ? `${number} -` : `${number}.`;
}
