import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { hashPassword } from '../../src/accounts/secrets.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { newAccount, newEntry, newPlan, type Person } from '../support/factories.js';
import { buildProduct, freePort, type Product, type Running } from '../support/processes.js';
import { type Smtp, startSmtp } from '../support/smtp.js';

const MECHANISM = 'khartoum';
const PERIOD = { periodStart: '2026-01-01', periodEnd: '2026-06-30' };
const PASSWORD = 'a long walk by the river';
const QUEUE_URL = process.env.QUEUE_URL ?? 'embedded';
/** Two processes need a queue that both reach; the embedded one lives inside one of them. */
const describeApart = QUEUE_URL === 'embedded' ? describe.skip : describe;

let test: TestApp;
let smtp: Smtp;
let product: Product;
let env: Record<string, string>;
/** Where web processes listen, and what people know: the first. */
const urls: string[] = [];
let url: string;

beforeAll(async () => {
  test = await startApp({ now: new Date() });
  smtp = await startSmtp();
  product = await buildProduct();
  for (let count = 0; count < 2; count += 1) urls.push(`http://127.0.0.1:${await freePort()}`);
  [url] = urls as [string];
  env = {
    LOG_LEVEL: 'error',
    PORT: new URL(url).port,
    PUBLIC_URL: url,
    DATABASE_URL: test.config.databaseUrl,
    QUEUE_PREFIX: `processes-${randomUUID()}`,
    MAIL_URL: smtp.url,
  };
}, 120_000);
afterAll(async () => {
  await product.close();
  await smtp.close();
  await test.close();
});

describeApart('two web processes and a worker apart (needs QUEUE_URL=redis://... or postgres://...)', () => {
  let webs: Running[];
  let worker: Running;
  let items: PlanItem[];
  let office: Person;
  let kenya: Person;

  beforeAll(async () => {
    const passwordHash = await hashPassword(PASSWORD, { email: '' });
    office = await newAccount(test, { passwordHash }, [['secretariat', MECHANISM]]);
    kenya = await newAccount(test, { passwordHash }, [['focal-point', MECHANISM, 'KEN']]);
    ({ items } = await newPlan(test, MECHANISM, [{ code: '5a', title: 'Train officials' }]));
    env = { ...env, QUEUE_URL, WORKER: 'separate' };
    webs = urls.map((url) => product.run('main', { ...env, PORT: new URL(url).port }));
    for (const [index, web] of webs.entries()) await answers(web, '/ready', 200, urls[index]);
  }, 120_000);

  it.each([0, 1])('web process %i answers that it is there, and ready', async (index) => {
    expect((await visit('/health', urls[index])).json()).toEqual({ status: 'ok' });
    expect((await visit('/ready', urls[index])).json()).toEqual({ status: 'ready' });
  });

  it('count wrong passwords together', async () => {
    const { account } = await newAccount(test, { passwordHash: kenya.account.passwordHash });
    const browser = new Client(inTurn());
    const statuses = [];
    for (let attempt = 0; attempt <= 10; attempt += 1) {
      const tried = { email: account.email, password: attempt === 10 ? PASSWORD : 'wrong', next: '/' };
      statuses.push((await browser.post('/sign-in', tried)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
  });

  it('what a form saved by itself through one is no change by somebody else to the other', async () => {
    const entry = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const browser = await signIn(kenya);
    const { body } = await browser.get(`/progress/${entry.id}/edit`);
    const formKey = /name="formKey" value="([^"]+)"/.exec(body)![1]!;
    const fields = { ...PERIOD, formKey, id: entry.id, version: 1, items: items[0]!.id };
    const save = async (narrative: string, more: object = {}) =>
      (await browser.post('/progress', { ...fields, 'content.narrative': narrative, ...more })).status;
    expect(
      (await browser.post('/progress/autosave', { ...fields, 'content.narrative': 'Forty' })).status,
    ).toBe(200);
    // It was sent before the form heard of that.
    expect([await save('Forty officials'), await save('Forty officials were trained')]).toEqual([303, 303]);
    expect(await save('Another window', { formKey: randomUUID() })).toBe(409);
  });

  it('an entry logged in the web process leads to a mail sent by the worker', async () => {
    const browser = await signIn(kenya);
    await browser.get(`/progress/new?item=${items[0]!.id}`);
    const submitted = await browser.post('/progress', {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      items: items[0]!.id,
      ...PERIOD,
      'content.narrative': 'Forty officials trained',
      intent: 'submit',
    });
    expect(submitted.status).toBe(303);
    // The web process alone sends nothing.
    await delay(500);
    expect(smtp.arrived).toEqual([]);
    expect(await states()).toEqual(['pending', 'pending']);

    worker = product.run('worker', env);
    await quietPasses();
    await mailTo(office, 'Entry waiting for acceptance: 5a Train officials');
    const { text } = smtp.arrived.find(({ to }) => to === office.account.email)!;
    const link = new URL(/http\S+\/progress\/\S+/.exec(text)![0]);
    expect(link.origin).toBe(url);

    const secretariat = await signIn(office, link.pathname);
    expect((await secretariat.get(link.pathname)).body).toContain('Forty officials trained');
    await secretariat.post(`${link.pathname}/acceptance`);
    await quietPasses();
    await mailTo(kenya, 'Your entry was accepted: 5a Train officials');
  });

  it('a password asked for in the web process is set through a mail sent by the worker', async () => {
    await new Client(inTurn()).post('/password', { email: kenya.account.email });
    await mailTo(kenya, 'Set your password');
    const { text } = smtp.arrived.find(({ subject }) => subject === 'Set your password')!;
    const link = new URL(/http\S+\/password\/\S+/.exec(text)![0]);
    expect((await visit(link.pathname)).status).toBe(200);
  });

  it('all end in good order when asked to', async () => {
    const asked = Date.now();
    const ends = await Promise.all([...webs, worker].map((one) => one.end('SIGTERM')));
    expect(ends).toEqual(Array(3).fill({ code: 0, signal: null }));
    expect(Date.now() - asked).toBeLessThan(15_000);
    expect(worker.output()).toBe('');
  });

  /** What goes together waits for more to come; here it has waited. */
  const quietPasses = () =>
    test
      .get(UnitOfWork)
      .run((manager) =>
        manager.update(OutgoingMessage, { kind: 'entry', state: 'pending' }, { nextAttemptAt: new Date() }),
      );

  const states = async () => {
    const rows = await test.get(UnitOfWork).read.findBy(OutgoingMessage, { kind: 'entry' });
    return rows.map(({ state }) => state);
  };
});

describe('a process whose queue is away', () => {
  it('shows pages, says that it is not ready, and ends when asked to', async () => {
    const away = { ...env, QUEUE_URL: 'redis://127.0.0.1:1', WORKER: 'separate' };
    const web = product.run('main', away);
    await answers(web, '/health', 200);
    expect((await visit('/sign-in')).status).toBe(200);
    expect((await visit('/ready')).status).toBe(503);
    expect(await web.end('SIGTERM')).toEqual({ code: 0, signal: null });
    // A line of the source, not of what was compiled from it.
    expect(web.output()).toMatch(
      /at HealthController\.ready \(.*src\/platform\/web\/health\.controller\.ts:\d+/,
    );
  });
});

describe.each(['main', 'worker'] as const)('%s does not start', (door) => {
  it('with an environment that is wrong, of which it says one thing a line', async () => {
    const running = product.run(door, { ...env, SECRET_KEY: 'short' });
    expect((await running.exit).code).toBe(1);
    expect(running.output()).toContain('\nSECRET_KEY: must have at least 32 characters\n');
    expect(running.output()).not.toContain('    at ');
  });

  it('apart, with a queue that only one process reaches', async () => {
    const running = product.run(door, { ...env, QUEUE_URL: 'embedded', WORKER: 'separate' });
    expect((await running.exit).code).toBe(1);
    expect(running.output()).toMatch(/WORKER=separate needs .*QUEUE_URL/);
  });
});

/** The product as one process serves it. */
const asServed = (at = url): TestApp => ({
  ...test,
  address: async () => at,
  config: { ...test.config, publicUrl: url },
});

/** The product as both web processes serve it, each request another one. */
function inTurn(): TestApp {
  let turn = 0;
  return { ...asServed(), address: async () => urls[(turn += 1) % 2]! };
}

const visit = (path: string, at?: string) => new Client(asServed(at)).get(path);

/** Waits until the web process answers so. */
async function answers(web: Running, path: string, status: number, at?: string): Promise<void> {
  let ended = false;
  void web.exit.then(() => (ended = true));
  while ((await visit(path, at).catch(() => null))?.status !== status) {
    if (ended) throw new Error(`the web process ended: ${web.output()}`);
    await delay(100);
  }
}

async function signIn({ account }: Person, next = '/'): Promise<Client> {
  const browser = new Client(inTurn());
  await browser.get(`/sign-in?next=${next}`);
  const answer = await browser.post('/sign-in', { email: account.email, password: PASSWORD, next });
  expect([answer.status, answer.headers.location]).toEqual([303, next]);
  await browser.get('/account');
  return browser;
}

const mailTo = ({ account }: Person, subject: string) =>
  smtp.wait((mail) => mail.to === account.email && mail.subject === subject);
