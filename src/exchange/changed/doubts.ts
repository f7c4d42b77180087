import type { Sheet, SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import { codeText } from '../../platform/i18n/code-text.js';
import { isJvapCode, isSdgTarget } from '../../framework/framework.js';
import { type Question, rowKey } from '../cells/corrections.js';
import type { Layout, Use } from '../match/layout.js';
import { codeParts } from '../read/code-shape.js';
import type { CellMessage } from '../read/item-row.js';
import { codeKept } from './kept-code.js';
import { dateFigures, figuresBehind, serialFigures } from './date-shape.js';
import { keepsZero, powersBehind, withZero } from './number-shape.js';
import { type CodeKind, codeKind, type Neighbours, neighboursOf, offersOf } from './offers.js';

/** That a cell may not say what was written into it. */
export interface Doubt extends CellMessage {
  use: Use;
  asked: Question;
  /** It cannot be meant as it stands, so that an answer is needed. */
  certain: boolean;
}

export type FindDoubt = (row: SheetRow, column: number) => Doubt | null;

/** A column as far as its cells are judged by each other. */
interface Column {
  use: Use;
  kind: CodeKind;
  beside: Neighbours;
  threeParts: boolean;
  /** It has texts such as 1.10, which a spreadsheet that took them for numbers would have shortened. */
  keepsZeros: boolean;
}

interface CellView {
  column: Column;
  row: SheetRow;
  /** As a person sees it in the file. */
  shown: string;
  text: string;
  /** What a number is exactly. */
  exactly: string | undefined;
  /** It may be a number without a format, whose last zero would be gone. */
  asTyped: boolean;
  before: readonly string[];
}

/**
 * Finds what a spreadsheet may have changed in the columns of codes: 10-Jul for 10.7, 1E+01 for 1E1, 17.1 for 17.10.
 * Workbooks say what a cell holds and how it is shown; of text only its shape is known.
 */
export function doubtsIn(sheet: Sheet, { headerRow, columns }: Layout): FindDoubt {
  const rows = sheet.rows.filter(({ number }) => number > headerRow);
  const textsOf = (column: number) => rows.flatMap(({ cells }) => (cells[column] ? [cells[column]] : []));
  const known = columns.map((use, column): Column | null => {
    const kind = codeKind(use);
    return (
      kind && columnFor(use, kind, plainTexts(rows, kind === 'parent' ? columns.indexOf('code') : column))
    );
  });
  const texts = known.map((one, column) => (one ? textsOf(column) : []));
  const seen = columns.map(() => 0);
  return (row, index) => {
    const column = known[index];
    const text = row.cells[index];
    if (!column || !text) return null;
    if (sheet.textOnly && column.kind === 'code' && codeKept(text) !== null) return null;
    const before = texts[index]!.slice(0, seen[index]);
    seen[index]! += 1;
    const isNumber = row.numbers?.includes(index) || row.raw?.[index] !== undefined;
    const mayBeChanged = sheet.textOnly || isNumber || row.dates?.includes(index);
    if (row.down?.includes(index) || !mayBeChanged) return null;
    return doubtOf({
      column,
      row,
      text: codeText(text),
      shown: row.shown?.[index] ?? text,
      exactly: row.raw?.[index],
      // A file of text keeps every zero or none.
      asTyped: sheet.textOnly ? !column.keepsZeros : Boolean(row.numbers?.includes(index)),
      before,
    });
  };
}

/** What stands in a column as it was written. */
const plainTexts = (rows: readonly SheetRow[], column: number): string[] =>
  rows.flatMap(({ cells, dates }) => {
    const text = cells[column];
    const changed = !text || dates?.includes(column) || dateFigures(text) || powersBehind(text, undefined);
    return changed ? [] : [text];
  });

function columnFor(use: Use, kind: CodeKind, codes: readonly string[]): Column {
  const deep = codes.filter((text) => codeParts(text).length === 3).length;
  return {
    use,
    kind,
    beside: neighboursOf(codes),
    threeParts: deep > codes.length / 3,
    keepsZeros: codes.some(keepsZero),
  };
}

function doubtOf(cell: CellView): Doubt | null {
  const { column, text, shown, exactly } = cell;
  const date = dateFigures(text) ?? dateFigures(shown);
  if (date) {
    const readings = figuresBehind(date, column.threeParts);
    return ask(cell, 'exchange.problem.codeDate', offersOf(column.kind, readings, column.beside), true);
  }
  const powers = powersBehind(text, exactly);
  if (powers) {
    const readings = powers.map((power) => [power]);
    return ask(cell, 'exchange.problem.codePower', offersOf(column.kind, readings, column.beside), true);
  }
  const serial = cell.asTyped ? serialFigures(text) : null;
  if (serial && !column.beside.codes.some((code) => code !== text && /\d{4}/.test(code)))
    return ask(
      cell,
      'exchange.notice.codeSerial',
      offersOf(column.kind, figuresBehind(serial), column.beside),
      false,
    );
  return numberDoubt(cell);
}

/** What a number has lost, or what its comma may have been. It may well be meant as it stands. */
function numberDoubt(cell: CellView): Doubt | null {
  const { column, text, asTyped } = cell;
  const { kind } = column;
  const longer = asTyped ? withZero(text) : null;
  if (longer && (kind === 'sdg' ? isSdgTarget(longer) : kind === 'code' && goesOn(text, cell.before)))
    return ask(
      cell,
      'exchange.notice.zeroLost',
      { offers: [longer], likely: kind === 'code' ? longer : null },
      false,
    );
  const [, one = '', sign, other = ''] = /^(\d{1,2})([.,])(\d{1,2})$/.exec(text) ?? [];
  const pointed = `${one}.${other}`;
  const isCode = kind === 'sdg' ? isSdgTarget(pointed) : kind === 'jvap' && isJvapCode(pointed);
  if (sign === ',' && isCode)
    return ask(cell, 'exchange.notice.comma', { offers: [pointed], likely: null }, false);
  if ((kind === 'objectives' || kind === 'principles') && sign === '.') {
    const { offers } = offersOf(kind, [[one, other]], column.beside);
    if (offers.length > 0)
      return ask(cell, 'exchange.notice.comma', { offers: offers.slice(0, 1), likely: null }, true);
  }
  return null;
}

/** Whether the codes above, of the same beginning, come to where this one would be next: 1.8, 1.9 and then 1.1. */
function goesOn(text: string, before: readonly string[]): boolean {
  const [above, figure] = text.split('.');
  const run: string[] = [];
  for (const code of [...before].reverse()) {
    const parts = codeParts(code);
    if (parts[0] !== above || parts.length < 2) break;
    run.push(parts.slice(0, 2).join('.'));
  }
  return run.includes(text) || run[0] === `${above}.${Number(figure) * 10 - 1}`;
}

function ask(
  { column, row, shown }: CellView,
  key: string,
  { offers, likely }: { offers: readonly string[]; likely: string | null },
  certain: boolean,
): Doubt {
  const message = offers.length > 0 ? key : 'exchange.problem.codeLost';
  return {
    use: column.use,
    message: { key: message, values: { text: shown, offers: offers.join(', ') } },
    // The same text may stand for two codes; a target or an objective it is the same wherever it stands.
    asked: { key: column.kind === 'code' ? rowKey(row.number) : shown, text: shown, offers, likely },
    certain,
  };
}
