import { Mechanism } from '../../../src/mechanisms/mechanism/mechanism.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { RulesService } from '../../../src/reminders/rules/rules.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { newAccount, newPerson, newPlan } from '../../support/factories.js';
import { asked, day, deliveries, messages, newRule, QUARTERLY, sweepAt } from '../../support/reminders.js';

// The clock begins on Monday, 1 March 2027, 09:00 UTC.
let test: TestApp;
beforeAll(async () => void (test = await startApp()));
beforeEach(() => test.startOver());
afterAll(() => test.close());

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
    expect(only!.subjectId).toBe(other.items[0]!.id);
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
    expect(
      rows.filter(({ messageId }) => messageId === tomorrow!.id).map(({ subjectId }) => subjectId),
    ).toEqual([late.items[0]!.id]);
    expect(today!.accountId).toBe(person.account.id);
  });
});
