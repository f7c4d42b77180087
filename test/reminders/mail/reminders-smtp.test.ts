import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Mechanism } from '../../../src/mechanisms/mechanism/mechanism.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Outbox } from '../../../src/platform/mail/outbox.js';
import { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { DeliveriesService } from '../../../src/reminders/mail/deliveries.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { browserOf, newAccount, newPlan, type Person } from '../../support/factories.js';
import { day, deliveries, messages, newRule, sendAll, sweepAt } from '../../support/reminders.js';

let server: SMTPServer;
let test: TestApp;
let secretariat: Person;
let items: PlanItem[];
let received: ParsedMail[];
/** What the server answers to a recipient, in turn; nothing left means "welcome". */
let refusals: number[];

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      const responseCode = refusals.shift();
      done(responseCode ? Object.assign(new Error(`no, ${responseCode}`), { responseCode }) : undefined);
    },
    onData: (stream, _session, done) =>
      void simpleParser(stream).then((mail) => done(null, void received.push(mail)), done),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  test = await startApp({ env: { MAIL_URL: `smtp://127.0.0.1:${port}` } });
});
beforeEach(async () => {
  [received, refusals] = [[], []];
  await test.startOver();
  ({ secretariat, items } = await newPlan(test, 'rabat', [
    { code: '1', title: 'Améliorer les données', owners: ['all-members'], when: day('2027-03-09') },
    { code: '2', title: 'Second', owners: ['all-members'], when: day('2027-03-09') },
  ]));
  await newAccount(test, { email: 'focal@وزارة.مصر', passwordHash: 'set' }, [
    ['focal-point', 'rabat', 'SEN'],
  ]);
  await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 7 });
});
afterAll(async () => {
  await test.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const log = async () => (await test.get(DeliveriesService).list(secretariat.actor, 'rabat')).items;

it('arrives whole: readable text, stable id, one-click unsubscribe', async () => {
  await sweepAt(test, '2027-03-02T08:00:00Z');
  await sendAll(test);
  const [mail] = received;
  expect(mail!.text).toContain('1 Améliorer les données');
  expect(mail!.html).toContain('<html lang="en" dir="ltr">');
  const [message] = await messages(test);
  expect(mail!.messageId).toBe(`<${message!.messageId}>`);
  const header = (name: string) =>
    mail!.headerLines.find(({ key }) => key === name)?.line.replace(/\s+/g, ' ');
  // A domain of another alphabet goes out in ASCII.
  expect(header('to')).toBe('To: focal@xn--mgbexc3i.xn--wgbh1c');
  expect(header('list-unsubscribe')).toMatch(
    /^List-Unsubscribe: <http:\/\/waymark\.test\/reminders\/wish\/[\w-]{76}>$/,
  );
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(header('auto-submitted')).toBe('Auto-Submitted: auto-generated');
  const { name, email } = secretariat.account;
  expect(header('reply-to')).toBe(`Reply-To: ${name} <${email}>`);
  expect(mail!.text).toContain(`ask its secretariat (${name}). A reply to this mail goes to its secretariat`);
  expect(mail!.text).toMatch(/Waymark is where .* keeps its plan .*\. .*the first mail to it\./);
  expect((await log()).map(({ state, at }) => [state, at])).toEqual(
    Array(2).fill(['sent', test.clock.now()]),
  );
});

it('explains what it is to somebody’s first mail only, and replies go to the shared address once there is one', async () => {
  await sweepAt(test, '2027-03-02T08:00:00Z');
  await sendAll(test);
  await newRule(test, secretariat, 'rabat', { kind: 'before-due', days: 1 });
  await test
    .get(UnitOfWork)
    .run((manager) => manager.update(Mechanism, { id: 'rabat' }, { replyAddress: 'office@rabat.example' }));
  await sweepAt(test, '2027-03-08T08:00:00Z');
  await sendAll(test);
  expect(received.map(({ text }) => text!.includes('Waymark is where'))).toEqual([true, false]);
  expect(received[1]!.replyTo?.value[0]).toMatchObject({ address: 'office@rabat.example' });
});

it('is tried again after a temporary refusal, with what holds then, under the same id', async () => {
  refusals = [451];
  await sweepAt(test, '2027-03-02T08:00:00Z');
  await sendAll(test);
  expect(received).toEqual([]);
  expect((await log())[0]).toMatchObject({
    state: 'retrying',
    at: new Date('2027-03-02T08:01:00Z'),
    error: expect.stringContaining('no, 451'),
  });
  await test
    .get(UnitOfWork)
    .run((manager) => manager.update(PlanItem, { id: items[0]!.id }, { status: 'completed' }));
  test.clock.advance(60_000);
  await sendAll(test);
  expect(received.map(({ subject }) => subject)).toEqual(['2 Second – By 9 March 2027: 7 days left']);
  expect((await log()).map(({ state, reason }) => reason ?? state).sort()).toEqual(['finished', 'sent']);
});

it('is shown to the secretariat when it is refused for good, which may have it tried again', async () => {
  refusals = [550];
  await sweepAt(test, '2027-03-02T08:00:00Z');
  await sendAll(test);
  const browser = await browserOf(test, secretariat);
  const page = (await browser.get('/mechanisms/rabat/reminders')).body;
  expect(page).toContain('no, 550');
  const retry = /action="(\/mechanisms\/rabat\/reminders\/deliveries\/[^"]+\/retry)"/.exec(page)![1]!;
  expect((await browser.submit(retry)).body).toContain('The mail will be sent again.');
  await sendAll(test);
  expect(received).toHaveLength(1);
  expect((await log()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  await browser.submit(retry);
  await sendAll(test);
  expect(received).toHaveLength(1);
});

it('comes out of the queue by itself: a sweep when the worker starts, then the mail, once', async () => {
  test.clock.moveTo(new Date('2027-03-02T08:00:00Z'));
  const queue = await test.startQueue();
  const deadline = Date.now() + 20_000;
  while (received.length === 0 && Date.now() < deadline) {
    await queue.drain();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(received).toHaveLength(1);
  await test.get(Outbox).sweep();
  await queue.drain();
  expect(received).toHaveLength(1);
  expect(await deliveries(test)).toHaveLength(2);
});
