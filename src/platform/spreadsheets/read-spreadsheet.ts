import { fileTypeFromBuffer } from 'file-type';
import { InvalidError } from '../errors.js';
import type { Characters } from './decode-text.js';
import type { Encoding } from './encodings.js';
import { readCsv } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import { LIMITS, type Sheet } from './spreadsheet.js';
import { jsonOf } from './read-json.js';
import { within } from './within-limits.js';

export type SpreadsheetFile =
  | { format: 'xlsx'; sheets: Sheet[] }
  /** With the characters it was read in, where they make a difference. */
  | { format: 'csv'; sheets: Sheet[]; characters: Characters | null }
  /** Parsed, and not checked further. */
  | { format: 'json'; value: unknown };

/** The signature of files of older Office programs, and of newer ones behind a password. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * A workbook, a CSV or a JSON file, recognized by its content and not by its name. Throws InvalidError on `field` with what
 * a person can do about it.
 */
export async function readSpreadsheet(
  bytes: Buffer,
  { encoding = null, field }: { encoding?: Encoding | null; field: string },
): Promise<SpreadsheetFile> {
  if (bytes.length === 0) throw InvalidError.field(field, 'error.fileEmpty');
  if (bytes.length > LIMITS.bytes)
    throw InvalidError.field(field, 'error.fileTooLarge', { maximum: LIMITS.bytes / 1_000_000 });
  if (bytes.subarray(0, 8).equals(OLE))
    throw InvalidError.field(
      field,
      bytes.includes(ENCRYPTED) ? 'error.fileEncrypted' : 'error.fileOldWorkbook',
    );
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    return { format: 'xlsx', sheets: within(await readWorkbook(bytes, field), field) };
  // The mark of UTF-16 looks like the beginning of a sound file.
  const marked = ['feff', 'fffe'].includes(bytes.subarray(0, 2).toString('hex'));
  const other = marked ? undefined : await fileTypeFromBuffer(bytes);
  if (other && other.mime !== 'application/xml') throw InvalidError.field(field, 'error.fileNoTable');
  const value = jsonOf(bytes, field);
  if (value !== undefined) return { format: 'json', value };
  const { sheets, characters } = readCsv(bytes, encoding, field);
  return { format: 'csv', sheets: within(sheets, field), characters };
}
