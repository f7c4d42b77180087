import { startApp, type TestApp } from '../../support/app.js';
import type { Client } from '../../support/client.js';
import { browserOf, newPerson, newPlan, programOf } from '../../support/factories.js';
import type { DocumentTemplate, TemplateSection } from '../../../src/reviews/templates/template.js';

const HOME = 'khartoum';
const home = `/mechanisms/${HOME}`;

interface Shown extends DocumentTemplate {
  id?: string;
  own: boolean;
  version: number;
}

let test: TestApp;
let office: Client;
let browser: Client;
let item: string;
let foreign: Client;

beforeAll(async () => {
  test = await startApp();
  const { items, secretariat } = await newPlan(test, HOME, [{ code: '1', title: 'Border posts' }]);
  item = items[0]!.id;
  office = await programOf(test, secretariat);
  browser = await browserOf(test, secretariat);
  foreign = await programOf(test, await newPerson(test, ['secretariat', 'rabat']));
});
afterAll(() => test.close());

async function copied(basedOn = 'progress-report'): Promise<Shown> {
  const answer = await office.api('POST', `${home}/document-templates`, { basedOn });
  expect(answer.status).toBe(201);
  return answer.json<Shown>();
}
const read = async (key: string) => (await office.api('GET', `/document-templates/${key}`)).json<Shown>();
const section = async (key: string, name: string): Promise<TemplateSection> =>
  (await read(key)).sections.find((one) => one.key === name)!;

describe('templates over the API', () => {
  it('lists those of the product and the mechanism’s own, of which another mechanism sees nothing', async () => {
    const own = await copied();
    const { items } = (await office.api('GET', `${home}/document-templates`)).json<{ items: Shown[] }>();
    const keys = items.map(({ key }) => key);
    expect(keys).toContain(own.key);
    expect(keys).toEqual(expect.arrayContaining(['forum-contribution', 'tracking-matrix', 'meeting-record']));
    expect((await foreign.api('GET', `/document-templates/${own.key}`)).status).toBe(404);
    expect((await foreign.api('GET', `${home}/document-templates`)).status).toBe(403);
    const other = { basedOn: own.key };
    expect((await foreign.api('POST', '/mechanisms/rabat/document-templates', other)).status).toBe(422);
  });

  it('refuses what was changed meanwhile, and shows how it stands', async () => {
    const { key } = await copied();
    const content = { kind: 'map', version: 1 };
    const address = `/document-templates/${key}/sections/summary/contents`;
    expect((await office.api('POST', address, content)).status).toBe(201);
    const stale = await office.api('POST', address, content);
    expect(stale.status).toBe(409);
    expect(stale.json<{ current: Shown }>().current).toMatchObject({ key, version: 2 });
  });

  it('begins a document from a copy, which keeps its shape, and the copy cannot be deleted then', async () => {
    const own = await copied('annual-report');
    const title = { fr: 'Nos réunions' };
    const changed = await office.api('PUT', `/document-templates/${own.key}/sections/meetings`, {
      title,
      words: 300,
      version: 1,
    });
    expect(changed.status).toBe(200);
    const opened = await office.api('POST', `${home}/submissions`, {
      template: own.key,
      language: 'fr',
      title: 'Rapport',
      periodFrom: '2026-01-01',
      periodUntil: '2026-12-31',
    });
    expect(opened.status).toBe(201);
    expect(opened.json()).toMatchObject({ template: own.key });
    expect((await office.api('DELETE', `/document-templates/${own.key}`)).status).toBe(409);
    const unused = await copied();
    expect((await office.api('DELETE', `/document-templates/${unused.key}`)).status).toBe(204);
    expect((await office.api('GET', `/document-templates/${unused.key}`)).status).toBe(404);
  });
});

describe('templates in the browser, without JavaScript', () => {
  it('copies one, and says what is wrong at the field with everything typed kept', async () => {
    const list = await browser.get(`${home}/templates`);
    expect(list.body).toContain('Contribution to a regional review');
    const shown = await browser.get(`${home}/templates/round-table-2-note`);
    expect(shown.body).toContain('At most 1,000 words');
    expect(shown.body).toContain('round table 2');
    const made = await browser.post(`${home}/templates`, { basedOn: 'round-table-2-note' });
    const address = made.headers.location!;
    const copy = await browser.get(address);
    expect(copy.body).toContain('Copy of Background note for round table 2');
    const form = await browser.get(`${address}/settings`);
    expect(form.body).toContain('value="Copie de Note d’information pour la table ronde 2"');
    const typed = {
      'name.ar': 'مذكرتنا',
      'purpose.en': 'Short',
      occasion: 'cycle',
      masthead: 'plain',
      orientation: 'landscape',
      charactersLeast: 300,
      charactersMost: 100,
      version: 1,
    };
    const refused = await browser.post(address, typed);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('id="field-charactersMost-error"');
    expect(refused.body).toContain('value="مذكرتنا"');
    const saved = await browser.post(address, { ...typed, charactersMost: 3000, cycleKinds: 'regional' });
    expect(saved.status).toBe(303);
    const key = address.split('/').at(-1)!;
    expect(await read(key)).toMatchObject({
      name: { en: 'مذكرتنا', ar: 'مذكرتنا' },
      cycleKinds: ['regional'],
      form: { orientation: 'landscape', numbered: false, limits: { characters: { least: 300, most: 3000 } } },
      version: 2,
    });
  });

  it('adds a section, moves it, chooses what is compiled by name, and takes it out', async () => {
    const { key } = await copied('political-forum-input');
    const address = `/document-templates/${key}`;
    expect((await browser.post(`${address}/sections`, { version: 1 })).body).toContain(
      'id="field-title-en-error"',
    );
    const added = await browser.post(`${address}/sections`, { 'title.en': 'Our view', version: 1 });
    expect(added.headers.location).toContain('/sections/our-view');
    const at = `${address}/sections/our-view`;
    await browser.post(`${at}/contents`, { kind: 'objectives', version: 2 });
    const scope = await browser.get(`${at}/contents/0`);
    expect(scope.body).toContain('Round table 3');
    expect(scope.body).toContain('Choose from the plan');
    const typed = { roundTable: 3, parts: ['results', 'nextSteps'], items: item, version: 3 };
    const beyond = await browser.post(`${at}/contents/0`, { ...typed, roundTable: 5 });
    expect([beyond.status, beyond.body.includes('id="field-roundTable-error"')]).toEqual([422, true]);
    expect((await browser.post(`${at}/contents/0`, typed)).status).toBe(303);
    expect((await section(key, 'our-view')).contents).toEqual([
      { kind: 'objectives', only: { roundTable: 3, itemId: item, parts: ['results', 'nextSteps'] } },
    ]);
    const page = await browser.get(address);
    expect(page.body).toContain('Round table 3; one branch of the plan; results and next steps');
    await browser.post(`${at}/step`, { direction: 'up', version: 4 });
    expect((await read(key)).sections.map((one) => one.key)).toEqual([
      'goals',
      'alignment',
      'needs',
      'our-view',
      'indicators',
    ]);
    const asked = await browser.post(`${at}/removal`, { version: 5 });
    expect(asked.body).toContain('Documents that were begun keep this section.');
    expect((await browser.post(`${at}/removal`, { version: 5, confirmed: 'on' })).status).toBe(303);
    expect((await browser.get(at)).status).toBe(404);
  });

  it('is the secretariat’s alone', async () => {
    const delegate = await browserOf(test, await newPerson(test, ['focal-point', HOME, 'KEN']));
    const { key } = await copied();
    for (const path of [`${home}/templates`, `/document-templates/${key}`])
      expect((await delegate.get(path)).status).toBe(403);
  });
});
