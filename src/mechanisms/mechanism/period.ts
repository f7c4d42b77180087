import type { Day } from '../../platform/i18n/day.js';

/** From a day until a day, both included; null where the day is not known or there is none. */
export interface Period {
  fromDay: Day | null;
  untilDay: Day | null;
}

export const holdsOn = ({ fromDay, untilDay }: Period, day: Day): boolean =>
  (fromDay === null || fromDay <= day) && (untilDay === null || untilDay >= day);

export const overlap = (a: Period, b: Period): boolean => startsBy(a, b.untilDay) && startsBy(b, a.untilDay);

export const hasEnded = ({ untilDay }: Period, day: Day): boolean => untilDay !== null && untilDay < day;

const startsBy = ({ fromDay }: Period, day: Day | null): boolean =>
  fromDay === null || day === null || fromDay <= day;
