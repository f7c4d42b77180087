import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type ITableOptions,
} from 'docx';
import type { Align, Direction } from '../document.js';
import type { PreparedTable, PreparedText } from '../prepared.js';
import { HAIR, NO_BORDER, RULE, TEXT_WIDTH } from './page.js';
import type { WordText } from './text.js';

/** What all tables of the file have in common: the width of the text, fixed columns, the reading direction. */
export function tableFrame(widths: number[], direction: Direction): Omit<ITableOptions, 'rows'> {
  return {
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(direction === 'rtl' && { visuallyRightToLeft: true }),
  };
}

/** Widths in twips that add up to the width of the text. */
export function columnWidths(shares: number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.max(1, Math.floor((share / total) * TEXT_WIDTH)));
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + Math.max(rest, 0) : width));
}

/** A table with its caption above, ruled across, its header repeated on every page. */
export function tableOf({ caption, columns, rows }: PreparedTable, text: WordText): FileChild[] {
  const { direction } = text;
  const cell = (content: PreparedText, style: string, align: Align, bottom = false) =>
    new TableCell({
      ...(bottom && { borders: { bottom: RULE }, verticalAlign: VerticalAlignTable.BOTTOM }),
      children: [
        new Paragraph({
          style,
          ...placed(content.direction ?? direction, direction, align),
          children: text.runs(content),
        }),
      ],
    });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label, align }) => cell({ runs: [{ text: label }] }, 'TableHead', align, true)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        // A row longer than a page has to break all the same.
        ...(lettersOf(row) < 1200 && { cantSplit: true }),
        children: row.map((content, index) => cell(content, 'TableText', columns[index]?.align ?? 'start')),
      }),
  );
  const headed = columns.some(({ label }) => label !== '');
  const all = headed ? [header, ...body] : body;
  if (all.length === 0) return captionOf(caption, text);
  return [
    ...captionOf(caption, text),
    new Table({
      ...tableFrame(columnWidths(columns.map(({ width }) => width)), direction),
      margins: { left: 85, right: 85, top: 0, bottom: 0 },
      borders: {
        top: RULE,
        bottom: RULE,
        left: NO_BORDER,
        right: NO_BORDER,
        insideHorizontal: HAIR,
        insideVertical: NO_BORDER,
      },
      rows: all,
    }),
    // Two tables without a paragraph between them would become one.
    new Paragraph({ style: 'Gap' }),
  ];
}

/** The caption over a table or board. */
export function captionOf(caption: string | undefined, text: WordText): FileChild[] {
  if (!caption) return [];
  const { direction } = text;
  return [
    new Paragraph({
      style: 'Caption',
      ...(direction === 'rtl' && { bidirectional: true }),
      children: text.plain(caption),
    }),
  ];
}

/** `start` and `end` are the document's: a French cell of an Arabic table still stands on the right. */
function placed(own: Direction, document: Direction, align: Align) {
  const flipped = own !== document;
  const sides = {
    start: flipped ? 'end' : 'start',
    end: flipped ? 'start' : 'end',
    center: 'center',
  } as const;
  const side = sides[align];
  const alignment = { start: AlignmentType.START, end: AlignmentType.END, center: AlignmentType.CENTER }[
    side
  ];
  return {
    ...((own === 'rtl' || flipped) && { bidirectional: own === 'rtl' }),
    ...(side !== 'start' && { alignment }),
  };
}

const lettersOf = (row: PreparedText[]) =>
  row.reduce((sum, { runs }) => sum + runs.reduce((length, { text }) => length + text.length, 0), 0);
