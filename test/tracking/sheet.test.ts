import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
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
  it('gives the item the status that the report says, where that is ticked, and both are taken back', async () => {
    await aPlan();
    const made = await newEntry(test, kenya, items[1]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const { version } = await test.get(ProgressService).save(kenya.actor, made.id, {
      ...{ periodStart: '2027-01-01', periodEnd: '2027-02-28', items: [items[1]!.id], version: made.version },
      content: { ...made.content, status: 'completed' },
    });
    expect(version).toBe(made.version + 1);
    await test.get(ProgressService).submit(kenya.actor, made.id);
    expect((await office.get(`/progress/${made.id}`)).body).toContain(
      'Set the item’s status to Completed too',
    );
    const done = await office.submit(`/progress/${made.id}/acceptance`, {
      setStatus: 'on',
      mechanismId: MECHANISM,
    });
    expect(await item(1)).toMatchObject({ status: 'completed' });
    const [, former] = /name="former" value="([^"]+)"/.exec(done.body)!;
    await office.submit(`/progress/${made.id}/acceptance/removal`, {
      mechanismId: MECHANISM,
      former: former!,
    });
    expect(await item(1)).toMatchObject({ status: 'planned' });
    expect((await office.get(`/progress/${made.id}`)).body).toContain('setStatus');
    await office.submit(`/progress/${made.id}/acceptance`, { mechanismId: MECHANISM });
    expect(await item(1)).toMatchObject({ status: 'planned' });
    expect(rowOf((await office.get(`/plans/${plan.id}?differs=on`)).body, 1)).toContain('Completed');
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
    expect(asked.body).toContain('2 items change');
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
