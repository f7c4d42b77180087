import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf } from '../support/factories.js';
import { routesOf } from '../support/routes.js';
import { pressesTo } from './menus.js';
import { MECHANISM, newProduct, type Product } from './product.js';
import { DESK, openBrowser, PHONE, PUBLIC_URL, Window } from './support.js';

/** What is got by GET and is no page a person looks at, with what it is. */
const NO_PAGES: Record<string, string> = {
  '/sign-in/second-step': 'between two steps: second-factor.test.ts looks at it',
  '/': 'leads to where somebody begins',
  '/health': 'for the one who runs it',
  '/ready': 'for the one who runs it',
  '/assets/waymark.css': 'style sheet',
  '/assets/htmx.min.js': 'script',
  '/assets/icon.svg': 'icon',
  '/assets/webauthn.js': 'script',
  '/assets/palette.js': 'script',
  '/assets/writing/:version/:file': 'script',
  '/assets/passkeys.js': 'script',
  '/progress/ours/file': 'a file to keep',
  '/rounds/:id/answers.xlsx': 'a file to keep',
  '/rounds/:id/answers.docx': 'a file to keep',
  '/assets/offline.js': 'script',
  '/assets/copy.js': 'script',
  '/mechanisms/:mechanismId/colours.css': 'style sheet',
  '/mechanisms/:mechanismId/logo': 'a picture',
  '/mechanisms/:mechanismId/map.svg': 'a picture',
  '/mechanisms/:mechanismId/plans/adoption': 'leads on at once',
  '/rounds/:id/letter/files/:fileId': 'a file to keep',
  '/answer/:token/files/:fileId': 'a file to keep',
  '/assets/kept/:version/:language/:file': 'script',
  '/assets/plan-table/:version/:language/:file': 'script',
  '/form-token': 'for the script',
  '/language/:language': 'leads back at once',
  '/evidence/:id': 'a file to keep',
  '/indicators/:id/readings.csv': 'a file to keep',
  '/mailbox/:id/html': 'the frame on the page of a mail',
  '/plans/:id/branch': 'a piece of a page, for htmx',
  '/plans/:id/choice': 'a piece of a form, for a script',
  '/framework/choice': 'a piece of a form, for a script',
  '/assets/choosing/:version/choose.js': 'script',
  '/plans/:id/cells': 'a piece of a page, for htmx',
  '/plans/:id/reports': 'a piece of a page, for htmx',
  '/assets/tracking/:version/sheet.js': 'script',
  '/assets/import/:version/:file': 'script',
  '/calendars/:secret.ics': 'for a calendar program',
  '/meetings/:id.ics': 'for a calendar program',
  '/assets/editor/:version/:language/:file': 'script',
  '/submissions/:id/findings/count': 'a piece of a page, for htmx',
  '/mechanisms/:mechanismId/submissions/overlap': 'a piece of a page, for htmx',
  '/submissions/:id/settings/overlap': 'a piece of a page, for htmx',
  '/submissions/:id/passages/:passageId/picture': 'a picture',
  '/pledges/:id/file': 'a file to keep',
  '/pledges/:id/pledge.docx': 'a file to keep',
  '/submissions/:id/compilation': 'a piece of a page, for htmx',
  '/submissions/:id/document.:format': 'a file to keep',
  '/submissions/:id/files/:fileId': 'a piece of a page, for htmx',
  '/plans/:id/export.docx': 'a file to keep',
  '/practices/:id/practice.docx': 'a file to keep',
  '/practices/:id/practice.json': 'a file to keep',
  '/plans/:id/export.:format': 'a file to keep',
  '/plans/:id/sheet.xlsx': 'a file to keep',
  '/mechanisms/:mechanismId/board.xlsx': 'a file to keep',
  '/plans/:id/board.xlsx': 'a file to keep',
  '/answer/:token/questions.docx': 'a file to keep',
  '/rounds/:id/addressees/:addresseeId/answers/questions.docx': 'a file to keep',
};

/** Pages that no menu leads to so soon, with what does. */
const ELSEWHERE: [RegExp, string][] = [
  [/^\/(answer|address|password|seat-notices|sign-in|second-step)\b/, 'a link in a mail, or signing in'],
  [/^\/reminders\/wish\//, 'a link in a mail'],
  [/^\/styleguide$/, 'the map of the code: it is for who builds the product'],
  [/^\/plan-imports\/:id/, 'the step before it, or the list of those begun on the page of imports'],
  [
    /^\/account\/second-factor\/(app\/remove|recovery-codes)$/,
    'for who has a second factor: second-factor.test.ts',
  ],
  [
    /^\/items\/:id\/(place|removal|indicators\/new)$/,
    'the item of a plan that may be changed, one press further',
  ],
  [/^\/indicators\/:id\/removal$/, 'the same'],
  [/^\/plans\/:id\/amendments\/closing$/, 'the amendments of the plan, one press further'],
  [/^\/(meetings|progress)$/, 'for who works in several mechanisms: the others find both in their sections'],
];
const isElsewhere = (path: string) => ELSEWHERE.some(([pattern]) => pattern.test(path));
const PRESSES = 3;
/** Who works for no mechanism, or for several, begins with the one they came for. */
const CAME_FOR = `/mechanisms/${MECHANISM}`;
const BEGINS: Record<string, string | undefined> = {
  'focal point': CAME_FOR,
  administrator: CAME_FOR,
  visitor: CAME_FOR,
};

const ROLES = ['secretariat', 'chair', 'focal point', 'partner', 'reader', 'administrator', 'visitor'];

let test: TestApp;
let browser: Browser;
let product: Product;
/** What is looked at as each role: who is shown the same as another is shown nothing new. */
const addressesOf: Record<string, string[]> = {};
const seen = new Set<string>();
const covered = new Set<string>();
const ruled = new Set<string>();
/** The pages that each role may open. */
const opens: Record<string, string[]> = {};

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  product = await newProduct(test);
  for (const role of ROLES) addressesOf[role] = await newTo(role);
  browser = await openBrowser(test);
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

const pageRoutes = () =>
  routesOf(test)
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/') && !(path in NO_PAGES))
    .map(({ path }) => path);

it('knows an address of every page', () => {
  expect(Object.keys(product.addresses).sort()).toEqual(pageRoutes().sort());
});

describe('menus and links lead everywhere', () => {
  it.each(ROLES)('in three presses from the first page: %s', async (role) => {
    const person = product.people[role];
    const browser = person ? await browserOf(test, person) : new Client(test);
    const presses = await pressesTo(browser, ['/', ...pageRoutes()], { from: BEGINS[role], most: PRESSES });
    const far = [...new Set(opens[role])].filter((path) => !presses.has(path) && !isElsewhere(path));
    expect(far).toEqual([]);
  });
});

it('finds what is wrong with a page', async () => {
  const window = await Window.of(browser, test, null);
  await window.open('/sign-in');
  // The picture comes late, as one may that a page asks for after it is shown.
  await window.page.route('**/icon.svg*', async (route) => {
    await delay(300);
    await route.continue();
  });
  await window.page.evaluate(`
    document.body.insertAdjacentHTML('beforeend', '<img src="/assets/icon.svg?late" width="2000">');
    console.error('said by the page');
  `);
  const found = await window.look({ status: 201 }).catch(String);
  expect(found).toContain('said by the page');
  expect(found).toContain('answered 200 instead of 201');
  expect(found).toContain('sticks out at 1280: 720 pixels, <img');
  expect(found).toContain('image-alt');
  await window.close();
});

describe.each(['en', 'ar'])('in %s', (language) => {
  it.each(ROLES)(
    'every page the %s may see is in order at both widths',
    async (role) => {
      const addresses = [...addressesOf[role]!];
      const width = language === 'en' ? DESK : PHONE;
      const look = { language, width, dark: language === 'ar' };
      const tabs = [1, 2].map(() => Window.of(browser, test, product.people[role]!, look));
      const problems = await Promise.all(
        tabs.map(async (tab) => lookAt(await tab, addresses, role, language)),
      );
      expect(problems.flat()).toEqual([]);
    },
    240_000,
  );
});

it.each(['en', 'ar'])('what is not there is said in order (%s)', async (language) => {
  const window = await Window.of(browser, test, null, { language });
  await window.open('/nothing-here', { status: 404, widths: [PHONE] });
  await window.close();
});

it('there is somebody who may see each page', () => {
  expect(pageRoutes().filter((path) => !covered.has(path))).toEqual([]);
});

/** The addresses that show a role something nobody before was shown. */
async function newTo(role: string): Promise<string[]> {
  const person = product.people[role];
  const client = person ? await browserOf(test, person) : new Client(test);
  const addresses: string[] = [];
  for (const [path, examples] of Object.entries(product.addresses)) {
    for (const address of examples) {
      const answer = await client.get(address);
      if (answer.status !== 200) continue;
      covered.add(path);
      (opens[role] ??= []).push(path);
      const content = /<main.*<\/main>/s
        .exec(answer.body)![0]
        .replace(/(name="_csrf" value="|_csrf=)[^"]*"/g, '');
      const mark = createHash('sha256').update(content).digest('hex');
      // The frame around it is the role's own: one page at least shows it.
      if (addresses.length === 0 || !seen.has(mark)) addresses.push(address);
      seen.add(mark);
    }
  }
  return addresses;
}

/**
 * Whether it is looked at for the first time: in the second language, whether any address of its route is. The rules of
 * accessibility take half of the time, and what other roles are shown of a page is mostly a part of the same.
 */
function isFirst(address: string, language: string): boolean {
  const [route] = Object.entries(product.addresses).find(([, examples]) => examples.includes(address))!;
  const mark = `${language} ${language === 'en' ? address : route}`;
  const isNew = !ruled.has(mark);
  ruled.add(mark);
  return isNew;
}

async function lookAt(
  window: Window,
  addresses: string[],
  role: string,
  language: string,
): Promise<string[]> {
  const problems: string[] = [];
  for (let address = addresses.shift(); address; address = addresses.shift()) {
    try {
      await window.open(address, {
        axe: isFirst(address, language) || (role === 'focal point' && language === 'en'),
        widths: [language === 'en' ? PHONE : DESK],
      });
      expect(await window.page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  await window.close();
  return problems;
}
