import { daysBetween, type Day } from '../../i18n/day.js';

export interface Axis {
  from: Day;
  until: Day;
  /** Where each quarter begins, or each year of a long time. */
  ticks: { day: Day; year: number; /** 1 to 4; null for a year. */ quarter: number | null }[];
}

/** More quarters than this cannot be read beside each other. */
const QUARTERS = 12;
/** A shorter time would look as if nothing came after it. */
const LEAST = 4;

/** Whole quarters around the days, or whole years around many; null where there is no day. */
export function axisOf(days: readonly Day[]): Axis | null {
  if (days.length === 0) return null;
  const sorted = [...days].sort();
  const first = quarterOf(sorted[0]!);
  const last = quarterOf(sorted.at(-1)!);
  const inYears = last - first >= QUARTERS;
  const step = inYears ? 4 : 1;
  const begin = inYears ? first - (first % 4) : first;
  const end = inYears ? last - (last % 4) + 4 : Math.max(last + 1, begin + LEAST);
  const ticks = [];
  for (let quarter = begin; quarter < end; quarter += step)
    ticks.push({
      day: beginOf(quarter),
      year: Math.floor(quarter / 4),
      quarter: inYears ? null : (quarter % 4) + 1,
    });
  return { from: beginOf(begin), until: beginOf(end), ticks };
}

/** Where a day stands on the axis, from 0 to 100. */
export const placeOf = ({ from, until }: Axis, day: Day): number => {
  const share = (daysBetween(from, day) / daysBetween(from, until)) * 100;
  return Math.round(Math.min(100, Math.max(0, share)) * 10) / 10;
};

/** Quarters since the year 0. */
const quarterOf = (day: Day): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
const beginOf = (quarter: number): Day =>
  `${String(Math.floor(quarter / 4)).padStart(4, '0')}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;

/** Quarters beside each other of which each can be named; of more, the years are. */
const NAMED = 6;

/** What stands at a tick: the quarter with its year, one of them alone, or nothing, so that no two run into each other. */
export function tickSays({ ticks }: Axis, index: number): 'both' | 'quarter' | 'year' | null {
  const { quarter } = ticks[index]!;
  if (quarter === null) return 'year';
  const begins = quarter === 1 || index === 0;
  if (ticks.length <= NAMED) return begins ? 'both' : 'quarter';
  // A first quarter that the next year follows has no room for its own.
  return begins && !(quarter === 4 && index === 0) ? 'year' : null;
}
