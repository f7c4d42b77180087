import { InvalidError } from '../errors.js';
import { LIMITS, type Sheet } from './spreadsheet.js';
import { sheetsOf } from './workbook-sheets.js';
import { safeEntries } from './zip-limits.js';

/** The sheets of an XLSX workbook. Throws InvalidError on `field` when it is no such workbook, or too large. */
export async function readWorkbook(bytes: Buffer, field: string): Promise<Sheet[]> {
  const names = await safeEntries(bytes, LIMITS);
  if (names === null) throw InvalidError.field(field, 'error.fileInflates');
  if (names === 'broken') throw InvalidError.field(field, 'error.fileBroken');
  if (names.includes('xl/workbook.bin')) throw InvalidError.field(field, 'error.fileBinaryWorkbook');
  if (!names.includes('xl/workbook.xml')) throw InvalidError.field(field, 'error.fileNoTable');
  try {
    return sheetsOf(bytes, LIMITS);
  } catch {
    throw InvalidError.field(field, 'error.fileBroken');
  }
}
