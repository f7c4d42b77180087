import { Account } from '../../../src/accounts/account.entity.js';
import { PasswordsService } from '../../../src/accounts/passwords.service.js';
import {
  AuthenticatorApp,
  PendingSignIn,
  RecoveryCode,
} from '../../../src/accounts/second-factor/second-factor.entity.js';
import { AuditEvent } from '../../../src/platform/database/history.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newAdministrator, programOf } from '../../support/factories.js';
import { routesOf } from '../../support/routes.js';
import {
  afterPassword,
  codeOf,
  codesIn,
  FACTORS,
  keyIn,
  mailsTo,
  newSigner,
  PASSWORD,
  setUpApp,
  STEP_MS,
  withApp,
} from '../../support/second-factor.js';
import { withoutTokens } from '../../support/tokens.js';

const MINUTE = 60_000;
const STEP = '/sign-in/second-step';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
  await test.startQueue();
});
afterAll(() => test.close());

const { run, read } = {
  run: (...work: Parameters<UnitOfWork['run']>) => test.get(UnitOfWork).run(...work),
  read: () => test.get(UnitOfWork).read,
};
const isIn = async (client: Client) => (await client.get('/account')).status === 200;

describe('an authenticator app', () => {
  it('holds once a code of it was given, and is asked from then on', async () => {
    const person = await newSigner(test);
    const browser = await browserOf(test, person);
    await browser.post(`${FACTORS}/app`);
    const shown = await browser.get(`${FACTORS}/app`);
    expect(shown.body).toContain('autocomplete="one-time-code"');
    expect(shown.body).toContain('src="data:image/svg+xml,');
    const key = keyIn(shown.body);
    const wrong = await browser.post(`${FACTORS}/app/confirm`, { code: codeOf(test, key, 5) });
    expect([wrong.status, keyIn(wrong.body)]).toEqual([422, key]);
    // Not yet: the password is enough.
    const alone = await new Client(test).post('/sign-in', {
      email: person.account.email,
      password: PASSWORD,
    });
    expect(alone.headers.location).toBe('/');
    const code = codeOf(test, key);
    const confirmed = await browser.post(`${FACTORS}/app/confirm`, {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(codesIn(confirmed.body)).toHaveLength(10);
    test.clock.advance(STEP_MS);
    const client = await afterPassword(test, person, '/framework');
    const entered = await client.post(STEP, { code: codeOf(test, key) });
    expect([entered.status, entered.headers.location, await isIn(client)]).toEqual([303, '/framework', true]);
  });

  it('ends the sessions that were opened without it, and tells the person', async () => {
    const person = await newSigner(test);
    const [here, there] = [await browserOf(test, person), await browserOf(test, person)];
    await setUpApp(test, here);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    const [mail] = await mailsTo(test, person, 1);
    expect(mail).toMatchObject({ subject: 'An authenticator app was set up' });
    expect(mail!.text).toContain('change your password now');
  });

  it('takes the codes of now, before and after, each once, in any digits', async () => {
    const { person, key } = await withApp(test);
    const attempt = async (steps: number, write = (code: string) => code) =>
      (await (await afterPassword(test, person)).post(STEP, { code: write(codeOf(test, key, steps)) }))
        .status;
    const arabic = (code: string) =>
      code.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
    expect(await attempt(-2)).toBe(422);
    expect(await attempt(2)).toBe(422);
    expect(await attempt(-1)).toBe(303);
    expect(await attempt(-1)).toBe(422);
    expect(await attempt(0, arabic)).toBe(303);
    // The one before is older than the one that was used.
    expect(await attempt(-1)).toBe(422);
    expect(await attempt(1)).toBe(303);
    expect(await attempt(0)).toBe(422);
  });

  it('lets one in of two who send the same code at once', async () => {
    const { person, key } = await withApp(test);
    const clients = await Promise.all([1, 2, 3].map(() => afterPassword(test, person)));
    const code = codeOf(test, key);
    const answers = await Promise.all(clients.map((client) => client.post(STEP, { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  });

  it('is kept encrypted, and its row opens no other account', async () => {
    const [mine, other] = [await withApp(test), await withApp(test)];
    const [row] = await read().findBy(AuthenticatorApp, { accountId: mine.person.account.id });
    const kept = Buffer.from(row!.secret, 'base64url').toString('latin1');
    expect(row!.secret + kept).not.toContain(mine.key);
    await run((manager) =>
      manager.update(AuthenticatorApp, { accountId: other.person.account.id }, { secret: row!.secret }),
    );
    const client = await afterPassword(test, other.person);
    expect((await client.post(STEP, { code: codeOf(test, mine.key) })).status).toBe(422);
  });

  it('shows its key to no other session of the person, and not for long', async () => {
    const person = await newSigner(test);
    const [here, there] = [await browserOf(test, person), await browserOf(test, person)];
    await here.post(`${FACTORS}/app`);
    expect((await there.get(`${FACTORS}/app`)).body).not.toContain('class="secret"');
    const key = keyIn((await here.get(`${FACTORS}/app`)).body);
    expect((await there.post(`${FACTORS}/app/confirm`, { code: codeOf(test, key) })).status).toBe(303);
    test.clock.advance(11 * MINUTE);
    const later = await here.get(`${FACTORS}/app`);
    expect(withoutTokens(later.body)).not.toContain(key.slice(0, 4));
    await here.post(`${FACTORS}/app/confirm`, { code: codeOf(test, key) });
    expect((await read().findOneByOrFail(Account, { id: person.account.id })).secondFactorSince).toBeNull();
  });

  it('goes on working until another one is confirmed in its place', async () => {
    const { person, browser, key } = await withApp(test);
    await browser.post(`${FACTORS}/app`);
    expect((await (await afterPassword(test, person)).post(STEP, { code: codeOf(test, key) })).status).toBe(
      303,
    );
    const next = keyIn((await browser.get(`${FACTORS}/app`)).body);
    await browser.post(`${FACTORS}/app/confirm`, { code: codeOf(test, next) });
    test.clock.advance(2 * STEP_MS);
    expect((await (await afterPassword(test, person)).post(STEP, { code: codeOf(test, key) })).status).toBe(
      422,
    );
    expect((await (await afterPassword(test, person)).post(STEP, { code: codeOf(test, next) })).status).toBe(
      303,
    );
  });
});

describe('between the two steps', () => {
  it('nothing is open', async () => {
    const { person } = await withApp(test, ['secretariat', 'rcm']);
    const client = await afterPassword(test, person);
    for (const { method, path } of routesOf(test).filter(({ access }) => access !== 'anyone')) {
      const address = path.replaceAll(':mechanismId', 'rcm').replace(/:\w+/g, person.account.id);
      const answer = path.startsWith('/api/v1')
        ? await client.api(method, address.slice('/api/v1'.length))
        : method === 'GET'
          ? await client.get(address)
          : await client.post(address);
      const kept = [401, 403].includes(answer.status) || answer.headers.location?.startsWith('/sign-in');
      expect({ path, kept }).toEqual({ path, kept: true });
    }
  });

  it('it lapses, and belongs to one browser', async () => {
    const { person, key } = await withApp(test);
    const client = await afterPassword(test, person);
    const stranger = new Client(test);
    const elsewhere = await stranger.post(STEP, { code: codeOf(test, key) });
    expect([elsewhere.headers.location, await isIn(stranger)]).toEqual(['/sign-in', false]);
    test.clock.advance(11 * MINUTE);
    const late = await client.post(STEP, { code: codeOf(test, key) });
    expect([late.headers.location, await isIn(client)]).toEqual(['/sign-in', false]);
    expect(JSON.stringify(await read().find(PendingSignIn))).not.toContain(PASSWORD);
  });

  it('it ends with a new password', async () => {
    const { person, browser, key } = await withApp(test);
    const stranger = await afterPassword(test, person);
    const change = { current: PASSWORD, password: 'two lakes, a lamp, no door' };
    expect((await browser.post('/account/password', change)).status).toBe(303);
    const late = await stranger.post(STEP, { code: codeOf(test, key) });
    expect([late.headers.location, await isIn(stranger)]).toEqual(['/sign-in', false]);
  });

  it('a link from a mail leads to the second step as the password does', async () => {
    const { person, key } = await withApp(test);
    const client = new Client(test);
    const secret = await test.get(PasswordsService).makeLink(person.account.id, 'password-reset');
    await client.get(`/password/${secret}`);
    const set = await client.post(`/password/${secret}`, { password: 'two lakes, a lamp, no door' });
    expect([set.headers.location, await isIn(client)]).toEqual([STEP, false]);
    await client.get(STEP);
    await client.post(STEP, { code: codeOf(test, key) });
    expect(await isIn(client)).toBe(true);
  });

  it('codes are tried ten times in a quarter of an hour, also all at once; the person is told', async () => {
    const { person, key, codes } = await withApp(test);
    const client = await afterPassword(test, person);
    const guesses = Array.from({ length: 14 }, (_, index) =>
      index % 2 ? client.post(STEP, { code: '000000' }) : client.post(`${STEP}/recovery`, { code: 'AAAA' }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    expect((await client.post(STEP, { code: codeOf(test, key) })).status).toBe(429);
    // Signing in anew with the password does not give more of them.
    const again = await afterPassword(test, person);
    expect((await again.post(`${STEP}/recovery`, { code: codes[0]! })).status).toBe(429);
    const mails = await mailsTo(test, person, 2);
    expect(mails.filter(({ subject }) => subject === 'Somebody knows your password')).toHaveLength(1);
    test.clock.advance(16 * MINUTE);
    const later = await afterPassword(test, person);
    expect((await later.post(STEP, { code: codeOf(test, key) })).status).toBe(303);
  });

  it('codes are tried fifty times in a day, or until the password is another one', async () => {
    const { person, key } = await withApp(test);
    const { id } = person.account;
    for (let times = 0; times < 5; times += 1) {
      const client = await afterPassword(test, person);
      for (let tries = 0; tries < 10; tries += 1)
        expect((await client.post(STEP, { code: '000000' })).status).toBe(422);
      test.clock.advance(16 * MINUTE);
    }
    const stranger = await afterPassword(test, person);
    expect((await stranger.post(STEP, { code: codeOf(test, key) })).status).toBe(429);
    const link = await test.get(PasswordsService).makeLink(id, 'password-reset');
    const client = new Client(test);
    await client.post(`/password/${link}`, { password: 'another good one, really' });
    expect((await client.post(STEP, { code: codeOf(test, key) })).status).toBe(303);
  });

  it('a browser that signed in before is not locked out by a stranger who knows the password', async () => {
    const { person, key } = await withApp(test);
    const known = await afterPassword(test, person);
    await known.post(STEP, { code: codeOf(test, key) });
    await known.get('/account');
    await known.post('/sign-out');
    const stranger = await afterPassword(test, person);
    for (let times = 0; times < 11; times += 1) await stranger.post(STEP, { code: '000000' });
    test.clock.advance(STEP_MS);
    const { email } = person.account;
    await known.get('/sign-in');
    await known.post('/sign-in', { email, password: PASSWORD });
    await known.get(STEP);
    expect((await known.post(STEP, { code: codeOf(test, key) })).status).toBe(303);
    const other = await afterPassword(test, person);
    test.clock.advance(STEP_MS);
    expect((await other.post(STEP, { code: codeOf(test, key) })).status).toBe(429);
  });
});

describe('a recovery code', () => {
  it('opens once, in whatever way it is typed, and the person is told', async () => {
    const { person, codes } = await withApp(test);
    const client = await afterPassword(test, person);
    const typed = ` ${codes[0]!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    expect((await client.post(`${STEP}/recovery`, { code: typed })).status).toBe(303);
    expect((await client.get(FACTORS)).body).toContain('You have 9 recovery codes left');
    const again = await afterPassword(test, person);
    expect((await again.post(`${STEP}/recovery`, { code: codes[0]! })).status).toBe(422);
    const mails = await mailsTo(test, person, 2);
    expect(mails.map(({ subject }) => subject)).toContain('A recovery code was used');
  });

  it('opens no other account, and is kept as a hash', async () => {
    const [mine, other] = [await withApp(test), await withApp(test)];
    const client = await afterPassword(test, other.person);
    expect((await client.post(`${STEP}/recovery`, { code: mine.codes[0]! })).status).toBe(422);
    const rows = JSON.stringify(await read().findBy(RecoveryCode, { accountId: mine.person.account.id }));
    for (const code of mine.codes) {
      expect(rows).not.toContain(code);
      expect(rows).not.toContain(code.replaceAll('-', ''));
    }
  });

  it('is shown once; new ones end those before', async () => {
    const { person, browser, codes } = await withApp(test);
    expect(codesIn((await browser.get(`${FACTORS}/recovery-codes`)).body)).toEqual([]);
    const renewed = codesIn((await browser.post(`${FACTORS}/recovery-codes`)).body);
    expect(new Set([...renewed, ...codes]).size).toBe(20);
    const client = await afterPassword(test, person);
    expect((await client.post(`${STEP}/recovery`, { code: codes[3]! })).status).toBe(422);
    expect((await client.post(`${STEP}/recovery`, { code: renewed[3]! })).status).toBe(303);
  });
});

describe('what somebody signs in with', () => {
  it('is changed with the password typed again, a while after signing in, and not by trying', async () => {
    const { person, browser } = await withApp(test);
    test.clock.advance(11 * MINUTE);
    expect((await browser.get(`${FACTORS}/app/remove`)).body).toContain('autocomplete="current-password"');
    for (const path of ['app', 'app/remove', 'recovery-codes'])
      expect((await browser.post(`${FACTORS}/${path}`)).status).toBe(422);
    for (let times = 0; times < 10; times += 1)
      expect((await browser.post(`${FACTORS}/app/remove`, { current: 'wrong, wrong' })).status).toBe(422);
    expect((await browser.post(`${FACTORS}/app/remove`, { current: PASSWORD })).status).toBe(429);
    test.clock.advance(16 * MINUTE);
    expect((await browser.post(`${FACTORS}/app/remove`, { current: PASSWORD })).status).toBe(303);
    // Nothing is left of it: the password is enough, and the codes open nothing.
    const alone = await new Client(test).post('/sign-in', {
      email: person.account.email,
      password: PASSWORD,
    });
    expect(alone.headers.location).toBe('/');
    expect(await read().countBy(RecoveryCode, { accountId: person.account.id })).toBe(0);
    const mails = await mailsTo(test, person, 2);
    expect(mails.map(({ subject }) => subject)).toContain('The authenticator app was removed');
  });

  it('is nothing that a key reads or changes', async () => {
    const { person, key } = await withApp(test);
    const program = await programOf(test, person);
    const routes = routesOf(test).filter(({ path }) => path.startsWith('/api/v1/account/second-factor'));
    expect(routes.length).toBeGreaterThan(7);
    for (const { method, path } of routes) {
      const address = path.slice('/api/v1'.length).replace(':id', person.account.id);
      const body = { current: PASSWORD, code: codeOf(test, key), label: 'x', response: '{}' };
      const answer = await program.api(method, address, method === 'GET' ? undefined : body);
      expect({ path, status: answer.status }).toEqual({ path, status: 403 });
    }
  });

  it('is set up by the JSON API of a session as by the pages', async () => {
    const browser = await browserOf(test, await newSigner(test));
    const { key } = (await browser.api('POST', '/account/second-factor/app', {})).json<{ key: string }>();
    const confirm = (code: string) => browser.api('POST', '/account/second-factor/app/confirm', { code });
    const wrong = await confirm('12345');
    expect([wrong.status, wrong.json()]).toMatchObject([
      422,
      { errors: { code: expect.any(String) as string } },
    ]);
    const confirmed = (await confirm(codeOf(test, key))).json<{ recoveryCodes: string[] }>();
    expect(confirmed.recoveryCodes).toHaveLength(10);
    const shown = await browser.api('GET', '/account/second-factor');
    expect(shown.json()).toMatchObject({ recoveryCodesLeft: 10, passkeys: [] });
    expect(shown.body).not.toContain(key);
  });

  it('is taken away by an administrator who says how they made sure, and the person is told', async () => {
    const { person, browser } = await withApp(test, ['secretariat', 'rcm']);
    const root = await newAdministrator(test);
    const administration = await browserOf(test, root);
    const address = `/accounts/${person.account.id}/second-factor`;
    expect((await browser.get(address)).status).toBe(403);
    expect((await browser.post(address, { reason: 'me' })).status).toBe(403);
    expect((await administration.post(address, { reason: '' })).status).toBe(422);
    const own = await administration.post(`/accounts/${root.account.id}/second-factor`, { reason: 'x' });
    expect(own.status).toBe(403);
    const program = await programOf(test, root);
    const byKey = await program.api('POST', `${address}/reset`, { reason: 'x' });
    expect([byKey.status, await isIn(browser)]).toEqual([403, true]);
    const reason = 'Called back at the ministry';
    expect((await administration.post(address, { reason })).status).toBe(303);
    expect(await isIn(browser)).toBe(false);
    const alone = await new Client(test).post('/sign-in', {
      email: person.account.email,
      password: PASSWORD,
    });
    expect(alone.headers.location).toBe('/');
    const where = { action: 'secondFactor.reset', subjectId: person.account.id };
    expect(await read().findOneByOrFail(AuditEvent, where)).toMatchObject({ after: { reason } });
    const mails = await mailsTo(test, person, 2);
    expect(mails.at(-1)!.text).toContain('An administrator removed the authenticator app');
    test.clock.advance(11 * MINUTE);
    expect((await administration.post(address, { reason })).status).toBe(422);
  });
});
