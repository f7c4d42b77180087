import type { CellContext } from '../exchange/cell.js';
import type { Column } from '../exchange/cells/cells.js';
import type { Plan, PlanItem } from '../plans/plan/plan.entity.js';
import type { RowEdit, RowPreview } from './edit-row.js';
import type { ParseOptions } from './table-columns.js';

/** Some rows of the table. */
export interface TablePage {
  plan: Plan;
  /** The item whose branch it is; null for the whole plan. */
  under: PlanItem | null;
  columns: Column[];
  context: CellContext;
  rows: { item: PlanItem; depth: number; /** From 1, in the whole plan. */ number: number }[];
  /** Id of the row after which the next page begins; null on the last. */
  next: string | null;
}

/** What changes would do. */
export interface TablePreview {
  plan: Plan;
  rows: RowPreview[];
  reading: ParseOptions;
  edits: readonly RowEdit[];
  /** Whether all of it can be done. */
  ready: boolean;
}
