import type { SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import type { Layout } from '../match/layout.js';
import { fold } from '../../platform/i18n/fold.js';
import { TOTAL, NOTE } from '../words/level-words.data.js';
import type { ItemRow } from './item-row.js';
import { levelWord } from './row-kinds.js';

/** Why a row is no item, as a text's key; null when it is one. */
export function whyLeftOut(
  row: SheetRow,
  line: ItemRow,
  head: SheetRow | undefined,
  layout: Layout,
): string | null {
  if (layout.lastRow !== null && row.number > layout.lastRow) return 'exchange.left.below';
  const first = fold(row.cells.find(Boolean) ?? '');
  if (head && row.cells.length > 1 && sameCells(row, head)) return 'exchange.left.heading';
  if (head && row.number === head.number + 1 && isNumbering(row)) return 'exchange.left.numbering';
  if (line.texts.size === 0 && line.problems.length === 0) return 'exchange.left.nothing';
  if (layout.everyRow) return null;
  const coded = [...line.texts.keys()].some(
    (use) => use === 'code' || use === 'id' || use.startsWith('levelCode.'),
  );
  const isWord = !/\d/.test(first) && NOTE.exec(first)?.[0] === first;
  if (!line.section && coded && isWord) return 'exchange.left.note';
  if (!line.section && coded && !TOTAL.test(first)) return null;
  if (TOTAL.test(first)) return 'exchange.left.total';
  const alone = new Set(row.cells.filter(Boolean)).size === 1;
  return alone && NOTE.test(first) ? 'exchange.left.note' : null;
}

/** A line over the table's width that heads nothing and is counted by nothing. */
export function isClosing({ section, texts }: ItemRow): boolean {
  const [text = ''] = texts.values();
  return (
    section &&
    texts.size === 1 &&
    levelWord(text) === null &&
    !/^(?:\d|[IVX]{1,5}[.) ]|[A-Z][.)])/.test(fold(text).toUpperCase())
  );
}

const sameCells = (row: SheetRow, head: SheetRow) =>
  row.cells.length === head.cells.length &&
  row.cells.every((text, column) => fold(text) === fold(head.cells[column]!));

/** "1 | 2 | 3 | 4" below the headings: the numbers of the columns, as forms of the Russian kind have them. */
function isNumbering({ cells }: SheetRow): boolean {
  const filled = cells.filter(Boolean);
  return filled.length >= 3 && filled.every((text, index) => text === String(index + 1));
}
