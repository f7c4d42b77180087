import type { When } from '../../plans/items/when.js';
import { whenLabel } from '../../plans/plan/labels.js';
import { formatDay } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { CellLanguage } from '../cell-language.js';
import { OWN_WORDS } from '../words/when-words.data.js';
import { type DayOrder, parseWhen } from './when-text.js';

/** A When as text that `parseWhen` reads back to the same, whatever the order of days; empty when there is none. */
export function formatWhen(value: When, language: CellLanguage): string {
  const { text } = value;
  if (value.precision === 'none' && text === null) return '';
  if (text !== null && readsBack(text, value)) return text;
  const plain = { ...value, text: null };
  const [friendly, machine] = [plainText(plain, language), machineText(plain)];
  const wrap = (head: string) => (text === null ? head : `${head} (${text})`);
  return readsBack(friendly, plain) && readsBack(wrap(friendly), value) ? wrap(friendly) : wrap(machine);
}

/** The same as a page shows it: "30 June 2027", « 2.º semestre de 2026 ». */
export function spelledWhen(value: When, language: CellLanguage): string {
  if (value.precision === 'range' && isOfYears(value.start!, value.end)) return formatWhen(value, language);
  const label = whenLabel(value, translator(language), language, (day) => formatDay(day, language));
  return readsBack(label, value) ? label : formatWhen(value, language);
}

function plainText({ precision, start, end }: When, language: CellLanguage): string {
  const word = (of: keyof typeof OWN_WORDS) => OWN_WORDS[of][language];
  if (start === null) return precision in OWN_WORDS ? word(precision as 'none') : '';
  const [year, month] = [start.slice(0, 4), Number(start.slice(5, 7))];
  switch (precision) {
    case 'day':
      return start;
    case 'month':
      return start.slice(0, 7);
    case 'quarter':
      return `Q${Math.ceil(month / 3)} ${year}`;
    case 'half-year':
      return `H${month < 7 ? 1 : 2} ${year}`;
    case 'year':
      return year;
    case 'range':
      return rangeText(start, end);
    case 'open-ended':
      return `${word('from')} ${start}`;
    default:
      return '';
  }
}

const isOfYears = (start: Day, end: Day | null) =>
  start.endsWith('-01-01') && end !== null && end.endsWith('-12-31');

function rangeText(start: Day, end: Day | null): string {
  return isOfYears(start, end) ? `${start.slice(0, 4)}–${end!.slice(0, 4)}` : `${start} – ${end}`;
}

const machineText = ({ precision, start, end }: When) => `${precision}: ${start ?? ''}/${end ?? ''}`;

const ORDERS: readonly DayOrder[] = [null, 'day-first', 'month-first'];

function readsBack(text: string, value: When): boolean {
  return text !== '' && ORDERS.every((order) => same(parseWhen(text, order).when, value));
}

export const same = (a: When, b: When) =>
  a.precision === b.precision && a.start === b.start && a.end === b.end && a.text === b.text;
