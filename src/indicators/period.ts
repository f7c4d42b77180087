import { westernDigits } from '../platform/i18n/western-digits.js';
import type { Day } from '../platform/i18n/day.js';
import { when } from '../plans/items/when.js';

/** What a reading speaks about: a period with both its days, no more precise than its source. */
export interface Period {
  precision: 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'range';
  start: Day;
  /** Last day. */
  end: Day;
}

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

const two = (number: string) => number.padStart(2, '0');
const monthOf = (part: string, length: number) => String((Number(part) - 1) * length + 1);

/** How one period may be written; each gives its precision and a day inside it. */
const FORMS: [form: RegExp, period: (match: string[]) => [Period['precision'], Day] | null][] = [
  [/^(\d{4})$/, ([, year]) => ['year', `${year}-01-01`]],
  [/^(\d{4})[ -]?[QT]([1-4])$/i, ([, year, part]) => ['quarter', `${year}-${two(monthOf(part!, 3))}-01`]],
  [/^[QT]([1-4])[ /-]?(\d{4})$/i, ([, part, year]) => ['quarter', `${year}-${two(monthOf(part!, 3))}-01`]],
  [/^(\d{4})[ -]?[HS]([12])$/i, ([, year, part]) => ['half-year', `${year}-${two(monthOf(part!, 6))}-01`]],
  [/^[HS]([12])[ /-]?(\d{4})$/i, ([, part, year]) => ['half-year', `${year}-${two(monthOf(part!, 6))}-01`]],
  [/^(\d{4})-(\d{1,2})$/, ([, year, month]) => ['month', `${year}-${two(month!)}-01`]],
  [/^(\d{1,2})[/.](\d{4})$/, ([, month, year]) => ['month', `${year}-${two(month!)}-01`]],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([, year, month, day]) => ['day', `${year}-${two(month!)}-${two(day!)}`]],
  [/^(\d{1,2})([/.])(\d{1,2})\2(\d{4})$/, ([, a, , b, year]) => dayOf(a!, b!, year!)],
];

/** 30/06/2025 and 06/30/2025 are the same day; 05/06/2025 could be two, and is none. */
function dayOf(a: string, b: string, year: string): ['day', Day] | null {
  if (Number(a) > 12) return ['day', `${year}-${two(b)}-${two(a)}`];
  if (Number(b) > 12 || a === b) return ['day', `${year}-${two(a)}-${two(b)}`];
  return null;
}

/**
 * Reads a period as people write it: `2025`, `2025-Q2`, `T2 2025`, `H1 2025`, `2025-06`, `06/2025`, `2025-06-30`,
 * or two of them with a stroke or a dash between. Null when it is none of these, or could be two.
 */
export function readPeriod(typed: string): Period | null {
  const text = westernDigits(typed).trim().replace(/\s+/g, ' ');
  return onePeriod(text) ?? twoPeriods(text);
}

function onePeriod(text: string): Period | null {
  for (const [form, period] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const [precision, day] = period(match) ?? [];
    if (!precision || !isDay(day!)) continue;
    const { start, end } = when(precision, day!);
    return { precision, start: start!, end: end! };
  }
  return null;
}

function twoPeriods(text: string): Period | null {
  const [, from = '', until = ''] =
    /^(\d{4})-(\d{4})$/.exec(text) ?? /^(.+?) ?(?:\/|–|—|\.\.| - ) ?(.+)$/.exec(text) ?? [];
  const [first, last] = [onePeriod(from), onePeriod(until)];
  if (!first || !last || last.start < first.start) return null;
  return { precision: 'range', start: first.start, end: last.end };
}

function isDay(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** A period in the short form that `readPeriod` reads back: `2025-Q2`, `2024-07-01/2025-06-30`. */
export function periodText({ precision, start, end }: Period): string {
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  switch (precision) {
    case 'year':
      return year;
    case 'half-year':
      return `${year}-H${Math.ceil(month / 6)}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return start.slice(0, 7);
    case 'day':
      return start;
    case 'range':
      return `${start}/${end}`;
  }
}

const YEAR_MS = 365.2425 * 86_400_000;

/** Where the middle of a period stands on a line of years on which a whole number is the middle of its year. */
export function placeInYears({ start, end }: Period): number {
  const days = [start, end].map((day, index) => Date.parse(`${day}T00:00:00Z`) + index * 86_400_000);
  const middle = (days[0]! + days[1]!) / 2;
  const year = new Date(middle).getUTCFullYear();
  const place = year + (middle - Date.UTC(year, 0, 1)) / YEAR_MS - 0.5;
  return Math.round(place * 1000) / 1000;
}
