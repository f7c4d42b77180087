import type { Block, Document } from '../../../src/platform/documents/document.js';
import { prepare } from '../../../src/platform/documents/prepare.js';

const document = (blocks: Block[], own: Partial<Document> = {}): Document => ({
  title: 'T',
  language: 'en',
  direction: 'ltr',
  created: '2026-01-02T03:04:05Z',
  facts: [],
  labels: { page: 'Page', of: 'of', notes: 'Notes', note: 'Note', backToText: 'Back' },
  blocks,
  ...own,
});

describe('prepare', () => {
  it('numbers paragraphs through the document and leaves out empty ones', () => {
    const numbered = (text: string): Block => ({ type: 'paragraph', numbered: true, runs: [{ text }] });
    const { blocks } = prepare(
      document([numbered('one'), { type: 'heading', level: 1, text: 'H' }, numbered(' '), numbered('two')]),
    );
    expect(blocks.map((block) => ('number' in block ? block.number : block.type))).toEqual([
      '1.',
      'heading',
      '2.',
    ]);
  });

  it('numbers notes in reading order, also in cells and items', () => {
    const { notes, blocks } = prepare(
      document([
        { type: 'paragraph', runs: [{ text: 'a', footnote: 'first' }] },
        {
          type: 'table',
          columns: [{ label: 'C' }],
          rows: [[[{ text: 'b', footnote: [{ text: 'second' }] }]]],
        },
        { type: 'list', kind: 'letters', items: [{ runs: [{ text: 'c', footnote: 'third' }] }] },
      ]),
    );
    expect(notes.map(({ runs }) => runs[0]?.text)).toEqual(['first', 'second', 'third']);
    expect(JSON.stringify(blocks)).toContain('"note":3');
  });

  it('does not skip heading levels', () => {
    const headings = ([3, 1, 3, 2] as const).map((level): Block => ({ type: 'heading', level, text: 'x' }));
    expect(prepare(document(headings)).blocks.map((block) => 'level' in block && block.level)).toEqual([
      1, 1, 2, 2,
    ]);
  });

  it('gives every row the cells of the widest', () => {
    const [table] = prepare(
      document([
        {
          type: 'table',
          columns: [{ label: 'A', width: -1 }],
          rows: [[], [[{ text: 'x' }], [{ text: 'y' }]]],
        },
      ]),
    ).blocks;
    expect(table).toMatchObject({
      columns: [
        { label: 'A', width: 1 },
        { label: '', width: 1 },
      ],
      rows: [
        [{}, {}],
        [{}, {}],
      ],
    });
  });

  it('moves the language of a whole text to the text, with its direction', () => {
    const [paragraph] = prepare(
      document([{ type: 'paragraph', runs: [{ text: 'نص', language: 'ar' }] }]),
    ).blocks;
    expect(paragraph).toMatchObject({ language: 'ar', direction: 'rtl', runs: [{ text: 'نص' }] });
    expect(paragraph).not.toHaveProperty('runs.0.language');
  });

  it('refuses a date it cannot read', () => {
    expect(() => prepare(document([], { created: 'soon' }))).toThrow('Not a date of creation: soon');
  });
});
