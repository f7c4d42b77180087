import type { CellObject } from 'write-excel-file/node';
import { directionOf } from '../i18n/i18n.js';
import { workbookText } from './workbook-text.js';

/** A text as a cell: never a formula, and on as many lines as it needs. Null where there is nothing to write. */
export const plainCell = (text: string, style: Partial<CellObject> = {}): CellObject | null =>
  text === ''
    ? null
    : { value: workbookText(text), type: String, wrap: true, alignVertical: 'top' as const, ...style };

/** The head of a column. */
export const headCell = (text: string): CellObject | null =>
  plainCell(text, {
    fontWeight: 'bold',
    backgroundColor: '#e8eef4',
    borderColor: '#8899aa',
    bottomBorderStyle: 'thin',
  });

/** Pushed in from the side on which reading begins: Excel does so only where that side is named. */
export const indented = (depth: number, language: string): Partial<CellObject> =>
  depth > 0 ? { indent: depth, align: directionOf(language) === 'rtl' ? 'right' : 'left' } : {};
