import { DateTime } from 'luxon';
import { addDays, type Day } from '../../platform/i18n/day.js';

/*
 * When a rule concerns somebody. Pure: `now`, `today` and zones are arguments (IANA names). A rule counts in
 * calendar days or in wall time, never in stretches of 24 hours, so that a change of the clocks moves nothing.
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

/** A rule that counts days from an item's due day. */
export interface DueRule {
  kind: 'before-due' | 'after-due';
  days: number;
  /** The day the rule began to hold; steps before it are never made up. */
  since: Day;
}

/**
 * How many days later a missed step is still made up: a long week-end without a worker. Later than that the
 * step is let go; a reminder that comes weeks after its day only puzzles.
 */
export const CATCH_UP_DAYS = 3;

/** A message reaches a person from this hour of their own day on. */
export const MORNING_HOUR = 8;

/** An entry that ends this many days before the due day still speaks about it. */
const NEAR_DAYS = 31;

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

/** The day a before-due or after-due rule speaks about something due on `due`. */
export const stepDay = (rule: Pick<DueRule, 'kind' | 'days'>, due: Day): Day =>
  addDays(due, rule.kind === 'before-due' ? -rule.days : rule.days);

/**
 * The due days a rule concerns today, earliest first: the one whose step is today, and those whose step was
 * missed in the last CATCH_UP_DAYS. Never one whose step was before the rule began. `today` is the person's.
 */
export function dueDays(rule: DueRule, today: Day): Day[] {
  const shift = rule.kind === 'before-due' ? rule.days : -rule.days;
  const steps = Array.from({ length: CATCH_UP_DAYS + 1 }, (_, index) =>
    addDays(today, index - CATCH_UP_DAYS),
  );
  return steps.filter((step) => step >= rule.since).map((step) => addDays(step, shift));
}

/**
 * From which day on an entry's last day makes it an answer to a due day: it reaches into the month before the
 * due day, and into the item's own period when that is shorter. A report for January does not answer for a line
 * that is planned for the whole year; the one for November does.
 */
export function answeredFrom(due: Day, itemStart: Day | null): Day {
  const near = addDays(due, -NEAR_DAYS);
  return itemStart !== null && itemStart > near && itemStart <= due ? itemStart : near;
}

/** Whether the person's day has begun. */
export const isMorning = (zone: string, now: Date) => DateTime.fromJSDate(now, { zone }).hour >= MORNING_HOUR;

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
 * A wall time as a moment. One that the clocks skip comes as much later as they skip; of one that comes twice
 * it is the first: luxon picks either, depending on the zone.
 */
function momentOf(day: DateTime, time: string, zone: string): Date {
  const [hour, minute] = time.split(':').map(Number);
  const { year, month, day: date } = day;
  const moment = DateTime.fromObject({ year, month, day: date, hour, minute }, { zone });
  return new Date(Math.min(...moment.getPossibleOffsets().map((possible) => possible.toMillis())));
}
