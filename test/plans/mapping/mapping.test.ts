import { AuditEvent } from '../../../src/platform/database/history.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newPerson, newPlan, type Person, programOf } from '../../support/factories.js';

const MECHANISM = 'rabat';
let test: TestApp;
let office: Person;
let api: Client;
let browser: Client;

beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', MECHANISM]);
  api = await programOf(test, office);
  browser = await browserOf(test, office);
});
afterAll(() => test.close());

interface Item {
  id: string;
  code: string;
  objectives: string[];
  principles: number[];
  institutional: boolean;
  version: number;
}
const item = async (id: string) =>
  (await api.api('GET', `/items/${id}`)).json<Item & Record<string, unknown>>();
const oneItem = async (title: string, options = {}) =>
  (await newPlan(test, MECHANISM, [{ title }], options)).items[0]!;
const events = (subjectId: string) =>
  test
    .get(UnitOfWork)
    .read.find(AuditEvent, { where: { subjectId, action: 'item.map' }, order: { at: 'ASC' } });

describe('the search of the catalogue', () => {
  it('finds by word in any language, or by number, and says why', async () => {
    const found = (await new Client(test).api('GET', '/framework/search?q=remesas&language=fr')).json<{
      items: Record<string, unknown>[];
    }>();
    expect(found.items[0]).toMatchObject({
      kind: 'objective',
      ref: '20',
      label: { language: 'fr' },
      reason: { words: ['remesas'], related: false },
    });
    const action = (await api.api('GET', '/framework/search?q=9a')).json<{ items: unknown[] }>();
    expect(action.items).toMatchObject([{ kind: 'action', ref: '9(a)', text: { paraphrase: true } }]);
  });

  it('asks for a word', async () => {
    const answer = await api.api('GET', '/framework/search');
    expect([answer.status, answer.json()]).toMatchObject([422, { errors: { q: 'This field is required.' } }]);
  });
});

describe('suggestions', () => {
  it('come with the words in common, and map nothing', async () => {
    const { id } = await oneItem('Act against trafficking and smuggling');
    const answer = (await api.api('GET', `/items/${id}/suggestions`)).json<{
      objectives: { ref: string; reason: { words: string[] } }[];
    }>();
    expect(
      answer.objectives
        .map(({ ref }) => ref)
        .sort()
        .slice(0, 2),
    ).toEqual(['10', '9']);
    expect(answer.objectives[0]!.reason.words).toContain('trafficking');
    expect(await item(id)).toMatchObject({ objectives: [], version: 1 });
  });

  it('are for those who may read the item', async () => {
    const { id } = await oneItem('Act against trafficking');
    expect((await new Client(test).api('GET', `/items/${id}/suggestions`)).status).toBe(404);
    const stranger = await programOf(test, await newPerson(test, ['secretariat', 'midwa']));
    expect((await stranger.api('GET', `/items/${id}/suggestions`)).status).toBe(404);
    const reader = await programOf(test, await newPerson(test, ['reader', MECHANISM]));
    expect((await reader.api('GET', `/items/${id}/suggestions`)).status).toBe(200);
  });
});

describe('the page of an item’s mapping', () => {
  it('shows suggestions with their reason, and maps with one click', async () => {
    const { id } = await oneItem('Return and reintegration of migrants');
    const page = await browser.get(`/items/${id}/mapping`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Words in common: Return, reintegration');
    expect(page.body).toContain('paraphrase by Waymark, not the wording of the resolution');
    const mapped = await browser.submit(`/items/${id}/mapping`, { add: '21', back: `/items/${id}/mapping` });
    expect(mapped.body).toContain('The objectives have been saved.');
    await browser.submit(`/items/${id}/mapping`, { add: '21(b)' });
    await browser.submit(`/items/${id}/mapping`, { addPrinciple: '6' });
    expect(await item(id)).toMatchObject({ objectives: ['21', '21(b)'], principles: [6], version: 4 });
    await browser.submit(`/items/${id}/mapping`, { remove: '21' });
    await browser.submit(`/items/${id}/mapping`, { removePrinciple: '6' });
    expect(await item(id)).toMatchObject({ objectives: ['21(b)'], principles: [], version: 6 });
    expect((await events(id)).map(({ after }) => after!.objectives)).toEqual([
      ['21'],
      ['21', '21(b)'],
      ['21', '21(b)'],
      ['21(b)'],
      ['21(b)'],
    ]);
  });

  it('searches the catalogue, in Arabic too', async () => {
    const { id } = await oneItem('Anything');
    const page = await browser.get(`/items/${id}/mapping?q=${encodeURIComponent('حدود')}`);
    expect(page.body).toContain('Manage borders in an integrated');
    expect(page.body).toContain('Related words: حدود');
    expect((await browser.get(`/items/${id}/mapping?q=xyzzy`)).body).toContain(
      'Nothing was found for these words.',
    );
  });

  it('changes nothing twice, and nothing for what the Compact has not', async () => {
    const { id } = await oneItem('Anything');
    await browser.submit(`/items/${id}/mapping`, { add: '9' });
    await browser.submit(`/items/${id}/mapping`, { add: '9' });
    await browser.submit(`/items/${id}/mapping`, { remove: '10' });
    expect(await item(id)).toMatchObject({ objectives: ['9'], version: 2 });
    expect((await browser.post(`/items/${id}/mapping`, { add: '24' })).status).toBe(422);
    expect((await browser.post(`/items/${id}/mapping`, { addPrinciple: '11' })).status).toBe(422);
    expect(await item(id)).toMatchObject({ version: 2 });
    expect(await events(id)).toHaveLength(1);
  });

  it.each([
    [{ add: '9' }, { objectives: ['9'] }, { objectives: [] }],
    [{ addPrinciple: '3' }, { principles: [3] }, { principles: [] }],
    [{ institutional: 'on' }, { institutional: true }, { institutional: false }],
  ])('a click can be taken back from the notice: %j', async (click, then, before) => {
    const { id, planId } = await oneItem('Anything');
    const back = `/plans/${planId}/unmapped`;
    const { body } = await browser.submit(`/items/${id}/mapping`, { ...click, back });
    expect(await item(id)).toMatchObject(then);
    const [, notice] = /<div class="notice"[^>]*>(.*?)<\/div>/s.exec(body)!;
    const [, action] = /action="([^"]+)"/.exec(notice!)!;
    const fields = [...notice!.matchAll(/name="(?!_csrf)([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    );
    expect((await browser.post(action!, Object.fromEntries(fields))).headers.location).toBe(back);
    expect(await item(id)).toMatchObject(before);
  });

  it('leads back to a page of its own plan only', async () => {
    const { id, planId } = await oneItem('Anything');
    const back = async (address: string) =>
      (await browser.post(`/items/${id}/mapping`, { add: '1', back: address })).headers.location;
    expect(await back(`/plans/${planId}/unmapped?after=x`)).toBe(`/plans/${planId}/unmapped?after=x`);
    expect(await back(`/plans/${planId}/unmapped#item-1`)).toBe(`/plans/${planId}/unmapped#item-1`);
    expect(await back('https://example.org/')).toBe(`/items/${id}/mapping`);
    expect(await back(`//example.org/items/${id}/mapping`)).toBe(`/items/${id}/mapping`);
  });

  it('is the secretariat’s', async () => {
    const { id } = await oneItem('Anything');
    for (const person of [
      await newPerson(test, ['chair', MECHANISM]),
      await newPerson(test, ['secretariat', 'midwa']),
    ]) {
      const other = await browserOf(test, person);
      expect([403, 404]).toContain((await other.get(`/items/${id}/mapping`)).status);
      expect([403, 404]).toContain((await other.post(`/items/${id}/mapping`, { add: '1' })).status);
    }
    expect(await item(id)).toMatchObject({ objectives: [], version: 1 });
  });

  it('changes in an adopted plan, and not in one that has ended', async () => {
    const { plan, items, secretariat } = await newPlan(test, MECHANISM, [{}]);
    const own = await browserOf(test, secretariat);
    expect((await own.post(`/items/${items[0]!.id}/mapping`, { add: '1' })).status).toBe(303);
    await own.post(`/plans/${plan.id}/closure`, { confirmed: 'on' });
    expect((await own.post(`/items/${items[0]!.id}/mapping`, { add: '2' })).status).toBe(409);
    expect(await item(items[0]!.id)).toMatchObject({ objectives: ['1'] });
  });
});

describe('the mapping as a whole', () => {
  it('is set through the API; what is left out stays', async () => {
    const { id } = await oneItem('Anything');
    await api.api('PUT', `/items/${id}/objectives`, {
      objectives: ['9', '9(a)', '9'],
      principles: [2],
      version: 1,
    });
    const answer = await api.api('PUT', `/items/${id}/objectives`, { objectives: ['10'], version: 2 });
    expect(answer.json()).toMatchObject({
      objectives: ['10'],
      principles: [2],
      institutional: false,
      version: 3,
    });
  });

  it('is refused when the item changed meanwhile, with the item as it stands', async () => {
    const { id } = await oneItem('Anything');
    await api.api('PUT', `/items/${id}/objectives`, { objectives: ['9'], version: 1 });
    const answer = await api.api('PUT', `/items/${id}/objectives`, { objectives: ['10'], version: 1 });
    expect([answer.status, answer.json()]).toMatchObject([409, { current: { objectives: ['9'] } }]);
    expect(await item(id)).toMatchObject({ objectives: ['9'] });
  });

  it('names the field of what it does not take', async () => {
    const { id } = await oneItem('Anything');
    const answer = await api.api('PUT', `/items/${id}/objectives`, { objectives: ['9', '9(z)'], version: 1 });
    expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors)]).toEqual([
      422,
      ['objectives.1'],
    ]);
  });
});

describe('items without a mapping', () => {
  it('are listed in the order of the plan without its headings, those about the mechanism itself apart', async () => {
    const { plan, items } = await newPlan(test, MECHANISM, [
      { code: 'I', title: 'Borders' },
      { code: 'II', title: 'Smuggling', objectives: ['9'] },
      { code: 'I.1', parent: 'I', title: 'Border posts' },
      { code: 'II.1', parent: 'II', title: 'Secretariat' },
      { code: 'II.2', parent: 'II', title: 'Traffic', objectives: ['10(a)'] },
    ]);
    const listed = async (query = '') =>
      (await api.api('GET', `/plans/${plan.id}/unmapped${query}`)).json<{ items: Item[]; counts: object }>();
    expect((await listed()).items.map(({ code }) => code)).toEqual(['I.1', 'II.1']);
    const secretariat = items.find(({ code }) => code === 'II.1')!;
    const page = await browser.get(`/plans/${plan.id}/unmapped`);
    expect(page.body).toContain('Words in common: Border');
    await browser.submit(`/items/${secretariat.id}/mapping`, {
      institutional: 'on',
      back: `/plans/${plan.id}/unmapped`,
    });
    expect((await listed()).items.map(({ code }) => code)).toEqual(['I.1']);
    expect(await listed('?institutional=on')).toMatchObject({
      items: [{ code: 'II.1', institutional: true }],
      counts: { unmapped: 1, institutional: 1 },
    });
    await browser.submit(`/items/${secretariat.id}/mapping`, { institutional: 'off' });
    expect((await listed()).items.map(({ code }) => code)).toEqual(['I.1', 'II.1']);
  });

  it('come a page at a time, and none is skipped when some are mapped on the way', async () => {
    const { plan } = await newPlan(
      test,
      MECHANISM,
      Array.from({ length: 60 }, (_, index) => ({ code: `${index}` })),
    );
    const seen: string[] = [];
    let after = '';
    do {
      const page = (await api.api('GET', `/plans/${plan.id}/unmapped?after=${after}`)).json<{
        items: Item[];
        nextCursor: string | null;
      }>();
      seen.push(...page.items.map(({ code }) => code));
      for (const one of page.items.slice(0, 3))
        await api.api('PUT', `/items/${one.id}/objectives`, { objectives: ['1'], version: one.version });
      after = page.nextCursor ?? '';
    } while (after);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => `${index}`));
  });

  it('of a public plan are for everybody to read, without buttons', async () => {
    const { plan } = await newPlan(test, MECHANISM, [{ title: 'Borders' }], { isPublic: true });
    const page = await new Client(test).get(`/plans/${plan.id}/unmapped`);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('Map to');
    const closed = await newPlan(test, MECHANISM, [{}]);
    expect((await new Client(test).get(`/plans/${closed.plan.id}/unmapped`)).headers.location).toContain(
      '/sign-in',
    );
  });
});
