import { dayIn } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';

/** When a role is held: whole days where the mechanism is, and the moment it was ended, if it was ended at one. */
export interface SeatPeriod {
  fromDay: Day;
  /** Last day; null while open. */
  untilDay: Day | null;
  endedAt: Date | null;
}

/** A period with the zone its days are days of. */
export interface ZonedPeriod extends SeatPeriod {
  mechanism: { zone: string } | null;
}

/** Whether it holds at a moment, by the days of a zone. */
export const holdsIn = (period: SeatPeriod, zone: string, now: Date): boolean =>
  !isOverIn(period, zone, now) && period.fromDay <= dayIn(zone, now);

/** Whether it holds at a moment no more, and never will again. */
export const isOverIn = ({ untilDay, endedAt }: SeatPeriod, zone: string, now: Date): boolean =>
  (endedAt !== null && endedAt <= now) || (untilDay !== null && untilDay < dayIn(zone, now));

/** Whether a role holds now. A role's days are those of its mechanism: nothing a person sets about themselves counts. */
export const holdsNow = (grant: ZonedPeriod, now: Date): boolean => holdsIn(grant, zoneOf(grant), now);

/** Whether a role has ended. */
export const isOver = (grant: ZonedPeriod, now: Date): boolean => isOverIn(grant, zoneOf(grant), now);

/** Whether one of the days of one is a day of the other. */
export const meet = (one: Omit<SeatPeriod, 'endedAt'>, other: Omit<SeatPeriod, 'endedAt'>): boolean =>
  (one.untilDay === null || other.fromDay <= one.untilDay) &&
  (other.untilDay === null || one.fromDay <= other.untilDay) &&
  isDayLong(one) &&
  isDayLong(other);

/** One that ends before it begins was taken back. */
const isDayLong = ({ fromDay, untilDay }: Omit<SeatPeriod, 'endedAt'>) =>
  untilDay === null || untilDay >= fromDay;

function zoneOf({ mechanism }: ZonedPeriod): string {
  // A guess would let somebody in or out by the wrong day.
  if (mechanism === undefined) throw new Error('a role is judged without its mechanism');
  return mechanism?.zone ?? 'UTC';
}
