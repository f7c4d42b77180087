import type { CommissionCode } from '../../mechanisms/registry/registry.data.js';
import type { DayMark } from '../../platform/web/pictures/day-marks.js';
import { reviewCycles } from './review-cycles.data.js';

/** The milestones of the cycles that concern a mechanism: those of the world, and those of its own commissions. */
export function milestoneMarks(commissions: readonly CommissionCode[]): DayMark[] {
  return reviewCycles.flatMap((cycle) =>
    cycle.milestones.flatMap(({ when, text, commission }) =>
      // A year would stand in each of its months.
      when === null || when.precision === 'year' || (commission && !commissions.includes(commission))
        ? []
        : [
            {
              from: when.start,
              until: when.end,
              text: { original: 'en', texts: { en: text } },
              href: `/review-cycles/${cycle.id}`,
              exact: when.precision === 'day',
            },
          ],
    ),
  );
}
