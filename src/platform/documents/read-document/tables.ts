import type { Align, Column, Run, Table } from '../document.js';
import { chosen } from '../read-word/alternatives.js';
import { attribute, child, childrenOf, value, type XmlElement } from '../read-word/xml.js';
import { isOn, isRead, isRowRead, propertiesOf } from './mode.js';
import { paragraphsIn, type TextReader } from './runs.js';
import { inlineOf, type Token } from './tokens.js';

/** More columns than a page has room for. */
const MOST_COLUMNS = 200;

/** A table; the labels of its columns are in the row that is repeated on every page. */
export function tableFrom(table: XmlElement, texts: TextReader): Table {
  const rows = rowsOf(table, texts);
  const [first] = rows;
  const head = first && isOn(child(first, 'trPr'), 'tblHeader') ? first : undefined;
  const body = head ? rows.slice(1) : rows;
  const cells = rows.map((row) => cellsOf(row, texts));
  const grid = child(table, 'tblGrid');
  const widths = grid
    ? childrenOf(grid).flatMap((one) =>
        one.name === 'gridCol' ? [Number(attribute(one, 'w') ?? 0) || 0] : [],
      )
    : [];
  const count = Math.min(MOST_COLUMNS, Math.max(...cells.map((row) => row.length), head ? widths.length : 0));
  const aligned = cells[0] ?? [];
  const columns = [...Array(count).keys()].map((index): Column => {
    const cell = aligned[index];
    const align = cell ? alignOf(cell, texts) : 'start';
    return {
      label: head && cell ? texts.plain(tokensOf(cell, texts)) : '',
      ...(align !== 'start' && { align }),
      ...widthOf(widths.slice(0, count), index),
    };
  });
  return {
    type: 'table',
    columns,
    rows: (head ? cells.slice(1) : cells)
      .slice(0, body.length)
      .map((row) => [...Array(count).keys()].map((index) => (row[index] ? runsOf(row[index], texts) : []))),
  };
}

/** Shares of the table's width where they differ; a twip is lost when they are written. */
function widthOf(widths: number[], index: number): { width?: number } {
  const least = Math.min(...widths);
  const own = widths[index] ?? 0;
  if (!(least > 0) || own === 0 || widths.every((width) => Math.abs(width - least) < 20)) return {};
  const share = Math.round((own / least) * 100) / 100;
  const whole = Math.round(share);
  return { width: Math.abs(share - whole) < 0.02 ? whole : share };
}

function rowsOf(of: XmlElement, texts: TextReader): XmlElement[] {
  return childrenOf(of).flatMap((one) => {
    if (!isRead(one, texts.mode)) return [];
    if (one.name === 'tr') return isRowRead(one, texts.mode) ? [one] : [];
    return one.name === 'p' || one.name === 'tbl' ? [] : rowsOf(one, texts);
  });
}

/** Its cells by the columns they stand in; one that reaches over several leaves the others empty. */
export function cellsOf(row: XmlElement, texts: TextReader): (XmlElement | undefined)[] {
  return childrenOf(row).flatMap((one): (XmlElement | undefined)[] => {
    if (!isRead(one, texts.mode)) return [];
    if (one.name === 'AlternateContent') return cellsOf(chosen(one), texts);
    if (one.name !== 'tc') return one.name === 'p' || one.name === 'tbl' ? [] : cellsOf(one, texts);
    const properties = child(one, 'tcPr');
    const span = Math.min(Math.max(Number(value(properties, 'gridSpan') ?? 1) || 1, 1), MOST_COLUMNS);
    const merge = child(properties, 'vMerge');
    const isBelow = merge && attribute(merge, 'val') !== 'restart';
    return [isBelow ? undefined : one, ...Array<undefined>(span - 1).fill(undefined)];
  });
}

function tokensOf(cell: XmlElement, texts: TextReader): Token[] {
  return [...paragraphsIn(cell, texts.mode)].flatMap((paragraph, index) => [
    ...(index > 0 ? [{ text: '\n' }] : []),
    ...inlineOf(paragraph, texts.file, texts.mode).tokens,
  ]);
}

function runsOf(cell: XmlElement, texts: TextReader): Run[] {
  return texts.ownRuns(tokensOf(cell, texts), directionIn(cell, texts));
}

const firstProperties = (cell: XmlElement, texts: TextReader) => {
  const first = paragraphsIn(cell, texts.mode).next().value;
  return first && propertiesOf(first, 'pPr', texts.mode);
};

const directionIn = (cell: XmlElement, texts: TextReader) =>
  texts.file.directionOf(firstProperties(cell, texts));

/** A side as the document sees it: what ends a French cell of an Arabic table begins it there. */
function alignOf(cell: XmlElement, texts: TextReader): Align {
  const stated = value(firstProperties(cell, texts), 'jc') ?? 'start';
  if (stated === 'center') return 'center';
  const isEnd = stated === 'end' || stated === 'right';
  const isFlipped = directionIn(cell, texts) !== texts.file.direction;
  return isEnd === isFlipped ? 'start' : 'end';
}
