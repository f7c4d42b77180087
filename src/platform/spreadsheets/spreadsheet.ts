/** A row as a person sees it in the file; cells hold the text that is shown. */
export interface SheetRow {
  /** Number of the row in the file, from 1. */
  number: number;
  cells: string[];
  /** By column, what a number is when it is shown rounded or with separators. */
  raw?: Record<number, string>;
  hidden?: boolean;
  /** By column, what is struck out: all of the cell, or words in it. */
  struck?: Record<number, string>;
  /** How far the first text is pushed in: by the cell's indent, the row's outline level or leading spaces. */
  indent?: number;
  /** What sets the style of its first text apart from that of plain cells ("bold-FFCC00"). */
  look?: string;
  /** Columns whose cell is merged with the one above, which gave it its text. */
  down?: number[];
  /** First and last column of cells merged side by side, which all have the text of the first. */
  across?: [first: number, last: number][];
  /** By column, how a date is shown in the file. */
  shown?: Record<number, string>;
  /** Columns that hold a number as it was typed: what is shown is no format that somebody chose. */
  numbers?: number[];
  /** Columns that hold a date, which is written as YYYY-MM-DD, YYYY-MM or YYYY, as far as it is shown. */
  dates?: number[];
  /** Columns whose value cannot be known: a formula that was never calculated, or one that failed. */
  broken?: Record<number, 'formula' | 'error'>;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Rows with anything in them, in their order. */
  rows: SheetRow[];
  /** Its cells are text and nothing else, as in CSV: what was a number or a date is not known. */
  textOnly?: true;
  /** Columns that the file hides and that hold something. */
  hiddenColumns?: number[];
  /** Texts that stand in no cell: comments, by their cell, and what is written in shapes. */
  beside?: { cell: string | null; text: string }[];
}

/** Bounds for files from outside: what is beyond is refused before it can fill the memory. */
export const LIMITS = {
  bytes: 25_000_000,
  /** Of a workbook unpacked, and the files in it. */
  inflatedBytes: 150_000_000,
  entries: 2000,
  /** Of one sheet: five thousand items, and room for titles and headings around them. */
  rows: 6_000,
  columns: 200,
  /** Of all sheets together; a cell costs more than its text. */
  cells: 300_000,
  /** Of one cell; a workbook's holds a third of it. */
  cellCharacters: 100_000,
  /** Of all sheets together. */
  characters: 15_000_000,
  /** For reading a file. */
  milliseconds: 60_000,
  megabytes: 1024,
} as const;

/** "A", "B" … "AA": what a spreadsheet calls a column, from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
