import {
  Document as WordFile,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
} from 'docx';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from '../../src/platform/documents/fonts.js';
import type { Sample, SampleChapter } from './sample.js';

/*
 * The sample given to the two libraries straight away: the same parts (numbered paragraphs, notes, tables, contents) and
 * the same kind of file, without anything that makes them fit for other texts than this one.
 */

const NUMBERS = 'numbers';

export async function docx({ title, chapters }: Sample): Promise<Buffer> {
  const notes = chapters.flatMap(({ paragraphs }) => paragraphs.flatMap(({ note }) => note ?? []));
  const numbered = { level: 0, format: LevelFormat.DECIMAL, text: '%1.' };
  let noted = 0;
  const nextNote = () => new FootnoteReferenceRun((noted += 1));
  const file = new WordFile({
    title,
    numbering: { config: [{ reference: NUMBERS, levels: [numbered] }] },
    footnotes: Object.fromEntries(
      notes.map((note, index) => [index + 1, { children: [new Paragraph(note)] }]),
    ),
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          new TableOfContents('Contents', { headingStyleRange: '1-3' }),
          ...chapters.flatMap((chapter) => wordChapter(chapter, nextNote)),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function wordChapter(
  { heading, paragraphs, caption, columns, rows }: SampleChapter,
  nextNote: () => TextRun,
) {
  const row = (cells: string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: heading }),
    ...paragraphs.map(
      ({ text, note }) =>
        new Paragraph({
          numbering: { reference: NUMBERS, level: 0 },
          children: [new TextRun(text), ...(note ? [nextNote()] : [])],
        }),
    ),
    new Paragraph({ text: caption }),
    new Table({ rows: [columns, ...rows].map(row) }),
  ];
}

let compiler: NodeCompiler | undefined;

export async function pdf(sample: Sample): Promise<Buffer> {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFiles() }] });
  try {
    return compiler.pdf({ mainFileContent: typstSource(sample) }, { pdfStandard: 'ua-1' });
  } finally {
    // As the product does: what is measured is writing a document, not finding the one before in a cache.
    compiler.evictCache(0);
  }
}

function typstSource({ title, chapters }: Sample): string {
  let number = 0;
  return [
    `#set document(title: ${quoted(title)})`,
    '#set text(font: "Noto Sans", size: 9.5pt, lang: "en")',
    '#set page(paper: "a4", margin: 2.4cm, numbering: "1")',
    '#set par(justify: true)',
    '#title()',
    '#outline()',
    ...chapters.flatMap(({ heading, paragraphs, caption, columns, rows }) => [
      `= ${heading}`,
      ...paragraphs.map(({ text, note }) => {
        number += 1;
        return `#box(width: 1.1cm)[${number}.]${text}${note ? `#footnote[${note}]` : ''}`;
      }),
      `#figure(caption: ${quoted(caption)}, table(columns: (1fr,) * ${columns.length},` +
        ` table.header(${columns.map(quoted).join(', ')}), ${rows.flat().map(quoted).join(', ')}))`,
    ]),
  ].join('\n\n');
}

/** Invented words hold nothing that a string would have to escape. */
const quoted = (text: string) => `"${text}"`;
