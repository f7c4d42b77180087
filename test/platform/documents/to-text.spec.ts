import type { Document } from '../../../src/platform/documents/document.js';
import { wordCount } from '../../../src/platform/documents/word-count.js';

const document: Document = {
  title: 'A short title',
  language: 'en',
  direction: 'ltr',
  created: '2026-01-02',
  facts: [{ label: 'Period', value: '2022 to 2025' }],
  contents: { heading: 'Not counted' },
  footer: 'Not counted either',
  labels: { page: 'Page', of: 'of', notes: 'Notes', note: 'Note', backToText: 'Back' },
  blocks: [
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
    {
      type: 'board',
      groups: [
        {
          title: 'Group',
          tiles: [{ lead: '1', label: 'Data', figures: [{ label: 'Planned', value: '4' }] }],
        },
      ],
    },
  ],
};

describe('wordCount', () => {
  it('counts headings, tables and footnotes, and not numbers, contents or footer', () => {
    // Title 3, fact 4, heading 2, paragraph 4, note 4, item 2, table 2 + 1 + 2, board 5.
    expect(wordCount(document)).toBe(3 + 4 + 2 + 4 + 4 + 2 + 5 + 5);
  });

  it('counts Chinese characters, not their punctuation', () => {
    const blocks: Document['blocks'] = [{ type: 'paragraph', runs: [{ text: '移民，GCM 数据。' }] }];
    expect(wordCount({ ...document, title: '', facts: [], blocks })).toBe(5);
  });
});
