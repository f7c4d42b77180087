import { jest } from '@jest/globals';
import fc from 'fast-check';
import { Account } from '../../src/accounts/account.entity.js';
import { KnownDevice, Session } from '../../src/accounts/credential.entity.js';
import { networkOf } from '../../src/accounts/sign-in/client-address.js';
import { attemptKey, countAttempt, takeBack } from '../../src/accounts/sign-in/sign-in-throttle.js';
import { PasswordsService } from '../../src/accounts/passwords.service.js';
import { CalendarFeed } from '../../src/meetings/calendar/calendar-feed.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import {
  browserOf,
  givePassword,
  keyOf,
  newAccount,
  newPerson,
  PASSWORD,
  type Person,
} from '../support/factories.js';

let test: TestApp;
beforeAll(async () => {
  // The tests are the web server in front: what they say of a visitor's address is taken.
  test = await startApp({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
  await test.startQueue();
});
afterAll(() => test.close());

const read = () => test.get(UnitOfWork).read;
const NEXT = 'another good one, really';
const QUARTER = 16 * 60_000;

async function withPassword(...roles: Parameters<typeof newPerson>[1][]): Promise<Person> {
  const person = await newPerson(test, ...roles);
  await givePassword(test, person);
  return person;
}

let hosts = 0;
const someAddress = () => `198.51.${100 + Math.floor(hosts / 250)}.${1 + (hosts++ % 250)}`;

/** Signs in, from an address of its own unless one is given. */
async function signIn(client: Client, person: Person, password: string, from = someAddress()) {
  await client.get('/sign-in');
  return client.post('/sign-in', { email: person.account.email, password }, { 'x-forwarded-for': from });
}
async function signOut(client: Client) {
  await client.get('/account');
  await client.post('/sign-out');
}
const stranger = () => new Client(test);

/** Makes as many attempts from an address as are allowed. */
async function useUp(app: TestApp, address: string): Promise<void> {
  const key = attemptKey('address', networkOf(address));
  for (let times = 0; times < 100; times += 1)
    await countAttempt(app.get(UnitOfWork), [key], app.clock.now());
}

describe('too many attempts', () => {
  it('by strangers lock out no browser that signed in before', async () => {
    const person = await withPassword();
    const known = new Client(test);
    expect((await signIn(known, person, PASSWORD)).status).toBe(303);
    await signOut(known);
    for (let times = 0; times < 10; times += 1)
      expect((await signIn(stranger(), person, 'a guess of mine')).status).toBe(422);
    expect((await signIn(stranger(), person, PASSWORD)).status).toBe(429);
    expect((await signIn(known, person, PASSWORD)).status).toBe(303);
  });

  it('by a browser that signed in before are limited by themselves, and leave strangers theirs', async () => {
    const person = await withPassword();
    const known = new Client(test);
    await signIn(known, person, PASSWORD);
    await signOut(known);
    for (let times = 0; times < 10; times += 1)
      expect((await signIn(known, person, 'a guess of mine')).status).toBe(422);
    const refused = await signIn(known, person, PASSWORD);
    expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await signIn(stranger(), person, PASSWORD)).status).toBe(303);
    test.clock.advance(QUARTER);
    expect((await signIn(known, person, PASSWORD)).status).toBe(303);
  });

  it('are not forgiven for a device of another account, or one that is made up', async () => {
    const [person, other] = [await withPassword(), await withPassword()];
    const elsewhere = new Client(test);
    await signIn(elsewhere, other, PASSWORD);
    await signOut(elsewhere);
    for (let times = 0; times < 10; times += 1) await signIn(stranger(), person, 'a guess of mine');
    expect((await signIn(elsewhere, person, PASSWORD)).status).toBe(429);
    const inventing = new Client(test);
    cookiesOf(inventing).set('waymark_device', 'x'.repeat(43));
    expect((await signIn(inventing, person, PASSWORD)).status).toBe(429);
  });

  it('from one network end there: a /64 of IPv6, an address of IPv4 however it is written', async () => {
    const attempt = async (from: string) =>
      (await signIn(stranger(), await withPassword(), 'a guess', from)).status;
    await useUp(test, '2001:db8:7:7::1');
    expect(await attempt('2001:db8:7:7:ffff::2')).toBe(429);
    expect(await attempt('2001:db8:7:8::1')).toBe(422);
    await useUp(test, '203.0.113.77');
    expect(await attempt('::ffff:203.0.113.77')).toBe(429);
    expect(await attempt('203.0.113.77')).toBe(429);
    expect(await attempt('203.0.113.78')).toBe(422);
    const person = await withPassword();
    const known = new Client(test);
    await signIn(known, person, PASSWORD);
    await signOut(known);
    expect((await signIn(known, person, PASSWORD, '203.0.113.77')).status).toBe(303);
  });

  it('are counted while others at the same moment are taken back', async () => {
    const unitOfWork = test.get(UnitOfWork);
    const keys = [attemptKey('step', 'an account'), attemptKey('address', networkOf(someAddress()))];
    // As many as are allowed at once, over and over.
    const attempts = Array.from({ length: 10 }, async () => {
      for (let times = 0; times < 10; times += 1) {
        await countAttempt(unitOfWork, keys, test.clock.now());
        await unitOfWork.run((manager) => takeBack(manager, keys));
      }
    });
    expect((await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected')).toEqual([]);
  });

  it('are counted by network, for any address', () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.ipV6(), (one, other) => {
        const group = /^(.*)\/64$/.exec(networkOf(one))?.[1];
        if (group === undefined) return;
        expect(networkOf(group)).toBe(networkOf(one));
        expect(networkOf(`${group.replace(/::$/, '')}::1`.replace(/^::::/, '::'))).toBe(networkOf(one));
        if (networkOf(other) !== networkOf(one)) expect(other).not.toBe(one);
      }),
    );
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(networkOf(`::ffff:${address}`)).toBe(address);
        expect(networkOf(address)).toBe(address);
      }),
    );
    expect(networkOf('fe80::1%eth0')).toBe('fe80::/64');
  });

  it('count what the web server in front says, and never what a visitor writes', async () => {
    const direct = await startApp();
    try {
      await useUp(direct, '127.0.0.1');
      const attempt = { email: 'from@example.org', password: 'a guess' };
      const said = { 'x-forwarded-for': someAddress() };
      expect((await new Client(direct).post('/sign-in', attempt, said)).status).toBe(429);
    } finally {
      await direct.close();
    }
  });
});

describe('a device', () => {
  it('is kept as a hash, and gets another secret at each sign-in, for all its accounts', async () => {
    const [one, two] = [await withPassword(), await withPassword()];
    const client = new Client(test);
    await signIn(client, one, PASSWORD);
    const first = cookiesOf(client).get('waymark_device')!;
    await signOut(client);
    await signIn(client, two, PASSWORD);
    const second = cookiesOf(client).get('waymark_device')!;
    expect(second).not.toBe(first);
    const rows = await read().find(KnownDevice);
    expect(JSON.stringify(rows)).not.toContain(second);
    const own = rows.filter(({ accountId }) => [one.account.id, two.account.id].includes(accountId));
    expect(new Set(own.map(({ secretHash }) => secretHash)).size).toBe(1);
    expect(own).toHaveLength(2);
  });

  it('is set for this site alone, out of reach of scripts', async () => {
    const person = await withPassword();
    const page = await fetch(`${test.url}/sign-in`);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())![1]!;
    const answer = await fetch(`${test.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: page.headers.getSetCookie()[0]!.split(';')[0]!,
        origin: 'http://waymark.test',
      },
      body: new URLSearchParams({ _csrf: csrf, email: person.account.email, password: PASSWORD }),
    });
    const cookie = answer.headers.getSetCookie().find((line) => line.includes('waymark_device='))!;
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=31536000'])
      expect(cookie).toContain(part);
  });
});

describe('a change of password', () => {
  it('ends what was ticked and nothing else, and tells the person', async () => {
    const kinds = ['sessions', 'keys', 'calendars'] as const;
    await fc.assert(
      fc.asyncProperty(fc.subarray([...kinds]), async (ends) => {
        const person = await withPassword(['reader', 'rcm']);
        const [here, there] = [await browserOf(test, person), await browserOf(test, person)];
        const key = new Client(test, await keyOf(test, person));
        await here.post('/account/calendars', { mechanismId: 'rcm' });
        const changed = await here.post('/account/password', {
          current: PASSWORD,
          password: NEXT,
          ends: ['', ...ends],
        });
        expect([changed.status, changed.headers.location]).toEqual([303, '/account']);
        expect((await here.get('/account')).status).toBe(200);
        const left = {
          sessions: (await there.get('/account')).status === 200,
          keys: (await key.api('GET', '/account')).status === 200,
          calendars:
            (await read().findOneByOrFail(CalendarFeed, { accountId: person.account.id })).revokedAt === null,
        };
        for (const kind of kinds)
          expect({ kind, left: left[kind] }).toEqual({ kind, left: !ends.includes(kind) });
        const mails = await mailsTo(person);
        expect(mails.map(({ subject }) => subject)).toEqual(['Your password was changed']);
      }),
      { examples: [[[]], [[...kinds]]], numRuns: 5 },
    );
  });

  it('has the sessions ticked before one says anything, and gives this browser a new one', async () => {
    const person = await withPassword();
    const [here, there] = [await browserOf(test, person), await browserOf(test, person)];
    expect((await here.get('/account')).body).toMatch(/name="ends" value="sessions" checked/);
    const former = (await read().findBy(Session, { accountId: person.account.id })).map(({ id }) => id);
    const answer = await here.api('POST', '/account/password', { current: PASSWORD, password: NEXT });
    expect(answer.status).toBe(204);
    expect((await there.get('/account')).status).toBe(303);
    const now = await read().findBy(Session, { accountId: person.account.id });
    expect(now).toHaveLength(1);
    expect(former).not.toContain(now[0]!.id);
    expect((await here.get('/account')).status).toBe(200);
  });

  it('is limited like signing in, and not by who tries to sign in', async () => {
    const person = await withPassword();
    const browser = await browserOf(test, person);
    const change = (current: string) => browser.post('/account/password', { current, password: NEXT });
    for (let times = 0; times < 10; times += 1) await signIn(stranger(), person, 'a guess of mine');
    for (let times = 0; times < 10; times += 1) expect((await change('a guess of mine')).status).toBe(422);
    expect((await change(PASSWORD)).status).toBe(429);
    const program = new Client(test, await keyOf(test, person));
    expect(
      (await program.api('POST', '/account/password', { current: PASSWORD, password: NEXT })).status,
    ).toBe(403);
    test.clock.advance(QUARTER);
    expect((await change(PASSWORD)).status).toBe(303);
  });

  it('by mail ends every session, whatever is ticked, and keys if they are', async () => {
    for (const ends of [[''], ['', 'keys']]) {
      const person = await withPassword();
      const browser = await browserOf(test, person);
      const key = await keyOf(test, person);
      const secret = await test.get(PasswordsService).makeLink(person.account.id, 'password-reset');
      const client = new Client(test);
      expect((await client.get(`/password/${secret}`)).body).toContain('name="ends" value="keys"');
      expect((await client.post(`/password/${secret}`, { password: NEXT, ends })).status).toBe(303);
      expect((await browser.get('/account')).status).toBe(303);
      expect((await client.get('/account')).status).toBe(200);
      const works = (await new Client(test, key).api('GET', '/account')).status === 200;
      expect(works).toBe(!ends.includes('keys'));
      expect((await mailsTo(person)).map(({ subject }) => subject)).toEqual(['Your password was changed']);
    }
  });
});

describe('a password', () => {
  const set = async (password: string, owner: Partial<Account> = {}) => {
    const { account } = await newAccount(test, owner);
    const secret = await test.get(PasswordsService).makeLink(account.id, 'invitation');
    return (await new Client(test).post(`/password/${secret}`, { password })).status;
  };

  it('is none of those that are tried first, nor one with something around it', async () => {
    for (const password of [
      'unbelievable',
      'Password2027!',
      '!!!!sunshine1234',
      'dragondragondragon',
      'qwertyuiop12',
      'Waymark-2027!',
      'waymarkwaymark',
      '1234567890123456',
      'aaaaaaaaaaaaaaaa',
    ])
      expect({ password, status: await set(password) }).toEqual({ password, status: 422 });
  });

  it('is not its owner’s name or address', async () => {
    const name = 'Maribel Oaxaca';
    for (const [index, own] of [
      'Maribel Oaxaca',
      'maribeloaxaca99',
      'oaxaca123456',
      '',
      'exteriores2027',
    ].entries()) {
      const email = `mx@exteriores.x${index}.example`;
      const password = own || email;
      expect({ password, status: await set(password, { name, email }) }).toEqual({ password, status: 422 });
    }
  });

  it('may be of any characters, up to 256 of them', async () => {
    for (const password of [
      'nine words of which nobody thinks first',
      'كلمات لا صلة بينها أبداً',
      '十二个毫不相关的词语组成的密码',
      '🐘🧭🪑 under the 🌧️ bridge',
      '  a space at either end  ',
      'xK'
        .repeat(64)
        .split('')
        .map((letter, index) => letter + String(index % 7))
        .join('')
        .slice(0, 128),
      `${'a river, a stone. '.repeat(14)}end`,
    ])
      expect({ password, status: await set(password) }).toEqual({ password, status: 303 });
    expect(await set('long '.repeat(60))).toBe(422);
  });
});

describe('asking for a reset', () => {
  const ask = (email: string, from = someAddress()) =>
    new Client(test).post('/password', { email }, { 'x-forwarded-for': from });

  it('is answered before the account is looked for', async () => {
    const person = await withPassword();
    const passwords = test.get(PasswordsService);
    const request = passwords.requestReset.bind(passwords);
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const asked = jest.spyOn(passwords, 'requestReset').mockImplementation(async (email) => {
      await held;
      await request(email);
    });
    const answers = [await ask(person.account.email), await ask('nobody-at-all@example.org')];
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
      Array(2).fill([303, '/sign-in']),
    );
    const waiting = () => read().countBy(OutgoingMessage, { accountId: person.account.id });
    expect(await waiting()).toBe(0);
    release();
    expect((await mailsTo(person)).map(({ subject }) => subject)).toEqual(['Set your password']);
    asked.mockRestore();
  });

  it('fails for nobody when the mail cannot be posted', async () => {
    const person = await withPassword();
    const post = jest.spyOn(test.get(Outbox), 'post').mockRejectedValue(new Error('the disk is full'));
    expect((await ask(person.account.email)).status).toBe(303);
    await until(() => post.mock.calls.length > 0);
    post.mockRestore();
  });

  it('is limited for an address typed, which has an account or none, and for a client', async () => {
    for (const email of [(await withPassword()).account.email, 'none-such@example.org']) {
      const answers = [];
      for (let times = 0; times < 7; times += 1) answers.push((await ask(email)).status);
      expect(answers).toEqual([303, 303, 303, 303, 303, 429, 429]);
    }
    const from = '192.0.2.200';
    const answers = [];
    for (let times = 0; times < 32; times += 1)
      answers.push((await ask(`n${hosts++}@example.org`, from)).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
  });
});

it('takes as long to refuse an address without an account as one with', async () => {
  const person = await withPassword();
  const closed = await withPassword();
  await test
    .get(UnitOfWork)
    .run((manager) => manager.update(Account, { id: closed.account.id }, { closedAt: test.clock.now() }));
  const fastest: Record<string, number> = {};
  for (let times = 0; times < 8; times += 1) {
    for (const email of [person.account.email, closed.account.email, 'nobody-here@example.org']) {
      const client = new Client(test);
      await client.get('/sign-in');
      const before = performance.now();
      await client.post(
        '/sign-in',
        { email, password: 'a guess of mine' },
        { 'x-forwarded-for': someAddress() },
      );
      fastest[email] = Math.min(fastest[email] ?? Infinity, performance.now() - before);
    }
  }
  const times = Object.values(fastest);
  // Without a hash to compare with, one would take a seventh of the others.
  expect(Math.max(...times) / Math.min(...times)).toBeLessThan(3);
});

it('notes the day of the latest sign-in', async () => {
  const person = await withPassword();
  await signIn(new Client(test), person, PASSWORD);
  const account = await read().findOneByOrFail(Account, { id: person.account.id });
  expect(account.lastSignInDay).toBe(test.clock.now().toISOString().slice(0, 10));
});

const cookiesOf = (client: Client) => (client as unknown as { cookies: Map<string, string> }).cookies;

/** The mails to a person, once there is one. */
async function mailsTo({ account }: Person): Promise<MailboxMail[]> {
  const find = () => read().findBy(MailboxMail, { recipient: account.email });
  await until(async () => (await find()).length > 0);
  return find();
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it does not happen');
}
