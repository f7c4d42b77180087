import { type FieldErrors, type FieldMessage, InvalidError } from '../platform/errors.js';
import type { CellContext } from '../exchange/cell.js';
import type { Column } from '../exchange/cells/cells.js';
import { orderOf } from '../exchange/cells/cells.js';
import { inputOf } from '../plans/items/item-record.js';
import type { ItemInput } from '../plans/items/item.dto.js';
import { itemProblems } from '../plans/items/item-rules.js';
import type { Plan, PlanItem } from '../plans/plan/plan.entity.js';
import { admitItemText } from '../plans/plan/plan-text.js';
import { snapshotOf } from '../plans/items/snapshot.js';
import { fieldOf } from './table-columns.js';

/** What somebody typed into one row: text by the key of its column, and the version of the item they were looking at. */
export interface RowEdit {
  id: string;
  version: number;
  cells: Readonly<Record<string, string>>;
}

/** One cell that would change, as it stands and as it would; or that cannot. */
export interface CellChange {
  column: Column;
  before: string;
  /** What would be kept, in the form the table shows it; what was typed when there is a problem. */
  after: string;
  problem: FieldMessage | null;
  /** What a person should look at before saying yes. */
  notices: FieldMessage[];
}

export interface RowPreview {
  item: PlanItem;
  /** `stale`: somebody changed the item since; `same`: nothing of what was typed is new. */
  outcome: 'changed' | 'same' | 'refused' | 'stale';
  cells: CellChange[];
  /** What the item would become; null unless it is `changed`. */
  input: ItemInput | null;
}

interface Known {
  plan: Pick<Plan, 'state' | 'amendmentId'>;
  columns: ReadonlyMap<string, Column>;
  context: CellContext;
}

/**
 * What an edit would make of an item. Each cell is read by its column's own rules, as an import reads it, and the whole
 * is checked as the item's form and the API check it. Cells that say what is there already are left out; those of
 * columns that the table has not are refused. Throws ConflictError when the plan has ended.
 */
export function previewRow(item: PlanItem, edit: RowEdit, known: Known): RowPreview {
  const { columns, context } = known;
  const before = inputOf(item);
  let next = before;
  const cells: CellChange[] = [];
  for (const column of inOrder(edit, columns)) {
    const typed = edit.cells[column.key]!.trim();
    const now = column.format(before, context);
    if (typed === now.trim()) continue;
    const read = column.parse(typed, context);
    const change: CellChange = { column, before: now, after: typed, problem: null, notices: [] };
    cells.push(change);
    if ('problem' in read) change.problem = read.problem;
    else {
      next = read.set(next);
      change.notices = read.notices;
    }
  }
  blame(cells, checked(known.plan, before, next));
  for (const change of cells) if (!change.problem) change.after = change.column.format(next, context);
  const changed = cells.filter(({ problem, before: was, after }) => problem !== null || was !== after);
  return { item, cells: changed, ...outcomeOf(item, edit, changed, next) };
}

function outcomeOf(
  item: PlanItem,
  edit: RowEdit,
  cells: CellChange[],
  next: ItemInput,
): Pick<RowPreview, 'outcome' | 'input'> {
  if (cells.length === 0) return { outcome: 'same', input: null };
  if (edit.version !== item.version) return { outcome: 'stale', input: null };
  if (cells.some(({ problem }) => problem !== null)) return { outcome: 'refused', input: null };
  return { outcome: 'changed', input: next };
}

const inOrder = ({ cells }: RowEdit, columns: Known['columns']) =>
  Object.keys(cells)
    .flatMap((key) => columns.get(key) ?? [])
    .sort((a, b) => orderOf(a) - orderOf(b));

/** What the item's own rules, and those of amendments, have against it; by field. */
function checked(plan: Known['plan'], before: ItemInput, next: ItemInput): FieldErrors {
  const errors = itemProblems(next);
  try {
    admitItemText(plan, snapshotOf(before), snapshotOf(next));
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
    return { ...error.fields, ...errors };
  }
  return errors;
}

/** Puts each error at the cells it is about; what is about none of them was there before, and is let be. */
function blame(cells: CellChange[], errors: FieldErrors): void {
  for (const [name, message] of Object.entries(errors)) {
    const [field] = name.split('.');
    for (const change of cells) if (fieldOf(change.column) === field) change.problem ??= message;
  }
}
