import { isOver, lastDay, reminderDue } from '../../src/clearance/clearance-days.js';

const at = (text: string) => new Date(text);

describe('a step’s term', () => {
  const since = at('2027-03-01T22:30:00Z');

  test('ends with its last day in the mechanism’s zone', () => {
    expect(lastDay(since, 5, 'UTC')).toBe('2027-03-06');
    expect(lastDay(since, 5, 'Africa/Nairobi')).toBe('2027-03-07');
    expect(isOver(since, 5, 'UTC', at('2027-03-06T23:59:00Z'))).toBe(false);
    expect(isOver(since, 5, 'UTC', at('2027-03-07T00:00:00Z'))).toBe(true);
    expect(isOver(since, 5, 'Africa/Nairobi', at('2027-03-07T20:00:00Z'))).toBe(false);
  });

  test('never ends when there is none', () => {
    expect(lastDay(since, null, 'UTC')).toBeNull();
    expect(isOver(since, null, 'UTC', at('2047-01-01T00:00:00Z'))).toBe(false);
  });
});

describe('a reminder to a step’s owner', () => {
  const asked = at('2027-03-01T09:00:00Z');
  const due = (text: string, zone = 'UTC') => reminderDue(asked, zone, at(text));

  test('is due after three days, seven and fourteen, and then no more', () => {
    expect(due('2027-03-03T23:00:00Z')).toBe(0);
    expect(due('2027-03-04T00:10:00Z')).toBe(1);
    expect(due('2027-03-08T09:00:00Z')).toBe(2);
    expect(due('2027-03-15T09:00:00Z')).toBe(3);
    expect(due('2028-03-15T09:00:00Z')).toBe(3);
  });

  test('counts the days of the person', () => {
    expect(due('2027-03-03T21:30:00Z', 'Africa/Nairobi')).toBe(1);
    expect(due('2027-03-04T04:00:00Z', 'America/Mexico_City')).toBe(0);
  });
});
