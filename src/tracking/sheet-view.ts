import type { PlanItem } from '../plans/plan/plan.entity.js';
import type { ListedEntry } from '../progress/access/load-listed.js';
import type { ItemReports } from '../progress/access/item-reports.js';
import type { SheetColumn } from './sheet.dto.js';

/** A row of the sheet. */
export interface SheetRow {
  kind: 'item';
  item: PlanItem;
  reports: ItemReports;
  /** Levels above it that are shown. */
  depth: number;
  /** How many stand directly below it. */
  below: number;
  /** Whether those are shown; null where nothing is to be opened. */
  opened: boolean | null;
  /** Whether it stands above the branch that is looked at, and is only a way to it. */
  path: boolean;
}

/** In place of siblings that are not shown. */
export interface MoreRow {
  kind: 'more';
  way: 'before' | 'after';
  under: string | null;
  from: number;
  total: number;
  depth: number;
}

export interface SheetView {
  rows: (SheetRow | MoreRow)[];
  columns: readonly SheetColumn[];
  /** Whether it is the tree, or what a filter or an order made of it. */
  flat: boolean;
  /** Of a flat one: how many there are, and where this page begins. */
  total: number;
  from: number;
  /** Reports on the item that is opened. */
  open: { itemId: string; entries: OpenedReport[] } | null;
}

/** An entry as it stands under an opened row, as far as the reader sees it. */
export interface OpenedReport extends ListedEntry {
  text: string | null;
  language: string | null;
  status: string | null;
}

/** What the rows need to know besides themselves. */
export interface SheetContext {
  planId: string;
  columns: readonly SheetColumn[];
  /** Columns that the reader may change now. */
  editable: readonly string[];
  /** Whether the plan's text may change now, by this reader. */
  movable: boolean;
  /** Whether rows can be chosen, to change several. */
  bulk: boolean;
  /** Whether each part of the plan is closed at first on a phone. */
  folds?: boolean;
  /** The columns chosen, as a part of an address; empty for the usual ones. */
  suffix: string;
}
