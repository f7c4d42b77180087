import { addDays, type Day } from '../../platform/i18n/day.js';
import { mergeCycles } from './merge-cycles.js';
import type { ReviewCycle } from './review-cycle.types.js';
import type { MilestoneRule } from './review-cycles.data.js';

export type { MilestoneCode, MilestoneRule, Period, ReviewKind } from './review-cycles.data.js';
export type { Milestone, ReviewCycle } from './review-cycle.types.js';

/**
 * The cycles as this process read them last, for whoever only names one. What depends on their days reads them anew, see
 * `CyclesService`.
 */
let known: readonly ReviewCycle[] = mergeCycles([]);

export const knownCycles = (): readonly ReviewCycle[] => known;

/** From now on these are all there are, in this process. */
export function useCycles(cycles: readonly ReviewCycle[]): void {
  known = cycles;
}

/** A review cycle by its identifier, "imrf-2030", "regional-3", as it was read last. */
export const reviewCycle = (id: string): ReviewCycle | undefined => known.find((cycle) => cycle.id === id);

/** Cycles that are not over at that moment, the next first. A cycle known by its year only is over when the year is. */
export function upcomingCycles(now: Date, cycles = known): readonly ReviewCycle[] {
  const today = now.toISOString().slice(0, 10);
  return cycles
    .filter((cycle) => cycle.period.end >= today)
    .sort((a, b) => a.period.start.localeCompare(b.period.start));
}

/** Those that are over, the last first. */
export const pastCycles = (now: Date, cycles = known): readonly ReviewCycle[] => {
  const coming = upcomingCycles(now, cycles);
  return cycles.filter((cycle) => !coming.includes(cycle)).reverse();
};

/** The day a rule of A/RES/73/326 gives once the opening day of a Forum is known. */
export const ruleDay = (rule: MilestoneRule, openingDay: Day): Day =>
  addDays(openingDay, -rule.daysBeforeForum);
