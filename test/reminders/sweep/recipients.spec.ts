import { holdsOn } from '../../../src/mechanisms/mechanism/period.js';
import { type Holder, RoleHolders } from '../../../src/reminders/sweep/recipients.js';

const holders: Holder[] = [
  { accountId: 'sec', role: 'secretariat', subject: null },
  { accountId: 'chair', role: 'chair', subject: null },
  { accountId: 'sen', role: 'focal-point', subject: 'SEN' },
  { accountId: 'sen2', role: 'focal-point', subject: 'SEN' },
  { accountId: 'mar', role: 'focal-point', subject: 'MAR' },
  { accountId: 'iom', role: 'partner', subject: ' iom' },
  { accountId: 'reader', role: 'reader', subject: null },
  { accountId: 'both', role: 'secretariat', subject: null },
  { accountId: 'both', role: 'focal-point', subject: 'MLI' },
];
const people = new RoleHolders(holders);
const asked = (...owners: Parameters<RoleHolders['recipients']>[0]) =>
  people
    .recipients(owners)
    .map(({ accountId }) => accountId)
    .sort();

test('a State’s item: that State’s focal points, and no other’s', () => {
  expect(asked({ kind: 'state', subject: 'SEN' })).toEqual(['sen', 'sen2']);
});

test('every member’s item: every focal point', () => {
  expect(asked({ kind: 'all-members', subject: null })).toEqual(['both', 'mar', 'sen', 'sen2']);
});

test('offices and partners; a partner’s name as people write it', () => {
  expect(asked({ kind: 'secretariat', subject: null })).toEqual(['both', 'sec']);
  expect(asked({ kind: 'chair', subject: null })).toEqual(['chair']);
  expect(asked({ kind: 'partner', subject: 'IOM' })).toEqual(['iom']);
});

test('groups: the secretariat, which knows whom to ask', () => {
  for (const owners of [
    [{ kind: 'group' as const, subject: 'Steering Group' }],
    [{ kind: 'working-group' as const, subject: 'Data' }],
  ]) {
    expect(asked(...owners)).toEqual(['both', 'sec']);
  }
});

test('several owners: each person once, with all they speak for', () => {
  const owners = [
    { kind: 'secretariat' as const, subject: null },
    { kind: 'state' as const, subject: 'MLI' },
    { kind: 'group' as const, subject: 'G' },
  ];
  expect(asked(...owners)).toEqual(['both', 'sec']);
  const both = people.recipients(owners).find(({ accountId }) => accountId === 'both')!;
  expect(both.voices).toEqual([
    { kind: 'secretariat', subject: null },
    { kind: 'state', subject: 'MLI' },
  ]);
});

test('nobody answers for it or holds the role, and a reader is never asked', () => {
  expect(asked()).toEqual([]);
  expect(asked({ kind: 'state', subject: 'KEN' })).toEqual([]);
  expect(
    asked(
      { kind: 'all-members', subject: null },
      { kind: 'secretariat', subject: null },
      { kind: 'chair', subject: null },
    ),
  ).not.toContain('reader');
});

test('a role holds from its first day to its last', () => {
  const grant = { fromDay: '2027-01-01', untilDay: '2027-03-01' };
  expect(['2026-12-31', '2027-01-01', '2027-03-01', '2027-03-02'].map((day) => holdsOn(grant, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(holdsOn({ fromDay: '2027-01-01', untilDay: null }, '2099-01-01')).toBe(true);
});
