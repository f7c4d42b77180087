import {
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  HeightRule,
  TabStopType,
  type FileChild,
} from 'docx';
import type { Tile } from '../document.js';
import type { PreparedBoard } from '../prepared.js';
import { GREY, HAIR, NO_BORDER, UNRULED, way } from './page.js';
import { captionOf, columnWidths, tableFrame } from './table.js';
import type { WordText } from './text.js';

const PADDING = 85;
const BOX = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR };

/** A board as one small table for each group, kept on one page as far as Word can. */
export function boardOf({ caption, legend, groups, columns }: PreparedBoard, text: WordText): FileChild[] {
  return [
    ...captionOf({ caption }, text, 'figure'),
    ...groups.flatMap(({ title, tiles }) => [
      new Paragraph({ style: 'BoardGroup', ...way(text), children: text.plain(title) }),
      new Table({
        ...tableFrame(columnWidths(Array<number>(columns).fill(1), text), text),
        margins: { left: PADDING, right: PADDING, top: 50, bottom: 50 },
        borders: { ...UNRULED, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
        rows: inRows(tiles, columns).map((row) => rowOf(row, columns, text)),
      }),
    ]),
    new Paragraph({
      style: legend ? 'Legend' : 'Gap',
      ...way(text),
      children: legend ? text.plain(legend) : [],
    }),
  ];
}

function rowOf(tiles: Tile[], columns: number, text: WordText): TableRow {
  const missing = Array.from({ length: columns - tiles.length }, () => emptyCell());
  return new TableRow({
    cantSplit: true,
    height: { value: 1000, rule: HeightRule.ATLEAST },
    children: [
      ...tiles.map((tile) => tileOf(tile, text.room.width / columns - 2 * PADDING, text)),
      ...missing,
    ],
  });
}

const emptyCell = () => new TableCell({ borders: UNRULED, children: [new Paragraph({ style: 'Tile' })] });

function tileOf({ lead, label, figures, muted }: Tile, room: number, text: WordText): TableCell {
  const quiet = muted ? { run: { color: GREY } } : {};
  const line = (left: string, right: string) =>
    new Paragraph({
      style: 'TileFigure',
      ...way(text),
      ...quiet,
      tabStops: [{ type: TabStopType.RIGHT, position: Math.floor(room) }],
      children: text.runs({ runs: [{ text: `${left}\t${right}` }] }),
    });
  return new TableCell({
    borders: BOX,
    ...(muted && { shading: { type: ShadingType.CLEAR, fill: 'F4F4F4' } }),
    children: [
      new Paragraph({
        style: 'Tile',
        ...way(text),
        children: text.runs({ runs: [{ text: lead, bold: true }, { text: ` ${label}` }] }),
      }),
      ...figures.map(({ label: name, value }) => line(name, value)),
    ],
  });
}

function inRows<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, row) =>
    items.slice(row * size, (row + 1) * size),
  );
}
