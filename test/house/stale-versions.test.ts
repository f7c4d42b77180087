import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { newAdministrator, newEntry, newPerson, newPlan, programOf } from '../support/factories.js';
import { decide, newMeeting } from '../support/meetings.js';
import { makeMembers, newRound, ownIn, roundFields, words } from '../support/rounds.js';

const HOME = 'khartoum';

interface Change {
  by: Client;
  path: string;
  body: object;
  /** What a second person sends, where the same again would change nothing and be no conflict. */
  then?: object;
  /** The part of the answer that is shown. */
  part?: (resource: never) => unknown;
  /** Where the resource is read by itself, unless that shows more, or only a list shows it. */
  read?: string;
}

let test: TestApp;
/** Every call that takes the version that was read, by method and address. */
let changes: Record<string, Change>;

beforeAll(async () => {
  test = await startApp();
  const draft = await newPlan(test, HOME, [{ code: '1' }, { code: '2' }, { code: '3' }], { draft: true });
  const adopted = await newPlan(test, HOME, [{ code: '1' }]);
  const kenya = await newPerson(test, ['focal-point', HOME, 'KEN']);
  const office = await programOf(test, draft.secretariat);
  const delegate = await programOf(test, kenya);
  const neighbour = await programOf(test, await newPerson(test, ['secretariat', 'rabat']));
  const root = await programOf(test, await newAdministrator(test), { administrator: true });
  const made = async (by: Client, path: string, body: object) => {
    const answer = await by.api('POST', path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.body}`);
    return answer.json<{ id: string }>().id;
  };
  const home = `/mechanisms/${HOME}`;
  const [first, second, third] = draft.items.map(({ id }) => id);
  const meeting = await newMeeting(office, HOME);
  const agendaItem = { title: words('Opening'), speaker: null };
  const agenda = await made(office, `/meetings/${meeting.id}/agenda`, agendaItem);
  const decision = await decide(office, meeting.id);
  const indicator = await made(office, `/items/${first}/indicators`, { title: words('Trained') });
  const rule = await made(office, `${home}/reminder-rules`, { kind: 'before-due', days: 1 });
  const round = await made(office, `${home}/rounds`, roundFields());
  const withLetter = await made(office, `${home}/rounds`, roundFields());
  const practiceFields = { title: 'A practice', language: 'en', content: { countries: ['KEN'] } };
  const practice = await made(delegate, `${home}/practices`, { as: 'state:KEN', ...practiceFields });
  const supportFields = {
    kind: 'training',
    title: 'Trainers',
    language: 'en',
    objectives: ['9'],
    contact: 'Desk',
  };
  const support = await made(delegate, `${home}/support`, { requester: 'KEN', ...supportFields });
  const about = { mechanismId: HOME, as: 'state:KEN' };
  const entry = await newEntry(test, kenya, adopted.items[0]!, about);
  const entryFields = { periodStart: '2027-01-01', periodEnd: '2027-02-01', items: [adopted.items[0]!.id] };
  const task = await made(office, `${home}/milestone-tasks`, {
    ...{ cycleId: 'imrf-2030', milestone: 'forum', text: 'Book rooms', daysBefore: 90 },
  });
  const submissionFields = { cycleId: 'imrf-2030', language: 'en', title: 'Input' };
  const submission = await made(office, `${home}/submissions`, submissionFields);
  const settled = await made(office, `${home}/submissions`, { ...submissionFields, title: 'Settled' });
  const pledgeFields = {
    ...{ name: 'Centres', language: 'en', kind: 'individual', nature: 'policy', objectives: [9] },
    text: 'We will open a centre. '.repeat(20),
  };
  const pledge = await made(office, `${home}/pledges`, pledgeFields);
  const template = () => made(office, `${home}/document-templates`, { basedOn: 'progress-report' });
  const ownWords = { text: 'Own words' };
  const passages = `/submissions/${submission}/sections/conclusions/passages`;
  const [passage, placed] = [await made(office, passages, ownWords), await made(office, passages, ownWords)];
  await makeMembers(test, HOME, ['KEN']);
  const wording = { objective: 3, language: 'ar', text: 'Title', source: 'A/RES/73/195' };
  await root.api('PUT', '/framework/wordings', wording);
  const questions = [{ kind: 'free', text: words('What is new?') }];
  const call = await newRound(office, HOME, { states: ['KEN'], questions });
  const [own] = await ownIn(delegate, call);
  const transcript = `/rounds/${call}/addressees/${own!.id}/transcript`;
  const sheet = await delegate.api('GET', transcript.replace('transcript', 'answers'));
  const [answer] = sheet.json<{ items: { id: string }[] }>().items;
  const typed = { way: 'mail', receivedDay: '2027-02-01', answers: { [answer!.id]: { narrative: 'Typed' } } };
  await made(office, transcript, typed);
  const clearance = `${home}/delegations/KEN/clearance`;
  const title = words('Another title');
  const one = (by: Client, path: string, body: object): Change => ({ by, path, body, read: path });
  changes = {
    'PATCH /plans/{id}': { by: office, path: `/plans/${draft.plan.id}`, body: { kind: 'strategic', title } },
    'PATCH /items/{id}': { by: office, path: `/items/${first}`, body: { code: '1', title } },
    'PUT /items/{id}/objectives': {
      by: office,
      path: `/items/${second}/objectives`,
      body: { objectives: ['9'] },
    },
    'PATCH /plans/{id}/sheet/cells': {
      by: office,
      path: `/plans/${draft.plan.id}/sheet/cells`,
      body: { item: third, column: 'status', value: 'Ongoing' },
      then: { value: 'Completed' },
    },
    'PATCH /mechanisms/{mechanismId}': {
      by: office,
      path: home,
      body: { zone: 'Africa/Cairo' },
      then: { zone: 'UTC' },
    },
    'PATCH /mechanisms/{mechanismId}/look': {
      by: neighbour,
      path: '/mechanisms/rabat/look',
      body: { colour: '#0033a0' },
      then: { colour: null },
    },
    'PATCH /meetings/{id}': {
      by: office,
      path: `/meetings/${meeting.id}`,
      body: { type: 'som', title, firstDay: '2027-06-04' },
    },
    'PATCH /agenda-items/{id}': { by: office, path: `/agenda-items/${agenda}`, body: agendaItem },
    'PATCH /decisions/{id}': one(office, `/decisions/${decision.id}`, { verb: 'endorse', text: title }),
    'PATCH /indicators/{id}': one(office, `/indicators/${indicator}`, { title }),
    'PATCH /reminder-rules/{id}': {
      by: office,
      path: `/reminder-rules/${rule}`,
      body: { kind: 'before-due', days: 2 },
    },
    'PATCH /rounds/{id}': one(office, `/rounds/${round}`, roundFields({ title })),
    'PUT /rounds/{id}/letter': one(office, `/rounds/${withLetter}/letter`, {
      subject: words('A subject'),
      letter: title,
    }),
    'PATCH /practices/{id}': one(delegate, `/practices/${practice}`, practiceFields),
    'PATCH /support/{id}': one(delegate, `/support/${support}`, supportFields),
    'PATCH /progress/{id}': one(delegate, `/progress/${entry.id}`, {
      ...entryFields,
      content: { language: 'en', narrative: 'What was done since' },
    }),
    'PUT /submissions/{id}/passages/{passageId}/words': {
      by: office,
      path: `/submissions/${submission}/passages/${passage}/words`,
      body: { language: 'en', text: 'Other words' },
      read: `/submissions/${submission}/passages/${passage}`,
    },
    'PUT /submissions/{id}/passages/{passageId}/place': {
      by: office,
      path: `/submissions/${submission}/passages/${placed}/place`,
      body: { section: 'conclusions', after: null },
      read: `/submissions/${submission}/passages/${placed}`,
    },
    'PUT /submissions/{id}/sections/{key}': {
      by: office,
      path: `/submissions/${submission}/sections/introduction`,
      body: { text: 'Own words' },
      read: `/submissions/${submission}`,
      part: ({ sections }: { sections: { key: string }[] }) =>
        sections.find(({ key }) => key === 'introduction'),
    },
    'PUT /submissions/{id}/settings': {
      by: office,
      path: `/submissions/${settled}/settings`,
      body: { title: 'Another', periodFrom: '2019-01-01', periodUntil: '2030-12-31' },
    },
    'PATCH /pledges/{id}': one(office, `/pledges/${pledge}`, pledgeFields),
    'PUT /document-templates/{id}': one(office, `/document-templates/${await template()}`, {
      name: { en: 'Ours' },
      purpose: { en: 'For us' },
      occasion: 'period',
      masthead: 'plain',
      orientation: 'portrait',
    }),
    'PUT /document-templates/{id}/sections/{key}': {
      by: office,
      path: `/document-templates/${await template()}/sections/summary`,
      body: { title: { en: 'In short' } },
    },
    'PUT /document-templates/{id}/sections/{key}/contents/{index}': {
      by: office,
      path: `/document-templates/${await template()}/sections/summary/contents/1`,
      body: { roundTable: 2 },
    },
    'PUT /rounds/{id}/addressees/{addresseeId}/transcript': one(office, transcript, {
      ...typed,
      way: 'paper',
    }),
    'PUT /review-cycles/{id}': one(root, '/review-cycles/imrf-2030', {
      ...{ precision: 'day', firstDay: '2030-05-06', lastDay: '2030-05-09', source: 'A/RES/84/1' },
    }),
    'PUT /review-cycles/{id}/milestones/{key}': {
      by: root,
      path: '/review-cycles/regional-3/milestones/sg-report',
      body: { precision: 'day', firstDay: '2028-12-05', source: 'A/83/1' },
      read: '/review-cycles/regional-3',
    },
    'PUT /milestone-tasks/{id}': one(office, `/milestone-tasks/${task}`, { text: 'Book more rooms' }),
    'PUT /framework/wordings': { by: root, path: '/framework/wordings', body: wording },
    'PUT /mechanisms/{mechanismId}/delegations/{state}/clearance': one(delegate, clearance, {
      steps: [{ name: 'Validation', accountId: kenya.account.id }],
    }),
  };
});
afterAll(() => test.close());

it('a version that is not the current one is answered with the resource as it stands, and nothing else', async () => {
  for (const [name, { by, path, body, then, read, part = (whole: unknown) => whole }] of Object.entries(
    changes,
  )) {
    const method = name.startsWith('PUT') ? 'PUT' : 'PATCH';
    const kept = await by.api(method, path, { ...body, version: 1 });
    expect([name, kept.status, kept.status === 200 ? '' : kept.body]).toEqual([name, 200, '']);
    const stale = await by.api(method, path, { ...body, ...then, version: 1 });
    expect([name, stale.status]).toEqual([name, 409]);
    expect(stale.json()).toEqual({
      type: 'urn:waymark:problem:conflict',
      title: expect.any(String) as string,
      status: 409,
      current: part(kept.json<never>()),
    });
    if (read)
      expect([name, stale.json().current]).toEqual([name, part((await by.api('GET', read)).json<never>())]);
  }
});

it('every call that takes a version is tried here', async () => {
  type Schema = { properties?: object; allOf?: Schema[]; $ref?: string };
  type Operation = { requestBody?: { content: Record<string, { schema?: Schema }> } };
  const answer = await (await fetch(`${test.url}/api/v1/openapi.json`)).json();
  const { paths, components } = answer as {
    paths: Record<string, Record<string, Operation>>;
    components?: { schemas?: Record<string, Schema> };
  };
  const takesVersion = (schema: Schema = {}): boolean =>
    'version' in (schema.properties ?? {}) ||
    (schema.allOf ?? []).some(takesVersion) ||
    (schema.$ref !== undefined && takesVersion(components?.schemas?.[schema.$ref.split('/').at(-1)!]));
  const found = Object.entries(paths).flatMap(([path, operations]) =>
    (['patch', 'put'] as const)
      .filter((method) => takesVersion(operations[method]?.requestBody?.content['application/json']?.schema))
      .map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
  expect(Object.keys(changes)).toEqual(expect.arrayContaining(found));
  expect(found.length).toBeGreaterThan(12);
});
