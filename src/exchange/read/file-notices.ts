import type { FieldMessage } from '../../platform/errors.js';
import { columnName, type Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import { headingDoubt } from '../match/heading-doubt.js';
import type { Layout } from '../match/layout.js';
import type { PlanContent } from './plan-content.js';
import { unusedColumns } from './unused-columns.js';

/** What is to be said of a file as a whole, or of one of its columns: in the pages, the API and the command alike. */
export interface FileNotice {
  /** Its letter; null when it is about the file. */
  column: string | null;
  message: FieldMessage;
}

/** Everything a person should know of a file that is read so, before they agree to it. */
export function fileNotices({ sheets }: Pick<PlanContent, 'sheets'>, layout: Layout): FileNotice[] {
  const sheet = sheets[layout.sheet];
  if (!sheet) return [];
  const doubt = headingDoubt(sheet, layout);
  return [
    ...(doubt ? [{ column: null, message: doubt }] : []),
    ...unusedColumns(sheet, layout),
    ...hiddenColumns(sheet, layout),
  ];
}

function hiddenColumns({ hiddenColumns: hidden = [] }: Sheet, { columns }: Layout): FileNotice[] {
  return hidden.map((column) => ({
    column: columnName(column),
    message: { key: columns[column] ? 'exchange.notice.hiddenColumn' : 'exchange.notice.hiddenUnused' },
  }));
}
