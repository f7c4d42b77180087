import type { Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import { CELL_LANGUAGES, type CellLanguage } from '../cell-language.js';

/** Columns of a tracking sheet that are worked out, and of which nothing is taken back. */
export const WORKED_OUT = ['reported', 'reportedBy', 'byReports', 'waiting'] as const;

/** By which a file is known to be a plan's tracking sheet, wherever its columns were moved. */
export interface SheetMark {
  planId: string;
  /** Its words are in this language. */
  language: CellLanguage;
  /** Number of the hidden row that has the keys of the columns; the headings stand in the next one. */
  row: number;
  headerRow: number;
  /** By column: what it holds, `id`, `seals`, or nothing for one that somebody added. */
  keys: string[];
}

const MARK = /^waymark-sheet ([0-9a-f]{8}-[0-9a-f-]{27}) ([a-z]{2})$/;
/** People put a line or two above. */
const LOOKED_AT = 20;

/** What stands over the column of ids, in the hidden row of keys. */
export const sheetMarkText = (planId: string, language: CellLanguage): string =>
  `waymark-sheet ${planId} ${language}`;

/** The sheet of a file that is a tracking sheet; null when none of them is. */
export function markedSheet(sheets: readonly Sheet[]): { sheet: Sheet; mark: SheetMark } | null {
  for (const sheet of sheets) {
    const index = sheet.rows
      .slice(0, LOOKED_AT)
      .findIndex(({ cells }) => cells.some((text) => MARK.test(text)));
    const [row, head] = [sheet.rows[index], sheet.rows[index + 1]];
    if (!row || !head) continue;
    const keys = row.cells.map((text) => (MARK.test(text) ? 'id' : text));
    const [, planId = '', language] = MARK.exec(row.cells.find((text) => MARK.test(text))!)!;
    const known = CELL_LANGUAGES.find((one) => one === language) ?? 'en';
    return { sheet, mark: { planId, language: known, row: row.number, headerRow: head.number, keys } };
  }
  return null;
}
