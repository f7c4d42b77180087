import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { SESSION_COOKIE } from '../../src/accounts/actor.resolver.js';
import { Session } from '../../src/accounts/credential.entity.js';
import { SignInService } from '../../src/accounts/sign-in.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AnswerLinksService } from '../../src/rounds/answer-links/answer-links.service.js';
import { RoundAddressee } from '../../src/rounds/round/round.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { newPerson, newPlan, type Person, programOf } from '../support/factories.js';
import { makeMembers, newRound, ownIn, words } from '../support/rounds.js';
import { openBrowser, PUBLIC_URL } from './support.js';

const MECHANISM = 'khartoum';
const FIRST_BYTES = 60_000;
const LATER_BYTES = 15_000;
/** 400 kbit/s, 400 ms there and back. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

let test: TestApp;
let browser: Browser;
let office: Person;
let kenya: Person;
/** Where each form is opened, and by whom; nobody is signed in behind a link. */
let places: { name: string; address: string; person: Person | null }[];
let items: { id: string }[];

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  browser = await openBrowser(test);
  const made = await newPlan(
    test,
    MECHANISM,
    ['1', '2', '3', '4', '5'].map((code) => ({ code, title: `Item ${code}` })),
  );
  ({ items } = made);
  office = made.secretariat;
  kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  const draft = await newPlan(test, MECHANISM, [{ code: 'A', title: 'A row' }], { draft: true });
  await makeMembers(test, MECHANISM, ['KEN', 'ETH']);
  // One for each form: they would change the same answers.
  const [round, own] = await ask();
  const [, byLink] = await ask();
  const link = await test.get(AnswerLinksService).addressFor(kenya.account.id, byLink, '2027-04-15');
  places = [
    { name: 'the entry form', address: `/progress/new?item=${items[0]!.id}`, person: kenya },
    { name: 'the answer form', address: `/rounds/${round}/addressees/${own.id}/answers`, person: kenya },
    {
      name: 'the answer link',
      address: new URL(link!).pathname,
      person: null,
    },
    { name: 'the table', address: `/plans/${draft.plan.id}/table`, person: draft.secretariat },
  ];
});
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

/** A call for inputs to Kenya. */
async function ask(): Promise<[round: string, addressee: RoundAddressee]> {
  const round = await newRound(await programOf(test, office), MECHANISM, {
    states: ['KEN'],
    questions: [{ kind: 'free', text: words('What was done?') }],
  });
  const [own] = await ownIn(await programOf(test, kenya), round);
  return [round, await test.get(UnitOfWork).read.findOneByOrFail(RoundAddressee, { id: own!.id })];
}

async function newContext(person: Person | null): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: PUBLIC_URL, locale: 'en-GB' });
  context.setDefaultTimeout(15_000);
  if (person) await signIn(context, person);
  return context;
}

async function signIn(context: BrowserContext, { account }: Person): Promise<void> {
  const value = await test.get(SignInService).open(account, { address: '127.0.0.1', userAgent: 'test' });
  await context.addCookies([{ name: SESSION_COOKIE, value, url: PUBLIC_URL }]);
}

/** Breaks what stands between a form and its server, and mends it again. */
const FAULTS: Record<
  'network' | 'session' | 'server',
  Record<'begin' | 'end', (context: BrowserContext, person: Person | null) => Promise<unknown>>
> = {
  network: {
    begin: (context) => context.setOffline(true),
    end: (context) => context.setOffline(false),
  },
  session: {
    // Behind a link there is no session, but the cookie that its form belongs to.
    begin: async (context, person) => {
      if (!person) return context.clearCookies();
      const own = (await context.cookies()).find(({ name }) => name === SESSION_COOKIE)!;
      const { id } = (await test.get(SignInService).find(own.value))!;
      await test.get(UnitOfWork).run((manager) => manager.delete(Session, { id }));
    },
    // In another window of the same browser.
    end: async (context, person) => person && signIn(context, person),
  },
  server: {
    begin: (context) => context.route('**/*', (route) => route.abort('connectionrefused')),
    end: (context) => context.unrouteAll(),
  },
};

/** Its main button, which keeps a draft. */
const SEND = 'form[data-keeper] .buttons button:first-child:visible';
const BEFORE = 'What the ministry wrote before';
const DURING = 'What the ministry wrote before and went on to write';

describe.each(Object.keys(FAULTS) as (keyof typeof FAULTS)[])(
  'when the %s goes while somebody types',
  (kind) => {
    const fault = FAULTS[kind];

    it('what was typed is told to be unsaved, and saved when it is back', async () => {
      await Promise.all(
        places.slice(0, 3).map(async ({ address, person }) => {
          const context = await newContext(person);
          const page = await context.newPage();
          await page.goto(address);
          const field = page.locator('textarea').first();
          await field.fill(`${BEFORE} ${kind}`);
          const foot = page.locator('#saved');
          await foot.getByText('Draft saved').waitFor();
          await fault.begin(context, person);
          const saved = page.waitForResponse((answer) => /autosave/.test(answer.url()) && answer.ok());
          await field.fill(`${DURING} ${kind}`);
          // Behind a link a new token is all that is needed, and fetched at once.
          if (person || kind !== 'session') {
            await foot.getByText('Not saved since').waitFor();
            expect(await foot.innerText()).not.toContain('Draft saved');
            expect(await field.inputValue()).toBe(`${DURING} ${kind}`);
          }
          await fault.end(context, person);
          await page.evaluate('dispatchEvent(new Event("focus"))');
          await saved;
          await foot.getByText('Draft saved').waitFor();
          await page.reload();
          expect(await page.locator('textarea').first().inputValue()).toBe(`${DURING} ${kind}`);
          expect(await page.locator('[data-kept-offer]').count()).toBe(0);
          await context.close();
        }),
      );
    });

    it('what was typed and could not be sent is there when the form is opened again', async () => {
      const { address, person } = places[0]!;
      const context = await newContext(person);
      const page = await context.newPage();
      page.on('dialog', (dialog) => dialog.accept());
      await page.goto(address);
      const text = `${DURING} in the end, ${kind}`;
      await page.locator('textarea').first().fill(text);
      await fault.begin(context, person);
      await page.locator(SEND).click();
      await page.waitForTimeout(500);
      await page.close();
      await fault.end(context, person);
      const again = await context.newPage();
      await again.goto(address);
      await again.getByText('that was not saved').waitFor();
      expect(await again.locator('textarea').first().inputValue()).not.toBe(text);
      await again.getByRole('button', { name: 'Use this text' }).click();
      expect(await again.locator('textarea').first().inputValue()).toBe(text);
      await again.locator(SEND).click();
      await again.waitForLoadState();
      expect(await again.evaluate('Object.keys(localStorage).length')).toBe(0);
      await context.close();
    });

    it('what was typed into the plan’s table is there when the table is opened again', async () => {
      const { address, person } = places[3]!;
      const context = await newContext(person);
      const page = await context.newPage();
      await page.goto(address);
      const title = page.locator('#plan-table tbody td').nth(1);
      await title.focus();
      await page.keyboard.type(`Another title, ${kind}`);
      await page.keyboard.press('Enter');
      await page.locator('#table-form button[type=submit]').waitFor();
      await fault.begin(context, person);
      await page.locator('#table-form button[type=submit]').click();
      await page.waitForTimeout(500);
      await fault.end(context, person);
      await page.goto(address);
      await page.locator('#plan-table td.changed').waitFor();
      expect(await title.textContent()).toBe(`Another title, ${kind}`);
      const other = await context.newPage();
      await page.close();
      await other.goto(address);
      await other.getByRole('button', { name: 'Use this text' }).click();
      expect(await other.locator('#plan-table tbody td').nth(1).textContent()).toBe(`Another title, ${kind}`);
      await context.close();
    });
  },
);

describe('a form that saves as one types', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await newContext(kenya);
    page = await context.newPage();
    await page.goto(places[1]!.address);
  });
  afterAll(() => context.close());
  const foot = () => page.locator('#saved').innerText();
  const save = () =>
    page.evaluate(`document.querySelector('form[hx-post]').dispatchEvent(new CustomEvent('save'))`);
  const html = 'text/html; charset=utf-8';

  const ANSWERS: [what: string, answer: Parameters<Route['fulfill']>[0], said: string][] = [
    [
      'an error of the server',
      { status: 500, contentType: html, body: '<!doctype html><h1>Error</h1>' },
      'the server cannot be reached',
    ],
    [
      'a web server without the product behind it',
      { status: 502, body: 'Bad Gateway' },
      'the server cannot be reached',
    ],
    ['too many requests', { status: 429, body: '' }, 'the server cannot be reached'],
    [
      'a draft that is gone',
      { status: 404, contentType: html, body: '<p data-reason="not-found">x</p>' },
      'no longer exists',
    ],
    ['a link that was ended', { status: 410, body: '' }, 'no longer exists'],
    [
      'a conflict',
      { status: 409, contentType: html, body: '<p data-reason="conflict">Changed since.</p>' },
      'Changed since.',
    ],
    [
      'too much',
      { status: 413, contentType: html, body: '<p data-reason="too-large">Too large.</p>' },
      'Too large.',
    ],
    ['a refusal in words of nobody', { status: 400, body: 'no' }, 'another page answered'],
    [
      'the page of a network that wants one to sign in',
      { status: 200, contentType: html, body: '<html><h1>Hotel</h1></html>' },
      'another page answered',
    ],
    ['nothing at all', { status: 204 }, 'another page answered'],
    [
      'a role that ended',
      {
        status: 403,
        contentType: html,
        body: '<p data-reason="forbidden">Your role does not allow this.</p>',
      },
      'Your role does not allow this.',
    ],
  ];

  it.each(ANSWERS)(
    'says "not saved", and why, on %s, and nothing of it gets into the page',
    async (what, answer, said) => {
      await page.route('**/autosave', (route) => route.fulfill(answer));
      await page.locator('textarea').first().fill(`What was typed on ${what}`);
      await save();
      await page.locator('#saved').getByText(said).waitFor();
      expect(await foot()).toMatch(
        /^Not saved since \d+ \w+ \d{4} at \d\d:\d\d: .*Your text is kept in this browser\./,
      );
      expect(await page.locator('h1').count()).toBe(1);
      await page.unroute('**/autosave');
      await save();
      await page.locator('#saved').getByText('Draft saved').waitFor();
    },
  );

  it('sends nothing in the name of somebody else who signed in meanwhile, and shows them nothing', async () => {
    const [there] = await context.cookies().then((all) => all.filter(({ name }) => name === SESSION_COOKIE));
    const neighbour = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
    await signIn(context, neighbour);
    await page.locator('textarea').first().fill('Only Kenya’s first person may send this');
    await save();
    await page.locator('#saved').getByText('somebody else has signed in').waitFor();
    const other = await context.newPage();
    await other.goto(places[1]!.address);
    await other.waitForTimeout(300);
    expect(await other.locator('main').innerText()).not.toContain('Only Kenya');
    expect(await other.locator('[data-kept-offer]').count()).toBe(0);
    await other.close();
    await context.addCookies([there!]);
    await page.evaluate('dispatchEvent(new Event("focus"))');
    await page.locator('#saved').getByText('Draft saved').waitFor();
  });

  it('keeps what is typed while a save is on its way', async () => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      void page.route(
        '**/autosave',
        async (route) => {
          resolve();
          await new Promise<void>((go) => (answer = go));
          await route.continue();
        },
        { times: 1 },
      );
    });
    await page.locator('textarea').first().fill('The first words');
    await save();
    await asked;
    await page.locator('textarea').first().fill('The first words and the last');
    const second = page.waitForResponse(
      async (one) => /autosave/.test(one.url()) && one.ok() && /last/.test(one.request().postData() ?? ''),
    );
    answer();
    await second;
  });

  it('sends what is typed after the save that is on its way, so that nobody is in conflict with themselves', async () => {
    const [round, own] = await ask();
    await page.goto(`/rounds/${round}/addressees/${own.id}/answers`);
    let answer: () => void = () => undefined;
    const saved = new Promise<void>((resolve) => {
      void page.route(
        '**/autosave',
        async (route) => {
          // Playwright's own requests know no names of hosts that Chromium was told.
          const url = route.request().url().replace(PUBLIC_URL, test.url);
          const headers = { ...(await route.request().allHeaders()), host: new URL(PUBLIC_URL).host };
          const response = await route.fetch({ url, headers });
          resolve();
          await new Promise<void>((go) => (answer = go));
          await route.fulfill({ response });
        },
        { times: 1 },
      );
    });
    await page.locator('textarea').first().fill('The first words');
    await save();
    await saved;
    await page.locator('textarea').first().fill('The first words and the last');
    const sent = page.waitForResponse(
      (one) => one.request().method() === 'POST' && /answers$/.test(one.url()),
    );
    await page.locator(SEND).click({ noWaitAfter: true });
    const loaded = page.waitForEvent('load');
    answer();
    expect((await sent).status()).toBe(303);
    await loaded;
  });

  it('asks before somebody signs out over words that are not saved, and leaves none behind', async () => {
    await page.route('**/autosave', (route) => route.abort());
    await page.locator('textarea').first().fill('Words that are not saved');
    await page.locator('#saved').getByText('Not saved since').waitFor();
    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await page.locator('textarea').first().inputValue()).toBe('Words that are not saved');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();
    expect(asked).toEqual([expect.stringContaining('text that was not saved')]);
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
  });
});

describe('on a slow line', () => {
  /** Bytes as they came over the line, with all that the page asks for by itself. */
  async function weigh(page: Page, address: string): Promise<number> {
    const line = await page.context().newCDPSession(page);
    let bytes = 0;
    line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', SLOW);
    await page.goto(address, { waitUntil: 'networkidle' });
    await line.detach();
    return bytes;
  }

  it('the pages of a delegation are light at first, and lighter once the browser knows the rest', async () => {
    for (const { address, person } of [
      { address: '/tasks', person: kenya },
      { address: `/mechanisms/${MECHANISM}`, person: kenya },
      ...places.slice(0, 3),
    ]) {
      const context = await newContext(person);
      const page = await context.newPage();
      const first = await weigh(page, address);
      const later = await weigh(page, address);
      await context.close();
      expect([address, first <= FIRST_BYTES, later <= LATER_BYTES]).toEqual([address, true, true]);
    }
  });
});

describe('without a line', () => {
  const SAID = 'What the ministry typed on the train';
  const until = async (page: Page, what: string) => {
    while (!(await page.evaluate(what))) await page.waitForTimeout(50);
  };

  it('a button waits until it is back, unless somebody types on or calls it off', async () => {
    const context = await newContext(kenya);
    const page = await context.newPage();
    await page.goto(`/progress/new?item=${items[3]!.id}`);
    await page.locator('textarea').first().fill(SAID);
    const waits = page.getByText('There is no connection. This is sent');
    await context.setOffline(true);
    await page.locator(SEND).click();
    await waits.waitFor();
    await page.getByRole('button', { name: 'Do not send it' }).click();
    expect(await waits.count()).toBe(0);
    await page.locator(SEND).click();
    await waits.waitFor();
    await page.locator('textarea').first().fill(`${SAID}, and more`);
    expect(await waits.count()).toBe(0);
    await page.locator(SEND).click();
    await waits.waitFor();
    const arrived = page.waitForEvent('load');
    await context.setOffline(false);
    await arrived;
    expect(await page.content()).toContain(`${SAID}, and more`);
    await context.close();
  });

  it('the form behind a link opens, keeps what is typed, and sends it later; for nobody without the address', async () => {
    const { address } = places[2]!;
    const context = await newContext(null);
    const page = await context.newPage();
    await page.goto(address);
    await until(
      page,
      'caches.open("waymark-offline").then((store) => store.keys()).then(({ length }) => length)',
    );
    // Nothing that is kept says the address or the words.
    const stored = await page.evaluate<string>(
      `caches.open("waymark-offline").then(async (store) => {
        const [request] = await store.keys();
        return request.url + await (await store.match(request)).text();
      })`,
    );
    for (const told of [address.split('/').pop()!, 'What was done?', '<html'])
      expect(stored).not.toContain(told);
    await page.close();

    await context.setOffline(true);
    const again = await context.newPage();
    await again.goto(address);
    await again.locator('textarea').first().fill(SAID);
    await until(again, 'Object.keys(localStorage).length');
    const other = await context.newPage();
    await expect(other.goto(`${address}x`)).rejects.toThrow();
    await expect(other.goto('/tasks')).rejects.toThrow();
    const saved = again.waitForResponse((one) => one.url().endsWith('/autosave') && one.status() === 200);
    await context.setOffline(false);
    await saved;
    await again.reload();
    expect(await again.locator('textarea').first().inputValue()).toBe(SAID);
    await context.close();
  });
});
