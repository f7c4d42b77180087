import fc from 'fast-check';
import { addDays } from '../../../src/platform/i18n/day.js';
import { mergeRanges } from '../../../src/progress/board/reported-days.js';

const span = (fromDay: string, untilDay: string) => ({ fromDay, untilDay });

describe('spans of days', () => {
  it('that follow each other become one, and those with a gap stay apart', () => {
    const spans = [
      span('2027-07-01', '2027-09-30'),
      span('2027-01-01', '2027-03-31'),
      span('2027-04-01', '2027-06-29'),
      span('2027-02-01', '2027-02-28'),
    ];
    expect(mergeRanges(spans)).toEqual([span('2027-01-01', '2027-06-29'), span('2027-07-01', '2027-09-30')]);
  });

  it('hold the same days as before', () => {
    const day = fc.nat(60).map((offset) => addDays('2027-01-01', offset));
    const spans = fc.array(
      fc.tuple(day, day).map(([a, b]) => (a < b ? span(a, b) : span(b, a))),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(spans, day, (some, one) => {
        const holds = (list: { fromDay: string; untilDay: string }[]) =>
          list.some(({ fromDay, untilDay }) => fromDay <= one && one <= untilDay);
        expect(holds(mergeRanges(some))).toBe(holds(some));
      }),
    );
  });
});
