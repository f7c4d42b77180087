import { strFromU8, unzipSync } from 'fflate';
import type { Block, Document } from '../../../../src/platform/documents/document.js';
import { toDocx } from '../../../../src/platform/documents/to-docx.js';

const UNIT = '0190a1b2-c3d4-7e5f-8a9b-000000000001';
const BASE64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function partsOf(blocks: Block[], own: Partial<Document> = {}): Promise<(name: string) => string> {
  const file = await toDocx(
    {
      title: 'T',
      language: 'en',
      direction: 'ltr',
      created: '2026-03-05',
      facts: [],
      labels: {
        page: 'Page',
        of: 'of',
        notes: 'Notes',
        note: 'Note',
        backToText: 'Back',
        table: 'Table',
        figure: 'Figure',
      },
      blocks,
      ...own,
    },
    { layOut: false },
  );
  const parts = unzipSync(file);
  return (name) => (parts[name] ? strFromU8(parts[name]) : '');
}

/** What a reader sees, with the marks between which it stands. */
const outline = (body: string) =>
  [
    ...body.matchAll(
      /<w:bookmarkStart w:name="(\w+)"|<w:bookmarkEnd w:id="(\d+)"|<w:instrText[^>]*>([^<]*)|<w:t(?: [^>]*)?>([^<]*)/g,
    ),
  ].map(([, name, end, field, text]) => (name ? `[${name}` : end ? ']' : field ? `{${field.trim()}}` : text));

it('has the blocks of a unit between the ends of one bookmark', async () => {
  const body = (
    await partsOf([
      { type: 'paragraph', unit: UNIT, runs: [{ text: 'One' }] },
      { type: 'table', unit: UNIT, columns: [{ label: 'A' }], rows: [] },
      { type: 'paragraph', runs: [{ text: 'none' }] },
      { type: 'paragraph', unit: 'a unit', runs: [{ text: 'no name for a bookmark' }] },
      { type: 'paragraph', unit: UNIT, runs: [{ text: 'again' }] },
    ])
  )('word/document.xml');
  expect(outline(body.slice(body.indexOf('waymark_front') - 30))).toEqual([
    '[waymark_front',
    'T',
    ']',
    '[wm_0190a1b2_c3d4_7e5f_8a9b_000000000001',
    'One',
    'A',
    ']',
    'none',
    'no name for a bookmark',
    'again',
  ]);
});

it('counts captions, and refers to paragraphs by fields that show the number already', async () => {
  const picture = { base64: BASE64, width: 2000, height: 500, text: 'A chart' };
  const body = (
    await partsOf([
      { type: 'paragraph', runs: [{ text: 'See ' }, { text: '?', see: 'k-2' }] },
      { type: 'paragraph', numbered: true, key: 'k-2', runs: [{ text: 'Here' }] },
      { type: 'figure', caption: 'Progress', picture },
      { type: 'table', caption: 'States', columns: [{ label: 'A' }], rows: [] },
    ])
  )('word/document.xml');
  expect(outline(body.slice(body.indexOf('>See ') - 40))).toEqual([
    'See ',
    '{REF wk_k_2 \\r \\t \\h}',
    '1',
    '[wk_k_2',
    'Here',
    ']',
    'Figure ',
    '{SEQ Figure \\* ARABIC}',
    '1',
    '. ',
    'Progress',
    'Table ',
    '{SEQ Table \\* ARABIC}',
    '1',
    '. ',
    'States',
    'A',
  ]);
  expect(body).toContain('descr="A chart"');
  // As wide as the text: 9070 twips of 635 EMU, to the pixel.
  expect(body).toMatch(/<wp:extent cx="575\d{4}" cy="143\d{4}"/);
});

it('counts each list of a list by itself, from where it begins, in the letters of its language', async () => {
  const part = await partsOf(
    [
      {
        type: 'list',
        kind: 'letters',
        items: [
          {
            runs: [{ text: 'a' }],
            list: {
              type: 'list',
              kind: 'numbers',
              start: 4,
              items: [
                {
                  runs: [{ text: 'four' }],
                  list: { type: 'list', kind: 'bullets', items: [{ runs: [{ text: 'x' }] }] },
                },
              ],
            },
          },
        ],
      },
      { type: 'list', kind: 'letters', language: 'fr', items: [{ runs: [{ text: 'b' }] }] },
    ],
    { language: 'ar', direction: 'rtl' },
  );
  const positions = [...part('word/document.xml').matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/g)];
  expect(positions.map(([, level]) => level)).toEqual(['0', '1', '2', '0']);
  const numbering = part('word/numbering.xml');
  const shown = positions.map(([, level, list]) => {
    const num = new RegExp(`<w:num w:numId="${list}".*?</w:num>`).exec(numbering)![0];
    const abstract = /<w:abstractNumId w:val="(\d+)"/.exec(num)![1];
    const definition = new RegExp(`<w:abstractNum w:abstractNumId="${abstract}".*?</w:abstractNum>`).exec(
      numbering,
    )![0];
    const own = new RegExp(`<w:lvl w:ilvl="${level}".*?</w:lvl>`).exec(definition)![0];
    const start = new RegExp(`w:ilvl="${level}"><w:startOverride w:val="(\\d+)"`).exec(num)![1];
    return [
      start,
      ...[/<w:numFmt w:val="(\w+)"/, /<w:lvlText w:val="([^"]*)"/].map((one) => one.exec(own)![1]),
    ];
  });
  expect(shown).toEqual([
    ['1', 'arabicAbjad', '(%1)'],
    ['4', 'decimal', '%2-'],
    ['1', 'bullet', '▪'],
    ['1', 'lowerLetter', '%1)'],
  ]);
});

it('has a masthead, a header on all pages but the first, and pages that lie', async () => {
  const masthead = {
    organization: 'United Nations',
    lines: ['Second session'],
    symbol: 'A/AC.1/2',
    reference: ['Original: Spanish'],
  };
  const part = await partsOf([{ type: 'paragraph', runs: [{ text: 'Text' }] }], {
    masthead,
    header: 'A/AC.1/2',
    orientation: 'landscape',
  });
  const body = part('word/document.xml');
  expect(outline(body).slice(1, 6)).toEqual([
    'United Nations',
    'A/AC.1/2',
    'Second session',
    'Original: Spanish',
    'T',
  ]);
  expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  expect(body).toMatch(/<w:headerReference w:type="default"/);
  expect(body.match(/<w:footerReference w:type="\w+"/g)).toHaveLength(2);
  expect(body).toContain('<w:titlePg/>');
  expect(part('word/header1.xml')).toContain('A/AC.1/2');
});

it('stretches no line', async () => {
  const part = await partsOf([{ type: 'paragraph', numbered: true, runs: [{ text: 'Text' }] }]);
  expect(part('word/styles.xml') + part('word/document.xml')).not.toContain('w:val="both"');
});
