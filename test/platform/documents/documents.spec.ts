import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import type { Block, Document, Run } from '../../../src/platform/documents/document.js';
import { prepare } from '../../../src/platform/documents/prepare.js';
import { toDocx } from '../../../src/platform/documents/to-docx.js';
import { toHtml } from '../../../src/platform/documents/to-html.js';
import { toPdf } from '../../../src/platform/documents/to-pdf.js';
import { textsOf } from '../../../src/platform/documents/to-text.js';

/** The files of a ZIP by name. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let entry = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
  while (zip.readUInt32LE(entry) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(entry + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength);
    files.set(name, (zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(data) : data).toString('utf8'));
    entry += 46 + nameLength + extra + comment;
  }
  return files;
}

/** Throws where XML is not well-formed: tags that do not match, characters it may not hold, bare `&`. */
function checkXml(xml: string): void {
  expect(xml).not.toMatch(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/,
  );
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/);
  const open: string[] = [];
  for (const [tag, closing, name, empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (closing) expect(`${open.pop()}`).toBe(name);
    else if (!empty) open.push(name ?? tag);
  }
  expect(open).toEqual([]);
  expect(xml.replace(/<\??\/?[\w:]+(?:\s[\w:]+="[^"<]*")*\s*[/?]?>/g, '')).not.toContain('<');
}

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

const wordText = (xml = '') =>
  unescaped(
    xml
      .replace(/<w:instrText.*?<\/w:instrText>/g, '')
      .replace(/<w:(br|tab)\/>/g, '\n')
      .replace(/<\/w:p>/g, '\n\n')
      .replace(/<[^>]+>/g, ''),
  );

const htmlText = (html: string) =>
  unescaped(
    html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<br\/>/g, '\n')
      .replace(/<[^>]+>/g, ''),
  );

const run = (text: string, own: Partial<Run> = {}): Run => ({ text, ...own });

const document = (blocks: Block[], own: Partial<Document> = {}): Document => ({
  title: 'Input to the review',
  language: 'en',
  direction: 'ltr',
  created: new Date('2026-03-05T10:20:30Z'),
  facts: [{ label: 'Period', value: '2022-2025' }],
  contents: { heading: 'Contents' },
  footer: 'Input',
  labels: { page: 'Page', of: 'of', notes: 'Notes', note: 'Note', backToText: 'Back' },
  blocks,
  ...own,
});

const rich = document([
  { type: 'heading', level: 1, lead: 'I.', text: 'Introduction' },
  {
    type: 'paragraph',
    numbered: true,
    runs: [run('First', { footnote: 'A source.' }), run(' link', { link: 'https://un.org/x#y' })],
  },
  { type: 'list', kind: 'letters', items: [{ runs: [run('One;')] }, { runs: [run('Two.')] }] },
  { type: 'page-break' },
  {
    type: 'table',
    caption: 'Table 1',
    columns: [{ label: 'Code' }, { label: 'Sum', align: 'end' }],
    rows: [[[run('5a')], [run('1,000')]]],
  },
  {
    type: 'board',
    caption: 'Board',
    groups: [
      { title: 'G', tiles: [{ lead: '1', label: 'Data', figures: [{ label: 'Planned', value: '4' }] }] },
    ],
  },
  {
    type: 'paragraph',
    style: 'quote',
    runs: [run('Quoted <script>alert(1)</script> #import "x" & {letters-1}')],
  },
]);

const arabic = document(
  [
    {
      type: 'paragraph',
      numbered: true,
      runs: [run('بدعم من IOM (UN Migration) ومن غيرها.', { footnote: 'الحاشية' })],
    },
  ],
  {
    title: 'مساهمة العملية الإقليمية',
    language: 'ar',
    direction: 'rtl',
  },
);

describe('a Word file', () => {
  it('is well-formed, numbered by Word, with footnotes, contents and properties', async () => {
    const files = unzip(await toDocx(rich));
    for (const [name, content] of files) if (/\.(xml|rels)$/.test(name)) checkXml(content);
    const body = files.get('word/document.xml') ?? '';
    expect(files.get('word/numbering.xml')).toMatch(/w:val="%1\."/);
    expect(files.get('word/styles.xml')).toMatch(/w:styleId="NumberedText".*?<w:numId w:val="\d+"\/>/);
    expect(body).toMatch(/<w:pStyle w:val="NumberedText"\/>/);
    expect(body).toMatch(/TOC \\o &quot;1-3&quot;/);
    expect(body).toMatch(/<w:footnoteReference w:id="1"\/>/);
    expect(body).toMatch(/<w:tblHeader\/>/);
    expect(body).toContain('{letters-1}');
    expect(files.get('word/footnotes.xml')).toContain('A source.');
    expect(files.get('word/_rels/document.xml.rels')).toMatch(
      /Target="https:\/\/un.org\/x#y" TargetMode="External"/,
    );
    expect(files.get('docProps/core.xml')).toContain(
      '<dc:language>en</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-05T10:20:30.000Z',
    );
    expect(files.get('word/footer1.xml')).toMatch(/NUMPAGES/);
  });

  it('marks each stretch of a right-to-left paragraph, and the tables', async () => {
    const table: Block = { type: 'table', columns: [{ label: 'ا' }], rows: [[[run('ب')]]] };
    const body =
      unzip(await toDocx({ ...arabic, blocks: [...arabic.blocks, table] })).get('word/document.xml') ?? '';
    expect(body).toMatch(/<w:bidi\/>/);
    expect(body).toContain('<w:r><w:t xml:space="preserve">IOM (UN Migration)</w:t></w:r>');
    expect(body).toContain('<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve"> ومن غيرها.</w:t></w:r>');
    expect(body).toContain('<w:bidiVisual/>');
  });

  it('asks Word for the page numbers of a long document instead of laying it out', async () => {
    const body = unzip(await toDocx(rich, { layOut: false })).get('word/document.xml') ?? '';
    expect(body).toContain('w:dirty="true"');
    const laidOut = unzip(await toDocx(rich)).get('word/document.xml') ?? '';
    expect(laidOut).not.toContain('w:dirty');
  });
});

/** Text as people paste it: any character, halves of pairs, control characters, and what looks like markup. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    '<script>',
    '#import "x"',
    '&amp;',
    ']]>',
    '{letters-1}',
    'مرحبا GCM (2018)',
    '\\#',
    '$x$',
    '--',
    '`',
  ),
);
const language = fc.constantFrom(undefined, 'en', 'fr', 'ar', 'zh', 'xx-"', '');
const anyRun = fc.record(
  { text: anyText, bold: fc.boolean(), language, link: fc.oneof(anyText, fc.webUrl()), footnote: anyText },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Run>;
const anyRuns = fc.array(anyRun, { maxLength: 4 });
const anyList = fc.record(
  {
    type: fc.constant('list'),
    kind: fc.constantFrom('bullets', 'numbers', 'letters'),
    start: fc.integer({ min: -1, max: 40 }),
    items: fc.array(fc.record({ runs: anyRuns }), { maxLength: 3 }),
    language,
  },
  { requiredKeys: ['type', 'kind', 'items'] },
);
const anyBlock = fc.oneof(
  fc.record({ type: fc.constant('heading'), level: fc.constantFrom(1, 2, 3), text: anyText, lead: anyText }),
  fc.record({
    type: fc.constant('paragraph'),
    runs: anyRuns,
    numbered: fc.boolean(),
    style: fc.constantFrom('normal', 'note', 'quote'),
    language,
  }),
  anyList,
  fc.record({
    type: fc.constant('table'),
    caption: anyText,
    columns: fc.array(fc.record({ label: anyText }), { maxLength: 3 }),
    rows: fc.array(fc.array(anyRuns, { maxLength: 3 }), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('board'),
    caption: anyText,
    groups: fc.array(
      fc.record({
        title: anyText,
        tiles: fc.array(
          fc.record({
            lead: anyText,
            label: anyText,
            figures: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 2 }),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.constant({ type: 'page-break' }),
) as fc.Arbitrary<Block>;
const anyDocument = fc
  .record({
    title: anyText,
    subtitle: anyText,
    language: fc.constantFrom('en', 'ar', 'fr', '??'),
    direction: fc.constantFrom('ltr', 'rtl'),
    footer: anyText,
    blocks: fc.array(anyBlock, { maxLength: 6 }),
  })
  .map((own) => document([], own as Partial<Document>));

it('makes the same Word file of the same document', async () => {
  expect((await toDocx(rich)).equals(await toDocx(structuredClone(rich)))).toBe(true);
});

it('has a logo above its title in every format, which says what it is', async () => {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const own = { ...rich, logo: { base64, width: 480, height: 160, text: 'The <Process>' } };
  expect(toHtml(own)).toContain(
    `<img class="logo" src="data:image/png;base64,${base64}" alt="The &lt;Process>"/><h1>`,
  );
  const word = await toDocx(own);
  expect(unzip(word).get('word/document.xml')).toContain('descr="The &lt;Process&gt;"');
  expect(word.equals(await toDocx(structuredClone(own)))).toBe(true);
  const pdf = (await toPdf(own)).toString('latin1');
  expect(/\/Subtype \/Image/.test(pdf)).toBe(true);
  expect(/\/Alt\b/.test(pdf)).toBe(true);
});

it('writes every word of any document in every format', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (one) => {
      const files = unzip(await toDocx(one, { layOut: false }));
      for (const [name, content] of files) if (name.startsWith('word/')) checkXml(content);
      const word = wordText(files.get('word/document.xml')) + wordText(files.get('word/footnotes.xml'));
      const html = toHtml(one);
      expect(html).not.toContain('<script');
      const page = htmlText(html.replace(/<sup>.*?<\/sup>/g, ''));
      for (const text of textsOf(prepare(one)).flatMap((line) => line.split(/\s+/)))
        expect({ text, word: word.includes(text), page: page.includes(text) }).toEqual({
          text,
          word: true,
          page: true,
        });
      expect((await toPdf(one)).subarray(0, 5).toString()).toBe('%PDF-');
    }),
    { numRuns: 40 },
  );
}, 180_000);
