import fc from 'fast-check';
import { periodText, placeInYears, readPeriod } from '../../src/indicators/period.js';

describe('a period as people write it', () => {
  it.each([
    ['2025', 'year', '2025-01-01', '2025-12-31'],
    ['٢٠٢٥', 'year', '2025-01-01', '2025-12-31'],
    ['2025-Q2', 'quarter', '2025-04-01', '2025-06-30'],
    ['Q4 2025', 'quarter', '2025-10-01', '2025-12-31'],
    ['T2 2025', 'quarter', '2025-04-01', '2025-06-30'],
    ['2025 H2', 'half-year', '2025-07-01', '2025-12-31'],
    ['S1 2025', 'half-year', '2025-01-01', '2025-06-30'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2/2024', 'month', '2024-02-01', '2024-02-29'],
    ['2025-06-30', 'day', '2025-06-30', '2025-06-30'],
    ['30/06/2025', 'day', '2025-06-30', '2025-06-30'],
    ['06/30/2025', 'day', '2025-06-30', '2025-06-30'],
    ['2023-2027', 'range', '2023-01-01', '2027-12-31'],
    ['2024/2025', 'range', '2024-01-01', '2025-12-31'],
    ['2024-07 – 2025-06', 'range', '2024-07-01', '2025-06-30'],
    ['2024-07-01/2025-06-30', 'range', '2024-07-01', '2025-06-30'],
  ])('%s', (typed, precision, start, end) => {
    expect(readPeriod(typed)).toEqual({ precision, start, end });
  });

  it.each([
    '',
    'soon',
    '05/06/2025',
    '2025-13',
    '2025-02-30',
    '2025-Q5',
    '1492',
    '9999',
    '2025/2024',
    '2025-',
    '25',
  ])('%j is none, or could be two', (typed) => expect(readPeriod(typed)).toBeNull());

  it('is read back from its short form, whatever it is', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const typed = fc.oneof(
      day,
      day.map((one) => one.slice(0, 7)),
      day.map((one) => one.slice(0, 4)),
      fc.tuple(day, fc.integer({ min: 1, max: 4 })).map(([one, part]) => `${one.slice(0, 4)}-Q${part}`),
      fc.tuple(day, fc.integer({ min: 1, max: 2 })).map(([one, part]) => `${one.slice(0, 4)}-H${part}`),
      fc.tuple(day, day).map((both) => both.sort().join('/')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const period = readPeriod(text)!;
        expect(period.start <= period.end).toBe(true);
        expect(readPeriod(periodText(period))).toEqual(period);
        const place = placeInYears(period);
        expect(place).toBeGreaterThan(Number(period.start.slice(0, 4)) - 1);
        expect(place).toBeLessThan(Number(period.end.slice(0, 4)) + 1);
      }),
    );
  });

  it('is refused without an error, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9QTHS/. –-]{0,25}$/)), (text) => {
        const period = readPeriod(text);
        if (period) expect(readPeriod(periodText(period))).toEqual(period);
      }),
    );
  });
});

it('a whole number is the middle of a year', () => {
  expect(placeInYears(readPeriod('2025')!)).toBeCloseTo(2025, 2);
  expect(placeInYears(readPeriod('2024')!)).toBeCloseTo(2024, 2);
  expect(placeInYears(readPeriod('2024/2025')!)).toBeCloseTo(2024.5, 2);
  expect(placeInYears(readPeriod('2025-H1')!)).toBeLessThan(placeInYears(readPeriod('2025-H2')!));
});
