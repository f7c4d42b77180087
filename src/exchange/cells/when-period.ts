import type { Day } from '../../platform/i18n/day.js';
import { type When, when } from '../../plans/items/when.js';
import { FILLERS, HALF, MONTHS, ORDINALS, QUARTER } from '../words/when-words.data.js';

/** How a day written in figures is to be read: 12/03 is 12 March, or 3 December; null when nobody has said. */
export const DAY_ORDERS = ['day-first', 'month-first'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number] | null;

export const AMBIGUOUS = 'ambiguous';
type Period = When | typeof AMBIGUOUS | null;

/** Of this calendar: 1447 and 2569 are years of others. */
const YEAR = '((?:19|20|21)[0-9]{2})';
const monthNumber = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1])));
const byLength = [...monthNumber.keys()].sort((a, b) => b.length - a.length);
const MONTH_NAME = new RegExp(`(?<!\\p{L})(${byLength.join('|')})(?!\\p{L})\\.?`, 'gu');
const QUARTER_NAME = new RegExp(`(?<!\\p{L})(?:${QUARTER.join('|')})\\.?(?!\\p{L})`, 'gu');
const HALF_NAME = new RegExp(`(?<!\\p{L})(?:${HALF.join('|')})\\.?(?!\\p{L})`, 'gu');

/** Folded text with months as `@3`, quarters as `q`, half-years as `h`, ordinals as figures, and no fillers. */
export function reduce(folded: string): string {
  return folded
    .replace(MONTH_NAME, (_, name: string) => `@${monthNumber.get(name)}`)
    .replace(/(?<!\p{L})[dl]'/gu, '')
    .replace(/\bhalf[ -]year\b/g, 'h')
    .replace(/(\p{L})-(?=[\d@])/gu, '$1 ')
    .replace(/(@\d+)-(?=\d{4})/g, '$1 ')
    .replace(/(\d)\.?(?:er|o) (?=q|h|t|s)/g, '$1 ')
    .replace(/[,\u060c]/g, ' ')
    .replace(QUARTER_NAME, 'q')
    .replace(HALF_NAME, 'h')
    .split(/\s+/)
    .map(ordinal)
    .filter(
      (word, index) => word !== '' && !FILLERS.has(word.replace(/\.$/, '')) && !(index > 0 && word === 'من'),
    )
    .join(' ');
}

function ordinal(word: string): string {
  const plain = word.replace(/\.$/, '');
  return Object.hasOwn(ORDINALS, plain) ? ORDINALS[plain]! : word;
}

type PeriodParser = (parts: string[], order: DayOrder) => Period;
const readers: readonly [RegExp, PeriodParser][] = [
  [pattern('Y[-/.](\\d{1,2})[-/.](\\d{1,2})'), ([y, m, d]) => dayOf(y!, m!, d!)],
  [pattern('Y[-/.](\\d{1,2})'), ([y, m]) => monthOf(y!, m!)],
  [pattern('(\\d{1,2})[-/.]Y'), ([m, y]) => monthOf(y!, m!)],
  [pattern('(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})'), inFigures],
  [
    pattern('(\\d{1,2})(?:st|nd|rd|th|er)?[ -]?@(\\d+)[ -]?(\\d{4}|\\d{2})'),
    ([d, m, y]) => dayOf(y!, m!, d!),
  ],
  [pattern('@(\\d+) (\\d{1,2})(?:st|nd|rd|th)? Y'), ([m, d, y]) => dayOf(y!, m!, d!)],
  [pattern('@(\\d+)[ /-]?Y'), ([m, y]) => monthOf(y!, m!)],
  [pattern('Y[ /-]?@(\\d+)'), ([y, m]) => monthOf(y!, m!)],
  [/^@(\d+)[ -]'?(\d{2})$/, ([m, y]) => monthOf(y!, m!)],
  [pattern('q ?([1-4])[ /-]*Y'), ([q, y]) => partOf('quarter', y!, q!)],
  [pattern('([1-4]) ?q[ /-]*Y'), ([q, y]) => partOf('quarter', y!, q!)],
  [pattern('Y[ /-]*q ?([1-4])'), ([y, q]) => partOf('quarter', y!, q!)],
  [pattern('h ?([12])[ /-]*Y'), ([h, y]) => partOf('half-year', y!, h!)],
  [pattern('([12]) ?h[ /-]*Y'), ([h, y]) => partOf('half-year', y!, h!)],
  [pattern('Y[ /-]*h ?([12])'), ([y, h]) => partOf('half-year', y!, h!)],
  [pattern('Y'), ([y]) => when('year', `${y}-01-01`)],
];

/** One period in reduced text: a day, month, quarter, half-year or year. Null when it is none. */
export function readPeriod(reduced: string, order: DayOrder): Period {
  for (const [form, read] of readers) {
    const match = form.exec(reduced);
    const period = match && read(match.slice(1), order);
    if (period) return period;
  }
  return null;
}

function pattern(text: string): RegExp {
  return new RegExp(`^${text.replace('Y', YEAR)}$`);
}

function inFigures([first, , second, year]: string[], order: DayOrder): Period {
  const [one, two] = [Number(first), Number(second)];
  if (one > 12 || one === two) return dayOf(year!, second!, first!);
  if (two > 12) return dayOf(year!, first!, second!);
  if (order === null) return AMBIGUOUS;
  return order === 'day-first' ? dayOf(year!, second!, first!) : dayOf(year!, first!, second!);
}

function dayOf(year: string, month: string, day: string): Period {
  const text: Day = `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real =
    /^(?:19|20|21)/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text);
  return real ? when('day', text) : null;
}

function monthOf(year: string, month: string): Period {
  const number = Number(month);
  return number >= 1 && number <= 12 ? when('month', `${fullYear(year)}-${month.padStart(2, '0')}-01`) : null;
}

function partOf(precision: 'quarter' | 'half-year', year: string, part: string): Period {
  const month = (Number(part) - 1) * (precision === 'quarter' ? 3 : 6) + 1;
  return when(precision, `${year}-${String(month).padStart(2, '0')}-01`);
}

/** Plans speak of this century; a year in two figures is one of it. */
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);
