import { States } from '../../../src/accounts/states.js';
import { regionOfState } from '../../../src/accounts/states/state-zones.js';
import { weekends } from '../../../src/reminders/rules/weekends.data.js';
import { isWorkingDay, regionOfZone, workingDayFrom } from '../../../src/reminders/rules/working-days.js';

const FRIDAY = '2027-03-05';
const SATURDAY = '2027-03-06';
const SUNDAY = '2027-03-07';
const MONDAY = '2027-03-08';

test('Saturday and Sunday in most places, and where the place is not known', () => {
  for (const region of [regionOfState('SEN'), regionOfState('CRI'), null]) {
    expect([FRIDAY, SATURDAY, SUNDAY, MONDAY].map((day) => isWorkingDay(day, region))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  }
});

test('Friday and Saturday in Egypt: what falls on the Friday goes out on Sunday', () => {
  const egypt = regionOfState('EGY');
  expect(isWorkingDay(FRIDAY, egypt)).toBe(false);
  expect(workingDayFrom(FRIDAY, egypt)).toBe(SUNDAY);
  expect(workingDayFrom(MONDAY, egypt)).toBe(MONDAY);
});

test.each([
  ['DJI', [FRIDAY, SATURDAY]],
  ['BGD', [FRIDAY, SATURDAY]],
  ['MDV', [FRIDAY, SATURDAY]],
  ['PSE', [FRIDAY, SATURDAY]],
  ['BRN', [FRIDAY, SUNDAY]],
  ['SOM', [FRIDAY]],
  ['SDN', [FRIDAY, SATURDAY]],
  ['YEM', [FRIDAY, SATURDAY]],
  ['ARE', [SATURDAY, SUNDAY]],
  ['MRT', [SATURDAY, SUNDAY]],
])('nobody in %s is asked on a day of rest', (state, free) => {
  const days = [FRIDAY, SATURDAY, SUNDAY, MONDAY];
  expect(days.filter((day) => !isWorkingDay(day, regionOfState(state)))).toEqual(free);
});

test('what corrects the data of Node has a source', () => {
  for (const weekend of Object.values(weekends)) expect(weekend!.source).toMatch(/\(.+\)/);
});

test('every State known here has a region, and works some days of the week', () => {
  const week = Array.from({ length: 7 }, (_, index) => `2027-03-0${index + 1}`);
  for (const state of States.all()) {
    const region = regionOfState(state);
    expect(region).toMatch(/^[A-Z]{2}$/);
    expect(week.filter((day) => isWorkingDay(day, region)).length).toBeGreaterThanOrEqual(5);
  }
  expect(regionOfState('XXX')).toBeNull();
});

test('a zone lies in a country, by any of its names; UTC in none', () => {
  expect(regionOfZone('Africa/Cairo')).toBe('EG');
  expect(regionOfZone('Asia/Kolkata')).toBe('IN');
  expect(regionOfZone('Asia/Calcutta')).toBe('IN');
  expect(regionOfZone('UTC')).toBeNull();
  expect(regionOfZone('Nowhere/Else')).toBeNull();
});
