import { inflateRawSync } from 'node:zlib';
import { AuditEvent } from '../../../src/platform/database/history.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { Plan, PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { TermsService } from '../../../src/mechanisms/terms/terms.service.js';
import { TermInput } from '../../../src/mechanisms/terms/term.dto.js';
import { readInput } from '../../../src/platform/http/read-input.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import {
  browserOf,
  newAccount,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../../support/factories.js';

const MECHANISM = 'khartoum';
let test: TestApp;
let office: Person;
let plan: Plan;
let items: PlanItem[];
let chair: Client;
let reader: Client;

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
      { code: 'I', title: 'Protection', objectives: ['8'] },
      { code: 'I.1', parent: 'I', title: 'Exchange lists', owners: ['state:KEN'], objectives: ['8(a)'] },
      { code: 'I.2', parent: 'I' },
      { code: 'I.2', parent: 'I' },
    ],
    { isPublic: true },
  ));
  const term = { office: 'chair', state: 'EGY', fromDay: '2026-01-01', source: 'A declaration' };
  await test.get(TermsService).add(office.actor, MECHANISM, readInput(TermInput, term));
  chair = await browserOf(test, await newPerson(test, ['chair', MECHANISM]));
  reader = await browserOf(test, await newPerson(test, ['reader', MECHANISM]));
});
afterAll(() => test.close());

const listed = async (client: Client) =>
  (await client.api('GET', `/plans/${plan.id}/priorities`)).json<{ items: Record<string, unknown>[] }>()
    .items;

describe('priorities', () => {
  it('are set by a chair for its term, over a plan that stays as it is', async () => {
    const before = (await chair.api('GET', `/plans/${plan.id}`)).json();
    const form = await chair.get(`/plans/${plan.id}/priorities/new?item=${items[1]!.id}`);
    expect(form.body).toContain('value="Chair: Egypt"');
    expect(form.body).toContain('value="2027-03-01"');
    const done = await chair.submit(`/plans/${plan.id}/priorities?item=${items[1]!.id}`, {
      items: items[1]!.id,
      codes: 'I',
      setBy: 'Chair: Egypt',
      from: '2027-03-01',
      until: '2027-12-31',
      'note.original': 'en',
      'note.texts.en': 'First things first',
    });
    expect(done.body).toContain('Priority');
    expect(done.body).toContain('First things first');
    expect(await listed(chair)).toMatchObject([
      { itemId: items[1]!.id, setBy: 'Chair: Egypt', from: '2027-03-01', until: '2027-12-31' },
      { itemId: items[0]!.id, standing: 'current' },
    ]);
    const page = await reader.get(`/plans/${plan.id}`);
    expect(page.body).toContain('<h2>Priorities</h2>');
    expect(page.body).not.toContain('priorities/new');
    expect((await reader.api('GET', `/items/${items[1]!.id}`)).json()).toMatchObject({
      priorities: [{ setBy: 'Chair: Egypt' }],
    });
    expect((await chair.api('GET', `/plans/${plan.id}`)).json()).toEqual(before);
    const events = await test.get(UnitOfWork).read.findBy(AuditEvent, { action: 'priority.set' });
    expect(events.map(({ after }) => after!.code).sort()).toEqual(['I', 'I.1']);
  });

  it('are seen by nobody from outside the mechanism, also where the plan is public', async () => {
    const visitor = new Client(test);
    const elsewhere = await browserOf(test, await newPerson(test, ['chair', 'rcm']));
    for (const client of [visitor, elsewhere]) {
      const page = await client.get(`/plans/${plan.id}`);
      expect(page.status).toBe(200);
      expect(page.body).not.toContain('Chair: Egypt');
      expect(page.body).not.toContain('Priorities');
      expect(await listed(client)).toEqual([]);
      expect((await client.api('GET', `/items/${items[1]!.id}`)).json()).toMatchObject({ priorities: [] });
    }
    expect((await elsewhere.post(`/plans/${plan.id}/priorities`)).status).toBe(404);
    expect((await reader.post(`/plans/${plan.id}/priorities`)).status).toBe(403);
    const nobody = await browserOf(test, await newAccount(test));
    expect((await nobody.post(`/plans/${plan.id}/priorities`)).status).toBe(403);
  });

  it.each([
    ['no item', { codes: '' }, 'items', 'Choose at least one item.'],
    ['no day', { from: '' }, 'from', 'This field is required.'],
    ['an end before the beginning', { until: '2027-01-01' }, 'until', 'The end is before the start.'],
  ])('are refused with %s, and what was typed is kept', async (_, wrong, field, message) => {
    const before = (await listed(chair)).length;
    const typed = { codes: 'I', setBy: 'Who sets it', from: '2027-03-01', ...wrong };
    const answer = await chair.post(`/plans/${plan.id}/priorities`, typed);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`href="#field-${field}"`);
    expect(answer.body).toContain(message);
    expect(answer.body).toContain('value="Who sets it"');
    expect((await listed(chair)).length).toBe(before);
  });

  it('are chosen from the plan by name: all of it stands in the form, and what was chosen stays when it is refused', async () => {
    const form = await chair.get(`/plans/${plan.id}/priorities/new`);
    for (const { id } of items) expect(form.body).toContain(`name="items" value="${id}"`);
    const typed = { items: [items[1]!.id, items[2]!.id], setBy: 'Who sets it', from: '' };
    const refused = await chair.post(`/plans/${plan.id}/priorities`, typed);
    const boxes = refused.body.match(/<input[^>]*name="items"[^>]*>/g)!;
    expect(boxes.filter((box) => box.includes('checked'))).toHaveLength(2);
    // Each once: what stands on top is below no box any more.
    expect(boxes).toHaveLength(items.length);
    const piece = await chair.get(`/plans/${plan.id}/choice`);
    expect(piece.body.match(/name="items"/g)).toHaveLength(items.length);
  });

  it.each([
    ['a code that is not there', 'I\nX', 'No item of the plan has the code X.'],
    ['a code that two items have', 'I.2', 'Several items have the code I.2.'],
  ])('by codes, which programs may name, are refused with %s', async (_, codes, message) => {
    const input = { codes, setBy: 'Who sets it', from: '2027-03-01' };
    const api = await programOf(test, office);
    const answer = await api.api('POST', `/plans/${plan.id}/priorities`, input);
    expect(answer.status).toBe(422);
    expect(answer.json<{ errors: object }>().errors).toEqual({
      codes: expect.stringContaining(message) as string,
    });
  });

  it('of an item of another plan are refused', async () => {
    const other = await newPlan(test, MECHANISM);
    const input = { items: [other.items[0]!.id], setBy: 'Chair', from: '2027-03-01' };
    expect((await chair.api('POST', `/plans/${plan.id}/priorities`, input)).status).toBe(422);
  });

  it('are ended and stay on record; those to come are told apart', async () => {
    const api = await programOf(test, office);
    const set = async (from: string) =>
      (
        await api.api('POST', `/plans/${plan.id}/priorities`, { codes: 'I', setBy: `From ${from}`, from })
      ).json<{
        items: { id: string; standing: string }[];
      }>().items[0]!;
    const [old, coming] = [await set('2027-02-01'), await set('2027-06-01')];
    expect([old.standing, coming.standing]).toEqual(['current', 'coming']);
    const form = await chair.get(`/priorities/${old.id}/end`);
    expect(form.body).toContain('value="2027-03-01"');
    expect((await chair.post(`/priorities/${old.id}/end`, { until: '2027-01-01' })).status).toBe(422);
    const ended = await chair.submit(`/priorities/${old.id}/end`, { until: '2027-02-28' });
    expect(ended.body).toContain('From 2027-02-01');
    expect((await chair.get(`/plans/${plan.id}`)).body).not.toContain('From 2027-02-01');
    expect((await chair.get(`/plans/${plan.id}`)).body).toContain('From 2027-06-01');
    expect((await listed(chair)).find(({ id }) => id === old.id)).toMatchObject({ standing: 'past' });
    expect(await test.get(UnitOfWork).read.findBy(AuditEvent, { action: 'priority.end' })).toMatchObject([
      { scope: MECHANISM, before: { untilDay: null }, after: { untilDay: '2027-02-28' } },
    ]);
    const elsewhere = await browserOf(test, await newPerson(test, ['chair', 'rcm']));
    expect((await elsewhere.get(`/priorities/${old.id}/end`)).status).toBe(404);
    expect((await reader.post(`/priorities/${old.id}/end`, { until: '2027-02-28' })).status).toBe(403);
  });
});

describe('the plan as a Word file', () => {
  const partOf = (zip: Buffer, wanted: string): string => {
    let entry = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
    for (;;) {
      const [nameLength, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at));
      const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength!);
      if (name !== wanted) {
        entry += 46 + nameLength! + extra! + comment!;
        continue;
      }
      const local = zip.readUInt32LE(entry + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const data = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
      return (zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(data) : data).toString('utf8');
    }
  };
  const textOf = (zip: Buffer) =>
    partOf(zip, 'word/document.xml')
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]+>/g, '');

  it('holds the plan’s facts, its amendments and its items in native tables', async () => {
    const api = await programOf(test, office);
    await api.api('POST', `/plans/${plan.id}/amendments`, {
      reason: 'To say it better',
      decidedBy: 'Senior Officials',
    });
    const answer = await chair.get(`/plans/${plan.id}/export.docx`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="A-plan.docx"');
    expect(answer.headers['cache-control']).toContain('no-store');
    const text = textOf(answer.bytes);
    for (const words of [
      'A plan',
      'Adopted by\nA meeting',
      '15 January 2026',
      'To say it better',
      'Senior Officials',
      'Protection',
      'I.1',
      'Exchange lists',
      'Kenya',
      '8(a)',
    ])
      expect(text).toContain(words);
    expect(partOf(answer.bytes, 'word/document.xml')).toContain('<w:tblHeader/>');
    // What a chair puts first is not what the plan says.
    expect(text).not.toContain('Chair: Egypt');
    expect((await (await programOf(test, office)).api('GET', `/plans/${plan.id}/export.docx`)).status).toBe(
      200,
    );
  });

  it('runs from right to left in Arabic', async () => {
    const arabic = await browserOf(test, await newAccount(test, { language: 'ar' }, [['reader', MECHANISM]]));
    const { bytes } = await arabic.get(`/plans/${plan.id}/export.docx`);
    expect(partOf(bytes, 'word/document.xml')).toContain('<w:bidiVisual/>');
    expect(textOf(bytes)).toContain('معتمدة');
  });

  it('is for those who may read the plan', async () => {
    const closed = await newPlan(test, MECHANISM);
    const visitor = new Client(test);
    expect((await visitor.get(`/plans/${closed.plan.id}/export.docx`)).headers.location).toContain(
      '/sign-in',
    );
    expect((await visitor.api('GET', `/plans/${closed.plan.id}/export.docx`)).status).toBe(404);
    expect((await visitor.get(`/plans/${plan.id}/export.docx`)).status).toBe(200);
  });
});
