import { translator } from '../../../src/platform/i18n/i18n.js';
import { formatDay } from '../../../src/platform/i18n/dates.js';
import {
  meetingDays,
  type MeetingWhen,
  momentsOf,
  whenText,
} from '../../../src/meetings/meeting/meeting-when.js';

const meeting = (fields: Partial<MeetingWhen> = {}): MeetingWhen => ({
  datePrecision: 'day',
  firstDay: '2027-06-03',
  lastDay: '2027-06-03',
  startTime: null,
  endTime: null,
  zone: null,
  ...fields,
});
const text = (fields: Partial<MeetingWhen>) =>
  whenText(meeting(fields), translator('en'), 'en', (day) => formatDay(day, 'en'));

describe('the days of a meeting', () => {
  it('are those given', () => {
    expect(meetingDays('day', '2027-06-03', null)).toEqual({ firstDay: '2027-06-03', lastDay: '2027-06-03' });
  });

  it('are the whole months when only these are known', () => {
    expect(meetingDays('month', '2027-12-15', '2028-02-03')).toEqual({
      firstDay: '2027-12-01',
      lastDay: '2028-02-29',
    });
  });
});

describe('the moments of a meeting', () => {
  it('are none while no time is known', () => {
    expect(momentsOf(meeting())).toBeNull();
    expect(momentsOf(meeting({ startTime: '09:00' }))).toBeNull();
    expect(
      momentsOf(meeting({ datePrecision: 'month', startTime: '09:00', endTime: '10:00', zone: 'UTC' })),
    ).toBeNull();
  });

  it('have no end when only the beginning of the day is known', () => {
    expect(momentsOf(meeting({ startTime: '09:00', zone: 'Africa/Addis_Ababa' }))).toEqual({
      start: new Date('2027-06-03T06:00:00Z'),
      end: null,
    });
  });

  it('count a time that the clocks skip from the end of the gap', () => {
    // In Rome it is 03:00 right after 01:59 on that day.
    const skipped = { firstDay: '2027-03-28', lastDay: '2027-03-28', zone: 'Europe/Rome' };
    expect(momentsOf(meeting({ ...skipped, startTime: '02:30', endTime: '04:00' }))).toEqual({
      start: new Date('2027-03-28T01:30:00Z'),
      end: new Date('2027-03-28T02:00:00Z'),
    });
    // Half an hour later by the clock, which it has jumped over: no end before the beginning.
    expect(momentsOf(meeting({ ...skipped, startTime: '02:30', endTime: '03:00' }))).toMatchObject({
      end: null,
    });
  });
});

describe('when a meeting is, in words', () => {
  it.each([
    [{}, '3 June 2027'],
    [{ lastDay: '2027-06-04' }, '3 June 2027 – 4 June 2027'],
    [{ datePrecision: 'month', firstDay: '2027-06-01', lastDay: '2027-06-30' }, 'June 2027'],
    [{ datePrecision: 'month', firstDay: '2027-06-01', lastDay: '2027-07-31' }, 'June 2027 – July 2027'],
    [
      { startTime: '09:00', zone: 'Africa/Addis_Ababa' },
      '3 June 2027, from 09:00 (East Africa Time, Addis Ababa)',
    ],
    [{ startTime: '09:00', endTime: '12:00', zone: 'UTC' }, '3 June 2027, 09:00 – 12:00 (UTC)'],
  ] as const)('says no more than is known: %j', (fields, words) => {
    expect(text(fields)).toBe(words);
  });
});
