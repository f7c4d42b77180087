import { RoleGrant } from '../src/accounts/account.entity.js';
import { Mechanism } from '../src/mechanisms/mechanism.entity.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { ReminderPreview } from '../src/reminders/preview.service.js';
import { RemindersService } from '../src/reminders/reminders.service.js';
import { RulesService } from '../src/reminders/rules.service.js';
import { startApp, type TestApp } from './support/app.js';
import { newAccount, newPerson, newPlan } from './support/factories.js';
import { asked, day, deliveries, messages, newRule, QUARTERLY, sweepAt } from './support/reminders.js';

// The clock begins on Monday, 1 March 2027, 09:00 UTC.
let test: TestApp;
beforeEach(async () => (test = await startApp()));
afterEach(() => test.close());

const focalPoint = (state: string, zone = 'UTC', mechanism = 'rabat') =>
  newAccount(test, { zone, name: state }, [['focal-point', mechanism, state]]);

const inZone = (mechanismId: string, zone: string) =>
  test.get(UnitOfWork).run((manager) => manager.update(Mechanism, { id: mechanismId }, { zone }));

describe('a rule before the due day', () => {
  it('asks the State that answers for the item, each person on their own morning', async () => {
    const { secretariat } = await newPlan(test, 'rabat', [
      { owners: ['state:SEN', 'state:CRI', 'state:NZL'], when: day('2027-03-09') },
      { owners: ['state:MAR'], when: day('2027-03-10') },
    ]);
    const people = [
      await focalPoint('SEN', 'Africa/Dakar'),
      await focalPoint('CRI', 'America/Costa_Rica'),
      await focalPoint('NZL', 'Pacific/Auckland'),
    ];
    await focalPoint('MAR');
    await focalPoint('SEN', 'UTC', 'rcm');
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });

    // In Auckland the second of March begins thirteen hours earlier, and the morning at eight.
    expect(await sweepAt(test, '2027-03-01T18:45:00Z')).toEqual({ entered: 1, posted: 0 });
    expect(await sweepAt(test, '2027-03-01T19:00:00Z')).toEqual({ entered: 0, posted: 1 });
    expect(await asked(test, people)).toEqual(['NZL > 1 (2027-03-09)']);
    expect(await sweepAt(test, '2027-03-02T07:45:00Z')).toEqual({ entered: 2, posted: 0 });
    expect(await sweepAt(test, '2027-03-02T08:00:00Z')).toEqual({ entered: 0, posted: 1 });
    expect(await sweepAt(test, '2027-03-02T14:00:00Z')).toEqual({ entered: 0, posted: 1 });
    expect(await asked(test, people)).toEqual([
      'CRI > 1 (2027-03-09)',
      'NZL > 1 (2027-03-09)',
      'SEN > 1 (2027-03-09)',
    ]);
  });

  it('waits for the next working day where the person is', async () => {
    const { secretariat } = await newPlan(test, 'rabat', [
      { owners: ['all-members'], when: day('2027-03-12') },
    ]);
    const people = [await focalPoint('EGY', 'Africa/Cairo'), await focalPoint('SEN', 'Africa/Dakar')];
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    // Friday, 5 March, is part of the week-end in Egypt; Sunday is not.
    expect(await sweepAt(test, '2027-03-05T12:00:00Z')).toEqual({ entered: 2, posted: 1 });
    expect(await sweepAt(test, '2027-03-06T12:00:00Z')).toEqual({ entered: 0, posted: 0 });
    expect(await sweepAt(test, '2027-03-07T12:00:00Z')).toEqual({ entered: 0, posted: 1 });
    expect((await messages(test)).map(({ key }) => key.slice(-10)).sort()).toEqual([
      '2027-03-05',
      '2027-03-07',
    ]);
    expect(await asked(test, people)).toHaveLength(2);
  });

  it('sends nothing of the past when it is made, and makes up missed days once', async () => {
    const { secretariat } = await newPlan(test, 'rabat', [
      { owners: ['secretariat'], when: day('2027-03-07') },
      { owners: ['secretariat'], when: day('2027-03-10') },
      { owners: ['secretariat'], when: day('2027-03-14') },
    ]);
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    // The first item's step was yesterday, Sunday. No worker ran from Tuesday to Friday, 5 March.
    expect((await sweepAt(test, '2027-03-01T10:00:00Z')).entered).toBe(0);
    expect((await sweepAt(test, '2027-03-05T10:00:00Z')).entered).toBe(1);
    expect((await sweepAt(test, '2027-03-08T10:00:00Z')).entered).toBe(1);
    expect((await asked(test, [])).map((line) => line.slice(-12))).toEqual(['(2027-03-10)', '(2027-03-14)']);
  });

  it('follows an item whose date moves, and asks nobody twice about one date', async () => {
    const { secretariat, items } = await newPlan(test, 'rabat', [
      { owners: ['secretariat'], when: day('2027-03-09') },
    ]);
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    await sweepAt(test, '2027-03-02T09:00:00Z');
    await move(items[0]!.id, '2027-04-06');
    expect(await sweepAt(test, '2027-03-03T09:00:00Z')).toEqual({ entered: 0, posted: 0 });
    await move(items[0]!.id, '2027-03-09');
    expect(await sweepAt(test, '2027-03-04T09:00:00Z')).toEqual({ entered: 0, posted: 0 });
    await move(items[0]!.id, '2027-04-06');
    expect(await sweepAt(test, '2027-03-30T09:00:00Z')).toEqual({ entered: 1, posted: 1 });
    expect((await deliveries(test)).map(({ dueDay }) => dueDay)).toEqual(['2027-03-09', '2027-04-06']);
  });

  const move = (id: string, to: string) =>
    test
      .get(UnitOfWork)
      .run((manager) => manager.update('plan_item', { id }, { whenStart: to, whenEnd: to }));
});

describe('a rule after the due day', () => {
  it('asks about what was planned for and is neither completed nor discontinued', async () => {
    const { secretariat } = await newPlan(test, 'rabat', [
      { owners: ['secretariat'], when: { precision: 'month', start: '2027-02-10' } },
      { owners: ['secretariat'], when: day('2027-02-28'), status: 'completed' },
      { owners: ['secretariat'], when: day('2027-02-28'), status: 'discontinued' },
      { owners: ['secretariat'], when: day('2027-02-28'), status: 'postponed' },
    ]);
    await newRule(test, secretariat, 'rabat', { kind: 'after-due', days: 3 });
    expect(await sweepAt(test, '2027-03-03T09:00:00Z')).toEqual({ entered: 2, posted: 1 });
    expect(await asked(test, [secretariat])).toEqual([
      `${secretariat.account.name} > 1 (2027-02-28)`,
      `${secretariat.account.name} > 4 (2027-02-28)`,
    ]);
  });
});

describe('a periodic rule', () => {
  it('asks at the mechanism’s hour, for every item that has begun, the people who answer for it', async () => {
    await inZone('rabat', 'Africa/Dakar');
    const { secretariat } = await newPlan(test, 'rabat', [
      { code: 'I' },
      { code: 'I.1', parent: 'I', owners: ['state:SEN'] },
      { code: 'I.2', parent: 'I' },
      { code: 'II', owners: ['all-members'], when: { precision: 'year', start: '2027-01-01' } },
      { code: 'III', owners: ['chair'], when: day('2027-11-03') },
      { code: 'IV', owners: ['partner:IOM'] },
      { code: 'V', owners: ['working-group:Data'], status: 'ongoing' },
    ]);
    const chair = await newAccount(test, { name: 'Chair' }, [['chair', 'rabat']]);
    const partner = await newAccount(test, { name: 'Partner' }, [['partner', 'rabat', 'IOM']]);
    await newPerson(test, ['reader', 'rabat']);
    const people = [
      secretariat,
      chair,
      partner,
      await focalPoint('SEN', 'Africa/Dakar'),
      await focalPoint('MAR', 'Africa/Casablanca'),
    ];
    await newRule(test, secretariat, 'rabat', { kind: 'periodic', recurrence: QUARTERLY });
    expect((await sweepAt(test, '2027-04-05T08:45:00Z')).entered).toBe(0);
    await sweepAt(test, '2027-04-05T09:00:00Z');
    const name = secretariat.account.name;
    // Not the heading I, and not III, which begins in November.
    expect(await asked(test, people)).toEqual(
      ['MAR > II', `${name} > I.2`, `${name} > V`, 'Partner > IV', 'SEN > I.1', 'SEN > II']
        .map((line) => `${line} (2027-04-05)`)
        .sort(),
    );
    expect(await sweepAt(test, '2027-04-06T09:00:00Z')).toEqual({ entered: 0, posted: 0 });
  });

  it('is not made up after days, nor for a time before it was made', async () => {
    const { secretariat } = await newPlan(test, 'rabat', [{ owners: ['secretariat'] }]);
    const everyMonday = { every: 'week', weekday: 1, time: '08:30' };
    await newRule(test, secretariat, 'rabat', { kind: 'periodic', recurrence: everyMonday });
    expect((await sweepAt(test, '2027-03-01T12:00:00Z')).entered).toBe(0);
    expect((await sweepAt(test, '2027-03-12T12:00:00Z')).entered).toBe(0);
    expect((await sweepAt(test, '2027-03-17T12:00:00Z')).entered).toBe(1);
  });
});

describe('only what is in force', () => {
  it('no plan but an adopted one, no rule that is off, nobody whose role has ended or whose account is closed', async () => {
    const draft = await newPlan(test, 'rabat', [{ owners: ['all-members'], when: day('2027-03-09') }], {
      draft: true,
    });
    await newPlan(test, 'rabat', [{ owners: ['all-members'], when: day('2027-03-09') }]);
    const other = await newPlan(test, 'rabat', [{ owners: ['all-members'], when: day('2027-03-09') }]);
    await newAccount(test, {}, [['focal-point', 'rabat', 'SEN', '2027-03-01']]);
    await newAccount(test, { closedAt: new Date() }, [['focal-point', 'rabat', 'SEN']]);
    const open = await focalPoint('MAR');
    const rule = await newRule(test, draft.secretariat, 'rabat', { kind: 'before-due', days: 7 });
    await test.get(RulesService).disableRule(draft.secretariat.actor, rule.id);
    await newRule(test, draft.secretariat, 'rabat', { kind: 'before-due', days: 7, planId: other.plan.id });
    await sweepAt(test, '2027-03-02T10:00:00Z');
    expect(await asked(test, [open])).toEqual(['MAR > 1 (2027-03-09)']);
    const [only] = await deliveries(test);
    expect(only!.itemId).toBe(other.items[0]!.id);
  });

  it('a rule that was off begins anew when it is switched on', async () => {
    const { secretariat } = await newPlan(test, 'rabat', [
      { owners: ['secretariat'], when: day('2027-03-09') },
    ]);
    const rules = test.get(RulesService);
    const rule = await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    await rules.disableRule(secretariat.actor, rule.id);
    test.clock.moveTo(new Date('2027-03-03T09:00:00Z'));
    await rules.enableRule(secretariat.actor, rule.id);
    expect((await sweepAt(test, '2027-03-03T10:00:00Z')).entered).toBe(0);
  });
});

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

  it('by two processes on one database', async () => {
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

describe('one message per person and day', () => {
  it('holds what several rules and mechanisms ask; what comes after it goes into tomorrow’s', async () => {
    const rabat = await newPlan(test, 'rabat', [
      { owners: ['state:SEN'], when: day('2027-03-09') },
      { owners: ['state:SEN'], when: day('2027-02-27') },
    ]);
    const rcm = await newPlan(test, 'rcm', [{ owners: ['state:SEN'], when: day('2027-03-09') }]);
    const person = await newAccount(test, {}, [
      ['focal-point', 'rabat', 'SEN'],
      ['focal-point', 'rcm', 'SEN'],
    ]);
    await newRule(test, rabat.secretariat, 'rabat', { kind: 'before-due', days: 7 });
    await newRule(test, rabat.secretariat, 'rabat', { kind: 'after-due', days: 3 });
    await newRule(test, rcm.secretariat, 'rcm', { kind: 'before-due', days: 7 });
    expect(await sweepAt(test, '2027-03-02T08:00:00Z')).toEqual({ entered: 3, posted: 1 });
    await newRule(test, rcm.secretariat, 'rcm', {
      kind: 'periodic',
      recurrence: { every: 'week', weekday: 2, time: '15:00' },
    });
    // The item of rcm is due on 9 March and lasts that day, so the weekly rule asks nothing of it before.
    expect(await sweepAt(test, '2027-03-02T15:00:00Z')).toEqual({ entered: 0, posted: 0 });
    const late = await newPlan(test, 'rcm', [{ owners: ['state:SEN'], when: day('2027-03-09') }]);
    expect(await sweepAt(test, '2027-03-02T15:15:00Z')).toEqual({ entered: 1, posted: 0 });
    expect(await sweepAt(test, '2027-03-03T08:00:00Z')).toEqual({ entered: 0, posted: 1 });
    const [today, tomorrow] = await messages(test);
    const rows = await deliveries(test);
    expect(rows.filter(({ messageId }) => messageId === today!.id)).toHaveLength(3);
    expect(rows.filter(({ messageId }) => messageId === tomorrow!.id).map(({ itemId }) => itemId)).toEqual([
      late.items[0]!.id,
    ]);
    expect(today!.accountId).toBe(person.account.id);
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
      .get(ReminderPreview)
      .preview(secretariat.actor, 'rabat', '2027-03-01', '2027-03-21');
    expect(await deliveries(test)).toEqual([]);
    expect(preview.unreached.map(({ code }) => code)).toEqual(['4']);

    for (let hour = 0; hour < 20 * 24; hour += 1) {
      test.clock.advance(3_600_000);
      await test.get(RemindersService).sweep();
    }
    const names = new Map(
      (await test.get(UnitOfWork).read.find(RoleGrant, { relations: { account: true } })).map(
        ({ account }) => [account.id, account.name],
      ),
    );
    const [rows, sent] = [await deliveries(test), await messages(test)];
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
    const start = performance.now();
    expect(await sweepAt(test, '2027-03-02T10:00:00Z')).toEqual({ entered: 500, posted: 500 });
    const first = performance.now() - start;
    expect(await sweepAt(test, '2027-03-02T10:15:00Z')).toEqual({ entered: 0, posted: 0 });
    const second = performance.now() - start - first;
    process.stdout.write(`sweep of 500 people: ${Math.round(first)} ms; again: ${Math.round(second)} ms\n`);
    expect(first).toBeLessThan(2000);
    expect(second).toBeLessThan(1000);
  });
});
