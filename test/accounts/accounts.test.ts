import { Account } from '../../src/accounts/account.entity.js';
import { ApiToken, OneTimeLink, Session } from '../../src/accounts/credential.entity.js';
import { Mechanism } from '../../src/mechanisms/mechanism/mechanism.entity.js';
import { PeopleService } from '../../src/accounts/people.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxMail } from '../../src/platform/mail/message.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { PasswordsService } from '../../src/accounts/passwords.service.js';
import { Client } from '../support/client.js';
import { invited as invitedAs } from '../support/invitation.js';
import {
  browserOf,
  givePassword,
  newAccount,
  newAdministrator,
  newPerson,
  PASSWORD,
} from '../support/factories.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
  await test.startQueue();
});
afterAll(() => test.close());

const read = () => test.get(UnitOfWork).read;

/** The latest mail to somebody, once it is there. */
async function mailTo(recipient: string, count = 1): Promise<MailboxMail> {
  for (let tries = 0; tries < 100; tries += 1) {
    const mails = await read().find(MailboxMail, { where: { recipient }, order: { at: 'DESC', id: 'DESC' } });
    if (mails.length >= count) return mails[0]!;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail to ${recipient}`);
}

const linkIn = (text: string) => new URL(/http\S+\/password\/\S+/.exec(text)![0]).pathname;

async function invited(email: string): Promise<{ client: Client; link: string }> {
  const office = await browserOf(test, await newPerson(test, ['secretariat', 'rcm']));
  const sent = await office.post(
    '/mechanisms/rcm/people/invite',
    invitedAs({
      name: 'Ana',
      email,
      language: 'es',
      role: 'focal-point',
      state: 'MEX',
      fromDay: '2027-03-01',
    }),
  );
  expect(sent.status).toBe(303);
  return { client: new Client(test), link: linkIn((await mailTo(email)).text) };
}

describe('an invitation', () => {
  it('leads by its link to a password and a role, once', async () => {
    const { client, link } = await invited('ana@mexico.example');
    expect((await client.get(link)).status).toBe(200);
    expect((await client.get(link)).status).toBe(200); // a scanner that opens it does not use it up
    const weak = await client.post(link, { password: 'short' });
    expect([weak.status, weak.body.includes('at least 12')]).toEqual([422, true]);
    expect((await client.post(link, { password: PASSWORD })).status).toBe(303);
    expect((await client.api('GET', '/account')).json()).toMatchObject({
      email: 'ana@mexico.example',
      roles: [{ role: 'focal-point', scope: 'rcm', subject: 'MEX' }],
    });
    expect((await new Client(test).get(link)).status).toBe(404);
  });

  it('is not a way to rewrite or learn an account that exists', async () => {
    const { account } = await newAccount(test, { email: 'known@example.org', name: 'Real Name' });
    const office = await browserOf(test, await newPerson(test, ['secretariat', 'rcm']));
    await office.post(
      '/mechanisms/rcm/people/invite',
      invitedAs({
        name: 'Other',
        email: ' Known@Example.org ',
        language: 'fr',
        role: 'reader',
        fromDay: '2027-03-01',
      }),
    );
    expect(await read().findOneByOrFail(Account, { id: account.id })).toMatchObject({
      name: 'Real Name',
      language: 'en',
    });
  });
});

describe('signing in', () => {
  it('refuses a wrong pair without telling which half, and keeps the address typed', async () => {
    const { link, client } = await invited('bea@mexico.example');
    await client.post(link, { password: PASSWORD });
    const unknown = await new Client(test).post('/sign-in', {
      email: 'nobody@example.org',
      password: PASSWORD,
    });
    const wrong = await new Client(test).post('/sign-in', {
      email: 'bea@mexico.example',
      password: 'not this one at all',
    });
    expect([unknown.status, wrong.status]).toEqual([422, 422]);
    const errorsOf = (body: string) => /<div class="errors".*?<\/div>/s.exec(body)![0];
    expect(errorsOf(unknown.body)).toBe(errorsOf(wrong.body));
    expect(wrong.body).toContain('bea@mexico.example');
    expect(wrong.body).not.toContain('not this one at all');
    const right = await new Client(test).post('/sign-in', {
      email: 'Bea <BEA@mexico.example>;',
      password: PASSWORD,
      next: '/account',
    });
    expect([right.status, right.headers.location]).toEqual([303, '/account']);
  });

  it('leads only to this site', async () => {
    const { link, client } = await invited('eva@mexico.example');
    await client.post(link, { password: PASSWORD });
    for (const next of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/\\elsewhere.example',
      'javascript:alert(1)',
    ]) {
      const answer = await new Client(test).post('/sign-in', {
        email: 'eva@mexico.example',
        password: PASSWORD,
        next,
      });
      expect(answer.headers.location).toBe('/');
    }
  });

  it('is throttled by account, and opens again after a quarter of an hour', async () => {
    const { link, client } = await invited('carla@mexico.example');
    await client.post(link, { password: PASSWORD });
    const attempt = (password: string) =>
      new Client(test).post('/sign-in', { email: 'carla@mexico.example', password });
    for (let times = 0; times < 10; times += 1) expect((await attempt('wrong wrong wrong')).status).toBe(422);
    const refused = await attempt(PASSWORD);
    expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
    test.clock.advance(16 * 60_000);
    expect((await attempt(PASSWORD)).status).toBe(303);
  });

  it('needs the page’s token', async () => {
    const person = await newPerson(test, ['reader', 'rcm']);
    const browser = await browserOf(test, person);
    const forged = await browser.post('/account', {
      _csrf: 'x',
      name: 'Changed',
      language: 'en',
      zone: 'UTC',
    });
    expect(forged.status).toBe(403);
    const byApi = await new Client(test).api('POST', '/account/tokens', { label: 'x' });
    expect(byApi.status).toBe(401);
    expect((await read().findOneByOrFail(Account, { id: person.account.id })).name).not.toBe('Changed');
  });
});

describe('a session', () => {
  it('is listed and can be ended elsewhere, and only one’s own', async () => {
    const person = await newPerson(test, ['reader', 'rcm']);
    const [here, there] = [await browserOf(test, person), await browserOf(test, person)];
    const other = await browserOf(test, await newPerson(test, ['reader', 'rcm']));
    const id = /\/account\/sessions\/([^/]+)\/end/.exec((await here.get('/account')).body)![1]!;
    await other.post(`/account/sessions/${id}/end`);
    expect((await there.get('/account')).status).toBe(200);
    await here.post(`/account/sessions/${id}/end`);
    expect((await there.get('/account')).status).toBe(303);
    expect((await here.get('/account')).status).toBe(200);
  });

  it('is listed and ended through the API too, in a browser', async () => {
    const person = await newPerson(test, ['reader', 'rcm']);
    const [here, there] = [await browserOf(test, person), await browserOf(test, person)];
    const { items } = (await here.api('GET', '/account/sessions')).json<{
      items: { id: string; current: boolean }[];
    }>();
    expect(items.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = items.find(({ current }) => !current)!;
    expect((await here.api('DELETE', `/account/sessions/${other.id}`)).status).toBe(204);
    expect((await there.get('/account')).status).toBe(303);
  });

  it('ends everywhere but here, or here too', async () => {
    const person = await newPerson(test, ['reader', 'rcm']);
    const stranger = await browserOf(test, await newPerson(test));
    const browsers = await Promise.all([1, 2, 3].map(() => browserOf(test, person)));
    const [here] = browsers as [Client];
    const alive = async () =>
      (await Promise.all(browsers.map((one) => one.get('/account')))).map(({ status }) => status);
    await here.post('/account/sessions/end-others');
    expect(await alive()).toEqual([200, 303, 303]);
    const again = await browserOf(test, person);
    expect((await again.api('POST', '/account/sessions/end-all')).status).toBe(204);
    expect([...(await alive()), (await again.get('/account')).status]).toEqual([303, 303, 303, 303]);
    expect((await stranger.get('/account')).status).toBe(200);
  });

  it('lapses when idle, and ends with a new password', async () => {
    const { client, link } = await invited('dora@mexico.example');
    await client.post(link, { password: PASSWORD });
    const second = new Client(test);
    await second.post('/sign-in', { email: 'dora@mexico.example', password: PASSWORD });
    await client.get('/account');
    const wrong = await client.post('/account/password', {
      current: 'nonsense nonsense',
      password: 'another good one, really',
    });
    expect(wrong.status).toBe(422);
    await client.post('/account/password', {
      current: PASSWORD,
      password: 'another good one, really',
      ends: ['', 'sessions'],
    });
    expect([(await second.get('/account')).status, (await client.get('/account')).status]).toEqual([
      303, 200,
    ]);
    await second.post('/sign-in', { email: 'dora@mexico.example', password: 'another good one, really' });
    test.clock.advance(13 * 3_600_000);
    expect((await second.get('/account')).status).toBe(303);
  });
});

describe('a reset', () => {
  it('answers the same for everybody, mails whoever has an account, once in ten minutes', async () => {
    const { account } = await newAccount(test, { email: 'fay@example.org', passwordHash: 'x' });
    const ask = (email: string) => new Client(test).post('/password', { email });
    const answers = [
      await ask('fay@example.org'),
      await ask('fay@example.org'),
      await ask('nobody@example.org'),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
      Array(3).fill([303, '/sign-in']),
    );
    const mail = await mailTo('fay@example.org');
    expect(await read().countBy(MailboxMail, { recipient: 'fay@example.org' })).toBe(1);
    test.clock.advance(3 * 3_600_000);
    expect((await new Client(test).get(linkIn(mail.text))).status).toBe(404); // past its two hours
    expect(await read().countBy(OneTimeLink, { accountId: account.id })).toBe(1);
  });
});

describe('a key for programs', () => {
  it('is shown once, kept as a hash, works until revoked, and needs no CSRF token', async () => {
    const person = await newPerson(test, ['secretariat', 'rcm']);
    await givePassword(test, person);
    const browser = await browserOf(test, person);
    const made = await browser.post('/account/tokens', {
      label: 'nightly',
      scope: 'write',
      current: PASSWORD,
    });
    const secret = /waymark_[\w-]+/.exec(made.body)![0];
    const rows = await read().findBy(ApiToken, { accountId: person.account.id });
    expect(JSON.stringify(rows)).not.toContain(secret);
    const program = new Client(test, secret);
    expect((await program.api('GET', '/account')).status).toBe(200);
    expect(
      (
        await program.api('POST', '/mechanisms/rcm/plans', {
          title: { original: 'en', texts: { en: 'P' } },
          kind: 'annual',
        })
      ).status,
    ).toBe(201);
    expect((await browser.get('/account/tokens')).body).not.toContain(secret);
    await browser.post(`/account/tokens/${rows[0]!.id}/revoke`, { confirmed: 'on' });
    expect((await program.api('GET', '/account')).status).toBe(401);
  });
});

describe('roles', () => {
  it('hold from their first to their last day, in the mechanism’s zone', async () => {
    await test
      .get(UnitOfWork)
      .run((manager) => manager.update(Mechanism, { id: 'bali' }, { zone: 'Pacific/Auckland' }));
    const { account } = await newAccount(test, { zone: 'America/Lima' }, [
      ['reader', 'bali', undefined, '2027-03-20'],
    ]);
    const person = { account, actor: null as never };
    // 23:59 on the 20th in Auckland, then past midnight there.
    test.clock.moveTo(new Date('2027-03-20T10:59:00Z'));
    const browser = await browserOf(test, person);
    expect((await browser.get('/progress')).status).toBe(200);
    test.clock.moveTo(new Date('2027-03-20T11:01:00Z'));
    expect((await browser.get('/progress')).status).toBe(403);
  });

  it('of an administrator set up and do not read', async () => {
    const browser = await browserOf(test, await newAdministrator(test));
    expect((await browser.get('/mechanisms/rcm/people')).status).toBe(200);
    expect((await browser.get('/progress')).status).toBe(403);
    expect((await browser.get('/mailbox')).status).toBe(200);
  });

  it('of a secretariat end at its own mechanism', async () => {
    const browser = await browserOf(test, await newPerson(test, ['secretariat', 'rcm']));
    expect([403, 404]).toContain((await browser.get('/mechanisms/khartoum/people')).status);
    expect((await browser.get('/mailbox')).status).toBe(403);
  });

  it('are made for the first administrator by a command, once for an address', async () => {
    const people = test.get(PeopleService);
    expect(await people.createAdministrator('Root', 'root@example.org')).toMatchObject({
      administrator: true,
    });
    const { id } = (await people.find({ email: 'root@example.org' }))!;
    const browser = new Client(test);
    await browser.get('/language/es?next=/sign-in');
    const secret = await test.get(PasswordsService).makeLink(id, 'invitation');
    await browser.post(`/password/${secret}`, { password: 'two lakes, a lamp, no door' });
    expect((await people.find({ email: 'root@example.org' }))!.language).toBe('es');
    await expect(people.createAdministrator('Root', 'root@example.org')).rejects.toMatchObject({
      fields: { email: { key: 'error.emailTaken' } },
    });
  });
});

it('stores no session secret', async () => {
  const { secretHash } = (await read().find(Session, { take: 1 }))[0]!;
  expect(secretHash).toMatch(/^[0-9a-f]{64}$/);
});

it('keeps the language that somebody signed in chooses at the top, for the next browser and for mails', async () => {
  const person = await newPerson(test, ['reader', 'rcm']);
  const browser = await browserOf(test, person);
  expect((await browser.get('/mechanisms')).body).toMatch(
    /<form method="post" action="\/language">.*Español/s,
  );
  const done = await browser.submit('/language', { language: 'es', next: '/mechanisms' });
  expect(done.body).toContain('<html lang="es"');
  expect((await (await browserOf(test, person)).get('/mechanisms')).body).toContain('<html lang="es"');
  // Of a visitor there is only the browser to keep it.
  const visitor = new Client(test);
  expect((await visitor.get('/help')).body).toContain('href="/language/es?');
  await visitor.submit('/language', { language: 'es', next: '/help' });
  const { language } = (await test.get(PeopleService).find({ email: person.account.email }))!;
  expect(language).toBe('es');
});
