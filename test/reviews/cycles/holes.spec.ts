import fc from 'fast-check';
import { CoveredPeriodInput } from '../../../src/reviews/cycles/covered-period.dto.js';
import { proposedPeriod } from '../../../src/reviews/cycles/covered-period.js';
import { demandNoHole, holeBefore, holeLeft, overlapWith } from '../../../src/reviews/cycles/holes.js';
import { reviewCycle } from '../../../src/reviews/cycles/review-cycles.js';
import { InvalidError } from '../../../src/platform/errors.js';
import { readInput } from '../../../src/platform/http/read-input.js';
import { addDays, daysBetween } from '../../../src/platform/i18n/day.js';
import { messageText, LANGUAGES, translator } from '../../../src/platform/i18n/i18n.js';

const days = (from: string, until: string) => ({ from, until });
const today = '2026-11-30';

describe('the period that is proposed', () => {
  const forum = reviewCycle('imrf-2030')!;

  it('goes on where the last document of the kind ended', () => {
    const previous = { until: '2026-12-31' };
    expect(proposedPeriod({ cycle: forum, previous, today })).toMatchObject(days('2027-01-01', '2030-12-31'));
    expect(proposedPeriod({ cycle: null, previous, today })).toMatchObject(days('2027-01-01', '2027-12-31'));
  });

  it('also where it ended long before the review begins', () => {
    const previous = { until: '2024-06-30' };
    expect(proposedPeriod({ cycle: forum, previous, today }).from).toBe('2024-07-01');
  });

  it('of the first one is that of its review, of its plan, or this year', () => {
    const first = { previous: null, today };
    expect(proposedPeriod({ cycle: forum, ...first })).toMatchObject({
      ...days('2026-05-09', '2030-12-31'),
      since: { id: 'imrf-2026' },
    });
    const plan = days('2025-07-01', '2028-06-30');
    expect(proposedPeriod({ cycle: null, plan, ...first })).toEqual({ ...plan, since: null });
    expect(proposedPeriod({ cycle: null, ...first })).toEqual({
      ...days('2026-01-01', '2026-12-31'),
      since: null,
    });
  });

  it('covers a review again when a document covers all of it, and goes on otherwise', () => {
    const previous = { until: '2031-03-31' };
    expect(proposedPeriod({ cycle: forum, previous, today })).toMatchObject(days('2026-05-09', '2030-12-31'));
    expect(proposedPeriod({ cycle: null, previous, today })).toMatchObject(days('2031-04-01', '2031-12-31'));
  });
});

describe('a hole between documents', () => {
  it('is the days after the last one and before the next', () => {
    expect(holeBefore('2026-05-08', '2026-05-09')).toBeNull();
    expect(holeBefore('2026-05-08', '2026-04-01')).toBeNull();
    expect(holeBefore(null, '2026-04-01')).toBeNull();
    expect(holeBefore('2026-05-08', '2026-06-01')).toEqual(days('2026-05-09', '2026-05-31'));
  });

  it('is refused at the field, in words that say the days', () => {
    const others = [days('2025-01-01', '2025-12-31')];
    const refusal = (chosen: { from: string; until: string }) => {
      try {
        demandNoHole(others, chosen);
      } catch (error) {
        return (error as InvalidError).fields;
      }
      return null;
    };
    const { periodFrom } = refusal(days('2026-02-01', '2026-12-31'))!;
    for (const language of LANGUAGES)
      expect(messageText(translator(language), periodFrom!)).not.toContain('{{');
    expect(messageText(translator('en'), periodFrom!)).toContain('from 1 January 2026 to 31 January 2026');
    expect(messageText(translator('fr'), periodFrom!)).toContain('du 1er janvier 2026 au 31 janvier 2026');
    expect(Object.keys(refusal(days('2023-01-01', '2023-12-31'))!)).toEqual(['periodUntil']);
    expect(refusal(days('2026-01-02', '2026-12-31'))?.periodFrom?.key).toBe('error.periodHoleDay');
    expect(refusal(days('2025-07-01', '2026-12-31'))).toBeNull();
  });

  it('that was there before is not the fault of who fills a part of it', () => {
    const others = [days('2020-01-01', '2020-12-31'), days('2025-01-01', '2025-12-31')];
    expect(holeLeft(others, days('2022-01-01', '2022-12-31'))).toBeNull();
    expect(holeLeft(others, days('2027-01-01', '2027-12-31'))).toEqual(days('2026-01-01', '2026-12-31'));
  });

  it('is left where a document was that is moved elsewhere', () => {
    const others = [days('2026-01-01', '2026-01-10'), days('2026-01-21', '2026-01-31')];
    const former = days('2026-01-11', '2026-01-20');
    expect(holeLeft(others, days('2026-01-05', '2026-01-08'), former)).toEqual(former);
    expect(holeLeft(others, days('2026-01-11', '2026-01-25'), former)).toBeNull();
  });

  it('overlaps are said', () => {
    const others = [days('2025-01-01', '2025-12-31')];
    expect(overlapWith(others, days('2025-07-01', '2026-06-30'))).toEqual(days('2025-07-01', '2025-12-31'));
    expect(overlapWith(others, days('2026-01-01', '2026-06-30'))).toBeNull();
  });

  it('is never there over any sequence of documents that were accepted, opened or moved', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2026-01-01', count));
    const period = fc.tuple(day, day).map(([a, b]) => (a <= b ? days(a, b) : days(b, a)));
    const step = fc.record({ period, moves: fc.option(fc.nat({ max: 5 }), { nil: null }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const accepted: { from: string; until: string }[] = [];
        for (const { period: chosen, moves } of steps) {
          const at = moves !== null && moves < accepted.length ? moves : accepted.length;
          const others = accepted.filter((_, index) => index !== at);
          if (holeLeft(others, chosen, accepted[at]) === null) accepted[at] = chosen;
        }
        const [first] = accepted.map(({ from }) => from).sort();
        const last = accepted
          .map(({ until }) => until)
          .sort()
          .at(-1);
        for (let count = 0; first && count <= daysBetween(first, last!); count += 1) {
          const one = addDays(first, count);
          expect(accepted.some(({ from, until }) => from <= one && one <= until)).toBe(true);
        }
      }),
    );
  });

  it('is never proposed', () => {
    const day = fc.integer({ min: -2000, max: 3000 }).map((count) => addDays('2026-01-01', count));
    const cycle = fc.constantFrom(
      null,
      ...['regional-3', 'imrf-2026', 'imrf-2030'].map((id) => reviewCycle(id)!),
    );
    fc.assert(
      fc.property(cycle, day, day, (which, until, now) => {
        const proposed = proposedPeriod({ cycle: which, previous: { until }, today: now });
        expect(proposed.from <= proposed.until).toBe(true);
        expect(holeBefore(until, proposed.from)).toBeNull();
      }),
    );
  });
});

it('days that are chosen are in order', () => {
  const read = (periodFrom: string, periodUntil: string) =>
    readInput(CoveredPeriodInput, { periodFrom, periodUntil });
  expect(read('2026-01-01', '2026-01-01')).toEqual({ periodFrom: '2026-01-01', periodUntil: '2026-01-01' });
  expect(() => read('2026-01-02', '2026-01-01')).toThrow('periodUntil');
});
