/*
 * Blocks of cells as they lie on the clipboard: text with tabs from a spreadsheet, a table from a document.
 */

/** A cell as spreadsheets write it. */
export const quoted = (text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Cells between tabs, rows between line breaks, quotes around a cell that holds either, as spreadsheets write them. */
export function cellsOfText(text) {
  const lines = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/y;
  const block = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  while (pattern.lastIndex <= block.length) {
    const [, inQuotes, plain, end] = pattern.exec(block) ?? [];
    if (end === undefined) break;
    lines.at(-1).push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === '\n') lines.push([]);
    if (end === '') break;
  }
  return lines;
}

/** The first table of copied HTML, without styles: the page may have none of its own, and browsers complain. */
export function tableIn(html) {
  const plain = html.replace(/<style[^]*?<\/style>/gi, '').replace(/\sstyle=(?:"[^"]*"|'[^']*')/gi, '');
  return new DOMParser().parseFromString(plain, 'text/html').querySelector('table');
}

/**
 * The first table of copied HTML; a cell over several rows or columns stands in each of them, with `once` in the first
 * alone. Nothing in it runs.
 */
export function cellsOfHtml(html, { once = false } = {}) {
  const copied = tableIn(html);
  if (!copied) return null;
  const lines = [...copied.rows].map(() => []);
  [...copied.rows].forEach((row, index) => {
    let column = 0;
    for (const cell of row.cells) {
      while (lines[index][column] !== undefined) column += 1;
      const text = linesOf(cell);
      for (let down = 0; down < cell.rowSpan && lines[index + down]; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1)
          lines[index + down][column + right] = once && down + right > 0 ? '' : text;
    }
  });
  return lines.map((line) => Array.from(line, (text) => text ?? ''));
}

/** Text of a cell: Word puts each paragraph of it into an element, and breaks its own source into lines anywhere. */
function linesOf(cell) {
  for (const br of cell.querySelectorAll('br')) br.replaceWith('\u0001');
  const blocks = [...cell.querySelectorAll('p, div, li')].filter(
    (block) => !block.querySelector('p, div, li'),
  );
  const texts = (blocks.length > 0 ? blocks : [cell]).map((block) => block.textContent);
  return texts
    .map((text) =>
      text
        .replace(/[\s\u00a0]+/g, ' ')
        .replace(/ ?\u0001 ?/g, '\n')
        .trim(),
    )
    .filter(Boolean)
    .join('\n');
}
