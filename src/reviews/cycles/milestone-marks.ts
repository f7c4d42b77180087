import type { CommissionCode } from '../../mechanisms/registry/registry.data.js';
import type { DayMark } from '../../platform/web/pictures/day-marks.js';
import { milestoneName } from './cycle-words.js';
import type { ReviewCycle } from './review-cycles.js';

/** The milestones of the cycles that concern a mechanism: those of the world, and those of its own commissions. */
export function milestoneMarks(
  cycles: readonly ReviewCycle[],
  commissions: readonly CommissionCode[],
): DayMark[] {
  return cycles.flatMap((cycle) =>
    cycle.milestones.flatMap((milestone) => {
      const { key, when, commission } = milestone;
      // A year would stand in each of its months.
      if (when === null || when.precision === 'year') return [];
      if (commission && !commissions.includes(commission)) return [];
      return [
        {
          from: when.start,
          until: when.end,
          text: milestoneName(milestone),
          href: `/review-cycles/${cycle.id}#${key}`,
          exact: when.precision === 'day',
        },
      ];
    }),
  );
}
