import { fileTypeFromBuffer } from 'file-type';
import { InvalidError } from '../errors.js';
import type { Encoding } from './decode-text.js';
import { readCsv } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import { LIMITS, type Sheet } from './spreadsheet.js';

export type SpreadsheetFile =
  | { format: 'xlsx' | 'csv'; sheets: Sheet[] }
  /** Parsed, and not checked further. */
  | { format: 'json'; value: unknown };

/** The signature of files of older Office programs, and of newer ones behind a password. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * A workbook, a CSV or a JSON file, told by its content and not by its name. Throws InvalidError on `field` with what
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
  return { format: 'csv', sheets: within(readCsv(bytes, encoding, field), field) };
}

const JSON_START = /^\ufeff?\s*(?:\{\s*["}]|\[\s*[[{"\]])/;
const MARKUP_START = /^\ufeff?\s*<(?:!doctype|\?xml|html|table|head|meta)/i;

/** Undefined when it is not JSON. A web page or another kind of XML is what some programs call a workbook. */
function jsonOf(bytes: Buffer, field: string): unknown {
  const start = bytes.subarray(0, 400).toString('utf8');
  if (MARKUP_START.test(start)) throw InvalidError.field(field, 'error.fileWebPage');
  if (!JSON_START.test(start)) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    const reason = (error as Error).message.slice(0, 200);
    throw InvalidError.field(field, 'error.fileJson', { reason });
  }
}

/** The sheets, when they are within bounds and hold anything at all. */
function within(sheets: Sheet[], field: string): Sheet[] {
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
  if (characters > LIMITS.characters) throw InvalidError.field(field, 'error.fileInflates');
  return sheets;
}
