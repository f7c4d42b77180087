import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf, newAdministrator, newPerson } from '../support/factories.js';

let test: TestApp;
let reader: Client;

beforeAll(async () => {
  test = await startApp();
  reader = new Client(test);
});
afterAll(() => test.close());

interface Line {
  number: number;
  title: { text: string; language: string; fallback: boolean };
}

describe('the catalogue page', () => {
  it('is open to everybody and shows the whole Compact', async () => {
    const { status, body } = await reader.get('/framework');
    expect(status).toBe(200);
    for (let number = 1; number <= 23; number += 1)
      expect(body).toContain(`/framework/objectives/${number}"`);
    expect(body).toContain('A/RES/73/195');
    expect(body).toContain('15(j)');
    expect(body).toContain('Vienna');
    expect(body).toContain('Not confirmed');
  });

  it('marks English that stands in for another language', async () => {
    const { body } = await reader.get('/framework', { 'accept-language': 'ar' });
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toMatch(/<span lang="en" dir="ltr">Collect and utilize accurate/);
    expect(body).toMatch(/<h1 lang="ar">الاتفاق العالمي/);
  });
});

describe('the page of an objective', () => {
  it('shows title, place, paraphrased actions, sources and doubts', async () => {
    const { status, body } = await reader.get('/framework/objectives/20');
    expect(status).toBe(200);
    expect(body).toContain('faster, safer and cheaper transfer of remittances');
    expect(body).toContain('20(a)');
    expect(body).toContain('must not be quoted');
    expect(body).toContain('10.c');
    expect(body).toContain('paragraph 36');
  });

  it('has the title in the language of the reader where one is confirmed', async () => {
    const { body } = await reader.get('/framework/objectives/1', { 'accept-language': 'fr' });
    expect(body).toContain('<span lang="fr" dir="ltr">Collecter et utiliser');
  });

  it.each(['0', '24', '01', 'one', '1.0', '-1', '%00'])('is not there for %s', async (number) => {
    const { status } = await reader.get(`/framework/objectives/${number}`);
    expect(status).toBe(404);
  });
});

describe('official wordings that an administrator enters', () => {
  const PAGE = '/framework/wordings';
  const wording = { language: 'ar', objective: 1, text: 'عنوان رسمي', source: 'A/RES/73/195 (ar)' };
  const inArabic = { 'accept-language': 'ar' };
  let admin: Client;
  beforeAll(async () => (admin = await browserOf(test, await newAdministrator(test))));

  it('are shown to everybody with their source, changed, and removed, and the history says so', async () => {
    expect((await admin.get('/framework')).body).toContain(`href="${PAGE}"`);
    const saved = await admin.submit(PAGE, wording);
    expect(saved.body).toContain(wording.text);
    // The next one stands ready, with the source.
    expect(saved.body).toMatch(/<option value="2" selected>2\. Minimize/);
    expect(saved.body).toContain(`value="${wording.source}"`);
    const { body } = await reader.get('/framework/objectives/1', inArabic);
    expect(body).toContain(`<span lang="ar" dir="rtl">${wording.text}</span>`);
    expect(body).toContain(wording.source);
    expect((await reader.get('/framework', inArabic)).body).toContain(wording.text);

    const again = await admin.submit(PAGE, { ...wording, text: 'آخر' });
    expect(again.status).toBe(409);
    expect(again.body).toContain('in the meantime');
    expect((await admin.get(`${PAGE}?language=ar&objective=1`)).body).toContain('name="version" value="1"');
    await admin.submit(PAGE, { ...wording, text: 'عنوان مصحح', version: 1 });
    expect((await reader.get('/framework/objectives/1', inArabic)).body).toContain('عنوان مصحح');

    const { items } = (await admin.api('GET', PAGE)).json<{ items: { id: string }[] }>();
    expect(items).toMatchObject([{ objective: 1, language: 'ar', text: 'عنوان مصحح', version: 2 }]);
    const removal = `${PAGE}/${items[0]!.id}/removal`;
    expect((await admin.post(removal)).body).toContain('The English title is shown again');
    const removed = await admin.submit(removal, { confirmed: 'on' });
    for (const deed of ['entered', 'changed', 'removed'])
      expect(removed.body).toContain(`${deed} the official wording of objective`);
    expect((await reader.get('/framework/objectives/1', inArabic)).body).toContain('Collect and utilize');
  });

  it.each([
    ['an objective with a verified title', { language: 'es', objective: 1 }, 'objective'],
    ['a language that is none of the United Nations', { language: 'pt' }, 'language'],
    ['no source', { source: '' }, 'source'],
    ['an objective that is not there', { objective: 24 }, 'objective'],
  ])('are refused for %s', async (_, wrong, field) => {
    const answer = await admin.api('PUT', PAGE, { ...wording, ...wrong });
    expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors)]).toEqual([422, [field]]);
  });

  it('are for nobody else to enter, read in a list or remove', async () => {
    const secretariat = await browserOf(test, await newPerson(test, ['secretariat', 'rabat']));
    const own = await secretariat.get('/framework');
    expect(own.body).not.toContain(PAGE);
    expect((await secretariat.get(PAGE)).status).toBe(403);
    expect((await secretariat.post(PAGE, wording)).status).toBe(403);
    expect((await secretariat.api('PUT', PAGE, wording)).status).toBe(403);
    expect((await reader.api('GET', PAGE)).status).toBe(401);
  });
});

describe('the framework in the API', () => {
  it('lists objectives in the language asked for, and says where English stands in', async () => {
    const answer = await reader.api('GET', '/framework/objectives?language=es');
    const { items, nextCursor } = answer.json<{ items: Line[]; nextCursor: null }>();
    expect(nextCursor).toBeNull();
    expect(items).toHaveLength(23);
    expect(items[0]!.title).toMatchObject({ language: 'es', fallback: false });
    expect(items.filter((one) => one.title.fallback).map((one) => one.number)).toEqual([15, 16, 17]);
  });

  it('uses the language of the caller when none is asked for', async () => {
    const answer = await new Client(test).get('/api/v1/framework/objectives/7', { 'accept-language': 'fr' });
    expect(answer.json<Line>().title.language).toBe('fr');
  });

  it('gives one objective with its actions as paraphrases', async () => {
    const { sdgTargets, actions } = (await reader.api('GET', '/framework/objectives/20')).json<{
      sdgTargets: string[];
      actions: unknown[];
    }>();
    expect(sdgTargets).toEqual(['10.c']);
    expect(actions[0]).toMatchObject({
      ref: '20(a)',
      letter: 'a',
      label: { language: 'en', paraphrase: true },
    });
  });

  it.each([
    ['principles', 10],
    ['round-tables', 4],
    ['thematic-sessions', 6],
  ])('lists %s', async (path, count) => {
    const { items } = (await reader.api('GET', `/framework/${path}`)).json<{ items: unknown[] }>();
    expect(items).toHaveLength(count);
  });

  it('answers problems for what is not there, and for input it cannot use', async () => {
    const missing = await reader.api('GET', '/framework/objectives/24');
    expect(missing.status).toBe(404);
    expect(missing.headers['content-type']).toContain('application/problem+json');
    const twice = await reader.api('GET', '/framework/objectives?language=en&language=fr');
    expect(twice.status).toBe(422);
    expect(twice.json()).toMatchObject({ errors: { language: expect.any(String) as string } });
  });
});
