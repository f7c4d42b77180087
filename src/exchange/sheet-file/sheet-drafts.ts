import type { ItemInput } from '../../plans/items/item.dto.js';
import { inputOf } from '../../plans/items/item-record.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Sheet, SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import type { CellContext } from '../cell.js';
import { type Column, columnOf } from '../cells/cells.js';
import { answerTo, rowKey } from '../cells/corrections.js';
import { doubtsIn, type FindDoubt } from '../changed/doubts.js';
import type { Layout } from '../match/layout.js';
import { type Draft, type DraftPlan, newDraft } from '../read/draft.js';
import type { OmittedRow } from '../read/item-row.js';
import { resolved } from '../read/item-rows.js';
import { plainly, sealOf, sealsIn } from './seals.js';
import type { SheetMark } from './sheet-mark.js';

interface Known {
  mark: SheetMark;
  layout: Layout;
  findDoubt: FindDoubt;
  /** In the words of the file. */
  context: CellContext;
  columns: { column: Column; at: number }[];
}

/**
 * What a tracking sheet says that it did not say when it was made: of each item the cells that somebody changed since,
 * and no others. A cell that was changed in the plan as well is asked about. Rows without an item of the plan are left
 * out, so are rows that were copied.
 */
export function sheetDrafts(
  sheet: Sheet,
  mark: SheetMark,
  layout: Layout,
  items: readonly PlanItem[],
): DraftPlan {
  const context: CellContext = { ...layout, language: mark.language };
  const columns = mark.keys.flatMap((key, at) => {
    const column = columnOf(key);
    // Of two columns of one name nobody knows which is meant: the first, as people read.
    return column && mark.keys.indexOf(key) === at ? [{ column, at }] : [];
  });
  const known: Known = { mark, layout, context, columns, findDoubt: doubtsIn(sheet, layout) };
  const byId = new Map(items.map((item) => [item.id, item]));
  const rowOfItem = new Map<string, number>();
  const drafts: Draft[] = [];
  const leftOut: OmittedRow[] = [];
  for (const row of sheet.rows) {
    if (row.number <= mark.headerRow) continue;
    const id = row.cells[mark.keys.indexOf('id')]?.toLowerCase() ?? '';
    const item = byId.get(id);
    const first = rowOfItem.get(id);
    if (item && first === undefined) {
      rowOfItem.set(id, row.number);
      drafts.push(draftOf(row, item, known));
    } else if (row.cells.some(Boolean)) {
      const key = item ? 'rowTwice' : id ? 'itemGone' : 'newRow';
      const reason = { key: `exchange.left.${key}`, values: { row: first ?? 0 } };
      leftOut.push({ row: row.number, reason, text: shown(row, known) });
    }
  }
  return { drafts, leftOut, uses: layout.columns, objectiveHeadings: [], levelNames: [], cellsOnly: true };
}

function draftOf(row: SheetRow, item: PlanItem, known: Known): Draft {
  const { mark, layout, context, columns, findDoubt } = known;
  const before = inputOf(item);
  const seals = sealsIn(row.cells[mark.keys.indexOf('seals')] ?? '');
  const draft = newDraft(row.number, {
    id: item.id,
    code: item.code,
    title: titleOf(item, mark),
    bare: true,
  });
  for (const { column, at } of columns) {
    const { key } = column;
    const doubt = findDoubt(row, at);
    const text = row.cells[at] ?? '';
    const seal = seals.get(key);
    if (sealOf(key, text) === seal) continue;
    const broken = row.broken?.[at];
    if (broken) {
      draft.problems.push({ use: key, message: { key: `exchange.problem.${broken}` } });
      continue;
    }
    const now = column.format(before, context);
    const typed =
      doubt && plainly(text) !== plainly(now) ? resolved(draft, doubt, text, layout.corrections) : text;
    if (isSame(column, typed, now, before, context)) continue;
    // Without its original a text would be another language's.
    if (typed === '' && column.field === 'title' && column.language === item.title.original) {
      draft.problems.push({ use: key, message: { key: 'exchange.problem.titleMissing' } });
      continue;
    }
    // Where somebody changed the plan since, neither of the two is taken without a word.
    const isConflict = seal !== undefined && seal !== sealOf(key, now);
    const answer = isConflict ? answerTo(layout.corrections, key, rowKey(row.number)) : typed;
    if (answer !== undefined) draft.cells.set(key, answer);
    else
      draft.problems.push({
        use: key,
        message: {
          key: `exchange.problem.${now === '' ? 'clearedSince' : 'changedSince'}`,
          values: { text: now },
        },
        asked: { key: rowKey(row.number), text: typed, offers: [now], likely: null },
      });
  }
  return draft;
}

function isSame(
  column: Column,
  typed: string,
  now: string,
  before: ItemInput,
  context: CellContext,
): boolean {
  if (plainly(typed) === plainly(now)) return true;
  const read = column.parse(typed, context);
  return 'set' in read && column.format(read.set(before), context) === now;
}

const titleOf = ({ title }: PlanItem, { language }: SheetMark) =>
  title.texts[language] ?? title.texts[title.original] ?? '';

/** What a row says, to find it in the file. */
const shown = (row: SheetRow, { columns }: Known) =>
  columns
    .flatMap(({ at }) => row.cells[at] || [])
    .join(' · ')
    .slice(0, 120);
