import type { Cell } from 'write-excel-file/node';
import { workbookText } from '../spreadsheets/workbook-text.js';
import { cleanText } from './clean.js';

/** One sheet: columns with their heading, and rows of numbers and texts in their order. */
export interface WorkbookSheet {
  name: string;
  columns: { label: string; width?: number }[];
  rows: (string | number | null)[][];
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An Excel file. Numbers are numbers; a text is a text, also when it begins like a formula. */
export async function workbook(sheets: WorkbookSheet[], { rightToLeft = false } = {}): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: sheetName(name),
      rightToLeft,
      stickyRowsCount: 1,
      columns: columns.map(({ width = 14 }) => ({ width })),
      data: [
        columns.map(({ label }) => ({ ...textCell(label), fontWeight: 'bold' as const })),
        ...rows.map(row),
      ],
    })),
  ).toBuffer();
}

const row = (values: WorkbookSheet['rows'][number]): Cell[] =>
  values.map((value) => {
    if (value === null || value === '') return null;
    return typeof value === 'number' ? { value, type: Number } : textCell(value);
  });

const textCell = (text: string) => ({
  value: workbookText(cleanText(text)),
  type: String,
  wrap: true,
  alignVertical: 'top' as const,
});

/** Excel refuses these characters in a sheet's name, and more than 31. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
