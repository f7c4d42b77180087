import { AuditEvent } from '../../src/platform/database/history.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Indicator, Reading } from '../../src/indicators/indicator.entity.js';
import { type Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { PlansService } from '../../src/plans/plan/plans.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf, newPerson, newPlan, type Person, programOf } from '../support/factories.js';

const MECHANISM = 'rabat';
let test: TestApp;
let plan: Plan;
let items: PlanItem[];
let office: Person;
let api: Client;

beforeAll(async () => (test = await startApp()));
afterAll(() => test.close());
beforeEach(async () => {
  ({
    plan,
    items,
    secretariat: office,
  } = await newPlan(test, MECHANISM, [{ code: '1' }, { code: '1.1', parent: '1' }], { draft: true }));
  api = await programOf(test, office);
});

const english = (text: string) => ({ original: 'en', texts: { en: text } });
const FULL = {
  code: 'F-2a',
  title: { original: 'fr', texts: { fr: 'Agents formés', ar: 'الموظفون المدرَّبون' } },
  unit: english('persons'),
  baseline: { value: '1 250,50', year: 2024, text: 'estimate' },
  targets: [
    { year: 2027, value: '2000.0', text: null },
    { year: 2026, value: null, text: 'at least one course in each region' },
  ],
  source: english('The plan, annex II'),
  otherDimension: 'Kind of training',
};
interface Resource {
  id: string;
  version: number;
  [field: string]: unknown;
}
const add = async (fields: object = { title: english('Officials trained') }, item = items[1]!) =>
  (await api.api('POST', `/items/${item.id}/indicators`, fields)).json<Resource>();
const read = async (indicator: Resource, query = '') =>
  (await api.api('GET', `/indicators/${indicator.id}/readings${query}`)).json<{ items: Resource[] }>().items;
const record = (indicator: Resource, reading: object) =>
  api.api('POST', `/indicators/${indicator.id}/readings`, reading);

describe('an indicator', () => {
  it('holds what the plan says, digit for digit, and asks for nothing it lacks', async () => {
    const full = await add(FULL);
    const kept = { ...FULL, baseline: { ...FULL.baseline, value: '1250.50' } };
    expect(full).toMatchObject(kept);
    expect(await add()).toMatchObject({ code: '', unit: null, baseline: { value: null }, targets: [] });
    const list = await api.api('GET', `/items/${items[1]!.id}/indicators`);
    expect(list.json<{ items: object[] }>().items).toMatchObject([kept, { code: '' }]);
    expect((await api.api('GET', `/indicators/${full.id}`)).json()).toEqual(full);
  });

  it.each([
    ['no title', { title: english('') }, 'title.texts.en'],
    ['a baseline with its unit', { baseline: { value: '12%' } }, 'baseline.value'],
    ['a comma that can mean two things', { baseline: { value: '1,250' } }, 'baseline.value'],
    ['a number that is no text, and would be rounded', { baseline: { value: 0.1 } }, 'baseline.value'],
    ['a year that is none', { baseline: { year: 27 } }, 'baseline.year'],
    ['a target without a year', { targets: [{ value: '3' }] }, 'targets.0.year'],
    ['a target of nothing', { targets: [{ year: 2027, value: '3' }, { year: 2028 }] }, 'targets.1.value'],
    ['targets that are no list', { targets: 'many' }, 'targets'],
    ['a code that is too long', { code: 'x'.repeat(41) }, 'code'],
  ])('is refused with %s, at its field, and nothing is written', async (_, wrong, field) => {
    const answer = await api.api('POST', `/items/${items[0]!.id}/indicators`, {
      title: english('T'),
      ...wrong,
    });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json<{ errors: object }>().errors)).toEqual([field]);
    const list = await api.api('GET', `/items/${items[0]!.id}/indicators`);
    expect(list.json()).toMatchObject({ items: [] });
  });

  it('is filled in as a form, in rows, keeping what was typed when a row is wrong', async () => {
    const browser = await browserOf(test, office);
    const fields = {
      'title.original': 'en',
      'title.texts.en': 'Meetings held',
      'targets.0.year': '',
      'targets.0.value': '',
      'targets.0.text': '',
      'targets.1.year': '2027',
      'targets.1.value': '1,200',
      'targets.1.text': '',
    };
    const refused = await browser.post(`/items/${items[1]!.id}/indicators`, fields);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('href="#field-targets-0-value"');
    expect(refused.body).toContain('value="1,200"');
    const made = await browser.submit(`/items/${items[1]!.id}/indicators`, {
      ...fields,
      'targets.1.value': '1200',
    });
    expect(made.body).toContain('The indicator has been added');
    expect(made.body).toContain('1\u202f200');
    const panel = (await browser.get(`/items/${items[1]!.id}`)).body;
    expect(panel).toContain('Meetings held');
    expect(panel).toContain('2027: ');
  });

  it('that collides is refused with what stands now, and saved over knowingly', async () => {
    const indicator = await add();
    const browser = await browserOf(test, office);
    const change = (title: string, version: number) =>
      browser.post(`/indicators/${indicator.id}`, {
        'title.original': 'en',
        'title.texts.en': title,
        version,
      });
    expect((await change('From the first window', 1)).status).toBe(303);
    const refused = await change('From the second window', 1);
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('From the first window');
    expect(refused.body).toContain('value="From the second window"');
    expect((await change('From the second window', 2)).status).toBe(303);
  });

  it('goes with its readings once it was said how many, and leaves its history', async () => {
    const indicator = await add(FULL);
    await record(indicator, { period: '2025', value: '3' });
    const browser = await browserOf(test, office);
    const asked = await browser.get(`/indicators/${indicator.id}/removal`);
    expect(asked.body).toContain('1 reading will be deleted with it');
    expect((await browser.post(`/indicators/${indicator.id}/removal`)).status).toBe(403);
    await browser.post(`/indicators/${indicator.id}/removal`, { confirmed: 'on' });
    expect((await api.api('GET', `/indicators/${indicator.id}`)).status).toBe(404);
    const { read: rows } = test.get(UnitOfWork);
    expect(await rows.countBy(Reading, { indicatorId: indicator.id })).toBe(0);
    const events = await rows.findBy(AuditEvent, { subjectId: indicator.id });
    expect(events.map(({ action }) => action).sort()).toEqual(['indicator.add', 'indicator.remove']);
  });

  it('goes with its item, which says so before', async () => {
    await add();
    const indicator = await add();
    await record(indicator, { period: '2025', value: '3' });
    const browser = await browserOf(test, office);
    const asked = await browser.get(`/items/${items[0]!.id}/removal`);
    expect(asked.body).toContain('2 indicators of these items and their readings will be deleted too');
    await browser.post(`/items/${items[0]!.id}/removal`, { confirmed: 'on' });
    const { read: rows } = test.get(UnitOfWork);
    expect(await rows.countBy(Indicator, { itemId: items[1]!.id })).toBe(0);
    expect(await rows.countBy(Reading, { indicatorId: indicator.id })).toBe(0);
  });
});

describe('in an adopted plan', () => {
  let indicator: Resource;
  beforeEach(async () => {
    indicator = await add(FULL);
    await test.get(PlansService).move(office.actor, plan.id, 'adopt', { by: 'A meeting', on: '2026-01-15' });
  });
  const change = (fields: object) =>
    api.api('PATCH', `/indicators/${indicator.id}`, { ...indicator, ...fields });

  it('what the plan says of an indicator is fixed; source, translations and readings are not', async () => {
    const refused = await change({ code: 'X', targets: [] });
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.json<{ errors: object }>().errors).sort()).toEqual(['code', 'targets']);
    const path = `/items/${items[1]!.id}/indicators`;
    expect((await api.api('POST', path, { title: english('T') })).status).toBe(409);
    expect((await api.api('DELETE', `/indicators/${indicator.id}`)).status).toBe(409);
    const texts = { ...FULL.title.texts, en: 'Officials trained' };
    const changed = await change({ title: { original: 'fr', texts }, source: english('Another') });
    expect(changed.json()).toMatchObject({ title: { texts: { en: 'Officials trained' } }, version: 2 });
    expect((await record(indicator, { period: '2026', value: '7' })).status).toBe(201);
    const browser = await browserOf(test, office);
    const page = (await browser.get(`/items/${items[1]!.id}`)).body;
    expect(page).toContain('is changed by amendment');
    expect(page).not.toContain('indicators/new');
  });

  it('an amendment changes it, and keeps what stood before', async () => {
    await api.api('POST', `/plans/${plan.id}/amendments`, { reason: 'New targets' });
    expect((await change({ targets: [{ year: 2028, value: '10' }] })).status).toBe(200);
    await add({ code: 'N', title: english('New') });
    const { items: amendments } = (await api.api('GET', `/plans/${plan.id}/amendments`)).json<{
      items: { changes: { before: { indicator: string } | null; after: { indicator: string } }[] }[];
    }>();
    const [changed, added] = amendments[0]!.changes;
    expect(changed!.before!.indicator).toContain('2027: 2000.0');
    expect(changed!.after.indicator).toContain('2028: 10');
    expect(added).toMatchObject({ before: null, after: { indicator: 'N New' } });
  });

  it('readings are taken after the plan has ended too', async () => {
    await test.get(PlansService).move(office.actor, plan.id, 'close');
    expect((await record(indicator, { period: '2026', value: '7' })).status).toBe(201);
    expect((await change({ source: english('Another') })).status).toBe(409);
  });
});

describe('a reading', () => {
  let indicator: Resource;
  beforeEach(async () => (indicator = await add(FULL)));

  it('is kept as typed, with its period and its parts', async () => {
    const made = await record(indicator, {
      period: 'T2 2026',
      value: '١٢٬٣٤٥٫٦٧٠',
      sex: 'Femmes',
      ageGroup: '15-24',
      migrationStatus: 'returnees',
      other: 'Referral',
      source: 'Register of courses',
      note: 'Without the last course',
    });
    expect(made.json()).toMatchObject({
      period: '2026-Q2',
      precision: 'quarter',
      from: '2026-04-01',
      until: '2026-06-30',
      value: '12345.670',
      sex: 'female',
      ageGroup: '15-24',
      supersededAt: null,
    });
    const page = (await (await browserOf(test, office)).get(`/indicators/${indicator.id}`)).body;
    for (const shown of [
      'second quarter of 2026',
      '12\u202f345.670',
      '15-24',
      'Kind of training',
      'Referral',
    ])
      expect(page).toContain(shown);
  });

  it.each([
    ['no period', { value: '3' }, 'period'],
    ['a period that could be two', { period: '05/06/2026', value: '3' }, 'period'],
    ['a period that has not begun', { period: '2028', value: '3' }, 'period'],
    ['no figure', { period: '2026' }, 'value'],
    ['words for a figure', { period: '2026', value: 'about 12' }, 'value'],
    ['a figure without end', { period: '2026', value: '1'.repeat(41) }, 'value'],
    ['a sex that is none', { period: '2026', value: '3', sex: 'cats' }, 'sex'],
  ])('is refused with %s, at its field', async (_, wrong, field) => {
    const answer = await record(indicator, wrong);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json<{ errors: object }>().errors)).toEqual([field]);
    expect(await read(indicator)).toEqual([]);
  });

  it('is recorded once, but two sources may give two figures', async () => {
    const fields = { period: '2026', value: '3', source: 'One' };
    expect((await record(indicator, fields)).status).toBe(201);
    expect((await record(indicator, fields)).status).toBe(422);
    expect((await record(indicator, { ...fields, value: '4', source: 'Two' })).status).toBe(201);
    expect(await read(indicator)).toHaveLength(2);
  });

  it('is corrected by another, and the old one stays, with the reason', async () => {
    const first = (await record(indicator, { period: '2026', value: '3' })).json<Resource>();
    const correction = { period: '2026', value: '4', reason: 'A course was counted twice' };
    const second = await api.api('POST', `/readings/${first.id}/correction`, correction);
    expect(second.json()).toMatchObject({ value: '4', correctsId: first.id });
    expect(await read(indicator)).toMatchObject([{ value: '4' }]);
    expect(await read(indicator, '?superseded=true')).toMatchObject([
      { value: '4', supersededAt: null },
      { value: '3', supersededAt: test.clock.now().toISOString(), supersededReason: correction.reason },
    ]);
    expect((await api.api('POST', `/readings/${first.id}/correction`, correction)).status).toBe(409);
    const events = await test.get(UnitOfWork).read.findBy(AuditEvent, { action: 'reading.correct' });
    expect(events.at(-1)).toMatchObject({
      accountId: office.account.id,
      before: { value: '3', reason: correction.reason },
      after: { value: '4' },
    });
    const page = (await (await browserOf(test, office)).get(`/indicators/${indicator.id}`)).body;
    expect(page).toContain('A course was counted twice');
  });

  it('is corrected by one of two at once', async () => {
    const first = (await record(indicator, { period: '2026', value: '3' })).json<Resource>();
    const both = await Promise.all(
      ['4', '5'].map((value) =>
        api.api('POST', `/readings/${first.id}/correction`, { period: '2026', value }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await read(indicator)).toHaveLength(1);
  });

  it('is corrected and taken back as a form', async () => {
    const first = (await record(indicator, { period: '2026-H1', value: '3.10' })).json<Resource>();
    const browser = await browserOf(test, office);
    const form = await browser.get(`/readings/${first.id}/correction`);
    expect(form.body).toContain('value="2026-H1"');
    expect(form.body).toContain('value="3.10"');
    const same = await browser.post(`/readings/${first.id}/correction`, {
      period: '2026-H1',
      value: '3.10',
    });
    expect([same.status, same.body]).toEqual([422, expect.stringContaining('There is no difference')]);
    expect((await browser.post(`/readings/${first.id}/withdrawal`)).status).toBe(422);
    const gone = await browser.submit(`/readings/${first.id}/withdrawal`, { reason: 'Of another indicator' });
    expect(gone.body).toContain('The reading has been withdrawn');
    expect(gone.body).toContain('Of another indicator');
    expect(await read(indicator)).toEqual([]);
  });

  it('is no judgement: the page has no share of a target, and no picture by the free dimension', async () => {
    for (const other of ['A', 'B']) await record(indicator, { period: '2026', value: '3', other });
    await record(indicator, { period: '2026', value: '1000' });
    const page = (await (await browserOf(test, office)).get(`/indicators/${indicator.id}`)).body;
    expect(page.match(/<figure/g)).toHaveLength(1);
    expect(page).not.toMatch(/50 ?%|on track|achieved|behind/i);
    expect(page).not.toMatch(/<svg[^>]*style=|<[a-z]+[^>]* style="/);
  });
});

describe('readings as lines', () => {
  let indicator: Resource;
  let browser: Client;
  beforeEach(async () => {
    indicator = await add(FULL);
    browser = await browserOf(test, office);
  });
  const paste = (text: string, confirmed?: string) =>
    browser.post(`/indicators/${indicator.id}/readings/lines`, { text, confirmed });

  it('are looked at first, then recorded together', async () => {
    const text = 'Période\tValeur\tSexe\tCouleur\n2025\t1 250,5\tfemmes\trouge\n2025\t900\thommes\tvert';
    const looked = await paste(text);
    expect(looked.status).toBe(200);
    expect(looked.body).toContain('Record 2 readings');
    expect(looked.body).toContain('left out: Couleur');
    expect(await read(indicator)).toEqual([]);
    expect((await paste(text, 'on')).status).toBe(303);
    expect((await read(indicator)).map(({ value, sex }) => [value, sex]).sort()).toEqual([
      ['1250.5', 'female'],
      ['900', 'male'],
    ]);
    const page = (await browser.get(`/indicators/${indicator.id}`)).body;
    expect(page).toContain('By sex');
  });

  it('are none when one is wrong: each says what to do, by its line, and the text is kept', async () => {
    const wrong = await paste('2025;12\n2025;1,250\n\nlater;7;cats\n2025;12', 'on');
    expect(wrong.status).toBe(422);
    for (const said of ['Line 2', 'Line 4', 'Line 5', 'already', 'later;7;cats', 'href="#field-readings-1"'])
      expect(wrong.body).toContain(said);
    expect(wrong.body).not.toContain('name="confirmed"');
    expect(await read(indicator)).toEqual([]);
    expect((await paste('2025;12\n2025;12')).status).toBe(422);
    expect((await paste('')).status).toBe(422);
    expect((await paste(';;;\n')).status).toBe(422);
    expect((await paste('2025;1\n'.repeat(501))).status).toBe(422);
  });

  it('go in through the API too, all or none', async () => {
    const path = `/indicators/${indicator.id}/readings/batch`;
    const wrong = [
      { period: '2025', value: '1' },
      { period: '2026', value: 'x' },
    ];
    const refused = await api.api('POST', path, { readings: wrong });
    expect([refused.status, Object.keys(refused.json<{ errors: object }>().errors)]).toEqual([
      422,
      ['readings.1.value'],
    ]);
    const right = [
      { period: '2025', value: '1' },
      { period: '2026', value: '2' },
    ];
    expect((await api.api('POST', path, { readings: right })).status).toBe(201);
    expect((await read(indicator)).map(({ period }) => period)).toEqual(['2026', '2025']);
  });

  it('come out as CSV that goes in again, formulas made harmless', async () => {
    await record(indicator, { period: '2025-Q2', value: '-12.50', note: '=HYPERLINK("http://x.example")' });
    const csv = await browser.get(`/indicators/${indicator.id}/readings.csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.headers['content-disposition']).toContain('attachment');
    expect(csv.body).toContain("'=HYPERLINK");
    expect(csv.body).toContain(',-12.50,');
    const other = await add();
    const pasted = await browser.post(`/indicators/${other.id}/readings/lines`, {
      text: csv.body,
      confirmed: 'on',
    });
    expect(pasted.status).toBe(303);
    expect(await read(other)).toMatchObject([
      { period: '2025-Q2', value: '-12.50', note: '=HYPERLINK("http://x.example")' },
    ]);
    expect((await api.api('GET', `/indicators/${indicator.id}/readings.csv`)).body).toContain('-12.50');
  });

  it('fill several pages when they are many, each of them small', async () => {
    const text = Array.from({ length: 300 }, (_, n) => `${1901 + (n % 120)};${n}.5;;${n}`).join('\n');
    expect((await paste(text, 'on')).status).toBe(303);
    const packed = await browser.get(`/indicators/${indicator.id}`, { 'accept-encoding': 'gzip' });
    expect([packed.headers['content-encoding'], packed.bytes.length < 60_000]).toEqual(['gzip', true]);
    expect((await browser.get(`/indicators/${indicator.id}`)).body).toContain(`?after=100`);
    expect((await browser.get(`/indicators/${indicator.id}?after=200`)).body).not.toContain('?after=300');
    expect((await browser.get(`/indicators/${indicator.id}?after=x`)).status).toBe(422);
  });
});

describe('an item carried over', () => {
  it('shows the former item’s indicators to those who may read them', async () => {
    await add({ code: 'OLD', title: english('Of the former plan') });
    const next = await newPlan(test, MECHANISM, [{ code: '9' }], { isPublic: true });
    await test
      .get(UnitOfWork)
      .run((manager) => manager.update(PlanItem, { id: next.items[0]!.id }, { carriedFromId: items[1]!.id }));
    const shown = await (await browserOf(test, office)).get(`/items/${next.items[0]!.id}`);
    expect(shown.body).toContain('In the previous plan');
    expect(shown.body).toContain('Of the former plan');
    const visitor = await new Client(test).get(`/items/${next.items[0]!.id}`);
    expect([visitor.status, visitor.body.includes('Of the former plan')]).toEqual([200, false]);
  });
});

describe('who may see and change them', () => {
  it('is who may read the plan, and its secretariat', async () => {
    const indicator = await add(FULL);
    const reading = (await record(indicator, { period: '2025', value: '3' })).json<Resource>();
    const old = (await record(indicator, { period: '2024', value: '8' })).json<Resource>();
    await api.api('POST', `/readings/${old.id}/withdrawal`, { reason: 'A mistake' });
    const reader = await newPerson(test, ['reader', MECHANISM]);
    const stranger = await newPerson(test, ['secretariat', 'rcm']);
    const [mine, foreign] = [await programOf(test, reader), await programOf(test, stranger)];
    const gets = ['', '/readings', '/readings.csv'].map((end) => `/indicators/${indicator.id}${end}`);
    const lists = [...gets, `/items/${items[1]!.id}/indicators`];
    for (const path of lists) {
      expect([path, (await mine.api('GET', path)).status]).toEqual([path, 200]);
      expect([path, (await foreign.api('GET', path)).status]).toEqual([path, 404]);
      expect([path, (await new Client(test).api('GET', path)).status]).toEqual([path, 404]);
    }
    const changes = [
      ['POST', `/items/${items[1]!.id}/indicators`, { title: english('T') }],
      ['PATCH', `/indicators/${indicator.id}`, { ...indicator, code: 'X' }],
      ['DELETE', `/indicators/${indicator.id}`, undefined],
      ['POST', `/indicators/${indicator.id}/readings`, { period: '2026', value: '1' }],
      ['POST', `/indicators/${indicator.id}/readings/batch`, { readings: [{ period: '2026', value: '1' }] }],
      ['POST', `/readings/${reading.id}/correction`, { period: '2025', value: '1' }],
      ['POST', `/readings/${reading.id}/withdrawal`, { reason: 'x' }],
    ] as const;
    for (const [method, path, body] of changes) {
      expect([path, (await mine.api(method, path, body)).status]).toEqual([path, 403]);
      expect([path, (await foreign.api(method, path, body)).status]).toEqual([path, 404]);
    }
    const there = (await mine.api('GET', `/indicators/${indicator.id}/readings?superseded=true`)).json();
    expect(there).toMatchObject({ items: [{ value: '3' }, { value: '8' }] });
    const page = (await (await browserOf(test, reader)).get(`/indicators/${indicator.id}`)).body;
    expect(page).toContain('A mistake');
    expect(page).not.toContain(office.account.name);
    expect(page).not.toContain('/correction');
  });

  it('is everybody for a public plan, but for what was corrected and by whom', async () => {
    const open = await newPlan(test, MECHANISM, [{}], { draft: true, isPublic: true });
    const indicator = await add(FULL, open.items[0]);
    const old = (await record(indicator, { period: '2024', value: '88' })).json<Resource>();
    await api.api('POST', `/readings/${old.id}/correction`, { period: '2024', value: '77', reason: 'Why' });
    const visitor = new Client(test);
    const page = await visitor.get(`/indicators/${indicator.id}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('>77<');
    for (const hidden of ['>88<', 'Why', office.account.name]) expect(page.body).not.toContain(hidden);
    const list = await visitor.api('GET', `/indicators/${indicator.id}/readings?superseded=true`);
    expect(list.json()).toMatchObject({ items: [{ value: '77', correctsId: null }] });
    expect(list.body).not.toContain('"88"');
    const csv = await visitor.get(`/indicators/${indicator.id}/readings.csv`);
    expect(csv.body).not.toContain(',88,');
  });
});
