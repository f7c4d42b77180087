import type { FieldMessage } from '../../platform/errors.js';
import type { ItemInput } from '../../plans/items/item.dto.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { TreePosition } from '../write/arrange.js';
import type { Difference } from './differences.js';
import type { CellMessage } from '../read/item-row.js';
import type { ItemLookup } from '../parts/plan-parts.js';
import type { ImportCounts } from '../plan-import.entity.js';

export const OUTCOMES = ['problem', 'new', 'changed', 'same', 'left-out'] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

/** What an import would do with one row. */
export interface Outcome {
  row: number;
  kind: OutcomeKind;
  code: string;
  title: string;
  /** Depth in the tree, from 1. */
  level: number;
  /** For a new item none: everything is new, and `made` is what it becomes. */
  differences: Difference[];
  made: ItemInput | null;
  /** It stands below another item than before, or in another order. */
  moved: boolean;
  /** Why it is left out. */
  reason: FieldMessage | null;
  problems: CellMessage[];
  notices: CellMessage[];
}

/** What an import would do, before anything is done. */
export interface Preview {
  outcomes: Outcome[];
  /** Items of the plan that the file does not have. They stay, unless somebody ticks them. */
  missing: PlanItem[];
  planDifferences: Difference[];
  counts: ImportCounts & { problems: number; notices: number };
  /** Why nothing may be changed now. */
  blocked: FieldMessage | null;
  work: Work;
}

export interface NewItem {
  id: string;
  item: ItemInput;
  carriedFromId: string | null;
}
export interface ChangedItem {
  before: PlanItem;
  item: ItemInput;
  carriedFromId: string | null;
}

/** The rows that an import writes. */
export interface Work {
  added: NewItem[];
  changed: ChangedItem[];
  /** Of all items as they stand afterwards; those that an item stands below come before it. */
  places: TreePosition[];
  moved: Set<string>;
  /** Where what hangs on the items of the file belongs. */
  itemPlaces: ItemLookup;
}
