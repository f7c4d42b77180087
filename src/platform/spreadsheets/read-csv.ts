import Papa from 'papaparse';
import { InvalidError } from '../errors.js';
import { unneutral } from './csv-text.js';
import { type Characters, decodeText } from './decode-text.js';
import type { Encoding } from './encodings.js';
import { LIMITS, type Sheet, type SheetRow } from './spreadsheet.js';

/**
 * The one sheet of a CSV file, its separator and characters found out, and what they are. Throws InvalidError on `field` when it is not
 * text, has too many rows, or a quotation mark that is never closed (the rest of the file would be one cell).
 */
export function readCsv(
  bytes: Uint8Array,
  encoding: Encoding | null,
  field: string,
): { sheets: Sheet[]; characters: Characters | null } {
  const decoded = decodeText(bytes, encoding);
  if (!decoded) throw InvalidError.field(field, 'error.fileNoTable');
  // Excel's own first line, by which it finds the separator again.
  const [head = '', separator] = /^\ufeff?sep=(.)\r?\n/i.exec(decoded.text) ?? [];
  const text = decoded.text.slice(head.length).replace(/^\ufeff/, '');
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: separator ?? likelySeparator(text),
    skipEmptyLines: false,
    preview: LIMITS.rows + 2,
  });
  const first = head ? 2 : 1;
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) throw InvalidError.field(field, 'error.fileQuotes', { row: (open.row ?? 0) + first });
  const rows = data.map((cells, index) => rowOf(cells, index + first)).filter(isFilled);
  return {
    sheets: [{ name: '', hidden: false, textOnly: true, rows }],
    characters: decoded.characters,
  };
}

const SEPARATORS = [',', ';', '\t', '|'];
/** Rows by which a separator is judged, and characters: a file without an end of line is one row. */
const JUDGED = 50;
const LOOKED_AT = 1_000_000;

/** The one that parts most rows into the same number of cells, and into many: text holds the others here and there. */
function likelySeparator(whole: string): string {
  const text = whole.slice(0, LOOKED_AT);
  const scores = SEPARATORS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: JUDGED, skipEmptyLines: 'greedy' });
    const counts = new Map<number, number>();
    for (const { length } of data) counts.set(length, (counts.get(length) ?? 0) + 1);
    const scored = [...counts].map(([cells, rows]) => (cells > 1 ? cells * (rows / data.length) ** 2 : 0));
    return Math.max(0, ...scored);
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))]!;
}

const isFilled = ({ cells }: SheetRow) => cells.length > 0;

/** A row of text as a row of a sheet. */
export function rowOf(cells: string[], number: number): SheetRow {
  const texts = cells.map((text) => unneutral(text).replace(/\r\n?/g, '\n').trim());
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  const shown = cells.find((text) => text.trim() !== '') ?? '';
  const indent = /^[ \u00a0\t]*/.exec(shown)![0].replaceAll('\t', '    ').length;
  return { number, cells: texts, ...(indent > 1 && { indent }) };
}
