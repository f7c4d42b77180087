import type { FieldMessage } from '../../platform/errors.js';
import type { Sheet, SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import { fold } from '../../platform/i18n/fold.js';
import { levelRank, matchHeading } from './heading-match.js';
import type { Layout } from './layout.js';

/** Rows below by which a first row is judged. */
const JUDGED = 30;
const SHORT = 60;

/** How many cells of a row say what a column holds. */
export const headScore = (cells: readonly string[]): number =>
  new Set(
    cells
      .filter(
        (text) => text.length <= 80 && ((matchHeading(text)?.score ?? 0) > 1 || levelRank(text) !== null),
      )
      .map(fold),
  ).size;

/**
 * The first row of a table when it looks like headings, though none of them is known: short words that never come
 * again, above longer texts, figures or dates. Null when it looks like any other row.
 */
export function unknownHeadings(rows: readonly SheetRow[]): SheetRow | null {
  const at = rows.findIndex(({ cells, across }) => !across && cells.filter(Boolean).length >= 2);
  const head = rows[at];
  const below = rows.slice(at + 1, at + 1 + JUDGED).filter(({ cells }) => cells.filter(Boolean).length >= 2);
  if (!head || below.length === 0) return null;
  const columns = head.cells.flatMap((text, column) => (text ? [column] : []));
  const texts = columns.map((column) => head.cells[column]!);
  const wordy = texts.every((text) => text.length < SHORT && /\p{L}{2}/u.test(text) && !/^\d/.test(text));
  if (!wordy || new Set(texts.map(fold)).size < texts.length) return null;
  const again = below.some(({ cells }) =>
    columns.some((column) => fold(cells[column] ?? '') === fold(head.cells[column]!)),
  );
  return !again && columns.some((column) => differsBelow(head.cells[column]!, column, below)) ? head : null;
}

/** Most of a column is figures or dates, or much longer than the word above it. */
function differsBelow(text: string, column: number, below: readonly SheetRow[]): boolean {
  const cells = below.flatMap((row) => (row.cells[column] ? [row.cells[column]] : []));
  if (cells.length === 0) return false;
  const most = (is: (cell: string) => boolean) => cells.filter(is).length >= cells.length * 0.8;
  if (!/\d/.test(text) && most((cell) => /^[\d\s.,/()-]+$/.test(cell) || /^\d/.test(cell))) return true;
  return most((cell) => cell.length > 20 && cell.length > text.length * 2);
}

/** What is to be asked about the row of headings; null when it says what it is. */
export function headingDoubt({ rows }: Sheet, { headerRow }: Pick<Layout, 'headerRow'>): FieldMessage | null {
  if (rows.length === 0) return null;
  if (headerRow === 0) {
    const first = rows.find(({ cells }) => cells.filter(Boolean).length >= 2);
    if (!first) return null;
    return { key: 'exchange.notice.noHeadings', values: { row: first.number, text: shown(first) } };
  }
  const head = rows.find(({ number }) => number === headerRow);
  if (!head || head.cells.some((text) => matchHeading(text) !== null || levelRank(text) !== null))
    return null;
  return { key: 'exchange.notice.headingsUnknown', values: { row: headerRow, text: shown(head) } };
}

function shown({ cells }: SheetRow): string {
  const text = [...new Set(cells.filter(Boolean))].join(' · ');
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
