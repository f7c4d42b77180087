import { DateTime } from 'luxon';
import { addDays, type Day } from '../../platform/i18n/day.js';

/*
 * On which days a rule concerns somebody. Pure: `now`, `today` and zones are arguments (IANA names). Counted in
 * calendar days, never in stretches of 24 hours, so that a change of the clocks moves nothing.
 */

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

/** The day a before-due or after-due rule speaks about something due on `due`. */
export const stepDay = (rule: Pick<DueRule, 'kind' | 'days'>, due: Day): Day =>
  addDays(due, rule.kind === 'before-due' ? -rule.days : rule.days);

/**
 * The due days a rule asks about today, earliest first: the one whose step (the day a reminder falls on, see `stepDay`)
 * is today, and those whose step was missed in the last CATCH_UP_DAYS. Never one whose step was before the rule began.
 * `today` is the person's.
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
