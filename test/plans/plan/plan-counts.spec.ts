import { countsOf } from '../../../src/plans/plan/plan-counts.js';

const row = (depth: number, mapped = false, institutional = false, heads = false) => ({
  depth,
  mapped,
  institutional,
  heads,
});

describe('what is counted of a plan', () => {
  it('is items by level, and those that miss a mapping', () => {
    const rows = [row(0, true), row(1), row(2, true), row(1, true, true), row(0, false, true)];
    expect(countsOf(rows)).toEqual({ items: 5, unmapped: 1, levels: [2, 2, 1] });
    expect(countsOf([row(0, false, false, true), row(1)])).toMatchObject({ items: 2, unmapped: 1 });
    expect(countsOf([])).toEqual({ items: 0, unmapped: 0, levels: [] });
  });
});
