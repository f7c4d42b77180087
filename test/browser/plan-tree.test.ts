import type { Browser } from 'playwright-core';
import { readInput } from '../../src/platform/http/read-input.js';
import { NewItemInput } from '../../src/plans/items/item.dto.js';
import { ItemsService } from '../../src/plans/items/items.service.js';
import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { PlansService } from '../../src/plans/plan/plans.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { newEntry, newPerson, newPlan, type Person } from '../support/factories.js';
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

/** Where the characters of a code and its title stand, in the order in which they are read; runs in the page. */
const PLACES = `({ code, title }) => {
  const bare = (text) => text.replace(/[\\s\\u2066-\\u2069]/g, '');
  const whole = bare(code) + bare(title);
  const holds = (element) => bare(element.textContent).includes(whole) && element.getClientRects().length > 0;
  const named = [...document.querySelectorAll('main *')].filter(holds);
  const innermost = named.filter((element) => ![...element.children].some(holds));
  return innermost.map((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      [...node.data].forEach((char, at) => {
        if (bare(char) === '') return;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, right, top, bottom } = range.getClientRects()[0] ?? range.getBoundingClientRect();
        places.push({ char, left, right, line: (top + bottom) / 2 });
      });
    const from = places.map(({ char }) => char).join('').indexOf(whole);
    return { tag: element.outerHTML.slice(0, 60), places: places.slice(from, from + whole.length) };
  });
}`;

interface Place {
  char: string;
  left: number;
  right: number;
  line: number;
}

/** What is out of order where a code and its title stand; the number of lines they take. */
function orderOf(places: Place[], code: string, isRtl: boolean): { wrong: string[]; lines: number } {
  const wrong: string[] = [];
  const [lead, title] = [places.slice(0, code.length), places.slice(code.length)];
  const isOnward = (a: Place, b: Place) => (isRtl ? a.left >= b.right - 1 : a.right <= b.left + 1);
  lead.slice(1).forEach((one, at) => {
    if (lead[at]!.right > one.left + 1) wrong.push(`${one.char} of the code is out of place`);
  });
  const first = title[0]!;
  const isBeside = Math.abs(first.line - lead[0]!.line) < 8;
  if (isBeside && !lead.every((one) => isOnward(one, first))) wrong.push('the code is not before its title');
  let lines = 1;
  title.slice(1).forEach((one, at) => {
    const before = title[at]!;
    const down = one.line - before.line;
    if (down > 8) lines += 1;
    else if (down < -8) wrong.push(`${one.char} is above what is read before it`);
    else if (!isOnward(before, one)) wrong.push(`${one.char} is before what is read before it`);
  });
  return { wrong, lines };
}

describe('codes and titles of both directions on an Arabic page', () => {
  const named = [
    [
      '8(a)',
      'ar',
      'تبادل قوائم الاتصال والتعليمات الدائمة بين السلطات المختصة في الدول الأعضاء في مجال البحث والإنقاذ',
    ],
    ['1.2.3', 'ar', 'تبادل الخبرات'],
    ['B.1-i', 'ar', 'تبادل المعلومات بين نقاط الاتصال'],
    [
      '9(b)',
      'en',
      'Exchange of contact lists and standing instructions between the authorities of all members',
    ],
    ['C.2-ii', 'fr', 'Échange de listes de contacts entre les autorités'],
  ] as const;
  let addresses: Record<string, string[]>;
  let reader: Person;

  beforeAll(async () => {
    const { plan, secretariat } = await newPlan(test, 'khartoum', [], { draft: true });
    const made: PlanItem[] = [];
    for (const [code, original, text] of named) {
      const title = { original, texts: { [original]: text } };
      const input = readInput(NewItemInput, { code, title, parentId: null });
      made.push(await test.get(ItemsService).add(secretariat.actor, plan.id, input));
    }
    await test
      .get(PlansService)
      .move(secretariat.actor, plan.id, 'adopt', { by: 'A meeting', on: '2026-01-15' });
    for (const item of made)
      await newEntry(test, secretariat, item, { mechanismId: 'khartoum', as: 'secretariat' });
    await test.indexed();
    reader = secretariat;
    addresses = {
      plan: [`/plans/${plan.id}`],
      item: made.map(({ id }) => `/items/${id}`),
      board: ['/mechanisms/khartoum/board/items?unmapped=on'],
      'list of reports': ['/progress'],
      search: ['تبادل', 'exchange', 'échange'].map((q) => `/search?kind=item&q=${encodeURIComponent(q)}`),
    };
  });

  it.each(['plan', 'item', 'board', 'list of reports', 'search'])(
    'stand in order, and wrap in order: %s',
    async (where) => {
      const window = await Window.of(browser, test, reader, { language: 'ar', width: PHONE });
      const wrong: string[] = [];
      const seen = new Map<string, number>();
      for (const address of addresses[where]!) {
        await window.page.goto(address);
        for (const [code, language, title] of named) {
          const found = await window.page.evaluate<{ tag: string; places: Place[] }[]>(
            `(${PLACES})(${JSON.stringify({ code, title })})`,
          );
          for (const { tag, places } of found) {
            const order = orderOf(places, code, language === 'ar');
            wrong.push(...order.wrong.map((one) => `${tag}: ${one}`));
            seen.set(code, Math.max(order.lines, seen.get(code) ?? 0));
          }
        }
      }
      expect(wrong).toEqual([]);
      expect([...seen.keys()].sort()).toEqual(named.map(([code]) => code).sort());
      expect(seen.get('8(a)')).toBeGreaterThan(1);
      expect(seen.get('9(b)')).toBeGreaterThan(1);
      await window.close();
    },
  );
});
