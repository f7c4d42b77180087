import { InvalidError } from '../errors.js';
import { type Sheet, LIMITS } from './spreadsheet.js';

/** The sheets, when they are within the limits and hold anything at all. */
export function within(sheets: Sheet[], field: string): Sheet[] {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  if (rows.length === 0) throw InvalidError.field(field, 'error.fileNoRows');
  if (sheets.some((sheet) => (sheet.rows.at(-1)?.number ?? 0) > LIMITS.rows))
    throw InvalidError.field(field, 'error.fileManyRows', { maximum: LIMITS.rows });
  if (rows.some((row) => row.cells.length > LIMITS.columns))
    throw InvalidError.field(field, 'error.fileManyColumns', { maximum: LIMITS.columns });
  const characters = rows.reduce(
    (sum, row) => sum + row.cells.reduce((all, text) => all + text.length, 0),
    0,
  );
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  const isLong = rows.some((row) => row.cells.some((text) => text.length > LIMITS.cellCharacters));
  if (isLong || cells > LIMITS.cells) throw InvalidError.field(field, 'error.fileInflates');
  if (characters > LIMITS.characters) throw InvalidError.field(field, 'error.fileInflates');
  return sheets;
}
