import fc from 'fast-check';
import { challengeCodes, supportKinds } from '../../../src/progress/entries/vocabulary.data.js';
import { ITEM_STATUSES } from '../../../src/plans/plan/vocabulary.js';
import type { Block } from '../../../src/platform/documents/document.js';
import { ask, blocksIn, compile, facts, item, section, source } from './examples.js';

/* What is counted of reports that are not attributed. */
const items = [item('1', 8), item('2', 8, 9), item('3')];
const asked = ask({
  sections: [
    section('counts', { kind: 'board' }, { kind: 'statuses' }, { kind: 'challenges' }, { kind: 'support' }),
    section('matrix', { kind: 'matrix' }),
  ],
});
const STATES = ['KEN', 'EGY', 'SEN', 'ITA', 'FRA', 'MAR'];

const report = fc.record({
  state: fc.nat(5),
  named: fc.boolean(),
  about: fc.nat(2),
  status: fc.constantFrom(...ITEM_STATUSES, null),
  challenge: fc.constantFrom(...challengeCodes),
  support: fc.constantFrom(...supportKinds),
});

/** Boards and tables, without what a matrix says in words. */
const figures = (blocks: Block[]): unknown[] =>
  blocks.flatMap((block): unknown[] =>
    block.type === 'board' ? [block.groups] : block.type === 'table' ? [block.rows] : [],
  );

test('no figure changes with a report that is not attributed, until enough say the same', () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 25, size: 'max' }), report, (reports, more) => {
      const fewest = 3;
      const sourceOf = (one: typeof more, named: boolean) =>
        source([items[one.about]!], {
          state: STATES[one.state]!,
          named,
          content: { status: one.status, challengeCodes: [one.challenge], supportKinds: [one.support] },
        });
      // Of those who are not named, two are too few for anything.
      const few = reports.map((one) => sourceOf(one, one.named || one.state > 1));
      const named = few.filter(({ entry }) => entry.attributed);
      const of = (sources: typeof few) => figures(blocksIn(compile(sources, facts(items, fewest), asked)));
      expect(of(few)).toEqual(of(named));
      expect(of([...few, sourceOf({ ...more, state: 0 }, false)])).toEqual(of(named));
    }),
    { numRuns: 150 },
  );
});

test('a count stands where enough name the same, and counts reports', () => {
  const naming = (state: string, named: boolean) =>
    source([items[0]!], { state, named, content: { supportKinds: ['data'], challengeCodes: ['funding'] } });
  const rows = (sources: ReturnType<typeof naming>[]) =>
    blocksIn(
      compile(sources, facts(items, 3), ask({ sections: [section('s', { kind: 'support' })] })),
    ).flatMap((block) =>
      block.type === 'table' ? block.rows.map((row) => row.map((cell) => cell[0]!.text)) : [],
    );
  expect(rows([naming('KEN', true), naming('EGY', true)])).toEqual([]);
  expect(rows([naming('KEN', true), naming('EGY', true), naming('SEN', false)])).toEqual([]);
  expect(rows([naming('KEN', true), naming('EGY', true), naming('SEN', true)])).toEqual([['Data', '3']]);
  expect(rows(['KEN', 'EGY', 'SEN', 'SEN'].map((state) => naming(state, false)))).toEqual([['Data', '4']]);
});

test('reports without attribution are not numbered until enough stand behind them', () => {
  const saying = (state: string, named: boolean) =>
    source([items[0]!], { state, named, content: { narrative: `From ${state}.` } });
  const said = (sources: ReturnType<typeof saying>[]) =>
    JSON.stringify(
      blocksIn(
        compile(
          sources,
          facts(items, 3),
          ask({ sections: [section('i', { kind: 'purpose' }), section('o', { kind: 'objectives' })] }),
        ),
      ),
    );
  expect(said([saying('KEN', true), saying('EGY', false)])).toContain(
    'Some contributions were released without',
  );
  expect(said(['KEN', 'EGY', 'SEN'].map((state) => saying(state, false)))).toContain(
    'Three contributions were released without attribution',
  );
});
