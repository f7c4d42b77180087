import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, Document, Run } from '../../../src/platform/documents/document.js';
import { prepare } from '../../../src/platform/documents/prepare.js';
import { toPdf } from '../../../src/platform/documents/to-pdf.js';
import { textsOf } from '../../../src/platform/documents/to-text.js';

const run = (text: string, own: Partial<Run> = {}): Run => ({ text, ...own });

const document = (blocks: Block[], own: Partial<Document> = {}): Document => ({
  title: 'Input to the review',
  language: 'en',
  direction: 'ltr',
  created: new Date('2026-03-05T10:20:30Z'),
  facts: [{ label: 'Period', value: '2022-2025' }],
  contents: { heading: 'Contents' },
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
  {
    type: 'table',
    caption: 'Table 1',
    columns: [{ label: 'Code' }, { label: 'Sum', align: 'end' }],
    rows: [[[run('5a')], [run('1,000')]]],
  },
  {
    type: 'board',
    groups: [
      { title: 'G', tiles: [{ lead: '1', label: 'Data', figures: [{ label: 'Planned', value: '4' }] }] },
    ],
  },
  {
    type: 'paragraph',
    style: 'quote',
    runs: [run('Quoted <script>alert(1)</script> #import "x" & $x$ *b*')],
  },
]);

const arabic = document(
  [{ type: 'paragraph', numbered: true, runs: [run('بدعم من IOM', { footnote: 'الحاشية' })] }],
  {
    title: 'مساهمة العملية الإقليمية',
    language: 'ar',
    direction: 'rtl',
  },
);

const base64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const whole = document(
  [
    { type: 'paragraph', numbered: true, key: 'first', runs: [run('The first.')] },
    { type: 'paragraph', runs: [run('see paragraph '), run('?', { see: 'first' }), run('.')] },
    {
      type: 'list',
      kind: 'letters',
      items: [
        {
          runs: [run('Outer')],
          list: {
            type: 'list',
            kind: 'numbers',
            items: [
              {
                runs: [run('Inner')],
                list: { type: 'list', kind: 'bullets', items: [{ runs: [run('Innermost')] }] },
              },
            ],
          },
        },
      ],
    },
    {
      type: 'figure',
      caption: 'Plans by year',
      picture: { base64, width: 4000, height: 3000, text: 'Four plans in 2024.' },
      table: { type: 'table', columns: [{ label: 'Year' }], rows: [[[run('2024')]]] },
    },
  ],
  {
    masthead: {
      organization: 'The Conference',
      symbol: 'A/AC.1/2',
      lines: ['Second session'],
      reference: ['Original: Spanish'],
    },
    header: 'A/AC.1/2',
    labels: {
      page: 'Page',
      of: 'of',
      notes: 'Notes',
      note: 'Note',
      table: 'Table',
      figure: 'Figure',
      backToText: 'Back',
    },
  },
);

const pdftotext = spawnSync('pdftotext', ['-v']).status === 0;

function textOf(pdf: Buffer, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  writeFileSync(join(folder, 'a.pdf'), pdf);
  const { stdout } = spawnSync('pdftotext', [...options, join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout.replace(/\s+/g, ' ');
}

/** Of a word by what `pdftotext -bbox` says, in points from the corner of its page. */
function placeOf(word: string, said: string) {
  const side = (name: string) => `${name}="([\\d.]+)"`;
  const sides = ['xMin', 'yMin', 'xMax', 'yMax'].map(side).join(' ');
  const [left, top, right, bottom] = new RegExp(`${sides}>${word}<`).exec(said)!.slice(1).map(Number);
  return { left: left!, top: top!, right: right!, bottom: bottom! };
}

describe('a PDF', () => {
  it('is tagged PDF/UA-1 with title, language and the given date', async () => {
    for (const one of [rich, arabic]) {
      const pdf = await toPdf(one);
      const text = pdf.toString('utf8');
      expect(text.slice(0, 5)).toBe('%PDF-');
      expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(text).toContain(one.title);
      expect(text).toMatch(new RegExp(`<dc:language><rdf:Bag><rdf:li>${one.language}<`));
      expect(text).toContain('2026-03-05T10:20:30');
    }
  });

  (pdftotext ? it : it.skip)(
    'says what was written, and reads nothing as markup (needs pdftotext)',
    async () => {
      const flat = textOf(await toPdf(rich));
      // The mark of the note stands in the middle of the paragraph.
      const said = textsOf(prepare(rich)).flatMap((text) =>
        text === 'First link' ? ['First', 'link'] : text,
      );
      for (const text of said) expect(flat).toContain(text);
    },
  );

  it('writes what no font has as its code, and every script in letters', async () => {
    const pdf = await toPdf(document([{ type: 'paragraph', runs: [run('ሰላም 😀 ⵜⴰⵎⴰⵣⵉⵖⵜ 대한민국')] }]));
    expect(pdf.toString('latin1')).toContain('pdfuaid');
    for (const font of ['NotoSansEthiopic', 'NotoSansTifinagh', 'NotoSansKR'])
      expect(pdf.toString('latin1')).toContain(font);
    if (pdftotext) expect(textOf(pdf)).toContain('ሰላም [U+1F600] ⵜⴰⵎⴰⵣⵉⵖⵜ 대한민국');
  });

  it('is PDF/UA with masthead, header, figures, nested lists and references, upright and across', async () => {
    for (const orientation of ['portrait', 'landscape'] as const) {
      const pdf = await toPdf({ ...whole, orientation });
      const file = pdf.toString('latin1');
      expect(file).toContain('pdfuaid');
      expect(file).toContain('/Subtype /Image');
      expect(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(file)!.slice(1).map(Number).map(Math.round)).toEqual(
        orientation === 'portrait' ? [595, 842] : [842, 595],
      );
      if (!pdftotext) continue;
      const said = textOf(pdf);
      for (const text of ['A/AC.1/2', 'Original: Spanish', 'Figure 1. Plans by year', 'see paragraph 1.'])
        expect(said).toContain(text);
      expect(said).toMatch(/\(a\)\s+Outer.*1\.\s+Inner.*▪\s+Innermost/);
    }
  });
});

(pdftotext ? describe : describe.skip)('on the pages of a PDF (needs pdftotext)', () => {
  it.each(['ar', 'en'])('lists have the size of the text around them, in %s', async (language) => {
    const list = (word: string, own: string): Block => ({
      ...{ type: 'list', kind: 'bullets', language: own, direction: own === 'ar' ? 'rtl' : 'ltr' },
      items: [
        {
          runs: [run(word, { language: own })],
          list: { type: 'list', kind: 'numbers', items: [{ runs: [run(`${word}under`)] }] },
        },
      ],
    });
    const text = (word: string, own: string): Block => ({
      ...{ type: 'paragraph', runs: [run(word, { language: own })] },
    });
    const other = language === 'ar' ? 'fr' : 'ar';
    const own: Block[] = [text('ownone', language), list('owntwo', language)];
    const pdf = await toPdf(
      document([...own, text('otherone', other), list('othertwo', other)], {
        language,
        direction: language === 'ar' ? 'rtl' : 'ltr',
      }),
    );
    const said = textOf(pdf, '-bbox');
    const height = (word: string) => {
      const [, top, bottom] = new RegExp(`yMin="([\\d.]+)" xMax="[\\d.]+" yMax="([\\d.]+)">${word}<`).exec(
        said,
      )!;
      return Math.round((Number(bottom) - Number(top)) * 100);
    };
    for (const one of ['own', 'other'])
      for (const word of ['two', 'twounder']) expect(height(one + word)).toBe(height(`${one}one`));
  });

  it('a paragraph begins on the line of its number, however long that is', async () => {
    const paragraphs = Array.from({ length: 1001 }, (_, index): Block => ({
      ...{ type: 'paragraph', numbered: true, direction: 'rtl' },
      runs: [run(`x${index + 1}`, index % 2 ? { language: 'fr' } : {})],
    }));
    const said = textOf(await toPdf({ ...arabic, blocks: paragraphs }), '-bbox');
    for (const number of ['7', '999', '1000', '1001']) {
      const [its, text] = [placeOf(number, said), placeOf(`x${number}`, said)];
      expect(Math.abs(its.bottom - text.bottom)).toBeLessThan(6);
      expect(its.left).toBeGreaterThan(text.right);
    }
    // They look alike, whatever language follows.
    const [arab, french] = [placeOf('999', said), placeOf('1000', said)];
    expect(french.bottom - french.top).toBeCloseTo(arab.bottom - arab.top, 2);
  });

  it('a link stands where it was written in words of another direction', async () => {
    const french = (text: string, own: Partial<Run> = {}) => run(text, { language: 'fr', ...own });
    const said = textOf(
      await toPdf({
        ...arabic,
        blocks: [
          {
            ...{ type: 'paragraph', direction: 'rtl' },
            runs: [
              french('Avant le '),
              french('lien', { link: 'https://un.org/' }),
              french(' puis.'),
              run(' (مصر)'),
            ],
          },
        ],
      }),
    );
    expect(said).toContain('Avant le lien puis.');
  });

  it('no line breaks a symbol', async () => {
    const widths = Array.from({ length: 30 }, (_, index) => index + 60);
    const blocks = ['A/RES/73/195 says', 'القرار A/RES/73/195'].flatMap((words) =>
      widths.map((width): Block => ({
        type: 'paragraph',
        runs: [run(`${'abc '.repeat(width / 4)}${words}`)],
      })),
    );
    const said = textOf(await toPdf(document(blocks)));
    expect(said.split('A/RES/73/195').length - 1).toBe(2 * widths.length);
  });
});

it('makes the same PDF of the same document, also after a trip through JSON', async () => {
  expect((await toPdf(rich)).equals(await toPdf(JSON.parse(JSON.stringify(rich)) as Document))).toBe(true);
});

it('gives back the memory it used', async () => {
  const memory = async (times: number) => {
    for (let time = 0; time < times; time += 1) await toPdf({ ...rich, title: `${times} ${time}` });
    return process.memoryUsage().rss / 1e6;
  };
  const warm = await memory(40);
  // When the compiler's documents stayed behind, this took 125 MB.
  expect((await memory(200)) - warm).toBeLessThan(70);
});
