import { copiesOf } from '../../../src/plans/carry-over/carry-over.js';

const items = [
  { id: 'A', parentId: null },
  { id: 'A.1', parentId: 'A' },
  { id: 'A.1.a', parentId: 'A.1' },
  { id: 'A.2', parentId: 'A' },
  { id: 'B', parentId: null },
];
const carry = (chosen: string[], copies: Record<string, string> = {}) => {
  let count = 0;
  return copiesOf(items, new Set(chosen), new Map(Object.entries(copies)), () => `new${(count += 1)}`).map(
    ({ item, parentId, id }) => `${item.id} as ${id} under ${parentId}`,
  );
};

describe('what is carried over', () => {
  it('is the chosen items with everything below, in their order and hierarchy', () => {
    expect(carry(['A'])).toEqual([
      'A as new1 under null',
      'A.1 as new2 under new1',
      'A.1.a as new3 under new2',
      'A.2 as new4 under new1',
    ]);
    // Chosen again below what is chosen changes nothing.
    expect(carry(['A.1.a', 'A'])).toEqual(carry(['A']));
  });

  it('comes to the top where what stood above it stays behind', () => {
    expect(carry(['A.1', 'B'])).toEqual([
      'A.1 as new1 under null',
      'A.1.a as new2 under new1',
      'B as new3 under null',
    ]);
  });

  it('is not made twice: what is new comes under the copy that is there', () => {
    expect(carry(['A'], { A: 'old', 'A.1': 'old1' })).toEqual([
      'A.1.a as new1 under old1',
      'A.2 as new2 under old',
    ]);
    expect(carry(['B'], { B: 'old' })).toEqual([]);
  });
});
