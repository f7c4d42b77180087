import type { Browser } from 'playwright-core';
import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { newPlan, type Person } from '../support/factories.js';
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
