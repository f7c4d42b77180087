import { promisify } from 'node:util';
import { gzip as gzipped } from 'node:zlib';
import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { AuditEvent } from '../../src/platform/database/history.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { browserOf, newPerson, newPlan, type Person, programOf } from '../support/factories.js';
import { fillPlan } from '../support/large-plan.js';

const gzip = promisify(gzipped);
const MECHANISM = 'rabat';
let test: TestApp;
let office: Person;
let api: Client;
let browser: Client;
let plan: Plan;
let items: PlanItem[];

beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', MECHANISM]);
  api = await programOf(test, office);
  browser = await browserOf(test, office);
});
afterAll(() => test.close());
beforeEach(async () => {
  ({ plan, items } = await newPlan(
    test,
    MECHANISM,
    [
      { code: '1' },
      { code: '1.1', parent: '1' },
      { code: '1.2', parent: '1' },
      { code: '2', status: 'planned' },
    ],
    { draft: true },
  ));
});

type Cells = Record<string, string>;
interface Preview {
  ready: boolean;
  applied: boolean;
  rows: {
    code: string;
    outcome: string;
    version: number;
    cells: { column: string; before: string; after: string; problem: string | null; notices: string[] }[];
  }[];
}
const id = (code: string) => items.find((item) => item.code === code)!.id;
const edit = (code: string, cells: Cells, version = 1) => ({ id: id(code), version, cells });
const post = (changes: unknown, query = '', more = {}) =>
  api.api('POST', `/plans/${plan.id}/table${query}`, { changes, ...more });
const previewOf = async (changes: unknown, more = {}) => {
  const answer = await post(changes, '?dryRun=true', more);
  return { status: answer.status, ...answer.json<Preview>() };
};
const item = async (code: string) =>
  (await api.api('GET', `/items/${id(code)}`)).json<Record<string, unknown>>();
/** What the buttons of a preview send. */
const changesIn = (body: string) =>
  [...body.matchAll(/name="changes" value="([^"]+)"/g)].map(
    ([, value]) => JSON.parse(value!.replaceAll('&quot;', '"')) as { version: number; cells: Cells }[],
  );
const form = (changes: unknown, more = {}) => ({ changes: JSON.stringify(changes), ...more });

describe('the table', () => {
  it('shows each item as text that it takes back, in the order of the plan', async () => {
    const full = {
      when: { precision: 'quarter', start: '2027-08-20' },
      owners: ['chair', 'state:SEN'],
      objectives: ['9', '9(a)'],
    };
    await api.api('PATCH', `/items/${id('1.1')}`, {
      ...{ code: '1.1', title: { original: 'en', texts: { en: 'Train', fr: 'Former' } }, ...full },
      ...{ funding: { currency: 'EUR', needed: '1000.50' }, principles: [2], version: 1 },
    });
    const table = (await api.api('GET', `/plans/${plan.id}/table`)).json<{
      columns: { key: string }[];
      items: { number: number; depth: number; version: number; cells: Cells }[];
    }>();
    expect(table.items.map(({ number, depth, cells }) => [number, depth, cells.code])).toEqual([
      [1, 0, '1'],
      [2, 1, '1.1'],
      [3, 1, '1.2'],
      [4, 0, '2'],
    ]);
    const row = table.items[1]!;
    expect(row.cells).toMatchObject({
      ...{ 'title.en': 'Train', 'title.fr': 'Former', when: 'Q3 2027', objectives: '9; 9(a)' },
      ...{ owners: 'Chair; Senegal', principles: '2', currency: 'EUR', needed: '1000.50' },
    });
    const same = await previewOf(
      table.items.map((one, index) => ({ ...edit(items[index]!.code, one.cells), version: one.version })),
    );
    expect(same.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same', 'same']);
  });

  it('shows one branch, and leads each row to its form', async () => {
    const { body } = await browser.get(`/plans/${plan.id}/table?under=${id('1')}`);
    expect([...body.matchAll(/data-item="([^"]+)"/g)].map(([, one]) => one)).toEqual(
      ['1', '1.1', '1.2'].map(id),
    );
    expect(body).toContain(`href="/items/${id('1.2')}/edit"`);
  });

  it('is for those who may change the plan', async () => {
    for (const [person, status] of [
      [await newPerson(test, ['reader', MECHANISM]), 403],
      [await newPerson(test, ['secretariat', 'midwa']), 404],
    ] as const) {
      const other = await programOf(test, person);
      expect((await other.api('GET', `/plans/${plan.id}/table`)).status).toBe(status);
      const answer = await other.api('POST', `/plans/${plan.id}/table`, {
        changes: [edit('1', { code: 'x' })],
      });
      expect(answer.status).toBe(status);
    }
    expect(await item('1')).toMatchObject({ code: '1', version: 1 });
  });
});

describe('typing', () => {
  it('is shown first, and changes nothing by that', async () => {
    const preview = await previewOf([
      edit('1', { code: 'I', 'title.en': '  First  ', when: 'mid-2027', owners: 'Kenya, chair' }),
      edit('2', { status: 'en cours', objectives: '9a, 10', needed: '€ 1.000,50', principles: '' }),
    ]);
    expect(preview).toMatchObject({
      ...{ status: 200, ready: true, applied: false },
      rows: [
        {
          outcome: 'changed',
          cells: [
            { column: 'code', before: '1', after: 'I' },
            { column: 'title.en', before: 'Item 1', after: 'First' },
            { column: 'when', before: '', after: 'mid-2027' },
            { column: 'owners', after: 'Kenya; Chair' },
          ],
        },
        {
          cells: [
            { column: 'status', before: 'Planned', after: 'Ongoing' },
            { column: 'objectives', after: '9(a); 10' },
            { column: 'needed', after: '1000.50' },
          ],
        },
      ],
    });
    expect(await item('1')).toMatchObject({ code: '1', version: 1 });
  });

  it('is saved all at once, with history', async () => {
    const answer = await post([
      edit('1', { code: 'I' }),
      edit('2', { objectives: '9a', kind: 'training' }),
      edit('1.1', { code: '1.1' }),
    ]);
    expect([answer.status, answer.json()]).toMatchObject([200, { applied: true }]);
    expect(await item('1')).toMatchObject({ code: 'I', version: 2 });
    expect(await item('2')).toMatchObject({
      objectives: ['9(a)'],
      kind: 'training',
      status: 'planned',
      version: 2,
    });
    expect(await item('1.1')).toMatchObject({ version: 1 });
    const events = await test
      .get(UnitOfWork)
      .read.find(AuditEvent, { where: { subjectId: id('1') }, order: { at: 'ASC' } });
    expect(events.at(-1)).toMatchObject({
      action: 'item.update',
      before: { code: '1' },
      after: { code: 'I' },
    });
  });

  it('names row and column of each problem, and saves nothing of the rest', async () => {
    const changes = [
      edit('1', { status: 'half done', code: 'I' }),
      edit('1.1', { objectives: '9, 24', needed: 'much', currency: 'euros' }),
      edit('1.2', { code: 'x'.repeat(41), 'title.en': '' }),
      edit('2', { kind: 'training' }),
    ];
    const answer = await post(changes);
    const { rows, applied } = answer.json<Preview>();
    expect([answer.status, applied]).toEqual([422, false]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'changed']);
    const problems = rows.flatMap(({ code, cells }) =>
      cells.filter(({ problem }) => problem).map(({ column }) => `${code} ${column}`),
    );
    expect(problems).toEqual([
      '1 status',
      '1.1 objectives',
      '1.1 currency',
      '1.1 needed',
      '1.2 code',
      '1.2 title.en',
    ]);
    expect(await item('2')).toMatchObject({ kind: null, version: 1 });
    const page = await browser.post(`/plans/${plan.id}/table`, form(changes));
    expect(page.status).toBe(422);
    expect(page.body).toContain('3 rows cannot be saved like this');
    expect(page.body).toContain('half done');
    // The rows that are fine can go on alone.
    expect(changesIn(page.body)).toEqual([[edit('2', { kind: 'training' })]]);
  });

  it('is refused over what somebody else changed, with both shown', async () => {
    await api.api('PUT', `/items/${id('1')}/objectives`, { objectives: ['5'], version: 1 });
    const changes = [edit('1', { objectives: '9' }), edit('2', { kind: 'training' })];
    const answer = await post(changes);
    expect([answer.status, answer.json()]).toMatchObject([
      409,
      {
        applied: false,
        rows: [
          { outcome: 'stale', version: 2, cells: [{ before: '5', after: '9' }] },
          { outcome: 'changed' },
        ],
      },
    ]);
    expect(await item('2')).toMatchObject({ kind: null });
    const page = await browser.post(`/plans/${plan.id}/table`, form(changes));
    expect(page.status).toBe(409);
    expect(page.body).toContain('Somebody else has changed 1 row');
    const again = changesIn(page.body)[0]!;
    expect(again.map(({ version }) => version)).toEqual([2, 1]);
    expect((await browser.post(`/plans/${plan.id}/table`, form(again))).status).toBe(303);
    expect(await item('1')).toMatchObject({ objectives: ['9'], version: 3 });
  });

  it('takes descriptions, references and what an item is for', async () => {
    const cells = {
      'description.en': 'Two lines\nof it',
      references: 'sdg:8.8',
      crossCutting: 'yes',
      institutional: 'no',
    };
    expect((await post([edit('1', cells)])).status).toBe(200);
    expect(await item('1')).toMatchObject({
      description: { original: 'en', texts: { en: 'Two lines\nof it' } },
      references: ['sdg:8.8'],
      crossCutting: true,
      institutional: false,
    });
  });

  it('says the same of a cell that somebody else changed to the same', async () => {
    await api.api('PUT', `/items/${id('1')}/objectives`, { objectives: ['9'], version: 1 });
    expect((await previewOf([edit('1', { objectives: '9' })])).rows).toMatchObject([{ outcome: 'same' }]);
  });

  it('asks what may be read in two ways', async () => {
    const cells = { when: '3/4/2027', owners: 'Migration Bureau' };
    const open = await previewOf([edit('1', cells)]);
    expect(open.rows[0]!.cells.map(({ notices }) => notices.length)).toEqual([1, 1]);
    const page = await browser.post(`/plans/${plan.id}/table/preview`, form([edit('1', cells)]));
    expect(page.body).toContain('A date such as 3/4/2026 has');
    const reading = { dayOrder: 'day-first', unknownOwner: 'working-group' };
    expect((await post([edit('1', cells)], '', reading)).status).toBe(200);
    expect(await item('1')).toMatchObject({
      when: { precision: 'day', start: '2027-04-03' },
      owners: ['working-group:Migration Bureau'],
    });
  });

  it.each([
    ['no list', 'x'],
    ['not JSON', '[{'],
    ['nothing', []],
    ['a row twice', () => [edit('1', { code: 'a' }), edit('1', { code: 'b' })]],
    ['no such column', () => [edit('1', { nonsense: 'a' })]],
    ['a column that the table has not', () => [edit('1', { titleOriginal: 'fr' })]],
    ['no such version', () => [{ ...edit('1', { code: 'a' }), version: 0 }]],
    ['151 rows', () => Array.from({ length: 151 }, () => edit('1', { code: 'a' }))],
  ])('that is %s is refused with a message', async (_, given) => {
    const changes = typeof given === 'function' ? given() : given;
    const answer = await post(changes);
    expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors).length]).toEqual([422, 1]);
    const page = await browser.post(`/plans/${plan.id}/table/preview`, form(changes));
    expect(page.status).toBe(422);
    expect(page.body).toContain('class="errors"');
  });

  it('does not reach into another plan', async () => {
    const other = await newPlan(test, MECHANISM, [{ code: 'other' }]);
    expect((await post([{ id: other.items[0]!.id, version: 1, cells: { kind: 'x' } }])).status).toBe(404);
  });
});

describe('an adopted plan', () => {
  beforeEach(async () => {
    await api.api('POST', `/plans/${plan.id}/adoption`, { by: 'A meeting', on: '2027-01-15' });
  });

  it('takes status, mapping and translations; its text under an amendment only', async () => {
    const open = { status: 'Ongoing', objectives: '9', principles: '2', 'title.fr': 'Premier' };
    expect((await post([edit('1', open)])).status).toBe(200);
    expect(await item('1')).toMatchObject({
      status: 'ongoing',
      objectives: ['9'],
      title: { original: 'en' },
    });
    const fixed = {
      code: 'I',
      'title.en': 'Other',
      when: '2027',
      owners: 'Chair',
      needed: '5',
      kind: 'training',
      status: 'Completed',
    };
    const refused = await previewOf([edit('1', fixed, 2)]);
    const problems = refused.rows[0]!.cells.filter(({ problem }) => problem).map(({ column }) => column);
    expect(problems).toEqual(['code', 'title.en', 'kind', 'when', 'owners', 'needed']);
    const page = await browser.get(`/plans/${plan.id}/table`);
    expect(page.body).toContain('Its text can be changed only by amendment');
    await api.api('POST', `/plans/${plan.id}/amendments`, { reason: 'A decision' });
    expect((await post([edit('1', fixed, 2)])).status).toBe(200);
    const [amendment] = (await api.api('GET', `/plans/${plan.id}/amendments`)).json<{
      items: { changes: unknown[] }[];
    }>().items;
    expect(amendment!.changes).toMatchObject([{ action: 'update', after: { code: 'I' } }]);
  });

  it('takes nothing when it has ended', async () => {
    await api.api('POST', `/plans/${plan.id}/closure`);
    expect((await post([edit('1', { status: 'Ongoing' })])).status).toBe(409);
    const page = await browser.get(`/plans/${plan.id}/table`);
    expect(page.body).toContain('can no longer be changed');
  });
});

describe('a block pasted into the field', () => {
  const columns = 'code title.en title.fr status when owners objectives';
  const paste = (block: string, more = {}) =>
    browser.post(`/plans/${plan.id}/table/preview`, {
      block,
      row: id('1.1'),
      column: 'title.en',
      columns,
      ...more,
    });

  it('is laid over the table from its row and column on, and previewed', async () => {
    const page = await paste('One\t"Un\nseul"\tongoing\r\nTwo\tDeux\t\r\n');
    expect(page.status).toBe(200);
    expect(page.body).toContain('2 rows would change.');
    const saved = await browser.submit(`/plans/${plan.id}/table`, form(changesIn(page.body)[0]));
    expect(saved.body).toContain('The changes have been saved.');
    expect(await item('1.1')).toMatchObject({
      title: { texts: { en: 'One', fr: 'Un\nseul' } },
      status: 'ongoing',
    });
    expect(await item('1.2')).toMatchObject({ title: { texts: { en: 'Two', fr: 'Deux' } }, status: null });
  });

  it('begins with an empty cell when it begins with a tab', async () => {
    const page = await paste('\tongoing', { column: 'title.fr' });
    const [changes] = changesIn(page.body);
    expect(changes![0]!.cells).toEqual({ 'title.fr': '', status: 'ongoing' });
  });

  it.each([
    ['too many rows', 'a\nb\nc\nd', {}, 'The block has 4 rows, but from this row there is room for 3.'],
    [
      'too many columns',
      'a\tb',
      { column: 'objectives' },
      'The block has 2 columns, but from this column there is room for 1.',
    ],
    ['nothing in it', ' \n ', {}, 'This field is required.'],
    ['no such row', 'a', { row: '018f0000-0000-7000-8000-000000000000' }, 'Choose one of the options.'],
    ['no such column', 'a', { column: 'nonsense' }, 'Choose one of the options.'],
  ])('with %s is refused at the field, and what was typed stays', async (_, block, more, message) => {
    const page = await paste(block, more);
    expect(page.status).toBe(422);
    expect(page.body).toContain(message);
    expect(page.body).toContain(`dir="auto" required>${block}</textarea>`);
  });
});

it('a page of the table, and the preview of a full block, are small', async () => {
  const large = await newPlan(test, MECHANISM, [], { draft: true });
  const filled = await fillPlan(test, large.plan.id, [150]);
  const bytes = async (answer: Promise<{ bytes: Buffer }>) => (await gzip((await answer).bytes)).length;
  expect(await bytes(browser.get(`/plans/${large.plan.id}/table`))).toBeLessThan(60_000);
  const cells = (index: number) => ({
    'title.en': `${filled[index]!.title.texts.fr} ${index}`,
    kind: `kind ${index}`,
    when: '2028',
    owners: 'Kenya',
    objectives: '5',
  });
  const changes = filled.map((one, index) => ({ id: one.id, version: 1, cells: cells(index) }));
  const preview = browser.post(`/plans/${large.plan.id}/table/preview`, form(changes));
  expect((await preview).status).toBe(200);
  expect(await bytes(preview)).toBeLessThan(60_000);
  const began = performance.now();
  expect((await browser.post(`/plans/${large.plan.id}/table`, form(changes))).status).toBe(303);
  // A machine that does other things as well takes a while.
  expect(performance.now() - began).toBeLessThan(10_000);
});
