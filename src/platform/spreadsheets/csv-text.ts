import Papa from 'papaparse';

/** What a spreadsheet takes for the beginning of a formula; the last four are the same in wide letters. */
const SIGN = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]';
/** What may stand before it and count for nothing. */
const BEFORE = `[ \\u00a0"']*`;
/** Where a cell begins: at its beginning, or behind what parts cells and rows where commas do not. */
const ANYWHERE = `(?<=[;|\\t\\r\\n])`;
const STARTS = `(?=${BEFORE}(?:${SIGN}|[\\t\\r]))`;
const UNMARKED = new RegExp(`^${STARTS}|${ANYWHERE}(?=${BEFORE}${SIGN})`, 'g');
const MARKED = new RegExp(`^'${STARTS}|${ANYWHERE}'(?=${BEFORE}${SIGN})`, 'g');
const FIGURE = /^-\d+(\.\d+)?$/;

/**
 * A text that no spreadsheet runs as a formula: an apostrophe in front says that it is text. So it does behind a
 * semicolon, a tab or the end of a line within the text, where another begins for who parts cells by them: in most of
 * Europe a file with commas is one cell a line, its quotation marks text like any other.
 */
export const neutral = (text: string): string => (FIGURE.test(text) ? text : marked(text));

const marked = (text: string): string => text.replace(UNMARKED, "'");

/** The text that `neutral` was given. */
export const unneutral = (text: string): string => text.replace(MARKED, '');

/** Where a line is one cell, a figure that begins it goes on with the texts behind it, and may be a formula with them. */
const startsLine = ({ length }: readonly unknown[], column: number) => column === 0 && length > 1;

/** Rows as CSV, the one way in which it is written: in UTF-8 with the mark by which spreadsheets know it. */
export const csvOf = (rows: readonly (readonly (string | null | undefined)[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => row.map((text, column) => (startsLine(row, column) ? marked : neutral)(text ?? ''))),
    { newline: '\r\n' },
  )}\r\n`;
