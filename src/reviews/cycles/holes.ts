import { InvalidError } from '../../platform/errors.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import type { CoveredPeriod } from './covered-period.js';

/** Days from..until, both included. */
export type Days = Pick<CoveredPeriod, 'from' | 'until'>;

/** The days between the end of the last document and the beginning of the next, which would be in none. Overlaps are fine. */
export function holeBefore(previousUntil: Day | null, from: Day): Days | null {
  if (previousUntil === null || from <= addDays(previousUntil, 1)) return null;
  return { from: addDays(previousUntil, 1), until: addDays(from, -1) };
}

/** The days between the first and the last of all that are in none, in order. */
function holesIn(documents: readonly Days[]): Days[] {
  const holes: Days[] = [];
  let until: Day | null = null;
  for (const one of [...documents].sort((a, b) => a.from.localeCompare(b.from))) {
    const hole = holeBefore(until, one.from);
    if (hole) holes.push(hole);
    if (until === null || one.until > until) until = one.until;
  }
  return holes;
}

/**
 * The first days that would be in no document of a mechanism and template if one covered these days: between it and the
 * others, or where `former`, its days until now, were. What was a hole before is nobody's new mistake.
 */
export function holeLeft(others: readonly Days[], chosen: Days, former?: Days): Days | null {
  const before = holesIn(former ? [...others, former] : others);
  const isOld = (hole: Days) => before.some(({ from, until }) => from <= hole.from && until >= hole.until);
  return holesIn([...others, chosen]).find((hole) => !isOld(hole)) ?? null;
}

/** Throws InvalidError at the field, saying which days would be in no document. */
export function demandNoHole(
  others: readonly Days[],
  chosen: Days,
  { former, fields = PERIOD_FIELDS }: { former?: Days; fields?: typeof PERIOD_FIELDS } = {},
): void {
  const hole = holeLeft(others, chosen, former);
  if (!hole) return;
  // After the chosen days, its end is what is wrong.
  const field = hole.from > chosen.until ? fields.until : fields.from;
  const key = hole.from === hole.until ? 'error.periodHoleDay' : 'error.periodHole';
  throw InvalidError.field(field, key, { ...hole });
}

const PERIOD_FIELDS = { from: 'periodFrom', until: 'periodUntil' };

/** The days of the others that the chosen ones cover again: allowed, and said. */
export function overlapWith(others: readonly Days[], chosen: Days): Days | null {
  const shared = others.flatMap(({ from, until }) => {
    const days = {
      from: from > chosen.from ? from : chosen.from,
      until: until < chosen.until ? until : chosen.until,
    };
    return days.from <= days.until ? [days] : [];
  });
  if (shared.length === 0) return null;
  return {
    from: shared.map(({ from }) => from).sort()[0]!,
    until: shared
      .map(({ until }) => until)
      .sort()
      .at(-1)!,
  };
}
