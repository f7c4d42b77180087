import type { OutlineRow } from '../tree/plan-outline.service.js';

export interface PlanCounts {
  items: number;
  /** Items that miss a mapping: one about the mechanism itself misses none. */
  unmapped: number;
  /** Items on each level, from the top. */
  levels: number[];
}

export function countsOf(
  rows: readonly Pick<OutlineRow, 'depth' | 'mapped' | 'institutional'>[],
): PlanCounts {
  const levels: number[] = [];
  for (const { depth } of rows) levels[depth] = (levels[depth] ?? 0) + 1;
  const unmapped = rows.filter(({ mapped, institutional }) => !mapped && !institutional);
  return { items: rows.length, unmapped: unmapped.length, levels };
}
