import fc from 'fast-check';
import { ApiToken } from '../../src/accounts/credential.entity.js';
import { TokensService } from '../../src/accounts/keys/tokens.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AuditEvent } from '../../src/platform/database/history.js';
import { MailboxMail } from '../../src/platform/mail/message.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import {
  browserOf,
  givePassword,
  keyOf,
  newAdministrator,
  newEntry,
  newPerson,
  newPlan,
  PASSWORD,
  type Person,
  programOf,
} from '../support/factories.js';
import { type Route, routesOf } from '../support/routes.js';

let test: TestApp;
let office: Person;
let items: { id: string }[];
let entryId: string;
beforeAll(async () => {
  test = await startApp();
  await test.startQueue();
  office = await newPerson(test, ['secretariat', 'rcm'], ['partner', 'rcm', 'IOM'], ['reader', 'rabat']);
  await givePassword(test, office);
  const made = await newPlan(test, 'rcm');
  items = made.items;
  entryId = (await newEntry(test, office, made.items[0]!, { mechanismId: 'rcm', as: 'partner:IOM' })).id;
});
afterAll(() => test.close());

const read = () => test.get(UnitOfWork).read;
const DAY = 86_400_000;
const dayIn = (days: number) => new Date(test.clock.now().getTime() + days * DAY).toISOString().slice(0, 10);
const ABSENT = '00000000-0000-4000-8000-000000000000';

const keysOf = ({ account }: Person) => read().findBy(ApiToken, { accountId: account.id });
const lastKey = async (person: Person) =>
  (await keysOf(person)).sort((a, b) => a.id.localeCompare(b.id)).at(-1)!;

describe('making a key', () => {
  it('asks for the password again, limited like signing in, and tells the person by mail', async () => {
    const person = await newPerson(test, ['reader', 'rcm']);
    await givePassword(test, person);
    const browser = await browserOf(test, person);
    const make = (current: string) => browser.post('/account/tokens', { label: 'Nightly export', current });
    const wrong = await make('not the password');
    expect([wrong.status, wrong.body.includes('This is not your current password.')]).toEqual([422, true]);
    expect(wrong.body).toContain('Nightly export');
    expect(await keysOf(person)).toEqual([]);
    const made = await browser.api('POST', '/account/tokens', { label: 'Nightly export', current: PASSWORD });
    expect([made.status, made.json<{ token: string }>().token]).toEqual([
      201,
      expect.stringMatching(/^waymark_/),
    ]);
    expect(await lastKey(person)).toMatchObject({
      canWrite: false,
      mechanismIds: null,
      administrator: false,
    });
    expect(await mailTo(person.account.email)).toMatchObject({
      subject: 'An API key was created for your account',
      text: expect.stringContaining('Nightly export') as string,
    });
    for (let times = 0; times < 10; times += 1) await make('not the password');
    expect((await make(PASSWORD)).status).toBe(429);
    test.clock.advance(16 * 60_000);
    expect((await make(PASSWORD)).status).toBe(200);
  });

  it('gives it an end: 90 days from now, or a day chosen, within a year', async () => {
    const browser = await browserOf(test, office);
    const make = (expires?: string) =>
      browser.post('/account/tokens', { label: 'x', current: PASSWORD, expires });
    for (const [expires, wrong] of [
      [dayIn(366), 'A key works for 365 days at most.'],
      [dayIn(-1), 'Enter today or a later day.'],
    ] as const) {
      const refused = await make(expires);
      expect([refused.status, refused.body.includes(wrong)]).toEqual([422, true]);
    }
    await make();
    expect((await lastKey(office)).expiresAt!.toISOString()).toBe(`${dayIn(90)}T23:59:59.000Z`);
    const made = await make(dayIn(365));
    expect((await lastKey(office)).expiresAt!.toISOString()).toBe(`${dayIn(365)}T23:59:59.000Z`);
    const program = new Client(test, /waymark_[\w-]+/.exec(made.body)![0]);
    expect((await program.api('GET', '/account')).status).toBe(200);
    const now = test.clock.now();
    test.clock.advance(366 * DAY);
    expect((await program.api('GET', '/account')).status).toBe(401);
    // Nor does it read what anybody may: the program would take it for its own view.
    expect((await program.api('GET', '/mechanisms')).status).toBe(401);
    test.clock.moveTo(now);
  });

  it('reaches no mechanism without a role, and no administration without being asked', async () => {
    const browser = await browserOf(test, office);
    const make = (fields: object) =>
      browser.api('POST', '/account/tokens', { label: 'x', current: PASSWORD, ...fields });
    expect((await make({ mechanisms: ['rcm', 'bali'] })).json()).toMatchObject({
      errors: { mechanisms: expect.any(String) as string },
    });
    expect((await make({ administrator: true })).status).toBe(422);
    const root = await newAdministrator(test);
    await givePassword(test, root);
    const rootBrowser = await browserOf(test, root);
    const made = await rootBrowser.api('POST', '/account/tokens', { label: 'x', current: PASSWORD });
    const program = new Client(test, made.json<{ token: string }>().token);
    expect((await program.api('GET', '/account')).json()).toMatchObject({ administrator: false });
    expect((await program.api('GET', '/metrics')).status).toBe(403);
    expect((await program.api('GET', '/mechanisms/rcm/people')).status).toBe(403);
    const chosen = await rootBrowser.api('POST', '/account/tokens', {
      label: 'metrics',
      current: PASSWORD,
      administrator: true,
    });
    const metrics = new Client(test, chosen.json<{ token: string }>().token);
    expect((await metrics.api('GET', '/metrics')).status).toBe(200);
  });

  it('is shown with its last day of use, and in the history', async () => {
    const person = await newPerson(test, ['reader', 'rcm']);
    const program = await programOf(test, person, { label: 'Seen' });
    const browser = await browserOf(test, person);
    expect((await browser.get('/account/tokens')).body).toContain('Never');
    await program.api('GET', '/account');
    const [token] = (await browser.api('GET', '/account/tokens')).json<{ items: { id: string }[] }>().items;
    expect(token).toMatchObject({ label: 'Seen', lastUsedDay: dayIn(0), scope: 'write', mechanisms: [] });
    expect((await browser.api('DELETE', `/account/tokens/${token!.id}`)).status).toBe(204);
    expect((await program.api('GET', '/account')).status).toBe(401);
    expect((await program.api('GET', '/mechanisms')).status).toBe(401);
    expect(await read().existsBy(AuditEvent, { subjectId: person.account.id, action: 'token.revoke' })).toBe(
      true,
    );
  });

  it('by a command ends too, and tells the person', async () => {
    const person = await newPerson(test);
    const expiresAt = new Date(test.clock.now().getTime() + DAY);
    const key = { label: 'By command', expiresAt, canWrite: false, mechanismIds: null, administrator: false };
    await test.get(TokensService).issue({ accountId: null, name: 'command' }, person.account.id, key);
    expect((await mailTo(person.account.email)).text).toContain('By command');
  });
});

describe('a key', () => {
  it('is a visitor everywhere but on the API, on every page', async () => {
    const authorization = `Bearer ${await keyOf(test, office)}`;
    const pages = routesOf(test).filter(({ path }) => !path.startsWith('/api/'));
    expect(pages.length).toBeGreaterThan(100);
    for (const { method, path } of pages) {
      const address = withIds(path);
      const options = { method, redirect: 'manual', headers: { authorization } } as const;
      const [byKey, byNobody] = await Promise.all([
        fetch(`${test.url}${address}`, options),
        fetch(`${test.url}${address}`, { ...options, headers: {} }),
      ]);
      expect({ path, status: byKey.status, to: byKey.headers.get('location') }).toEqual({
        path,
        status: byNobody.status,
        to: byNobody.headers.get('location'),
      });
    }
  });

  it.each([
    ['none there ever was', 'Bearer waymark_0000000000000000000000000000000000000000000'],
    ['an empty one', 'Bearer'],
    ['a mangled one', 'Bearer waymark_ %%%'],
    ['one with something behind it', (key: string) => `Bearer ${key}, Basic x`],
    ['one cut short', (key: string) => `Bearer ${key.slice(0, -1)}`],
    ['one of another scheme', (key: string) => `Token ${key}`],
    ['one without a scheme', (key: string) => key],
    ['a password in its place', 'Basic b2ZmaWNlOnBhc3N3b3Jk'],
  ])('that is %s is refused where a visitor may read, and is no visitor', async (_, sent) => {
    const authorization = typeof sent === 'string' ? sent : sent(await keyOf(test, office));
    for (const path of ['/mechanisms', '/framework/objectives', '/practices']) {
      const { status, headers } = await fetch(`${test.url}/api/v1${path}`, { headers: { authorization } });
      expect({ path, status, says: headers.get('www-authenticate') }).toEqual({
        path,
        status: 401,
        says: 'Bearer error="invalid_token"',
      });
    }
    const visitor = await fetch(`${test.url}/api/v1/mechanisms`);
    expect(visitor.status).toBe(200);
    const body = { method: 'POST', headers: { authorization } };
    expect((await fetch(`${test.url}/api/v1/mechanisms/rcm/people`, body)).status).toBe(401);
  });

  it('is nobody’s however the address of a page is written', async () => {
    const headers = { authorization: `Bearer ${await keyOf(test, office)}` };
    for (const address of ['/account', '/%61ccount', '/account/', '/account?x=/api/', '//api/../account']) {
      const { status } = await fetch(`${test.url}${address}`, { headers, redirect: 'manual' });
      expect({ address, read: status === 200 }).toEqual({ address, read: false });
    }
    const api = await fetch(`${test.url}/%61pi/v1/account`, { headers });
    expect(api.status).toBe(200);
  });

  it('for reading changes nothing, on any route of the API', async () => {
    const reader = await programOf(test, office, { canWrite: false });
    const writes = routesOf(test).filter(({ method, path }) => path.startsWith('/api/') && method !== 'GET');
    expect(writes.length).toBeGreaterThan(80);
    const before = await countOfEvents();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...writes), fc.boolean(), async (route, real) => {
        const answer = await call(reader, route, real);
        expect({ route: route.name, status: answer.status }).toEqual({ route: route.name, status: 403 });
      }),
      { examples: writes.map((route) => [route, true]), numRuns: writes.length + 40 },
    );
    const refused = await reader.api('PATCH', '/account', {});
    expect(refused.json()).toMatchObject({ title: expect.stringContaining('can only read') as string });
    expect(await countOfEvents()).toBe(before);
    expect((await reader.api('GET', `/progress/${entryId}`)).status).toBe(200);
  });

  it('of one mechanism finds nothing of another', async () => {
    const elsewhere = await newPlan(test, 'rabat');
    const program = await programOf(test, office, { mechanismIds: ['rabat'] });
    expect((await program.api('GET', '/account')).json()).toMatchObject({
      roles: [{ role: 'reader', scope: 'rabat' }],
    });
    expect((await program.api('GET', `/plans/${elsewhere.plan.id}`)).status).toBe(200);
    expect((await program.api('GET', `/progress/${entryId}`)).status).toBe(404);
    expect((await program.api('GET', '/mechanisms/rcm/people')).status).toBe(403);
    const gets = routesOf(test).filter(({ method, path }) => path.startsWith('/api/') && method === 'GET');
    for (const { path } of gets) {
      const { status, body } = await program.api('GET', withIds(path, entryId).slice('/api/v1'.length));
      const named = body.includes(items[0]!.id) || (status === 200 && body.includes(entryId));
      expect({ path, named }).toEqual({ path, named: false });
    }
  });

  it('reaches what its person has and not more, whatever it was made for', async () => {
    const scopes = ['rcm', 'rabat', 'bali'];
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.subarray(scopes, { minLength: 1 })),
        fc.subarray(scopes),
        async (mechanismIds, held) => {
          const person = await newPerson(test, ...held.map((id) => ['reader', id] as ['reader', string]));
          const program = await programOf(test, person, { mechanismIds, administrator: true });
          const { roles, administrator } = (await program.api('GET', '/account')).json<{
            roles: { scope: string }[];
            administrator: boolean;
          }>();
          const reached = held.filter((id) => mechanismIds === null || mechanismIds.includes(id));
          expect(roles.map(({ scope }) => scope).sort()).toEqual(reached.sort());
          expect(administrator).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('touches no credential of any kind', async () => {
    const own = await programOf(test, office);
    const root = await programOf(test, await newAdministrator(test), { administrator: true });
    const personal = routesOf(test).filter(({ path }) => /^\/api\/v1\/(account|accounts)\//.test(path));
    expect(personal.length).toBeGreaterThan(8);
    // What outlives the key: a role, which brings a password of its own, and a link that needs none. And the profile.
    const lasting = routesOf(test).filter(
      ({ method, path }) =>
        method !== 'GET' &&
        /^\/api\/v1\/(account|mechanisms\/:mechanismId\/people|people\/:id\/hand-over|seats\/:id\/confirmation|rounds\/:id\/addressees\/:addresseeId\/links|answer-links\/:id\/address)$/.test(
          path,
        ),
    );
    expect(lasting).toHaveLength(6);
    for (const route of [...personal, ...lasting]) {
      const answer = await call(route.access === 'installation.manage' ? root : own, route, false);
      expect({ route: route.name, status: answer.status, words: answer.body.includes('with a key') }).toEqual(
        {
          route: route.name,
          status: 403,
          words: true,
        },
      );
    }
  });
});

const withIds = (path: string, id = ABSENT) =>
  path.replace(/:mechanismId/g, 'rcm').replace(/:[A-Za-z]+/g, id);

const call = (program: Client, { method, path }: Route, real: boolean) =>
  program.api(
    method,
    withIds(path, real ? entryId : ABSENT).slice('/api/v1'.length),
    method === 'GET' || method === 'DELETE' ? undefined : {},
  );

const countOfEvents = () => read().count(AuditEvent);

/** The latest mail to somebody, once it is there. */
async function mailTo(recipient: string): Promise<MailboxMail> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [mail] = await read().find(MailboxMail, {
      where: { recipient },
      order: { at: 'DESC', id: 'DESC' },
    });
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail to ${recipient}`);
}
