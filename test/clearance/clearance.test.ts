import { RoleGrant } from '../../src/accounts/account.entity.js';
import { ClearanceSweep } from '../../src/clearance/clearance.sweep.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { EntryVersion } from '../../src/progress/entries/entry.entity.js';
import { TaskSweep } from '../../src/mechanisms/tasks/task.sweep.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import {
  browserOf,
  newAccount,
  newEntry,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../support/factories.js';
import { mailsTo, makeMembers, newRound, ownIn, words } from '../support/rounds.js';

const HOME = 'khartoum';
const settings = (state: string, mechanism = HOME) =>
  `/mechanisms/${mechanism}/delegations/${state}/clearance`;
const DAY_MS = 86_400_000;

let test: TestApp;
let office: Person;
let item: PlanItem;
let planId: string;

beforeAll(async () => {
  test = await startApp();
  await makeMembers(test, HOME, ['KEN', 'ETH', 'EGY', 'SDN', 'UGA', 'ERI']);
  const made = await newPlan(test, HOME, [
    { code: '1', title: 'Exchange contact lists', owners: ['all-members'] },
  ]);
  [office, item, planId] = [made.secretariat, made.items[0]!, made.plan.id];
});
afterAll(() => test.close());
afterEach(() => test.clock.moveTo(new Date('2027-03-01T09:00:00Z')));

interface Delegation {
  state: string;
  drafter: Person;
  coordinator: Person;
  authority: Person;
}

/** A delegation of three; the coordinator has three days, the authority as long as it takes. */
async function delegation(state: string): Promise<Delegation> {
  const [drafter, coordinator, authority] = [
    await newPerson(test, ['focal-point', HOME, state]),
    await newPerson(test, ['focal-point', HOME, state]),
    await newPerson(test, ['focal-point', HOME, state]),
  ];
  await settle(drafter, state, [
    { name: 'Coordination', accountId: coordinator.account.id, days: 3 },
    { name: 'Validation', accountId: authority.account.id },
  ]);
  return { state, drafter, coordinator, authority };
}

/** `owners`: of the steps in force, who consent. */
async function settle(
  person: Person,
  state: string,
  steps: object[],
  owners: readonly Person[] = [],
): Promise<void> {
  const program = await programOf(test, person);
  const { version } = (await program.api('GET', settings(state))).json<{ version: number }>();
  const saved = await program.api('PUT', settings(state), { version, steps });
  if (saved.status !== 200) throw new Error(saved.body);
  for (const owner of owners) await (await programOf(test, owner)).api('POST', `${settings(state)}/consent`);
}

interface Shown {
  state: string;
  mark: string;
  waiting: {
    name: string;
    mine: boolean;
    openToAll: boolean;
    over: boolean;
    lastDay: string;
    asked: string[];
  } | null;
  events: { act: string; actorName: string; reason: string | null }[];
}
const shown = async (program: Client, id: string) =>
  (await program.api('GET', `/progress/${id}/clearance`)).json<Shown>();
/** What waits about an entry, a practice or a request, as its delegation sees it. */
const waitingOf = async (program: Client, subjectId: string) =>
  (await program.api('GET', `/clearances?subjectId=${subjectId}`))
    .json<{ items: (Shown & { id: string; kind: string })[] }>()
    .items.filter(({ state }) => state === 'waiting');
const stateOf = async (program: Client, id: string) =>
  (await program.api('GET', `/progress/${id}`)).json<{ state: string }>().state;
const pass = async (program: Client, id: string) =>
  program.api('POST', `/progress/${id}/clearance/passing`, { mark: (await shown(program, id)).mark });
const draft = (person: Person, state: string) =>
  newEntry(test, person, item, { mechanismId: HOME, as: `state:${state}` });
const knownTo = async (program: Client, id: string) => (await program.api('GET', `/progress/${id}`)).status;
/** Without those about the steps themselves. */
const newMailsTo = async (person: Person) =>
  (await mailsTo(test, person))
    .filter(({ subject }) => !subject.includes('clearance steps'))
    .map(({ subject, text }) => `${subject}\n${text}`);

describe('a text on its way through its delegation', () => {
  it('is submitted after the last step, by its owner; until then the secretariat has nothing', async () => {
    const { drafter, coordinator, authority } = await delegation('KEN');
    const own = await programOf(test, drafter);
    const first = await programOf(test, coordinator);
    const last = await programOf(test, authority);
    const secretariat = await programOf(test, office);
    const { id } = await draft(drafter, 'KEN');
    const browser = await browserOf(test, drafter);
    expect((await browser.get(`/progress/${id}`)).body).toContain('When you submit this text, these people');
    const sent = await browser.submit(`/progress/${id}/submission`);
    expect(sent.body).toContain('It is now waiting for clearance in your delegation.');
    expect(sent.body).toContain('Coordination');
    expect(await stateOf(own, id)).toBe('draft');
    const home = (await browser.get('/tasks')).body;
    expect(home).toContain('In clearance in your delegation');
    expect(home).not.toContain('Texts you have not finished');
    for (const place of [home, (await browser.get('/progress')).body, sent.body])
      expect(place).toContain('In clearance in your delegation');
    expect(await knownTo(secretariat, id)).toBe(404);
    expect((await secretariat.api('GET', `/progress/${id}/clearance`)).status).toBe(404);

    const [mail] = await newMailsTo(coordinator);
    expect(mail).toContain('For your clearance: 1 Exchange contact lists');
    expect(mail).toContain(`/progress/${id}/clearance`);
    expect(mail).not.toContain('What was done');
    expect(await newMailsTo(authority)).toEqual([]);
    expect((await (await browserOf(test, coordinator)).get('/tasks')).body).toContain(
      `/progress/${id}/clearance`,
    );
    for (const other of [authority, drafter])
      expect((await (await browserOf(test, other)).get('/tasks')).body).not.toContain(
        `/progress/${id}/clearance`,
      );

    expect((await pass(last, id)).status).toBe(403);
    expect((await pass(first, id)).status).toBe(200);
    expect((await shown(own, id)).waiting).toMatchObject({ name: 'Validation', mine: false });
    expect(await knownTo(secretariat, id)).toBe(404);
    expect(await newMailsTo(authority)).toHaveLength(1);

    const sheet = await browserOf(test, authority);
    const page = await sheet.get(`/progress/${id}/clearance`);
    expect(page.body).toContain('What was done');
    const { mark } = await shown(last, id);
    const done = await sheet.submit(`/progress/${id}/clearance/passing`, { mark });
    expect(done.body).toContain('Submitted to the secretariat.');
    expect(await knownTo(secretariat, id)).toBe(200);
    const version = await test.get(UnitOfWork).read.findOneByOrFail(EntryVersion, { entryId: id });
    expect(version.submittedBy).toBe(authority.account.id);
    expect((await shown(own, id)).events.map(({ act }) => act)).toEqual(['start', 'pass', 'pass', 'submit']);
    expect((await browser.get(`/progress/${id}`)).body).toContain('How your delegation cleared this');
    expect((await secretariat.api('GET', `/progress/${id}/clearance`)).status).toBe(404);
  });

  it('is sent back with a reason, which only the delegation reads, and begins anew', async () => {
    const { drafter, coordinator } = await delegation('ETH');
    const { id } = await draft(drafter, 'ETH');
    const own = await programOf(test, drafter);
    await own.api('POST', `/progress/${id}/submission`);
    const browser = await browserOf(test, coordinator);
    const empty = await browser.post(`/progress/${id}/clearance/return`, { reason: ' ' });
    expect([empty.status, empty.body.includes('errors')]).toEqual([422, true]);
    const back = await browser.submit(`/progress/${id}/clearance/return`, { reason: 'Name the ministries' });
    expect(back.body).toContain('Returned with your reason.');
    const [mail] = await newMailsTo(drafter);
    expect(mail).toContain('Returned within your delegation');
    expect(mail).not.toContain('ministries');
    const page = await (await browserOf(test, drafter)).get(`/progress/${id}`);
    expect(page.body).toContain('Name the ministries');
    expect((await pass(await programOf(test, coordinator), id)).status).toBe(409);
    await own.api('POST', `/progress/${id}/submission`);
    expect(await shown(own, id)).toMatchObject({ state: 'waiting', waiting: { name: 'Coordination' } });
    // The one who sent it back is asked again; the first mail had lost its reason before it went out.
    expect(await newMailsTo(coordinator)).toHaveLength(1);
  });

  it('sets out again from the first step when its text or evidence changed; nobody passes what they did not read', async () => {
    const { drafter, coordinator, authority } = await delegation('EGY');
    const entry = await draft(drafter, 'EGY');
    const { id } = entry;
    const own = await programOf(test, drafter);
    await own.api('POST', `/progress/${id}/submission`);
    const first = await programOf(test, coordinator);
    await pass(first, id);
    const last = await programOf(test, authority);
    const read = await shown(last, id);

    const { periodStart, periodEnd, content } = entry;
    const save = (narrative: string, version: number) =>
      own.api('PATCH', `/progress/${id}`, {
        version,
        periodStart,
        periodEnd,
        items: [item.id],
        content: { ...content, narrative },
      });
    const { version } = (await own.api('GET', `/progress/${id}`)).json<{ version: number }>();
    expect((await save(content.narrative!, version)).status).toBe(200);
    expect((await shown(own, id)).state).toBe('waiting');
    expect((await save('Something else', version + 1)).status).toBe(200);
    expect(await shown(own, id)).toMatchObject({ state: 'stopped', waiting: null });
    expect((await last.api('POST', `/progress/${id}/clearance/passing`, { mark: read.mark })).status).toBe(
      409,
    );

    await own.api('POST', `/progress/${id}/submission`);
    expect((await shown(own, id)).waiting).toMatchObject({ name: 'Coordination' });
    await pass(first, id);
    const stale = await last.api('POST', `/progress/${id}/clearance/passing`, { mark: read.mark });
    expect(stale.status).toBe(409);
    await own.api('POST', `/progress/${id}/evidence`, { title: 'A report', url: 'https://example.org/' });
    expect((await shown(own, id)).state).toBe('stopped');
    expect(await stateOf(own, id)).toBe('draft');
  });

  it('passes the steps of who hands it in, and goes straight through when there is nobody else to ask', async () => {
    const person = await newPerson(test, ['focal-point', 'bali', 'AUS']);
    const { items, secretariat } = await newPlan(test, 'bali', [{ code: '1', owners: ['all-members'] }]);
    const program = await programOf(test, person);
    const step = { name: 'Head of delegation', accountId: person.account.id };
    await program.api('PUT', settings('AUS', 'bali'), {
      version: 1,
      steps: [step, { ...step, name: 'Again' }],
    });
    const { id } = await newEntry(test, person, items[0]!, { mechanismId: 'bali', as: 'state:AUS' });
    await program.api('POST', `/progress/${id}/submission`);
    expect(await stateOf(program, id)).toBe('submitted');
    // Rewritten after it was submitted, even word for word, it goes the same way again.
    const second = await newPerson(test, ['focal-point', 'bali', 'AUS']);
    await program.api('PUT', settings('AUS', 'bali'), {
      version: 2,
      steps: [{ ...step, accountId: second.account.id }],
    });
    await program.api('POST', `/progress/${id}/revision`);
    await program.api('POST', `/progress/${id}/submission`);
    expect(await stateOf(program, id)).toBe('draft');
    const secretariatSees = (await (await programOf(test, secretariat)).api('GET', `/progress/${id}`)).json();
    expect(secretariatSees).toMatchObject({ state: 'submitted' });
    expect((await pass(await programOf(test, second), id)).status).toBe(200);
    expect(await stateOf(program, id)).toBe('submitted');
  });

  it('can be taken off its way by its people, and is off it once it is withdrawn', async () => {
    const { drafter, coordinator, authority } = await delegation('SDN');
    const { id } = await draft(drafter, 'SDN');
    const own = await programOf(test, drafter);
    await own.api('POST', `/progress/${id}/submission`);
    const browser = await browserOf(test, drafter);
    const stopped = await browser.submit(`/progress/${id}/clearance/stop`);
    expect(stopped.body).toContain('The clearance was stopped.');
    expect(await shown(own, id)).toMatchObject({ state: 'stopped' });
    expect(await newMailsTo(coordinator)).toEqual([]);

    await settle(drafter, 'SDN', [], [coordinator, authority]);
    await own.api('POST', `/progress/${id}/submission`);
    const secretariat = await programOf(test, office);
    await secretariat.api('POST', `/progress/${id}/return`, { comment: 'Please say more' });
    await settle(drafter, 'SDN', [{ name: 'Coordination', accountId: coordinator.account.id }]);
    await own.api('POST', `/progress/${id}/submission`);
    expect(await shown(own, id)).toMatchObject({ state: 'waiting' });
    expect((await own.api('DELETE', `/progress/${id}/submission`)).status).toBe(200);
    expect(await shown(own, id)).toMatchObject({ state: 'stopped' });
    expect((await pass(await programOf(test, coordinator), id)).status).toBe(409);
  });

  it('sets out once when it is handed in twice at once, and is passed once', async () => {
    const { drafter, coordinator, authority } = await delegation('BDI');
    const { id } = await draft(drafter, 'BDI');
    const own = await programOf(test, drafter);
    const five = [1, 2, 3, 4, 5];
    const sent = await Promise.all(five.map(() => own.api('POST', `/progress/${id}/submission`)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await shown(own, id)).events.map(({ act }) => act)).toEqual(['start']);
    const first = await programOf(test, coordinator);
    const { mark } = await shown(first, id);
    const passed = await Promise.all(
      five.map(() => first.api('POST', `/progress/${id}/clearance/passing`, { mark })),
    );
    expect(passed.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(passed.filter(({ status }) => ![200, 403, 409].includes(status))).toEqual([]);
    const last = await programOf(test, authority);
    const cleared = await Promise.all(
      five.map(() => last.api('POST', `/progress/${id}/clearance/passing`, { mark })),
    );
    expect(cleared.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(cleared.filter(({ status }) => ![200, 403, 409].includes(status))).toEqual([]);
    expect(await test.get(UnitOfWork).read.countBy(EntryVersion, { entryId: id })).toBe(1);
  });
});

describe('a text that was submitted', () => {
  it('goes to another mechanism only once it has passed the steps there', async () => {
    const there = 'igad-rcp';
    const { items, secretariat } = await newPlan(test, there, [
      { code: '1', title: 'Planned there', owners: ['all-members'] },
    ]);
    const both = () => newPerson(test, ['focal-point', HOME, 'DJI'], ['focal-point', there, 'DJI']);
    const [writer, authority] = [await both(), await both()];
    const own = await programOf(test, writer);
    const steps = [{ name: 'Validation', accountId: authority.account.id }];
    await own.api('PUT', settings('DJI', there), { version: 1, steps });
    const { id } = await draft(writer, 'DJI');
    const secretariatThere = await programOf(test, secretariat);
    await own.api('POST', `/progress/${id}/submission`);
    expect(await stateOf(own, id)).toBe('submitted');
    const linked = await own.api('PUT', `/progress/${id}/links/${there}`, {
      items: [items[0]!.id],
      uses: ['members'],
    });
    expect(linked.status).toBe(200);
    expect(await knownTo(secretariatThere, id)).toBe(404);
    const clearing = await programOf(test, authority);
    const [waiting] = await waitingOf(clearing, id);
    expect(waiting).toMatchObject({ kind: 'entry-link', waiting: { name: 'Validation', mine: true } });
    // Who has no part there may not read its plan.
    for (const [person, reads] of [
      [authority, true],
      [await newPerson(test, ['focal-point', HOME, 'DJI']), false],
    ] as const) {
      const { status, body } = await (await browserOf(test, person)).get(`/clearances/${waiting!.id}`);
      expect([status, body.includes('Planned there')]).toEqual([200, reads]);
    }
    expect((await clearing.api('POST', `/clearances/${waiting!.id}/passing`, waiting)).status).toBe(200);
    expect(await knownTo(secretariatThere, id)).toBe(200);
    // From now on what is submitted goes there too, so it passes the steps there.
    await own.api('POST', `/progress/${id}/revision`);
    await own.api('POST', `/progress/${id}/submission`);
    expect((await shown(own, id)).waiting).toMatchObject({ name: 'Validation' });
    await own.api('DELETE', `/progress/${id}/links/${there}`);
    expect(await shown(own, id)).toMatchObject({ state: 'stopped' });
  });
});

describe('a step', () => {
  it('expires visibly, stops nothing, and can then be moved past, which is recorded', async () => {
    const { drafter, authority } = await delegation('UGA');
    const { id } = await draft(drafter, 'UGA');
    const own = await programOf(test, drafter);
    await own.api('POST', `/progress/${id}/submission`);
    expect((await own.api('POST', `/progress/${id}/clearance/moving-on`)).status).toBe(409);
    test.clock.advance(3 * DAY_MS);
    expect((await shown(own, id)).waiting).toMatchObject({ lastDay: '2027-03-04', over: false });
    test.clock.advance(DAY_MS);
    const browser = await browserOf(test, drafter);
    const page = await browser.get(`/progress/${id}/clearance`);
    expect(page.body).toContain('The time limit of this step ended on 4 March 2027.');
    const moved = await browser.submit(`/progress/${id}/clearance/moving-on`);
    expect(moved.body).toContain('skipped a step (Coordination)');
    expect((await shown(own, id)).waiting).toMatchObject({ name: 'Validation', over: false });
    expect(await newMailsTo(authority)).toHaveLength(1);
  });

  it('is open to the others once its owner no longer speaks for the delegation, and says so', async () => {
    const { drafter, coordinator } = await delegation('ERI');
    const { id } = await draft(drafter, 'ERI');
    const own = await programOf(test, drafter);
    await own.api('POST', `/progress/${id}/submission`);
    expect((await pass(own, id)).status).toBe(403);
    await test
      .get(UnitOfWork)
      .run((manager) =>
        manager.update(RoleGrant, { accountId: coordinator.account.id }, { untilDay: '2027-02-28' }),
      );
    expect((await shown(own, id)).waiting).toMatchObject({ openToAll: true, mine: true });
    const page = await (await browserOf(test, drafter)).get(`/progress/${id}/clearance`);
    expect(page.body).toContain('no longer represents your delegation, so any of you may clear this step');
    const former = await programOf(test, coordinator);
    expect((await former.api('GET', `/progress/${id}/clearance`)).status).toBe(404);
    await test.get(ClearanceSweep).sweep();
    await test.get(ClearanceSweep).sweep();
    expect(await newMailsTo(drafter)).toHaveLength(1);
    const form = await (await browserOf(test, drafter)).get(settings('ERI'));
    expect(form.body).toContain('The person named here no longer represents your delegation.');
    expect((await pass(own, id)).status).toBe(200);
  });

  it('reminds its owner three times at most, on their own working mornings', async () => {
    const drafter = await newPerson(test, ['focal-point', HOME, 'DJI']);
    const owner = await newAccount(test, { zone: 'Asia/Tokyo' }, [['focal-point', HOME, 'DJI']]);
    await settle(drafter, 'DJI', [{ name: 'Only', accountId: owner.account.id, days: 2 }]);
    const { id } = await draft(drafter, 'DJI');
    await (await programOf(test, drafter)).api('POST', `/progress/${id}/submission`);
    const sweepAt = async (moment: string) => {
      test.clock.moveTo(new Date(moment));
      await test.get(ClearanceSweep).sweep();
      return (await newMailsTo(owner)).length;
    };
    expect(await sweepAt('2027-03-01T23:30:00Z')).toBe(1);
    // In Tokyo it is the fourth, six in the morning.
    expect(await sweepAt('2027-03-03T21:00:00Z')).toBe(1);
    expect(await sweepAt('2027-03-03T23:30:00Z')).toBe(2);
    expect(await sweepAt('2027-03-04T03:00:00Z')).toBe(2);
    expect(await sweepAt('2027-03-09T01:00:00Z')).toBe(3);
    // A day off in Djibouti, whose week ends on Friday and Saturday or Sunday.
    expect(await sweepAt('2027-03-16T01:00:00Z')).toBe(4);
    for (const day of ['2027-03-23', '2027-04-06', '2027-06-01'])
      expect(await sweepAt(`${day}T01:00:00Z`)).toBe(4);
    const [, second] = await newMailsTo(owner);
    expect(second).toContain('Still waiting for your clearance');
  });

  it('is no longer asked about once the text has moved on', async () => {
    const { drafter, coordinator } = await delegation('SOM');
    const { id } = await draft(drafter, 'SOM');
    const own = await programOf(test, drafter);
    await own.api('POST', `/progress/${id}/submission`);
    await pass(await programOf(test, coordinator), id);
    expect(await newMailsTo(coordinator)).toEqual([]);
  });
});

describe('the steps of a delegation', () => {
  it('are settled by its people on a page, with mistakes shown at the row, and history for them alone', async () => {
    const person = await newPerson(test, ['focal-point', HOME, 'SSD']);
    const stranger = await newPerson(test, ['focal-point', HOME, 'KEN']);
    const browser = await browserOf(test, person);
    expect((await browser.get(`/mechanisms/${HOME}/delegation`)).body).toContain(settings('SSD'));
    const wrong = await browser.post(settings('SSD'), {
      version: 1,
      'steps.0.name': '',
      'steps.0.accountId': '',
      'steps.1.name': 'Minister',
      'steps.1.accountId': '',
      'steps.1.days': '0',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('id="field-steps-1-accountId-error"');
    expect(wrong.body).toContain('value="Minister"');
    const foreign = await browser.post(settings('SSD'), {
      version: 1,
      'steps.0.name': '',
      'steps.1.name': 'Minister',
      'steps.1.accountId': stranger.account.id,
    });
    expect(foreign.body).toContain('id="field-steps-1-accountId-error"');
    expect(foreign.body).toContain('Choose somebody who represents this delegation today.');
    const saved = await browser.submit(settings('SSD'), {
      version: 1,
      'steps.0.name': '',
      'steps.1.name': 'Minister',
      'steps.1.accountId': person.account.id,
      'steps.1.days': '5',
    });
    expect(saved.body).toContain('The steps are saved.');
    expect(saved.body).toContain('set the steps: Minister');
    const stale = await browser.post(settings('SSD'), { version: 1 });
    expect(stale.status).toBe(409);
    const history = await (await programOf(test, office)).api('GET', `/history?scope=${HOME}`);
    expect(history.body).not.toContain('clearance');
  });
});

describe('answers to a call', () => {
  const free = { kind: 'free', text: words('What is new?') };

  it('wait for clearance too, also through the link in a mail, which says so', async () => {
    const state = 'TZA';
    await makeMembers(test, HOME, [state]);
    const { drafter, coordinator, authority } = await delegation(state);
    const secretariat = await programOf(test, office);
    const round = await newRound(secretariat, HOME, {
      states: [state],
      questions: [{ kind: 'item', planId }, free],
    });
    const [mail] = (await mailsTo(test, coordinator)).slice(-1);
    const link = /http:\/\/waymark\.test(\/answer\/[\w-]+)/.exec(mail!.text)![1]!;
    const visitor = await browserOf(test, await newAccount(test));
    const sheet = await visitor.get(link);
    const answers = [...sheet.body.matchAll(/name="answers\.([0-9a-f-]{36})\.narrative"/g)].map(
      ([, id]) => id!,
    );
    const handed = await visitor.submit(link, {
      intent: 'hand-in',
      [`answers.${answers[0]}.narrative`]: 'First answer',
      [`answers.${answers[1]}.narrative`]: 'Second answer',
    });
    expect(handed.status).toBe(200);
    expect(handed.body).toContain('Your answers are now waiting for clearance in your delegation');
    expect(handed.body).toContain('This was submitted and is waiting for clearance within your delegation.');
    expect(handed.body).not.toContain('Validation');

    const own = await programOf(test, drafter);
    const [addressee] = await ownIn(own, round);
    const seenAs = async () =>
      (await secretariat.api('GET', `/rounds/${round}/addressees`)).json<{ items: { state: string }[] }>()
        .items[0]!.state;
    expect(await seenAs()).toBe('drafting');
    const { items } = (await own.api('GET', `/rounds/${round}/addressees/${addressee!.id}/answers`)).json<{
      items: { entryId: string }[];
    }>();
    const ids = items.map(({ entryId }) => entryId);
    // Whose mail the link came in has passed nothing: the mail may have been passed on.
    for (const id of ids) expect((await shown(own, id)).waiting).toMatchObject({ name: 'Coordination' });
    const page = await (await browserOf(test, drafter)).get(`/rounds/${round}`);
    expect(page.body).toContain('In clearance in your delegation');
    // Everybody of the delegation is told at once, in one mail each; a copy of what has not left it is in none.
    const latest = async (person: Person, word: string) =>
      (await mailsTo(test, person)).filter(({ subject }) => subject.includes(word));
    for (const person of [drafter, coordinator, authority]) {
      const [told, ...others] = await latest(person, 'In clearance');
      expect(others).toEqual([]);
      expect(told!.subject).toBe('In clearance in your delegation: 2');
      for (const id of ids) expect(told!.text).toContain(`/progress/${id}`);
      expect(told!.text).not.toContain('answer\n');
      expect(told!.replyTo).not.toContain(office.account.email);
    }
    expect((await latest(coordinator, 'For your clearance')).map(({ subject }) => subject)).toEqual([
      'For your clearance: 1 Exchange contact lists (+1)',
    ]);
    for (const person of [coordinator, authority])
      for (const id of ids) expect((await pass(await programOf(test, person), id)).status).toBe(200);
    expect(await seenAs()).toBe('submitted');
    expect((await visitor.get(link)).body).toContain('This is what was submitted.');
    for (const person of [drafter, coordinator, authority]) {
      const [copy, ...others] = await latest(person, 'Submitted');
      expect(others).toEqual([]);
      expect(copy!.subject).toBe('Submitted for United Republic of Tanzania: 2');
      for (const part of ['First answer', 'Second answer', `Submitted by ${authority.account.name}.`])
        expect(copy!.text).toContain(part);
      expect(copy!.replyTo).not.toContain(office.account.email);
    }
    const [waits, ...others] = await latest(office, 'waiting for acceptance: 2');
    expect(others).toEqual([]);
    expect(waits!.text).not.toMatch(/(First|Second) answer/);
  });
});

describe('a mail of clearance that comes back', () => {
  it('opens a task to find the focal point, which does not say what the mail was about', async () => {
    const { drafter, coordinator } = await delegation('RWA');
    await makeMembers(test, HOME, ['RWA']);
    const { id } = await draft(drafter, 'RWA');
    await (await programOf(test, drafter)).api('POST', `/progress/${id}/submission`);
    const unitOfWork = test.get(UnitOfWork);
    const where = { kind: 'clearance', subjectId: id, accountId: coordinator.account.id };
    const message = await unitOfWork.read.findOneByOrFail(OutgoingMessage, where);
    await unitOfWork.run((manager) =>
      manager.update(OutgoingMessage, { id: message.id }, { state: 'failed', error: '550 no such user' }),
    );
    await test.get(TaskSweep).sweep();
    const tasks = await (await programOf(test, office)).api('GET', `/mechanisms/${HOME}/tasks`);
    expect(tasks.json<{ items: object[] }>().items).toContainEqual(
      expect.objectContaining({ subject: 'RWA', why: 'bounced' }),
    );
    expect(tasks.body).not.toContain('clearance');
    const mails = await unitOfWork.read.find(MailboxMail, { where: { recipient: office.account.email } });
    expect(mails.map(({ text }) => text).join()).not.toContain('clearance');
  });
});

describe('a delegation’s desk', () => {
  const MARKER = 'Written by one delegation alone';
  const ours = '/progress/ours';

  it('shows where each text stands and with whom, and each waiting step once', async () => {
    const { drafter, coordinator } = await delegation('NOR');
    const { id } = await newEntry(test, drafter, item, {
      mechanismId: HOME,
      as: 'state:NOR',
      narrative: MARKER,
    });
    await (await programOf(test, drafter)).api('POST', `/progress/${id}/submission`);
    const asked = await browserOf(test, coordinator);
    const step = `${coordinator.account.name}`;
    const desk = await asked.get(ours);
    expect(desk.body).toContain(`Coordination: ${step}`);
    expect(desk.body).toContain('In clearance in your delegation');
    expect(desk.body).toContain(drafter.account.name);
    // Among the tasks of who decides it stands once; who wrote it sees that it is on its way.
    const links = ({ body }: { body: string }) =>
      body.match(new RegExp(`href="/progress/${id}(/clearance)?"`, 'g'));
    expect(links(await asked.get('/tasks'))).toHaveLength(1);
    expect(links(await (await browserOf(test, drafter)).get('/tasks'))).toHaveLength(1);
    // The page of the delegation there shows the same.
    expect((await asked.get(`/mechanisms/${HOME}/delegation`)).body).toContain(`Coordination: ${step}`);

    // Page, file and API are of nobody else.
    const others: [string, Person][] = [
      ['the secretariat', office],
      ['another State', await newPerson(test, ['focal-point', HOME, 'FRA'])],
      ['the same State elsewhere', await newPerson(test, ['focal-point', 'rabat', 'NOR'])],
      ['a partner', await newPerson(test, ['partner', HOME, 'Some partner'])],
    ];
    for (const [who, person] of others) {
      const browser = await browserOf(test, person);
      const seen = await Promise.all(
        [ours, `${ours}?words=Written`, `${ours}/file?format=csv`, `/api/v1${ours}`].map((path) =>
          browser.get(path),
        ),
      );
      for (const { status, body } of seen) {
        expect({ who, status }).toEqual({ who, status: 200 });
        expect(body).not.toContain(id);
        expect(body).not.toContain(MARKER);
      }
    }
    const reader = await browserOf(test, await newPerson(test, ['reader', HOME]));
    expect((await reader.get(`${ours}/file`)).status).toBe(403);
  });

  it.each([
    ['', true],
    ['?mechanism=khartoum', true],
    ['?mechanism=rabat', false],
    ['?state=in-clearance', true],
    ['?state=accepted', false],
    ['?words=deleg%20written', true],
    ['?words=nothing', false],
    ['?from=2027-02-01&until=2027-02-02', true],
    ['?until=2026-12-31', false],
    ['?from=someday&state=odd', true],
  ])('is narrowed down, and the file and the API as the page is: %s', async (query, shown) => {
    const { drafter } = await ownOf('PRT');
    const browser = await browserOf(test, drafter);
    const found = await (await programOf(test, drafter)).api('GET', `/progress/ours${query}`);
    expect(found.json<{ items: object[] }>().items).toHaveLength(shown ? 1 : 0);
    expect((await browser.get(`${ours}${query}`)).body.includes('Exchange contact lists</bdi></a>')).toBe(
      shown,
    );
    const csv = await browser.get(`${ours}/file${query}${query ? '&' : '?'}format=csv`);
    expect(csv.body.includes(MARKER)).toBe(shown);
  });

  let kept: Delegation | undefined;
  /** Of a delegation with one text in clearance. */
  async function ownOf(state: string): Promise<Delegation> {
    if (kept) return kept;
    kept = await delegation(state);
    const entry = await newEntry(test, kept.drafter, item, {
      mechanismId: HOME,
      as: `state:${state}`,
      narrative: MARKER,
    });
    await (await programOf(test, kept.drafter)).api('POST', `/progress/${entry.id}/submission`);
    return kept;
  }
});
