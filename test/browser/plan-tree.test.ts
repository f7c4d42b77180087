import type { Browser } from 'playwright-core';
import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { newPerson, newPlan, type Person } from '../support/factories.js';
import { EIGHT_LEVELS, fillPlan } from '../support/large-plan.js';
import { openBrowser, PHONE, PUBLIC_URL, Window } from './support.js';

let test: TestApp;
let browser: Browser;
let office: Person;
let plan: Plan;
let items: PlanItem[];

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  ({ plan, secretariat: office } = await newPlan(test, 'rabat', [], { draft: true }));
  items = await fillPlan(test, plan.id, EIGHT_LEVELS);
  browser = await openBrowser(test);
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

const focused = ({ page }: Window) => page.evaluate<string>('document.activeElement.id');
const below = ({ id }: PlanItem) => items.filter(({ parentId }) => parentId === id);

describe('a large plan', () => {
  it('opens and closes a branch in its place, by the keyboard too', async () => {
    const window = await Window.of(browser, test, office);
    await window.open(`/plans/${plan.id}`, { widths: [PHONE] });
    const closed = items.find(({ code }) => code === '1.1.1')!;
    const link = window.page.locator(`#branch-${closed.id}`);
    expect(await link.getAttribute('aria-expanded')).toBe('false');
    await link.focus();
    await window.page.keyboard.press('Enter');
    const opened = below(closed).map(({ id }) => window.page.locator(`#item-${id}`));
    for (const row of opened) await row.waitFor();
    expect(await focused(window)).toBe(`branch-${closed.id}`);
    expect(await link.getAttribute('aria-expanded')).toBe('true');
    await window.look();
    await window.page.keyboard.press('Enter');
    for (const row of opened) await row.waitFor({ state: 'detached' });
    expect(await focused(window)).toBe(`branch-${closed.id}`);
    await window.close();
  });

  it('opens a branch on a page of its own without JavaScript', async () => {
    const window = await Window.of(browser, test, office, { javaScript: false });
    await window.open(`/plans/${plan.id}`);
    const closed = items.find(({ code }) => code === '2.1.1')!;
    await window.follow('3 below 2.1.1');
    expect(new URL(window.page.url()).hash).toBe(`#item-${closed.id}`);
    for (const { id } of below(closed)) expect(await window.page.locator(`#item-${id}`).count()).toBe(1);
    await window.follow('The whole plan');
    await window.close();
  });

  it.each(['en', 'ar'])('has room for its deepest level on a phone (%s)', async (language) => {
    const window = await Window.of(browser, test, office, { language, width: PHONE });
    await window.open(`/plans/${plan.id}?at=${items.at(-1)!.id}`);
    await window.close();
  });

  it('adds the next hundred of a long list', async () => {
    const flat = await newPlan(test, 'rabat', [], { draft: true });
    await fillPlan(test, flat.plan.id, [350]);
    const window = await Window.of(browser, test, office, { language: 'ar', width: PHONE });
    await window.open(`/plans/${flat.plan.id}`);
    const lines = window.page.locator('.tracking tr[data-depth]');
    for (const count of [200, 300, 350]) {
      await window.page.locator('.more a[rel=next]').click();
      await lines.nth(count - 1).waitFor();
      expect(await lines.count()).toBe(count);
    }
    expect(await window.page.locator('.more').count()).toBe(0);
    await window.look();
    await window.close();
  });
});

/** Of a page that was visited before, with all that it loads. */
const LATER_BYTES = 15_000;

describe('items of a plan with 155', () => {
  let chosen: PlanItem[];
  let kenya: Person;
  let first: PlanItem;
  beforeAll(async () => {
    const titles = ['إدارة الحدود', 'Réintégration durable'].map((title) => ({ title }));
    const made = await newPlan(test, 'rabat', titles);
    first = made.items[0]!;
    chosen = await fillPlan(test, made.plan.id, [4, 20, 49, 80]);
    kenya = await newPerson(test, ['focal-point', 'rabat', 'KEN']);
  });

  it.each(['en', 'ar'])('are chosen by name on a phone, by the keyboard (%s)', async (language) => {
    const window = await Window.of(browser, test, kenya, { language, width: PHONE });
    const { page } = window;
    await window.open(`/progress/new?item=${first.id}`);
    const loaded = page.waitForResponse((response) => response.url().endsWith('/choice'));
    await page.locator('.choose summary').focus();
    await page.keyboard.press('Enter');
    const { responseBodySize } = await (await loaded).request().sizes();
    expect(responseBodySize).toBeLessThan(LATER_BYTES);
    const shown = page.locator('.choose-rows label:visible');
    await shown.first().waitFor();
    expect(await shown.count()).toBe(155);
    await window.look();
    const find = page.locator('.choose-find input');
    await page.keyboard.press('Tab');
    expect(await find.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
    for (const [words, count] of [
      ['reintegration DURABLE', 1],
      ['اداره الحدود', 1],
      ['nothing of it', 0],
    ] as const) {
      await find.fill(words);
      expect([words, await shown.count()]).toEqual([words, count]);
    }
    // Those above stay, by which one knows where it stands; what is on top of the form is no box here.
    const deepest = chosen.at(-1)!;
    await find.fill(deepest.code);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    if ((await shown.count()) > 1)
      while ((await page.evaluate<string>('document.activeElement.value')) !== deepest.id)
        await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('.choose-said').textContent()).toContain(deepest.code);
    expect(await page.locator('.choose-said').textContent()).toMatch(/[2٢]/);
    await window.look();
    await window.close();
  });

  it('are chosen without JavaScript from the list that a button brings, and stay on top', async () => {
    const window = await Window.of(browser, test, kenya, { javaScript: false, width: PHONE });
    await window.open(`/progress/new?item=${first.id}`);
    await window.page.locator('textarea').first().fill('Kenya did it');
    await window.page.locator('.choose summary').click();
    await window.press('Show the list');
    await window.page.locator(`input[value="${chosen[30]!.id}"]`).check();
    await window.press('Save as a draft');
    await window.follow('Edit');
    expect(await window.page.locator('input[name=items]:checked').count()).toBe(2);
    expect(await window.page.locator('textarea').first().inputValue()).toBe('Kenya did it');
    await window.close();
  });
});
