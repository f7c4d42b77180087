import { RoleGrant } from '../../../src/accounts/account.entity.js';
import { Mechanism } from '../../../src/mechanisms/mechanism/mechanism.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { addDays } from '../../../src/platform/i18n/day.js';
import { ReminderPreviewService } from '../../../src/reminders/rules/reminder-preview.service.js';
import { RemindersService } from '../../../src/reminders/sweep/reminders.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { newAccount, newPerson, newPlan } from '../../support/factories.js';
import { day, deliveries, messages, newRule, sendAll, sweepAt } from '../../support/reminders.js';

// The clock begins on Monday, 1 March 2027, 09:00 UTC.
let test: TestApp;
beforeAll(async () => void (test = await startApp()));
beforeEach(() => test.startOver());
afterAll(() => test.close());

const focalPoint = (state: string, zone = 'UTC', mechanism = 'rabat') =>
  newAccount(test, { zone, name: state }, [['focal-point', mechanism, state]]);

const inZone = (mechanismId: string, zone: string) =>
  test.get(UnitOfWork).run((manager) => manager.update(Mechanism, { id: mechanismId }, { zone }));

describe('once', () => {
  it('however often, and by however many at a time, it is swept', async () => {
    const { secretariat } = await newPlan(test, 'rabat', [
      { owners: ['all-members'], when: day('2027-03-09') },
      { owners: ['all-members'], when: day('2027-03-09') },
    ]);
    for (const state of ['SEN', 'MAR', 'MLI', 'GHA', 'TGO']) await focalPoint(state);
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    test.clock.moveTo(new Date('2027-03-02T10:00:00Z'));
    const reminders = test.get(RemindersService);
    await Promise.all([reminders.sweep(), reminders.sweep(), reminders.sweep()]);
    await reminders.sweep();
    const rows = await deliveries(test);
    expect(rows).toHaveLength(10);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(10);
    const mails = await messages(test);
    expect(mails).toHaveLength(5);
    for (const mail of mails)
      expect(
        rows.filter(({ messageId, accountId }) => messageId === mail.id && accountId === mail.accountId),
      ).toHaveLength(2);
  });

  // Two SQLite connections in one thread cannot wait for each other: the one that waits stops the other.
  const onPostgres = process.env.DATABASE_URL?.startsWith('postgres') ? it : it.skip;
  onPostgres('by two processes on one database', async () => {
    const { secretariat } = await newPlan(test, 'rabat', [
      { owners: ['all-members'], when: day('2027-03-09') },
    ]);
    for (const state of ['SEN', 'MAR', 'MLI']) await focalPoint(state);
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    const second = await startApp({
      now: new Date('2027-03-02T10:00:00Z'),
      env: { DATABASE_URL: test.config.databaseUrl },
    });
    test.clock.moveTo(new Date('2027-03-02T10:00:00Z'));
    const sweeps = [test, second].map((one) => one.get(RemindersService).sweep());
    await Promise.all(sweeps);
    await second.close();
    const [rows, mails] = [await deliveries(test), await messages(test)];
    expect(rows).toHaveLength(3);
    expect(mails).toHaveLength(3);
    expect(rows.map(({ messageId }) => messageId).sort()).toEqual(mails.map(({ id }) => id).sort());
  });
});

describe('the preview', () => {
  it('says beforehand, without writing anything, exactly what is then sent', async () => {
    await inZone('rabat', 'Africa/Dakar');
    const { secretariat } = await newPlan(test, 'rabat', [
      { owners: ['all-members'], when: day('2027-03-12') },
      { owners: ['state:EGY'], when: day('2027-03-13') },
      { owners: ['state:NZL', 'state:CRI'], when: { precision: 'quarter', start: '2027-01-01' } },
      { owners: ['state:KEN'], when: day('2027-03-10') },
      {},
    ]);
    for (const [state, zone] of [
      ['EGY', 'Africa/Cairo'],
      ['NZL', 'Pacific/Auckland'],
      ['CRI', 'America/Costa_Rica'],
    ] as const)
      await focalPoint(state, zone);
    await newAccount(test, { name: 'Ends' }, [['focal-point', 'rabat', 'EGY', '2027-03-06']]);
    for (const days of [0, 2, 7]) await newRule(test, secretariat, 'rabat', { kind: 'before-due', days });
    await newRule(test, secretariat, 'rabat', { kind: 'after-due', days: 3 });
    await newRule(test, secretariat, 'rabat', {
      kind: 'periodic',
      recurrence: { every: 'week', weekday: 3, time: '20:00' },
    });

    const preview = await test
      .get(ReminderPreviewService)
      .preview(secretariat.actor, 'rabat', '2027-03-01', '2027-03-21');
    expect(await deliveries(test)).toEqual([]);
    expect(preview.unreached.map(({ code }) => code)).toEqual(['4']);

    // The hours at which it is eight somewhere, and the one of the weekly rule.
    for (let date = '2027-03-01'; date < '2027-03-22'; date = addDays(date, 1)) {
      for (const hour of ['06', '08', '14', '19', '20']) {
        if (`${date}T${hour}` < '2027-03-01T10') continue;
        await sweepAt(test, `${date}T${hour}:00:00Z`);
        await sendAll(test);
      }
    }
    const names = new Map(
      (await test.get(UnitOfWork).read.find(RoleGrant, { relations: { account: true } })).map(
        ({ account }) => [account.id, account.name],
      ),
    );
    const rows = (await deliveries(test)).filter(({ skipped }) => skipped === null);
    const sent = (await messages(test)).filter(({ state }) => state === 'sent');
    const happened = sent.map(
      ({ id, key, accountId }) =>
        `${key.slice(-10)} ${names.get(accountId)} ${rows.filter(({ messageId }) => messageId === id).length}`,
    );
    const foreseen = preview.messages.map(
      ({ day: when, person, lines }) => `${when} ${person.name} ${lines.length}`,
    );
    expect(foreseen.length).toBeGreaterThan(20);
    expect(happened.sort()).toEqual(foreseen.sort());
  });
});

describe('five hundred people', () => {
  it('are entered and posted in one sweep of well under two seconds, and found done in a fraction of it', async () => {
    const { secretariat } = await newPlan(test, 'rabat', [
      { owners: ['all-members'], when: day('2027-03-09') },
    ]);
    for (let number = 0; number < 500; number += 1) await newPerson(test, ['focal-point', 'rabat', 'SEN']);
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    // Processor time: what the clock says depends on who else is at work.
    const before = spent();
    expect(await sweepAt(test, '2027-03-02T10:00:00Z')).toEqual({ entered: 500, posted: 500 });
    const first = spent() - before;
    expect(await sweepAt(test, '2027-03-02T10:15:00Z')).toEqual({ entered: 0, posted: 0 });
    const second = spent() - before - first;
    expect(first).toBeLessThan(2000);
    expect(second).toBeLessThan(1000);
  });
});

const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
