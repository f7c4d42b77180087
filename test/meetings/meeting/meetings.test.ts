import { AuditEvent } from '../../../src/platform/database/history.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newPerson, newPlan, type Person, programOf } from '../../support/factories.js';
import { decide, newMeeting } from '../../support/meetings.js';

const MECHANISM = 'khartoum';
let test: TestApp;
let office: Person;
let api: Client;
let kenya: Client;
let stranger: Client;

beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', MECHANISM]);
  api = await programOf(test, office);
  kenya = await programOf(test, await newPerson(test, ['focal-point', MECHANISM, 'KEN']));
  stranger = await programOf(test, await newPerson(test, ['secretariat', 'rabat']));
});
afterAll(() => test.close());

const english = (text: string) => ({ original: 'en', texts: { en: text } });
const fields = (more: object = {}) => ({
  type: 'som',
  title: english('A meeting'),
  firstDay: '2027-06-03',
  ...more,
});
const list = async (client: Client, query = '') =>
  (await client.api('GET', `/mechanisms/${MECHANISM}/meetings${query}`)).json<{
    items: { id: string; firstDay: string }[];
    nextCursor: string | null;
  }>();

describe('a meeting', () => {
  it('takes what is known and asks for no more', async () => {
    const bare = await api.api('POST', `/mechanisms/${MECHANISM}/meetings`, fields());
    expect([bare.status, bare.json()]).toMatchObject([
      201,
      {
        firstDay: '2027-06-03',
        lastDay: '2027-06-03',
        datePrecision: 'day',
        startTime: null,
        zone: null,
        place: null,
        state: 'planned',
        compact: 'not-known',
        isPublic: false,
        version: 1,
      },
    ]);
    const month = await newMeeting(api, MECHANISM, {
      datePrecision: 'month',
      firstDay: '2027-09-20',
      lastDay: '2027-10-02',
    });
    expect(month).toMatchObject({ firstDay: '2027-09-01', lastDay: '2027-10-31' });
    const timed = await newMeeting(api, MECHANISM, { startTime: '09:30', endTime: '17:00' });
    const { zone } = (await api.api('GET', `/mechanisms/${MECHANISM}`)).json<{ zone: string }>();
    // Its own from now on: the mechanism's may change.
    expect(timed).toMatchObject({ startTime: '09:30', zone });
  });

  it.each([
    ['an unknown type', { type: 'party' }, 'type'],
    ['no title', { title: { original: 'en', texts: {} } }, 'title.texts.en'],
    ['no day', { firstDay: '' }, 'firstDay'],
    ['a day that is none', { firstDay: '2027-02-30' }, 'firstDay'],
    ['an end before the start', { lastDay: '2027-06-01' }, 'lastDay'],
    ['a time that is none', { startTime: '25:00' }, 'startTime'],
    ['an end without a beginning', { endTime: '10:00' }, 'startTime'],
    ['an end before the beginning', { startTime: '10:00', endTime: '10:00' }, 'endTime'],
    ['a time in an unknown day', { datePrecision: 'month', startTime: '10:00' }, 'startTime'],
    ['a zone that is none', { startTime: '10:00', zone: 'Mars/Phobos' }, 'zone'],
    ['a state that is none', { state: 'forgotten' }, 'state'],
  ])('is refused with %s, at the field', async (_, wrong, field) => {
    const before = (await list(api)).items.length;
    const answer = await api.api('POST', `/mechanisms/${MECHANISM}/meetings`, fields(wrong));
    expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors)]).toEqual([422, [field]]);
    expect((await list(api)).items).toHaveLength(before);
  });

  it.each([
    ['in the language of the page, which is said', 'Titre (français)'],
    ['with a type that is chosen', '>Choisir</option>'],
    ['by the clock of whoever makes it, where nobody said the mechanism’s', 'value="Africa/Tunis" selected'],
  ])('is begun %s', async (_, shown) => {
    const drafter = await newPerson(test, ['secretariat', MECHANISM]);
    const browser = await browserOf(test, drafter);
    await browser.post('/account', { name: 'Nour', language: 'fr', zone: 'Africa/Tunis' });
    const { body } = await browser.get(`/mechanisms/${MECHANISM}/meetings/new`);
    expect(body).toContain(shown);
    expect(body.indexOf('name="title.texts.fr"')).toBeLessThan(body.indexOf('name="title.texts.en"'));
  });

  it('that is empty leads to its agenda first', async () => {
    const { id } = await newMeeting(api, MECHANISM);
    const { body } = await (await browserOf(test, office)).get(`/meetings/${id}`);
    expect(body).toMatch(new RegExp(`<a class="button" href="/meetings/${id}/agenda/new"`));
  });

  it('is its mechanism’s people’s, until it is public', async () => {
    const { id } = await newMeeting(api, MECHANISM);
    const visitor = new Client(test);
    expect((await kenya.api('GET', `/meetings/${id}`)).status).toBe(200);
    for (const outside of [stranger, visitor]) {
      for (const path of ['', '/agenda', '/decisions'])
        expect((await outside.api('GET', `/meetings/${id}${path}`)).status).toBe(404);
      expect((await list(outside)).items).toEqual([]);
    }
    expect((await visitor.get(`/meetings/${id}.ics`)).status).toBe(404);
    expect((await visitor.get(`/meetings/${id}`)).headers.location).toMatch(/^\/sign-in/);
    await api.api('PATCH', `/meetings/${id}`, fields({ isPublic: true, version: 1 }));
    for (const outside of [stranger, visitor]) {
      expect((await outside.api('GET', `/meetings/${id}`)).status).toBe(200);
      expect((await list(outside)).items).toMatchObject([{ id }]);
    }
    expect((await visitor.get(`/mechanisms/${MECHANISM}/meetings`)).body).toContain(`/meetings/${id}"`);
  });

  it('is changed by secretariat and chair, and nobody else', async () => {
    const { id } = await newMeeting(api, MECHANISM, { isPublic: true });
    const chair = await programOf(test, await newPerson(test, ['chair', MECHANISM]));
    const changed = await chair.api('PATCH', `/meetings/${id}`, fields({ version: 1, place: 'Cairo' }));
    expect([changed.status, changed.json()]).toMatchObject([200, { place: 'Cairo', version: 2 }]);
    for (const [client, status] of [
      [kenya, 403],
      [stranger, 404],
    ] as const) {
      expect((await client.api('PATCH', `/meetings/${id}`, fields({ version: 2 }))).status).toBe(status);
      expect((await client.api('DELETE', `/meetings/${id}`)).status).toBe(status);
    }
    for (const path of ['agenda', 'decisions', 'documents'])
      expect((await kenya.api('POST', `/meetings/${id}/${path}`, {})).status).toBe(403);
  });

  it('is not overwritten by somebody who read an older version', async () => {
    const { id } = await newMeeting(api, MECHANISM);
    await api.api('PATCH', `/meetings/${id}`, fields({ version: 1, place: 'Rome' }));
    const stale = await api.api('PATCH', `/meetings/${id}`, fields({ version: 1, place: 'Cairo' }));
    expect([stale.status, stale.json()]).toMatchObject([409, { current: { place: 'Rome', version: 2 } }]);
    const browser = await browserOf(test, office);
    const form = {
      'title.texts.en': 'Mine',
      'title.original': 'en',
      type: 'som',
      state: 'planned',
      datePrecision: 'day',
      firstDay: '2027-06-03',
      compact: 'no',
      place: 'Cairo',
    };
    const page = await browser.post(`/meetings/${id}`, { ...form, version: 1 });
    expect(page.status).toBe(409);
    for (const text of ['Rome', 'Cairo', 'Mine', 'A meeting', 'name="version" value="2"'])
      expect(page.body).toContain(text);
    expect((await browser.post(`/meetings/${id}`, { ...form, version: 2 })).status).toBe(303);
  });
});

describe('lists of meetings', () => {
  it('go forward for those to come and back for those past, by pages, each meeting once', async () => {
    const mechanism = 'colombo';
    const somebody = await newPerson(test, ['secretariat', mechanism], ['reader', MECHANISM]);
    const program = await programOf(test, somebody);
    for (let number = 0; number < 30; number += 1) {
      const day = String(1 + (number % 28)).padStart(2, '0');
      await newMeeting(program, mechanism, { firstDay: `2027-04-${day}` });
      await newMeeting(program, mechanism, { firstDay: `2026-04-${day}` });
    }
    for (const [when, sign] of [
      ['upcoming', 1],
      ['past', -1],
    ] as const) {
      const days: string[] = [];
      const ids = new Set<string>();
      let cursor: string | null = '';
      while (cursor !== null) {
        const answer = await program.api(
          'GET',
          `/mechanisms/${mechanism}/meetings?when=${when}&cursor=${cursor}`,
        );
        const part = answer.json<Awaited<ReturnType<typeof list>>>();
        days.push(...part.items.map(({ firstDay }) => firstDay));
        for (const { id } of part.items) ids.add(id);
        cursor = part.nextCursor;
      }
      expect([days.length, ids.size]).toEqual([30, 30]);
      expect(days).toEqual([...days].sort((a, b) => sign * a.localeCompare(b)));
    }
    const browser = await browserOf(test, somebody);
    const first = await browser.get(`/mechanisms/${mechanism}/meetings`);
    const next = /href="([^"]*when=past[^"]*)"/.exec(first.body)![1]!.replaceAll('&amp;', '&');
    expect((await browser.get(next)).body.match(/href="\/meetings\//g)).toHaveLength(5);
    await newMeeting(api, MECHANISM, { firstDay: '2027-03-30' });
    const mine = (await browser.get('/meetings')).body;
    expect(mine).toContain('Colombo');
    expect(mine).toContain('Khartoum');
    expect((await browser.get('/meetings?when=past&cursor=nonsense')).status).toBe(422);
  });

  it('count a meeting as to come until its last day is over where the mechanism is', async () => {
    const mechanism = 'add';
    const program = await programOf(test, await newPerson(test, ['secretariat', mechanism]));
    const { version } = (await program.api('GET', `/mechanisms/${mechanism}`)).json<{ version: number }>();
    await program.api('PATCH', `/mechanisms/${mechanism}`, { version, zone: 'Pacific/Kiritimati' });
    const { id } = await newMeeting(program, mechanism, { firstDay: '2027-02-28', lastDay: '2027-03-01' });
    const upcoming = async () =>
      (await program.api('GET', `/mechanisms/${mechanism}/meetings`)).json<{ items: { id: string }[] }>();
    // 09:00 UTC on 1 March is 23:00 there.
    expect((await upcoming()).items).toMatchObject([{ id }]);
    const start = test.clock.now();
    test.clock.moveTo(new Date('2027-03-01T10:30:00Z'));
    expect((await upcoming()).items).toEqual([]);
    test.clock.moveTo(start);
  });
});

describe('an agenda', () => {
  it('keeps its order, by place and by step', async () => {
    const { id } = await newMeeting(api, MECHANISM);
    const add = async (title: string) =>
      (
        await api.api('POST', `/meetings/${id}/agenda`, { title: english(title), speaker: 'The chair' })
      ).json<{
        id: string;
      }>().id;
    const [a, b, c] = [await add('a'), await add('b'), await add('c')];
    const titles = async () =>
      (await kenya.api('GET', `/meetings/${id}/agenda`))
        .json<{ items: { title: { texts: { en: string } }; speaker: string }[] }>()
        .items.map(({ title }) => title.texts.en)
        .join('');
    expect(await titles()).toBe('abc');
    await api.api('PUT', `/agenda-items/${c}/position`, { position: 0 });
    expect(await titles()).toBe('cab');
    await api.api('PUT', `/agenda-items/${c}/position`, { position: 9 });
    expect(await titles()).toBe('abc');
    const browser = await browserOf(test, office);
    await browser.post(`/agenda-items/${b}/step`, { direction: 'up' });
    await browser.post(`/agenda-items/${b}/step`, { direction: 'up' });
    expect(await titles()).toBe('bac');
    await browser.post(`/agenda-items/${a}/removal`, { confirmed: 'on' });
    expect(await titles()).toBe('bc');
    expect(await add('d')).toBeTruthy();
    expect(await titles()).toBe('bcd');
    const stale = { title: english('x'), speaker: null, version: 7 };
    expect((await api.api('PATCH', `/agenda-items/${b}`, stale)).status).toBe(409);
    expect((await stranger.api('DELETE', `/agenda-items/${b}`)).status).toBe(404);
  });
});

describe('a decision', () => {
  it('speaks to whom it names, about items of its mechanism’s plans', async () => {
    const { items, plan } = await newPlan(test, MECHANISM, [
      { code: '5a' },
      { code: 'II.3 bis' },
      { code: '6' },
    ]);
    const { id } = await newMeeting(api, MECHANISM);
    const decision = await decide(api, id, {
      number: '12 bis',
      verb: 'request',
      addressees: ['chair', 'state:KEN', 'working-group:Data', 'all-members', 'chair'],
      dueDay: '2027-12-31',
      items: [items[2]!.id],
      planId: plan.id,
      itemCodes: 'II.3 bis; 6,5a',
    });
    expect(decision).toMatchObject({
      number: '12 bis',
      verb: 'request',
      ownVerb: null,
      addressees: ['chair', 'state:KEN', 'working-group:Data', 'all-members'],
      dueDay: '2027-12-31',
      items: [items[0]!.id, items[2]!.id, items[1]!.id],
    });
    expect(Object.keys(decision)).not.toContain('status');
    const own = await decide(api, id, { verb: 'other', ownVerb: 'Salutes' });
    expect(own).toMatchObject({ verb: 'other', ownVerb: 'Salutes', items: [], dueDay: null });
    const about = await kenya.api('GET', `/items/${items[0]!.id}/decisions`);
    expect(about.json()).toMatchObject({ items: [{ id: decision.id, meeting: { id } }] });
    const page = (await (await browserOf(test, office)).get(`/items/${items[0]!.id}`)).body;
    for (const text of [
      'Decisions about this item',
      '12 bis',
      'Requests',
      'Kenya',
      `/meetings/${id}#decision-`,
    ])
      expect(page).toContain(text);
  });

  it('is refused, at the field, with what it cannot mean', async () => {
    const { plan } = await newPlan(test, MECHANISM, [{ code: 'x' }, { code: 'x' }]);
    const elsewhere = await newPlan(test, 'rabat');
    const { id } = await newMeeting(api, MECHANISM);
    const fieldsOf = async (more: object) => {
      const text = english('Text');
      const answer = await api.api('POST', `/meetings/${id}/decisions`, { verb: 'adopt', text, ...more });
      return [answer.status, Object.keys(answer.json<{ errors: object }>().errors ?? {})];
    };
    expect(await fieldsOf({ verb: 'shout' })).toEqual([422, ['verb']]);
    expect(await fieldsOf({ verb: 'other' })).toEqual([422, ['ownVerb']]);
    expect(await fieldsOf({ text: english(' ') })).toEqual([422, ['text.texts.en']]);
    expect(await fieldsOf({ addressees: ['nobody'] })).toEqual([422, ['addressees.0']]);
    expect(await fieldsOf({ items: [elsewhere.items[0]!.id] })).toEqual([422, ['items']]);
    expect(await fieldsOf({ planId: elsewhere.plan.id, itemCodes: '1' })).toEqual([422, ['planId']]);
    expect(await fieldsOf({ itemCodes: '1' })).toEqual([422, ['planId']]);
    expect(await fieldsOf({ planId: plan.id, itemCodes: 'y' })).toEqual([422, ['itemCodes']]);
    expect(await fieldsOf({ planId: plan.id, itemCodes: 'x' })).toEqual([422, ['itemCodes']]);
    expect((await api.api('GET', `/meetings/${id}/decisions`)).json()).toMatchObject({ items: [] });
  });

  it('of a public meeting does not give away items of a plan that is not', async () => {
    const { items } = await newPlan(test, MECHANISM, [{ code: 'S', title: 'A closed title' }]);
    const open = await newPlan(test, MECHANISM, [{ code: 'P', title: 'An open title' }], { isPublic: true });
    const { id } = await newMeeting(api, MECHANISM, { isPublic: true });
    const decision = await decide(api, id, { items: [items[0]!.id, open.items[0]!.id] });
    const visitor = new Client(test);
    expect((await visitor.api('GET', `/decisions/${decision.id}`)).json()).toMatchObject({
      items: [open.items[0]!.id],
    });
    const page = (await visitor.get(`/meetings/${id}`)).body;
    expect(page).toContain('An open title');
    expect(page).not.toContain('A closed title');
    expect(page).not.toContain(items[0]!.id);
    expect((await visitor.api('GET', `/items/${items[0]!.id}/decisions`)).status).toBe(404);
  });

  it('of a closed meeting does not show on the page of a public item', async () => {
    const open = await newPlan(test, MECHANISM, [{ code: 'P' }], { isPublic: true });
    const { id } = await newMeeting(api, MECHANISM);
    await decide(api, id, { items: [open.items[0]!.id] });
    const visitor = new Client(test);
    expect((await visitor.api('GET', `/items/${open.items[0]!.id}/decisions`)).json()).toMatchObject({
      items: [],
    });
    expect((await visitor.get(`/items/${open.items[0]!.id}`)).body).not.toContain(
      'Decisions about this item',
    );
  });

  it('is addressed to whom most are first, and to States in a list that is folded, the chosen in sight', async () => {
    const { id } = await newMeeting(api, MECHANISM);
    const browser = await browserOf(test, office);
    const [, folded] = (await browser.get(`/meetings/${id}/decisions/new`)).body.split(
      '<details class="choose"',
    );
    expect(folded).toMatch(/^ data-href[\s\S]*name="addressees" value="state:KEN"/);
    const form = { 'text.texts.en': 'We ask', 'text.original': 'en', verb: '' };
    const wrong = await browser.post(`/meetings/${id}/decisions`, {
      ...form,
      addressees: ['chair', 'state:KEN'],
    });
    const [shown, below] = wrong.body.split('<details class="choose"');
    expect(shown).toMatch(/value="chair" checked[\s\S]*value="all-members"[\s\S]*value="state:KEN" checked/);
    expect(below).not.toContain('value="state:KEN"');
  });

  it('is edited in a form that keeps what was typed, and stays when an item goes', async () => {
    const { items, plan } = await newPlan(test, MECHANISM, [{ code: 'a' }, { code: 'b' }], { draft: true });
    const { id } = await newMeeting(api, MECHANISM);
    const browser = await browserOf(test, office);
    const form = { 'text.texts.en': 'We agree', 'text.original': 'en', number: '1', verb: 'agree' };
    const chosen = (page: { body: string }) => page.body.match(/name="items" value="[^"]*" checked/g) ?? [];
    const both = items.map((item) => item.id);
    const wrong = await browser.post(`/meetings/${id}/decisions`, { ...form, verb: '', items: both });
    expect(wrong.status).toBe(422);
    expect(chosen(wrong)).toHaveLength(2);
    // Without a script a list is asked for by a button, which saves nothing and keeps all that was typed.
    const asked = { ...form, items: items[0]!.id, _list: plan.id };
    const listed = await browser.post(`/meetings/${id}/decisions`, asked);
    expect(listed.status).toBe(200);
    expect(listed.body).toContain('We agree');
    expect(chosen(listed)).toHaveLength(1);
    expect(listed.body).toContain(`name="items" value="${items[1]!.id}"`);
    expect((await api.api('GET', `/meetings/${id}/decisions`)).json()).toMatchObject({ items: [] });
    const made = await browser.submit(`/meetings/${id}/decisions`, {
      ...form,
      'addresseeNames.workingGroups': 'Data\nReturn',
      items: both,
    });
    expect(made.body).toContain('Working group: Data');
    const [decision] = (await api.api('GET', `/meetings/${id}/decisions`)).json<{
      items: { id: string; items: string[] }[];
    }>().items;
    const edit = (await browser.get(`/decisions/${decision!.id}/edit`)).body;
    expect(edit).toContain('Data\nReturn');
    expect(edit).toContain(`value="${items[0]!.id}" checked`);
    // One box unticked.
    await browser.post(`/decisions/${decision!.id}`, { ...form, items: items[1]!.id, version: 1 });
    const removal = (await browser.get(`/items/${items[1]!.id}/removal`)).body;
    expect(removal).toContain('1 decision of a meeting is about these items.');
    expect((await browser.get(`/items/${items[0]!.id}/removal`)).body).not.toContain('of a meeting');
    await browser.post(`/items/${items[1]!.id}/removal`, { confirmed: 'on' });
    expect((await api.api('GET', `/decisions/${decision!.id}`)).json()).toMatchObject({
      number: '1',
      items: [],
    });
  });

  it('moves, and is removed with a word of warning', async () => {
    const { id } = await newMeeting(api, MECHANISM);
    const first = await decide(api, id, { number: '1' });
    const second = await decide(api, id, { number: '2' });
    const browser = await browserOf(test, office);
    await browser.post(`/decisions/${second.id}/step`, { direction: 'up' });
    const numbers = async () =>
      (await api.api('GET', `/meetings/${id}/decisions`))
        .json<{ items: { number: string }[] }>()
        .items.map(({ number }) => number);
    expect(await numbers()).toEqual(['2', '1']);
    expect((await browser.get(`/decisions/${first.id}/removal`)).body).toContain('Remove the decision');
    expect((await browser.post(`/decisions/${first.id}/removal`)).status).toBe(403);
    await browser.post(`/decisions/${first.id}/removal`, { confirmed: 'on' });
    expect(await numbers()).toEqual(['2']);
  });
});

describe('what a meeting leads to', () => {
  it('is documents at web addresses, and no other', async () => {
    const { id } = await newMeeting(api, MECHANISM);
    const add = (url: string) =>
      api.api('POST', `/meetings/${id}/documents`, { title: 'Conclusions', url, output: 'conclusions' });
    for (const bad of ['javascript:alert(1)', 'file:///etc/passwd', 'conclusions.pdf', ''])
      expect((await add(bad)).status).toBe(422);
    const added = (await add('https://example.org/conclusions')).json<{ id: string }>();
    const page = (await (await browserOf(test, office)).get(`/meetings/${id}`)).body;
    expect(page).toContain('href="https://example.org/conclusions"');
    await api.api('DELETE', `/meeting-documents/${added.id}`);
    expect((await api.api('GET', `/meetings/${id}`)).json()).toMatchObject({ documents: [] });
  });

  it('is the plan it adopted, whose page leads back', async () => {
    const { plan } = await newPlan(test, MECHANISM);
    const elsewhere = await newPlan(test, 'rabat');
    const [first, second] = [await newMeeting(api, MECHANISM), await newMeeting(api, MECHANISM)];
    const browser = await browserOf(test, office);
    await browser.post(`/meetings/${first.id}/adopted-plans`, { planId: plan.id });
    expect((await browser.get(`/plans/${plan.id}`)).body).toContain(`/meetings/${first.id}"`);
    // Adopted once: linking it elsewhere moves the link.
    expect((await api.api('PUT', `/meetings/${second.id}/adopted-plans/${plan.id}`)).status).toBe(204);
    expect((await api.api('GET', `/meetings/${first.id}`)).json()).toMatchObject({ adoptedPlans: [] });
    expect((await api.api('GET', `/meetings/${second.id}`)).json()).toMatchObject({
      adoptedPlans: [{ planId: plan.id }],
    });
    const foreign = await api.api('PUT', `/meetings/${first.id}/adopted-plans/${elsewhere.plan.id}`);
    expect(foreign.status).toBe(422);
    await api.api('DELETE', `/meetings/${second.id}/adopted-plans/${plan.id}`);
    expect((await browser.get(`/plans/${plan.id}`)).body).not.toContain('Adopted at');
  });
});

describe('removing a meeting', () => {
  it('says what goes with it, and leaves plans as they are', async () => {
    const { plan, items } = await newPlan(test, MECHANISM);
    const { id } = await newMeeting(api, MECHANISM);
    await api.api('POST', `/meetings/${id}/agenda`, { title: english('Opening') });
    await decide(api, id, { items: [items[0]!.id] });
    await decide(api, id);
    await api.api('PUT', `/meetings/${id}/adopted-plans/${plan.id}`);
    const browser = await browserOf(test, office);
    const page = (await browser.get(`/meetings/${id}/removal`)).body;
    for (const text of ['1 item of its agenda', '2 decisions', 'stay as they are'])
      expect(page).toContain(text);
    expect((await browser.post(`/meetings/${id}/removal`)).status).toBe(403);
    await browser.post(`/meetings/${id}/removal`, { confirmed: 'on' });
    expect((await api.api('GET', `/meetings/${id}`)).status).toBe(404);
    expect((await api.api('GET', `/items/${items[0]!.id}`)).status).toBe(200);
    expect((await api.api('GET', `/items/${items[0]!.id}/decisions`)).json()).toMatchObject({ items: [] });
  });
});

describe('the mechanism’s page', () => {
  it('shows the next meetings on its overview, to those who may know of them', async () => {
    const mechanism = 'bali';
    const person = await newPerson(test, ['secretariat', mechanism]);
    const program = await programOf(test, person);
    await newMeeting(program, mechanism, { title: english('The last one'), firstDay: '2026-11-02' });
    await newMeeting(program, mechanism, { title: english('The next one'), state: 'postponed' });
    const browser = await browserOf(test, person);
    const page = (await browser.get(`/mechanisms/${mechanism}`)).body;
    for (const text of ['The next one', 'All meetings']) expect(page).toContain(text);
    expect(page).not.toContain('The last one</span></a>');
    expect((await new Client(test).get(`/mechanisms/${mechanism}`)).body).not.toContain('one</a>');
  });
});

describe('the month on the meetings’ page', () => {
  const mechanism = 'prague';

  it('holds what has a day, as far as the reader may know of it, and leads to the months beside it', async () => {
    const when = { precision: 'day', start: '2027-06-10', end: '2027-06-10', text: null };
    const { secretariat } = await newPlan(test, mechanism, [{ title: 'Due in June', when }]);
    const program = await programOf(test, secretariat);
    await newMeeting(program, mechanism, { title: english('Closed one') });
    await newMeeting(program, mechanism, { title: english('Open one'), isPublic: true });
    await newMeeting(program, mechanism, { title: english('Put off'), state: 'postponed' });
    const monthOf = async (client: Client, query = '?month=2027-06') => {
      const { body } = await client.get(`/mechanisms/${mechanism}/meetings${query}`);
      return /<section class="month">.*?<\/section>/s.exec(body)![0];
    };
    const known = await monthOf(await browserOf(test, secretariat));
    for (const text of ['Due in June', 'Closed one', 'Open one', 'month=2027-05', 'month=2027-07'])
      expect(known).toContain(text);
    expect(known).not.toContain('Put off');
    const open = await monthOf(new Client(test));
    expect(open).toContain('Open one');
    for (const text of ['Due in June', 'Closed one']) expect(open).not.toContain(text);
    expect(await monthOf(new Client(test), '')).toContain('March 2027');
    const odd = await new Client(test).get(`/mechanisms/${mechanism}/meetings?month=2027-13`);
    expect(odd.status).toBe(422);
  });

  it('and the line of time of a plan are kept from whoever may not read the plan', async () => {
    const when = { precision: 'day', start: '2027-06-10', end: '2027-06-10', text: null };
    const { plan, secretariat } = await newPlan(test, mechanism, [{ title: 'Dated', when }]);
    await newMeeting(await programOf(test, secretariat), mechanism, { title: english('Beside it') });
    const page = await (await browserOf(test, secretariat)).get(`/plans/${plan.id}/timeline`);
    for (const text of ['Dated', 'Beside it']) expect(page.body).toContain(text);
    const other = await browserOf(test, await newPerson(test, ['secretariat', 'rabat']));
    expect((await other.get(`/plans/${plan.id}/timeline`)).status).toBe(404);
  });
});

it('every change is in the history, in words', async () => {
  const events = await test.get(UnitOfWork).read.findBy(AuditEvent, { scope: MECHANISM });
  const actions = new Set(events.map(({ action }) => action));
  for (const action of [
    'meeting.create',
    'meeting.update',
    'meeting.remove',
    'meeting.addDocument',
    'meeting.removeDocument',
    'meeting.linkPlan',
    'meeting.unlinkPlan',
    'agenda.add',
    'agenda.move',
    'agenda.remove',
    'decision.add',
    'decision.update',
    'decision.move',
    'decision.remove',
  ])
    expect(actions).toContain(action);
  const history = (await (await browserOf(test, office)).get(`/history/${MECHANISM}`)).body;
  expect(history).toContain('deleted the meeting “A meeting”');
});
