import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { LANGUAGE_COOKIE } from '../../src/accounts/actor.resolver.js';
import { MECHANISM, newProduct, type Product } from './product.js';
import { openBrowser, PUBLIC_URL, Window } from './support.js';

let test: TestApp;
let browser: Browser;
let product: Product;
let office: Window;
let focal: Window;

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  product = await newProduct(test);
  browser = await openBrowser(test);
  office = await Window.of(browser, test, product.people.secretariat!);
  focal = await Window.of(browser, test, product.people['focal point']!);
});
afterAll(async () => {
  await office.close();
  await focal.close();
  await browser.close();
  await test.close();
});

/** Id of what has the focus; the name of the element when it has none. */
const focused = ({ page }: Window) =>
  page.evaluate<string>('document.activeElement.id || document.activeElement.localName');
const address = (route: string) => product.addresses[route]![0]!;

describe('the keyboard', () => {
  it('skips to the content', async () => {
    await office.open('/mechanisms');
    await office.page.keyboard.press('Tab');
    const skip = office.page.getByRole('link', { name: 'Skip to the content' });
    expect(await skip.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);
    expect((await skip.boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await office.page.keyboard.press('Enter');
    expect(await focused(office)).toBe('main');
    await office.page.keyboard.press('Tab');
    const inside = "document.getElementById('main').contains(document.activeElement)";
    expect(await office.page.evaluate<boolean>(inside)).toBe(true);
  });

  it('shows where it is', async () => {
    await office.open('/mechanisms');
    for (let step = 0; step < 20; step += 1) {
      await office.page.keyboard.press('Tab');
      const outline = await office.page.evaluate<string>(
        'getComputedStyle(document.activeElement).outlineStyle',
      );
      expect([await focused(office), outline]).toEqual([expect.anything(), 'solid']);
    }
  });

  it('opens the languages and changes to one', async () => {
    const visitor = await Window.of(browser, test, null);
    await visitor.open('/framework');
    await visitor.page.getByText('English', { exact: true }).focus();
    await visitor.page.keyboard.press('Enter');
    const arrived = visitor.page.waitForEvent('load');
    await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Enter');
    await arrived;
    await visitor.look();
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('fr');
    await visitor.close();
  });
});

describe('shortcuts', () => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await focal.page.keyboard.press(key);
  };
  const goes = async (act: () => Promise<void>) => {
    const arrived = focal.page.waitForEvent('load');
    await act();
    await arrived;
    return new URL(focal.page.url()).pathname;
  };

  it('go to the search and to sections, but not while one types', async () => {
    await focal.open(`/mechanisms/${MECHANISM}/about`);
    await press('/');
    expect(await focal.page.evaluate('document.activeElement.name')).toBe('q');
    await press('g', 'o', '?');
    expect(await focal.page.locator('.top-search input').inputValue()).toBe('go?');
    await press('Tab');
    expect(await goes(() => press('g', 'p'))).toMatch(/^\/plans\//);
  });

  it('open a palette that finds by the keyboard alone, in Arabic too', async () => {
    const opened = async () => {
      await press('Control+k');
      return focal.page.getByRole('combobox');
    };
    await focal.open('/tasks');
    const input = await opened();
    await focal.page.waitForFunction('document.querySelectorAll("[role=option]").length > 3');
    await press('Escape');
    expect(await input.count()).toBe(0);
    await opened();
    await input.fill('training');
    await focal.page.locator('[role=option] small').first().waitFor();
    await press('ArrowDown', 'ArrowUp');
    expect(await goes(() => press('Enter'))).not.toBe('/tasks');
    const arabic = { name: LANGUAGE_COOKIE, value: 'ar', url: PUBLIC_URL };
    await focal.page.context().addCookies([arabic]);
    await focal.open(`/mechanisms/${MECHANISM}/about`);
    await opened();
    await input.fill('خطة');
    expect(await focal.page.locator('[role=option]').first().textContent()).toContain('الخطة');
    await press('Escape');
    await focal.page.context().clearCookies({ name: arabic.name });
  });

  it('are listed by a question mark, and can be switched off', async () => {
    await focal.open('/tasks');
    await press('?');
    await focal.page.locator('dialog kbd').first().waitFor();
    await press('Escape');
    await focal.open('/account');
    await focal.page.getByLabel('No keyboard shortcuts').check();
    const submit = () => focal.page.getByRole('button', { name: 'Save' }).first().click();
    await goes(submit);
    await press('?', 'Control+k');
    expect(await focal.page.locator('dialog').count()).toBe(0);
    await focal.page.getByLabel('No keyboard shortcuts').uncheck();
    await goes(submit);
  });
});

/** A form, and what makes it wrong when it is sent with every field emptied. */
const FORMS: [name: string, person: 'secretariat' | 'focal point', address: () => string, button: string][] =
  [
    ['a plan', 'secretariat', () => address('/mechanisms/:mechanismId/plans/new'), 'Create the plan'],
    ['the adoption of a plan', 'secretariat', () => address('/plans/:id/adoption'), 'Record the adoption'],
    ['an item', 'secretariat', () => address('/plans/:id/items/new'), 'Add the item'],
    ['a mechanism', 'secretariat', () => address('/mechanisms/:mechanismId/edit'), 'Save'],
    ['a member', 'secretariat', () => address('/mechanisms/:mechanismId/members'), 'Add to the list'],
    ['people', 'secretariat', () => address('/mechanisms/:mechanismId/people/invite'), 'Check the list'],
    ['a rule', 'secretariat', () => address('/mechanisms/:mechanismId/reminders/new'), 'Create the rule'],
    [
      'a submission',
      'secretariat',
      () => `${address('/mechanisms/:mechanismId/submissions/new')}?template=forum-contribution`,
      'Start a document',
    ],
    ['an entry', 'focal point', () => address('/progress/new'), 'Submit'],
    ['a link', 'focal point', () => address('/progress/:id/evidence'), 'Add a link'],
    ['a file', 'focal point', () => address('/progress/:id/evidence'), 'Add the file'],
    ['an account', 'focal point', () => '/account', 'Save'],
    ['a password', 'focal point', () => '/account', 'Set the password'],
  ];

describe('what is wrong with a form', () => {
  it.each(FORMS)('of %s has the focus, and leads to each field', async (_, person, form, button) => {
    const window = person === 'secretariat' ? office : focal;
    await window.open(form(), { axe: false });
    await window.page.locator('main form').evaluateAll(EMPTY);
    await window.press(button, { status: 422 });
    const summary = window.page.locator('.errors');
    expect(await summary.evaluate((errors) => errors === errors.ownerDocument.activeElement)).toBe(true);
    const links = summary.getByRole('link');
    expect(await links.count()).toBe(await summary.getByRole('listitem').count());
    for (const link of await links.all()) {
      await link.focus();
      await window.page.keyboard.press('Enter');
      expect(`#${await focused(window)}`).toBe(await link.getAttribute('href'));
      // The message is read with the field.
      const said = await window.page.evaluate<string>(DESCRIPTION);
      expect((await link.innerText()).endsWith(said.trim().split('\n').at(-1)!)).toBe(true);
    }
  });
});

/** Empties what a person can fill in. */
const EMPTY = (
  forms: { querySelectorAll(selector: string): Iterable<{ value: string; checked: boolean }> }[],
) => {
  for (const form of forms) {
    for (const field of form.querySelectorAll(
      'input:not([type=hidden], [type=checkbox], [type=radio]), textarea',
    )) {
      field.value = '';
    }
    for (const box of form.querySelectorAll('[type=checkbox], [type=radio]')) box.checked = false;
  }
};

/** Runs in the page: what describes the field that has the focus, or the group it is in. */
const DESCRIPTION = `(() => {
  const described = document.activeElement.closest('[aria-describedby]');
  const ids = described ? described.getAttribute('aria-describedby').split(' ') : [];
  return ids.map((id) => document.getElementById(id).innerText).join('\\n');
})()`;
