import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';

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
