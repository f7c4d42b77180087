import type { Day } from '../../platform/i18n/day.js';

export const PRECISIONS = [
  'none',
  'day',
  'month',
  'quarter',
  'half-year',
  'year',
  'range',
  'recurring',
  'open-ended',
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** When something is planned for, no more precisely than the plan says. */
export interface When {
  precision: Precision;
  start: Day | null;
  /** Last day of the period. */
  end: Day | null;
  text: string | null;
}

export const NO_DATE: When = { precision: 'none', start: null, end: null, text: null };

/** Months in the periods that have a fixed length and begin on their own boundaries. */
const PERIOD_MONTHS: Partial<Record<Precision, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/**
 * Makes a When of a precision and a day inside the period meant: `('quarter', '2025-08-20')` is July to
 * September 2025. A range takes both days; a recurring or open-ended one what it has.
 */
export function when(
  precision: Precision,
  start: Day | null,
  end: Day | null = null,
  text: string | null = null,
): When {
  const months = PERIOD_MONTHS[precision];
  if (precision === 'none') return { ...NO_DATE, text };
  if (precision === 'day') return { precision, start, end: start, text };
  if (months === undefined || start === null) return { precision, start, end, text };
  const year = Number(start.slice(0, 4));
  const first = Math.floor((Number(start.slice(5, 7)) - 1) / months) * months;
  return { precision, start: dayOf(year, first, 1), end: dayOf(year, first + months, 0), text };
}

/** The days that a precision needs and has not, and an end before its start: field and key of the message. */
export function whenProblems({ precision, start, end, text }: When): ['start' | 'end', string][] {
  const problems: ['start' | 'end', string][] = [];
  // "Ongoing" names no day to begin with.
  const ongoing = precision === 'open-ended' && Boolean(text);
  const free = precision === 'none' || precision === 'recurring' || ongoing;
  if (!free && !start) problems.push(['start', 'error.required']);
  if (precision === 'range' && !end) problems.push(['end', 'error.required']);
  if (start && end && end < start) problems.push(['end', 'error.endsBeforeStart']);
  return problems;
}

const dayOf = (year: number, month: number, day: number): Day =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
