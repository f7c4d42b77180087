import { MailboxMail } from '../../../src/platform/mail/message.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import {
  browserOf,
  newAccount,
  newAdministrator,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../../support/factories.js';
import { day, mailsTo, newRule, QUARTERLY, sendAll, sweepAt } from '../../support/reminders.js';

let test: TestApp;
let secretariat: Person;
let senegal: Person;
let browser: Client;
beforeAll(async () => void (test = await startApp()));
beforeEach(async () => {
  await test.startOver();
  ({ secretariat } = await newPlan(test, 'rabat', [
    { code: '5a', title: 'Train border officials', owners: ['state:SEN'], when: day('2027-03-09') },
    { code: '5b', title: 'Nobody’s', owners: ['state:KEN'], when: day('2027-03-09') },
  ]));
  senegal = await newAccount(test, { name: 'Aïda', zone: 'Africa/Dakar' }, [['focal-point', 'rabat', 'SEN']]);
  browser = await browserOf(test, secretariat);
});
afterAll(() => test.close());

const HERE = '/mechanisms/rabat/reminders';
const form = (change: Record<string, string> = {}) => ({
  kind: 'before-due',
  days: '7',
  'recurrence.every': 'quarter',
  'recurrence.nth': '1',
  'recurrence.weekday': '1',
  'recurrence.time': '09:00',
  planId: '',
  ...change,
});

describe('the page of a mechanism’s reminders', () => {
  it('is reached from the mechanism’s page by its secretariat, and by nobody else', async () => {
    expect((await browser.get('/mechanisms/rabat')).body).toContain(`href="${HERE}"`);
    const focalPoint = await browserOf(test, senegal);
    expect((await focalPoint.get('/mechanisms/rabat')).body).not.toContain(HERE);
    expect((await focalPoint.get(HERE)).status).toBe(403);
    const other = await browserOf(test, await newPerson(test, ['secretariat', 'rcm']));
    expect((await other.get(HERE)).status).toBe(403);
    expect((await new Client(test).get(HERE)).headers.location).toContain('/sign-in');
  });

  it('says rules in words, what they will send and to whom, and whom they would not reach', async () => {
    expect((await browser.get(HERE)).body).toContain('There are no rules yet');
    expect((await browser.submit(HERE, form())).body).toContain('7 days before an item is due');
    const after = await browser.submit(HERE, form({ kind: 'periodic', days: '' }));
    expect(after.body).toContain('Every first Monday of the quarter at 09:00 (UTC)');
    expect(after.body).toContain('5 April 2027 at 09:00 · 5 July 2027 at 09:00 · 4 October 2027 at 09:00');
    expect(after.body).toMatch(
      /2 March 2027.*Aïda.*English, Greenwich Mean Time, Dakar.*5a.*Train border officials.*due on 9 March 2027/s,
    );
    expect(after.body).toMatch(/Nobody would be reminded of this item.*Nobody’s/s);
    expect((await browser.get('/history/rabat')).body).toContain('created a reminder rule');
  });

  it('shows what became of every delivery, in pages', async () => {
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    for (let number = 0; number < 54; number += 1) await newPerson(test, ['focal-point', 'rabat', 'SEN']);
    await sweepAt(test, '2027-03-02T07:00:00Z');
    // A day later, the session of the day before has ended.
    browser = await browserOf(test, secretariat);
    expect((await browser.get(HERE)).body.match(/Scheduled/g)).toHaveLength(50);
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await sendAll(test);
    const first = (await browser.get(HERE)).body;
    const next = /href="([^"]*cursor=[^"]*)"/.exec(first)![1]!;
    const second = (await browser.get(next.replaceAll('&amp;', '&'))).body;
    expect([first, second].map((page) => page.match(/Sent 2 March 2027 at 08:00/g)!.length)).toEqual([50, 5]);
    const names = [first, second].flatMap((page) => page.match(/person\d+@example\.org/g)!);
    expect(new Set(names).size).toBe(55);
  });
});

describe('the form of a rule', () => {
  it.each([
    ['no days', { days: '' }, 'field-days-error'],
    ['days that are no number', { days: 'many' }, 'field-days-error'],
    ['too many days', { days: '400' }, 'field-days-error'],
    ['no kind', { kind: '' }, 'class="error"'],
    [
      'no time for a periodic one',
      { kind: 'periodic', 'recurrence.time': '25:00' },
      'field-recurrence-time-error',
    ],
    [
      'no weekday for a periodic one',
      { kind: 'periodic', 'recurrence.weekday': '' },
      'field-recurrence-weekday-error',
    ],
    [
      'a plan that is not the mechanism’s',
      { planId: '00000000-0000-4000-8000-000000000000' },
      'field-planId-error',
    ],
  ])('refuses %s, and keeps what was typed', async (_, change, error) => {
    const answer = await browser.post(HERE, form({ 'recurrence.nth': 'last', ...change }));
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(error);
    expect(answer.body).toMatch(
      /<option[^>]*value="last"[^>]*selected|<option[^>]*selected[^>]*value="last"/,
    );
    expect((await browser.get(HERE)).body).toContain('There are no rules yet');
  });

  it('changes, switches off and on; a change of what somebody else changed meanwhile shows both', async () => {
    const { id, version } = await newRule(test, secretariat, 'rabat', {
      kind: 'periodic',
      recurrence: { ...QUARTERLY, nth: 'last' },
    });
    const page = (await browser.get(`${HERE}/${id}`)).body;
    expect(page).toMatch(/<option[^>]*value="last"[^>]*selected|<option[^>]*selected[^>]*value="last"/);
    const changed = await browser.submit(
      `${HERE}/${id}`,
      form({ kind: 'after-due', days: '3', version: String(version) }),
    );
    expect(changed.body).toContain('3 days after the planned date of an item');
    const stale = await browser.post(`${HERE}/${id}`, form({ days: '9', version: String(version) }));
    expect(stale.status).toBe(409);
    expect(stale.body).toContain('3 days after the planned date of an item');
    expect(stale.body).toContain('value="9"');
    expect((await browser.submit(`${HERE}/${id}/disable`)).body).toContain('Switched off');
    expect((await browser.submit(`${HERE}/${id}/enable`)).body).not.toContain('Switched off');
  });
});

describe('the API', () => {
  it('makes, lists, changes and switches off rules, and shows what they would send and did', async () => {
    const api = await programOf(test, secretariat);
    const made = await api.api('POST', '/mechanisms/rabat/reminder-rules', {
      kind: 'periodic',
      recurrence: QUARTERLY,
    });
    expect(made.status).toBe(201);
    const rule = made.json<{ id: string; version: number }>();
    expect(rule).toMatchObject({
      kind: 'periodic',
      days: null,
      recurrence: QUARTERLY,
      enabled: true,
      version: 1,
    });
    const patched = await api.api('PATCH', `/reminder-rules/${rule.id}`, {
      version: 1,
      recurrence: { time: '10:30' },
    });
    expect(patched.json()).toMatchObject({ recurrence: { ...QUARTERLY, time: '10:30' }, version: 2 });
    expect(
      (await api.api('PATCH', `/reminder-rules/${rule.id}`, { version: 1, kind: 'before-due', days: 1 }))
        .status,
    ).toBe(409);
    const wrong = await api.api('PATCH', `/reminder-rules/${rule.id}`, { version: 2, kind: 'before-due' });
    expect([wrong.status, wrong.json<{ errors: object }>().errors]).toEqual([
      422,
      { days: 'This field is required.' },
    ]);
    expect(
      (await api.api('PATCH', `/reminder-rules/${rule.id}`, { version: 2, kind: 'before-due', days: 7 }))
        .status,
    ).toBe(200);

    const preview = await api.api(
      'GET',
      '/mechanisms/rabat/reminder-preview?from=2027-03-01&until=2027-03-31',
    );
    expect(preview.json<{ messages: object[] }>().messages).toMatchObject([
      {
        day: '2027-03-02',
        person: { name: 'Aïda' },
        lines: [{ item: { code: '5a' }, dueDay: '2027-03-09' }],
      },
    ]);
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await sendAll(test);
    const log = (await api.api('GET', '/deliveries?mechanism=rabat')).json<{
      items: object[];
      nextCursor: null;
    }>();
    expect(log).toMatchObject({
      items: [
        { person: { name: 'Aïda' }, item: { code: '5a' }, state: 'sent', at: '2027-03-02T08:00:00.000Z' },
      ],
      nextCursor: null,
    });
    expect((await api.api('DELETE', `/reminder-rules/${rule.id}`)).status).toBe(204);
    expect(
      (await api.api('GET', '/mechanisms/rabat/reminder-rules')).json<{ items: object[] }>().items,
    ).toMatchObject([{ id: rule.id, enabled: false }]);
  });

  it('is closed to other mechanisms and other roles, and takes any query', async () => {
    const rule = await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    const other = await programOf(test, await newPerson(test, ['secretariat', 'rcm']));
    const focalPoint = await programOf(test, senegal);
    for (const api of [other, focalPoint]) {
      expect([403, 404]).toContain((await api.api('GET', '/mechanisms/rabat/reminder-rules')).status);
      expect([403, 404]).toContain((await api.api('GET', '/deliveries?mechanism=rabat')).status);
      expect([403, 404]).toContain(
        (await api.api('PATCH', `/reminder-rules/${rule.id}`, { version: 1, days: 1 })).status,
      );
      expect([403, 404]).toContain((await api.api('DELETE', `/reminder-rules/${rule.id}`)).status);
    }
    const own = await programOf(test, secretariat);
    for (const query of ['from=9999-12-31', 'until=now', 'from=2027-03-01&from=2027-03-02']) {
      expect((await own.api('GET', `/mechanisms/rabat/reminder-preview?${query}`)).status).toBe(422);
    }
    for (const [cursor, status] of Object.entries({ x: 200, "'": 200, '%00': 404 })) {
      expect((await own.api('GET', `/deliveries?mechanism=rabat&cursor=${cursor}`)).status).toBe(status);
      expect((await browser.get(`${HERE}?cursor=${cursor}`)).status).toBe(status);
    }
    expect((await browser.get(`${HERE}?cursor=a&cursor=b`)).status).toBe(422);
    expect((await other.api('GET', `/deliveries?mechanism=rabat`)).status).toBe(404);
    expect((await other.api('DELETE', `/reminder-rules/${rule.id}`)).status).toBe(404);
  });
});

describe('wishes on the first page', () => {
  it('are listed for the person, who can take them back', async () => {
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await sendAll(test);
    const [mail] = await mailsTo(test, senegal);
    // After "not this round" comes "no more about this item".
    const links = [...mail!.text.matchAll(/http:\/\/waymark\.test(\/reminders\/wish\/\S+)/g)];
    await new Client(test).post(links[1]![1]!);
    const own = await browserOf(test, senegal);
    const home = (await own.get('/tasks')).body;
    expect(home).toContain('No more reminders of this item.');
    const end = /action="(\/reminders\/wishes\/[^"]+\/end)"/.exec(home)![1]!;
    expect((await (await browserOf(test, secretariat)).post(end)).status).toBe(404);
    expect((await own.submit(end)).body).not.toContain('No more reminders of this item.');
  });
});

describe('the mailbox', () => {
  it('shows administrators the mails kept here: list, text, and the page in a frame that can do nothing', async () => {
    await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
    await sweepAt(test, '2027-03-02T08:00:00Z');
    await sendAll(test);
    const [mail] = await mailsTo(test, senegal);
    const administrator = await browserOf(test, await newAdministrator(test));
    expect((await administrator.get('/mailbox')).body).toContain(`href="/mailbox/${mail!.id}"`);
    const page = (await administrator.get(`/mailbox/${mail!.id}`)).body;
    expect(page).toMatch(/<iframe[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(page).toMatch(/<a href="http:\/\/waymark\.test\/progress\/new\?item=/);
    const frame = await administrator.get(`/mailbox/${mail!.id}/html`);
    expect(frame.headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox/);
    expect(frame.headers['content-type']).toContain('text/html');
    expect(frame.body).toContain('<base target="_blank">');
    const other = await browserOf(test, secretariat);
    for (const path of ['', `/${mail!.id}`, `/${mail!.id}/html`])
      expect((await other.get(`/mailbox${path}`)).status).toBe(403);
  });

  it('shows what a title says as text, never as part of the page', async () => {
    await test.get(UnitOfWork).run((manager) =>
      manager.insert(MailboxMail, {
        id: '0192f3a4-5b6c-7d8e-9f00-112233445566',
        messageId: 'x',
        recipient: 'a@example.org',
        subject: '<script>alert(1)</script>',
        text: 'see http://a.example/"><script>alert(2)</script>',
        html: '<p>x</p>',
        at: test.clock.now(),
      }),
    );
    const administrator = await browserOf(test, await newAdministrator(test));
    const pages = [
      await administrator.get('/mailbox'),
      await administrator.get('/mailbox/0192f3a4-5b6c-7d8e-9f00-112233445566'),
    ];
    for (const { body } of pages) expect(body).not.toContain('<script>alert');
  });
});
