import type { CellObject } from 'write-excel-file/node';
import type { CellLanguage } from '../../exchange/cell-language.js';
import { STATUS_WORDS } from '../../exchange/words/status-words.data.js';
import { sealsText } from '../../exchange/sheet-file/seals.js';
import { sheetMarkText } from '../../exchange/sheet-file/sheet-mark.js';
import { directionOf } from '../../platform/i18n/i18n.js';
import { headCell, indented, plainCell } from '../../platform/spreadsheets/workbook-cells.js';
import { type SheetExtras, sheetExtras } from '../../platform/spreadsheets/sheet-extras.js';
import type { SheetLine } from '../sheet-filter.js';
import type { FileCell, FileColumn } from './file-columns.js';

export interface SheetFile {
  planId: string;
  language: CellLanguage;
  /** The name of the sheet. */
  name: string;
  /** What stands above the table, the title first. */
  above: readonly string[];
  columns: readonly FileColumn[];
  /** With how deep each stands in the plan, from 0. */
  lines: readonly (SheetLine & { depth: number })[];
  /** Whether the lines are the whole tree in its order: then it can be folded. */
  isTree: boolean;
  /** Over the hidden column of ids. */
  idHeading: string;
}

const QUIET = { textColor: '#667788' };
/** Words are read by everybody, and by the program of whoever opens the file. */
const DAYS = 'd mmm yyyy';
/** Of a sheet's name. */
const NAME = 31;

/**
 * A sheet to work in: title and filter above, a hidden row of keys by which the file is known when it comes back,
 * headings that stay, the tree by indents, statuses to choose from, and behind the columns two hidden ones: the id of
 * each item, and what its cells said (`seals`).
 */
export async function sheetWorkbook(file: SheetFile): Promise<Buffer> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const { planId, language, name, above, columns, lines, isTree, idHeading } = file;
  const keyRow = above.length;
  const headings = keyRow + 1;
  const width = columns.length + 2;
  const status = columns.findIndex(({ key }) => key === 'status');
  const titles = columns.flatMap(({ key }, index) => (key.startsWith('title.') ? [index] : []));
  const data = [
    ...above.map((text, index) => [
      plainCell(text, { wrap: false, ...(index === 0 ? { fontWeight: 'bold', fontSize: 14 } : QUIET) }),
    ]),
    [...columns.map(({ key }) => key), sheetMarkText(planId, language), 'seals'].map((key) => plainCell(key)),
    [...columns.map(({ heading }) => heading), idHeading, ''].map(headCell),
    ...lines.map((line) => rowOf(line, file)),
  ];
  const extras: SheetExtras = {
    hiddenRows: [keyRow],
    hiddenColumns: [width - 2, width - 1],
    levels: isTree ? [...Array<number>(headings + 1).fill(0), ...lines.map(({ depth }) => depth)] : [],
    headings,
    rows: data.length,
    columns: width,
    lists: status < 0 ? [] : [{ column: status, words: wordsOf(language) }],
  };
  return writeWorkbook(
    [
      {
        sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, NAME),
        data,
        columns: [...columns.map((column) => ({ width: column.width })), { width: 12 }, { width: 12 }],
        stickyRowsCount: headings + 1,
        stickyColumnsCount: (titles[0] ?? 0) + 1,
        orientation: 'landscape',
        rightToLeft: directionOf(language) === 'rtl',
      },
    ],
    { features: [sheetExtras(extras)] },
  ).toBuffer();
}

const wordsOf = (language: CellLanguage) => Object.values(STATUS_WORDS).map((words) => words[language][0]!);

function rowOf(line: SheetFile['lines'][number], { columns, language }: SheetFile): (CellObject | null)[] {
  const cells = columns.map((column) => ({ column, cell: column.cell(line) }));
  const said = cells.flatMap(({ column, cell }) => (column.open ? [[column.key, cell.text] as const] : []));
  return [
    ...cells.map(({ column, cell }) => cellOf(cell, column, indented(line.depth, language))),
    plainCell(line.item.id, { wrap: false }),
    plainCell(sealsText(Object.fromEntries(said)), { wrap: false }),
  ];
}

/** Codes and words are kept as text, so that 1.10 stays 1.10 however often a cell is opened. */
function cellOf(
  { text, day, number }: FileCell,
  { key, open }: FileColumn,
  indent: object,
): CellObject | null {
  const style = { alignVertical: 'top' as const, ...(!open && QUIET) };
  if (day) return { value: new Date(`${day}T00:00:00Z`), type: Date, format: DAYS, ...style };
  if (number !== undefined) return { value: number, type: Number, ...style };
  if (!open || key === 'when' || key === 'status') return plainCell(text, style);
  const isTitle = key.startsWith('title.');
  const own = { format: '@', wrap: true, ...style, ...(isTitle && indent) };
  return plainCell(text, own) ?? { value: '', type: String, ...own };
}
