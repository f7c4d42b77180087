import type { Sheet, SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import { shapesATree } from '../read/code-shape.js';
import { fold } from '../../platform/i18n/fold.js';
import { guessColumns, guessSplit } from './guess-columns.js';
import { headScore, unknownHeadings } from './heading-doubt.js';
import { matchHeading } from './heading-match.js';
import type { Hierarchy, Layout, Use } from './layout.js';
import { isTitle } from '../read/item-row.js';
import { readItemRows } from '../read/item-rows.js';
import { kindsOf } from '../read/row-kinds.js';
import { tableDrafts } from '../read/table-drafts.js';

/** Headings stand somewhere in the first rows, below a title and a date. */
const HEAD_ROWS = 30;

/** Rows above, by which a row is judged. */
const LOOKED_BACK = 200;

type Chosen = Partial<Pick<Layout, 'sheet' | 'headerRow'>>;

/**
 * How a file is most likely to be read: its sheet, the row of headings, what the columns hold, and where the tree comes
 * from. `chosen` is what a person has already said. A guess, to be looked at and corrected.
 */
export function guessLayout(sheets: readonly Sheet[], textLanguage: string, chosen: Chosen = {}): Layout {
  const index = chosen.sheet !== undefined && sheets[chosen.sheet] ? chosen.sheet : likelySheet(sheets);
  const sheet = sheets[index]!;
  const headerRow = chosen.headerRow ?? likelyHeader(sheet.rows);
  const head = sheet.rows.findIndex(({ number }) => number === headerRow);
  const rows = sheet.rows.slice(head + 1);
  const texts = headingsOf(sheet, headerRow);
  const lastRow = endOfTable(rows, texts);
  const own = lastRow === null ? rows : rows.filter(({ number }) => number <= lastRow);
  const columns = guessColumns({ texts, rows: own }, textLanguage);
  const layout: Layout = {
    sheet: index,
    headerRow,
    lastRow,
    columns,
    hierarchy: 'flat',
    rowLevels: {},
    headingObjectives: false,
    splitCodes: guessSplit(columns, own),
    textLanguage,
    dayOrder: null,
    unknownOwner: null,
    corrections: {},
    everyRow: false,
    skipProblems: false,
  };
  return { ...layout, hierarchy: likelyHierarchy(sheet, layout) };
}

/** The headings of a table's columns; where one says too little, with the heading merged above it. */
export function headingsOf(sheet: Sheet, headerRow: number): string[] {
  const index = sheet.rows.findIndex(({ number }) => number === headerRow);
  if (index < 0) return [];
  const [head, above] = [sheet.rows[index]!, sheet.rows[index - 1]];
  const isDouble = above !== undefined && isUpper(above, head);
  const width = Math.max(head.cells.length, isDouble ? above.cells.length : 0);
  return Array.from({ length: width }, (_, column) => {
    const text = head.cells[column] ?? '';
    if (text === '' && isDouble) return above.cells[column] ?? '';
    const merged = above?.across?.find(
      ([from, to]) => from <= column && column <= to && to - from < width - 1,
    );
    const wide = merged && above!.number === headerRow - 1 ? above!.cells[column] : '';
    return wide && wide !== text && matchHeading(text) === null ? `${wide} ${text}` : text;
  });
}

/** The lines above a table, without the upper row of its headings. */
export function rowsAbove({ rows }: Sheet, headerRow: number): SheetRow[] {
  const head = rows.find(({ number }) => number === headerRow);
  return rows.filter((row) => row.number < headerRow && !isUpper(row, head));
}

function likelySheet(sheets: readonly Sheet[]): number {
  const scores = sheets.map(({ rows, hidden }) => {
    const head = rows.slice(0, HEAD_ROWS).map(({ cells }) => headScore(cells));
    return (
      (hidden ? 0 : 1000) * Math.min(1, rows.length) + 100 * Math.max(0, ...head) + Math.min(rows.length, 99)
    );
  });
  return scores.indexOf(Math.max(...scores));
}

function likelyHeader(rows: readonly SheetRow[]): number {
  const first = rows.slice(0, HEAD_ROWS);
  const scores = first.map(({ cells }) => headScore(cells));
  const best = Math.max(0, ...scores);
  const narrow = Math.max(0, ...rows.slice(0, 100).map(({ cells }) => cells.filter(Boolean).length)) <= 1;
  if (best >= 2 || (best === 1 && narrow)) {
    const at = scores.indexOf(best);
    return first[isUpper(first[at]!, first[at + 1]) ? at + 1 : at]!.number;
  }
  const short = first.findIndex(({ cells, across }) => {
    const filled = cells.filter(Boolean);
    return filled.length >= 2 && !across && filled.every((text) => text.length < 60 && /\p{L}/u.test(text));
  });
  if (short >= 0 && short < rows.length - 1 && best > 0) return first[short]!.number;
  return unknownHeadings(first)?.number ?? 0;
}

/**
 * Headings merged over two rows are there twice, and others have theirs below a common one: the lower row says more. So
 * it is where nothing is merged down, and the lower one has all its texts below common headings, or known ones alone.
 */
function isUpper(head: SheetRow, next: SheetRow | undefined): boolean {
  if (next?.number !== head.number + 1 || headScore(head.cells) < 2) return false;
  const own = next.cells.flatMap((text, column) => (text && !next.down?.includes(column) ? [column] : []));
  const short = own.every((column) => next.cells[column]!.length < 60 && /\p{L}/u.test(next.cells[column]!));
  if (!short || next.down?.length) return short;
  const isBelow = (column: number) =>
    head.across?.some(([from, to]) => from <= column && column <= to) ?? false;
  const isKnown = (column: number) => (matchHeading(next.cells[column]!)?.score ?? 0) > 1;
  const leaves = head.cells.filter((text, column) => text && !next.cells[column]).length;
  return own.length >= 2 && leaves > 0 && (own.every(isBelow) || own.every(isKnown));
}

/** The last row before another table begins: after a gap, a row of headings of which most are not these. */
function endOfTable(rows: readonly SheetRow[], heads: readonly string[]): number | null {
  const own = new Set(heads.map(fold));
  for (const [index, { number, cells }] of rows.entries()) {
    const before = rows[index - 1];
    if (!before || number === before.number + 1) continue;
    const filled = cells.filter(Boolean);
    const others = filled.filter((text) => !own.has(fold(text)));
    const next = rows[index + 1];
    const isHead = filled.length >= 2 && new Set(filled).size > 1 && filled.every((text) => text.length < 60);
    const heading = isHead && headScore(cells) >= 2 && others.length >= filled.length / 2;
    const different =
      isHead &&
      index > 1 &&
      next?.number === number + 1 &&
      looksDifferent(rows.slice(Math.max(0, index - LOOKED_BACK), index), cells);
    if (heading || different) return before.number;
  }
  return null;
}

/** Words where the rows above all have a code with a figure in it. */
function looksDifferent(above: readonly SheetRow[], cells: readonly string[]): boolean {
  const column = cells.findIndex(Boolean);
  const rows = above.filter(({ cells: texts }) => new Set(texts.filter(Boolean)).size > 1);
  const codes = rows.flatMap(({ cells: texts }) => (texts[column] ? [texts[column]] : []));
  const coded = codes.filter((text) => text.length <= 12 && /\d/.test(text)).length;
  return codes.length > 1 && coded >= codes.length * 0.8 && !/\d/.test(cells[column]!);
}

function likelyHierarchy(sheet: Sheet, layout: Layout): Hierarchy {
  const { columns } = layout;
  const has = (use: Use) => columns.includes(use);
  if (columns.some((use) => use.startsWith('level.'))) return 'columns';
  if (!columns.some(isTitle)) return 'flat';
  const { lines } = readItemRows(sheet, layout);
  if (has('parent') && lines.some(({ texts }) => texts.has('parent'))) return 'parent';
  if (has('level') && lines.some(({ texts }) => texts.has('level'))) return 'level';
  const { drafts } = tableDrafts(sheet, layout, []);
  const byShape = shapesATree(drafts.map(({ code }) => code));
  const headings = kindsOf(lines);
  const sections = headings.size;
  if (sections > 0 && sections < lines.length && headings.has(lines[0]!)) {
    const { drafts: coded } = tableDrafts(sheet, { ...layout, hierarchy: 'code' }, []);
    const roots = coded.filter(({ parent }) => parent === null).length;
    return byShape && roots <= sections ? 'code' : 'sections';
  }
  if (byShape) return 'code';
  const indents = new Set(lines.map(({ indent }) => indent));
  return indents.size > 1 ? 'indent' : 'flat';
}
