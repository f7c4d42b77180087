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

  it('marks the items of lists in lists by kind, depth and language', () => {
    const blocks: Block[] = [
      {
        type: 'list',
        kind: 'numbers',
        start: 3,
        items: [
          { runs: [{ text: 'three' }] },
          {
            runs: [{ text: 'four' }],
            list: {
              type: 'list',
              kind: 'letters',
              language: 'fr',
              items: [
                {
                  runs: [{ text: 'a' }],
                  list: { type: 'list', kind: 'bullets', items: [{ runs: [{ text: 'x' }] }] },
                },
                { runs: [{ text: ' ' }] },
                { runs: [{ text: 'b' }] },
              ],
            },
          },
        ],
      },
    ];
    expect(JSON.stringify(prepare(document(blocks)).blocks).match(/"marker":"[^"]*"/g)).toEqual([
      '"marker":"3."',
      '"marker":"▪"',
      '"marker":"a)"',
      '"marker":"b)"',
      '"marker":"4."',
    ]);
  });

  it('counts tables and figures that have captions, where the language has words for them', () => {
    const picture = { base64: '', width: 1, height: 1, text: 'A chart' };
    const table = (caption?: string): Block => ({
      type: 'table',
      caption,
      columns: [{ label: 'A' }],
      rows: [],
    });
    const blocks = [
      table('One'),
      table(),
      { type: 'figure', picture, caption: 'F', table: table('none of its own') } as Block,
      table('Two'),
    ];
    const labels = { ...document([]).labels, table: 'Table', figure: 'Figure' };
    const labelled = (one: Document) => prepare(one).blocks.map((block) => 'label' in block && block.label);
    expect(labelled(document(blocks, { labels }))).toEqual(['Table 1', undefined, 'Figure 1', 'Table 2']);
    expect(labelled(document(blocks))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('prints the number of the paragraph that a run refers to, wherever that stands', () => {
    const { blocks } = prepare(
      document([
        {
          type: 'paragraph',
          runs: [
            { text: 'above', see: 'b' },
            { text: 'gone', see: 'c' },
          ],
        },
        { type: 'paragraph', numbered: true, runs: [{ text: 'one' }] },
        { type: 'paragraph', numbered: true, key: 'b', runs: [{ text: 'two' }] },
      ]),
    );
    expect(blocks[0]).toMatchObject({
      runs: [{ text: '2', see: { key: 'b', anchor: 'paragraph-2' } }, { text: 'gone' }],
    });
    expect(blocks[0]).not.toHaveProperty('runs.1.see');
    expect(blocks[2]).toMatchObject({ number: '2.', key: 'b', anchor: 'paragraph-2' });
  });

  it('refuses a date it cannot read', () => {
    expect(() => prepare(document([], { created: 'soon' }))).toThrow('Not a date of creation: soon');
  });
});
