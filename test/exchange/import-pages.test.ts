import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip as gzipped } from 'node:zlib';
import { ItemRemovalService } from '../../src/plans/items/item-removal.service.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer, Client } from '../support/client.js';
import { itemsOf } from '../support/exchange.js';
import { browserOf, newEntry, newPerson, newPlan, type Person } from '../support/factories.js';

/* From a file to a plan on pages, without JavaScript. */

const MECHANISM = 'khartoum';
const gzip = promisify(gzipped);

let test: TestApp;
let office: Person;
let client: Client;
beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', MECHANISM]);
  client = await browserOf(test, office);
});
afterAll(() => test.close());

const csv = (text: string) => ({ field: 'file', name: 'The plan.csv', content: Buffer.from(text) });
const valueOf = (page: Answer, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1];

/** Everything a form on a page would send, as it stands there. */
function formOf(page: Answer, action: string): Record<string, string> {
  const form = page.body
    .split('<form')
    .find((part) => part.includes(`action="${action}"`) && part.includes('post'))!;
  const fields = Object.fromEntries(
    [
      ...form.matchAll(
        /<input (?=[^>]*name="([^"]+)")(?=[^>]*value="([^"]*)")(?![^>]*type="(?:radio|checkbox)")/g,
      ),
    ].map(([, name, value]) => [name!, value!]),
  );
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name!] = /<option(?=[^>]*selected)[^>]*value="([^"]*)"/.exec(options!)?.[1] ?? '';
  const [, hierarchy] = /name="hierarchy" value="([^"]*)"[^>]*checked/.exec(form) ?? [];
  return { ...fields, ...(hierarchy && { hierarchy }) };
}

/** Brings a file and agrees to how it is read; answers the address of the import. */
async function bring(target: string, text: string): Promise<string> {
  const brought = await client.upload(`${target}/import`, csv(text));
  expect(brought.status).toBe(303);
  const address = brought.headers.location!;
  const chosen = await client.post(address, formOf(await client.get(address), address));
  expect([chosen.status, chosen.headers.location]).toEqual([303, `${address}/preview`]);
  return address;
}

async function planWith(items: { code: string; title: string; parent?: string }[]) {
  return newPlan(test, MECHANISM, items, { draft: true });
}

describe('a file on its way into a plan', () => {
  it('is found again by the one who brought it, and by nobody else, until it is taken in or discarded', async () => {
    const address = await bring(`/mechanisms/${MECHANISM}/plans`, 'Code,Title\n1,Waits for a while\n');
    const other = await browserOf(test, await newPerson(test, ['secretariat', MECHANISM]));
    const listed = async (who: Client) =>
      (await who.get(`/mechanisms/${MECHANISM}/plans/import`)).body.includes(`href="${address}"`);
    expect([await listed(client), await listed(other)]).toEqual([true, false]);
    const { plan } = await planWith([]);
    expect((await client.get(`/plans/${plan.id}/import`)).body).not.toContain(address);
    await client.post(`${address}/removal`);
    expect(await listed(client)).toBe(false);
  });

  it.each([
    ['cells between tabs', { text: 'Code\tTitle\tStatus\n1\t"Two\nlines"\tPlanned\n' }],
    [
      'a table of a document',
      {
        text: 'what the field shows',
        table:
          '<table><tr><td>Code</td><td>Title</td><td>Status</td></tr><tr><td>1</td><td><p>Two</p><p>lines</p></td><td>Planned</td></tr></table>',
      },
    ],
  ])('is pasted as well: %s', async (_what, fields) => {
    const { plan } = await planWith([]);
    const brought = await client.post(`/plans/${plan.id}/import`, fields);
    const address = brought.headers.location!;
    await client.post(address, formOf(await client.get(address), address));
    const preview = await client.get(`${address}/preview`);
    await client.post(`${address}/preview`, { fingerprint: valueOf(preview, 'fingerprint')! });
    expect(await itemsOf(client, plan.id)).toMatchObject([
      { code: '1', title: { texts: { en: 'Two\nlines' } }, status: 'planned' },
    ]);
  });

  it('says at the field what is wrong with what was pasted, keeps it, and leads back where one came from', async () => {
    const page = `/mechanisms/${MECHANISM}/plans/import`;
    const back = '?back=%2Fplans%2Fx%3Fstatus%3Dplanned';
    const answer = await client.post(`${page}${back}`, { text: 'Code;"Title\n1;Never closed' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Never closed');
    expect(answer.body).toContain('id="field-text-error"');
    expect((await client.post(page, { text: ' ' })).status).toBe(422);
    const cancel = async (query: string) =>
      [...(await client.get(`${page}${query}`)).body.matchAll(/<a href="([^"]*)">Cancel</g)].map(
        ([, to]) => to,
      );
    expect([await cancel(back), await cancel(''), await cancel('?back=//elsewhere.example')]).toEqual([
      ['/plans/x?status=planned'],
      [`/mechanisms/${MECHANISM}/plans`],
      [`/mechanisms/${MECHANISM}/plans`],
    ]);
  });

  it('shows what its rows are understood as', async () => {
    const address = await bring(
      `/mechanisms/${MECHANISM}/plans`,
      'Code,Title,Responsible,Timeline\n1,Border posts,"Kenya, Uganda",Q3 2025\n',
    );
    const { body } = await client.get(`${address}/preview`);
    expect(body.replace(/<[^>]+>/g, '')).toContain('Owner: Kenya; Uganda');
  });

  it('asks what a spreadsheet made dates of, and is taken in once somebody has said it', async () => {
    const { plan } = await planWith([]);
    const address = await bring(
      `/plans/${plan.id}`,
      'Code;Title;SDG\n7.9;Nine;8.8\n10-Jul;Ten;10-Jul\n8;Eight;8-Aug\n',
    );
    const preview = await client.get(`${address}/preview`);
    // Nothing can be agreed to while a question is open; what is likely is chosen beforehand, and the rest is not.
    expect(preview.body).not.toContain('name="fingerprint"');
    expect(
      [...preview.body.matchAll(/<input type="radio"[^>]*value="([^"]*)"[^>]*checked/g)].map(([, v]) => v),
    ).toEqual(['7.10', '10.7', '8.8']);
    const answers = { 'answers.0.use': 'code', 'answers.0.key': 'row 3', 'answers.0.becomes': '7.10' };
    const sent = await client.post(`${address}/answers`, {
      ...answers,
      ...{ 'answers.1.use': 'sdg', 'answers.1.key': '10-Jul', 'answers.1.becomes': '10.7' },
      ...{ 'answers.2.use': 'sdg', 'answers.2.key': '8-Aug', 'answers.2.becomes': '8.8' },
    });
    expect([sent.status, sent.headers.location]).toEqual([303, `${address}/preview`]);
    // Another way of reading keeps the answers; and one may be given again.
    await client.post(address, formOf(await client.get(address), address));
    await client.post(`${address}/answers`, { ...answers, 'answers.0.other': '7.10 bis' });
    const again = await client.get(`${address}/preview`);
    await client.post(`${address}/preview`, { fingerprint: valueOf(again, 'fingerprint')! });
    expect((await itemsOf(client, plan.id)).map(({ code, references }) => [code, references])).toEqual([
      ['7.9', ['sdg:8.8']],
      ['7.10 bis', ['sdg:10.7']],
      ['8', ['sdg:8.8']],
    ]);
  });

  it('shows a line of itself in other characters, and is read again in those that somebody chooses', async () => {
    const target = `/mechanisms/${MECHANISM}/plans/import`;
    const content = readFileSync(join(import.meta.dirname, '../fixtures/imports/russian-koi8-r.csv'));
    const file = { field: 'file', name: 'План.csv', content };
    const brought = await client.upload(`${target}?encoding=windows-1251`, file);
    const address = brought.headers.location!;
    const wrong = await client.get(address);
    expect(wrong.body).toContain('РПЗТБОЙЮОПК УМХЦВЩ</bdi>');
    expect(wrong.body).toMatch(/value="koi8-r"(?:(?!<input).)*Обучение сотрудников/s);
    const chosen = await client.post(`${address}/characters`, { encoding: 'koi8-r' });
    expect([chosen.status, chosen.headers.location]).toEqual([303, address]);
    const right = (await client.get(address)).body;
    expect(right).toContain('Обучение сотрудников пограничной службы');
    expect(right).not.toContain('РПЗТБОЙЮОПК УМХЦВЩ</bdi>');
    expect((await client.post(`${address}/characters`, { encoding: 'klingon' })).status).toBe(422);
    await client.post(`${address}/removal`);
  });

  it('is called by its own title in the characters that were chosen last', async () => {
    const content = Buffer.from("Plan d'été\nCode;Action\n1;Un\n2;Deux", 'latin1');
    const file = { field: 'file', name: 'plan.csv', content };
    const target = `/mechanisms/${MECHANISM}/plans/import?encoding=windows-1251`;
    const address = (await client.upload(target, file)).headers.location!;
    const form = formOf(await client.get(address), address);
    expect(form.title).toContain('йt');
    expect((await client.post(address, form)).status).toBe(303);
    await client.post(`${address}/characters`, { encoding: 'windows-1252' });
    const again = formOf(await client.get(address), address);
    expect(again.title).toContain('été');
    await client.post(address, { ...again, title: 'The summer plan' });
    await client.post(`${address}/characters`, { encoding: 'macintosh' });
    expect(formOf(await client.get(address), address).title).toBe('The summer plan');
    await client.post(`${address}/removal`);
  });

  it('is looked at once more when the plan was changed since the preview', async () => {
    const { plan, items } = await planWith([{ code: '1', title: 'One' }]);
    const address = await bring(`/plans/${plan.id}`, 'Code,Title\n1,One\n2,Two\n');
    const preview = await client.get(`${address}/preview`);
    await test.get(ItemRemovalService).remove(office.actor, items[0]!.id);
    const refused = await client.post(`${address}/preview`, {
      fingerprint: valueOf(preview, 'fingerprint')!,
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('has changed since this preview');
    expect(await itemsOf(client, plan.id)).toEqual([]);
    // The page shows it as it would be now, and can be agreed to.
    const done = await client.post(`${address}/preview`, { fingerprint: valueOf(refused, 'fingerprint')! });
    expect([done.status, done.headers.location]).toEqual([303, address]);
    expect((await itemsOf(client, plan.id)).map(({ code }) => code)).toEqual(['1', '2']);
    const twice = await client.post(`${address}/preview`, { fingerprint: valueOf(refused, 'fingerprint')! });
    expect([twice.status, (await itemsOf(client, plan.id)).length]).toEqual([409, 2]);
  });

  it('is looked at once more when it is now read in another way', async () => {
    const { plan } = await planWith([]);
    const address = await bring(`/plans/${plan.id}`, 'Code,Title\n1,One\n');
    const fingerprint = valueOf(await client.get(`${address}/preview`), 'fingerprint')!;
    await client.post(address, { ...formOf(await client.get(address), address), 'columns.0': '' });
    expect((await client.post(`${address}/preview`, { fingerprint })).status).toBe(409);
    expect(await itemsOf(client, plan.id)).toEqual([]);
  });

  it('removes nothing that was not ticked, and says what hangs on it', async () => {
    const { plan, items } = await planWith([
      { code: '1', title: 'One' },
      { code: '2', title: 'Two' },
      { code: '2.1', title: 'Below two', parent: '2' },
      { code: '3', title: 'Three' },
    ]);
    await newEntry(test, office, items[2]!, { mechanismId: MECHANISM, as: 'secretariat' });
    const codes = async () => (await itemsOf(client, plan.id)).map(({ code }) => code);
    const confirm = async (address: string, form: Record<string, string | string[]>) => {
      const preview = await client.get(`${address}/preview`);
      return client.post(`${address}/preview`, { fingerprint: valueOf(preview, 'fingerprint')!, ...form });
    };
    const file = 'Code,Title\n1,One\n';
    const first = await bring(`/plans/${plan.id}`, file);
    const { body } = await client.get(`${first}/preview`);
    expect(
      body.match(/<input type="checkbox" name="remove"[^>]*>/g)!.map((box) => box.includes('checked')),
    ).toEqual([false, false, false]);
    const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toMatch(/2 Two 1 item below it is deleted too\. 1 entry you can see/);
    expect((await confirm(first, {})).status).toBe(303);
    expect(await codes()).toEqual(['1', '2', '2.1', '3']);

    // What the file has cannot be ticked away, and a tick stays where it was put.
    const second = await bring(`/plans/${plan.id}`, file);
    const refused = await confirm(second, { remove: [items[0]!.id, items[3]!.id] });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Only items that are not in the file can be removed here.');
    expect(refused.body).toMatch(new RegExp(`value="${items[3]!.id}"[^>]*checked`));
    expect(await codes()).toHaveLength(4);
    expect((await confirm(second, { remove: [items[1]!.id] })).status).toBe(303);
    expect(await codes()).toEqual(['1', '3']);
  });

  it('leaves a day as the plan has it when its figures can be read so, whatever comes first in them', async () => {
    const { plan } = await planWith([]);
    const file = 'Code,Title,Date\n1,One,12/03/2025\n2,Two,TBD\n';
    const sent = await client.upload(`/api/v1/plans/${plan.id}/import?dayOrder=day-first`, csv(file));
    expect(sent.status).toBe(200);
    const again = (await client.upload(`/api/v1/plans/${plan.id}/import?dryRun=true`, csv(file))).json();
    expect(again).toMatchObject({ counts: { same: 2, changed: 0, notices: 0 } });
    const other = file.replace('12/03', '11/03');
    const changed = (await client.upload(`/api/v1/plans/${plan.id}/import?dryRun=true`, csv(other))).json();
    expect(changed).toMatchObject({ counts: { same: 1, changed: 1, notices: 1 } });
    const { body } = await client.get(`/plans/${plan.id}`);
    expect(body.replace(/<[^>]+>/g, '')).toContain('TBD');
  });

  it('asks which rows are which level, and offers a heading that is an objective as the mapping below it', async () => {
    const file = [
      'No,Activity,Timeline',
      ',Priority 1: Protection,',
      ',Objective 7: Address and reduce vulnerabilities in migration,',
      '1,Train border officials,2026',
      '2,Open a helpline,2027',
      ',Priority 2: Work,',
      '3,Recognise skills,2027',
    ].join('\n');
    const sent = await client.upload(`/mechanisms/${MECHANISM}/plans/import`, csv(file));
    const address = sent.headers.location!;
    const match = await client.get(address);
    expect(match.body).toContain('Automatic: level 2');
    const form = formOf(match, address);
    await client.post(address, { ...form, 'rowLevels.word-priority': 'out' });
    for (const look of ['', '?sheet=0&headerRow=1'])
      expect((await client.get(`${address}${look}`)).body).toMatch(/value="out" selected/);
    expect((await client.get(`${address}/preview`)).body).toContain(
      'Left out, as you chose for rows of this kind',
    );
    await client.post(address, form);
    const offer = (await client.get(`${address}/preview`)).body.replace(/<[^>]+>/g, ' ');
    expect(offer).toContain('The rows under them can be mapped to these objectives');
    await client.post(`${address}/headings`, { headingObjectives: 'true' });
    const preview = await client.get(`${address}/preview`);
    expect(preview.body).toContain('Do not map the rows under them');
    const done = await client.post(`${address}/preview`, { fingerprint: valueOf(preview, 'fingerprint')! });
    expect(done.status).toBe(303);
    const planId = /href="\/plans\/([0-9a-f-]{36})"/.exec((await client.get(address)).body)![1]!;
    const items = await itemsOf(client, planId);
    expect(items.map(({ code, objectives }) => [code, objectives])).toEqual([
      ['', []],
      ['', []],
      ['1', ['7']],
      ['2', ['7']],
      ['', []],
      ['3', []],
    ]);
  });

  it('asks who a name is that is no State, and makes a partner of nobody unasked', async () => {
    const { plan } = await planWith([]);
    const file = 'Code,Title,Responsible\n1,One,"EE. UU.; IOM"\n2,Two,Todos\n3,Three,IOM\n';
    const address = await bring(`/plans/${plan.id}`, file);
    const preview = await client.get(`${address}/preview`);
    expect(preview.body).not.toContain('name="fingerprint"');
    const form = formOf(preview, `${address}/answers`);
    expect(form).toMatchObject({ 'answers.0.use': 'owners', 'answers.0.key': 'IOM' });
    const refused = await client.upload(`/api/v1/plans/${plan.id}/import`, csv(file));
    expect(refused.json<{ errors: object }>().errors).toMatchObject({
      'rows.2.owners': expect.stringContaining('Choose what it is'),
    });
    await client.post(`${address}/answers`, { ...form, 'answers.0.becomes': 'Partner: IOM' });
    const again = await client.get(`${address}/preview`);
    const done = await client.post(`${address}/preview`, { fingerprint: valueOf(again, 'fingerprint')! });
    expect(done.status).toBe(303);
    expect((await itemsOf(client, plan.id)).map(({ owners }) => owners)).toEqual([
      ['partner:IOM', 'state:USA'],
      ['all-members'],
      ['partner:IOM'],
    ]);
  });

  it('is shown in small pages, however much there is of it', async () => {
    const { plan } = await planWith([]);
    const words = (row: number, what: string) =>
      Array.from(
        { length: 90 },
        (_, word) => `${what}${((row * 31 + word * 7_919) % 9_973).toString(36)}`,
      ).join(' ');
    const file = (what: string) =>
      ['Code,Title,Description']
        .concat(Array.from({ length: 400 }, (_, row) => `${row + 1},Item ${row + 1},${words(row, what)}`))
        .join('\n');
    const bytesOf = async (address: string) =>
      (await gzip((await client.get(`${address}/preview`)).bytes)).length;
    const first = await bring(`/plans/${plan.id}`, file('a'));
    expect(await bytesOf(first)).toBeLessThan(60_000);
    const preview = await client.get(`${first}/preview`);
    await client.post(`${first}/preview`, { fingerprint: valueOf(preview, 'fingerprint')! });
    // Both texts of every row.
    const second = await bring(`/plans/${plan.id}`, file('b'));
    expect(await bytesOf(second)).toBeLessThan(60_000);
  });
});
