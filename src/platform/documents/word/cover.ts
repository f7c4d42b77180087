import { type FileChild, Paragraph, Table, TableCell, TableRow } from 'docx';
import { type Prepared } from '../prepared.js';
import { logoOf, mastheadOf } from './masthead.js';
import { NO_BORDER, UNRULED, way } from './page.js';
import { columnWidths, tableFrame } from './table.js';
import type { WordText } from './text.js';

/** Masthead or logo, title, subtitle and facts, above the text. */
export function coverOf(document: Prepared, text: WordText): FileChild[] {
  const { logo, masthead, title, subtitle, facts } = document;
  const line = (style: string, value: string) =>
    new Paragraph({ style, ...way(document), children: text.plain(value) });
  const above = logo
    ? [new Paragraph({ ...way(document), spacing: { after: 240 }, children: [logoOf(logo, text)] })]
    : [];
  return [
    ...(masthead ? mastheadOf(masthead, logo, text) : above),
    line('Title', title),
    ...(subtitle ? [line('Subtitle', subtitle)] : []),
    ...(facts.length > 0 ? [factsOf(document, text, line)] : []),
    new Paragraph({ style: 'Rule', ...way(document) }),
  ];
}

function factsOf(
  { facts }: Prepared,
  text: WordText,
  line: (style: string, value: string) => Paragraph,
): FileChild {
  return new Table({
    ...tableFrame(columnWidths([1, 3], text), text),
    margins: { left: 0, right: 85 },
    borders: { ...UNRULED, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: facts.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [label, value].map((part) => new TableCell({ children: [line('Fact', part)] })),
        }),
    ),
  });
}
