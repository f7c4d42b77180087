import fc from 'fast-check';
import { AuditEvent } from '../../../src/platform/database/history.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Problem } from '../../../src/platform/http/field.js';
import { readFields, readInput } from '../../../src/platform/http/read-input.js';
import { MechanismsService } from '../../../src/mechanisms/mechanism/mechanisms.service.js';
import { MechanismPatch } from '../../../src/mechanisms/mechanism/mechanism.dto.js';
import { PlanInput, statedTotalText } from '../../../src/plans/plan/plan.dto.js';
import type { Plan, PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { ReminderRule } from '../../../src/reminders/reminder.entity.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../../support/factories.js';
import { withoutTokens } from '../../support/tokens.js';

const MECHANISM = 'rabat';
let test: TestApp;
let office: Person;
let api: Client;
let browser: Client;

beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', MECHANISM]);
  const mechanisms = test.get(MechanismsService);
  const { version } = await mechanisms.find(MECHANISM);
  const patch = readInput(MechanismPatch, { version, language: 'en', languages: ['fr'] });
  await mechanisms.update(office.actor, MECHANISM, patch);
  api = await programOf(test, office);
  browser = await browserOf(test, office);
});
afterAll(() => test.close());

const english = (text: string) => ({ original: 'en', texts: { en: text } });
const planOf = async (id: string) => (await api.api('GET', `/plans/${id}`)).json();
const itemOf = async (id: string) => (await api.api('GET', `/items/${id}`)).json();
const makePlan = async (fields: object) =>
  (
    await api.api('POST', `/mechanisms/${MECHANISM}/plans`, {
      kind: 'strategic',
      title: english('A plan'),
      ...fields,
    })
  ).json<{ id: string }>().id;

/** The fields of a page's form as a browser would send them back. */
function formOf(body: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const form = /<form[^>]*class="form".*?<\/form>/s.exec(body)![0];
  const add = (name: string, value: string) => (fields[name] ??= []).push(unescape(value));
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const box = /type="(checkbox|radio)"/.test(tag);
    if (name && (!box || / checked/.test(tag))) add(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs))
    add(name!, value!.replaceAll('\n', '\r\n'));
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    add(name!, /value="([^"]*)" selected/.exec(options!)?.[1] ?? '');
  delete fields._csrf;
  return fields;
}
const unescape = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

/** Without the marks that keep names apart from text of another direction. */
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const without = (value: Record<string, unknown>, ...keys: string[]) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

describe('a plan’s form', () => {
  it('gives back everything the plan says when it is saved untouched, draft or adopted', async () => {
    const [parentPlanId, formerPlanId] = [await makePlan({}), await makePlan({})];
    const id = await makePlan({
      title: { original: 'fr', texts: { fr: 'Plan', en: 'Plan in English' } },
      levelNames: ['Domain', 'Action'],
      statedTotals: [
        { level: 'actions', count: 125, source: 'the plan (p. 4)' },
        { level: 'domains', count: 5 },
      ],
      parentPlanId,
      formerPlanId,
      periodStart: '2027-01-01',
      periodEnd: '2028-12-31',
      source: english('A document'),
      note: english('Two\n\nparagraphs'),
      isPublic: true,
    });
    const before = await planOf(id);
    expect(before).toMatchObject({
      parentPlanId,
      formerPlanId,
      statedTotals: [{ count: 125 }, { count: 5 }],
    });
    const form = await browser.get(`/plans/${id}/edit`);
    expect((await browser.post(`/plans/${id}`, formOf(form.body))).status).toBe(303);
    expect(without(await planOf(id), 'version')).toEqual(without(before, 'version'));
    await api.api('POST', `/plans/${id}/adoption`, { by: 'A meeting', on: '2027-01-10' });
    const adopted = await planOf(id);
    const fixed = await browser.get(`/plans/${id}/edit`);
    expect(fixed.body).toContain('its text cannot be changed');
    const fields = formOf(fixed.body);
    expect((await browser.post(`/plans/${id}`, { ...fields, statedTotals: '7 domains' })).status).toBe(303);
    expect(without(await planOf(id), 'version', 'statedTotals')).toEqual(
      without(adopted, 'version', 'statedTotals'),
    );
  });

  it('names a line of totals that it does not understand, and keeps what was typed', async () => {
    const id = await makePlan({});
    const fields = formOf((await browser.get(`/plans/${id}/edit`)).body);
    const refused = await browser.post(`/plans/${id}`, {
      ...fields,
      statedTotals: '5 domains\nmany actions',
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('href="#field-statedTotals"');
    expect(refused.body).toContain('many actions</textarea>');
  });
});

describe('a plan’s page', () => {
  it('shows stated totals beside counted ones, also where they contradict', async () => {
    const { plan } = await newPlan(
      test,
      MECHANISM,
      [{ code: 'A' }, { code: 'A.1', parent: 'A' }, { code: 'A.2', parent: 'A' }],
      { draft: true },
    );
    const fields = formOf((await browser.get(`/plans/${plan.id}/edit`)).body);
    await browser.post(`/plans/${plan.id}`, {
      ...fields,
      levelNames: 'Domain\nAction',
      statedTotals: '125 actions (the plan, p. 4)\n1 domain\n9 initiatives',
    });
    const { body } = await browser.get(`/plans/${plan.id}`);
    const rows = [...body.matchAll(/<tr><th scope="row".*?<\/tr>/gs)].map(([row]) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        'Domain 1 1',
        'Action 2 125 (the plan, p. 4) different from the total counted here',
        'initiatives there is no level of this name 9',
      ]),
    );
    expect(await planOf(plan.id)).toMatchObject({ counted: { items: 3, unmapped: 2, levels: [1, 2] } });
  });

  it('leads to what the plan stands in, holds, follows and is followed by, and tells a visitor of none that is closed', async () => {
    const [strategy, former] = [
      await makePlan({ title: english('The strategy') }),
      await makePlan({ title: english('The former') }),
    ];
    const id = await makePlan({
      parentPlanId: strategy,
      formerPlanId: former,
      isPublic: true,
      title: english('The plan'),
    });
    const page = await browser.get(`/plans/${id}`);
    expect(page.body).toContain(`href="/plans/${strategy}"`);
    expect(page.body).toContain(`href="/plans/${former}"`);
    expect((await browser.get(`/plans/${strategy}`)).body).toContain('The plan</a>');
    expect(await planOf(former)).toMatchObject({ followingPlanIds: [id], childPlanIds: [] });
    const visitor = new Client(test);
    const open = await visitor.get(`/plans/${id}`);
    expect(open.status).toBe(200);
    for (const secret of [strategy, former, 'The strategy', 'The former'])
      expect(open.body).not.toContain(secret);
    const resources = [
      await visitor.api('GET', `/plans/${id}`),
      await visitor.api('GET', `/mechanisms/${MECHANISM}/plans`),
    ];
    for (const { body } of resources)
      for (const secret of [strategy, former]) expect(body).not.toContain(secret);
  });

  it('shows items for the whole plan apart, and counts no institutional one as missing a mapping', async () => {
    const { plan, items } = await newPlan(
      test,
      MECHANISM,
      [{ code: 'A' }, { code: 'B', title: 'Communication' }],
      {
        draft: true,
      },
    );
    const item = await itemOf(items[1]!.id);
    await api.api('PATCH', `/items/${items[1]!.id}`, { ...item, crossCutting: true, institutional: true });
    const { body } = await browser.get(`/plans/${plan.id}`);
    expect(body).toMatch(/<h2>For the whole plan<\/h2><ul class="cards">.*?Communication.*?<\/ul>/s);
    expect(await planOf(plan.id)).toMatchObject({ counted: { items: 2, unmapped: 1 } });
  });

  it('marks the original among a text’s languages', async () => {
    const title = { original: 'fr', texts: { fr: 'Stratégie', en: 'Strategy' } };
    const { body } = await browser.get(`/plans/${await makePlan({ title })}`);
    expect(body).toContain('<h1 lang="en">Strategy</h1>');
    expect(body).toMatch(
      / \(French\) <span class="tag">Original<\/span><\/dt><dd lang="fr" dir="ltr">Stratégie</,
    );
  });
});

describe('an item’s form', () => {
  const FULL = {
    code: 'VII.3',
    title: { original: 'fr', texts: { fr: 'Former\nles agents', en: 'Train' } },
    description: english('How'),
    kind: 'training',
    status: 'ongoing',
    when: { precision: 'quarter', start: '2027-08-20', text: 'Q3' },
    owners: ['chair', 'state:SEN', 'working-group:Data', 'partner:One: two', 'group:Three States'],
    objectives: ['18', '9(a)'],
    principles: [2, 7],
    references: ['sdg:8.8', 'sdg:3.8', 'jvap:2', 'Agenda 2063:Goal 4: a'],
    funding: { currency: 'EUR', needed: '1250000.50', pledged: '1000000', gap: '300000' },
    crossCutting: true,
    institutional: true,
  };
  let plan: Plan;
  let id: string;

  beforeAll(async () => {
    ({ plan } = await newPlan(test, MECHANISM, [{ code: 'A' }], { draft: true }));
    id = (await api.api('POST', `/plans/${plan.id}/items`, FULL)).json<{ id: string }>().id;
  });

  const ordered = (item: Record<string, unknown>) => ({
    ...without(item, 'version'),
    owners: [...(item.owners as string[])].sort(),
    objectives: [...(item.objectives as string[])].sort(),
    references: [...(item.references as string[])].sort(),
    principles: [...(item.principles as number[])].sort(),
  });

  it('gives back everything the item says when it is saved untouched', async () => {
    const before = await itemOf(id);
    expect(ordered(before)).toMatchObject({ funding: FULL.funding, references: [...FULL.references].sort() });
    const form = formOf((await browser.get(`/items/${id}/edit`)).body);
    expect((await browser.post(`/items/${id}`, form)).status).toBe(303);
    expect(ordered(await itemOf(id))).toEqual(ordered(before));
  });

  it('leads to a page that shows money as stated, with the mismatch, and the other frameworks', async () => {
    const { body } = await browser.get(`/items/${id}`);
    const text = body.replace(/\u00a0/g, ' ');
    expect(text).toContain('EUR 1,250,000.50');
    expect(text).toContain('EUR 300,000, as stated. Needed minus pledged is EUR 250,000.50.');
    for (const words of ['SDG target 8.8', 'JVAP domain 2: Legal migration', 'Agenda 2063: Goal 4: a'])
      expect(text).toContain(words);
    expect(text).toContain('For the whole plan · About the mechanism itself');
  });

  it.each([
    ['funding.needed', 'much', '#field-funding-needed'],
    ['funding.currency', 'EURO', '#field-funding-currency'],
    ['otherReferences', 'no colon here', '#field-otherReferences'],
  ])('refuses %s at its field and keeps what was typed', async (field, typed, place) => {
    const form = formOf((await browser.get(`/items/${id}/edit`)).body);
    const refused = await browser.post(`/items/${id}`, { ...form, [field]: typed });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(`href="${place}"`);
    expect(refused.body).toContain(typed);
  });

  it('shows both versions of every field when it collides', async () => {
    const form = formOf((await browser.get(`/items/${id}/edit`)).body);
    const other = { ...(await itemOf(id)), funding: null, references: ['jvap:3'], crossCutting: false };
    await api.api('PATCH', `/items/${id}`, other);
    const refused = await browser.post(`/items/${id}`, form);
    expect(refused.status).toBe(409);
    const conflict = /<section class="conflict".*?<\/section>/s
      .exec(refused.body)![0]
      .replace(/\u00a0/g, ' ');
    for (const words of ['EUR 1,000,000', 'JVAP domain 3', 'SDG target 8.8', 'For the whole plan'])
      expect(conflict).toContain(words);
    // What did not change is not in it.
    expect(conflict).not.toContain('Three States');
  });
});

describe('the way of a plan', () => {
  it('goes from draft to adopted, and ends when the plan that follows it says so', async () => {
    const former = await makePlan({ title: english('The former') });
    await browser.post(`/plans/${former}/validation`);
    const adopted = await browser.submit(`/plans/${former}/adoption`, { by: 'A meeting', on: '2026-01-10' });
    expect(plain(adopted.body)).toContain('A meeting, 10 January 2026');
    const id = await makePlan({ formerPlanId: former });
    const form = await browser.get(`/plans/${id}/adoption`);
    expect(form.body).toContain('It replaces the previous plan: The former');
    await api.api('POST', `/plans/${former}/amendments`, { reason: 'Not finished' });
    const fields = { by: 'Another meeting', on: '2027-02-01', supersedes: 'on' };
    const refused = await browser.post(`/plans/${id}/adoption`, fields);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('href="#field-supersedes"');
    expect(await planOf(id)).toMatchObject({ state: 'draft' });
    // Neither does a plan end while it is being amended.
    expect((await api.api('POST', `/plans/${former}/closure`)).status).toBe(409);
    await api.api('PUT', `/plans/${former}/amendments/closing`, { reason: 'Finished' });
    expect((await browser.post(`/plans/${id}/adoption`, fields)).status).toBe(303);
    expect(await planOf(former)).toMatchObject({ state: 'superseded', followingPlanIds: [id] });
    const events = await test
      .get(UnitOfWork)
      .read.find(AuditEvent, { where: { subjectId: former }, order: { at: 'ASC', id: 'ASC' } });
    expect(events.map(({ action }) => action)).toEqual([
      'plan.create',
      'plan.validate',
      'plan.adopt',
      'plan.openAmendment',
      'plan.closeAmendment',
      'plan.supersede',
    ]);
    const ended = await browser.get(`/plans/${former}`);
    for (const path of ['edit', 'items/new', 'carrying', 'priorities/new', 'amendments/new'])
      expect(ended.body).not.toContain(`/plans/${former}/${path}"`);
    expect((await api.api('POST', `/plans/${former}/closure`)).json()).toMatchObject({ state: 'closed' });
  });

  it('is closed after a question, and taken back with one press for a week', async () => {
    const { plan } = await newPlan(test, MECHANISM);
    const page = `/plans/${plan.id}`;
    const state = async () => (await planOf(plan.id)).state;
    const asked = await browser.submit(`${page}/closure`);
    expect(asked.body).toContain('The plan ends');
    expect(asked.body).toContain('You can undo this for 7 days.');
    expect(await state()).toBe('adopted');
    const closed = await browser.submit(`${page}/closure`, { confirmed: 'on' });
    expect(closed.body).toContain(`action="${page}/resumption"`);
    expect(await state()).toBe('closed');
    // The button is shown once.
    expect((await browser.get(page)).body).not.toContain('resumption');
    await browser.submit(`${page}/resumption`, { confirmed: 'on' });
    expect(await state()).toBe('adopted');
    expect((await browser.post(`${page}/resumption`)).status).toBe(409);
    await browser.submit(`${page}/supersession`, { confirmed: 'on' });
    await browser.submit(`${page}/closure`, { confirmed: 'on' });
    expect((await api.api('POST', `${page}/resumption`)).json()).toMatchObject({ state: 'superseded' });
    test.clock.advance(8 * 86_400_000);
    expect((await api.api('POST', `${page}/resumption`)).status).toBe(409);
    test.clock.advance(-8 * 86_400_000);
  });

  it('that nobody reported on is deleted after a question, and leaves only its history', async () => {
    const { plan } = await newPlan(test, MECHANISM, [
      { code: '1', objectives: ['9'] },
      { code: '1.1', parent: '1' },
    ]);
    const next = await makePlan({ formerPlanId: plan.id });
    const rule = { kind: 'before-due', days: 14, about: 'all', planId: plan.id };
    expect((await api.api('POST', `/mechanisms/${MECHANISM}/reminder-rules`, rule)).status).toBe(201);
    const page = `/plans/${plan.id}`;
    const asked = await browser.submit(`${page}/removal`);
    expect(asked.body).toContain('with its 2 items');
    expect((await browser.get(page)).status).toBe(200);
    await browser.submit(`${page}/removal`, { confirmed: 'on' });
    expect((await api.api('GET', page)).status).toBe(404);
    expect(await planOf(next)).toMatchObject({ formerPlanId: null });
    const { read } = test.get(UnitOfWork);
    expect(await read.countBy(ReminderRule, { planId: plan.id })).toBe(0);
    const [removed] = await read.findBy(AuditEvent, { subjectId: plan.id, action: 'plan.remove' });
    expect(removed!.before).toMatchObject({ state: 'adopted', items: 2 });
  });

  it('with entries is not deleted, and a draft of a delegation is not given away by that', async () => {
    const { plan, items } = await newPlan(test, MECHANISM, [{ code: '1', owners: ['all-members'] }]);
    const reporter = await newPerson(test, ['focal-point', MECHANISM, 'MLI']);
    const fields = { mechanismId: MECHANISM, as: 'state:MLI' };
    const { id } = await newEntry(test, reporter, items[0]!, fields);
    const asked = await browser.submit(`/plans/${plan.id}/removal`);
    expect([asked.status, withoutTokens(asked.body).includes('spea')]).toEqual([200, false]);
    await test.get(ProgressService).submit(reporter.actor, id);
    const refused = await browser.post(`/plans/${plan.id}/removal`, { confirmed: 'on' });
    expect([refused.status, refused.body]).toEqual([
      409,
      expect.stringContaining('This plan cannot be deleted'),
    ]);
    expect((await api.api('DELETE', `/plans/${plan.id}`)).status).toBe(409);
  });

  it('without items is adopted after a warning', async () => {
    const empty = await makePlan({});
    expect((await browser.get(`/plans/${empty}/adoption`)).body).toContain('This plan has no items yet.');
  });

  it('is kept to by the secretariat alone', async () => {
    const { plan } = await newPlan(test, MECHANISM);
    for (const role of ['chair', 'reader'] as const) {
      const person = await browserOf(test, await newPerson(test, [role, MECHANISM]));
      const { body } = await person.get(`/plans/${plan.id}`);
      for (const path of ['edit', 'amendments/new', 'closure', 'supersession'])
        expect(body).not.toContain(`/plans/${plan.id}/${path}"`);
      for (const path of ['amendments', 'closure', 'carrying', 'amendments/closing'])
        expect((await person.post(`/plans/${plan.id}/${path}`)).status).toBe(403);
    }
  });
});

describe('an amendment in the browser', () => {
  let plan: Plan;
  let items: PlanItem[];

  beforeAll(async () => {
    ({ plan, items } = await newPlan(test, MECHANISM, [
      { code: 'A', title: 'Before', owners: ['chair'] },
      { code: 'A.1', parent: 'A' },
      { code: 'A.2', parent: 'A', title: 'To go' },
    ]));
  });

  it('begins from the page of an adopted plan, which offers nothing it would refuse', async () => {
    const { body } = await browser.get(`/plans/${plan.id}`);
    expect(body).toContain('This is the text as adopted');
    expect(body).toContain(`href="/plans/${plan.id}/amendments/new"`);
    expect(body).not.toContain('/step"');
    expect(body).not.toContain(`/plans/${plan.id}/items/new`);
    expect(body).not.toContain(`/plans/${plan.id}/carrying`);
    const item = await browser.get(`/items/${items[0]!.id}`);
    for (const path of ['place', 'removal'])
      expect(item.body).not.toContain(`/items/${items[0]!.id}/${path}`);
    const edit = await browser.get(`/items/${items[0]!.id}/edit`);
    expect(edit.body).not.toContain('id="field-code"');
    const saved = await browser.post(`/items/${items[0]!.id}`, {
      ...formOf(edit.body),
      status: 'ongoing',
      'title.texts.fr': 'Avant',
    });
    expect(saved.status).toBe(303);
    expect(await itemOf(items[0]!.id)).toMatchObject({
      status: 'ongoing',
      owners: ['chair'],
      title: { original: 'en', texts: { en: 'Before', fr: 'Avant' } },
    });
  });

  it('asks for a reason', async () => {
    const refused = await browser.post(`/plans/${plan.id}/amendments`, {
      reason: ' ',
      decidedBy: 'A meeting',
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('href="#field-reason"');
    expect(refused.body).toContain('value="A meeting"');
  });

  it('shows what stood before and after, and fixes the text again', async () => {
    const begun = await browser.submit(`/plans/${plan.id}/amendments`, { reason: 'To merge two lines' });
    expect(begun.body).toContain('Amendment 1 is open');
    expect(begun.body).toContain('/step"');
    expect((await browser.get(`/plans/${plan.id}/amendments/new`)).status).toBe(409);
    const edit = formOf((await browser.get(`/items/${items[0]!.id}/edit`)).body);
    await browser.post(`/items/${items[0]!.id}`, {
      ...edit,
      'title.texts.en': 'After',
      owners: ['secretariat'],
    });
    await browser.post(`/items/${items[1]!.id}/place`, { parentId: '', position: 0 });
    await browser.post(`/items/${items[2]!.id}/removal`, { confirmed: 'on' });
    await browser.post(`/plans/${plan.id}/items`, {
      code: 'B',
      'title.texts.en': 'New',
      'title.original': 'en',
      'when.precision': 'none',
    });
    const planForm = formOf((await browser.get(`/plans/${plan.id}/edit`)).body);
    await browser.post(`/plans/${plan.id}`, { ...planForm, levelNames: 'Domain' });
    const closing = formOf((await browser.get(`/plans/${plan.id}/amendments/closing`)).body);
    expect(closing).toMatchObject({ reason: ['To merge two lines'] });
    const closed = await browser.submit(`/plans/${plan.id}/amendments/closing`, {
      ...closing,
      decidedBy: 'Senior Officials',
      decidedOn: '2027-02-20',
    });
    expect(closed.body).toContain('This is the text as adopted');
    expect(closed.body).toContain('1 amendment</a>');
    const { body } = await browser.get(`/plans/${plan.id}/amendments`);
    const text = plain(body)
      .replace(/<caption.*?<\/caption>|<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    for (const words of [
      'Senior Officials',
      '20 February 2027',
      'Changed A Field Before After Title (English) Before After',
      'Owner Chair Secretariat',
      'Moved A.1 Field Before After Under A The top of the plan',
      'Removed A.2',
      'To go —',
      'Added B',
      'Changed the plan itself Field Before After Names of the levels — Domain',
    ])
      expect(text).toContain(words);
    const colleague = await browserOf(test, await newPerson(test, ['reader', MECHANISM]));
    expect((await colleague.get(`/plans/${plan.id}/amendments`)).body).toContain('To merge two lines');
    expect((await new Client(test).get(`/plans/${plan.id}/amendments`)).headers.location).toContain(
      '/sign-in',
    );
  });
});

describe('stated totals in a form', () => {
  it('are the same after a trip through its lines, whatever the API took', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const totals = fc.array(fc.record({ level: word, count: fc.nat(1_000_000), source: fc.option(word) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(totals, (statedTotals) => {
        const given = { kind: 'annual', title: english('T'), statedTotals };
        const taken = readFields(PlanInput, given);
        fc.pre(!(taken instanceof Problem));
        const lines = taken.statedTotals.map(statedTotalText).join('\r\n');
        expect(readInput(PlanInput, { ...given, statedTotals: lines }).statedTotals).toEqual(
          taken.statedTotals,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('a plan’s form that collides', () => {
  it('shows what stands now beside what was typed, and is saved over knowingly', async () => {
    const id = await makePlan({ statedTotals: [{ level: 'actions', count: 125 }] });
    const form = formOf((await browser.get(`/plans/${id}/edit`)).body);
    await browser.post(`/plans/${id}`, { ...form, statedTotals: '7 domains', kind: 'annual' });
    const refused = await browser.post(`/plans/${id}`, { ...form, statedTotals: '9 actions' });
    expect(refused.status).toBe(409);
    const conflict = /<section class="conflict".*?<\/section>/s.exec(refused.body)![0];
    for (const words of ['7 domains', '9 actions', 'Annual plan', 'Strategic plan'])
      expect(conflict).toContain(words);
    expect((await browser.post(`/plans/${id}`, formOf(refused.body))).status).toBe(303);
    expect(await planOf(id)).toMatchObject({ kind: 'strategic', statedTotals: [{ count: 9 }] });
  });
});
