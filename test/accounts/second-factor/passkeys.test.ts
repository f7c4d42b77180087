import { Passkey, PasskeyChallenge } from '../../../src/accounts/second-factor/second-factor.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Authenticator, type Signing } from '../../support/authenticator.js';
import { type Answer, Client } from '../../support/client.js';
import { browserOf, newAdministrator, type Person } from '../../support/factories.js';
import {
  afterPassword,
  codesIn,
  FACTORS,
  mailsTo,
  newSigner,
  PASSWORD,
  setUpApp,
} from '../../support/second-factor.js';

const SITE = { origin: 'http://waymark.localhost', rpId: 'waymark.localhost' };
const MINUTE = 60_000;

let test: TestApp;
beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL: SITE.origin } });
  await test.startQueue();
});
afterAll(() => test.close());

const read = () => test.get(UnitOfWork).read;
const isIn = async (client: Client) => (await client.get('/account')).status === 200;
interface Options {
  challenge: string;
  rp: { id: string };
  user: { id: string };
  allowCredentials?: { id: string }[];
  userVerification?: string;
}

function optionsIn({ body }: Answer): Options {
  const text = /data-options="([^"]+)"/.exec(body)![1]!.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return JSON.parse(text) as Options;
}

async function beginRegistration(browser: Client, password?: string): Promise<Options> {
  return optionsIn(await browser.post(`${FACTORS}/passkeys/new`, { label: 'Phone', current: password }));
}

const register = (browser: Client, response: string) =>
  browser.post(`${FACTORS}/passkeys`, { label: 'Phone', response });

/** Somebody with a password and a passkey. */
async function withPasskey() {
  const person = await newSigner(test);
  const browser = await browserOf(test, person);
  const device = new Authenticator(SITE);
  const made = await register(browser, device.register(await beginRegistration(browser)));
  return { person, browser, device, codes: codesIn(made.body) };
}

/** A browser that asked for a passkey: alone, or after the password. */
async function asking(person?: Person) {
  const client = person ? await afterPassword(test, person) : new Client(test);
  if (!person) await client.get('/sign-in');
  const options = optionsIn(
    await client.post('/sign-in/passkey', person ? {} : { alone: 'on', next: '/framework' }),
  );
  return { client, options };
}

const verify = (client: Client, response: string) => client.post('/sign-in/passkey/verify', { response });

describe('a passkey', () => {
  it('is made, named, listed and removed; the first brings recovery codes, and the person is told', async () => {
    const { person, browser, device, codes } = await withPasskey();
    expect(codes).toHaveLength(10);
    const listed = await browser.get(FACTORS);
    expect(listed.body).toContain('Phone');
    const [row] = await read().findBy(Passkey, { accountId: person.account.id });
    expect(row).toMatchObject({ credentialId: device.id, counter: '0', transports: ['internal'] });
    const other = await browserOf(test, await newSigner(test));
    expect((await other.post(`${FACTORS}/passkeys/${row!.id}/remove`)).status).toBe(404);
    test.clock.advance(11 * MINUTE);
    expect((await browser.post(`${FACTORS}/passkeys/${row!.id}/remove`)).status).toBe(422);
    expect((await browser.post(`${FACTORS}/passkeys/new`, { label: 'Another' })).status).toBe(422);
    const removed = await browser.post(`${FACTORS}/passkeys/${row!.id}/remove`, { current: PASSWORD });
    expect(removed.status).toBe(303);
    const alone = await new Client(test).post('/sign-in', {
      email: person.account.email,
      password: PASSWORD,
    });
    expect(alone.headers.location).toBe('/');
    const subjects = (await mailsTo(test, person, 2)).map(({ subject }) => subject);
    expect(subjects).toEqual(['A passkey was added', 'A passkey was removed']);
  });

  it('stands for both steps where the device made sure who holds it', async () => {
    const { device, person } = await withPasskey();
    const { client, options } = await asking();
    expect(options).toMatchObject({ userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    const entered = await verify(client, device.sign(options));
    expect([entered.headers.location, await isIn(client)]).toEqual(['/framework', true]);
    expect((await client.api('GET', '/account')).json()).toMatchObject({ id: person.account.id });
  });

  it('is the second step after the password, also of a device that asks nothing', async () => {
    const { device, person } = await withPasskey();
    const { client, options } = await asking(person);
    expect(options.allowCredentials).toMatchObject([{ id: device.id }]);
    expect((await verify(client, device.sign(options, { verified: false, userHandle: null }))).status).toBe(
      303,
    );
    expect(await isIn(client)).toBe(true);
  });

  it('stands beside an app, and either goes on when the other is removed', async () => {
    const { browser, device, person } = await withPasskey();
    const { confirmed, codes } = await setUpApp(test, browser);
    expect([confirmed.headers.location, codes]).toEqual([FACTORS, []]);
    await browser.post(`${FACTORS}/app/remove`);
    const { client, options } = await asking(person);
    await verify(client, device.sign(options));
    expect(await isIn(client)).toBe(true);
  });
});

describe('a signature is refused', () => {
  type Case = [what: string, how: Signing & { alone?: boolean }];
  const EVIL = { origin: 'http://waymark.localhost.example', rpId: 'waymark.localhost' };
  const cases: Case[] = [
    ['of a page of another origin', { site: EVIL }],
    ['for another name', { site: { ...SITE, rpId: 'localhost' } }],
    ['alone, of a device that did not make sure who holds it', { alone: true, verified: false }],
    ['alone, that does not say whose it is', { alone: true, userHandle: null }],
    ['that says it is somebody else’s', { userHandle: Buffer.from('somebody').toString('base64url') }],
  ];
  it.each(cases)('%s', async (_, { alone, ...how }) => {
    const { device, person } = await withPasskey();
    const { client, options } = await asking(alone ? undefined : person);
    const refused = await verify(client, device.sign(options, how));
    expect([refused.status, await isIn(client)]).toEqual([422, false]);
    // The same device, as it should: what was asked before counts no more, what is asked now does.
    expect((await verify(client, device.sign(options))).status).toBe(422);
    const again = optionsIn(await client.post('/sign-in/passkey', alone ? { alone: 'on' } : {}));
    expect((await verify(client, device.sign(again))).status).toBe(303);
  });

  it('sent twice, or for a challenge of another browser, or too late', async () => {
    const { device } = await withPasskey();
    const [first, second] = [await asking(), await asking()];
    const answer = device.sign(first.options);
    expect((await verify(second.client, answer)).status).toBe(422);
    expect((await verify(first.client, answer)).status).toBe(303);
    const replayed = new Client(test);
    await replayed.get('/sign-in');
    await replayed.post('/sign-in/passkey', { alone: 'on' });
    expect((await verify(replayed, answer)).status).toBe(422);
    const late = await asking();
    test.clock.advance(6 * MINUTE);
    expect((await verify(late.client, device.sign(late.options))).status).toBe(422);
    expect(await isIn(late.client)).toBe(false);
  });

  it('of another account’s passkey, after one’s own password', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const { client, options } = await asking(theirs.person);
    expect((await verify(client, mine.device.sign(options))).status).toBe(422);
    const handle = Buffer.from(theirs.person.account.id).toString('base64url');
    const again = optionsIn(await client.post('/sign-in/passkey'));
    expect((await verify(client, mine.device.sign(again, { userHandle: handle }))).status).toBe(422);
    expect(await isIn(client)).toBe(false);
  });

  it('of a copy whose counter is behind', async () => {
    const { device, person } = await withPasskey();
    const enter = async () => {
      const { client, options } = await asking(person);
      return (await verify(client, device.sign(options))).status;
    };
    expect(await enter()).toBe(303);
    const { id } = await read().findOneByOrFail(Passkey, { accountId: person.account.id });
    await test.get(UnitOfWork).run((manager) => manager.update(Passkey, { id }, { counter: '4294967295' }));
    expect(await enter()).toBe(422);
  });

  it('that is none: anything else gets the page and no failure', async () => {
    const { device } = await withPasskey();
    for (const response of [
      'null',
      '[]',
      '{',
      '""',
      '{"id":{}}',
      `{"id":"${device.id}"}`,
      '{"id":"x","response":null}',
      '{"id":"\\u0000"}',
      '{"id":"\\ud800"}',
    ]) {
      const { client } = await asking();
      const answer = await verify(client, response);
      expect({ response, status: answer.status }).toEqual({ response, status: 422 });
    }
    const idle = new Client(test);
    expect((await verify(idle, '{}')).headers.location).toBe('/sign-in');
  });
});

describe('a new passkey is refused', () => {
  it('for a challenge that is another session’s, was used, or was for signing in', async () => {
    const person = await newSigner(test);
    const [here, there] = [await browserOf(test, person), await browserOf(test, person)];
    const options = await beginRegistration(there);
    expect((await register(here, new Authenticator(SITE).register(options))).status).toBe(422);
    expect((await register(there, new Authenticator(SITE).register(options))).status).toBe(200);
    expect((await register(there, new Authenticator(SITE).register(options))).status).toBe(422);
    const { client, options: signing } = await asking();
    const device = new Authenticator(SITE);
    device.register({ ...options });
    expect((await verify(client, device.register({ ...options, challenge: signing.challenge }))).status).toBe(
      422,
    );
  });

  it('of another origin, and when somebody has it already', async () => {
    const { device } = await withPasskey();
    const browser = await browserOf(test, await newSigner(test));
    const evil = { ...SITE, origin: 'https://evil.example' };
    const elsewhere = new Authenticator(SITE).register(await beginRegistration(browser), { site: evil });
    expect((await register(browser, elsewhere)).status).toBe(422);
    expect((await register(browser, device.register(await beginRegistration(browser)))).status).toBe(422);
    expect((await register(browser, 'null')).status).toBe(422);
  });
});

it('ends with its account: opened again, that is nobody’s by a device alone', async () => {
  const { person, device } = await withPasskey();
  const admin = await browserOf(test, await newAdministrator(test));
  for (const verb of ['close', 'reopen'])
    expect((await admin.api('POST', `/accounts/${person.account.id}/${verb}`)).status).toBe(200);
  const { client, options } = await asking();
  expect((await verify(client, device.sign(options))).status).toBe(422);
  expect(await isIn(client)).toBe(false);
});

it('keeps no challenge that was answered', async () => {
  const { device, person } = await withPasskey();
  const { client, options } = await asking(person);
  await verify(client, device.sign(options));
  expect(await read().countBy(PasskeyChallenge, { challenge: options.challenge })).toBe(0);
});

it('is not offered where browsers know no passkeys', async () => {
  const plain = await startApp();
  try {
    expect((await new Client(plain).get('/sign-in')).body).not.toContain('passkey');
    const browser = await browserOf(plain, await newSigner(plain));
    expect((await browser.get(FACTORS)).body).not.toContain('passkeys/new');
    expect((await browser.post(`${FACTORS}/passkeys/new`, { label: 'x' })).status).toBe(403);
  } finally {
    await plain.close();
  }
});
