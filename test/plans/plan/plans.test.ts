import { AuditEvent } from '../../../src/platform/database/history.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { Plan, PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../../support/factories.js';

const MECHANISM = 'rabat';
let test: TestApp;
let plan: Plan;
let items: PlanItem[];
let office: Person;
let api: Client;

beforeAll(async () => {
  test = await startApp();
  ({
    plan,
    items,
    secretariat: office,
  } = await newPlan(
    test,
    MECHANISM,
    [
      { code: 'I' },
      { code: '5', parent: 'I' },
      { code: '5a', parent: 'I', objectives: ['9(a)', '10'] },
      { code: '5b', parent: 'I' },
      { code: 'II' },
    ],
    { draft: true },
  ));
  api = await programOf(test, office);
});
afterAll(() => test.close());

const codes = async () =>
  (await api.api('GET', `/plans/${plan.id}/items`))
    .json<{ items: { code: string }[] }>()
    .items.map(({ code }) => code);
const id = (code: string) => items.find((item) => item.code === code)!.id;
const english = (text: string) => ({ original: 'en', texts: { en: text } });

describe('a plan’s tree', () => {
  it('keeps its own codes and order at any depth', async () => {
    expect(await codes()).toEqual(['I', '5', '5a', '5b', 'II']);
    await api.api('PUT', `/items/${id('5b')}/position`, { parentId: id('I'), position: 0 });
    expect(await codes()).toEqual(['I', '5b', '5', '5a', 'II']);
    await api.api('PUT', `/items/${id('5b')}/position`, { parentId: id('5a'), position: 99 });
    expect(await codes()).toEqual(['I', '5', '5a', '5b', 'II']);
    await api.api('PUT', `/items/${id('5b')}/position`, { parentId: id('I'), position: 2 });
  });

  it('refuses to hang an item below itself or in another plan', async () => {
    const below = await api.api('PUT', `/items/${id('I')}/position`, { parentId: id('5a'), position: 0 });
    expect([below.status, below.json()]).toMatchObject([
      422,
      { errors: { parentId: expect.any(String) as string } },
    ]);
    const other = await newPlan(test, MECHANISM);
    const foreign = await api.api('PUT', `/items/${id('5')}/position`, {
      parentId: other.items[0]!.id,
      position: 0,
    });
    expect(foreign.status).toBe(422);
  });

  it('steps up and down by a button, and stays at the ends', async () => {
    const browser = await browserOf(test, office);
    await browser.post(`/items/${id('5a')}/step`, { direction: 'up' });
    expect(await codes()).toEqual(['I', '5a', '5', '5b', 'II']);
    await browser.post(`/items/${id('5a')}/step`, { direction: 'up' });
    await browser.post(`/items/${id('5a')}/step`, { direction: 'down' });
    expect(await codes()).toEqual(['I', '5', '5a', '5b', 'II']);
  });

  it('loses an item with what is below it, and keeps what was reported', async () => {
    const other = await newPlan(test, MECHANISM, [{ code: '1' }, { code: '1.1', parent: '1' }], {
      draft: true,
    });
    const entry = await newEntry(test, office, other.items[1]!, {
      mechanismId: MECHANISM,
      as: 'secretariat',
    });
    const browser = await browserOf(test, office);
    const explained = await browser.get(`/items/${other.items[0]!.id}/removal`);
    expect(explained.body).toContain('1 item below it will be deleted too');
    expect(explained.body).toContain('1 entry you can see');
    await browser.post(`/items/${other.items[0]!.id}/removal`, { confirmed: 'on' });
    expect((await api.api('GET', `/items/${other.items[1]!.id}`)).status).toBe(404);
    expect((await api.api('GET', `/progress/${entry.id}`)).json()).toMatchObject({ items: [] });
  });
});

describe('an item', () => {
  it('takes everything a plan says and asks for nothing it lacks', async () => {
    const bare = await api.api('POST', `/plans/${plan.id}/items`, { title: english('Only a title') });
    expect(bare.json()).toMatchObject({ code: '', owners: [], objectives: [], when: { precision: 'none' } });
    const full = await api.api('POST', `/plans/${plan.id}/items`, {
      code: 'VII.3 bis',
      title: { original: 'fr', texts: { fr: 'Former', ar: 'تدريب' } },
      description: english('How'),
      kind: 'training',
      status: 'ongoing',
      when: { precision: 'quarter', start: '2027-08-20' },
      owners: [
        'chair',
        'state:SEN',
        'working-group:Migration data',
        'partner:An organization',
        'group:Three States',
      ],
      objectives: ['18', '9(a)', '9(a)'],
      principles: [2, 7],
    });
    expect(full.json()).toMatchObject({
      code: 'VII.3 bis',
      when: { precision: 'quarter', start: '2027-07-01', end: '2027-09-30' },
      owners: expect.arrayContaining(['chair', 'state:SEN', 'working-group:Migration data']) as string[],
      objectives: expect.arrayContaining(['18', '9(a)']) as string[],
      principles: expect.arrayContaining([2, 7]) as number[],
    });
    expect(full.json<{ objectives: string[] }>().objectives).toHaveLength(2);
  });

  it.each([
    ['an objective that is none', { objectives: ['24'] }, 'objectives.0'],
    ['a letter the objective lacks', { objectives: ['1(z)'] }, 'objectives.0'],
    ['an owner that is none', { owners: ['emperor'] }, 'owners.0'],
    ['a State that is none', { owners: ['state:XXX'] }, 'owners.0'],
    ['a range without an end', { when: { precision: 'range', start: '2027-01-01' } }, 'when.end'],
    [
      'an end before the start',
      { when: { precision: 'range', start: '2027-02-01', end: '2027-01-01' } },
      'when.end',
    ],
    ['no title', { title: { original: 'en', texts: {} } }, 'title.texts.en'],
    ['a title that is too long', { title: english('x'.repeat(1001)) }, 'title.texts.en'],
  ])('is refused with %s, at its field, and nothing is written', async (_, wrong, field) => {
    const before = (await codes()).length;
    const answer = await api.api('POST', `/plans/${plan.id}/items`, { title: english('T'), ...wrong });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json<{ errors: object }>().errors)).toContain(field);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect((await codes()).length).toBe(before);
  });

  it('that collides is refused with both versions shown, and saved over knowingly', async () => {
    const browser = await browserOf(test, office);
    const fields = { code: 'II', 'title.original': 'en', 'when.precision': 'none', version: 1 };
    expect(
      (await browser.post(`/items/${id('II')}`, { ...fields, 'title.texts.en': 'From the first window' }))
        .status,
    ).toBe(303);
    const refused = await browser.post(`/items/${id('II')}`, {
      ...fields,
      'title.texts.en': 'From the second window',
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('From the first window');
    expect(refused.body).toContain('>From the second window</textarea>');
    const version = /name="version" value="(\d+)"/.exec(refused.body)![1]!;
    expect(
      (
        await browser.post(`/items/${id('II')}`, {
          ...fields,
          version,
          'title.texts.en': 'From the second window',
        })
      ).status,
    ).toBe(303);
    expect((await api.api('GET', `/items/${id('II')}`)).json()).toMatchObject({
      title: english('From the second window'),
    });
  });

  it('keeps what was typed when a field is wrong', async () => {
    const browser = await browserOf(test, office);
    const answer = await browser.post(`/plans/${plan.id}/items`, {
      code: 'III',
      'title.original': 'en',
      'title.texts.en': '',
      'when.precision': 'day',
      'when.start': 'soon',
      objectives: ['2', '5', '9(a)'],
    });
    expect(answer.status).toBe(422);
    for (const kept of ['value="III"', 'href="#field-title-texts-en"', 'href="#field-when-start"'])
      expect(answer.body).toContain(kept);
    expect(answer.body).toMatch(/value="5" checked/);
    expect(answer.body).toMatch(/value="9\(a\)" checked/);
  });
});

describe('a plan', () => {
  it('is for the mechanism’s people until it is made public', async () => {
    const reader = await browserOf(test, await newPerson(test, ['reader', MECHANISM]));
    const stranger = await browserOf(test, await newPerson(test, ['secretariat', 'rcm']));
    expect((await reader.get(`/plans/${plan.id}`)).status).toBe(200);
    expect((await stranger.get(`/plans/${plan.id}`)).status).toBe(404);
    const open = await newPlan(test, MECHANISM, [{ title: 'Open item' }], { isPublic: true });
    expect((await new Client(test).get(`/plans/${open.plan.id}`)).body).toContain('Open item');
    expect((await new Client(test).get(`/items/${open.items[0]!.id}`)).status).toBe(200);
    expect((await new Client(test).api('GET', `/plans/${plan.id}`)).status).toBe(404);
  });

  it('is changed by its secretariat alone', async () => {
    const reader = await programOf(test, await newPerson(test, ['reader', MECHANISM]));
    const elsewhere = await programOf(test, await newPerson(test, ['secretariat', 'rcm']));
    expect((await reader.api('DELETE', `/items/${id('5')}`)).status).toBe(403);
    expect((await elsewhere.api('DELETE', `/items/${id('5')}`)).status).toBe(404);
    expect(
      (await elsewhere.api('POST', `/mechanisms/${MECHANISM}/plans`, { title: english('T'), kind: 'annual' }))
        .status,
    ).toBe(403);
  });

  it('is adopted by a meeting on a day, and moves only as its state allows', async () => {
    const { plan: draft } = await newPlan(test, MECHANISM, [{}], { draft: true });
    expect((await api.api('POST', `/plans/${draft.id}/closure`)).status).toBe(409);
    expect((await api.api('POST', `/plans/${draft.id}/adoption`, { by: '' })).status).toBe(422);
    const adopted = await api.api('POST', `/plans/${draft.id}/adoption`, {
      by: 'Senior Officials’ Meeting',
      on: '2027-02-11',
    });
    expect(adopted.json()).toMatchObject({
      state: 'adopted',
      adoptedBy: 'Senior Officials’ Meeting',
      adoptedOn: '2027-02-11',
    });
    expect((await api.api('POST', `/plans/${draft.id}/adoption`, { by: 'x', on: '2027-02-11' })).status).toBe(
      409,
    );
  });

  it('writes history with every change, in the same transaction', async () => {
    const events = await test.get(UnitOfWork).read.findBy(AuditEvent, { scope: MECHANISM });
    const actions = new Set(events.map(({ action }) => action));
    for (const action of ['plan.create', 'plan.adopt', 'item.add', 'item.update', 'item.move', 'item.remove'])
      expect(actions).toContain(action);
    expect(events.every(({ accountId, actorName }) => accountId && actorName)).toBe(true);
  });
});
