import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { DelegationGate } from '../../src/gate/delegation-gate.js';
import { AuditEvent } from '../../src/platform/database/history.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { ReportedDays } from '../../src/progress/board/reported-days.entity.js';
import { EntryItem } from '../../src/progress/entries/entry.entity.js';
import { ReleasedEntriesService } from '../../src/progress/release/released-entries.service.js';
import { RoundAnswer } from '../../src/rounds/round/round.entity.js';
import { ClearanceSetting } from '../../src/clearance/clearance.entity.js';
import { ProposalsService } from '../../src/clearance/proposals.service.js';
import { RoleGrant } from '../../src/accounts/account.entity.js';
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

/*
 * Ways round the steps of a delegation that were found once. A delegation is two: one writes, and the other owns the one
 * step. What nobody outside it may have seen yet is asked of the secretariat, of another State and of a visitor.
 */

const HOME = 'khartoum';
const ELSEWHERE = 'igad-rcp';
const settings = (state: string) => `/mechanisms/${HOME}/delegations/${state}/clearance`;

let test: TestApp;
let office: Client;
let item: PlanItem;
let other: Client;
let partner: Client;
let visitor: Client;

interface Delegation {
  state: string;
  writer: Person;
  owner: Person;
  writing: Client;
  owning: Client;
}

beforeAll(async () => {
  test = await startApp();
  const made = await newPlan(test, HOME, [{ code: '1', owners: ['all-members'] }], { isPublic: true });
  item = made.items[0]!;
  office = await programOf(test, made.secretariat);
  other = await programOf(test, await newPerson(test, ['focal-point', HOME, 'ETH']));
  partner = await programOf(test, await newPerson(test, ['partner', HOME, 'An organization']));
  visitor = await browserOf(test, await newAccount(test));
});
afterAll(() => test.close());
afterEach(() => test.clock.moveTo(new Date('2027-03-01T09:00:00Z')));

async function delegation(state: string): Promise<Delegation> {
  const writer = await newPerson(test, ['focal-point', HOME, state]);
  const owner = await newPerson(test, ['focal-point', HOME, state]);
  const [writing, owning] = [await programOf(test, writer), await programOf(test, owner)];
  const steps = [{ name: 'Validation', accountId: owner.account.id }];
  expect((await writing.api('PUT', settings(state), { version: 1, steps })).status).toBe(200);
  return { state, writer, owner, writing, owning };
}

interface Waiting {
  id: string;
  kind: string;
  state: string;
  mark: string;
}
const waiting = async (program: Client, subjectId: string): Promise<Waiting[]> =>
  (await program.api('GET', `/clearances?subjectId=${subjectId}`))
    .json<{ items: Waiting[] }>()
    .items.filter(({ state }) => state === 'waiting');
const pass = async (program: Client, { id, mark }: Waiting) =>
  (await program.api('POST', `/clearances/${id}/passing`, { mark })).status;
/** The owner of the step reads what waits, and passes it. */
async function passAll(owning: Client, subjectId: string): Promise<void> {
  for (const one of await waiting(owning, subjectId)) expect(await pass(owning, one)).toBe(200);
}
const ok = async (answer: Promise<{ status: number; body: string }>) => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${body}`);
};

async function draft({ writer, state }: Delegation, narrative = 'Cleared words'): Promise<string> {
  return (await newEntry(test, writer, item, { mechanismId: HOME, as: `state:${state}`, narrative })).id;
}

/** Submitted, cleared and accepted, open to nobody further. */
async function accepted(of: Delegation): Promise<string> {
  const id = await draft(of);
  await ok(of.writing.api('POST', `/progress/${id}/submission`));
  await passAll(of.owning, id);
  await ok(office.api('POST', `/progress/${id}/acceptance`));
  return id;
}

const sees = async (client: Client, id: string) =>
  (await client.api('GET', `/progress/${id}`)).status === 200;
const use = (client: Client, id: string, visibility: string, release: string) =>
  client.api('PUT', `/progress/${id}/release`, { visibility, release });

describe('the use of a text', () => {
  it('is passed with it: who read it narrow passes nothing wider', async () => {
    const of = await delegation('KEN');
    const id = await draft(of);
    await ok(of.writing.api('POST', `/progress/${id}/submission`));
    const [read] = await waiting(of.owning, id);
    await ok(use(of.writing, id, 'public', 'attributed'));
    expect(await pass(of.owning, read!)).toBe(409);
    expect(await waiting(of.owning, id)).toEqual([]);
    expect(await sees(office, id)).toBe(false);
    await ok(of.writing.api('POST', `/progress/${id}/submission`));
    const page = await (await browserOf(test, of.owner)).get(`/progress/${id}/clearance`);
    expect(page.body).toContain('everybody');
    await passAll(of.owning, id);
    await ok(office.api('POST', `/progress/${id}/acceptance`));
    expect(await sees(visitor, id)).toBe(true);
  });

  it('is passed with it also while the answers to a call are handed in', async () => {
    const of = await delegation('UGA');
    await makeMembers(test, HOME, ['UGA']);
    const round = await newRound(office, HOME, {
      states: ['UGA'],
      questions: [{ kind: 'free', text: words('What is new?') }],
    });
    const { own } = (await of.writing.api('GET', `/rounds/${round}`)).json<{ own: { id: string }[] }>();
    const sheet = `/rounds/${round}/addressees/${own[0]!.id}/answers`;
    const { items } = (await of.writing.api('GET', sheet)).json<{ items: { id: string }[] }>();
    const browser = await browserOf(test, of.writer);
    const handIn = (uses: Record<string, string>) =>
      browser.submit(sheet, {
        intent: 'hand-in',
        [`answers.${items[0]!.id}.narrative`]: 'An answer',
        ...uses,
      });
    expect((await handIn({ visibility: 'delegation', release: 'none' })).body).toContain(
      'waiting for clearance',
    );
    const { entryId } = await test.get(UnitOfWork).read.findOneByOrFail(RoundAnswer, { id: items[0]!.id });
    const [read] = await waiting(of.owning, entryId!);
    await handIn({ visibility: 'public', release: 'attributed' });
    expect(await pass(of.owning, read!)).toBe(409);
    expect(await sees(office, entryId!)).toBe(false);
    const [anew] = await waiting(of.owning, entryId!);
    expect(anew!.mark).not.toBe(read!.mark);
  });

  it('passes the steps when it is widened after, and is narrowed at once', async () => {
    const of = await delegation('DJI');
    const id = await accepted(of);
    const documents = async () =>
      (await test.get(ReleasedEntriesService).list(HOME, { from: null, until: null })).map(
        (one) => one.reporter,
      );
    expect([await sees(other, id), await sees(visitor, id)]).toEqual([false, false]);
    await ok(use(of.writing, id, 'public', 'attributed'));
    expect([await sees(other, id), await sees(visitor, id), await documents()]).toEqual([
      false,
      false,
      expect.not.arrayContaining(['DJI']),
    ]);
    // To the secretariat there is nothing of it: what it reads is what stands.
    expect((await office.api('GET', `/progress/${id}`)).json()).toMatchObject({ visibility: 'delegation' });
    expect((await office.api('GET', `/history?scope=${HOME}`)).body).not.toContain('attributed');
    const [read] = await waiting(of.owning, id);
    // Asked for more meanwhile, or less: it is another use.
    await ok(use(of.writing, id, 'mechanism', 'attributed'));
    expect(await pass(of.owning, read!)).toBe(409);
    await passAll(of.owning, id);
    expect([await sees(other, id), await sees(visitor, id)]).toEqual([true, false]);
    expect(await documents()).toContain('DJI');
    // Of a change in both directions the narrower half holds at once, the wider waits.
    await ok(use(of.writing, id, 'public', 'none'));
    expect([await sees(other, id), await sees(visitor, id)]).toEqual([true, false]);
    expect(await documents()).not.toContain('DJI');
    await ok(use(of.writing, id, 'delegation', 'none'));
    expect([await sees(other, id), await waiting(of.owning, id)]).toEqual([false, []]);
  });
});

describe('the holder of a link from a mail', () => {
  it('hands answers in, and opens them to nobody but the secretariat', async () => {
    const state = 'SOM';
    // A delegation without steps: what holds the link back is no step.
    const person = await newPerson(test, ['focal-point', HOME, state]);
    await makeMembers(test, HOME, [state]);
    await newRound(office, HOME, {
      states: [state],
      questions: [{ kind: 'free', text: words('And what else?') }],
    });
    const [mail] = (await mailsTo(test, person)).slice(-1);
    const link = /http:\/\/waymark\.test(\/answer\/[\w-]+)/.exec(mail!.text)![1]!;
    const holder = await browserOf(test, await newAccount(test));
    const sheet = await holder.get(link);
    expect(sheet.body).toContain('only the secretariat can see your answers');
    expect(sheet.body).not.toContain('name="visibility"');
    const [, answer] = /name="answers\.([0-9a-f-]{36})\.narrative"/.exec(sheet.body)!;
    await holder.submit(link, {
      intent: 'hand-in',
      visibility: 'public',
      release: 'attributed',
      [`answers.${answer}.narrative`]: 'An answer',
      [`answers.${answer}.visibility`]: 'public',
      [`answers.${answer}.release`]: 'attributed',
    });
    const { entryId } = await test.get(UnitOfWork).read.findOneByOrFail(RoundAnswer, { id: answer });
    const own = await programOf(test, person);
    expect((await own.api('GET', `/progress/${entryId}`)).json()).toMatchObject({
      state: 'submitted',
      visibility: 'delegation',
      release: 'none',
    });
  });
});

describe('the steps themselves', () => {
  const proposalOf = async (program: Client, state: string) =>
    (await program.api('GET', settings(state))).json<{
      version: number;
      steps: object[];
      proposal: null | { mayConsent: boolean; mayObject: boolean; lastDay: string; waitsFor: string[] };
    }>();

  it('are not taken away by one colleague, who submits and puts them back', async () => {
    const of = await delegation('ERI');
    const id = await draft(of);
    await ok(of.writing.api('PUT', settings('ERI'), { version: 2, steps: [] }));
    await ok(of.writing.api('POST', `/progress/${id}/submission`));
    expect(await sees(office, id)).toBe(false);
    expect((await proposalOf(of.writing, 'ERI')).steps).toHaveLength(1);
    const mail = (await mailsTo(test, of.owner)).find(({ subject }) =>
      subject.startsWith('Proposed change of your delegation’s clearance steps'),
    );
    expect(mail!.text).not.toContain('Validation');
    expect((await (await browserOf(test, of.owner)).get('/tasks')).body).toContain(settings('ERI'));
    // Nobody but the owner consents for the owner.
    expect((await of.writing.api('POST', `${settings('ERI')}/consent`)).status).toBe(403);
    expect((await office.api('POST', `${settings('ERI')}/consent`)).status).toBe(404);
    await ok(of.owning.api('POST', `${settings('ERI')}/objection`));
    expect(await proposalOf(of.writing, 'ERI')).toMatchObject({ version: 2, proposal: null });
    expect((await of.owning.api('POST', `${settings('ERI')}/objection`)).status).toBe(409);
  });

  it('change with the consent of all their owners, also to more steps or a shorter term', async () => {
    const of = await delegation('BDI');
    const third = await newPerson(test, ['focal-point', HOME, 'BDI']);
    const steps = [
      { name: 'Validation', accountId: of.owner.account.id, days: 1 },
      { name: 'Second', accountId: third.account.id },
    ];
    const browser = await browserOf(test, of.writer);
    const proposed = await browser.submit(settings('BDI'), {
      version: 2,
      'steps.0.name': 'Validation',
      'steps.0.accountId': of.owner.account.id,
      'steps.0.days': '1',
      'steps.1.name': 'Second',
      'steps.1.accountId': third.account.id,
    });
    expect(proposed.body).toContain('Proposed. Everybody in your delegation is told');
    expect(proposed.body).toContain('Not answered yet');
    expect((await of.writing.api('PUT', settings('BDI'), { version: 2, steps: [] })).status).toBe(409);
    const owning = await browserOf(test, of.owner);
    expect((await owning.get(settings('BDI'))).body).toContain('Agree');
    await owning.submit(`${settings('BDI')}/consent`);
    expect(await proposalOf(of.writing, 'BDI')).toMatchObject({ version: 3, proposal: null, steps });
    // Now there are two owners; one of them proposes, and has consented by it.
    await ok(of.owning.api('PUT', settings('BDI'), { version: 3, steps: [] }));
    expect((await proposalOf(of.writing, 'BDI')).proposal).toMatchObject({ waitsFor: [third.account.name] });
    expect((await of.writing.api('DELETE', `${settings('BDI')}/proposal`)).status).toBe(403);
    await ok(of.owning.api('DELETE', `${settings('BDI')}/proposal`));
    expect(await proposalOf(of.writing, 'BDI')).toMatchObject({ version: 3, proposal: null });
  });

  it('change after a notice of three days when an owner does not answer, and not before', async () => {
    const of = await delegation('RWA');
    await ok(of.writing.api('PUT', settings('RWA'), { version: 2, steps: [] }));
    expect((await proposalOf(of.writing, 'RWA')).proposal).toMatchObject({ lastDay: '2027-03-04' });
    test.clock.moveTo(new Date('2027-03-04T20:59:00Z'));
    await test.get(ProposalsService).sweep();
    const id = await draft(of);
    await ok(of.writing.api('POST', `/progress/${id}/submission`));
    expect([await sees(office, id), (await proposalOf(of.writing, 'RWA')).version]).toEqual([false, 2]);
    test.clock.moveTo(new Date('2027-03-05T00:01:00Z'));
    await test.get(ProposalsService).sweep();
    await test.get(ProposalsService).sweep();
    expect(await proposalOf(of.writing, 'RWA')).toMatchObject({ version: 3, steps: [], proposal: null });
    // What set out before keeps its way.
    expect(await sees(office, id)).toBe(false);
    expect((await mailsTo(test, of.owner)).at(-1)!.subject).toContain('have changed');
  });

  it('stay when the change is taken back at the moment at which its notice is over', async () => {
    const of = await delegation('MOZ');
    await ok(of.writing.api('PUT', settings('MOZ'), { version: 2, steps: [] }));
    test.clock.moveTo(new Date('2027-04-05T00:01:00Z'));
    const proposals = test.get(ProposalsService);
    let swept: Promise<void> | undefined;
    const sweep = AsyncResource.bind(() => proposals.sweep());
    await test.get(UnitOfWork).run(async () => {
      await proposals.takeBack(of.writer.actor, HOME, 'MOZ');
      swept = sweep();
      await Promise.race([swept, delay(500)]);
    });
    await expect(swept).resolves.toBeUndefined();
    expect(await proposalOf(of.writing, 'MOZ')).toMatchObject({ version: 2, proposal: null });
  });

  it('do not wait for an owner who no longer speaks for the delegation; then anybody of it may object', async () => {
    const of = await delegation('SSD');
    await test
      .get(UnitOfWork)
      .run((manager) =>
        manager.update(RoleGrant, { accountId: of.owner.account.id }, { untilDay: '2027-02-28' }),
      );
    const third = await programOf(test, await newPerson(test, ['focal-point', HOME, 'SSD']));
    await ok(of.writing.api('PUT', settings('SSD'), { version: 2, steps: [] }));
    expect((await proposalOf(third, 'SSD')).proposal).toMatchObject({ mayConsent: false, mayObject: true });
    await ok(third.api('POST', `${settings('SSD')}/objection`));
    expect((await proposalOf(third, 'SSD')).version).toBe(2);
    expect(await test.get(UnitOfWork).read.countBy(ClearanceSetting, { state: 'SSD' })).toBe(1);
  });
});

describe('the steps of another mechanism', () => {
  it('are passed by nobody in place of an owner who has a part there only', async () => {
    const state = 'MAR';
    const there = await newPlan(test, ELSEWHERE, [{ code: '1', owners: ['all-members'] }]);
    const officeThere = await programOf(test, there.secretariat);
    const writer = await newPerson(test, ['focal-point', HOME, state], ['focal-point', ELSEWHERE, state]);
    const owner = await newPerson(test, ['focal-point', ELSEWHERE, state]);
    const [writing, owning] = [await programOf(test, writer), await programOf(test, owner)];
    const path = `/mechanisms/${ELSEWHERE}/delegations/${state}/clearance`;
    const steps = [{ name: 'Validation', accountId: owner.account.id }];
    await ok(owning.api('PUT', path, { version: 1, steps }));
    const link = (id: string) =>
      writing.api('PUT', `/progress/${id}/links/${ELSEWHERE}`, { items: [there.items[0]!.id], uses: [] });

    const { id } = await newEntry(test, writer, item, { mechanismId: HOME, as: `state:${state}` });
    await ok(writing.api('POST', `/progress/${id}/submission`));
    const refused = await link(id);
    expect([refused.status, refused.body]).toEqual([
      409,
      expect.stringContaining('represents your State in both'),
    ]);
    expect(await sees(officeThere, id)).toBe(false);
    // The same by way of a draft that is linked first.
    const draft = await newEntry(test, writer, item, { mechanismId: HOME, as: `state:${state}` });
    await ok(link(draft.id));
    expect((await writing.api('POST', `/progress/${draft.id}/submission`)).status).toBe(409);
    expect(await sees(officeThere, draft.id)).toBe(false);

    // With a part in both, the owner is asked. Without the one here again, no colleague is in their place.
    const grant = {
      id: randomUUID(),
      accountId: owner.account.id,
      mechanismId: HOME,
      role: 'focal-point' as const,
    };
    const unitOfWork = test.get(UnitOfWork);
    await unitOfWork.run((manager) =>
      manager.insert(RoleGrant, { ...grant, subject: state, fromDay: '2020-01-01' }),
    );
    await ok(writing.api('POST', `/progress/${draft.id}/submission`));
    const [waits] = await waiting(owning, draft.id);
    await unitOfWork.run((manager) =>
      manager.update(RoleGrant, { id: grant.id }, { endedAt: test.clock.now() }),
    );
    expect(await pass(writing, waits!)).toBe(403);
    expect(await sees(officeThere, draft.id)).toBe(false);
  });
});

describe('a link that is made or ended while the text is submitted or taken back', () => {
  const state = 'NER';
  const path = `/links/${ELSEWHERE}`;
  let there: PlanItem;
  let officeThere: Client;
  let writer: Person;
  let writing: Client;
  let browser: Client;

  beforeAll(async () => {
    const made = await newPlan(test, ELSEWHERE, [{ code: '1', owners: ['all-members'] }]);
    there = made.items[0]!;
    officeThere = await programOf(test, made.secretariat);
    writer = await newPerson(test, ['focal-point', HOME, state], ['focal-point', ELSEWHERE, state]);
    writing = await programOf(test, writer);
    browser = await browserOf(test, writer);
  });

  const begin = async () =>
    (await newEntry(test, writer, item, { mechanismId: HOME, as: `state:${state}` })).id;
  const link = (id: string) => writing.api('PUT', `/progress/${id}${path}`, { items: [there.id], uses: [] });

  /** Does something while a change is done and not committed yet. On SQLite one waits for the other anyway. */
  async function meanwhile(
    change: () => ReturnType<typeof link>,
    act: () => Promise<{ status: number }>,
  ): Promise<number> {
    const { sqlite, read } = test.get(UnitOfWork);
    const gate = test.get(DelegationGate);
    const changed = gate.changed.bind(gate);
    let commit = () => {};
    const held = new Promise<void>((go) => (commit = go));
    let changing: Promise<void> | undefined;
    await new Promise<void>((done) => {
      jest.spyOn(gate, 'changed').mockImplementationOnce(async (...given) => {
        const kept = await changed(...given);
        done();
        await held;
        return kept;
      });
      changing = ok(change());
    });
    const acting = act();
    const waits = `SELECT 1 FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
    while (!sqlite && (await read.query<object[]>(waits)).length === 0) await delay(10);
    commit();
    await changing;
    return (await acting).status;
  }

  /** From the open form. */
  const submit = (id: string) =>
    browser.post('/progress', {
      ...{ id, version: 1, items: item.id, periodStart: '2027-01-01', periodEnd: '2027-02-28' },
      intent: 'submit',
      'content.narrative': 'Words',
    });
  const unlink = (id: string) => writing.api('DELETE', `/progress/${id}${path}`);
  const scopesOf = async (subjectId: string, action: string) =>
    (await test.get(UnitOfWork).read.findBy(AuditEvent, { subjectId, action })).map(({ scope }) => scope);

  it('is ended: nothing of the text goes there', async () => {
    const id = await begin();
    await ok(link(id));
    expect(
      await meanwhile(
        () => unlink(id),
        () => submit(id),
      ),
    ).toBe(303);
    const { read } = test.get(UnitOfWork);
    expect(await read.countBy(EntryItem, { itemId: there.id })).toBe(0);
    expect(await read.countBy(ReportedDays, { itemId: there.id })).toBe(0);
    expect(await scopesOf(id, 'entry.submit')).toEqual([HOME]);
  });

  it('is ended: nobody there learns of the withdrawal', async () => {
    const id = await begin();
    await ok(link(id));
    await ok(writing.api('POST', `/progress/${id}/submission`));
    const withdraw = () => writing.api('DELETE', `/progress/${id}/submission`);
    expect(await meanwhile(() => unlink(id), withdraw)).toBeLessThan(300);
    expect(await scopesOf(id, 'entry.withdraw')).toEqual([HOME]);
  });

  it('is made: the steps there are passed first', async () => {
    const owner = await newPerson(test, ['focal-point', HOME, state], ['focal-point', ELSEWHERE, state]);
    const steps = [{ name: 'Validation', accountId: owner.account.id }];
    const settings = `/mechanisms/${ELSEWHERE}/delegations/${state}/clearance`;
    await ok(writing.api('PUT', settings, { version: 1, steps }));
    const id = await begin();
    expect(
      await meanwhile(
        () => link(id),
        () => submit(id),
      ),
    ).toBe(303);
    expect([await sees(officeThere, id), (await waiting(writing, id)).length]).toEqual([false, 1]);
  });
});

describe('words in place of a text in documents', () => {
  const inDocuments = async () =>
    (await test.get(ReleasedEntriesService).list(HOME, { from: null, until: null })).map(
      ({ content }) => content.narrative,
    );

  it('pass the steps: a suggestion that is approved, and own words with which it is refused', async () => {
    const of = await delegation('TZA');
    const id = await accepted(of);
    await ok(use(of.writing, id, 'delegation', 'attributed'));
    await passAll(of.owning, id);
    expect(await inDocuments()).toContain('Cleared words');
    const suggest = async (text: string) =>
      (await office.api('POST', `/progress/${id}/wordings`, { text })).json<{ id: string }>().id;
    const first = await suggest('Suggested words');
    await ok(of.writing.api('POST', `/progress/${id}/wordings/${first}/approval`));
    expect(await inDocuments()).not.toContain('Suggested words');
    const [read] = await waiting(of.owning, id);
    expect(read).toMatchObject({ kind: 'summary' });
    const own = { text: 'Own words that nobody passed' };
    await ok(of.writing.api('POST', `/progress/${id}/wordings/${first}/refusal`, own));
    expect(await inDocuments()).not.toContain(own.text);
    expect((await office.api('GET', `/progress/${id}/wordings`)).body).not.toContain(own.text);
    expect(await pass(of.owning, read!)).toBe(409);
    const page = await (await browserOf(test, of.owner)).get(`/clearances/${read!.id}`);
    expect(page.body).toContain(own.text);
    // A wording that was refused can be answered with other words, which are read anew.
    const [stale] = await waiting(of.owning, id);
    await ok(of.writing.api('POST', `/progress/${id}/wordings/${first}/refusal`, { text: 'Own words' }));
    expect(await pass(of.owning, stale!)).toBe(409);
    await passAll(of.owning, id);
    expect(await inDocuments()).toContain('Own words');
    // Out of date by another suggestion, or another version: it is not used.
    const second = await suggest('Second suggestion');
    await ok(of.writing.api('POST', `/progress/${id}/wordings/${second}/approval`));
    await suggest('Third suggestion');
    expect(await waiting(of.owning, id)).toEqual([]);
    expect(await inDocuments()).toContain('Own words');
  });
});

describe('a practice', () => {
  const fields = (state: string) => ({
    as: `state:${state}`,
    title: 'A practice',
    language: 'en',
    content: { description: 'What we did', countries: [state] },
  });
  const known = async (client: Client, id: string) =>
    (await client.api('GET', `/practices/${id}`)).status === 200;

  it('passes the steps before it is offered, shared, or shared further; and is taken back at once', async () => {
    const of = await delegation('EGY');
    const made = await of.writing.api('POST', `/mechanisms/${HOME}/practices`, fields('EGY'));
    const { id } = made.json<{ id: string }>();
    await ok(of.writing.api('POST', `/practices/${id}/offer`));
    expect(await known(office, id)).toBe(false);
    // It is called the same as an entry that waits, on its page and in the list.
    const listed = await of.writing.api('GET', `/mechanisms/${HOME}/practices`);
    expect(listed.json()).toMatchObject({ items: [{ id, state: 'draft', standing: 'in-clearance' }] });
    const waits = await (await browserOf(test, of.writer)).get(`/practices/${id}`);
    expect(waits.body).toContain('In clearance in your delegation');
    expect(waits.body).not.toContain('Offer to peers');
    const [read] = await waiting(of.owning, id);
    const { version } = (await of.writing.api('GET', `/practices/${id}`)).json<{ version: number }>();
    await ok(of.writing.api('PATCH', `/practices/${id}`, { ...fields('EGY'), title: 'Another', version }));
    expect(await pass(of.owning, read!)).toBe(409);
    await ok(of.writing.api('POST', `/practices/${id}/offer`));
    const mails = (await mailsTo(test, of.owner)).map(({ subject, text }) => subject + text).join();
    expect(mails).toContain('A practice offered to peers for advice');
    expect(mails).not.toContain('Another');
    await passAll(of.owning, id);
    expect(await known(office, id)).toBe(true);

    // Ended, it is its owner's again: that opens nothing.
    await ok(of.writing.api('DELETE', `/practices/${id}/offer`));
    expect(await known(office, id)).toBe(false);
    const share = (mechanisms: string[], isPublic = false) =>
      of.writing.api('PUT', `/practices/${id}/sharing`, { mechanisms, isPublic });
    await ok(share([HOME]));
    expect(await known(other, id)).toBe(false);
    const page = await (await browserOf(test, of.writer)).get(`/practices/${id}`);
    expect(page.body).toContain('A practice to be shared');
    await passAll(of.owning, id);
    expect([await known(other, id), await known(visitor, id)]).toEqual([true, false]);
    expect((await other.api('GET', `/practices/${id}`)).body).not.toContain('learance');

    await ok(share([HOME], true));
    const [asked] = await waiting(of.owning, id);
    await ok(share([ELSEWHERE], true));
    // Whom it is taken from has lost it; those who are new wait.
    expect([await known(other, id), await known(visitor, id)]).toEqual([false, false]);
    expect(await pass(of.owning, asked!)).toBe(409);
    await ok(of.writing.api('DELETE', `/practices/${id}/sharing`));
    expect(await waiting(of.owning, id)).toEqual([]);
  });
});

describe('what the secretariat typed for a delegation', () => {
  it('passes the steps once it is confirmed, as if the delegation had written it', async () => {
    await makeMembers(test, HOME, ['COM']);
    const of = await delegation('COM');
    const round = await newRound(office, HOME, {
      states: ['COM'],
      questions: [{ kind: 'free', text: words('What is new?') }],
    });
    const [own] = await ownIn(of.writing, round);
    const base = `/rounds/${round}/addressees/${own!.id}`;
    const lines = async (client: Client) =>
      (await client.api('GET', `${base}/answers`)).json<{
        items: { id: string; entryId: string | null; inClearance: boolean }[];
      }>().items;
    const [answer] = await lines(of.writing);
    const answers = { [answer!.id]: { narrative: 'From a letter' } };
    await ok(office.api('POST', `${base}/transcript`, { way: 'paper', receivedDay: '2027-02-20', answers }));
    await ok(of.writing.api('POST', `${base}/own-transcript/confirmation`, { version: 1 }));
    const [line] = await lines(of.writing);
    expect([line!.inClearance, await sees(office, line!.entryId!)]).toEqual([true, false]);
    // That it was confirmed is the delegation's until it is handed in: not by its state, its version or the history.
    const transcript = async () => (await office.api('GET', `${base}/transcript`)).json<object>();
    const confirmations = async () =>
      (await office.api('GET', `/history?scope=${HOME}`)).body.split('transcript.confirm').length - 1;
    const before = await confirmations();
    expect(await transcript()).toMatchObject({
      state: 'waiting',
      version: 1,
      decidedBy: null,
      decidedAt: null,
    });
    expect((await of.writing.api('GET', `${base}/own-transcript`)).status).toBe(404);
    // Nobody is asked to confirm it again, and the link of a mail that did leads on.
    const asking = (await mailsTo(test, of.owner)).filter(({ subject }) =>
      subject.includes('entered for you'),
    );
    expect(asking).toEqual([]);
    const led = await (await browserOf(test, of.owner)).get(`${base}/answers/transcript`);
    expect([led.status, led.headers.location]).toEqual([303, `${base}/answers`]);
    await passAll(of.owning, line!.entryId!);
    expect(await sees(office, line!.entryId!)).toBe(true);
    const decidedBy = of.writer.account.name;
    expect([await transcript(), await confirmations()]).toEqual([
      expect.objectContaining({ state: 'confirmed', decidedBy }),
      before + 1,
    ]);
  });
});

describe('a request for support', () => {
  const fields = {
    kind: 'training',
    title: 'Trainers',
    language: 'en',
    text: 'Cleared words',
    objectives: [],
  };
  const known = async (client: Client, id: string) =>
    (await client.api('GET', `/support/${id}`)).status === 200;
  const NOBODY = { toSecretariat: false, toPartners: false, toMembers: false, offersToSecretariat: false };

  it('passes the steps before it is opened, opened further, or changed where others read it', async () => {
    const of = await delegation('SDN');
    const made = await of.writing.api('POST', `/mechanisms/${HOME}/support`, { ...fields, requester: 'SDN' });
    const { id } = made.json<{ id: string }>();
    const release = (to: object) => of.writing.api('PUT', `/support/${id}/release`, { ...NOBODY, ...to });
    const change = async (text: string) => {
      const { version } = (await of.writing.api('GET', `/support/${id}`)).json<{ version: number }>();
      return of.writing.api('PATCH', `/support/${id}`, { ...fields, text, version });
    };
    await ok(release({ toPartners: true }));
    expect(await known(partner, id)).toBe(false);
    const [read] = await waiting(of.owning, id);
    // Nobody reads it yet, so it is changed at once, and read anew.
    await ok(change('Other words'));
    expect(await pass(of.owning, read!)).toBe(409);
    await ok(release({ toPartners: true }));
    await passAll(of.owning, id);
    expect(await known(partner, id)).toBe(true);

    await ok(change('Words that nobody passed'));
    expect((await partner.api('GET', `/support/${id}`)).json()).toMatchObject({ text: 'Other words' });
    const form = await (await browserOf(test, of.writer)).get(`/support/${id}/edit`);
    expect(form.body).toContain('Words that nobody passed');
    await passAll(of.owning, id);
    expect((await partner.api('GET', `/support/${id}`)).json()).toMatchObject({
      text: 'Words that nobody passed',
    });
    await ok(of.writing.api('PUT', `/support/${id}/state`, { state: 'talks' }));
    expect((await partner.api('GET', `/support/${id}`)).json()).toMatchObject({ state: 'open' });
    await passAll(of.owning, id);
    expect((await partner.api('GET', `/support/${id}`)).json()).toMatchObject({ state: 'talks' });

    // Taken from the partners, and asked to be opened to the members: the first holds, the second waits.
    await ok(release({ toMembers: true }));
    expect([await known(partner, id), await known(other, id)]).toEqual([false, false]);
    await ok(release({}));
    expect(await waiting(of.owning, id)).toEqual([]);
    await ok(of.writing.api('DELETE', `/support/${id}`));
  });

  it('is not changed while a step lets it be opened', async () => {
    const of = await delegation('SOM');
    const made = await of.writing.api('POST', `/mechanisms/${HOME}/support`, { ...fields, requester: 'SOM' });
    const { id, version } = made.json<{ id: string; version: number }>();
    await ok(of.writing.api('PUT', `/support/${id}/release`, { ...NOBODY, toPartners: true }));
    const [read] = await waiting(of.owning, id);
    // The owner passes it just when the change has found that nobody reads it yet.
    const gate = test.get(DelegationGate);
    const stop = gate.stop.bind(gate);
    let passing: Promise<number> | undefined;
    const passed = outside(() => pass(of.owning, read!));
    jest.spyOn(gate, 'stop').mockImplementationOnce(async (...given) => {
      await stop(...given);
      passing = passed();
      await Promise.race([passing, new Promise((done) => setTimeout(done, 500))]);
    });
    const changed = await of.writing.api('PATCH', `/support/${id}`, {
      ...fields,
      text: 'Not cleared',
      version,
    });
    const known = await partner.api('GET', `/support/${id}`);
    expect([changed.status, await passing, known.status]).toEqual([200, 409, 404]);
  });
});

/** Lets something be done as if by somebody else, and not within the transaction in which it is asked for. */
const outside = <T>(act: () => Promise<T>) => AsyncResource.bind(act);
