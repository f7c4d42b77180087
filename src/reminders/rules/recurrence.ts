import { DateTime } from 'luxon';
import type { Day } from '../../platform/i18n/day.js';

/*
 * When a periodic rule comes round. Pure: `now` and zones are arguments (IANA names). Counted in wall time, never in
 * stretches of 24 hours, so that a change of the clocks moves nothing.
 */

export const PERIODS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
export type Period = (typeof PERIODS)[number];

export const NTHS = [1, 2, 3, 4, 'last'] as const;
export type Nth = (typeof NTHS)[number];

/** "Every first Monday of the quarter, 09:00", in wall time of the mechanism's zone. */
export interface Recurrence {
  every: Period;
  /** Which of the period's such weekdays; a week has only one, so it is ignored there. */
  nth: Nth;
  /** ISO: Monday is 1, Sunday 7. */
  weekday: number;
  /** `HH:MM` */
  time: string;
}

const MONTHS: Record<Exclude<Period, 'week'>, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The latest occurrence at or before `now`. */
export function lastOccurrence(recurrence: Recurrence, zone: string, now: Date): Date {
  return around(recurrence, zone, now).findLast((occurrence) => occurrence <= now)!;
}

/** The earliest occurrence after `now`. */
export function nextOccurrence(recurrence: Recurrence, zone: string, now: Date): Date {
  return around(recurrence, zone, now).find((occurrence) => occurrence > now)!;
}

/** The occurrences after `from`, until `until` (included). */
export function occurrencesBetween(recurrence: Recurrence, zone: string, from: Date, until: Date): Date[] {
  const found: Date[] = [];
  for (
    let next = nextOccurrence(recurrence, zone, from);
    next <= until;
    next = nextOccurrence(recurrence, zone, next)
  ) {
    found.push(next);
  }
  return found;
}

/** The day of the occurrence before the one on `day`. */
export function previousOccurrenceDay(recurrence: Recurrence, zone: string, day: Day): Day {
  const midnight = DateTime.fromISO(day, { zone }).startOf('day').toMillis();
  const previous = lastOccurrence(recurrence, zone, new Date(midnight - 1));
  return DateTime.fromJSDate(previous, { zone }).toISODate()!;
}

/** The occurrences of the period `now` is in and of those next to it, ascending: two before, one after. */
function around(recurrence: Recurrence, zone: string, now: Date): Date[] {
  const today = DateTime.fromJSDate(now, { zone });
  // Days are counted in UTC, where each has 24 hours.
  const date = DateTime.utc(today.year, today.month, today.day);
  return [-2, -1, 0, 1, 2].map((offset) => {
    const start = periodStart(recurrence.every, date, offset);
    return momentOf(dayWithin(recurrence, start), recurrence.time, zone);
  });
}

function periodStart(every: Period, date: DateTime, offset: number): DateTime {
  if (every === 'week') return date.startOf('week').plus({ weeks: offset });
  const months = MONTHS[every];
  const first = Math.floor((date.month - 1) / months) * months + 1;
  return DateTime.utc(date.year, first, 1).plus({ months: months * offset });
}

function dayWithin({ every, nth, weekday }: Recurrence, start: DateTime): DateTime {
  const first = start.plus({ days: (weekday - start.weekday + 7) % 7 });
  if (every === 'week') return first;
  if (nth !== 'last') return first.plus({ weeks: nth - 1 });
  const end = start.plus({ months: MONTHS[every] }).minus({ days: 1 });
  return end.minus({ days: (end.weekday - weekday + 7) % 7 });
}

/**
 * A wall time as a moment. When the clocks skip it, it comes as much later as they skip. When they go back and it
 * comes twice, it is the first of the two: luxon would pick either, depending on the zone.
 */
function momentOf(day: DateTime, time: string, zone: string): Date {
  const [hour, minute] = time.split(':').map(Number);
  const { year, month, day: date } = day;
  const moment = DateTime.fromObject({ year, month, day: date, hour, minute }, { zone });
  return new Date(Math.min(...moment.getPossibleOffsets().map((possible) => possible.toMillis())));
}
