import { Account, RoleGrant } from '../../../src/accounts/account.entity.js';
import { ConversationsService } from '../../../src/conversations/conversations.service.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Plan, PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { PlansService } from '../../../src/plans/plan/plans.service.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { ReminderWish } from '../../../src/reminders/wishes/reminder-wish.entity.js';
import { RulesService } from '../../../src/reminders/rules/rules.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newAccount, newEntry, newPlan, type Person } from '../../support/factories.js';
import {
  day,
  deliveries,
  mailsTo,
  messages,
  newRule,
  QUARTERLY,
  sendAll,
  sweepAt,
} from '../../support/reminders.js';
import { withoutTokens } from '../../support/tokens.js';

let test: TestApp;
let secretariat: Person;
let senegal: Person;
let plan: Plan;
let items: PlanItem[];
beforeAll(async () => void (test = await startApp()));
beforeEach(async () => {
  await test.startOver();
  ({ secretariat, plan, items } = await newPlan(test, 'rabat', [
    { code: '5a', title: 'Train border officials', owners: ['state:SEN'], when: day('2027-03-09') },
    {
      code: '5b',
      title: 'Share figures',
      owners: ['all-members'],
      when: { precision: 'range', start: '2027-01-01', end: '2027-03-09' },
    },
  ]));
  senegal = await newAccount(test, { name: 'Aïda', passwordHash: 'set' }, [['focal-point', 'rabat', 'SEN']]);
});
afterAll(() => test.close());

const write = (
  entity: typeof PlanItem | typeof Plan | typeof Account | typeof RoleGrant,
  where: object,
  change: object,
) => test.get(UnitOfWork).run((manager) => manager.update(entity, where, change));
const rule = (fields: object = { kind: 'before-due', days: 7 }) =>
  newRule(test, secretariat, 'rabat', fields);
const lastMail = async (person = senegal) => (await mailsTo(test, person)).at(-1);
const reasons = async () => (await deliveries(test)).map(({ skipped }) => skipped ?? '-').sort();

async function report(
  person: Person,
  item: PlanItem,
  as: string,
  period: { periodStart: string; periodEnd: string },
) {
  const entry = await newEntry(test, person, item, { mechanismId: 'rabat', as, ...period });
  await test.get(ProgressService).submit(person.actor, entry.id);
  return entry;
}

describe('the mail', () => {
  it('says what is asked and by when, and leads straight to the form', async () => {
    await write(PlanItem, { id: items[1]!.id }, { status: 'completed' });
    await rule();
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await sendAll(test);
    const mail = (await lastMail())!;
    expect(mail.subject).toBe('5a Train border officials – By 9 March 2027: 7 days left');
    expect(mail.text).toContain('Dear Aïda,');
    expect(mail.text).toContain(`Report progress: http://waymark.test/progress/new?item=${items[0]!.id}`);
    expect(mail.text).toContain('Taking part is voluntary');
    expect(withoutTokens(mail.text)).not.toMatch(/overdue|late\b|must|fail|reminder rule/i);
    expect(mail.html).toContain(`href="http://waymark.test/progress/new?item=${items[0]!.id}"`);
  });

  it('puts the number and the nearest date into the subject when there are several', async () => {
    await rule();
    await rule({ kind: 'before-due', days: 6 });
    await sweepAt(test, '2027-03-03T08:00:00Z');
    await sendAll(test);
    expect((await lastMail())!.subject).toBe('2 items of the plan, the nearest by 9 March 2027');
    // Two rules speak of each item on this day; it is listed once.
    expect((await lastMail())!.text.match(/5a Train/g)).toHaveLength(1);
  });

  it('is neutral about a day gone by, and says "one day left"', async () => {
    await rule({ kind: 'before-due', days: 1 });
    await rule({ kind: 'after-due', days: 2 });
    await sweepAt(test, '2027-03-08T08:00:00Z');
    await sendAll(test);
    expect((await lastMail())!.text).toContain('By 9 March 2027: one day left');
    await sweepAt(test, '2027-03-11T08:00:00Z');
    await sendAll(test);
    expect((await lastMail())!.text).toContain('Planned for 9 March 2027');
  });

  it('has a way in for somebody who has no password yet, and for the chair, who has no form, the way to tell the secretariat', async () => {
    const chair = await newAccount(test, { name: 'Chair' }, [['chair', 'rabat']]);
    const other = await newPlan(test, 'rabat', [
      { owners: ['chair'], when: { precision: 'range', start: '2027-01-01', end: '2027-03-09' } },
    ]);
    await rule();
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await sendAll(test);
    const mail = (await lastMail(chair))!;
    expect(mail.text).toMatch(/Set the password:\nhttp:\/\/waymark\.test\/password\/\S{40,}/);
    const talk = `/conversations/item/${other.items[0]!.id}/rabat`;
    expect(mail.text).toContain(`Tell the secretariat: http://waymark.test${talk}`);
    expect(mail.text).not.toContain('/progress/new');
    // Once it has told, it is not asked again.
    await test
      .get(ConversationsService)
      .write(
        chair.actor,
        { kind: 'item', id: other.items[0]!.id, scope: 'rabat' },
        'The training was held in Dakar.',
      );
    await rule({ kind: 'before-due', days: 1 });
    await sweepAt(test, '2027-03-08T08:00:00Z');
    await sendAll(test);
    expect((await mailsTo(test, chair)).filter(({ text }) => text.includes(talk))).toHaveLength(1);
  });

  it('never tells of another State: not its name, nor that it answered', async () => {
    const morocco = await newAccount(test, { name: 'Youssef' }, [['focal-point', 'rabat', 'MAR']]);
    await report(morocco, items[1]!, 'state:MAR', { periodStart: '2027-01-01', periodEnd: '2027-03-01' });
    await rule();
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await sendAll(test);
    expect(await mailsTo(test, morocco)).toEqual([]);
    const mail = (await lastMail())!;
    expect(withoutTokens(mail.text + mail.html)).not.toMatch(/Morocco|MAR\b|Youssef/);
  });
});

describe('looked at again when it is sent', () => {
  const cases: [string, string, () => Promise<unknown>][] = [
    [
      'moved',
      'the date of the item has changed',
      () => write(PlanItem, { planId: plan.id }, { whenEnd: '2027-04-09' }),
    ],
    [
      'finished',
      'the item is completed',
      () => write(PlanItem, { planId: plan.id }, { status: 'completed' }),
    ],
    [
      'closed',
      'the plan is superseded',
      () => test.get(PlansService).move(secretariat.actor, plan.id, 'supersede'),
    ],
    [
      'left',
      'the role has ended',
      () => write(RoleGrant, { accountId: senegal.account.id }, { untilDay: '2027-03-01' }),
    ],
    [
      'left',
      'the account is closed',
      () => write(Account, { id: senegal.account.id }, { closedAt: new Date() }),
    ],
    [
      'removed',
      'the item is gone',
      () => test.get(UnitOfWork).run((manager) => manager.delete(PlanItem, { planId: plan.id })),
    ],
    [
      'disabled',
      'the rule is off',
      async () => {
        const [first] = await test.get(RulesService).list(secretariat.actor, 'rabat');
        await test.get(RulesService).disableRule(secretariat.actor, first!.id);
      },
    ],
  ];

  it.each(cases)('left out as "%s" when %s', async (reason, _, change) => {
    await rule();
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await change();
    await sendAll(test);
    expect(await reasons()).toEqual([reason, reason]);
    expect(await mailsTo(test, senegal)).toEqual([]);
    expect((await messages(test)).map(({ state }) => state)).toEqual(['skipped']);
  });

  it('left out as answered when somebody of the same voice has reported; what is left is sent', async () => {
    const colleague = await newAccount(test, {}, [['focal-point', 'rabat', 'SEN']]);
    await rule();
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await report(colleague, items[1]!, 'state:SEN', { periodStart: '2027-01-01', periodEnd: '2027-02-28' });
    await sendAll(test);
    expect(await reasons()).toEqual(['-', '-', 'answered', 'answered']);
    expect((await lastMail())!.text).toContain('5a Train');
    expect((await lastMail())!.text).not.toContain('5b Share');
  });

  it('a draft, a returned entry, another State’s and one of long ago are no answers', async () => {
    const morocco = await newAccount(test, {}, [['focal-point', 'rabat', 'MAR']]);
    await rule();
    await report(senegal, items[1]!, 'state:SEN', { periodStart: '2026-10-01', periodEnd: '2026-12-31' });
    await report(morocco, items[0]!, 'state:MAR', { periodStart: '2027-03-01', periodEnd: '2027-03-31' });
    const returned = await report(senegal, items[0]!, 'state:SEN', {
      periodStart: '2027-03-01',
      periodEnd: '2027-03-31',
    });
    await test.get(ProgressService).sendBack(secretariat.actor, returned.id, 'Which school?');
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await sendAll(test);
    const mail = (await lastMail())!;
    expect(mail.subject).toContain('2 items');
  });

  it('for a round, an entry that reaches beyond the round before answers', async () => {
    await rule({ kind: 'periodic', recurrence: QUARTERLY });
    await report(senegal, items[1]!, 'state:SEN', { periodStart: '2026-10-01', periodEnd: '2026-12-31' });
    await report(senegal, items[0]!, 'state:SEN', { periodStart: '2027-01-01', periodEnd: '2027-03-31' });
    await sweepAt(test, '2027-04-05T09:00:00Z');
    await sendAll(test);
    const rows = await deliveries(test);
    expect(
      rows.map(({ subjectId, skipped }) => [subjectId === items[0]!.id ? '5a' : '5b', skipped]).sort(),
    ).toEqual([
      ['5a', 'answered'],
      ['5b', null],
    ]);
  });
});

describe('a wish', () => {
  const linksIn = (text: string) =>
    [...text.matchAll(/^\s*(.+): (http:\/\/waymark\.test\/reminders\/wish\/\S+)$/gm)].map(
      ([, label, url]) => ({ label: label!, path: new URL(url!).pathname }),
    );
  const wishes = () => test.get(UnitOfWork).read.find(ReminderWish);

  async function mailed() {
    await rule();
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await sendAll(test);
    return linksIn((await lastMail())!.text);
  }

  it('is asked about by GET and fulfilled by POST, without signing in, and can be taken back', async () => {
    const never = (await mailed()).find(({ label }) => label === 'No more reminders of this item')!.path;
    const visitor = new Client(test);
    const asking = await visitor.get(never);
    expect(asking.status).toBe(200);
    expect(asking.body).toContain('You will not be reminded of this item any more');
    expect(await wishes()).toEqual([]);
    const done = await visitor.submit(never, { from: 'page' });
    expect(done.body).toContain('No more reminders of this item.');
    expect(await wishes()).toMatchObject([{ accountId: senegal.account.id, untilDay: null }]);
    await visitor.submit(never, { from: 'page' });
    expect(await wishes()).toHaveLength(1);
    await visitor.submit(never, { from: 'page', again: '1' });
    expect(await wishes()).toEqual([]);
  });

  it('"no more about this item" and "not this round" are kept to when the next mail is written', async () => {
    await rule({ kind: 'before-due', days: 1 });
    await rule({ kind: 'periodic', recurrence: QUARTERLY });
    const links = await mailed();
    const [later] = links.filter(({ label }) => label === 'Not this time');
    const [, never] = links.filter(({ label }) => label === 'No more reminders of this item');
    const visitor = new Client(test);
    await visitor.post(later!.path);
    await visitor.post(never!.path);
    await sweepAt(test, '2027-03-08T08:00:00Z');
    await sendAll(test);
    expect(await reasons()).toEqual(['-', '-', 'not-this-round', 'stopped']);
    await sweepAt(test, '2027-04-05T09:00:00Z');
    await sendAll(test);
    expect((await mailsTo(test, senegal)).map(({ subject }) => subject)).toHaveLength(2);
    expect(await reasons()).toEqual(['-', '-', '-', 'not-this-round', 'stopped', 'stopped']);
  });

  it('stops everything with the one POST of a mail program: no cookie, no token, no redirect', async () => {
    const stop = (await mailed()).find(({ label }) => label === 'No more reminders')!.path;
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
      ],
    ] as const) {
      const answer = await fetch(test.url + stop, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { 'content-type': type },
      });
      expect(answer.status).toBe(200);
    }
    expect(await wishes()).toHaveLength(1);
    await rule({ kind: 'before-due', days: 1 });
    await sweepAt(test, '2027-03-08T08:00:00Z');
    await sendAll(test);
    expect(await mailsTo(test, senegal)).toHaveLength(1);
    expect((await reasons()).filter((reason) => reason === 'stopped')).toHaveLength(2);
  });

  it('can be said on one’s account, without a mail, and taken back there', async () => {
    const browser = await browserOf(test, senegal);
    const account = async () => (await browser.get('/account')).body;
    expect(await account()).toContain('Reminders and mail');
    const said = await browser.submit('/reminders/wishes/none');
    expect(said.body).toContain('You will get no more reminders.');
    expect(said.body).not.toContain('action="/reminders/wishes/none"');
    await browser.post('/reminders/wishes/none');
    const [wish, ...more] = await wishes();
    expect([wish, more]).toMatchObject([{ accountId: senegal.account.id, subjectId: '' }, []]);
    const again = `/reminders/wishes/${wish!.id}/end`;
    expect((await (await browserOf(test, await newAccount(test))).post(again)).status).toBe(404);
    expect((await browser.submit(again, { from: 'account' })).body).toContain('You will be reminded again.');
    expect(await account()).toContain('action="/reminders/wishes/none"');
  });

  it('is nobody else’s: a changed address is not found, and other forms still need their token', async () => {
    const [link] = await mailed();
    const forged = link!.path.replace(/.{5}$/, 'AAAAA');
    for (const method of ['GET', 'POST'] as const) {
      expect((await fetch(test.url + forged, { method })).status).toBe(404);
    }
    const others = await fetch(`${test.url}/password`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'a@example.org' }),
    });
    expect(others.status).toBe(403);
  });
});
