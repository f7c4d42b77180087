import { type Block, type Line, linesOf, type Table } from '../../platform/documents/read-word/lines.js';
import { type Recognizer } from './recognize.js';

/** A row of a table, with what tells whose it is. */
export interface BoxRow {
  lines: Line[];
  /** Questions whose key it holds, by index; null for a key of another form. */
  keys: (number | null)[];
  /** The question whose title it begins with. */
  title: number | null;
  hasBoxLabel: boolean;
}

/** Rows that belong together: from a question's head to the next. */
export interface Segment {
  rows: BoxRow[];
  /** `keyed` is a box; `unmarked` has lost its key, `other` has a foreign one, `above` stands over the first head. */
  kind: 'keyed' | 'unmarked' | 'other' | 'above';
  question: number | null;
  /** Whether the question is known by its title, and not by its place alone. */
  isSure: boolean;
}

/** Whether a key or a title is in the tables, at any depth. */
export const holdsBox = (blocks: readonly Block[], known: Recognizer): boolean =>
  blocks.some(
    (block) => block.kind === 'table' && (isBox(block, known) || holdsBox(block.rows.flat(2), known)),
  );

/** Whether a table's own rows are a question's: tables within its cells are not looked at. */
export const isBox = (table: Table, known: Recognizer): boolean =>
  table.rows.some((cells) => {
    const row = rowOf(cells, known, []);
    return row.keys.length > 0 || row.title !== null || row.hasBoxLabel;
  });

/** A row's own lines. Boxes within its cells, which somebody pasted there, are put into `inner`. */
export function rowOf(cells: readonly Block[][], known: Recognizer, inner: Table[]): BoxRow {
  const own = cells.map((cell) =>
    cell.filter((block) => {
      const isInner = block.kind === 'table' && holdsBox([block], known);
      if (isInner) inner.push(block);
      return !isInner;
    }),
  );
  const lines = own.flatMap((cell) => linesOf(cell));
  const first = lines.find(({ text }) => text.trim() !== '');
  return {
    lines,
    keys: [...known.keys(lines.map(({ text }) => text).join('\n')).values()],
    title: first ? known.title(first.text) : null,
    hasBoxLabel: lines.some(({ text }) => known.besideBoxLabel(text) === ''),
  };
}

/**
 * Word joins tables that lost the line between them: a question ends where the next begins, be it by its title alone.
 * `keyed`: the questions whose key is anywhere in the file.
 */
export function segmentsOf(
  rows: readonly BoxRow[],
  keyed: ReadonlySet<number>,
  known: Recognizer,
): Segment[] {
  const segments: Segment[] = [];
  for (const row of rows) {
    const now = segments.at(-1);
    const begun = beginning(row, now, keyed, known);
    if (begun) segments.push({ ...begun, rows: [row] });
    else if (now) now.rows.push(row);
    else segments.push({ rows: [row], kind: 'above', question: null, isSure: false });
  }
  const [first, second] = segments;
  if (first?.kind === 'above') first.question = second?.question ?? null;
  return segments;
}

function beginning(
  row: BoxRow,
  now: Segment | undefined,
  keyed: ReadonlySet<number>,
  known: Recognizer,
): Omit<Segment, 'rows'> | null {
  const [key] = row.keys;
  if (row.keys.length > 1) return { kind: 'unmarked', question: null, isSure: false };
  if (key !== undefined) return { kind: key === null ? 'other' : 'keyed', question: key, isSure: true };
  if (row.title !== null && row.title !== now?.question)
    return { kind: 'unmarked', question: row.title, isSure: true };
  // A second label below the first: somebody copied it, unless a question has lost its head and may be this one.
  const isSecond = now?.rows.some(({ hasBoxLabel }) => hasBoxLabel) ?? true;
  if (row.hasBoxLabel && isSecond && (!now || keyed.size < known.ids.length))
    return { kind: 'unmarked', question: now?.question ?? null, isSure: false };
  return null;
}
