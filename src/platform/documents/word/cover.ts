import { type FileChild, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Prepared } from '../prepared.js';
import { NO_BORDER, way } from './page.js';
import { columnWidths, tableFrame } from './table.js';
import type { WordText } from './text.js';

/** Title, subtitle and facts, above the text. */
export function coverOf(document: Prepared, text: WordText): FileChild[] {
  const { title, subtitle, facts } = document;
  const line = (style: string, value: string) =>
    new Paragraph({ style, ...way(document), children: text.plain(value) });
  return [
    line('Title', title),
    ...(subtitle ? [line('Subtitle', subtitle)] : []),
    ...(facts.length > 0 ? [factsOf(document, line)] : []),
    new Paragraph({ style: 'Rule', ...way(document) }),
  ];
}

function factsOf(
  { facts, direction }: Prepared,
  line: (style: string, value: string) => Paragraph,
): FileChild {
  const none = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };
  return new Table({
    ...tableFrame(columnWidths([1, 3]), direction),
    margins: { left: 0, right: 85 },
    borders: { ...none, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: facts.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [label, value].map((part) => new TableCell({ children: [line('Fact', part)] })),
        }),
    ),
  });
}
