import { dayIn } from '../platform/i18n/dates.js';
import { addDays, type Day } from '../platform/i18n/day.js';

/*
 * When a step's term is over, and when its owner is reminded. Pure: `now` and zones are arguments. Terms and reminders
 * count calendar days, so that a change of the clocks moves nothing.
 */

/** So many days after they were asked, people are reminded: three times at most. */
export const REMIND_AFTER_DAYS = [3, 7, 14] as const;

/** The last day of a step's term, in the mechanism's zone; null when it has none. */
export const lastDay = (since: Date, days: number | null, zone: string): Day | null =>
  days === null ? null : addDays(dayIn(zone, since), days);

/** Whether the term is over: its last day has ended. What has no term never is. */
export function isOver(since: Date, days: number | null, zone: string, now: Date): boolean {
  const last = lastDay(since, days, zone);
  return last !== null && dayIn(zone, now) > last;
}

/**
 * The number of the reminder that is due for somebody who was asked at `askedAt`, by the day it is for them; 0 when
 * none is. Of several that were missed it is the last: nobody gets three at once.
 */
export function reminderDue(askedAt: Date, zone: string, now: Date): number {
  const [asked, today] = [dayIn(zone, askedAt), dayIn(zone, now)];
  return REMIND_AFTER_DAYS.filter((days) => addDays(asked, days) <= today).length;
}
