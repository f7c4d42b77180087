import { type BoardItem, figuresOf, touches } from '../../../src/progress/board/board-figures.js';

const item = (id: string, fields: Partial<BoardItem> = {}): BoardItem => ({
  id,
  planId: 'p',
  code: id,
  status: null,
  institutional: false,
  whenPrecision: 'none',
  whenStart: null,
  whenEnd: null,
  reported: false,
  ...fields,
});

describe('the figures of a board', () => {
  const items = [
    item('a', { status: 'ongoing', reported: true }),
    item('b', { status: 'completed', reported: true }),
    item('c', { institutional: true }),
    item('d'),
  ];
  const board = figuresOf(items, {
    objectives: [
      { itemId: 'a', objective: 9 },
      // The same objective by another of its letters.
      { itemId: 'a', objective: 9 },
      { itemId: 'b', objective: 9 },
      { itemId: 'filtered away', objective: 9 },
    ],
    principles: [{ itemId: 'd', principle: 2 }],
    references: [
      { itemId: 'd', framework: 'sdg', code: '10.7' },
      { itemId: 'd', framework: 'sdg', code: '8.8' },
      { itemId: 'a', framework: 'jvap', code: '2' },
    ],
  });

  it('count an item once under an objective, whatever its letters', () => {
    expect(board.objectives).toHaveLength(23);
    expect(board.objectives[8]).toEqual({ objective: 9, planned: 2, underWay: 1, reported: 2 });
  });

  it('have a place for each of the ten principles, and for the frameworks that are named', () => {
    expect(board.principles).toHaveLength(10);
    expect(board.principles[1]).toEqual({ principle: 2, planned: 1, underWay: 0, reported: 0 });
    expect(board.references.map(({ framework, code }) => `${framework} ${code}`)).toEqual([
      'jvap 2',
      'sdg 8.8',
      'sdg 10.7',
    ]);
  });

  it('miss no objective for items about the mechanism itself', () => {
    expect([board.all.planned, board.unmapped, board.institutional]).toEqual([4, 1, 1]);
  });
});

describe('dates of an item touch days', () => {
  const quarter = { from: '2027-04-01', until: '2027-06-30' };
  it.each([
    ['within them', '2027-05-01', '2027-05-31', true],
    ['that begin before', '2027-01-01', '2027-04-01', true],
    ['that end after', '2027-06-30', '2027-12-31', true],
    ['around them', '2026-01-01', '2028-12-31', true],
    ['that ended before', '2027-01-01', '2027-03-31', false],
    ['that begin after', '2027-07-01', '2027-07-01', false],
    ['with an open end, begun before', '2026-01-01', null, true],
    ['with an open end, to begin after', '2027-07-01', null, false],
  ])('%s', (_, whenStart, whenEnd, expected) => {
    expect(touches({ whenPrecision: 'range', whenStart, whenEnd }, quarter)).toBe(expected);
  });

  it('at any time when it recurs and says no more, and never when there are none', () => {
    expect(touches({ whenPrecision: 'recurring', whenStart: null, whenEnd: null }, quarter)).toBe(true);
    expect(touches({ whenPrecision: 'none', whenStart: null, whenEnd: null }, quarter)).toBe(false);
    expect(
      touches({ whenPrecision: 'none', whenStart: null, whenEnd: null }, { from: null, until: null }),
    ).toBe(true);
  });
});
