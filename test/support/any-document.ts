import fc from 'fast-check';
import type {
  Block,
  Document,
  List,
  ListItem,
  PageBreak,
  Paragraph,
  PlainRun,
  Run,
  Table,
} from '../../src/platform/documents/document.js';

/** Documents as they are compiled: in four languages, with everything that a block may hold. */

export const LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const WORDS: Record<Language, string[]> = {
  en: ['States', 'migration', 'the', 'cooperation', 'IOM', 'return'],
  fr: ['États', 'd’accueil', 'coopération', 'régionale', 'où'],
  es: ['países', 'niñez', 'cooperación', 'año'],
  ar: ['الدول', 'الهجرة', 'التعاون', 'مُقدَّم', 'في'],
};
const COMMON = [
  '2024',
  '45.5%',
  '(GCM)',
  '23',
  '-',
  '«x»',
  'A/73/195',
  '&',
  '<b>',
  '[2018]',
  '…',
  'oui\u00a0;',
  '😀',
];

/** A word first: what language figures are in nobody sees. */
const textIn = (language: Language, words = [...WORDS[language], ...COMMON]) =>
  fc
    .tuple(fc.constantFrom(...WORDS[language]), fc.array(fc.constantFrom(...words), { maxLength: 7 }))
    .map(([first, rest]) => [first, ...rest].join(' '));

const plainRun = (own: Language): fc.Arbitrary<PlainRun> =>
  fc.constantFrom(...LANGUAGES, own, own, own).chain((language) =>
    fc.record(
      {
        text: textIn(language),
        language: language === own ? fc.constant(undefined) : fc.constant(language),
        bold: fc.constantFrom(undefined, undefined, true),
        italic: fc.constantFrom(undefined, undefined, true),
        link: fc.constantFrom(
          undefined,
          undefined,
          undefined,
          'https://un.org/a?b=1&c=2#d',
          'mailto:a@b.org',
        ),
      },
      { requiredKeys: ['text', 'language'] },
    ),
  );

const run = (own: Language): fc.Arbitrary<Run> =>
  fc
    .record({
      run: plainRun(own),
      footnote: fc.option(fc.oneof(textIn(own), fc.array(plainRun(own), { minLength: 1, maxLength: 3 })), {
        nil: undefined,
        freq: 6,
      }),
      see: fc.constantFrom(undefined, undefined, undefined, undefined, 'key-0', 'key-1', 'gone'),
    })
    .map(({ run: plain, footnote, see }) => ({
      ...plain,
      ...(footnote && { footnote }),
      ...(see && { see, link: undefined, language: undefined }),
    }));

const runs = (own: Language, least = 1) =>
  fc.array(run(own), { minLength: least, maxLength: 4 }).map((all) =>
    // Words apart.
    all.map((one, index) => (index + 1 < all.length ? { ...one, text: `${one.text} ` } : one)),
  );

const list = (own: Language): fc.Arbitrary<List> =>
  fc.letrec<{ list: List; item: ListItem }>((tie) => ({
    list: fc.record(
      {
        type: fc.constant('list' as const),
        kind: fc.constantFrom('bullets' as const, 'numbers' as const, 'letters' as const),
        start: fc.constantFrom(1, 1, 1, 5),
        items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['type', 'kind', 'items'] },
    ),
    item: fc.record(
      { runs: runs(own), list: fc.option(tie('list'), { nil: undefined, depthSize: 'small' }) },
      { requiredKeys: ['runs'] },
    ),
  })).list;

const table = (own: Language): fc.Arbitrary<Table> =>
  fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc.record(
      {
        type: fc.constant('table' as const),
        caption: textIn(own),
        columns: fc.array(
          fc.record(
            {
              label: textIn(own),
              align: fc.constantFrom('start' as const, 'center' as const, 'end' as const),
              width: fc.constantFrom(1, 2, 3),
            },
            { requiredKeys: ['label'] },
          ),
          { minLength: count, maxLength: count },
        ),
        rows: fc.array(fc.array(runs(own, 0), { minLength: count, maxLength: count }), { maxLength: 3 }),
      },
      { requiredKeys: ['type', 'columns', 'rows'] },
    ),
  );

const picture = (own: Language) => textIn(own).map((text) => ({ base64: PNG, width: 1, height: 1, text }));

const block = (own: Language): fc.Arbitrary<Exclude<Block, PageBreak>> =>
  fc.oneof(
    fc.record(
      {
        type: fc.constant('heading' as const),
        level: fc.constantFrom(1 as const, 2 as const, 3 as const),
        text: textIn(own),
        lead: fc.constantFrom('I.', 'A.', '1.'),
      },
      { requiredKeys: ['type', 'level', 'text'] },
    ),
    fc
      .record({
        runs: runs(own),
        numbered: fc.boolean(),
        style: fc.constantFrom('normal' as const, 'note' as const, 'quote' as const),
        language: fc.constantFrom(undefined, undefined, ...LANGUAGES),
      })
      .map((one): Paragraph => ({ type: 'paragraph', ...one })),
    list(own),
    table(own),
    fc.record(
      {
        type: fc.constant('figure' as const),
        caption: textIn(own),
        picture: picture(own),
        table: table(own).map(({ caption: _, ...rest }) => rest),
      },
      { requiredKeys: ['type', 'picture'] },
    ),
    fc.record(
      {
        type: fc.constant('board' as const),
        caption: textIn(own),
        legend: textIn(own),
        groups: fc.array(
          fc.record({
            title: textIn(own),
            tiles: fc.array(
              fc.record({
                lead: textIn(own, WORDS[own]),
                label: textIn(own),
                figures: fc.array(fc.record({ label: textIn(own), value: textIn(own) }), { maxLength: 2 }),
              }),
              { minLength: 1, maxLength: 6 },
            ),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      },
      { requiredKeys: ['type', 'groups'] },
    ),
  );

/** Units of some blocks each, and blocks between them that are of none. */
export const anyDocument = (language: Language): fc.Arbitrary<Document> =>
  fc.array(fc.array(block(language), { minLength: 1, maxLength: 3 }), { maxLength: 8 }).map((units) => {
    let keys = 0;
    const blocks = units.flatMap((all, index) =>
      all.map((one): Block => {
        const key = one.type === 'paragraph' && one.numbered && keys < 2 ? { key: `key-${keys++}` } : {};
        return { ...one, ...key, unit: unitAt(index) };
      }),
    );
    return { ...EMPTY, language, direction: language === 'ar' ? 'rtl' : 'ltr', blocks };
  });

export const unitAt = (index: number) => `0190a1b2-c3d4-7e5f-8a9b-${String(index).padStart(12, '0')}`;

export const EMPTY: Document = {
  title: 'T',
  language: 'en',
  direction: 'ltr',
  created: '2026-03-05T10:20:30Z',
  facts: [{ label: 'Period', value: '2022-2025' }],
  contents: { heading: 'Contents' },
  labels: {
    page: 'Page',
    of: 'of',
    notes: 'Notes',
    note: 'Note',
    backToText: 'Back',
    table: 'Table',
    figure: 'Figure',
  },
  blocks: [],
};
