import type { Block, Document } from '../../../src/platform/documents/document.js';
import { missingGlyphs } from '../../../src/platform/documents/glyphs.js';
import { prepare } from '../../../src/platform/documents/prepare.js';
import { textsOf } from '../../../src/platform/documents/to-text.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { Client } from '../../support/client.js';
import { programOf } from '../../support/factories.js';
import { HOME, largeMechanism, type Mechanism, type Reported } from './mechanism.js';
import {
  asFound,
  canReadPdf,
  counted,
  daysInZip,
  FIGURES,
  readPdf,
  readWord,
  readZip,
  shownIn,
  SPOKEN,
  times,
} from './read-files.js';
import { LANGUAGES, type Language, MARK } from './words.js';

/** FULL=1: a document as long as the longest that secretariats send, and every format of it in every language. */
const full = process.env.FULL === '1';
const SIZES = full ? { items: 150, entries: 400 } : { items: 60, entries: 160 };
const WORDS = full ? 45_000 : 15_000;
/** The languages that differ most: what lies between them differs in words alone. Word takes the longest. */
const PDF_IN: readonly Language[] = full ? LANGUAGES : ['en', 'ar'];
const WORD_IN: readonly Language[] = full ? LANGUAGES : ['ar'];
const PATIENCE = full ? 600_000 : 120_000;
/** Below how many reporters nothing is counted, as mechanisms begin. */
const FEWEST = 3;

let test: TestApp;
let office: Client;
let large: Mechanism;
let submissionId: string;
const documents = {} as Record<Language, Document>;

beforeAll(async () => {
  test = await startApp();
  large = await largeMechanism(test, SIZES);
  office = await programOf(test, large.secretariat);
  const input = {
    ...{ cycleId: 'imrf-2030', language: 'en', languages: ['fr', 'es', 'ar'], title: 'A large contribution' },
    ...{ periodFrom: '2025-01-01', periodUntil: '2026-12-31' },
  };
  const made = await office.api('POST', `/mechanisms/${HOME}/submissions`, input);
  expect(made.status).toBe(201);
  submissionId = made.json<{ id: string }>().id;
  const submissions = test.get(SubmissionsService);
  await submissions.requestCompilation(large.secretariat.actor, submissionId);
  await submissions.compile(submissionId);
  for (const language of LANGUAGES)
    documents[language] = (await file('json', language)).json<{ document: Document }>().document;
}, 3 * PATIENCE);
afterAll(() => test.close());

const files = new Map<string, ReturnType<Client['api']>>();

/** Made once. */
function file(format: string, language: Language) {
  const path = `/submissions/${submissionId}/document.${format}?language=${language}`;
  const made = files.get(path) ?? office.api('GET', path);
  files.set(path, made);
  return made;
}

const of = (...kinds: Reported['kind'][]) => large.reported.filter(({ kind }) => kinds.includes(kind));
const released = () => of('attributed', 'unattributed');

/** The words of entries that stand not exactly as often as they should: once where released, else not at all. */
function wrong(text: string): Record<string, number> {
  const counts = counted(text, MARK);
  const once = new Set(released().flatMap(({ marks }) => marks));
  const all = large.reported.flatMap(({ marks, hidden }) => [...marks, ...hidden]);
  const found = all.map((word) => [word, (counts.get(word) ?? 0) - (once.has(word) ? 1 : 0)] as const);
  return Object.fromEntries(found.filter(([, difference]) => difference !== 0));
}

/** What may not be found wherever one looks. */
function leaks(raw: string): string[] {
  const closed = new Set([
    ...of('kept', 'withdrawn', 'returned').flatMap(({ id, marks }) => [plain(id), ...marks]),
    ...large.reported.flatMap(({ hidden }) => hidden),
    ...of('unattributed').map(({ id }) => plain(id)),
    ...large.people.flatMap(({ account }) => [plain(account.id), account.email, account.name.toLowerCase()]),
  ]);
  const seen = raw.toLowerCase().match(TELLING) ?? [];
  return [...new Set(seen.map(plain))].filter((word) => closed.has(word));
}

/** The words of entries, ids, and what people are called in tests. */
const TELLING =
  /zq[a-z]{6}|[0-9a-f]{8}(-?)[0-9a-f]{4}(\1[0-9a-f]{4}){2}\1[0-9a-f]{12}|person ?\d+(@example\.org)?/g;
const plain = (word: string) => word.replaceAll('-', '');

it('is as long as the longest that secretariats send', () => {
  for (const language of LANGUAGES)
    expect(textsOf(prepare(documents[language])).join(' ').split(/\s+/).length).toBeGreaterThan(WORDS);
});

it('has no character without a glyph', () => {
  for (const language of LANGUAGES) expect(missingGlyphs(documents[language])).toEqual([]);
});

it('has the same paragraphs with the same numbers in each language', () => {
  const numbered = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => (block.type === 'paragraph' && block.numbered ? [block.unit] : []));
  const original = numbered(documents.en.blocks);
  expect(original.length).toBeGreaterThan(SIZES.entries);
  for (const language of LANGUAGES) expect(numbered(documents[language].blocks)).toEqual(original);
});

describe('every released entry stands once, and nothing else anybody reported', () => {
  it.each(LANGUAGES)('as JSON, HTML and figures in Excel in %s', async (language) => {
    const [json, html] = [await file('json', language), await file('html', language)];
    expect(wrong(json.body)).toEqual({});
    expect(leaks(json.body)).toEqual([]);
    expect(wrong(shownIn(html.body))).toEqual({});
    expect(leaks(html.body)).toEqual([]);
    expect(leaks(readZip((await file('xlsx', language)).bytes))).toEqual([]);
  });

  it.each(WORD_IN)(
    'as Word in %s, with its properties, bookmarks and notes',
    async (language) => {
      const { bytes } = await file('docx', language);
      const { text, raw } = readWord(bytes);
      expect(wrong(text)).toEqual({});
      expect(leaks(raw)).toEqual([]);
      expect(raw).toContain('docProps/core.xml');
      // No line is stretched.
      expect(raw).not.toMatch(/<w:jc w:val="(both|distribute|\w+Kashida)"/);
      expect(daysInZip(bytes).size).toBe(1);
    },
    PATIENCE,
  );

  (canReadPdf ? it : it.skip).each(PDF_IN)(
    'as PDF in %s, with its words as often as they were written (needs pdftotext)',
    async (language) => {
      const { text, raw } = readPdf((await file('pdf', language)).bytes);
      expect(wrong(text)).toEqual({});
      expect(leaks(raw)).toEqual([]);
      // It allows no glyph that is a box.
      expect(raw).toContain('<pdfuaid:part>1<');
      const given = asFound(textsOf(prepare(documents[language])).join('\n'));
      const [there, written] = [counted(text, SPOKEN), counted(given, SPOKEN)];
      expect([...written].filter(([word, count]) => (there.get(word) ?? 0) < count)).toEqual([]);
      // In text from right to left pdftotext parts a bracket from what it ends.
      for (const figure of FIGURES.filter((one) => language !== 'ar' || !one.includes(')')))
        expect([figure, times(text, figure)]).toEqual([figure, times(given, figure)]);
    },
    PATIENCE,
  );

  (full ? it : it.skip)(
    'as one file of all (FULL=1)',
    async () => {
      const raw = readZip((await file('zip', 'en')).bytes);
      for (const format of ['docx', 'pdf', 'html', 'json', 'xlsx'])
        expect(times(raw, `.${format}`)).toBeGreaterThanOrEqual(LANGUAGES.length);
      expect(leaks(raw)).toEqual([]);
    },
    PATIENCE,
  );
});

describe('somebody who looks for who wrote what is not named', () => {
  const places = (): { place: string; stateOf: string[] }[] => {
    const whose = new Map(of('unattributed').flatMap((one) => one.marks.map((word) => [word, one] as const)));
    const found = new Map<string, string[]>();
    let [heading, part] = ['', ''];
    for (const block of documents.en.blocks) {
      if (block.type === 'heading') [heading, part] = [`${heading.split('\n')[0]!}\n${block.text}`, ''];
      const words = JSON.stringify(block).match(MARK) ?? [];
      const theirs = words.flatMap((word) => whose.get(word) ?? []);
      if (block.type === 'paragraph' && words.length === 0) part = JSON.stringify(block.runs);
      // Of one entry only one paragraph counts: its first words.
      for (const one of new Set(theirs)) {
        const place = [heading, part, one.language].join('\n');
        found.set(place, [...(found.get(place) ?? []), one.state]);
      }
    }
    return [...found].map(([place, stateOf]) => ({ place, stateOf }));
  };

  it('finds no place where one State stands for more than its share', () => {
    const all = places();
    expect(all.length).toBeGreaterThan(3);
    for (const { place, stateOf } of all) {
      const most = Math.max(...stateOf.map((state) => stateOf.filter((one) => one === state).length));
      expect({ place, fits: most * FEWEST <= stateOf.length }).toEqual({ place, fits: true });
    }
  });

  it.each(['docx', 'html', 'json', ...(canReadPdf ? ['pdf'] : [])])(
    'is right no more often than by chance by the order and the neighbours in a file: %s',
    async (format) => {
      const { bytes, body } = await file(format, format === 'docx' ? 'ar' : 'en');
      const text =
        format === 'docx' ? readWord(bytes).text : format === 'pdf' ? readPdf(bytes).text : shownIn(body);
      const by = new Map(large.reported.flatMap((one) => one.marks.map((word) => [word, one] as const)));
      const order = (text.match(MARK) ?? []).map((word) => by.get(word)!);
      const theirs = order.flatMap((one, at) => (one.kind === 'unattributed' ? [{ one, at }] : []));
      const named = (at: number, step: number) => {
        let look = at + step;
        while (order[look] && order[look]!.kind !== 'attributed') look += step;
        return order[look]?.state;
      };
      const right = (guess: (at: number) => string | undefined) =>
        theirs.filter(({ one, at }) => guess(at) === one.state).length;
      const chance = theirs.length / FEWEST;
      expect(theirs.length).toBeGreaterThan(SIZES.entries / 2);
      for (const step of [-1, 1]) expect(right((at) => named(at, step))).toBeLessThan(chance);
      // The order in which entries were begun, or States stand in a list.
      const begun = theirs.map(({ one }) => large.reported.indexOf(one));
      const rising = begun.filter((place, at) => at > 0 && place > begun[at - 1]!).length;
      expect(rising / begun.length).toBeLessThan(0.75);
      expect(rising / begun.length).toBeGreaterThan(0.25);
    },
    PATIENCE,
  );
});
