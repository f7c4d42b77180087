import type { Align } from '../document.js';
import { markerOf } from './markers.js';

/** A table whose cells are text still. All rows have as many cells as it has columns. */
export interface CellTable {
  /** Null where the first row is one like the others. */
  head: string[] | null;
  rows: string[][];
  aligns: (Align | undefined)[];
}

/** More than a page can show. Further cells of a line stand in the last one. */
const MOST_COLUMNS = 40;
/** A cell of several lines, or with quotes, as Excel copies it: beside a tab, and at the end of a cell. */
const QUOTED = /(?<=\t)"((?:[^"]|""){0,5000})"(?=\t|\n|$)|(?<=^|\n)"((?:[^"]|""){0,5000})"(?=\t)/g;
const isDelimiter = (line: string) =>
  /^[-|: \t]+$/.test(line) && line.includes('|') && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));
const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';

/** Cells of a spreadsheet that hold line ends, each on one line. */
export const withoutQuotedCells = (text: string): string =>
  text.includes('\t') && text.includes('"')
    ? text.replace(QUOTED, (_, a?: string, b?: string) =>
        (a ?? b ?? '').replaceAll('""', '"').replace(/\s*\n\s*/g, ' '),
      )
    : text;

/** The table that begins at a line, and the line after it; null when none does. */
export function readTable(lines: readonly string[], at: number): { table: CellTable; next: number } | null {
  return piped(lines, at) ?? tabbed(lines, at);
}

function piped(lines: readonly string[], at: number) {
  const head = lines[at]!;
  if (!head.includes('|')) return null;
  const delimiter = lines[at + 1] ?? '';
  const isDelimited = isDelimiter(delimiter);
  const isRow = (line: string) =>
    isDelimited ? cellsOf(line).length > 1 || hasBars(line) : hasBars(line) && cellsOf(line).length > 1;
  if (!isRow(head)) return null;
  let next = at + (isDelimited ? 2 : 1);
  while (!isBlank(lines[next]) && isRow(lines[next]!)) next += 1;
  const rows = lines.slice(at + (isDelimited ? 2 : 1), next).map(cellsOf);
  if (!isDelimited) return rows.length > 0 ? { table: tableOf([cellsOf(head), ...rows]), next } : null;
  const all = squared([cellsOf(head), ...rows]);
  const [first, ...others] = all;
  const named = first!.some((cell) => cell !== '') ? first! : null;
  const aligns = cellsOf(delimiter).map(alignOf);
  return { table: { head: named, rows: others, aligns: alignsOf(others, first!.length, aligns) }, next };
}

const hasBars = (line: string) => {
  const text = line.trim();
  return text.length > 1 && text.startsWith('|') && text.endsWith('|');
};
const alignOf = (cell: string): Align | undefined =>
  cell.endsWith(':') ? (cell.startsWith(':') ? 'center' : 'end') : undefined;

/** How a table of a spreadsheet or of Word arrives in a field of a form. One line with a tab is a line. */
function tabbed(lines: readonly string[], at: number) {
  const isRow = (line: string | undefined) => !isBlank(line) && line!.includes('\t');
  const isIndented = (line: string) => !line.trim().includes('\t');
  if (!isRow(lines[at]) || !isRow(lines[at + 1])) return null;
  if (isIndented(lines[at]!) && isIndented(lines[at + 1]!)) return null;
  // A number or bullet with a tab after it, as Word puts one.
  if (markerOf(lines[at]!) && lines[at]!.trim().split('\t').length < 3) return null;
  let next = at;
  while (isRow(lines[next])) next += 1;
  const rows = lines.slice(at, next).map((line) => atMost(line.split('\t'), ' ').map((cell) => cell.trim()));
  return { table: tableOf(withCorner(rows)), next };
}

/** Its first row is a heading where it holds words alone. */
function tableOf(rows: string[][]): CellTable {
  const all = squared(rows);
  const [first, ...others] = all;
  const named = !first!.slice(1).some(isNumber) && others.length > 0 && first!.some((cell) => cell !== '');
  const body = named ? others : all;
  return { head: named ? first! : null, rows: body, aligns: alignsOf(body, first!.length, []) };
}

const isNumber = (cell: string) => {
  const text = cell.replace(/<br *\/?>/gi, ' ');
  return /\p{Nd}/u.test(text) && /^[\p{Nd}\s.,%+−-]+$/u.test(text);
};

/** Figures stand at the end of their cells, but for those that name a row. */
function alignsOf(rows: readonly string[][], width: number, said: readonly (Align | undefined)[]) {
  return Array.from({ length: width }, (_, column): Align | undefined => {
    if (said[column] || column === 0) return said[column];
    const cells = rows.map((row) => row[column]!).filter((cell) => cell !== '');
    return cells.length > 0 && cells.every(isNumber) ? 'end' : undefined;
  });
}

/** The cells of a line with bars between them; a bar after a backslash is one of the text. */
function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '');
  const cells: string[] = [];
  let begin = 0;
  for (let at = 0; at < inner.length; at += 1) {
    if (inner[at] === '\\') at += 1;
    else if (inner[at] === '|') {
      cells.push(inner.slice(begin, at).trim());
      begin = at + 1;
    }
  }
  if (inner.slice(begin).trim() !== '') cells.push(inner.slice(begin).trim());
  return atMost(cells, ' \\| ');
}

const atMost = (cells: string[], between: string) =>
  cells.length <= MOST_COLUMNS
    ? cells
    : [...cells.slice(0, MOST_COLUMNS - 1), cells.slice(MOST_COLUMNS - 1).join(between)];

/** What is empty at the ends of a text goes when it is saved: the corner of a table, or its last cell. */
function withCorner(rows: string[][]): string[][] {
  const width = Math.max(...rows.map((row) => row.length));
  const [first, ...others] = rows;
  const lacksCorner = first!.length === width - 1 && others.every((row) => row.length >= width - 1);
  return lacksCorner && others[0]!.length === width ? [['', ...first!], ...others] : rows;
}

function squared(rows: string[][]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return rows.map((row) =>
    row.length === width ? row : [...row, ...Array<string>(width - row.length).fill('')],
  );
}
