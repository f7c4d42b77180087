import { lastDay, monthAfter, weeksOf } from '../../../../src/platform/web/pictures/month-days.js';
import { axisOf, placeOf } from '../../../../src/platform/web/pictures/time-axis.js';

describe('a month', () => {
  it.each([
    ['2026-12', 1, '2026-12-31', '2027-01'],
    ['2027-01', -1, '2027-01-31', '2026-12'],
    ['2028-02', 12, '2028-02-29', '2029-02'],
    ['2027-02', 0, '2027-02-28', '2027-02'],
  ])('%s knows its last day, and the month %i later', (month, later, last, other) => {
    expect([lastDay(month), monthAfter(month, later)]).toEqual([last, other]);
  });

  it.each([
    // A month that begins on a Monday; one that takes six weeks; the same from Sunday to Saturday.
    ['2027-02', 1, 4, '2027-02-01', '2027-02-28'],
    ['2026-11', 1, 6, '2026-10-26', '2026-12-06'],
    ['2026-11', 7, 5, '2026-11-01', '2026-12-05'],
  ])('%s from weekday %i stands in %i whole weeks', (month, begins, count, first, last) => {
    const weeks = weeksOf(month, begins);
    expect(weeks.map((week) => week.length)).toEqual(Array.from({ length: count }, () => 7));
    expect([weeks[0]![0], weeks.at(-1)!.at(-1)]).toEqual([first, last]);
  });
});

describe('an axis of time', () => {
  it.each([
    [['2026-10-05'], '2026-10-01', '2027-10-01', [4, 1, 2, 3]],
    [['2027-03-31', '2026-12-31'], '2026-10-01', '2027-10-01', [4, 1, 2, 3]],
    [['2026-01-01', '2027-06-30'], '2026-01-01', '2027-07-01', [1, 2, 3, 4, 1, 2]],
    [['2024-05-01', '2030-02-01'], '2024-01-01', '2031-01-01', Array.from({ length: 7 }, () => null)],
  ])('of %j has whole quarters, or years where it is long', (days, from, until, quarters) => {
    const axis = axisOf(days)!;
    expect([axis.from, axis.until]).toEqual([from, until]);
    expect(axis.ticks.map(({ quarter }) => quarter)).toEqual(quarters);
  });

  it('needs a day', () => {
    expect(axisOf([])).toBeNull();
  });

  it.each([
    ['2026-01-01', 0],
    ['2026-07-02', 49.9],
    ['2027-01-01', 100],
    ['2025-01-01', 0],
    ['2040-01-01', 100],
  ])('has %s at %d of 100', (day, place) => {
    expect(placeOf({ from: '2026-01-01', until: '2027-01-01', ticks: [] }, day)).toBe(place);
  });
});
