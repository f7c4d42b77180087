import type { Sheet, SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import { parseAmount } from '../cells/amount-text.js';
import { answerTo, type Corrections } from '../cells/corrections.js';
import { type Doubt, doubtsIn, type FindDoubt } from '../changed/doubts.js';
import { codeKept } from '../changed/kept-code.js';
import { codeKind } from '../changed/offers.js';
import type { Layout, Use } from '../match/layout.js';
import { type CellMessage, type ItemRow, isTitle, type OmittedRow } from './item-row.js';
import { isClosing, whyLeftOut } from './left-out.js';

export interface ItemRows {
  lines: ItemRow[];
  leftOut: OmittedRow[];
}

const AMOUNTS: readonly Use[] = ['needed', 'pledged', 'gap'];

/**
 * Sorts the rows below the headings: items, headings between them, rows that continue the one above (merged with it, or
 * without code and title of their own), and what is left out with its reason.
 */
export function readItemRows(sheet: Sheet, layout: Layout): ItemRows {
  const head = sheet.rows.find(({ number }) => number === layout.headerRow);
  const found: ItemRows = { lines: [], leftOut: [] };
  const findDoubt = doubtsIn(sheet, layout);
  let before: SheetRow | null = null;
  for (const row of sheet.rows) {
    if (row.number <= layout.headerRow) continue;
    const line = lineOf(row, layout, findDoubt, sheet.textOnly);
    const reason = whyLeftOut(row, line, head, layout);
    const last = found.lines.at(-1);
    const adjacent = before?.number === row.number - 1;
    if (reason) found.leftOut.push({ row: row.number, reason: { key: reason }, text: summary(row) });
    else if (!continues(row, line, layout)) found.lines.push(line);
    else if (last && adjacent) join(last, line, row, layout);
    else
      found.leftOut.push({ row: row.number, reason: { key: 'exchange.left.noTitle' }, text: summary(row) });
    if (reason === null) before = row;
  }
  return layout.everyRow ? found : withoutClosing(found);
}

/** Without the lines behind the last item: "Done at Lusaka", the names of those who signed. */
function withoutClosing({ lines, leftOut }: ItemRows): ItemRows {
  const end = lines.findLastIndex((line) => !isClosing(line)) + 1;
  const closing = end === 0 ? [] : lines.slice(end);
  const omitted = closing.map(({ row, texts }) => ({
    row,
    reason: { key: 'exchange.left.note' },
    text: shortened([...texts.values()].join(' · ')),
  }));
  return { lines: lines.slice(0, lines.length - closing.length), leftOut: [...leftOut, ...omitted] };
}

function lineOf(
  row: SheetRow,
  { columns, corrections }: Layout,
  findDoubt: FindDoubt,
  textOnly = false,
): ItemRow {
  const section = isSection(row, columns);
  const line: ItemRow = {
    row: row.number,
    texts: new Map(),
    section,
    ...(row.look && { look: row.look }),
    level: null,
    indent: row.indent ?? 0,
    problems: [],
    notices: [
      ...(row.hidden ? [{ use: null, message: { key: 'exchange.notice.hiddenRow' } }] : []),
      ...struckOut(row, columns),
    ],
  };
  const title = columns.findIndex(isTitle);
  const heading = section ? row.cells[title] || row.cells.find(Boolean)! : '';
  if (section) line.texts.set(columns[title]!, heading);
  columns.forEach((use, column) => {
    if (use === '') return;
    const broken = row.broken?.[column];
    if (broken) line.problems.push({ use, message: { key: `exchange.problem.${broken}` } });
    if (section ? row.cells[column] === heading : isSpread(row, column, columns)) return;
    const doubt = findDoubt(row, column);
    const cell = row.cells[column] ?? '';
    const kept = textOnly && codeKind(use) === 'code' ? codeKept(cell) : null;
    const text = doubt ? resolved(line, doubt, cell, corrections) : (kept ?? cell);
    if (text) line.texts.set(use, AMOUNTS.includes(use) ? exact(text, row.raw?.[column]) : text);
  });
  return line;
}

/** What is struck out is taken all the same, and said: once for a row of which nothing else is left. */
function struckOut({ cells, struck = {} }: SheetRow, columns: readonly Use[]): CellMessage[] {
  const found = Object.entries(struck);
  if (found.length === 0) return [];
  const isWhole = cells.every((text, column) => !text || struck[column] === text);
  if (isWhole) return [{ use: null, message: { key: 'exchange.notice.struckRow' } }];
  return found.map(([column, text]) => ({
    use: columns[Number(column)] || null,
    message: { key: 'exchange.notice.struck', values: { text: shortened(text) } },
  }));
}

/** The text that was chosen for a cell in doubt; until then it is said, and stands unless it cannot be meant so. */
export function resolved(
  line: Pick<ItemRow, 'problems' | 'notices'>,
  doubt: Doubt,
  text: string,
  corrections: Corrections | undefined,
): string {
  const { use, message, asked, certain } = doubt;
  const answer = answerTo(corrections, use, asked.key) ?? answerTo(corrections, use, asked.text);
  if (answer !== undefined) {
    const values = { text: asked.text, becomes: answer };
    line.notices.push({ use, message: { key: 'exchange.answered', values }, asked });
    return answer;
  }
  (certain ? line.problems : line.notices).push({ use, message, asked });
  // Without its code a row is not found again in the plan, where it may stand like that.
  return certain && codeKind(use) !== 'code' ? '' : text;
}

/** An amount shown rounded is read as it is; its currency may be in what is shown. */
function exact(text: string, raw: string | undefined): string {
  if (raw === undefined) return text;
  const currency = parseAmount(text)?.currency ?? /([A-Z]{3}|[€£])/.exec(text)?.[1] ?? '';
  return `${currency} ${raw}`.trim();
}

/** The columns that cells merged side by side cover with this one; null when it is not among such. */
const mergedAt = ({ across = [] }: SheetRow, column: number) =>
  across.find(([from, to]) => from <= column && column <= to && from < to) ?? null;

/** The text of merged cells is the title's where they cover one, and no code, date or State besides. */
function isSpread(row: SheetRow, column: number, columns: readonly Use[]): boolean {
  const [from, to] = mergedAt(row, column) ?? [column, column];
  const title = columns.findIndex((use, at) => from <= at && at <= to && isTitle(use));
  return title >= 0 && title !== column;
}

/** Merged over the title and most of the columns: a heading, whatever sum stands beside it. */
function isWide(row: SheetRow, columns: readonly Use[]): boolean {
  const title = columns.findIndex(isTitle);
  const merged = row.cells[title] ? mergedAt(row, title) : null;
  if (!merged || row.down?.includes(title)) return false;
  const used = columns.flatMap((use, column) => (use ? [column] : []));
  return used.filter((at) => merged[0] <= at && at <= merged[1]).length > used.length / 2;
}

/** One text, in cells merged side by side or alone in front of the titles; behind them it goes on with the row above. */
function isSection(row: SheetRow, columns: readonly Use[]): boolean {
  const filled = row.cells.flatMap((text, column) => (text ? [column] : []));
  if (isWide(row, columns)) return true;
  if (filled.length === 0 || new Set(row.cells.filter(Boolean)).size > 1) return false;
  const [first] = filled;
  const merged = row.across?.some(([from, to]) => from <= first! && to > first!) ?? false;
  if (merged) return true;
  const use = columns[first!] ?? '';
  const inFront = first! < columns.findIndex(isTitle);
  // Codes are short, and so are the names of States above their pledges.
  const words = codeKind(use) === null ? /\p{L}{2}/u : /\p{L}{2}.*\s|\p{L}{6}/u;
  return filled.length === 1 && inFront && use !== 'id' && words.test(row.cells[first!]!);
}

/** Its code and title are those of the row above, or it has none. */
function continues(row: SheetRow, line: ItemRow, { columns }: Layout): boolean {
  if (line.section) return false;
  const own = columns.flatMap((use, column) =>
    (isTitle(use) || use === 'code') && row.cells[column] && !row.down?.includes(column) ? [use] : [],
  );
  const titled = columns.some(
    (use, column) => isTitle(use) && row.down?.includes(column) && row.cells[column],
  );
  const coded = columns.includes('code') && own.includes('code');
  return titled ? own.length === 0 : own.length === 0 && !coded;
}

/** Adds what a continuing row says to the line above. */
function join(last: ItemRow, line: ItemRow, row: SheetRow, { columns }: Layout): void {
  columns.forEach((use, column) => {
    const text = line.texts.get(use);
    if (!text || row.down?.includes(column)) return;
    const before = last.texts.get(use);
    last.texts.set(use, before ? `${before}\n${text}` : text);
  });
  last.problems.push(...line.problems);
  last.notices.push(...line.notices, {
    use: null,
    message: { key: 'exchange.notice.joined', values: { row: row.number } },
  });
}

function summary(row: SheetRow): string {
  return shortened([...new Set(row.cells.filter(Boolean))].join(' · '));
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
