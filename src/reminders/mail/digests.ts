import { addDays, type Day } from '../../platform/i18n/day.js';
import { MORNING_HOUR } from '../rules/schedule.js';
import { workingDayFrom } from '../rules/working-days.js';

/** When something is ready to be said to a person: their own day, and the minute of it. */
export interface ReadyDelivery {
  day: Day;
  minute: number;
}

const MORNING = MORNING_HOUR * 60;

/**
 * On which days one person's reminders go out: each day has one message, which leaves on a working day from the
 * morning on, as soon as there is anything for it. What is ready only after it has left goes into the next.
 */
export function digestDays<T extends ReadyDelivery>(
  things: readonly T[],
  region: string | null,
): Map<Day, T[]> {
  const digests = new Map<Day, T[]>();
  let waiting = things.map((thing) => ({ thing, ...departure(thing, region) }));
  while (waiting.length > 0) {
    const day = waiting.map((one) => one.day).sort()[0]!;
    const today = waiting.filter((one) => one.day === day);
    const leaves = Math.min(...today.map((one) => one.minute));
    const aboard = today.filter((one) => one.minute === leaves);
    digests.set(
      day,
      aboard.map(({ thing }) => thing),
    );
    const next = { day: workingDayFrom(addDays(day, 1), region), minute: MORNING };
    const missed = today.filter((one) => one.minute > leaves).map(({ thing }) => ({ thing, ...next }));
    waiting = [...waiting.filter((one) => one.day !== day), ...missed];
  }
  return digests;
}

function departure({ day, minute }: ReadyDelivery, region: string | null): ReadyDelivery {
  const working = workingDayFrom(day, region);
  return { day: working, minute: working === day ? Math.max(minute, MORNING) : MORNING };
}
