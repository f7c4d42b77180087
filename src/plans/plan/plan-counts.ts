import type { OutlineRow } from '../tree/plan-outline.service.js';

export interface PlanCounts {
  items: number;
  /** Items that miss a mapping: a heading with items below it, or one about the mechanism itself, misses none. */
  unmapped: number;
  /** Items on each level, from the top. */
  levels: number[];
}

export function countsOf(
  rows: readonly Pick<OutlineRow, 'depth' | 'mapped' | 'heads' | 'institutional'>[],
): PlanCounts {
  const levels: number[] = [];
  for (const { depth } of rows) levels[depth] = (levels[depth] ?? 0) + 1;
  const unmapped = rows.filter(({ mapped, heads, institutional }) => !mapped && !heads && !institutional);
  return { items: rows.length, unmapped: unmapped.length, levels };
}
