import { type FileChild, ImageRun, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Picture } from '../document.js';
import { type Prepared, sizeOf } from '../prepared.js';
import { NO_BORDER, way } from './page.js';
import { columnWidths, tableFrame } from './table.js';
import type { WordText } from './text.js';

/** Logo, title, subtitle and facts, above the text. */
export function coverOf(document: Prepared, text: WordText): FileChild[] {
  const { logo, title, subtitle, facts } = document;
  const line = (style: string, value: string) =>
    new Paragraph({ style, ...way(document), children: text.plain(value) });
  return [
    ...(logo
      ? [new Paragraph({ ...way(document), spacing: { after: 240 }, children: [pictureOf(logo)] })]
      : []),
    line('Title', title),
    ...(subtitle ? [line('Subtitle', subtitle)] : []),
    ...(facts.length > 0 ? [factsOf(document, line)] : []),
    new Paragraph({ style: 'Rule', ...way(document) }),
  ];
}

/** Word counts in pixels, of which 96 are an inch. */
function pictureOf(logo: Picture): ImageRun {
  const { width, height } = sizeOf(logo);
  return new ImageRun({
    type: 'png',
    data: Buffer.from(logo.base64, 'base64'),
    transformation: { width: Math.round((width * 96) / 72), height: Math.round((height * 96) / 72) },
    // Else it is a number that runs on from file to file.
    altText: { id: '1', name: 'Logo', description: logo.text },
  });
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
