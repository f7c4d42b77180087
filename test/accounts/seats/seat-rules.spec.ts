import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Role, ROLES } from '../../../src/accounts/roles.js';
import { holdsIn, holdsNow, isOverIn, meet } from '../../../src/accounts/seats/seat-period.js';
import {
  mailboxOf,
  nextStage,
  NOTICE_DAYS,
  noticeEnds,
  takesBothSides,
} from '../../../src/accounts/seats/seat-rules.js';
import { addDays } from '../../../src/platform/i18n/day.js';

const ZONES = [
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'Africa/Dakar',
  'America/Sao_Paulo',
  'Europe/Rome',
  'Asia/Beirut',
] as const;
const zones = fc.constantFrom(...ZONES);
const moments = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2028-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const days = fc.nat(900).map((days) => addDays('2026-01-15', days));
const periods = fc.record({
  fromDay: days,
  untilDay: fc.option(days),
  endedAt: fc.option(moments),
});

describe('when a role holds', () => {
  it('is from the start of its first day until the end of its last, where the mechanism is', () => {
    fc.assert(
      fc.property(periods, zones, moments, (period, zone, now) => {
        const start = DateTime.fromISO(period.fromDay, { zone }).startOf('day').toMillis();
        const end = period.untilDay
          ? DateTime.fromISO(period.untilDay, { zone }).plus({ days: 1 }).startOf('day').toMillis()
          : Infinity;
        const ended = period.endedAt?.getTime() ?? Infinity;
        const at = now.getTime();
        expect(holdsIn(period, zone, now)).toBe(at >= start && at < end && at < ended);
      }),
    );
  });

  it('does not come back once it is over', () => {
    fc.assert(
      fc.property(periods, zones, moments, fc.nat(400 * 86_400_000), (period, zone, now, later) => {
        const then = new Date(now.getTime() + later);
        if (isOverIn(period, zone, now)) {
          expect(isOverIn(period, zone, then)).toBe(true);
          expect(holdsIn(period, zone, then)).toBe(false);
        }
      }),
    );
  });

  it('is judged by the zone of the mechanism that comes with it, and by no guess', () => {
    const period = { fromDay: '2027-03-02', untilDay: null, endedAt: null };
    const now = new Date('2027-03-01T12:00:00Z');
    expect(holdsNow({ ...period, mechanism: { zone: 'Pacific/Kiritimati' } }, now)).toBe(true);
    expect(holdsNow({ ...period, mechanism: { zone: 'UTC' } }, now)).toBe(false);
    expect(() => holdsNow({ ...period, mechanism: undefined as never }, now)).toThrow(
      'without its mechanism',
    );
  });
});

describe('the days of a notice', () => {
  it('are three whole ones after the day it was given, whatever the clocks do', () => {
    fc.assert(
      fc.property(moments, zones, (since, zone) => {
        const ends = noticeEnds(since, zone);
        const told = DateTime.fromJSDate(since, { zone }).startOf('day');
        const end = DateTime.fromJSDate(ends, { zone });
        expect(end.toISODate()).toBe(told.plus({ days: NOTICE_DAYS + 1 }).toISODate());
        expect(end.equals(end.startOf('day'))).toBe(true);
        expect(ends.getTime() - since.getTime()).toBeGreaterThan(NOTICE_DAYS * 86_400_000 - 2 * 3_600_000);
      }),
    );
  });
});

describe('one person', () => {
  const held = fc.record({ role: fc.constantFrom(...ROLES), fromDay: days, untilDay: fc.option(days) });

  it('is never for the secretariat and for a State on one day', () => {
    const states: readonly Role[] = ['focal-point', 'chair'];
    fc.assert(
      fc.property(held, held, (one, other) => {
        const sides = [one.role, other.role];
        const both = sides.includes('secretariat') && sides.some((role) => states.includes(role));
        expect(takesBothSides(one, other)).toBe(both && meet(one, other));
        expect(takesBothSides(other, one)).toBe(takesBothSides(one, other));
      }),
    );
  });

  it('has one mailbox, however it is written', () => {
    expect(mailboxOf(' Amina+Two@Example.org')).toBe(mailboxOf('amina@example.ORG'));
    expect(mailboxOf('amina@example.org')).not.toBe(mailboxOf('amin@example.org'));
  });
});

describe('what a new seat waits for', () => {
  const circle = fc.record({ holders: fc.subarray(['a', 'b']), former: fc.subarray(['c', 'd']) });
  const asked = fc.record({
    byCommand: fc.boolean(),
    byOffice: fc.boolean(),
    byColleague: fc.boolean(),
    holdsSame: fc.boolean(),
    office: circle,
    delegation: fc.option(circle),
  });

  it('is nothing only where nobody could be overlooked', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const next = nextStage(one);
        const somebody = (circle: typeof one.office | null) =>
          circle !== null && circle.holders.length + circle.former.length > 0;
        if (one.byCommand || one.byColleague) return expect(next).toBeNull();
        if (!one.byOffice && somebody(one.office)) {
          // An administrator's own patience is no consent of a secretariat that is there.
          expect(next).toEqual({ stage: 'office', lapsesToHeld: one.office.holders.length === 0 });
        } else if (somebody(one.delegation) && !one.holdsSame) {
          expect(next).toEqual({ stage: 'delegation', lapsesToHeld: true });
        } else expect(next).toBeNull();
      }),
    );
  });
});
