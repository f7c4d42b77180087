import type { StatedTotal } from './plan.entity.js';

/** A level of the plan with what is counted on it and what sources state; either may be missing. */
export interface TotalsOfLevel {
  /** The plan's word for the level, or the source's; null for a level without a name. */
  name: string | null;
  /** From 1, the top; null when no level of the plan has that name. */
  level: number | null;
  /** Null when no level of the plan has that name. */
  counted: number | null;
  stated: Pick<StatedTotal, 'count' | 'source'>[];
}

/**
 * The plan's levels with what was counted beside what sources state of them. A total that names no level of the plan
 * stands by itself. Nothing is settled: sources may contradict the count, and each other.
 */
export function totalsOf(
  levelNames: readonly string[],
  counted: readonly number[],
  stated: readonly StatedTotal[],
): TotalsOfLevel[] {
  const depth = Math.max(levelNames.length, counted.length);
  const levels = Array.from({ length: depth }, (_, index): TotalsOfLevel => ({
    name: levelNames[index] ?? null,
    level: index + 1,
    counted: counted[index] ?? 0,
    stated: [],
  }));
  for (const { level: name, count, source } of stated) {
    let row = rowOf(levels, name);
    if (!row) levels.push((row = { name, level: null, counted: null, stated: [] }));
    row.stated.push({ count, source });
  }
  return levels;
}

const rowOf = (levels: TotalsOfLevel[], name: string) =>
  levels.find((level) => level.name !== null && fold(level.name) === fold(name)) ??
  levels.find((level) => level.name !== null && isSameWord(level.name, name));

/** "Action" and "actions", "Activité" and "activités": the same word but for its ending. */
export function isSameWord(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared += 1;
  const rest = Math.max(a.length, b.length) - shared;
  return shared >= 4 && rest <= 3;
}

const fold = (word: string) =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
