import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, Document } from '../../../../src/platform/documents/document.js';
import { prepare } from '../../../../src/platform/documents/prepare.js';
import { toPdf } from '../../../../src/platform/documents/to-pdf.js';
import { textsOf } from '../../../../src/platform/documents/to-text.js';

const LOCALES = new URL('../../../../src/locales/', import.meta.url);

/** The texts of the interface in a language, as sentences: what people wrote, of every length. */
function textsIn(language: string): string[] {
  const folder = new URL(`${language}/`, LOCALES);
  return (
    readdirSync(folder)
      .flatMap((name) =>
        Object.values(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>),
      )
      .map((text) => text.replace(/\{\{.*?\}\}|[<>{}]/g, ' ').trim())
      // A word that is broken after a hyphen is told by pdftotext in ways of its own.
      .filter((text) => /\p{L}/u.test(text) && !/\p{L}-\p{L}/u.test(text))
  );
}

const document = (language: string, blocks: Block[]): Document => ({
  title: 'Input',
  language,
  direction: language === 'ar' ? 'rtl' : 'ltr',
  created: '2026-03-05T10:20:30Z',
  facts: [],
  labels: { page: 'Page', of: 'of', notes: 'Notes', note: 'Note', backToText: 'Back' },
  blocks,
});

const paragraph = (text: string, language?: string): Block => ({
  type: 'paragraph',
  runs: [{ text, ...(language && { language }) }],
});

/** What `pdftotext` finds: the marks of direction that it adds are no words. */
function found(pdf: Buffer): Map<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  const file = join(folder, 'a.pdf');
  writeFileSync(file, pdf);
  const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
  rmSync(folder, { recursive: true });
  return counted(stdout);
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const words = text
    .normalize('NFKC')
    .match(/[\p{Script=Arabic}\p{M}]+|[\p{Script=Latin}\p{M}]+|\p{Script=Cyrillic}+|\p{N}+/gu);
  for (const word of words ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const pdftotext = spawnSync('pdftotext', ['-v']).status === 0;

/** The words that are found less often than they were written. */
async function lost(one: Document): Promise<string[]> {
  const there = found(await toPdf(one));
  const written = counted(textsOf(prepare(one)).join('\n'));
  const all = [...written].filter(([word, count]) => (there.get(word) ?? 0) < count).map(([word]) => word);
  // The texts change with the product, and one word of a thousand may meet what pdftotext cannot read: a mark far from
  // its letter, or one before a full stop on a page of Latin text.
  return all.length <= written.size / 1000 ? [] : all;
}

(pdftotext ? describe : describe.skip)('the words of a PDF (needs pdftotext)', () => {
  it('are found as often as they were written, but for one of a thousand, also Arabic ones with their marks', async () => {
    const texts = textsIn('ar').filter((_, index) => index % 4 === 0);
    expect(texts.length).toBeGreaterThan(1000);
    expect(
      await lost(
        document(
          'ar',
          texts.map((text) => paragraph(text)),
        ),
      ),
    ).toEqual([]);
  });

  it('are found in four languages beside each other, in every kind of block', async () => {
    const languages = ['ar', 'en', 'fr', 'es'];
    const texts = languages.flatMap((language) =>
      textsIn(language)
        .filter((_, index) => index % 20 === 0)
        .map((text) => ({ text, language })),
    );
    const all: Block[] = texts.map(({ text, language }, index) => {
      const runs = [{ text, language }];
      const kind = index % 5;
      if (kind === 0) return { type: 'heading', level: 1, text: text.replaceAll('\n', ' ') };
      if (kind === 1) return { type: 'list', kind: 'bullets', items: [{ runs }] };
      if (kind === 2) return { type: 'table', columns: [{ label: '' }, { label: '' }], rows: [[runs, runs]] };
      if (kind === 3) return { type: 'paragraph', runs: [{ text: 'x', footnote: runs }] };
      return { type: 'paragraph', runs };
    });
    for (const language of ['ar', 'en']) expect(await lost(document(language, all))).toEqual([]);
  });

  it('are found where two marks stand on a letter, and where letters are stacked', async () => {
    const words = 'سُجّلت صُحّحت يُسجَّل مقدَّمة أُرسل فوراً أولاً بنداً محمّد نجح المجلس لمّا إنّ';
    expect(
      await lost(document('ar', [paragraph(words), { type: 'heading', level: 1, text: words }])),
    ).toEqual([]);
  });

  it('have figures and codes in their order', async () => {
    const text = 'في الفترة 2024–2025 بنسبة 12.5% وفق البند 3.2(a) و 5-b، و 1,000 في 14/6/2021.';
    const folder = mkdtempSync(join(tmpdir(), 'documents-'));
    const file = join(folder, 'a.pdf');
    writeFileSync(file, await toPdf(document('ar', [paragraph(text)])));
    // By where they stand on the page, from the left.
    const { stdout } = spawnSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    for (const figure of ['2024–2025', '12.5%', '3.2', '5-b', '1,000', '14/6/2021'])
      expect(stdout).toContain(figure);
  });
});
