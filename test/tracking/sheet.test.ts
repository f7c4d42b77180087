import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { type Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import type { ImportAnswer } from '../support/exchange.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../support/factories.js';

const MECHANISM = 'khartoum';
let test: TestApp;
let plan: Plan;
let items: PlanItem[];
let office: Client;
let api: Client;
let kenya: Person;
let readers: Record<string, Client>;

beforeAll(async () => {
  test = await startApp();
  const secretariat = await newPerson(test, ['secretariat', MECHANISM]);
  office = await browserOf(test, secretariat);
  api = await programOf(test, secretariat);
  kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  readers = {
    secretariat: office,
    Kenya: await browserOf(test, kenya),
    Ethiopia: await browserOf(test, await newPerson(test, ['focal-point', MECHANISM, 'ETH'])),
    outsider: await browserOf(test, await newPerson(test, ['secretariat', 'rabat'])),
  };
});
afterAll(() => test.close());

async function aPlan(draft = false) {
  ({ plan, items } = await newPlan(
    test,
    MECHANISM,
    [
      { code: '1', title: 'One' },
      { code: '1.1', parent: '1', title: 'One one', status: 'planned', owners: ['state:KEN'] },
      { code: '2', title: 'Two', status: 'planned' },
    ],
    { isPublic: true, draft },
  ));
}
const item = async (index: number) =>
  (await api.api('GET', `/items/${items[index]!.id}`)).json<{ status: string | null; version: number }>();
const rowOf = (body: string, index: number) =>
  new RegExp(`<tr id="item-${items[index]!.id}".*?</tr>`, 's').exec(body)?.[0] ?? '';

describe('what is reported on an item', () => {
  let entryId: string;
  beforeAll(async () => {
    await aPlan();
    const fields = { mechanismId: MECHANISM, as: 'state:KEN', narrative: 'A training was held' };
    const entry = await newEntry(test, kenya, items[1]!, fields);
    entryId = entry.id;
    await test.get(ProgressService).submit(kenya.actor, entryId);
  });
  const shown = async (reader: string) =>
    (await readers[reader]!.get(`/plans/${plan.id}?open=${items[1]!.id}`)).body;

  it.each([
    ['secretariat', true],
    ['Kenya', true],
    ['Ethiopia', false],
    ['outsider', false],
  ])('stands in its row as far as the reader knows it: %s', async (reader, knows) => {
    const body = await shown(reader);
    expect(rowOf(body, 1).includes('Kenya,')).toBe(knows);
    expect(body.includes('A training was held')).toBe(knows);
    const piece = await readers[reader]!.get(`/plans/${plan.id}/reports?open=${items[1]!.id}`);
    expect(piece.body.includes('A training was held')).toBe(knows);
    const never = await readers[reader]!.get(`/plans/${plan.id}?reported=ever`);
    expect(never.body.includes(items[1]!.id)).toBe(knows);
  });

  it('waits for who accepts alone', async () => {
    expect(rowOf(await shown('secretariat'), 1)).toContain('1 waits');
    expect(rowOf(await shown('Kenya'), 1)).not.toContain('waits');
    await office.post(`/progress/${entryId}/acceptance`, { confirmed: 'on' });
    expect(rowOf(await shown('secretariat'), 1)).not.toContain('waits');
  });
});

describe('an acceptance', () => {
  const reported = async () => {
    await aPlan();
    const fields = { mechanismId: MECHANISM, as: 'state:KEN', status: 'completed' };
    const made = await newEntry(test, kenya, items[1]!, fields);
    await test.get(ProgressService).submit(kenya.actor, made.id);
    return made;
  };

  it('gives the item the status that the report says, where that is ticked, and both are taken back', async () => {
    const made = await reported();
    expect((await office.get(`/progress/${made.id}`)).body).toContain(
      'Set the item’s status to Completed too',
    );
    await office.submit(`/progress/${made.id}/acceptance`, { setStatus: 'on', mechanismId: MECHANISM });
    expect(await item(1)).toMatchObject({ status: 'completed' });
    await office.submit(`/progress/${made.id}/acceptance/removal`, { mechanismId: MECHANISM });
    expect(await item(1)).toMatchObject({ status: 'planned' });
    expect((await office.get(`/progress/${made.id}`)).body).toContain('setStatus');
    await office.submit(`/progress/${made.id}/acceptance`, { mechanismId: MECHANISM });
    expect(await item(1)).toMatchObject({ status: 'planned' });
    expect(rowOf((await office.get(`/plans/${plan.id}?differs=on`)).body, 1)).toContain('Completed');
  });

  it.each([
    [
      'its item is gone',
      () => test.get(UnitOfWork).run((manager) => manager.delete(PlanItem, { id: items[1]!.id })),
      'is no longer in the plan',
      // The answer of the API: there is none.
      404,
    ],
    [
      'somebody changed its item since',
      async () => {
        const { version } = await item(1);
        const cell = { item: items[1]!.id, version, column: 'status', value: 'Postponed' };
        await office.post(`/plans/${plan.id}/cells`, cell);
      },
      'Somebody has changed an item since',
      'postponed',
    ],
  ])('is taken back also where %s, and says so', async (_why, meanwhile, said, status) => {
    const made = await reported();
    await api.api('POST', `/progress/${made.id}/acceptance`, { setStatus: true });
    expect(await item(1)).toMatchObject({ status: 'completed' });
    await meanwhile();
    const back = await office.submit(`/progress/${made.id}/acceptance/removal`, {});
    expect(back.status).toBe(200);
    expect(back.body).toContain(said);
    expect(back.body).toContain('half">Submitted</span></dd>');
    expect((await item(1)).status).toBe(status);
  });

  it('in another mechanism gives its own items the status, and nothing at home', async () => {
    const made = await reported();
    const there = await newPlan(test, 'igad-rcp', [{ code: '1' }]);
    const both = await newPerson(test, ['focal-point', MECHANISM, 'KEN'], ['focal-point', 'igad-rcp', 'KEN']);
    const link = { items: [there.items[0]!.id], uses: [] };
    const linked = await (
      await programOf(test, both)
    ).api('PUT', `/progress/${made.id}/links/igad-rcp`, link);
    expect(linked.status).toBe(200);
    const theirs = await browserOf(test, there.secretariat);
    const page = await theirs.get(`/progress/${made.id}`);
    expect(page.body).toContain('Set the item’s status to Completed too');
    await theirs.submit(`/progress/${made.id}/acceptance`, { setStatus: 'on', mechanismId: 'igad-rcp' });
    const program = await programOf(test, there.secretariat);
    const statusThere = async () =>
      (await program.api('GET', `/items/${there.items[0]!.id}`)).json<{ status: string | null }>().status;
    expect([await statusThere(), (await item(1)).status]).toEqual(['completed', 'planned']);
    await theirs.submit(`/progress/${made.id}/acceptance/removal`, { mechanismId: 'igad-rcp' });
    expect(await statusThere()).toBe(null);
  });

  it('of what one submitted oneself waits for a colleague, where two have to look', async () => {
    const { plan: there, items: theirs, secretariat: author } = await newPlan(test, 'prague', [{}]);
    const program = await programOf(test, author);
    const { version } = (await program.api('GET', '/mechanisms/prague')).json<{ version: number }>();
    await program.api('PATCH', '/mechanisms/prague', { version, fourEyes: true });
    const made = await newEntry(test, author, theirs[0]!, { mechanismId: 'prague', as: 'secretariat' });
    await test.get(ProgressService).submit(author.actor, made.id);
    const colleague = await newPerson(test, ['secretariat', 'prague']);
    const waits = async (person: Person, query = '') =>
      /1 waits/.test((await (await browserOf(test, person)).get(`/plans/${there.id}${query}`)).body);
    expect([await waits(author), await waits(colleague)]).toEqual([false, true]);
    expect(await waits(author, '?waiting=on')).toBe(false);
  });
});

describe('a cell', () => {
  beforeEach(() => aPlan());
  const change = (fields: object) =>
    office.post(`/plans/${plan.id}/cells`, {
      ...{ item: items[1]!.id, version: '1', column: 'status', value: 'Completed' },
      ...fields,
    });

  it('is changed in its place', async () => {
    const form = await office.get(`/plans/${plan.id}/cells?item=${items[1]!.id}&column=status`);
    expect(form.body).toContain('name="version" value="1"');
    expect((await change({})).body).toContain('Completed');
    expect(await item(1)).toMatchObject({ status: 'completed', version: 2 });
  });

  it.each([
    ['somebody changed the item meanwhile', { version: '7' }, 409],
    ['it is not understood', { value: 'nearly' }, 422],
    ['the plan is adopted and it is part of its text', { column: 'when', value: '2031' }, 422],
  ])('keeps what was typed where %s', async (_why, fields, status) => {
    const answer = await change(fields);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain('class="error"');
    expect(await item(1)).toMatchObject({ status: 'planned', version: 1 });
  });

  it('is not changed by who does not keep the plan', async () => {
    const input = { item: items[1]!.id, version: '1', column: 'status', value: 'Completed' };
    expect((await readers.Kenya!.post(`/plans/${plan.id}/cells`, input)).status).toBe(403);
    expect((await readers.Kenya!.get(`/plans/${plan.id}`)).body).not.toContain('name="items"');
  });
});

describe('several items', () => {
  beforeEach(() => aPlan(true));
  const input = () => ({
    items: [items[1]!.id, items[2]!.id],
    ...{ status: 'ongoing', owners: 'Secretariat', when: '2031', objectives: '9, 18(a)' },
  });
  const all = async () =>
    Promise.all(
      [1, 2].map(async (index) =>
        (await api.api('GET', `/items/${items[index]!.id}`)).json<Record<string, unknown>>(),
      ),
    );
  const facts = (rows: Record<string, unknown>[]) =>
    rows.map(({ status, owners, when, objectives }) => ({ status, owners, when, objectives }));

  it('are changed as one act, once it was said what changes, and are all taken back', async () => {
    const before = facts(await all());
    const asked = await office.post(`/plans/${plan.id}/bulk`, input());
    for (const words of ['2 items change', 'These items: 1.1 and 2.', 'Status: Ongoing', 'Date: 2031'])
      expect(asked.body).toContain(words);
    expect(facts(await all())).toEqual(before);
    const done = await office.submit(`/plans/${plan.id}/bulk`, { ...input(), confirmed: 'on' });
    expect((await all()).map(({ status }) => status)).toEqual(['ongoing', 'ongoing']);
    const undo = /action="(\/plans\/[^"]+\/undo)"/.exec(done.body)![1]!;
    expect((await readers.Kenya!.post(undo, {})).status).toBe(403);
    expect((await office.submit(undo, {})).body).toContain('as they were before');
    expect(facts(await all())).toEqual(before);
    expect((await office.post(undo, {})).status).toBe(404);
  });

  it('stay as they are where one of them was changed since', async () => {
    const done = await office.submit(`/plans/${plan.id}/bulk`, { ...input(), confirmed: 'on' });
    const { version } = await item(2);
    await office.post(`/plans/${plan.id}/cells`, {
      ...{ item: items[2]!.id, version, column: 'status', value: 'Postponed' },
    });
    expect((await office.post(/action="(\/plans\/[^"]+\/undo)"/.exec(done.body)![1]!, {})).status).toBe(409);
    expect((await all()).map(({ status }) => status)).toEqual(['ongoing', 'postponed']);
  });

  it.each([
    ['none is selected', { items: '' }, 'Select at least one'],
    ['nothing is said', { status: '', owners: '', when: '', objectives: '' }, 'Say what is to change'],
    ['an objective is none', { objectives: '99' }, 'not an objective'],
  ])('are refused with what was typed where %s', async (_why, fields, text) => {
    const answer = await office.post(`/plans/${plan.id}/bulk`, { ...input(), ...fields });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(text);
  });
});

describe('a saved filter', () => {
  it('is its owner’s, or the secretariat’s, until it is deleted', async () => {
    await aPlan();
    const colleague = await browserOf(test, await newPerson(test, ['secretariat', MECHANISM]));
    const save = (client: Client, name: string, more = {}) =>
      client.submit(`/plans/${plan.id}/filters`, { name, filter: 'status=planned', ...more });
    expect((await save(office, 'Mine')).body).toContain('Mine');
    await save(office, 'Ours', { shared: 'on' });
    await save(readers.Kenya!, 'Kenya’s own');
    expect(
      (await readers.Kenya!.post(`/plans/${plan.id}/filters`, { name: 'x', filter: 'q=1', shared: 'on' }))
        .status,
    ).toBe(403);
    const seen = async (client: Client) => {
      const { body } = await client.get(`/plans/${plan.id}`);
      return ['Mine', 'Ours', 'Kenya’s own'].filter((name) => body.includes(`<bdi>${name}</bdi>`));
    };
    expect(await seen(office)).toEqual(['Mine', 'Ours']);
    expect(await seen(colleague)).toEqual(['Ours']);
    expect(await seen(readers.Kenya!)).toEqual(['Kenya’s own']);
    const { body } = await office.get(`/plans/${plan.id}`);
    const [mine] = [...body.matchAll(/action="(\/plans\/[^"]+\/removal)"/g)]
      .map(([, action]) => action!)
      .filter((one) => one.includes('/filters/'));
    expect((await colleague.post(mine!, {})).status).toBe(404);
    await office.submit(mine!, {});
    expect(await seen(office)).toEqual(['Ours']);
  });
});

describe('the sheet as a file', () => {
  const download = async (client: Client, query = '') =>
    (await client.get(`/plans/${plan.id}/sheet.xlsx${query}`)).bytes;
  /** As a spreadsheet program saves it again, with cells changed. */
  async function edited(bytes: Buffer, cells: Record<string, string>) {
    const { read, write } = await import('@e965/xlsx');
    const book = read(bytes, { cellStyles: true, cellNF: true });
    const sheet = book.Sheets[book.SheetNames[0]!]!;
    for (const [at, v] of Object.entries(cells)) sheet[at] = { t: 's', v };
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  }
  async function textsIn(bytes: Buffer) {
    const { read, utils } = await import('@e965/xlsx');
    const book = read(bytes);
    return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false });
  }
  const upload = (content: Buffer, to = `/plans/${plan.id}`) =>
    office.upload(`${to}/import`, { field: 'file', name: 'Sheet.xlsx', content });

  it('has the rows of the filter, its columns, and of reports what its reader knows', async () => {
    await aPlan();
    const fields = { mechanismId: MECHANISM, as: 'state:KEN', narrative: 'A training was held' };
    const entry = await newEntry(test, kenya, items[1]!, fields);
    await test.get(ProgressService).submit(kenya.actor, entry.id);
    const [title, , filter, keys, heads, ...rows] = await textsIn(
      await download(office, '?status=planned&columns=status,reported'),
    );
    expect([title![0], filter![0]]).toEqual(['Khartoum Process – A plan', 'Filter: Status: Planned']);
    expect(keys!.slice(0, 5)).toEqual(['code', 'title.en', 'status', 'reported', 'reportedBy']);
    expect(heads!.slice(0, 5)).toEqual(['Code', 'Title', 'Status', 'Last reported', 'Reported by']);
    expect(rows.map(([code, , status, , by]) => [code, status, by ?? ''])).toEqual([
      ['1.1', 'Planned', 'Kenya'],
      ['2', 'Planned', ''],
    ]);
    expect((await textsIn(await download(readers.Ethiopia!, '?columns=reported'))).flat()).not.toContain(
      'Kenya',
    );
  });

  it('is shut to who may not read the plan', async () => {
    const hidden = await newPlan(test, MECHANISM, [{ code: '1' }]);
    const paths = ['', '/api/v1'].map((base) => `${base}/plans/${hidden.plan.id}/sheet.xlsx`);
    expect(
      (await Promise.all(paths.map((path) => readers.outsider!.get(path)))).map(({ status }) => status),
    ).toEqual([404, 404]);
  });

  it('changes, brought back, the cells that were changed, in two presses', async () => {
    await aPlan();
    const file = await edited(await download(office, '?q=Two'), { C6: 'Completed' });
    // Wherever it is brought, it says itself which plan it is of.
    const brought = await upload(file, `/mechanisms/${MECHANISM}/plans`);
    expect(brought.headers.location).toMatch(/\/preview\?show=changed$/);
    const preview = await office.get(brought.headers.location!);
    expect(preview.body).toContain('2 items of the plan are not in the file and stay as they are.');
    const [, fingerprint] = /name="fingerprint" value="([^"]+)"/.exec(preview.body)!;
    const done = await office.submit(brought.headers.location!.split('?')[0]!, { fingerprint: fingerprint! });
    expect(done.body).toContain('The import is done');
    expect(await Promise.all([0, 1, 2].map(item))).toMatchObject([
      { status: null, version: 1 },
      { status: 'planned', version: 1 },
      { status: 'completed', version: 2 },
    ]);
  });

  it('is refused by another plan, and names what was changed since by row, to programs too', async () => {
    await aPlan();
    const [former, file] = [plan, await edited(await download(office), { C6: 'Completed', C7: 'Completed' })];
    await office.post(`/plans/${plan.id}/cells`, {
      ...{ item: items[1]!.id, version: '1', column: 'status', value: 'Postponed' },
    });
    const sent = { field: 'file', name: 'Sheet.xlsx', content: file };
    const answer = await api.upload(`/api/v1/plans/import?dryRun=true`, sent);
    const { importable, rows } = answer.json<ImportAnswer>();
    expect([importable, rows.map(({ row, outcome }) => [row, outcome])]).toEqual([
      false,
      [
        [6, 'changed'],
        [7, 'problem'],
        [8, 'same'],
      ],
    ]);
    expect(rows[1]!.problems).toMatchObject([{ column: 'status', asked: { offers: ['Postponed'] } }]);
    const corrections = JSON.stringify({ status: { 'row 7': 'Completed' } });
    const taken = await api.upload(
      `/api/v1/plans/import?corrections=${encodeURIComponent(corrections)}`,
      sent,
    );
    expect(taken.json()).toMatchObject({
      plan: { id: former.id },
      counts: { changed: 2, same: 1, added: 0 },
    });
    await aPlan();
    const refused = await upload(file);
    expect([refused.status, refused.body.includes('tracking sheet of another plan')]).toEqual([422, true]);
  });
});

describe('the sheet to a program', () => {
  const at = (path = '') => `/plans/${plan.id}/sheet${path}`;
  beforeEach(() => aPlan(true));

  it('has the rows of a filter and their columns', async () => {
    const {
      columns,
      total,
      items: rows,
      nextFrom,
    } = (await api.api('GET', at('?status=planned&columns=status,owners&sort=code&desc=on'))).json<{
      columns: string[];
      total: number;
      items: object[];
      nextFrom: number | null;
    }>();
    expect({ columns, total, nextFrom }).toEqual({ columns: ['status', 'owners'], total: 2, nextFrom: null });
    expect(rows).toEqual([
      {
        id: items[2]!.id,
        version: 1,
        parentId: null,
        code: '2',
        title: items[2]!.title,
        status: 'planned',
        owners: [],
      },
      expect.objectContaining({ code: '1.1', parentId: items[0]!.id, owners: ['state:KEN'] }),
    ]);
  });

  it('changes a cell, several items and takes them back, as the page does', async () => {
    const cell = { item: items[1]!.id, version: 1, column: 'when', value: '2031' };
    expect((await api.api('PATCH', at('/cells'), cell)).json()).toMatchObject({
      version: 2,
      when: { precision: 'year' },
    });
    expect(
      (await api.api('PATCH', at('/cells'), { ...cell, version: 2, value: 'x'.repeat(300) })).status,
    ).toBe(422);
    const bulk = { items: [items[1]!.id, items[2]!.id], status: 'ongoing' };
    expect((await api.api('POST', at('/bulk?dryRun=true'), bulk)).json()).toEqual({
      dryRun: true,
      changed: 2,
      same: 0,
    });
    const { id } = (await api.api('POST', at('/bulk'), bulk)).json<{ id: string }>();
    expect([(await item(1)).status, (await item(2)).status]).toEqual(['ongoing', 'ongoing']);
    expect((await api.api('POST', at(`/bulk/${id}/undo`))).status).toBe(204);
    expect([(await item(1)).status, (await item(2)).status]).toEqual(['planned', 'planned']);
  });

  it('keeps filters, and gives nobody those of somebody else', async () => {
    const delegate = await programOf(test, kenya);
    const saved = await api.api('POST', at('/filters'), {
      name: 'To do',
      filter: 'status=planned',
      shared: true,
    });
    expect([saved.status, saved.json()]).toMatchObject([
      201,
      { name: 'To do', filter: 'status=planned', shared: true },
    ]);
    const named = async (who: Client) =>
      (await who.api('GET', at('/filters')))
        .json<{ items: { name: string }[] }>()
        .items.map(({ name }) => name);
    expect((await named(api)).includes('To do')).toBe(true);
    expect((await named(delegate)).includes('To do')).toBe(false);
    const { id } = saved.json<{ id: string }>();
    expect((await delegate.api('DELETE', at(`/filters/${id}`))).status).toBe(404);
    expect((await api.api('DELETE', at(`/filters/${id}`))).status).toBe(204);
  });
});
