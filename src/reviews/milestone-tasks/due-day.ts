import { addDays, type Day } from '../../platform/i18n/day.js';
import type { Milestone } from '../cycles/review-cycles.js';
import type { MilestoneTask } from './milestone-task.entity.js';

export interface Due {
  day: Day;
  /** Whether it is that day; else the earliest it can be, as the milestone is known by its month or year. */
  exact: boolean;
}

/** By when a task is to be done, as its milestone stands; null where nobody said, or the milestone has no day yet. */
export function dueOf(
  { dueDay, daysBefore }: Pick<MilestoneTask, 'dueDay' | 'daysBefore'>,
  milestone: Pick<Milestone, 'when'> | undefined,
): Due | null {
  if (dueDay !== null) return { day: dueDay, exact: true };
  const when = milestone?.when;
  if (daysBefore === null || !when) return null;
  return { day: addDays(when.start, -daysBefore), exact: when.precision === 'day' };
}
