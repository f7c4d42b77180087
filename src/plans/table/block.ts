import Papa from 'papaparse';
import { InvalidError } from '../../platform/errors.js';
import type { Column } from '../exchange/cells.js';
import type { RowEdit } from './edit-row.js';

/** A row that a block may be put into. */
export interface TargetRow {
  id: string;
  version: number;
}

/**
 * The cells of a block as it comes from a spreadsheet or a table of a document: tabs between cells, lines between rows,
 * quotes around a cell that holds either. Empty lines at its end are none of it.
 */
export function cellsOf(block: string): string[][] {
  const text = block.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (text === '') return [];
  return Papa.parse<string[]>(text, { delimiter: '\t', newline: '\n' }).data;
}

/**
 * Lays a block over the table, its first cell at a row and a column. Throws InvalidError for the field `block` when it
 * is empty, or reaches beyond the last row or column: nothing of it is left out silently.
 */
export function layBlock(
  cells: readonly (readonly string[])[],
  rows: readonly TargetRow[],
  columns: readonly Column[],
): RowEdit[] {
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0) throw InvalidError.field('block', 'error.required');
  if (cells.length > rows.length)
    throw InvalidError.field('block', 'table.problem.rows', { rows: cells.length, room: rows.length });
  if (width > columns.length)
    throw InvalidError.field('block', 'table.problem.columns', { columns: width, room: columns.length });
  return cells.map((row, index) => ({
    id: rows[index]!.id,
    version: rows[index]!.version,
    cells: Object.fromEntries(row.map((text, place) => [columns[place]!.key, text])),
  }));
}
