import { hasEnded, holdsOn, overlap } from '../../../src/mechanisms/mechanism/period.js';

const period = (fromDay: string | null, untilDay: string | null) => ({ fromDay, untilDay });
type Days = [string | null, string | null];

describe('a period', () => {
  it.each([
    ['without days', null, null, true],
    ['on its first day', '2026-03-01', null, true],
    ['on its last day', null, '2026-03-01', true],
    ['the day before it begins', '2026-03-02', null, false],
    ['the day after it ends', '2026-01-01', '2026-02-28', false],
  ])('%s', (_, from, until, holds) => {
    expect(holdsOn(period(from, until), '2026-03-01')).toBe(holds);
  });

  it.each([
    ['two without days', [null, null], [null, null], true],
    ['one that begins the day after the other ends', [null, '2026-02-28'], ['2026-03-01', null], false],
    ['one that begins on the day the other ends', [null, '2026-03-01'], ['2026-03-01', null], true],
    ['one inside the other', ['2026-01-01', '2026-12-31'], ['2026-03-01', '2026-04-01'], true],
  ] as [string, Days, Days, boolean][])('overlaps: %s', (_, a, b, expected) => {
    expect(overlap(period(...a), period(...b))).toBe(expected);
    expect(overlap(period(...b), period(...a))).toBe(expected);
  });

  it('has ended only after its last day', () => {
    expect(hasEnded(period(null, '2026-03-01'), '2026-03-01')).toBe(false);
    expect(hasEnded(period(null, '2026-03-01'), '2026-03-02')).toBe(true);
    expect(hasEnded(period('2020-01-01', null), '2026-03-02')).toBe(false);
  });
});
