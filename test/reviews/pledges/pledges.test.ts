import { strFromU8, unzipSync } from 'fflate';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newPerson, newPlan, programOf } from '../../support/factories.js';

const HOME = 'khartoum';
const PLEDGES = `/mechanisms/${HOME}/pledges`;
const TEXT = 'We will open two joint training centres for border officials by June 2028. '.repeat(5);

const fields = {
  name: 'Joint training centres',
  language: 'en',
  kind: 'common',
  participants: 'Kenya, Uganda',
  nature: 'human',
  objectives: [9, 23],
  text: TEXT,
};

let test: TestApp;
let browser: Client;
let office: Client;
let delegate: Client;
let visitor: Client;

beforeAll(async () => {
  test = await startApp();
  const { secretariat } = await newPlan(test, HOME, [{ code: '1' }]);
  browser = await browserOf(test, secretariat);
  office = await programOf(test, secretariat);
  delegate = await browserOf(test, await newPerson(test, ['focal-point', HOME, 'KEN']));
  visitor = new Client(test);
});
afterAll(() => test.close());

async function made(more: object = {}): Promise<string> {
  const answer = await office.api('POST', PLEDGES, { ...fields, ...more });
  expect(answer.status).toBe(201);
  return answer.json<{ id: string }>().id;
}
const seenBy = async (id: string) => {
  const of = async (client: Client) => (await client.get(`/pledges/${id}`)).status;
  const listed = async (client: Client) => (await client.get(PLEDGES)).body.includes(`/pledges/${id}`);
  return {
    delegate: [await of(delegate), await listed(delegate)],
    visitor: [await of(visitor), await listed(visitor)],
  };
};

describe('a pledge', () => {
  it('is refused with each mistake at its field, and what was typed is kept', async () => {
    const wrong = { ...fields, kind: 'matching', objectives: ['1', '2', '3', '4'], text: 'Too short' };
    const refused = await browser.post(PLEDGES, wrong);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('id="field-objectives-error"');
    expect(refused.body).toContain('Too short</textarea>');
    const further = await browser.post(PLEDGES, { ...wrong, objectives: ['1'] });
    expect(further.body).toContain('id="field-matches-error"');
    expect(further.body).toContain('id="field-text-error"');
    const long = await browser.post(PLEDGES, {
      ...fields,
      objectives: ['9'],
      text: 'x'.repeat(3001),
    });
    expect([long.status, long.body.includes('id="field-text-error"')]).toEqual([422, true]);
    const taken = await browser.post(PLEDGES, {
      ...fields,
      objectives: ['9'],
      text: 'x'.repeat(3000),
    });
    expect(taken.status).toBe(303);
  });

  it('is its secretariat’s until it is opened, to the mechanism or to everybody, and closed again', async () => {
    const id = await made();
    const closed = { delegate: [404, false], visitor: [303, false] };
    expect(await seenBy(id)).toEqual(closed);
    const asked = await browser.post(`/pledges/${id}/audience`, { audience: 'public' });
    expect(asked.body).toContain('Everybody can read it and its file, without signing in.');
    expect(await seenBy(id)).toEqual(closed);
    const open = (audience: string) => browser.post(`/pledges/${id}/audience`, { audience, confirmed: 'on' });
    await open('mechanism');
    expect(await seenBy(id)).toEqual({ delegate: [200, true], visitor: [303, false] });
    await open('public');
    expect(await seenBy(id)).toEqual({ delegate: [200, true], visitor: [200, true] });
    expect((await delegate.post(`/pledges/${id}/audience`, { audience: 'secretariat' })).status).toBe(403);
    await open('secretariat');
    expect(await seenBy(id)).toEqual(closed);
  });

  it('says how it stands, the latest first, and what was said before stays', async () => {
    const id = await made();
    const update = (standing: string, asOf: string, narrative: string) =>
      browser.post(`/pledges/${id}/updates`, { standing, asOf, narrative });
    expect((await update('planned', '2027-01-10', 'Sites were chosen')).status).toBe(303);
    expect((await update('in-progress', '2027-02-20', 'Both are being built')).status).toBe(303);
    const wrong = await update('done', '2027-02-20', 'Kept words');
    expect([wrong.status, wrong.body.includes('Kept words')]).toEqual([422, true]);
    const whole = (await office.api('GET', `/pledges/${id}`)).json<{ updates: object[] }>();
    expect(whole.updates).toEqual([
      { standing: 'in-progress', asOf: '2027-02-20', narrative: 'Both are being built' },
      { standing: 'planned', asOf: '2027-01-10', narrative: 'Sites were chosen' },
    ]);
  });

  it('has one file, for whoever reads the pledge, always as a download', async () => {
    const id = await made();
    const file = (name: string, content: string) => ({ field: 'file', name, content: Buffer.from(content) });
    const refused = await browser.upload(`/pledges/${id}/file`, file('a.html', '<script>1</script>'));
    expect([refused.status, refused.body.includes('id="field-file-error"')]).toEqual([422, true]);
    expect((await browser.upload(`/pledges/${id}/file`, file('one.txt', 'One'))).status).toBe(303);
    expect((await browser.upload(`/pledges/${id}/file`, file('two.txt', 'Two'))).status).toBe(303);
    const sent = await browser.get(`/pledges/${id}/file`);
    expect([sent.body, sent.headers['content-disposition']]).toEqual([
      'Two',
      "attachment; filename*=UTF-8''two.txt",
    ]);
    expect((await delegate.get(`/pledges/${id}/file`)).status).toBe(404);
  });

  it('is a Word file in its own language', async () => {
    const id = await made({ language: 'fr', name: 'Centres communs' });
    await browser.post(`/pledges/${id}/updates`, { standing: 'fulfilled', narrative: 'Ouverts' });
    const { bytes } = await browser.get(`/pledges/${id}/pledge.docx`);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
    const text = xml.replace(/<[^>]+>/g, '');
    for (const words of ['Centres communs', 'Ressources humaines', 'Réalisé', 'Ouverts', TEXT.trim()])
      expect(text).toContain(words);
    expect((await delegate.get(`/pledges/${id}/pledge.docx`)).status).toBe(404);
  });

  it('is deleted after one is asked', async () => {
    const id = await made();
    expect((await browser.post(`/pledges/${id}/removal`)).body).toContain('This cannot be undone.');
    expect((await browser.post(`/pledges/${id}/removal`, { confirmed: 'on' })).status).toBe(303);
    expect((await browser.get(`/pledges/${id}`)).status).toBe(404);
  });
});
