import { instrument } from '../../framework/instrument.data.js';
import type { CommissionCode } from '../../mechanisms/registry/registry.data.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import { knownCycles, type ReviewCycle } from './review-cycles.js';

/** The time a submission covers, both days included. */
export interface CoveredPeriod {
  from: Day;
  until: Day;
  /** The cycle it begins after; null for the first of its kind, which begins with the Compact. */
  since: ReviewCycle | null;
}

/**
 * A submission covers the time since the previous cycle of its kind. A regional round lasts two years and each region
 * met at its own time in it, so the time begins after the conference of the mechanism's own region; where its day is
 * not known, from the first day it can have been: an entry in two submissions does less harm than one in none.
 */
export function coveredPeriod(
  cycle: ReviewCycle,
  commissions: readonly CommissionCode[] = [],
  cycles: readonly ReviewCycle[] = knownCycles(),
): CoveredPeriod {
  const until = cycle.period.end;
  const since = before(cycle, cycles);
  if (!since) return { from: instrument.generalAssemblyDate, until, since };
  return {
    from: since.kind === 'imrf' ? addDays(since.period.end, 1) : afterConference(since, commissions),
    until,
    since,
  };
}

/** The one before it of its kind; what is of another kind follows none. */
const before = ({ kind, number }: ReviewCycle, cycles: readonly ReviewCycle[]) =>
  (number !== null && cycles.find((one) => one.kind === kind && one.number === number - 1)) || null;

interface Proposal {
  /** Null for a document of no review. */
  cycle: ReviewCycle | null;
  commissions?: readonly CommissionCode[];
  cycles?: readonly ReviewCycle[];
  /** The last document of the same kind or template in the mechanism. */
  previous: { until: Day } | null;
  today: Day;
  /** Of the plan it reports on, if it is about one. */
  plan?: { from: Day; until: Day } | null;
}

/**
 * The days that a new document covers unless somebody chooses others. It goes on where the last one of its kind ended;
 * the first one covers what its review does, else its plan, else this calendar year.
 */
export function proposedPeriod({
  cycle,
  commissions,
  cycles,
  previous,
  today,
  plan,
}: Proposal): CoveredPeriod {
  const own = cycle ? coveredPeriod(cycle, commissions, cycles) : { ...(plan ?? yearOf(today)), since: null };
  if (!previous) return own;
  const from = addDays(previous.until, 1);
  if (own.until >= from) return { ...own, from };
  // The last document covers all of it already: a review is reported on anew, anything else goes on.
  return cycle ? own : { ...own, from, until: yearOf(from).until };
}

const yearOf = (day: Day) => ({ from: `${day.slice(0, 4)}-01-01`, until: `${day.slice(0, 4)}-12-31` });

function afterConference(round: ReviewCycle, commissions: readonly CommissionCode[]): Day {
  const conferences = round.milestones.filter((one) => one.code === 'regional-conference');
  const own = conferences.filter((one) => one.commission && commissions.includes(one.commission));
  const days = (own.length > 0 ? own : conferences).flatMap(({ when }) =>
    when === null ? [] : [when.precision === 'day' ? addDays(when.end, 1) : when.start],
  );
  return days.sort()[0] ?? round.period.start;
}
