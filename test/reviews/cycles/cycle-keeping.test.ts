import { CyclesService } from '../../../src/reviews/cycles/cycles.service.js';
import { KeptCycle } from '../../../src/reviews/cycles/kept-cycle.entity.js';
import { mergeCycles } from '../../../src/reviews/cycles/merge-cycles.js';
import type { ReviewCycle } from '../../../src/reviews/cycles/review-cycles.js';
import { shippedCycles } from '../../../src/reviews/cycles/review-cycles.data.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newAdministrator, newPerson, programOf } from '../../support/factories.js';

let test: TestApp;
let visitor: Client;
let admin: Client;
let root: Client;
let office: Client;
beforeAll(async () => {
  test = await startApp();
  visitor = new Client(test);
  const administrator = await newAdministrator(test);
  admin = await browserOf(test, administrator);
  root = await programOf(test, administrator, { administrator: true });
  office = await programOf(test, await newPerson(test, ['secretariat', 'khartoum']));
});
afterAll(() => test.close());

const cycle = async (id: string) => (await visitor.api('GET', `/review-cycles/${id}`)).json<ReviewCycle>();
const milestone = async (id: string, key: string) =>
  (await cycle(id)).milestones.find((one) => one.key === key)!;
const inFrench = { 'accept-language': 'fr' };
const inArabic = { 'accept-language': 'ar' };
const days = (firstDay: string, lastDay?: string) => ({ precision: 'day', firstDay, lastDay });

describe('the dates of a shipped cycle', () => {
  const found = { ...days('2030-05-07', '2030-05-10'), confirmed: 'on', source: 'A/RES/84/12' };

  it('are changed by an administrator, in one place for the Forum and what depends on it by rule', async () => {
    expect(await milestone('imrf-2030', 'hearing')).toMatchObject({ when: null });
    const form = await admin.get('/review-cycles/imrf-2030/edit');
    expect(form.body).toContain('value="A/RES/73/195, paragraph 49; A/RES/73/326"');
    const saved = await admin.submit('/review-cycles/imrf-2030', { ...found, version: 1 });
    expect(saved.body).toContain('7 May 2030 – 10 May 2030');
    expect(saved.body).toContain('A/RES/84/12');
    expect(await cycle('imrf-2030')).toMatchObject({
      ...{ version: 2, expected: false, doubts: [], years: { first: 2030, last: 2030 } },
      period: { precision: 'day', start: '2030-05-07', end: '2030-05-10' },
    });
    expect(await milestone('imrf-2030', 'forum')).toMatchObject({
      ...{ expected: false, source: 'A/RES/84/12', when: { start: '2030-05-07' } },
    });
    expect(await milestone('imrf-2030', 'hearing')).toMatchObject({
      when: { start: '2030-05-06' },
      expected: true,
    });
    expect(await milestone('imrf-2030', 'sg-report')).toMatchObject({ when: { start: '2030-02-12' } });
  });

  it('say in the history who changed them, from what, and with which source', async () => {
    const { body } = await admin.get('/review-cycles/imrf-2030');
    expect(body).toContain('changed a review cycle: International Migration Review Forum 2030');
    expect(body).toContain('7 May 2030 – 10 May 2030');
    expect((await visitor.get('/review-cycles/imrf-2030')).body).not.toContain('changed a review cycle');
  });

  it('are changed by the milestone of the Forum alike', async () => {
    const address = '/review-cycles/imrf-2030/milestones/forum';
    await admin.submit(address, {
      ...found,
      ...days('2030-05-14', '2030-05-17'),
      version: 2,
      place: 'New York',
    });
    expect(await cycle('imrf-2030')).toMatchObject({ version: 3, period: { start: '2030-05-14' } });
    expect(await milestone('imrf-2030', 'forum')).toMatchObject({ place: 'New York' });
    expect(await milestone('imrf-2030', 'hearing')).toMatchObject({ when: { start: '2030-05-13' } });
    const unknown = await root.api('PUT', address, { precision: 'unknown', source: 'x', version: 3 });
    expect(unknown.status).toBe(422);
  });

  it('hold for what a document covers, in every process that reads them', async () => {
    const cycles = await test.get(CyclesService).all();
    expect(cycles.find(({ id }) => id === 'imrf-2030')?.period.start).toBe('2030-05-14');
    await test
      .get(UnitOfWork)
      .run((manager) =>
        manager.update(KeptCycle, { id: 'imrf-2030' }, { own: false, fields: {}, milestones: {} }),
      );
    expect((await cycle('imrf-2030')).period.precision).toBe('year');
  });

  it('are refused when somebody else changed them, showing what stands', async () => {
    const stale = await admin.submit('/review-cycles/imrf-2030', { ...found, version: 1 });
    expect([stale.status, stale.body.includes('name="version" value="3"')]).toEqual([409, true]);
  });

  it('are changed by one of two who do it at once', async () => {
    const input = { ...days('2024-12-05'), version: 1 };
    const both = await Promise.all(
      ['A/79/1', 'A/79/2'].map((source) =>
        root.api('PUT', '/review-cycles/regional-2/milestones/plenary', { ...input, source }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = both.find(({ status }) => status === 200)!.json<ReviewCycle>();
    expect(await cycle('regional-2')).toEqual(won);
    expect(both.find(({ status }) => status === 409)!.json().current).toEqual(won);
  });

  it.each([
    ['no source', { source: '' }, 'source'],
    ['an end before the beginning', { lastDay: '2030-05-01' }, 'lastDay'],
    ['no day', { firstDay: '' }, 'firstDay'],
    ['a precision that is none', { precision: 'week' }, 'precision'],
  ])('are refused for %s', async (_, wrong, field) => {
    const answer = await root.api('PUT', '/review-cycles/imrf-2030', { ...found, ...wrong, version: 3 });
    expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors)]).toEqual([422, [field]]);
  });

  it('follow the shipped data again, and its later corrections, once they are as it has them', async () => {
    const { period, source, doubts, version } = await cycle('regional-3');
    const shipped = {
      precision: 'year',
      firstDay: period.start,
      lastDay: period.end,
      source,
      doubts: doubts.join('\n'),
    };
    const changed = await root.api('PUT', '/review-cycles/regional-3', {
      ...{ ...shipped, source: 'Other', name: { original: 'en', texts: { en: 'Third round' } }, version },
    });
    expect(changed.json()).toMatchObject({
      source: 'Other',
      name: { texts: { en: 'Third round' } },
      version: 2,
    });
    await root.api('PUT', '/review-cycles/regional-3', { ...shipped, version: 2 });
    const row = await test.get(UnitOfWork).read.findOneByOrFail(KeptCycle, { id: 'regional-3' });
    expect(row.fields).toEqual({});
    const corrected = shippedCycles.map((one) =>
      one.id === 'regional-3' ? { ...one, source: 'Corrected' } : one,
    );
    expect(mergeCycles([row], corrected).find(({ id }) => id === 'regional-3')?.source).toBe('Corrected');
  });
});

describe('milestones', () => {
  it('are added, named and removed, each with its source', async () => {
    const { version } = await cycle('regional-3');
    const conference = {
      code: 'regional-conference',
      commission: 'ECA',
      source: 'ECA/1',
      place: 'Addis Ababa',
    };
    const form = { ...conference, precision: 'month', firstDay: '2028-10-11', version };
    const page = await admin.submit('/review-cycles/regional-3/milestones', form);
    expect(page.body).toContain('October 2028');
    const own = (await cycle('regional-3')).milestones.find((one) => one.own)!;
    expect(own).toMatchObject({
      ...conference,
      when: { start: '2028-10-01', end: '2028-10-31' },
      expected: true,
    });
    expect((await visitor.get('/review-cycles/regional-3', inFrench)).body).toContain(
      'Conférence d’examen régional (ECA)',
    );

    const address = `/review-cycles/regional-3/milestones/${own.key}`;
    const name = { original: 'fr', texts: { fr: 'Conférence africaine' } };
    await root.api('PUT', address, { precision: 'unknown', source: 'ECA/2', name, version: version + 1 });
    expect((await visitor.get('/review-cycles/regional-3')).body).toContain('lang="fr"');
    expect(await milestone('regional-3', own.key)).toMatchObject({ when: null, name, source: 'ECA/2' });

    expect((await admin.post(`${address}/removal`)).body).toContain('cannot be undone');
    const removed = await admin.submit(`${address}/removal`, { confirmed: 'on' });
    expect(removed.body).toContain('The milestone was removed.');
    expect(removed.body).toContain('removed a milestone: regional review conference');
  });

  it('of the shipped data are changed and stay', async () => {
    expect((await root.api('DELETE', '/review-cycles/regional-2/milestones/plenary')).status).toBe(403);
    expect((await root.api('DELETE', '/review-cycles/regional-2/milestones/none')).status).toBe(404);
    expect((await admin.get('/review-cycles/regional-2/milestones/none/edit')).status).toBe(404);
  });

  it('are said by their kind in the reader’s language, with the English text marked as English', async () => {
    const { body } = await visitor.get('/review-cycles/regional-2', inArabic);
    expect(body).toContain('جلسة عامة للجمعية العامة');
    expect(body).toContain('<span lang="en" dir="ltr">Plenary of the General Assembly on');
    const english = (await visitor.get('/review-cycles/regional-2')).body;
    expect(english.match(/Plenary of the General Assembly on/g)).toHaveLength(1);
  });
});

describe('whole cycles', () => {
  const source = 'A/RES/73/195, paragraph 49';

  it('are added: the next Forum, with its milestone, and another process under its own name', async () => {
    const forum = await root.api('POST', '/review-cycles', {
      ...{ kind: 'imrf', precision: 'year', firstDay: '2034-02-01', source },
    });
    expect(forum.json()).toMatchObject({
      ...{ id: 'imrf-2034', number: 4, own: true, version: 1, expected: true },
      period: { precision: 'year', start: '2034-01-01', end: '2034-12-31' },
      milestones: [{ key: 'forum', when: { precision: 'year' }, source }],
    });
    const name = { original: 'en', texts: { en: 'Summit of the Future', fr: 'Sommet de l’avenir' } };
    const made = await admin.submit('/review-cycles', {
      ...{ kind: 'other', ...days('2027-09-22'), source: 'A/1', 'name.original': 'en' },
      ...{ 'name.texts.en': name.texts.en, 'name.texts.fr': name.texts.fr },
    });
    expect(made.body).toContain('Summit of the Future');
    expect((await visitor.get('/review-cycles', inFrench)).body).toContain('Sommet de l’avenir');
    const again = await root.api('POST', '/review-cycles', {
      kind: 'other',
      name,
      ...days('2027-10-01'),
      source,
    });
    expect(again.json()).toMatchObject({ id: 'other-2027-2', number: null, name });
    const round = {
      kind: 'regional',
      precision: 'year',
      firstDay: '2032-01-01',
      lastDay: '2033-01-01',
      source,
    };
    const regional = await root.api('POST', '/review-cycles', { ...round, feeds: 'imrf-2034' });
    expect(regional.json()).toMatchObject({ id: 'regional-4', feeds: 'imrf-2034' });
  });

  it('are added once by who does it twice at once', async () => {
    const input = { kind: 'imrf', precision: 'year', firstDay: '2042-01-01', source };
    const both = await Promise.all([1, 2].map(() => root.api('POST', '/review-cycles', input)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('are refused twice, without a name of their own, and for a Forum that is not there', async () => {
    const forum = { kind: 'imrf', precision: 'year', firstDay: '2030-01-01', source };
    const wrong: [object, string][] = [
      [forum, 'firstDay'],
      [{ ...forum, kind: 'other' }, 'name'],
      [{ ...forum, kind: 'regional', feeds: 'regional-1' }, 'feeds'],
    ];
    for (const [input, field] of wrong) {
      const answer = await root.api('POST', '/review-cycles', input);
      expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors)]).toEqual([422, [field]]);
    }
  });

  it('are opened a document for, and are then not removed', async () => {
    const opened = await office.api('POST', '/mechanisms/khartoum/submissions', {
      ...{ cycleId: 'other-2027', language: 'en', title: 'Input' },
    });
    expect(opened.status).toBe(201);
    const used = await admin.submit('/review-cycles/other-2027/removal', { confirmed: 'on' });
    expect([used.status, used.body.includes('belongs to this cycle')]).toEqual([409, true]);
    expect((await root.api('DELETE', '/review-cycles/other-2027-2')).status).toBe(204);
    expect((await visitor.get('/review-cycles/other-2027-2')).status).toBe(404);
    expect((await root.api('DELETE', '/review-cycles/imrf-2026')).status).toBe(403);
  });
});

it('is for nobody else to change', async () => {
  const secretariat = await browserOf(test, await newPerson(test, ['secretariat', 'rabat']));
  expect((await secretariat.get('/review-cycles/new')).status).toBe(403);
  expect((await secretariat.get('/review-cycles/regional-2')).body).not.toContain('/edit"');
  const input = { ...days('2030-05-07'), source: 'x', version: 1 };
  expect((await office.api('PUT', '/review-cycles/imrf-2022', input)).status).toBe(403);
  expect((await visitor.api('PUT', '/review-cycles/imrf-2022', input)).status).toBe(401);
  expect((await cycle('imrf-2022')).version).toBe(1);
});
