import { randomUUID } from 'node:crypto';
import type { Block, Document } from '../../../src/platform/documents/document.js';
import { parseDocument } from '../../../src/platform/documents/read-document/parse-document.js';
import { toDocx } from '../../../src/platform/documents/to-docx.js';
import { compareWord } from '../../../src/reviews/editor/word-file/compare-word.js';
import { sealedUnits } from '../../../src/reviews/editor/word-file/canonical.js';
import type { Passage } from '../../../src/reviews/passages/passage.entity.js';
import { paragraph } from './scene.js';

type Words = Record<string, Block[]>;
const passageOf = (words: Words, sectionKey = 'one', id: string = randomUUID()) =>
  ({
    ...{ id, sectionKey, version: 3, state: 'compiled', key: id },
    words: Object.entries(words).map(([language, compiled]) => ({
      language,
      compiled,
      edited: null,
      translates: null,
    })),
  }) as unknown as Passage;

const documentOf = (passages: readonly Passage[], language = 'en'): Document => ({
  title: 'A document',
  language,
  direction: 'ltr',
  created: '2026-11-30T00:00:00.000Z',
  facts: [],
  labels: {
    page: 'Page',
    of: 'of',
    notes: 'Notes',
    note: 'Note',
    table: 'Table',
    figure: 'Figure',
    backToText: 'Back',
  },
  blocks: [...new Set(passages.map(({ sectionKey }) => sectionKey))].flatMap((key): Block[] => [
    { type: 'heading', level: 1, text: `Section ${key}`, unit: `s-${key}` },
    ...passages
      .filter(({ sectionKey }) => sectionKey === key)
      .flatMap(({ id, words }) =>
        words
          .find((row) => row.language === language)!
          .compiled!.map(
            (block) =>
              ({ ...block, ...(block.type === 'paragraph' && { numbered: true }), unit: id }) as Block,
          ),
      ),
  ]),
});

/** What comes back of the Word file of `before`, edited by `edit`, beside the passages as they are by then. */
async function back(before: readonly Passage[], edit: (document: Document) => Document, now = before) {
  const file = await toDocx(edit(sealedUnits(documentOf(before))));
  const read = parseDocument(file, 'file.docx');
  return compareWord(read, {
    document: documentOf(now),
    passages: now,
    original: 'en',
    numbered: true,
    untranslated: 'not translated',
  });
}

const rich: Block[] = [
  {
    type: 'paragraph',
    runs: [{ text: 'A ' }, { text: 'bold', bold: true }, { text: ' word.', footnote: [{ text: 'A note.' }] }],
  },
  {
    type: 'list',
    kind: 'letters',
    items: [
      {
        runs: [{ text: 'one' }],
        list: { type: 'list', kind: 'bullets', items: [{ runs: [{ text: 'deep' }] }] },
      },
      { runs: [{ text: 'two' }] },
    ],
  },
  {
    type: 'table',
    caption: 'Trained',
    columns: [{ label: 'Year' }, { label: 'Officers', align: 'end' }],
    rows: [[[{ text: '2026' }], [{ text: '12' }]]],
  },
];
const replaced = (document: Document, from: string, to: string): Document =>
  JSON.parse(JSON.stringify(document).replace(from, to)) as Document;

describe('a Word file that comes back', () => {
  const three = () => [
    passageOf({ en: [paragraph('First.')] }),
    passageOf({ en: rich }),
    passageOf({ en: [paragraph('Third.')] }, 'two'),
  ];

  it('differs in nothing when nobody wrote in it', async () => {
    expect(await back(three(), (document) => document)).toEqual([]);
  });

  it('gives the words that were changed, and nothing else', async () => {
    const passages = three();
    const rows = await back(passages, (document) => replaced(document, 'First.', 'First and foremost.'));
    expect(rows).toMatchObject([
      {
        kind: 'changed',
        conflict: false,
        passage: { id: passages[0]!.id },
        file: [paragraph('First and foremost.')],
      },
    ]);
  });

  it('says where the passage was changed here, too', async () => {
    const passages = three();
    const now = [
      passageOf({ en: [paragraph('First, as changed here.')] }, 'one', passages[0]!.id),
      ...passages.slice(1),
    ];
    const edit = (document: Document) => replaced(document, 'First.', 'First, as changed in Word.');
    expect(await back(passages, edit, now)).toMatchObject([{ kind: 'changed', conflict: true }]);
    // Changed alike on both sides is no difference.
    const same = (document: Document) => replaced(document, 'First.', 'First, as changed here.');
    expect(await back(passages, same, now)).toEqual([]);
  });

  it('keeps the looks of tables and what others refer to', async () => {
    const keyed: Block = { type: 'paragraph', runs: [{ text: 'Keyed.' }], key: 'entry:1' };
    const passages = [passageOf({ en: [keyed, ...rich] })];
    const [row] = await back(passages, (document) => replaced(document, 'Keyed.', 'Keyed anew.'));
    expect(row).toMatchObject({
      file: [
        { key: 'entry:1', runs: [{ text: 'Keyed anew.' }] },
        { type: 'paragraph', runs: [{ text: 'A ' }, { text: 'bold', bold: true }, { footnote: 'A note.' }] },
        { type: 'list' },
        { type: 'table', columns: [{ label: 'Year' }, { label: 'Officers', align: 'end' }] },
      ],
    });
  });

  it('asks about what is not in it any more, and offers what is new at its place', async () => {
    const passages = three();
    const rows = await back(passages, (document) => ({
      ...document,
      blocks: document.blocks.flatMap((block): Block[] => {
        const unit = 'unit' in block ? (block.unit ?? '') : '';
        if (unit.startsWith(passages[1]!.id.replaceAll('-', ''))) return [];
        return unit.startsWith(passages[0]!.id.replaceAll('-', ''))
          ? [block, { type: 'paragraph', numbered: true, runs: [{ text: 'In between.' }] }]
          : [block];
      }),
    }));
    expect(rows).toMatchObject([
      { kind: 'new', section: 'one', after: passages[0]!.id, file: [paragraph('In between.')] },
      { kind: 'missing', passage: { id: passages[1]!.id } },
    ]);
  });

  it('brings nothing back of what is in the document no more', async () => {
    const passages = three();
    const gone = passages.slice(1);
    const edit = (document: Document) => replaced(document, 'First.', 'First, once withdrawn.');
    expect(await back(passages, edit, gone)).toEqual([]);
  });
});
