import type { ListKind } from './document.js';

// The traditional order, which official documents in Arabic use for subparagraphs.
const ABJAD = [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'];
const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];

/** How a language letters subparagraphs: with one bracket or two, from which alphabet. */
export function lettering(language: string): { abjad: boolean; open: string } {
  const base = language.toLowerCase().split('-')[0] ?? '';
  return { abjad: base === 'ar', open: base === 'fr' || base === 'es' ? '' : '(' };
}

/** By how deep a list of bullets stands in others. */
export const BULLETS = ['•', '–', '▪'] as const;

/** The marker of a list's item by its number, from 1: (a) ... (z), (aa), (bb), as Word counts. */
export function markerOf(kind: ListKind, number: number, depth: number, language: string): string {
  if (kind === 'bullets') return BULLETS[depth % BULLETS.length]!;
  return kind === 'numbers' ? numberMarker(number, language) : listMarker(number - 1, language);
}

/** The number of a list's item as printed. */
export const numberMarker = (number: number | string, language: string) =>
  lettering(language).abjad ? `${number}-` : `${number}.`;

/** The marker of the list's nth lettered item, from 0. */
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
