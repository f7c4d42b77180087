import { type Examined, findingsIn } from '../../../src/reviews/editor/findings/findings.js';
import type { PassageView } from '../../../src/reviews/editor/passage.view.js';
import type { Passage } from '../../../src/reviews/passages/passage.entity.js';
import { paragraph } from './scene.js';

const view = (more: Partial<PassageView> = {}, passage: Partial<Passage> = {}): PassageView => ({
  passage: {
    ...{ id: 'p', sectionKey: 'one', state: 'compiled', sources: [] },
    words: [{ language: 'en', compiled: [paragraph('Words.')], edited: null, translates: null }],
    ...passage,
  } as unknown as Passage,
  news: 'none',
  withdrawn: [],
  number: 1,
  standings: new Map(),
  unsettled: 0,
  ...more,
});
const found = (more: Partial<Examined>) =>
  findingsIn({
    original: 'en',
    limits: null,
    sections: [{ key: 'one', limits: null }],
    measures: new Map(),
    passages: [],
    unconfirmed: [],
    waits: false,
    missing: () => [],
    namedStates: new Map(),
    ...more,
  });

it('finds nothing in a text that is as it should be', () => {
  expect(found({ passages: [view()] })).toEqual([]);
});

it('says what is longer, or shorter, than it may be', () => {
  const measures = new Map([['one', { words: 900, characters: 5_000 }]]);
  const sections = [{ key: 'one', limits: { words: 800 } }];
  expect(found({ measures, sections, limits: { words: 1_000 } })).toEqual([
    { kind: 'overSection', section: 'one', count: 900, most: 800, unit: 'words' },
  ]);
  expect(found({ measures, limits: { characters: { least: 6_000, most: 8_000 } } })).toMatchObject([
    { kind: 'under', count: 5_000, most: 6_000 },
  ]);
});

it('leads to each passage that waits for something', () => {
  const picture = { base64: '', width: 1, height: 1, text: ' ' };
  const words = [{ language: 'en', compiled: null, edited: [{ type: 'figure', picture }], translates: null }];
  const passages = [
    view({ news: 'changed' }),
    view({
      standings: new Map([
        ['fr', 'outdated'],
        ['ar', 'missing'],
      ]),
    }),
    view({ unsettled: 2 }, { state: 'left-out' }),
    view({}, { state: 'own', words: words as never }),
  ];
  expect(found({ passages }).map(({ kind, language }) => [kind, language].filter(Boolean).join(' '))).toEqual(
    ['changed', 'missing ar', 'outdated fr', 'noSource', 'alternative en', 'comment'],
  );
});

it('says nothing else of a passage that is in no document', () => {
  const passages = [view({ news: 'withdrawn', standings: new Map([['fr', 'missing']]) })];
  expect(found({ passages }).map(({ kind }) => kind)).toEqual(['withdrawn']);
});
