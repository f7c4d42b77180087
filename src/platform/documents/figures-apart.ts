import type { Direction } from './document.js';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
// A figure with what belongs to it: 2024–2025, 12.5%, 3.2(a), 5-b, 1 940. What begins with Latin letters runs their way already.
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)/.source;
const FIGURE = new RegExp(
  `(?<![A-Za-z\\d.,/–\\u2066-])(?:${THOUSANDS}|\\d)(?:${THOUSANDS}|[\\dA-Za-z.,:/–-])*(?:\\s?\\([A-Za-z\\d]{1,3}\\))*\\s?%?`,
  'g',
);

const ISOLATES: readonly [open: string, close: string] = ['\u2066', '\u2069'];

/**
 * Keeps together, from left to right, figures that a text running from right to left would turn round: the rule by which
 * text is laid out (UAX #9) shows 2024–2025 there as 2025–2024, and 3.2(a) as (a)3.2.
 */
export function isolateFigures(text: string, direction: Direction, [open, close] = ISOLATES): string {
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return text;
  return text.replace(FIGURE, (found) => {
    const figure = found.replace(/[\s.,:/–-]+$/, '');
    return /[^\d.,:/]/.test(figure) ? `${open}${figure}${close}${found.slice(figure.length)}` : found;
  });
}

const LETTERS = /[A-Z]{1,6}(?:\.[A-Z0-9]+)*/.source;
const SYMBOL = new RegExp(`(?<![\\w/.-])${LETTERS}(?:/[A-Z0-9]+(?:[.-][A-Z0-9]+)*)+(?![\\w/])`, 'g');
/** A longer one would not fit into the column of a table. */
const LONGEST_SYMBOL = 20;

/** Keeps symbols of documents together, which lines would break at a stroke: A/RES/73/195. */
export function isolateSymbols(text: string, [open, close]: readonly [string, string]): string {
  if (!text.includes('/')) return text;
  return text.replace(SYMBOL, (found) =>
    /\d/.test(found) && found.length <= LONGEST_SYMBOL ? open + found + close : found,
  );
}
