import { coveredPeriod } from '../../../src/reviews/cycles/covered-period.js';
import { reviewCycle } from '../../../src/reviews/cycles/review-cycles.js';

const from = (id: string, ...commissions: Parameters<typeof coveredPeriod>[1] & object) =>
  coveredPeriod(reviewCycle(id)!, commissions).from;

describe('the time a submission covers', () => {
  it('begins the day after the previous Forum', () => {
    expect(from('imrf-2026')).toBe('2022-05-21');
  });

  it('begins after the last day of a Forum whose days are known', () => {
    expect(coveredPeriod(reviewCycle('imrf-2030')!)).toMatchObject({
      from: '2026-05-09',
      until: '2030-12-31',
    });
  });

  it('begins after the conference of the mechanism’s own region', () => {
    expect(from('regional-3', 'ECA')).toBe('2024-10-11');
    expect(from('regional-3', 'ESCWA')).toBe('2024-07-05');
  });

  it('begins after the first of them for a mechanism of several regions', () => {
    expect(from('regional-3', 'ECA', 'ESCWA')).toBe('2024-07-05');
  });

  it('begins after the first conference of all for a mechanism of no region', () => {
    expect(from('regional-3', 'ECLAC')).toBe('2025-03-21');
    expect(from('regional-3')).toBe('2024-03-12');
  });

  it('begins with the Compact for the first of a kind', () => {
    expect(coveredPeriod(reviewCycle('imrf-2022')!)).toEqual({
      from: '2018-12-19',
      until: '2022-05-20',
      since: null,
    });
  });
});
