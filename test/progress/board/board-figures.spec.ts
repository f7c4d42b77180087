import { boardOf, type FigureRow, inOrder } from '../../../src/progress/board/board-figures.js';

const row = (part: FigureRow['part'], name: string, planned: number, code = ''): FigureRow => ({
  part,
  name,
  code,
  planned,
  underWay: 1,
  underWayReported: 0,
  reported: 0,
});

describe('the figures of a board', () => {
  const board = boardOf([
    row('all', '', 4),
    row('unmapped', '', 1),
    row('objective', '9', 2),
    row('principle', '2', 1),
    row('reference', 'sdg', 1, '10.7'),
    row('reference', 'sdg', 1, '8.8'),
    row('reference', 'jvap', 1, '2'),
  ]);

  it('have a place for each of the 23 objectives and ten principles, and for the frameworks that are named', () => {
    expect(board.objectives).toHaveLength(23);
    expect(board.objectives[8]).toEqual({
      objective: 9,
      planned: 2,
      underWay: 1,
      underWayReported: 0,
      reported: 0,
    });
    expect(board.objectives[9]).toEqual({
      objective: 10,
      planned: 0,
      underWay: 0,
      underWayReported: 0,
      reported: 0,
    });
    expect(board.principles).toHaveLength(10);
    expect(board.principles[1]).toEqual({
      principle: 2,
      planned: 1,
      underWay: 1,
      underWayReported: 0,
      reported: 0,
    });
    expect(board.references.map(({ framework, code }) => `${framework} ${code}`)).toEqual([
      'jvap 2',
      'sdg 8.8',
      'sdg 10.7',
    ]);
  });

  it('are nought where nothing was counted', () => {
    expect([board.all.planned, board.unmapped, board.institutional, board.undated]).toEqual([4, 1, 0, 0]);
    expect(boardOf([]).all).toEqual({ planned: 0, underWay: 0, underWayReported: 0, reported: 0 });
  });
});

describe('listed items', () => {
  it('stand plan by plan, in the order of their codes as people count', () => {
    const item = (planId: string, code: string) => ({ id: planId + code, planId, code });
    const items = [item('old', '2'), item('new', '10'), item('new', '5a'), item('new', '5')];
    expect(inOrder(items, [{ id: 'new' }, { id: 'old' }]).map(({ id }) => id)).toEqual([
      'new5',
      'new5a',
      'new10',
      'old2',
    ]);
  });
});
