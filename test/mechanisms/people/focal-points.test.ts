import { randomUUID } from 'node:crypto';
import { NominationsService } from '../../../src/accounts/seats/nominations.service.js';
import { TaskSweep } from '../../../src/mechanisms/tasks/task.sweep.js';
import { OutgoingMessage } from '../../../src/platform/mail/message.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { RoundInvitations } from '../../../src/rounds/round/round-invitations.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { Client } from '../../support/client.js';
import { browserOf, inPerson, newEntry, newPerson, newPlan } from '../../support/factories.js';
import { makeMembers, mailsTo, newRound, ownIn, words } from '../../support/rounds.js';

const HOME = 'rabat';
const free = { kind: 'free', text: words('What is new?') };
let test: TestApp;
let office: Client;
let item: PlanItem;

beforeAll(async () => {
  test = await startApp();
  await makeMembers(test, HOME, ['SEN', 'MAR', 'FRA', 'ESP', 'ITA']);
  const plan = await newPlan(test, HOME, [{ code: '1', owners: ['all-members'] }]);
  item = plan.items[0]!;
  office = inPerson(test, plan.secretariat);
});
afterAll(() => test.close());
afterEach(() => test.clock.moveTo(new Date('2027-03-01T09:00:00Z')));

const person = { name: 'Fatou Next', email: 'fatou.next@example.org', language: 'fr' };
const tasksOf = async (subject: string) =>
  (await office.api('GET', `/mechanisms/${HOME}/tasks`))
    .json<{ items: { id: string; subject: string; why: string }[] }>()
    .items.filter((task) => task.subject === subject);
const sweep = () => test.get(TaskSweep).sweep();
/** A mail that came back for good. */
const failed = (fields: { kind: string; accountId: string; address: string }) =>
  test.get(UnitOfWork).run((manager) =>
    manager.insert(OutgoingMessage, {
      id: randomUUID(),
      key: randomUUID(),
      subjectId: null,
      state: 'failed',
      attempts: 1,
      nextAttemptAt: test.clock.now(),
      messageId: randomUUID(),
      createdAt: test.clock.now(),
      error: '550 no such user',
      ...fields,
    }),
  );
const dayLater = (days: number) => test.clock.advance(days * 86_400_000);

describe('a new colleague', () => {
  it('is told to those who speak for the same State, each in their language, and to nobody else', async () => {
    const old = await newPerson(test, ['focal-point', HOME, 'MLI']);
    const former = await newPerson(test, ['focal-point', HOME, 'MLI', '2026-12-31']);
    const other = await newPerson(test, ['focal-point', HOME, 'NER'], ['focal-point', 'rcm', 'MLI']);
    const invited = await office.api('POST', `/mechanisms/${HOME}/people`, {
      role: 'focal-point',
      state: 'MLI',
      name: 'Someone New',
      email: 'someone.new@example.org',
      language: 'en',
      fromDay: '2027-03-01',
    });
    expect(invited.status).toBe(201);
    const [mail, ...more] = await mailsTo(test, old);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('Rabat Process: new role for Someone New (Focal point (Mali))');
    expect(mail!.text).toContain('someone.new@example.org');
    expect(mail!.text).toContain('including drafts');
    for (const nobody of [former, other]) expect(await mailsTo(test, nobody)).toEqual([]);
  });

  it('is not told to who has left by the time the mail goes out', async () => {
    const left = await newPerson(test, ['focal-point', HOME, 'TUN', '2027-03-02']);
    const stays = await newPerson(test, ['focal-point', HOME, 'TUN']);
    const invited = await office.api('POST', `/mechanisms/${HOME}/people`, {
      role: 'focal-point',
      state: 'TUN',
      name: 'Someone New',
      email: 'new.in.tunis@example.org',
      language: 'en',
      fromDay: '2027-03-01',
    });
    expect(invited.status).toBe(201);
    dayLater(2);
    expect(await mailsTo(test, left)).toEqual([]);
    expect(await mailsTo(test, stays)).toHaveLength(1);
  });
});

describe('a hand-over', () => {
  it('names the successor and the day, passes drafts on, is recorded, and told to both', async () => {
    const amina = await newPerson(test, ['focal-point', HOME, 'SEN']);
    const browser = await browserOf(test, amina);
    const draft = await newEntry(test, amina, item, { mechanismId: HOME, as: 'state:SEN' });
    const page = await browser.get(`/mechanisms/${HOME}/delegation`);
    const grant = amina.account.grants[0]!.id;
    expect(page.body).toContain(`/mechanisms/${HOME}/delegation/${grant}`);
    const form = `/mechanisms/${HOME}/delegation/${grant}`;
    const early = await browser.post(form, { ...person, fromDay: '2027-02-01' });
    expect(early.status).toBe(422);
    expect(early.body).toContain('Enter today or a later day.');
    expect((await browser.post(form, { ...person, fromDay: '2027-03-10' })).status).toBe(303);

    const { items: history } = (await office.api('GET', `/history?scope=${HOME}`)).json<{
      items: { action: string; after: object }[];
    }>();
    expect(history[0]).toMatchObject({
      action: 'role.handOver',
      after: { email: person.email, subject: 'SEN', fromDay: '2027-03-10', untilDay: '2027-03-09' },
    });
    const [mail] = (await mailsTo(test, amina)).slice(-1);
    expect(mail!.text).toContain('From 10 March 2027, Fatou Next represents Senegal in the Rabat Process.');
    const people = (await office.api('GET', `/mechanisms/${HOME}/people`)).json<{
      items: { person: { id: string; email: string }; subject: string; fromDay: string }[];
    }>();
    const next = people.items.find((one) => one.person.email === person.email)!;
    expect(next).toMatchObject({ subject: 'SEN', fromDay: '2027-03-10' });

    dayLater(9);
    const former = inPerson(test, amina);
    expect((await former.api('GET', `/progress/${draft.id}`)).status).toBe(404);
    const account = { ...amina.account, id: next.person.id };
    const successor = await browserOf(test, { account, actor: amina.actor });
    expect((await successor.get(`/progress/${draft.id}/edit`)).status).toBe(200);
  });

  it('is refused to colleagues, other delegations and other roles; allowed to the secretariat', async () => {
    const amina = await newPerson(test, ['focal-point', HOME, 'MAR']);
    const grant = amina.account.grants[0]!.id;
    const input = { ...person, email: 'other.next@example.org', fromDay: '2027-03-05' };
    const others = [
      await newPerson(test, ['focal-point', HOME, 'MAR']),
      await newPerson(test, ['focal-point', HOME, 'FRA']),
      await newPerson(test, ['chair', HOME]),
      await newPerson(test, ['secretariat', 'bali']),
    ];
    for (const other of others) {
      const answer = await inPerson(test, other).api('POST', `/people/${grant}/hand-over`, input);
      expect([403, 404]).toContain(answer.status);
    }
    const colleague = await inPerson(test, others[1]!).api('GET', `/mechanisms/${HOME}/delegation`);
    expect(colleague.body).not.toContain(amina.account.email);
    const again = await office.api('POST', `/people/${grant}/hand-over`, {
      ...input,
      email: others[0]!.account.email,
    });
    expect(again.json()).toMatchObject({ errors: { email: expect.any(String) as string } });
    expect((await office.api('POST', `/people/${grant}/hand-over`, input)).status).toBe(200);
  });

  it('knows deputies, who have the same rights', async () => {
    const invited = await office.api('POST', `/mechanisms/${HOME}/people`, {
      ...person,
      email: 'deputy@example.org',
      role: 'focal-point',
      state: 'FRA',
      deputy: true,
      fromDay: '2027-03-01',
    });
    expect(invited.json()).toMatchObject({ deputy: true, subject: 'FRA' });
    const focal = await newPerson(test, ['focal-point', HOME, 'FRA']);
    const page = await (await browserOf(test, focal)).get(`/mechanisms/${HOME}/delegation`);
    expect(page.body).toContain('Deputy focal point');
    const id = await newRound(office, HOME, { states: ['FRA'], questions: [free] });
    const { read } = test.get(UnitOfWork);
    const mails = await read.findBy(OutgoingMessage, { kind: 'round', subjectId: id });
    expect(mails.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a task for the secretariat', () => {
  it('opens once when the last role has ended, and ends by itself when somebody is there', async () => {
    await newPerson(test, ['focal-point', HOME, 'ESP', '2027-03-03']);
    await sweep();
    expect(await tasksOf('ESP')).toEqual([]);
    dayLater(4);
    await sweep();
    await sweep();
    expect(await tasksOf('ESP')).toMatchObject([{ why: 'ended' }]);
    const officer = await newPerson(test, ['secretariat', HOME]);
    const home = await (await browserOf(test, officer)).get('/tasks');
    expect(home.body).toContain('Spain no longer has a focal point in the Rabat Process');
    await newPerson(test, ['focal-point', HOME, 'ESP']);
    await sweep();
    expect(await tasksOf('ESP')).toEqual([]);
  });

  it('can be ticked off, and does not come back for the same cause', async () => {
    await newPerson(test, ['focal-point', HOME, 'ITA', '2027-02-01']);
    await sweep();
    const [task] = await tasksOf('ITA');
    const officer = await newPerson(test, ['secretariat', HOME]);
    const done = await (await browserOf(test, officer)).submit(`/tasks/${task!.id}/completion`);
    expect(done.body).toContain('Marked as done.');
    await sweep();
    expect(await tasksOf('ITA')).toEqual([]);
    for (const other of [
      await newPerson(test, ['focal-point', HOME, 'ITA']),
      await newPerson(test, ['secretariat', 'bali']),
    ]) {
      const program = inPerson(test, other);
      expect([403, 404]).toContain((await program.api('POST', `/tasks/${task!.id}/completion`)).status);
      expect([403, 404]).toContain((await program.api('GET', `/mechanisms/${HOME}/tasks`)).status);
    }
  });

  it('opens when a mail comes back for good', async () => {
    const lost = await newPerson(test, ['focal-point', 'bali', 'AUS']);
    await makeMembers(test, 'bali', ['AUS']);
    const bali = inPerson(test, await newPerson(test, ['secretariat', 'bali']));
    const id = await newRound(bali, 'bali', { states: ['AUS'], questions: [free] });
    const unitOfWork = test.get(UnitOfWork);
    const where = { kind: 'round', subjectId: id, accountId: lost.account.id };
    const message = await unitOfWork.read.findOneByOrFail(OutgoingMessage, where);
    await unitOfWork.run((manager) =>
      manager.update(OutgoingMessage, { id: message.id }, { state: 'failed', error: '550 no such user' }),
    );
    await sweep();
    const open = async () =>
      (await bali.api('GET', '/mechanisms/bali/tasks')).json<{ items: { subject: string; why: string }[] }>()
        .items;
    expect(await open()).toMatchObject([{ subject: 'AUS', why: 'bounced' }]);
    await bali.api('POST', '/mechanisms/bali/people', {
      ...person,
      email: 'found@example.org',
      role: 'focal-point',
      state: 'AUS',
      fromDay: '2027-03-01',
    });
    // Nobody who was told objects for three days.
    await mailsTo(test, lost);
    dayLater(4);
    await test.get(NominationsService).sweep();
    await sweep();
    await sweep();
    expect(await open()).toEqual([]);
  });

  it.each(['reminder', 'round', 'clearance'])('opens whatever the mail was, here a %s', async (kind) => {
    const mechanism = { reminder: 'almaty', round: 'prague', clearance: 'budapest' }[kind]!;
    await makeMembers(test, mechanism, ['UKR']);
    const person = await newPerson(test, ['focal-point', mechanism, 'UKR']);
    await failed({ kind, accountId: person.account.id, address: person.account.email });
    await sweep();
    const away = inPerson(test, await newPerson(test, ['secretariat', mechanism]));
    expect((await away.api('GET', `/mechanisms/${mechanism}/tasks`)).json()).toMatchObject({
      items: [{ subject: 'UKR', why: 'bounced' }],
    });
  });

  it('does not open for the person when a mail to a colleague they gave a link to comes back', async () => {
    await makeMembers(test, 'colombo', ['ALB']);
    const person = await newPerson(test, ['focal-point', 'colombo', 'ALB']);
    await failed({ kind: 'answer-link', accountId: person.account.id, address: 'colleague@example.org' });
    // Nor for an address that is theirs no more.
    await failed({ kind: 'round', accountId: person.account.id, address: 'former@example.org' });
    await sweep();
    const away = inPerson(test, await newPerson(test, ['secretariat', 'colombo']));
    expect((await away.api('GET', '/mechanisms/colombo/tasks')).json()).toMatchObject({ items: [] });
  });

  it('opens when a round asks a State nobody speaks for; who comes is told of the round', async () => {
    await makeMembers(test, 'midwa', ['TUN']);
    const away = inPerson(test, await newPerson(test, ['secretariat', 'midwa']));
    const id = await newRound(away, 'midwa', { states: ['TUN'], questions: [free] });
    const open = async () =>
      (await away.api('GET', '/mechanisms/midwa/tasks')).json<{ items: { id: string; why: string }[] }>()
        .items;
    expect(await open()).toMatchObject([{ why: 'round' }]);
    const found = await newPerson(test, ['focal-point', 'midwa', 'TUN']);
    await test.get(RoundInvitations).sweep();
    await test.get(RoundInvitations).sweep();
    await sweep();
    expect(await open()).toEqual([]);
    expect(await mailsTo(test, found)).toHaveLength(1);
    expect(await ownIn(inPerson(test, found), id)).toMatchObject([{ subject: 'TUN' }]);
  });
});
