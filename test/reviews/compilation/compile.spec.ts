import type { CompileInput } from '../../../src/reviews/compilation/compile-input.js';
import { compileSubmission } from '../../../src/reviews/compilation/compile.js';
import {
  entry,
  input,
  item,
  paragraphs,
  said,
  unnamed,
  wordsOf,
} from '../../../src/reviews/compilation/compile.examples.js';
import { SECTION_KEYS } from '../../../src/reviews/compilation/compiled.js';

describe('the chapters', () => {
  it('are always the same, and the same input makes the same text whatever the order of its entries', () => {
    const entries = [
      entry([item('1', 2)], { reporter: 'EGY' }),
      entry([item('1', 2)]),
      ...['a', 'b', 'c'].map((narrative) => entry([item('2', 9)], { ...unnamed, content: { narrative } })),
    ];
    expect(compileSubmission(input()).sections.map((section) => section.key)).toEqual([...SECTION_KEYS]);
    expect(wordsOf(input({ entries }))).toBe(wordsOf(input({ entries: [...entries].reverse() })));
  });

  it('open with what time is covered, since the previous review of the kind', () => {
    expect(paragraphs(input(), 'introduction')[0]).toContain(
      'It covers the time since the International Migration Review Forum 2026, that is, from 9 May 2026.',
    );
  });

  it('say which objectives nothing concerns', () => {
    expect(paragraphs(input(), 'round-table-3').at(-1)).toMatch(
      /No plan item and no released entry concerns objectives 14, 15, 16, 19, 20 and 22\.$/,
    );
  });

  it('give what serves no objective a chapter of its own', () => {
    const texts = paragraphs(input({ entries: [entry([item('3')]), entry([])] }), 'institutional');
    expect(said(texts)).toHaveLength(2);
  });
});

describe('a released entry', () => {
  it('is told under the name it gave, about the items it named', () => {
    const texts = paragraphs(input({ entries: [entry([item('1', 2)])] }), 'round-table-1');
    expect(said(texts)).toEqual(['Kenya reported the following (item 1): Something was done.']);
  });

  it('without attribution shows neither name nor item: a plan says who answers for an item', () => {
    const texts = paragraphs(input({ entries: [entry([item('1', 2)], unnamed)] }), 'round-table-1');
    expect(said(texts)).toEqual(['One delegation reported the following: Something was done.']);
  });

  it('of the secretariat or a partner is told likewise', () => {
    const entries = [
      entry([item('1', 2)], { reporterKind: 'partner', reporter: 'IOM' }),
      entry([item('1', 2)], { reporterKind: 'secretariat', reporter: null }),
      entry([item('1', 2)], { reporterKind: 'partner', ...unnamed, content: { narrative: 'Nameless.' } }),
    ];
    expect(said(paragraphs(input({ entries }), 'round-table-1'))).toEqual([
      'The secretariat reported the following (item 1): Something was done.',
      'IOM reported the following (item 1): Something was done.',
      'One contributor reported the following: Nameless.',
    ]);
  });

  it('stands in the order of the document’s own alphabet', () => {
    const entries = ['ETH', 'EGY', 'DEU'].map((reporter) => entry([item('1', 2)], { reporter }));
    const order = (language: string) =>
      compileSubmission(input({ entries, language }))
        .sections[1]!.blocks.flatMap((block) => (block.type === 'paragraph' && block.key ? block.runs : []))
        .flatMap((run) => ('text' in run ? (/^\S+/.exec(run.text)?.[0] ?? []) : []))
        .filter((word) => word !== 'Something');
    expect(order('en')).toEqual(['Egypt', 'Ethiopia', 'Germany']);
    expect(order('fr')).toEqual(['Allemagne', 'Égypte', 'Éthiopie']);
  });

  it('keeps its own language, marked, and is never translated', () => {
    const content = {
      language: 'fr',
      narrative: 'Trois bureaux ont ouvert.',
      results: 'Deux cents personnes.',
    };
    const compiled = compileSubmission(input({ entries: [entry([item('1', 2)], { content })] }));
    const runs = compiled.sections[1]!.blocks.flatMap((block) =>
      block.type === 'paragraph' ? block.runs : [],
    );
    expect(runs).toContainEqual({ text: 'Trois bureaux ont ouvert.', language: 'fr' });
    expect(runs).toContainEqual({ text: 'Kenya reported the following (item 1; original in French): ' });
    expect(runs).toContainEqual({ text: 'Results: ' });
  });

  it('on several objectives is written once, and referred to by its number where it also belongs', () => {
    const entries = [entry([item('2', 9, 2)])];
    const first = paragraphs(input({ entries }), 'round-table-1', { introduction: 'One.\n\nTwo.' });
    const number = /^(\d+)\. Kenya/.exec(first.find((text) => text.includes('Kenya'))!)![1];
    expect(paragraphs(input({ entries }), 'round-table-2', { introduction: 'One.\n\nTwo.' })).toContainEqual(
      expect.stringContaining(`See also paragraph ${number}.`),
    );
    expect(wordsOf(input({ entries })).split('Something was done.')).toHaveLength(2);
  });

  it('without any words is counted and not referred to', () => {
    const silent = entry([item('2', 9, 2)], { content: { narrative: null } });
    expect(wordsOf(input({ entries: [silent] }))).not.toContain('See also');
    expect(compileSubmission(input({ entries: [silent] })).counts).toMatchObject({ all: 1, delegations: 1 });
  });
});

describe('the list of participants', () => {
  it('carries the footnotes of the mechanism', () => {
    const from = input();
    const footnotes = ['* Without prejudice to positions on status.'];
    const text = wordsOf({ ...from, mechanism: { ...from.mechanism, footnotes } });
    expect(text).toContain('"note":"* Without prejudice to positions on status."');
    expect(wordsOf(from)).not.toContain('prejudice');
  });
});

describe('what entries have in common', () => {
  it('is counted over the mechanism: challenges and support by code, never by State', () => {
    const entries = ['KEN', 'EGY'].map((reporter) =>
      entry([item('1', 2)], {
        reporter,
        content: {
          challengeCodes: ['different-speeds', 'funding'],
          supportKinds: ['training'],
          practice: reporter === 'KEN',
        },
      }),
    );
    const { blocks } = compileSubmission(input({ entries })).sections[6]!;
    const tables = blocks
      .filter((block) => block.type === 'table')
      .map((block) => block.rows.map((row) => row.count));
    // Challenges of mechanisms, challenges of States, support.
    expect(tables).toEqual([[2], [2], [2]]);
    expect(JSON.stringify(blocks)).not.toMatch(/Kenya|Egypt/);
    expect(paragraphs(input({ entries }), 'overview').at(-1)).toMatch(
      /offer the practice in paragraph \d+ to others/,
    );
  });

  it('is counted in a document only where as many reporters name it as the mechanism asks for', () => {
    const by = (reporter: string, codes: 'different-speeds'[], kinds: ('training' | 'data')[]) =>
      entry([item('1', 2)], { reporter, content: { challengeCodes: codes, supportKinds: kinds } });
    const entries = [
      ...['KEN', 'EGY', 'SDN', 'UGA'].map((state) => by(state, ['different-speeds'], ['training'])),
      by('KEN', ['different-speeds'], ['training']),
    ];
    const tables = (from: CompileInput) =>
      compileSubmission(from)
        .sections.find(({ key }) => key === 'overview')!
        .blocks.flatMap((block) => (block.type === 'table' ? block.rows.map(({ count }) => count) : []));
    // Five entries, and four reporters.
    expect(tables(input({ entries }, 5))).toEqual([]);
    const more = [...entries, by('DJI', [], ['training', 'data'])];
    expect(tables(input({ entries: more }, 5))).toEqual([6]);
    expect(tables(input({ entries: more }, 6))).toEqual([]);
    expect(wordsOf(input({ entries }, 5))).not.toContain('entries that name a challenge');
  });

  it('makes the board: planned, under way and reported, for all 23 objectives', () => {
    const items = [{ ...item('1', 2), status: 'ongoing' }, item('2', 9, 2)];
    const { blocks } = compileSubmission(input({ items, entries: [entry([items[1]!])] })).sections[0]!;
    const board = blocks.find((block) => block.type === 'board')!;
    const tiles = board.groups.flatMap((group) => group.tiles);
    expect(tiles).toHaveLength(23);
    expect(board.groups).toHaveLength(4);
    const figures = (objective: number) => tiles.find((tile) => tile.objective === objective);
    expect(figures(2)).toMatchObject({ planned: 2, underWay: 1, reported: 1 });
    expect(figures(9)).toMatchObject({ planned: 1, underWay: 0, reported: 1 });
    expect(figures(1)).toMatchObject({ planned: 0, underWay: 0, reported: 0 });
  });
});
