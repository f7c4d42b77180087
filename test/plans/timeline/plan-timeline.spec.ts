import { type DatedItem, nearest, spanOf, timelineOf } from '../../../src/plans/timeline/plan-timeline.js';

const item = (id: string, parentId: string | null, from: string | null = null, until = from) =>
  ({ id, parentId, code: id, whenStart: from, whenEnd: until }) as DatedItem;

const ITEMS = [
  item('A', null),
  item('B', null, '2027-01-01', null),
  item('A.1', 'A', '2026-05-01', '2026-06-30'),
  item('A.2', 'A'),
  item('A.1.1', 'A.1', '2026-12-31'),
];

const seen = (under?: string, most?: number) => {
  const { groups, folded } = timelineOf(ITEMS, under, most);
  return [groups.map(({ head, dated, undated }) => [head.id, dated.map(({ id }) => id), undated]), folded];
};

it.each([
  [
    'a plan, by its first level',
    undefined,
    60,
    [
      ['A', ['A.1', 'A.1.1'], 2],
      ['B', ['B'], 0],
    ],
    false,
  ],
  [
    'a large plan, folded',
    undefined,
    2,
    [
      ['A', ['A.1', 'A.1.1'], 2],
      ['B', ['B'], 0],
    ],
    true,
  ],
  ['a branch of a large plan, whole', 'A.1', 1, [['A.1', ['A.1', 'A.1.1'], 0]], false],
  ['a branch without dates', 'A.2', 60, [['A.2', [], 1]], false],
])('a timeline shows %s', (_, under, most, groups, folded) => {
  expect(seen(under, most)).toEqual([groups, folded]);
});

it('reaches from the first day to the last, with what has no end', () => {
  expect(spanOf(timelineOf(ITEMS))).toEqual({ from: '2026-05-01', until: '2027-01-01' });
  expect(spanOf(timelineOf([item('A', null)]))).toBeNull();
});

it.each([
  ['all, where there are few', 9, ['over', 'long over', 'soon', 'later', 'running']],
  ['what ends next, before what is over', 3, ['soon', 'later', 'running']],
  ['what was over last, where little is to come', 4, ['over', 'soon', 'later', 'running']],
])('an overview shows %s', (_, most, names) => {
  const line = (name: string, from: string, until = from) => ({ name, from, until });
  const lines = [
    line('over', '2026-05-01'),
    line('long over', '2025-05-01'),
    line('soon', '2026-06-02'),
    line('later', '2027-01-01'),
    line('running', '2026-01-01', '2026-06-30'),
  ];
  expect(nearest(lines, '2026-06-01', most).map(({ name }) => name)).toEqual(names);
});
