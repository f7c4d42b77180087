import type { ReviewCycle } from './review-cycle.types.js';
import type { Period, ReviewKind } from './review-cycles.data.js';

/** The number of the next round or Forum; none for another kind. */
export function nextNumber(cycles: readonly ReviewCycle[], kind: ReviewKind): number | null {
  if (kind === 'other') return null;
  return Math.max(0, ...cycles.filter((one) => one.kind === kind).map(({ number }) => number ?? 0)) + 1;
}

/** Its identifier, as the shipped ones have theirs: "imrf-2034", "regional-4"; null when there is such a one. */
export function newCycleId(
  cycles: readonly ReviewCycle[],
  kind: ReviewKind,
  number: number | null,
  { start }: Period,
): string | null {
  const taken = (id: string) => cycles.some((one) => one.id === id);
  if (kind === 'regional') return `regional-${number}`;
  const id = `${kind}-${start.slice(0, 4)}`;
  if (!taken(id)) return id;
  if (kind === 'imrf') return null;
  let next = 2;
  while (taken(`${id}-${next}`)) next += 1;
  return `${id}-${next}`;
}
