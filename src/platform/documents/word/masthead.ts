import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, type FileChild } from 'docx';
import type { Masthead, Picture } from '../document.js';
import { sizeOf } from '../prepared.js';
import { pictureOf } from './figure.js';
import { NO_BORDER, PIXEL, UNRULED, way } from './page.js';
import { columnWidths, tableFrame } from './table.js';
import type { WordText } from './text.js';

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const THICK = { style: BorderStyle.SINGLE, size: 18, color: '000000' };

/**
 * The head of a document of an organization, in two rows as the United Nations have it: whose it is, and at the other
 * end the symbol; then the body, and at the other end distribution, date and language. A thick rule closes it.
 */
export function mastheadOf(masthead: Masthead, logo: Picture | undefined, text: WordText): FileChild[] {
  const { organization, symbol, lines, reference } = masthead;
  const line = (style: string, value: string, atEnd = false) =>
    new Paragraph({
      style,
      ...way(text),
      ...(atEnd && { alignment: AlignmentType.END }),
      children: text.plain(value),
    });
  // A cell without a paragraph is no cell.
  const linesOf = (style: string, values: string[], atEnd = false) =>
    (values.length > 0 ? values : ['']).map((value) => line(style, value, atEnd));
  const cell = (rule: typeof THIN, children: Paragraph[], columnSpan = 1) =>
    new TableCell({
      borders: { ...UNRULED, bottom: rule },
      ...(columnSpan > 1 && { columnSpan }),
      children,
    });
  const picture = logo
    ? [cell(THICK, [new Paragraph({ style: 'MastheadLine', ...way(text), children: [logoOf(logo, text)] })])]
    : [];
  return [
    new Table({
      ...tableFrame(widths(logo, text), text),
      margins: { left: 0, right: 85, top: 60, bottom: 60 },
      borders: { ...UNRULED, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            cell(THIN, [line('MastheadName', organization)], 1 + picture.length),
            cell(THIN, [line('MastheadSymbol', symbol ?? '', true)]),
          ],
        }),
        new TableRow({
          cantSplit: true,
          children: [
            ...picture,
            cell(THICK, linesOf('MastheadBody', lines)),
            cell(THICK, linesOf('MastheadLine', reference)),
          ],
        }),
      ],
    }),
    new Paragraph({ style: 'Gap', ...way(text), spacing: { after: 240 } }),
  ];
}

/** Of the logo, where there is one, the body, and what stands at the end. */
function widths(logo: Picture | undefined, text: WordText): number[] {
  if (!logo) return columnWidths([2, 1], text);
  const beside = Math.round(sizeOf(logo).width * 20) + 170;
  return columnWidths([beside, ((text.room.width - beside) * 2) / 3, (text.room.width - beside) / 3], text);
}

/** Its size is in points. */
export function logoOf(logo: Picture, text: WordText) {
  const { width, height } = sizeOf(logo);
  const size = { width: Math.round((width * 20) / PIXEL), height: Math.round((height * 20) / PIXEL) };
  return pictureOf(logo, size, text);
}
