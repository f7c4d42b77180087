import { InvalidError } from '../platform/errors.js';
import type { Column } from '../exchange/cells/cells.js';
import type { RowEdit } from './edit-row.js';

/** A row that a block may be put into. */
export interface TargetRow {
  id: string;
  version: number;
}

/**
 * Lays a block over the table, its first cell at a row and a column. Throws InvalidError for the field `block` when it
 * reaches beyond the last row or column: nothing of it is left out silently.
 */
export function layBlock(
  cells: readonly (readonly string[])[],
  rows: readonly TargetRow[],
  columns: readonly Column[],
): RowEdit[] {
  const width = Math.max(...cells.map((row) => row.length));
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
