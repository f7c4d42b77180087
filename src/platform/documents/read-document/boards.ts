import type { Board, Tile } from '../document.js';
import { attribute, child, childrenOf, type XmlElement } from '../read-word/xml.js';
import { propertiesOf } from './mode.js';
import { paragraphsIn, type TextReader } from './runs.js';
import { cellsOf } from './tables.js';
import { inlineOf } from './tokens.js';

/** Whether a table holds tiles of a board. */
export function isOfBoard(table: XmlElement, { file, mode }: TextReader): boolean {
  const first = paragraphsIn(table, mode).next().value;
  return first !== undefined && file.styleOf(propertiesOf(first, 'pPr', mode)) === 'tile';
}

export function columnsOf(table: XmlElement): number {
  const grid = child(table, 'tblGrid');
  return grid ? childrenOf(grid).filter(({ name }) => name === 'gridCol').length : 0;
}

/** The tiles of one group; cells that fill a row up are none. */
export function tilesOf(table: XmlElement, texts: TextReader): Board['groups'][number]['tiles'] {
  const rows = childrenOf(table).filter(({ name }) => name === 'tr');
  return rows.flatMap((row) => cellsOf(row, texts)).flatMap((cell) => (cell ? tileOf(cell, texts) : []));
}

function tileOf(cell: XmlElement, { file, mode }: TextReader): Tile[] {
  const tile: Tile = { lead: '', label: '', figures: [] };
  for (const paragraph of paragraphsIn(cell, mode)) {
    const { tokens } = inlineOf(paragraph, file, mode);
    const textOf = (isBold: boolean) =>
      tokens.flatMap((token) => (Boolean(token.bold) === isBold ? [token.text] : [])).join('');
    if (file.styleOf(propertiesOf(paragraph, 'pPr', mode)) === 'tilefigure') {
      const [label = '', ...values] = (textOf(false) + textOf(true)).split('\t');
      tile.figures.push({ label, value: values.join(' ') });
    } else {
      tile.lead += textOf(true);
      tile.label += textOf(false).replace(/^ /, '');
    }
  }
  if (!tile.lead && !tile.label && tile.figures.length === 0) return [];
  const shading = child(child(cell, 'tcPr'), 'shd');
  return [{ ...tile, ...(shading && attribute(shading, 'fill') === 'F4F4F4' && { muted: true }) }];
}
