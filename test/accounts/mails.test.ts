import { setTimeout as delay } from 'node:timers/promises';
import type { FindOptionsWhere } from 'typeorm';
import { Account, RoleGrant } from '../../src/accounts/account.entity.js';
import { AuditEvent } from '../../src/platform/database/history.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { LANGUAGES, translator, type TextKey } from '../../src/platform/i18n/i18n.js';
import { MailWriter } from '../../src/platform/mail/mail-writer.js';
import { OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { invited } from '../support/invitation.js';
import { browserOf, newAdministrator, newPerson, type Person, programOf } from '../support/factories.js';
import { newRule, sweepAt } from '../support/reminders.js';
import { makeMembers, newRound, words } from '../support/rounds.js';
import { type Smtp, startSmtp } from '../support/smtp.js';

const HOME = 'rabat';
const PASSWORD_LINK = /\/password\/([A-Za-z0-9_-]+)/;

let smtp: Smtp;
let test: TestApp;
let administrator: Person;
let office: Person;
let elsewhere: Person;
beforeAll(async () => {
  smtp = await startSmtp();
  test = await startApp({ env: { MAIL_URL: smtp.url } });
  administrator = await newAdministrator(test);
  office = await newPerson(test, ['secretariat', HOME]);
  elsewhere = await newPerson(test, ['secretariat', 'puebla']);
});
afterAll(async () => {
  await test.close();
  await smtp.close();
});
afterEach(() => {
  smtp.refuse = () => null;
});

/** Does what the queue would: sends every message that waits. */
async function sendAll() {
  for (const { id } of await messages({ state: 'pending' })) await test.get(Outbox).send(id);
}
const messages = (where: FindOptionsWhere<OutgoingMessage>) =>
  test.get(UnitOfWork).read.find(OutgoingMessage, { where, order: { id: 'ASC' } });

/** The mail is posted after the answer, so that the answer takes as long for an address that nobody has. */
async function askForPassword({ account }: Person): Promise<void> {
  await new Client(test).post('/password', { email: account.email });
  while ((await messages({ kind: 'password', accountId: account.id })).length === 0) await delay(20);
}

/** Refuses what goes to these addresses, and quotes from it, as filters do. */
const refuseTo = (...addresses: string[]) => {
  smtp.refuse = (mail) =>
    addresses.includes(mail.to)
      ? { code: 550, words: `5.7.1 Looks like phishing: ${/http\S+/.exec(mail.text)?.[0]} for ${mail.to}` }
      : null;
};

describe('an invitation that could not be delivered', () => {
  let browser: Client;
  let program: Client;
  const email = 'new.focal.point@example.org';
  const people = async () =>
    (await program.api('GET', `/mechanisms/${HOME}/people`)).json<{
      items: { id: string; person: { email: string }; mail: { error: string; state: string } | null }[];
    }>().items;

  beforeAll(async () => {
    browser = await browserOf(test, office);
    program = await programOf(test, office);
    refuseTo(email);
    await browser.post(
      `/mechanisms/${HOME}/people/invite`,
      invited({
        name: 'Awa Diop',
        email,
        language: 'fr',
        role: 'focal-point',
        state: 'SEN',
        fromDay: '2027-03-01',
      }),
    );
    await sendAll();
  });

  it('stands by the person, in the words of the server, without the secret that it quoted', async () => {
    const page = (await browser.get(`/mechanisms/${HOME}/people`)).body;
    expect(page).toContain('The mail could not be delivered.');
    expect(page).toContain('Looks like phishing');
    const [shown] = (await people()).filter(({ mail }) => mail);
    expect(shown).toMatchObject({ person: { email }, mail: { state: 'failed' } });
    const kept = await messages({ state: 'failed' });
    for (const text of [page, shown!.mail!.error, kept[0]!.error!]) expect(text).not.toMatch(PASSWORD_LINK);
  });

  it('is nobody else’s to see or to send', async () => {
    const { id } = (await people()).find(({ mail }) => mail)!;
    const [message] = await messages({ state: 'failed' });
    const stranger = await programOf(test, elsewhere);
    const asked = [
      await stranger.api('POST', `/mechanisms/${HOME}/people/${id}/mail/retry`),
      await stranger.api('POST', `/mechanisms/puebla/people/${id}/mail/retry`),
      await stranger.api('POST', `/mails/${message!.id}/retry`),
      await stranger.api('GET', '/mails'),
      await program.api('POST', '/mails/retry', {}),
    ];
    expect(asked.map(({ status }) => status)).toEqual([403, 404, 403, 403, 403]);
    expect(await messages({ state: 'pending' })).toEqual([]);
  });

  it('is sent again by one button, and arrives once', async () => {
    smtp.refuse = () => null;
    const { id } = (await people()).find(({ mail }) => mail)!;
    const answer = await browser.submit(`/mechanisms/${HOME}/people/${id}/mail/retry`);
    expect(answer.body).toContain('The mail will be sent again.');
    await sendAll();
    expect(smtp.arrived.filter(({ to }) => to === email).map(({ text }) => PASSWORD_LINK.test(text))).toEqual(
      [true],
    );
    expect((await people()).filter(({ mail }) => mail)).toEqual([]);
    expect((await program.api('POST', `/mechanisms/${HOME}/people/${id}/mail/retry`)).status).toBe(404);
    const [event] = await test.get(UnitOfWork).read.findBy(AuditEvent, { action: 'mail.retry' });
    expect(event).toMatchObject({
      accountId: office.account.id,
      scope: HOME,
      after: { kind: 'role', count: 1 },
    });
    expect((await browser.get(`/history/${HOME}`)).body).toContain('sent a mail again');
  });
});

describe('what a round sends', () => {
  it('stands on its page for the secretariat alone: invitations and reminders', async () => {
    const [senegal, mali] = [
      await newPerson(test, ['focal-point', HOME, 'SEN']),
      await newPerson(test, ['focal-point', HOME, 'MLI']),
    ];
    await makeMembers(test, HOME, ['SEN', 'MLI']);
    const program = await programOf(test, office);
    refuseTo(mali.account.email);
    const questions = [{ kind: 'free', text: words('What is new?') }];
    const fields = { dueDay: '2027-03-16' };
    const id = await newRound(program, HOME, { states: ['SEN', 'MLI'], questions, fields });
    await newRule(test, office, HOME, { kind: 'before-due', days: 7, about: 'rounds' });
    await sendAll();
    await sweepAt(test, '2027-03-09T10:00:00Z');
    await sendAll();

    const manager = await browserOf(test, office);
    const page = (await manager.get(`/rounds/${id}`)).body;
    expect(page).toContain('<h2>Undelivered mail</h2>');
    expect(page).toContain('<h2>Undelivered reminders</h2>');
    expect(page).toContain(mali.account.email);
    expect(page).not.toMatch(/\/answer\/[A-Za-z0-9_-]{20}/);
    for (const other of [senegal, mali])
      expect((await (await browserOf(test, other)).get(`/rounds/${id}`)).body).not.toContain(
        'Undelivered reminders',
      );

    const listed = (await program.api('GET', `/rounds/${id}/mails`)).json<{ items: { id: string }[] }>();
    expect(listed.items).toHaveLength(1);
    const stranger = await programOf(test, elsewhere);
    const retry = `/rounds/${id}/mails/${listed.items[0]!.id}/retry`;
    expect((await stranger.api('GET', `/rounds/${id}/mails`)).status).toBe(404);
    expect((await stranger.api('POST', retry)).status).toBe(404);

    smtp.refuse = () => null;
    expect((await program.api('POST', retry)).status).toBe(204);
    const button = /action="(\/mechanisms\/rabat\/reminders\/deliveries\/[^"]+\/retry)"/.exec(page)![1]!;
    await manager.post(button);
    await sendAll();
    expect(smtp.arrived.filter(({ to }) => to === mali.account.email)).toHaveLength(2);
    expect((await manager.get(`/rounds/${id}`)).body).not.toContain('Undelivered reminders');
  });
});

describe('the administrator’s page of mails', () => {
  let browser: Client;
  let program: Client;
  let gone: Person;
  const failed = async (kind?: string) =>
    (await program.api('GET', `/mails${kind ? `?kind=${kind}` : ''}`)).json<{
      items: { id: string; kind: string; person: { email: string } }[];
      kinds: { kind: string; count: number }[];
    }>();

  beforeAll(async () => {
    browser = await browserOf(test, administrator);
    program = await programOf(test, administrator);
    const people = await Promise.all([1, 2].map(() => newPerson(test, ['partner', HOME, 'IOM'])));
    [gone] = people as [Person];
    refuseTo(...people.map(({ account }) => account.email), 'late@example.org');
    for (const person of people) await askForPassword(person);
    await (
      await browserOf(test, office)
    ).post(
      `/mechanisms/${HOME}/people/invite`,
      invited({
        name: 'Late',
        email: 'late@example.org',
        language: 'en',
        role: 'reader',
        fromDay: '2027-03-01',
      }),
    );
    await sendAll();
  });

  it('shows all that failed, by kind, and nothing that they say', async () => {
    const page = (await browser.get('/mails')).body;
    expect(page).toContain(gone.account.email);
    expect(page).toContain('Link to set a password (2)');
    expect(page).toContain('Looks like phishing');
    expect(page).not.toMatch(PASSWORD_LINK);
    expect((await failed()).kinds).toEqual([
      { kind: 'password', count: 2 },
      { kind: 'role', count: 1 },
    ]);
    expect((await failed('role')).items).toMatchObject([
      { kind: 'role', person: { email: 'late@example.org' } },
    ]);
  });

  it('has all of a kind tried again, and drops with its reason what has nobody or nothing left', async () => {
    smtp.refuse = () => null;
    await test.get(UnitOfWork).run(async (manager) => {
      await manager.update(Account, { id: gone.account.id }, { closedAt: test.clock.now() });
      const { id } = await manager.findOneByOrFail(Account, { email: 'late@example.org' });
      await manager.update(RoleGrant, { accountId: id }, { untilDay: '2027-03-01' });
    });
    const answer = await browser.submit('/mails/retry', {
      state: 'failed',
      kind: 'password',
      confirmed: 'on',
    });
    expect(answer.body).toContain('The mail will be sent again.');
    await sendAll();
    expect((await failed()).kinds).toEqual([{ kind: 'role', count: 1 }]);
    const [left] = (await failed()).items;
    expect((await program.api('POST', `/mails/${left!.id}/retry`)).status).toBe(204);
    await sendAll();
    expect(await failed()).toMatchObject({ items: [], kinds: [] });
    const dropped = (await program.api('GET', '/mails?state=dropped')).json<{ items: object[] }>();
    expect(dropped.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'password', reason: 'recipient' }),
        expect.objectContaining({ kind: 'role', reason: 'subject' }),
      ]),
    );
    expect((await browser.get('/mails?state=dropped')).body).toContain('the account is closed');
    // What is done stays done.
    expect((await program.api('POST', `/mails/${left!.id}/retry`)).status).toBe(404);
  });

  it('shows what waits for long, and why, and hurries it', async () => {
    const person = await newPerson(test);
    smtp.refuse = () => ({ code: 451, words: 'Greylisted, come back later' });
    await askForPassword(person);
    await sendAll();
    expect((await browser.get('/mails?state=waiting')).body).not.toContain(person.account.email);
    test.clock.advance(16 * 60_000);
    const page = (await browser.get('/mails?state=waiting')).body;
    expect(page).toContain(person.account.email);
    expect(page).toContain('Greylisted, come back later');
    smtp.refuse = () => null;
    const again = await program.api('POST', '/mails/retry', { state: 'waiting' });
    expect(again.json()).toEqual({ count: 1 });
    await sendAll();
    expect(smtp.arrived.some(({ to }) => to === person.account.email)).toBe(true);
  });

  it('has a name for every kind of mail, in every language', () => {
    const { names } = test.get(MailWriter);
    expect(names.length).toBeGreaterThan(10);
    const missing = names.flatMap((kind) =>
      LANGUAGES.filter(
        (language) => translator(language)(`mails.kind.${kind}` as TextKey) === `mails.kind.${kind}`,
      ),
    );
    expect(missing).toEqual([]);
  });
});
