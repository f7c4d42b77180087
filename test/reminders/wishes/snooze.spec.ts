import { snoozeEnd } from '../../../src/reminders/wishes/snooze.js';
import { ReminderRule, type RuleKind } from '../../../src/reminders/reminder.entity.js';
import type { Recurrence } from '../../../src/reminders/rules/recurrence.js';

const NOW = new Date('2027-03-01T09:00:00Z');
const rule = (kind: RuleKind, days: number | null, recurrence: Recurrence | null = null) =>
  Object.assign(new ReminderRule(), { kind, days, recurrence });
const quarterly = rule('periodic', null, { every: 'quarter', nth: 1, weekday: 1, time: '09:00' });
const monthly = rule('periodic', null, { every: 'month', nth: 1, weekday: 1, time: '09:00' });

test('until the next time of the periodic rule that comes first', () => {
  expect(snoozeEnd([quarterly, monthly, rule('before-due', 7)], '2027-03-08', 'UTC', NOW)).toBe('2027-04-05');
  expect(snoozeEnd([quarterly], null, 'UTC', NOW)).toBe('2027-04-05');
});

test('without one, until after the last step for the current due day', () => {
  expect(snoozeEnd([rule('before-due', 7), rule('after-due', 14)], '2027-03-08', 'UTC', NOW)).toBe(
    '2027-03-23',
  );
  expect(snoozeEnd([rule('before-due', 7)], '2027-03-08', 'UTC', NOW)).toBe('2027-03-09');
});

test('with nothing to hold on to, about a quarter', () => {
  expect(snoozeEnd([], null, 'UTC', NOW)).toBe('2027-05-30');
  expect(snoozeEnd([rule('before-due', 7)], '2026-01-01', 'UTC', NOW)).toBe('2027-05-30');
});
