import { type HTMLElement, parse } from 'node-html-parser';
import { cellsOfText } from './blocks.js';
import { readCsv, rowOf } from './read-csv.js';
import { LIMITS, type Sheet, type SheetRow } from './spreadsheet.js';

/** A table copied as HTML, whatever stands around it. */
const HTML = /<table[\s>]/i;

/**
 * A table as it was pasted: cells between tabs as spreadsheets and documents put them on the clipboard, an HTML table with
 * its merged cells, or lines with commas or semicolons. Throws InvalidError on `field` where a quotation mark stays open.
 */
export function pastedSheet(text: string, field: string): Sheet {
  const whole = { name: '', hidden: false, textOnly: true } as const;
  // The word alone is no table: it may stand in a comment, or in a cell.
  const table = HTML.test(text) ? parse(text).querySelector('table') : null;
  if (table) return { ...whole, rows: rowsOfHtml(table).filter(isFilled) };
  if (text.includes('\t'))
    return {
      ...whole,
      rows: cellsOfText(text)
        .map((cells, index) => rowOf(cells, index + 1))
        .filter(isFilled),
    };
  return readCsv(Buffer.from(`\ufeff${text}`), null, field).sheets[0]!;
}

const isFilled = ({ cells }: SheetRow) => cells.some(Boolean);

/** A cell over several rows or columns is noted as workbooks note it. */
function rowsOfHtml(table: HTMLElement): SheetRow[] {
  const lines = table.querySelectorAll('tr').filter((line) => line.closest('table') === table);
  const rows = lines.map((_, index): SheetRow => ({ number: index + 1, cells: [] }));
  lines.forEach((line, index) => {
    let column = 0;
    for (const cell of line.children.filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')) {
      while (rows[index]!.cells[column] !== undefined) column += 1;
      const width = spanOf(cell, 'colspan', LIMITS.columns);
      const below = rows.slice(index, index + spanOf(cell, 'rowspan', rows.length));
      below.forEach((row, down) => put(row, { column, width, isBelow: down > 0 }, textOf(cell)));
      column += width;
    }
  });
  return rows.map((row) => ({ ...row, cells: Array.from(row.cells, (text) => text ?? '') }));
}

function put(row: SheetRow, at: { column: number; width: number; isBelow: boolean }, text: string): void {
  const { column, width, isBelow } = at;
  if (width > 1) (row.across ??= []).push([column, column + width - 1]);
  for (let one = column; one < column + width; one += 1) {
    row.cells[one] = text;
    if (isBelow) (row.down ??= []).push(one);
  }
}

const spanOf = (cell: HTMLElement, name: string, most: number) =>
  Math.max(1, Math.min(most, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));

/** Word puts each paragraph of a cell into an element, and breaks its own source into lines anywhere. */
function textOf(cell: HTMLElement): string {
  const marked = cell.innerHTML.replace(/<br\b[^>]*>|<\/(?:p|div|li|h\d)>/gi, '\u0001');
  return parse(marked)
    .text.replace(/[\s\u00a0]+/g, ' ')
    .split('\u0001')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
