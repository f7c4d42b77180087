import type { Day } from '../../platform/i18n/day.js';
import { hasEnded, holdsOn } from '../../mechanisms/mechanism/period.js';
import { Priority } from './priority.entity.js';

/** A priority, and whether it holds today. */
export type PriorityWithStatus = Priority & { standing: 'current' | 'coming' | 'past' };
/** Where a priority's term stands on a day. */
export function standingOf(
  priority: Pick<Priority, 'fromDay' | 'untilDay'>,
  today: Day,
): PriorityWithStatus['standing'] {
  if (hasEnded(priority, today)) return 'past';
  return holdsOn(priority, today) ? 'current' : 'coming';
}
