import fc from 'fast-check';
import type { Block } from '../../../src/platform/documents/document.js';
import type { DocumentHead } from '../../../src/reviews/compilation/compilation-outline.js';
import type { DocumentParts, DocumentPassage } from '../../../src/reviews/document/assembled.js';
import { documentOf } from '../../../src/reviews/document/document-of.js';
import { withSources } from '../../../src/reviews/document/frozen.js';
import { pagesOf } from '../../../src/reviews/document/text-pages.js';
import { textsOf } from '../../../src/reviews/passages/measure.js';
import type { WordsRow } from '../../../src/reviews/passages/words-of.js';

const labels = { page: '', of: '', notes: '', note: '', backToText: '' };
const head = (language: string): DocumentHead => ({
  ...{ title: 'Title', language, direction: language === 'ar' ? 'rtl' : 'ltr', facts: [], labels },
  subtitle: 'A mechanism',
});
const says = (text: string): Block => ({ type: 'paragraph', runs: [{ text }], numbered: true });
const words = (language: string, compiled: Block[] | null, edited: Block[] | null = null): WordsRow => ({
  ...{ language, compiled, edited, translates: null },
});
let count = 0;
const passage = (rows: WordsRow[], more: Partial<DocumentPassage> = {}): DocumentPassage => ({
  ...{ id: `passage-${(count += 1)}`, sectionKey: 'one', key: `key-${count}`, state: 'compiled' },
  ...{ sources: [], words: rows, ...more },
});
const parts = (passages: DocumentPassage[], more: Partial<DocumentParts> = {}): DocumentParts => ({
  ...{ original: 'en', title: 'Report', titles: { ar: 'تقرير' }, heading: null, masked: new Set() },
  form: { numbered: true, masthead: 'united-nations', orientation: 'portrait', contents: true, limits: null },
  heads: { en: head('en'), fr: head('fr'), ar: head('ar') },
  sections: [
    { key: 'one', title: { en: 'First', fr: 'Premier', ar: 'الأول' } },
    { key: 'two', title: { en: 'Second' } },
  ],
  passages,
  ...{ standing: 'Draft', created: '2027-03-01T09:00:00.000Z' },
  ...more,
});
const texts = (blocks: readonly Block[]) => blocks.flatMap(textsOf);

describe('a document', () => {
  it('has a chapter for each section that says anything, with its marks', () => {
    const { document } = documentOf(parts([passage([words('en', [says('Said.')])])]), 'en');
    expect(document.blocks).toMatchObject([
      { type: 'heading', level: 1, lead: 'I.', text: 'First', unit: 's-one' },
      { type: 'paragraph', numbered: true, unit: expect.stringMatching(/^passage-/) },
    ]);
    expect(document.masthead).toMatchObject({
      organization: 'A mechanism',
      reference: ['1 March 2027', 'Original: English'],
    });
  });

  it('about a plan says the time it covers until its own day, and whole once that is over', () => {
    const period = { from: '2027-01-01', until: '2027-12-31' };
    const covered = { label: 'Time covered', value: '1 January 2027 to 31 December 2027' };
    const factsOf = (created: string, of = { period } as Partial<DocumentHead>) => {
      const heads = { en: { ...head('en'), facts: [covered], ...of } };
      const { document } = documentOf(parts([], { heads, created: `${created}T09:00:00.000Z` }), 'en');
      expect(document).not.toHaveProperty('period');
      return document.facts[0];
    };
    expect(factsOf('2027-03-01')).toEqual({ ...covered, value: '1 January 2027 to 1 March 2027' });
    expect([factsOf('2028-01-10'), factsOf('2026-12-10'), factsOf('2027-03-01', {})]).toEqual([
      ...[covered, covered, covered],
    ]);
  });

  it('leaves out what is masked or left out, and a compiled heading with nothing under it', () => {
    const heading = passage([words('en', [{ type: 'heading', level: 2, text: 'Objective 9' }])]);
    const under = passage([words('en', [says('Withdrawn.')])]);
    const other = passage([words('en', [says('Not wanted.')])], { state: 'left-out' });
    const all = parts([heading, under, other]);
    expect(texts(documentOf(all, 'en').document.blocks)).toEqual(['First', 'Objective 9', 'Withdrawn.']);
    expect(documentOf({ ...all, masked: new Set([under.id]) }, 'en').document.blocks).toEqual([]);
  });

  it('says in a translation what is not translated in the original’s words, marked', () => {
    const both = passage([words('en', [says('Done.')]), words('fr', [says('Fait.')])]);
    const edited = passage(
      [words('en', [says('Done.')], [says('Done by us.')]), words('fr', [says('Fait.')])],
      { state: 'edited' },
    );
    const { document } = documentOf(parts([both, edited]), 'fr');
    expect(texts(document.blocks)).toEqual(['Premier', 'Fait.', 'Done by us. [non traduit]']);
    expect(document.blocks[2]).toMatchObject({ language: 'en', numbered: true });
  });

  it('refers to paragraphs by nothing that says where they come from', () => {
    const named = { ...says('Told.'), key: 'entry/secret-id' } as Block;
    const see: Block = { type: 'paragraph', runs: [{ text: '?', see: 'entry/secret-id' }], numbered: true };
    const { document } = documentOf(
      parts([passage([words('en', [named])]), passage([words('en', [see])])]),
      'en',
    );
    expect(JSON.stringify(document)).not.toContain('secret-id');
    expect(document.blocks[2]).toMatchObject({ runs: [{ see: 'p1' }] });
  });

  it('refers to no paragraph that is not there: the reference goes with its separator, the last one with its sentence', () => {
    const told = ['a', 'b', 'c'].map((key) => passage([words('en', [{ ...says(key), key } as Block])]));
    const see: Block = {
      ...{ type: 'paragraph', numbered: true },
      runs: [
        { text: 'See also paragraphs ' },
        { text: '', see: 'a' },
        ...[{ text: ', ' }, { text: '', see: 'b' }],
        ...[{ text: ' and ' }, { text: '', see: 'c' }],
        { text: '.' },
      ],
    };
    const heading = passage([words('en', [{ type: 'heading', level: 2, text: 'Objective 9' }])]);
    const all = parts([...told, heading, passage([words('en', [see])])]);
    const without = (...keys: number[]) => {
      const masked = new Set(keys.map((key) => told[key]!.id));
      const { blocks } = documentOf({ ...all, masked }, 'en').document;
      const last = blocks.at(-1);
      return last?.type === 'paragraph' ? last.runs.map(({ text, see: to }) => to ?? text).join('') : '';
    };
    expect(without()).toBe('See also paragraphs p1, p2 and p3.');
    expect(without(0)).toBe('See also paragraphs p1 and p2.');
    expect(without(2)).toBe('See also paragraphs p1 and p2.');
    expect(without(0, 1)).toBe('See also paragraph p1.');
    expect(
      texts(documentOf({ ...all, masked: new Set(told.map(({ id }) => id)) }, 'en').document.blocks),
    ).toEqual([]);
  });

  it('tells in JSON of no source of a passage in which somebody is not named', () => {
    const entry = (named: boolean) => ({ kind: 'entry' as const, id: `entry-${named}`, named, seal: '' });
    const item = { kind: 'item' as const, id: 'its item', seal: '' };
    const open = passage([words('en', [says('Open.')])], { sources: [entry(true), item] });
    const closed = passage([words('en', [says('Closed.')])], { sources: [entry(false), item] });
    const { sources } = withSources(documentOf(parts([open, closed]), 'en'), [open, closed]);
    expect(sources).toEqual({
      [open.id]: [
        { kind: 'entry', id: 'entry-true' },
        { kind: 'item', id: 'its item' },
      ],
    });
  });

  it('numbers its paragraphs alike in every language, whatever is translated how, and loses no word', () => {
    const block = fc.oneof(
      fc.nat(999).map((n) => says(`w${n}`)),
      fc.constant<Block>({ type: 'paragraph', runs: [{ text: 'quoted' }], style: 'quote' }),
      fc.constant<Block>({ type: 'list', kind: 'bullets', items: [{ runs: [{ text: 'item' }] }] }),
    );
    const said = fc.option(fc.array(block, { minLength: 1, maxLength: 4 }), { nil: null });
    const one = fc.record({ en: said, edited: said, fr: said, translated: said, section: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (all) => {
        const passages = all.map(({ en, edited, fr, translated, section }) =>
          passage([words('en', en, edited), words('fr', fr, translated)], {
            sectionKey: section ? 'one' : 'two',
          }),
        );
        const numbered = (language: string) => {
          const { document, chapters } = documentOf(parts(passages), language);
          return {
            of: document.blocks.flatMap((each) =>
              each.type === 'paragraph' && each.numbered ? [each.unit] : [],
            ),
            first: chapters.map(({ key, first }) => [key, first]),
            text: texts(document.blocks).join(' '),
            pages: chapters.flatMap((chapter) => pagesOf(document, chapter).flatMap(({ blocks }) => blocks)),
            without: document.blocks.filter((each) => each.type !== 'heading'),
          };
        };
        const [english, french] = [numbered('en'), numbered('fr')];
        expect(french.of).toEqual(english.of);
        expect(french.first).toEqual(english.first);
        expect(french.pages).toEqual(french.without);
        for (const { en, edited, translated } of all) {
          if (!en && !edited) continue;
          for (const text of (translated ?? []).flatMap(textsOf)) expect(french.text).toContain(text);
          for (const text of (edited ?? en ?? []).flatMap(textsOf)) expect(english.text).toContain(text);
        }
      }),
    );
  });
});
