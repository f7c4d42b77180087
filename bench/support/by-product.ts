import type { Block, Document } from '../../src/platform/documents/document.js';
import { toDocx } from '../../src/platform/documents/to-docx.js';
import { toPdf } from '../../src/platform/documents/to-pdf.js';
import type { Sample, SampleChapter } from './sample.js';

/** The sample through the product's own documents. */
/** Without page numbers in the contents, as the library's: those are worked out in a thread, beside other work. */
export const docx = (sample: Sample) => toDocx(documentOf(sample), { layOut: false });
export const pdf = (sample: Sample) => toPdf(documentOf(sample));

function documentOf({ title, chapters }: Sample): Document {
  return {
    title,
    language: 'en',
    direction: 'ltr',
    created: '2027-03-01T09:00:00Z',
    facts: [],
    contents: { heading: 'Contents' },
    blocks: chapters.flatMap(blocksOf),
    labels: { page: 'Page', of: 'of', notes: 'Notes', note: 'Note', backToText: 'Back to the text' },
  };
}

function blocksOf({ heading, paragraphs, caption, columns, rows }: SampleChapter): Block[] {
  return [
    { type: 'heading', level: 1, text: heading },
    ...paragraphs.map(({ text, note }): Block => {
      return { type: 'paragraph', numbered: true, runs: [{ text, ...(note && { footnote: note }) }] };
    }),
    {
      type: 'table',
      caption,
      columns: columns.map((label) => ({ label })),
      rows: rows.map((cells) => cells.map((text) => [{ text }])),
    },
  ];
}
