import type { Material, TableItem } from '../../../src/reviews/compilation/material/material.js';
import type { ItemFacts } from '../../../src/reviews/compilation/facts/document-facts.js';
import { ask, blocksIn, compile, facts, item, linesIn, section, source } from './examples.js';

/* Tables of a plan's items: its chapters head what they hold. */
const under = (parent: string, code: string, more: Partial<ItemFacts> = {}): ItemFacts => ({
  ...item(code),
  parentId: `item-${parent}`,
  ...{ serves: [8], institutional: false, ...more },
});
const items = [
  { ...item('A', 8), institutional: false },
  under('A', 'A.1', { status: 'ongoing' }),
  under('A', 'A.2'),
  under('A.2', 'A.2.1', { status: 'completed' }),
  under('A', 'A.3'),
];
const tableItem = (more: Partial<TableItem> = {}): TableItem => ({
  ...{ deliverables: null, whenPrecision: 'none', whenStart: null, whenEnd: null, whenText: null },
  ...{ owners: [], references: [], indicators: [], ...more },
});
const of = (kind: 'matrix' | 'goals' | 'priorities', more: Material = {}, sources = [source([items[1]!])]) =>
  compile(sources, facts(items), ask({ sections: [section('s', { kind })] }), {
    items: new Map(items.map(({ id }) => [id, tableItem()])),
    ...more,
  });
const columns = (compiled: ReturnType<typeof of>) =>
  blocksIn(compiled).flatMap((block) =>
    block.type === 'table' ? [block.columns.map(({ label }) => label)] : [],
  );

test('a matrix is headed by the chapters of the plan', () => {
  const said = source([items[1]!], { content: { narrative: 'Officers were trained.' } });
  const matrix = of('matrix', {}, [said]);
  expect(linesIn(matrix)).toEqual([
    '## A Line A',
    [
      'A.1 Line A.1 | 8 |  |  | Ongoing | Kenya: Officers were trained.',
      'A.2 Line A.2 | 8 |  |  |  | ',
      'A.2.1 Line A.2.1 | 8 |  |  | Completed | ',
      'A.3 Line A.3 | 8 |  |  |  | ',
    ].join('\n'),
  ]);
  // A chapter within a chapter heads its rows.
  const [, table] = blocksIn(matrix);
  expect(table).toMatchObject({ rows: { 1: { 0: [{ text: 'A.2 Line A.2', bold: true }] } } });
});

test('who answers for a chapter is said under its heading; what is reported on it is a row', () => {
  const owned = new Map(items.map(({ id }) => [id, tableItem()]));
  owned.set('item-A', tableItem({ owners: [{ kind: 'secretariat', subject: null }] as never }));
  const lines = linesIn(of('matrix', { items: owned }));
  expect(lines.slice(0, 2)).toEqual(['## A Line A', 'Responsible: Secretariat']);
  expect(lines[2]).not.toContain('A Line A |');
  const onIt = source([items[0]!], { content: { narrative: 'The chapter was begun.' } });
  expect(linesIn(of('matrix', { items: owned }, [onIt]))[1]).toMatch(
    /^A Line A \| 8 \|  \| Secretariat \| .*The chapter was begun\./,
  );
});

test('a column that no item says anything in is left out of all tables of a matrix', () => {
  const some = ['Activity', 'Objectives', 'Timeline', 'Responsible', 'Status', 'Progress'];
  expect(columns(of('matrix'))).toEqual([some]);
  const filled = new Map(items.map(({ id }) => [id, tableItem()]));
  const deliverables = { original: 'en', texts: { en: 'A handbook' } };
  filled.set('item-A.3', tableItem({ deliverables }));
  expect(columns(of('matrix', { items: filled }))).toEqual([
    [...some.slice(0, 2), 'Deliverables', ...some.slice(2)],
  ]);
});

test('a chapter is not counted beside what it holds under a goal, which serves what the chapter does', () => {
  const references = [{ framework: 'sdg', code: '3.8' }] as const;
  const named = new Map(items.map(({ id }) => [id, tableItem()]));
  named.set('item-A.2', tableItem({ references }));
  const lines = linesIn(of('goals', { items: named }))
    .at(-1)!
    .split('\n');
  expect(lines).toContain('Goal 3 | 3.8 | 1');
  // A.1, A.2.1 and A.3: objective 8 is served by the chapter they stand in.
  expect(lines.filter((line) => !line.startsWith('Goal 3 |')).every((line) => line.endsWith('| 3'))).toBe(
    true,
  );
});

test('of a chapter that is put first it is said how what it holds stands', () => {
  const priorities = [{ itemId: 'item-A', setBy: 'France', note: null }];
  expect(linesIn(of('priorities', { priorities })).at(-1)).toBe(
    'A Line A | 8 | By the status recorded, one is under way and one is completed. For one, no status is recorded. | ',
  );
});
