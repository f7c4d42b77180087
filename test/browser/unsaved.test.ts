import type { Browser, BrowserContext } from 'playwright-core';
import { SESSION_COOKIE } from '../../src/accounts/actor.resolver.js';
import { Session } from '../../src/accounts/credential.entity.js';
import { SignInService } from '../../src/accounts/sign-in.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AnswerLinksService } from '../../src/rounds/answer-links/answer-links.service.js';
import { RoundAddressee } from '../../src/rounds/round/round.entity.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { SubmissionInput } from '../../src/reviews/submissions/submission.dto.js';
import { SubmissionsService } from '../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { newPerson, newPlan, type Person, programOf } from '../support/factories.js';
import { makeMembers, newRound, ownIn, words } from '../support/rounds.js';
import { openBrowser, PUBLIC_URL } from './support.js';

const MECHANISM = 'khartoum';

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
  const round = await newRound(await programOf(test, office), MECHANISM, {
    states: ['KEN'],
    questions: [{ kind: 'free', text: words('What was done?') }],
  });
  const [own] = await ownIn(await programOf(test, kenya), round);
  const addressee = await test.get(UnitOfWork).read.findOneByOrFail(RoundAddressee, { id: own!.id });
  const link = await test.get(AnswerLinksService).addressFor(kenya.account.id, addressee, '2027-04-15');
  const submissions = test.get(SubmissionsService);
  const input = { cycleId: 'imrf-2030', language: 'en', title: 'An input' };
  const submission = await submissions.open(office.actor, MECHANISM, readInput(SubmissionInput, input));
  await submissions.compile(submission.id);
  places = [
    { name: 'the entry form', address: `/progress/new?item=${items[0]!.id}`, person: kenya },
    { name: 'the answer form', address: `/rounds/${round}/addressees/${own!.id}/answers`, person: kenya },
    {
      name: 'the answer link',
      address: new URL(link!).pathname,
      person: null,
    },
    { name: 'the editor', address: `/submissions/${submission.id}/sections/introduction`, person: office },
    { name: 'the table', address: `/plans/${draft.plan.id}/table`, person: draft.secretariat },
  ];
});
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

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
      await Promise.all(
        places.slice(0, 4).map(async ({ address, person }) => {
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
          await again.getByRole('button', { name: 'Put it into the form' }).click();
          expect(await again.locator('textarea').first().inputValue()).toBe(text);
          await again.locator(SEND).click();
          await again.waitForLoadState();
          expect(await again.evaluate('Object.keys(localStorage).length')).toBe(0);
          await context.close();
        }),
      );
    });

    it('what was typed into the plan’s table is there when the table is opened again', async () => {
      const { address, person } = places[4]!;
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
      await other.getByRole('button', { name: 'Put it into the form' }).click();
      expect(await other.locator('#plan-table tbody td').nth(1).textContent()).toBe(`Another title, ${kind}`);
      await context.close();
    });
  },
);
