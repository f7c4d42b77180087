import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import { headingsOf } from '../match/guess-layout.js';
import type { Layout } from '../match/layout.js';
import type { DraftPlan } from '../read/draft.js';
import { beside, type FileNotice } from '../read/file-notices.js';
import { unusedColumns } from '../read/unused-columns.js';
import { type SheetMark, WORKED_OUT } from './sheet-mark.js';

/** What is to be said of a tracking sheet as a whole: what of it is not taken, and what it leaves as it is. */
export function sheetNotices(
  sheet: Sheet,
  mark: SheetMark,
  layout: Layout,
  { drafts }: DraftPlan,
  items: readonly PlanItem[],
): FileNotice[] {
  const heads = headingsOf(sheet, mark.headerRow);
  const isWorkedOut = (key: string | undefined) => WORKED_OUT.some((one) => one === key);
  const workedOut = heads.filter((_, column) => isWorkedOut(mark.keys[column]));
  // Those are said in one sentence; and nobody has to know of the hidden ones.
  const columns = Array.from({ length: Math.max(heads.length, mark.keys.length) }, (_, column) =>
    mark.keys[column] ? 'id' : '',
  );
  const others = items.length - drafts.length;
  return [
    ...(others > 0 ? [say('exchange.notice.notInSheet', { count: others })] : []),
    ...(workedOut.length > 0 ? [say('exchange.notice.workedOut', { columns: workedOut.join(', ') })] : []),
    ...unusedColumns(sheet, { ...layout, columns }),
    ...beside(sheet),
  ];
}

const say = (key: string, values: Record<string, string | number>): FileNotice => ({
  column: null,
  message: { key, values },
});
