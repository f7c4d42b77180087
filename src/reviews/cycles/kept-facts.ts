import type { Localized } from '../../platform/i18n/localized.js';
import { splitLines } from '../../platform/i18n/split-lines.js';
import type { CycleChange, MilestoneChange } from './cycle.dto.js';
import type { Facts } from './kept-cycle.entity.js';
import type { Milestone } from './review-cycle.types.js';
import type { Period } from './review-cycles.data.js';

type Days = Pick<CycleChange, 'precision' | 'firstDay' | 'lastDay'>;

/** A month runs from its first to its last day, a year from January to December. */
export function periodOf({ precision, firstDay, lastDay }: Days): Period {
  const last = lastDay ?? firstDay;
  if (precision === 'day') return { precision, start: firstDay, end: last };
  if (precision === 'year')
    return { precision, start: `${firstDay.slice(0, 4)}-01-01`, end: `${last.slice(0, 4)}-12-31` };
  const [year, month] = last.split('-').map(Number);
  const end = new Date(Date.UTC(year!, month, 0)).toISOString().slice(0, 10);
  return { precision, start: `${firstDay.slice(0, 7)}-01`, end };
}

type Sourced = Pick<
  MilestoneChange,
  'precision' | 'firstDay' | 'lastDay' | 'confirmed' | 'source' | 'doubts'
>;

export function factsOf(input: Sourced): Facts<Period | null> {
  const { precision, firstDay, lastDay, confirmed, source, doubts } = input;
  return {
    when: precision === 'unknown' ? null : periodOf({ precision, firstDay: firstDay!, lastDay }),
    expected: !confirmed,
    source,
    doubts: splitLines(doubts ?? ''),
  };
}

type Shown = Pick<Milestone, 'when' | 'expected' | 'source' | 'doubts'>;

/** The same as a form has it. */
export function factFields({ when, expected, source, doubts }: Shown) {
  return {
    precision: when?.precision ?? 'unknown',
    firstDay: when?.start ?? '',
    lastDay: when && when.end !== when.start ? when.end : '',
    confirmed: !expected,
    source,
    doubts: doubts.join('\n'),
  };
}

/** The same as the history has it: one field each, in words where a code has some. */
export function recorded(
  kind: string,
  name: Localized | null,
  { when, expected, source, doubts }: Shown,
  place?: string | null,
): Record<string, unknown> {
  return {
    reviewKind: kind,
    ...(name && { name: name.texts }),
    when: when && `${when.precision} ${when.start} ${when.end}`,
    ...(place && { place }),
    confirmed: expected ? 'no' : 'yes',
    source,
    ...(doubts.length > 0 && { doubt: [...doubts] }),
  };
}
