import fc from 'fast-check';
import { moveToPosition, positionAfterStep } from '../../../src/meetings/agenda/order.js';

const list = ['a', 'b', 'c'].map((id) => ({ id }));
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).join('');

describe('placed', () => {
  it('puts a thing at its place', () => {
    expect(ids(moveToPosition(list, 'c', 0))).toBe('cab');
    expect(ids(moveToPosition(list, 'a', 1))).toBe('bac');
  });

  it('takes a place beyond the end as the end', () => {
    expect(ids(moveToPosition(list, 'a', 99))).toBe('bca');
  });

  it('loses and doubles nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }),
        fc.nat(),
        fc.nat(20),
        (names, one, at) => {
          const rows = names.map((id) => ({ id }));
          const after = moveToPosition(rows, names[one % names.length]!, at);
          expect(after.map(({ id }) => id).sort()).toEqual([...names].sort());
        },
      ),
    );
  });
});

describe('positionAfterStep', () => {
  it('goes one place, and stays at the ends', () => {
    expect([positionAfterStep(list, 'b', 'up'), positionAfterStep(list, 'b', 'down')]).toEqual([0, 2]);
    expect([positionAfterStep(list, 'a', 'up'), positionAfterStep(list, 'c', 'down')]).toEqual([0, 2]);
  });
});
