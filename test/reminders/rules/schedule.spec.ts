import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays, daysBetween } from '../../../src/platform/i18n/day.js';
import {
  answeredFrom,
  CATCH_UP_DAYS,
  dueDays,
  isMorning,
  stepDay,
} from '../../../src/reminders/rules/schedule.js';
import {
  lastOccurrence,
  nextOccurrence,
  NTHS,
  occurrencesBetween,
  PERIODS,
  previousOccurrenceDay,
  type Recurrence,
} from '../../../src/reminders/rules/recurrence.js';

const firstMonday: Recurrence = { every: 'quarter', nth: 1, weekday: 1, time: '09:00' };
const at = (iso: string) => new Date(iso);
const next = (recurrence: Recurrence, zone: string, now: string) =>
  nextOccurrence(recurrence, zone, at(now)).toISOString();
const last = (recurrence: Recurrence, zone: string, now: string) =>
  lastOccurrence(recurrence, zone, at(now)).toISOString();

describe('the next and the last occurrence', () => {
  test('the first Monday of the quarter, in the mechanism’s zone', () => {
    expect(next(firstMonday, 'America/Costa_Rica', '2027-01-15T00:00:00Z')).toBe('2027-04-05T15:00:00.000Z');
    expect(last(firstMonday, 'America/Costa_Rica', '2027-01-15T00:00:00Z')).toBe('2027-01-04T15:00:00.000Z');
  });

  test('the moment itself is the last one, and the next is a period later', () => {
    expect(last(firstMonday, 'UTC', '2027-04-05T09:00:00Z')).toBe('2027-04-05T09:00:00.000Z');
    expect(next(firstMonday, 'UTC', '2027-04-05T09:00:00Z')).toBe('2027-07-05T09:00:00.000Z');
    expect(next(firstMonday, 'UTC', '2027-04-05T08:59:59Z')).toBe('2027-04-05T09:00:00.000Z');
  });

  test('the last Friday of the month', () => {
    const rule: Recurrence = { every: 'month', nth: 'last', weekday: 5, time: '16:30' };
    expect(next(rule, 'UTC', '2027-02-01T00:00:00Z')).toBe('2027-02-26T16:30:00.000Z');
    expect(next(rule, 'UTC', '2027-02-27T00:00:00Z')).toBe('2027-03-26T16:30:00.000Z');
  });

  test('the fourth Sunday when the month begins on a Sunday', () => {
    const rule: Recurrence = { every: 'month', nth: 4, weekday: 7, time: '00:00' };
    expect(next(rule, 'UTC', '2027-07-31T00:00:00Z')).toBe('2027-08-22T00:00:00.000Z');
  });

  test('every week; which one of the week does not matter', () => {
    const rule: Recurrence = { every: 'week', nth: 'last', weekday: 3, time: '10:00' };
    expect(next(rule, 'UTC', '2027-03-01T09:00:00Z')).toBe('2027-03-03T10:00:00.000Z');
    expect(next(rule, 'UTC', '2027-03-03T10:00:00Z')).toBe('2027-03-10T10:00:00.000Z');
  });

  test('half-years begin in January and July, years in January', () => {
    expect(next({ ...firstMonday, every: 'half-year' }, 'UTC', '2027-01-05T00:00:00Z')).toBe(
      '2027-07-05T09:00:00.000Z',
    );
    expect(next({ ...firstMonday, every: 'year', nth: 'last' }, 'UTC', '2027-12-28T00:00:00Z')).toBe(
      '2028-12-25T09:00:00.000Z',
    );
  });

  test('across the turn of the year', () => {
    expect(last(firstMonday, 'UTC', '2027-01-01T00:00:00Z')).toBe('2026-10-05T09:00:00.000Z');
  });

  test('it is another day, and another quarter, in the mechanism’s zone', () => {
    // In Kiribati it is 1 April already, a Thursday; the first Monday there is the 5th at 09:00, 14 hours ahead.
    expect(next(firstMonday, 'Pacific/Kiritimati', '2027-03-31T12:00:00Z')).toBe('2027-04-04T19:00:00.000Z');
  });
});

describe('when the clocks change', () => {
  const sunday: Recurrence = { every: 'month', nth: 'last', weekday: 7, time: '02:30' };

  test('an hour that is skipped comes as much later, once', () => {
    const found = occurrencesBetween(
      sunday,
      'Europe/Paris',
      at('2027-03-01T00:00:00Z'),
      at('2027-04-01T00:00:00Z'),
    );
    expect(found.map((moment) => moment.toISOString())).toEqual(['2027-03-28T01:30:00.000Z']);
  });

  test('an hour that comes twice counts the first time, once', () => {
    const found = occurrencesBetween(
      sunday,
      'Europe/Paris',
      at('2027-10-01T00:00:00Z'),
      at('2027-11-01T00:00:00Z'),
    );
    expect(found.map((moment) => moment.toISOString())).toEqual(['2027-10-31T00:30:00.000Z']);
    const november: Recurrence = { every: 'month', nth: 1, weekday: 7, time: '01:30' };
    expect(next(november, 'America/New_York', '2026-11-01T00:00:00Z')).toBe('2026-11-01T05:30:00.000Z');
    expect(next(november, 'America/New_York', '2026-11-01T05:30:00Z')).toBe('2026-12-06T06:30:00.000Z');
  });

  test('the wall time stays the same in summer and in winter', () => {
    const weekly: Recurrence = { every: 'week', nth: 1, weekday: 1, time: '09:00' };
    const found = occurrencesBetween(
      weekly,
      'Europe/Paris',
      at('2027-03-20T00:00:00Z'),
      at('2027-04-02T00:00:00Z'),
    );
    expect(found.map((moment) => moment.toISOString())).toEqual([
      '2027-03-22T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
    ]);
  });
});

describe('any recurrence, in any zone, at any moment', () => {
  const recurrence = fc.record({
    every: fc.constantFrom(...PERIODS),
    nth: fc.constantFrom(...NTHS),
    weekday: fc.integer({ min: 1, max: 7 }),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  });
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Paris',
    'America/New_York',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'America/Santiago',
    'Asia/Kathmandu',
  );
  const moment = fc.date({
    min: at('2015-01-01T00:00:00Z'),
    max: at('2040-01-01T00:00:00Z'),
    noInvalidDate: true,
  });

  test('now lies between the last and the next, and nothing lies between these two', () => {
    fc.assert(
      fc.property(recurrence, zone, moment, (rule, where, now) => {
        const before = lastOccurrence(rule, where, now);
        const after = nextOccurrence(rule, where, now);
        expect(before <= now && now < after).toBe(true);
        expect(nextOccurrence(rule, where, before)).toEqual(after);
        expect(lastOccurrence(rule, where, new Date(after.getTime() - 1))).toEqual(before);
        expect(lastOccurrence(rule, where, after)).toEqual(after);
      }),
    );
  });

  test('it falls on the weekday, at the time unless the clocks skip it', () => {
    fc.assert(
      fc.property(recurrence, zone, moment, (rule, where, now) => {
        const local = DateTime.fromJSDate(nextOccurrence(rule, where, now), { zone: where });
        expect(local.minus({ hours: 1 }).weekday === rule.weekday || local.weekday === rule.weekday).toBe(
          true,
        );
        const exact = local.toFormat('HH:mm') === rule.time;
        expect(exact || !isWallTime(local, rule.time, where)).toBe(true);
      }),
    );
  });

  test('there is exactly one in each period', () => {
    fc.assert(
      fc.property(recurrence, zone, fc.integer({ min: 2016, max: 2039 }), (rule, where, year) => {
        const start = DateTime.fromObject({ year }, { zone: where });
        // A first of January is in a week of the old year; a year of weeks has 52 or 53.
        const found = occurrencesBetween(
          rule,
          where,
          new Date(start.toMillis() - 1),
          new Date(start.plus({ years: 1 }).toMillis() - 1),
        );
        const expected = { week: [52, 53], month: [12], quarter: [4], 'half-year': [2], year: [1] }[
          rule.every
        ];
        expect(expected).toContain(found.length);
      }),
      { numRuns: 60 },
    );
  });

  function isWallTime(day: DateTime, time: string, where: string): boolean {
    return DateTime.fromISO(`${day.toISODate()}T${time}`, { zone: where }).toFormat('HH:mm') === time;
  }
});

describe('the due days a rule concerns today', () => {
  const weekBefore = { kind: 'before-due' as const, days: 7, since: '2027-01-01' };

  test('a week before: what is due in a week, and what was missed in the last days', () => {
    expect(dueDays(weekBefore, '2027-03-10')).toEqual([
      '2027-03-14',
      '2027-03-15',
      '2027-03-16',
      '2027-03-17',
    ]);
  });

  test('after: what was due that many days ago', () => {
    expect(dueDays({ kind: 'after-due', days: 5, since: '2027-01-01' }, '2027-03-10').at(-1)).toBe(
      '2027-03-05',
    );
  });

  test('a rule made today reaches into no past: only today’s step counts', () => {
    expect(dueDays({ ...weekBefore, since: '2027-03-10' }, '2027-03-10')).toEqual(['2027-03-17']);
    expect(dueDays({ ...weekBefore, since: '2027-03-11' }, '2027-03-10')).toEqual([]);
  });

  test('looked at every day, or with gaps the window covers, each due day is met, and none before the rule began', () => {
    const rule = fc.record({
      kind: fc.constantFrom('before-due' as const, 'after-due' as const),
      days: fc.integer({ min: 0, max: 120 }),
      since: fc.constant('2027-01-10'),
    });
    const gaps = fc.array(fc.integer({ min: 1, max: CATCH_UP_DAYS + 1 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(rule, gaps, (one, steps) => {
        const days = steps.reduce<string[]>(
          (list, step) => [...list, addDays(list.at(-1)!, step)],
          ['2027-01-10'],
        );
        const met = new Set(days.flatMap((today) => dueDays(one, today)));
        const first = addDays('2027-01-10', one.kind === 'before-due' ? one.days : -one.days);
        expect([...met].sort()).toEqual(
          Array.from({ length: daysBetween('2027-01-10', days.at(-1)!) + 1 }, (_, index) =>
            addDays(first, index),
          ),
        );
        expect([...met].every((due) => stepDay(one, due) >= one.since)).toBe(true);
      }),
    );
  });
});

describe('which entries answer', () => {
  test('for a day in the month before it', () => {
    expect(answeredFrom('2027-12-31', '2027-01-01')).toBe('2027-11-30');
  });
  test('for a shorter item, only what reaches into its own period', () => {
    expect(answeredFrom('2027-11-05', '2027-11-05')).toBe('2027-11-05');
    expect(answeredFrom('2027-11-30', '2027-11-15')).toBe('2027-11-15');
  });
  test('for an item without a first day', () => {
    expect(answeredFrom('2027-11-05', null)).toBe('2027-10-05');
  });
  test('for a round, what reaches beyond the one before', () => {
    expect(previousOccurrenceDay(firstMonday, 'Africa/Dakar', '2027-04-05')).toBe('2027-01-04');
  });
});

test('the morning begins at eight where the person is', () => {
  expect(isMorning('Asia/Kathmandu', at('2027-03-01T02:14:59Z'))).toBe(false);
  expect(isMorning('Asia/Kathmandu', at('2027-03-01T02:15:00Z'))).toBe(true);
});
