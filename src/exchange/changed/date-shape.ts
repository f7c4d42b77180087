import { fold } from '../../platform/i18n/fold.js';
import { monthNamed } from './months.js';

/** The figures of a date as a spreadsheet shows it; which of the first two was written first, nobody knows. */
export interface DateFigures {
  one: number;
  other: number;
  /** Null where no year is shown. */
  year: number | null;
}

type Shape = readonly [RegExp, (...parts: string[]) => DateFigures | null];
const NAME = '(\\p{L}+)\\.?';

const SHAPES: readonly Shape[] = [
  // "10-Jul", "01-févr.", "10 июл"
  [new RegExp(`^(\\d{1,2})[-/. ]${NAME}$`, 'u'), (day, name) => named(day, name, null)],
  // "1-Feb-03", "1 févr. 2003"
  [
    new RegExp(`^(\\d{1,2})[-/. ]${NAME}[-/. ](\\d{4}|\\d{2})$`, 'u'),
    (day, name, year) => named(day, name, year),
  ],
  // "Jan-32": written as 1-32, or as 32-1.
  [new RegExp(`^${NAME}[-/.](\\d{2})$`, 'u'), (name, year) => named(year, name, null, 99)],
  // "1/2/2026", "01.02.2026"; with two figures for the year only between slashes, since 1.2.26 is a code.
  [
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: 0{1,2}:00(?::00)?)?$/,
    (one, _, other, year) => inFigures(one, other, year),
  ],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{2})$/, (one, other, year) => inFigures(one, other, year)],
  [
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ t]0{1,2}:00(?::00)?)?$/,
    (year, _, month, day) => inFigures(day, month, year),
  ],
  // "7月10日"
  [/^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/, (year, month, day) => inFigures(day, month, year ?? null)],
];

/** What looks like a date that a spreadsheet made; null when it does not. */
export function dateFigures(text: string): DateFigures | null {
  const folded = fold(text);
  if (folded.length > 30 || !/\d/.test(folded)) return null;
  for (const [shape, read] of SHAPES) {
    const match = shape.exec(folded);
    const found = match && read(...match.slice(1));
    if (found) return found;
  }
  return null;
}

function named(figure: string, name: string, year: string | null, most = 31): DateFigures | null {
  const month = monthNamed(name);
  const one = Number(figure);
  if (month === undefined || one < 1 || one > most) return null;
  return { one, other: month, year: year === null ? null : fullYear(year) };
}

function inFigures(first: string, second: string, year: string | null): DateFigures | null {
  const [one, other] = [Number(first), Number(second)];
  const full = year === null ? null : fullYear(year);
  const isDay = one >= 1 && other >= 1 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31;
  return isDay && (full === null || (full >= 1900 && full < 2100)) ? { one, other, year: full } : null;
}

/** As spreadsheets do: 29 is 2029, 30 is 1930. */
const fullYear = (text: string) =>
  text.length === 2 ? Number(text) + (Number(text) < 30 ? 2000 : 1900) : Number(text);

/** Years in which a spreadsheet adds its own to two figures; other years were figures themselves. */
const TYPED_IN = { first: 2013, last: 2060 };

/**
 * The figures that may have been written, each in both orders: two where the year was added, three where it was one of
 * them (1.2.3 became 1 February 2003). `threeParts`: the codes beside it have three.
 */
export function figuresBehind({ one, other, year }: DateFigures, threeParts = false): string[][] {
  const two = unique([
    [one, other],
    [other, one],
  ]);
  const short =
    year === null ? null : year >= 2000 && year < 2030 ? year - 2000 : year < 2000 ? year - 1900 : null;
  if (year === null || short === null) return two;
  const three = unique([
    [one, other, short],
    [other, one, short],
  ]);
  const added = year >= TYPED_IN.first && year <= TYPED_IN.last;
  if (!added) return three;
  return threeParts ? [...three, ...two] : two;
}

const unique = (all: readonly (readonly number[])[]): string[][] => [
  ...new Map(all.map((figures) => [figures.join(), figures.map(String)])).values(),
];

/** Days since the end of 1899, as a spreadsheet keeps a date that was then formatted as text: 2010 to 2040. */
export function serialFigures(text: string): DateFigures | null {
  const days = /^\d{5}$/.test(text) ? Number(text) : 0;
  if (days < 40_179 || days > 51_501) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  return { one: day.getUTCDate(), other: day.getUTCMonth() + 1, year: null };
}
