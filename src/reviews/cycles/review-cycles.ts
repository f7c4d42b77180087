import { reviewCycles, type MilestoneRule, type ReviewCycle } from './review-cycles.data.js';
import { addDays, type Day } from '../../platform/i18n/day.js';

export type {
  Milestone,
  MilestoneCode,
  MilestoneRule,
  Period,
  ReviewCycle,
  ReviewKind,
} from './review-cycles.data.js';

const cycleById = new Map(reviewCycles.map((cycle) => [cycle.id, cycle]));

/** A review cycle by its identifier: "imrf-2030", "regional-3". */
export const reviewCycle = (id: string): ReviewCycle | undefined => cycleById.get(id);

/** Cycles that are not over at that moment, the next first. A cycle known by its year only is over when the year is. */
export function upcomingCycles(now: Date): readonly ReviewCycle[] {
  const today = now.toISOString().slice(0, 10);
  return reviewCycles
    .filter((cycle) => cycle.period.end >= today)
    .sort((a, b) => a.period.start.localeCompare(b.period.start));
}

/** The day a rule of A/RES/73/326 gives once the opening day of a Forum is known. */
export const ruleDay = (rule: MilestoneRule, openingDay: Day): Day =>
  addDays(openingDay, -rule.daysBeforeForum);
