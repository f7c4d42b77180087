import { dayIn } from '../../platform/i18n/dates.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import type { ReminderRule } from '../reminder.entity.js';
import { stepDay } from '../rules/schedule.js';
import { nextOccurrence } from '../rules/recurrence.js';

/** How long "not this time" lasts where no rule says when the next time is: about a quarter. */
const QUIET_DAYS = 90;

/**
 * The first day on which somebody who said "not this time" may be asked again: the next occurrence of a periodic
 * rule; without one, the day after the last step that hangs on the current due day.
 */
export function snoozeEnd(rules: readonly ReminderRule[], due: Day | null, zone: string, now: Date): Day {
  const today = dayIn(zone, now);
  const [next] = rules
    .flatMap((rule) =>
      rule.kind === 'periodic' ? [dayIn(zone, nextOccurrence(rule.recurrence!, zone, now))] : [],
    )
    .sort();
  if (next) return next;
  const steps =
    due === null
      ? []
      : rules.flatMap(({ kind, days }) =>
          kind === 'periodic' ? [] : [stepDay({ kind, days: days ?? 0 }, due)],
        );
  const last = steps
    .concat(due ?? [])
    .sort()
    .at(-1);
  return last && last >= today ? addDays(last, 1) : addDays(today, QUIET_DAYS);
}
