import type { Block } from '../../../src/platform/documents/document.js';
import { measureOf } from '../../../src/reviews/passages/measure.js';

const blocks: Block[] = [
  { type: 'heading', level: 1, lead: 'I.', text: 'Introduction' },
  {
    type: 'paragraph',
    numbered: true,
    runs: [
      { text: 'Bold', bold: true },
      { text: 'face is one word', footnote: 'Four words of note' },
    ],
  },
  { type: 'list', kind: 'letters', items: [{ runs: [{ text: 'one item' }] }] },
  { type: 'table', caption: 'Table one', columns: [{ label: 'Code' }], rows: [[[{ text: '5(a) text' }]]] },
];

it('counts headings, tables and footnotes, and no automatic numbers', () => {
  // Heading 1, paragraph 4, note 4, item 2, table 2 + 1 + 2.
  expect(measureOf(blocks).words).toBe(1 + 4 + 4 + 2 + 5);
});
