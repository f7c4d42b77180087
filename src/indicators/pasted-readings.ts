import Papa from 'papaparse';
import { unneutral } from '../platform/spreadsheets/csv-text.js';
import { columnOf, READING_COLUMNS, type ReadingColumn } from './vocabulary.js';

export interface PastedReading {
  /** From 1, as a person counts the lines of what was pasted. */
  line: number;
  cells: Partial<Record<ReadingColumn, string>>;
}

export interface PastedReadings {
  lines: PastedReading[];
  /** Names in the heading line that are no columns of a reading, and are left out. */
  unused: string[];
}

/**
 * Readings as lines, pasted from a spreadsheet or typed: cells parted by tabs, else by semicolons, else by commas.
 * A first line of column names, in any language of the interface, gives their order; without one it is that of
 * READING_COLUMNS. Cells beyond the last column stay with the last, so that a note may hold the sign that parts them.
 */
export function parsePastedReadings(text: string): PastedReadings {
  const delimiter = delimiterOf(text);
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter });
  const numbered = data.map((cells, index) => ({ line: index + 1, cells: cells.map(bare) }));
  const filled = numbered.filter(({ cells }) => cells.some(Boolean));
  const heading = filled[0]?.cells.map(columnOf) ?? [];
  const named = heading.includes('period') && heading.includes('value');
  const columns: readonly (ReadingColumn | undefined)[] = named ? heading : READING_COLUMNS;
  return {
    lines: (named ? filled.slice(1) : filled).map(({ line, cells }) => ({
      line,
      cells: named ? byName(columns, cells) : inOrder(cells, delimiter),
    })),
    unused: named ? filled[0]!.cells.filter((name, index) => name && !columns[index]) : [],
  };
}

/** What parts the cells of the first line that has any; inside quotation marks a sign parts nothing. */
function delimiterOf(text: string): string {
  const bareText = text.replace(/"(?:[^"]|"")*"/g, '');
  const first = bareText.split(/[\r\n]+/).find((line) => line.trim() !== '') ?? '';
  return ['\t', ';'].find((sign) => first.includes(sign)) ?? ',';
}

function byName(columns: readonly (ReadingColumn | undefined)[], cells: string[]): PastedReading['cells'] {
  const entries = columns.flatMap((column, index) => (column ? [[column, cells[index] ?? ''] as const] : []));
  return Object.fromEntries(entries);
}

function inOrder(cells: string[], delimiter: string): PastedReading['cells'] {
  const last = READING_COLUMNS.length - 1;
  const rest = cells.slice(last).join(delimiter === '\t' ? ' ' : delimiter);
  const entries = READING_COLUMNS.map((column, index) => [
    column,
    index === last ? rest : (cells[index] ?? ''),
  ]);
  return Object.fromEntries(entries) as PastedReading['cells'];
}

/** Without the apostrophes that our export puts before what a spreadsheet would take for a formula. */
const bare = (cell: string) => unneutral(cell.trim());
