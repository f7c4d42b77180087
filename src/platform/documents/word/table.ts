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
import { HAIR, NO_BORDER, RULE, way } from './page.js';
import type { WordText } from './text.js';

/** What all tables of the file have in common: the width of the text, fixed columns, the reading direction. */
export function tableFrame(widths: number[], { direction, room }: WordText): Omit<ITableOptions, 'rows'> {
  return {
    width: { size: room.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(direction === 'rtl' && { visuallyRightToLeft: true }),
  };
}

/** Widths in twips that add up to the width of the text. */
export function columnWidths(shares: number[], { room }: WordText): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.max(1, Math.floor((share / total) * room.width)));
  const rest = room.width - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + Math.max(rest, 0) : width));
}

/** What tells the figures of a picture from a table, for whoever reads the file again. */
const STYLES = {
  table: { head: 'TableHead', text: 'TableText' },
  figure: { head: 'FigureHead', text: 'FigureText' },
};

/** A table with its caption above, ruled across, its header repeated on every page. */
export function tableOf(
  { label, caption, columns, rows }: PreparedTable,
  text: WordText,
  of: keyof typeof STYLES = 'table',
): FileChild[] {
  const { direction } = text;
  const styles = STYLES[of];
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
    children: columns.map(({ label, align }) => cell({ runs: [{ text: label }] }, styles.head, align, true)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        // A row longer than a page has to break all the same.
        ...(lettersOf(row) < 1200 && { cantSplit: true }),
        children: row.map((content, index) => cell(content, styles.text, columns[index]?.align ?? 'start')),
      }),
  );
  const headed = columns.some(({ label }) => label !== '');
  const all = headed ? [header, ...body] : body;
  const above = captionOf({ label, caption }, text, 'table');
  if (all.length === 0) return above;
  return [
    ...above,
    new Table({
      ...tableFrame(
        columnWidths(
          columns.map(({ width }) => width),
          text,
        ),
        text,
      ),
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

/** What Word counts captions by; it shows the document's own words for them. */
const SEQUENCES = { table: 'Table', figure: 'Figure' };

/** The caption over a table, figure or board: "Table 3. States and plans", in which Word counts the number. */
export function captionOf(
  { label, caption }: { label?: string; caption?: string },
  text: WordText,
  of: keyof typeof SEQUENCES,
): FileChild[] {
  if (!caption) return [];
  const at = label?.lastIndexOf(' ') ?? -1;
  const counted = label
    ? [
        { text: label.slice(0, at + 1) },
        { text: label.slice(at + 1), field: `SEQ ${SEQUENCES[of]} \\* ARABIC` },
        { text: '. ' },
      ]
    : [];
  const children = text.runs({ runs: [...counted, { text: caption }] });
  return [new Paragraph({ style: 'Caption', ...way(text), children })];
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
