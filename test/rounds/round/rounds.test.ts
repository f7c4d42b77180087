import { AsyncResource } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../../support/factories.js';
import { makeMembers, mailsTo, newRound, ownIn, roundFields, words } from '../../support/rounds.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { RoundLifecycleService } from '../../../src/rounds/round/round-lifecycle.service.js';
import { RoundAnswer, RoundQuestion } from '../../../src/rounds/round/round.entity.js';
import { LetterFiles } from '../../../src/rounds/letter/letter-files.service.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { OutgoingMessage } from '../../../src/platform/mail/message.entity.js';
import { Entry } from '../../../src/progress/entries/entry.entity.js';
import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';

let test: TestApp;
let officer: Person;
let office: Client;
let items: PlanItem[];
let planId: string;
const HOME = 'rabat';

beforeAll(async () => {
  test = await startApp();
  await makeMembers(test, HOME, ['SEN', 'MAR', 'FRA']);
  const plan = await newPlan(test, HOME, [
    { code: '1', title: 'For everybody', owners: ['all-members'] },
    { code: '2', title: 'For Senegal', owners: ['state:SEN'] },
    { code: '3', title: 'For a group', owners: ['group:Coastal States'] },
    { code: '4', title: 'For the partner', owners: ['partner:Help  org'] },
  ]);
  items = plan.items;
  planId = plan.plan.id;
  officer = plan.secretariat;
  office = await programOf(test, officer);
});
afterAll(() => test.close());

const focal = async (state: string) => {
  const person = await newPerson(test, ['focal-point', HOME, state]);
  return { person, program: await programOf(test, person), browser: await browserOf(test, person) };
};
const free = { kind: 'free', text: words('What should others know?'), hint: words('An example helps') };
const answersOf = async (program: Client, roundId: string) => {
  const [own] = await ownIn(program, roundId);
  const answer = await program.api('GET', `/rounds/${roundId}/addressees/${own!.id}/answers`);
  return answer.json<{
    items: { id: string; question: { kind: string; itemId: string }; entryId: string; entryState: string }[];
  }>().items;
};

describe('a draft', () => {
  it('is made, changed, refused when stale, and thrown away', async () => {
    const made = await office.api('POST', `/mechanisms/${HOME}/rounds`, roundFields());
    expect(made.status).toBe(201);
    const { id, version, state } = made.json<{ id: string; version: number; state: string }>();
    expect({ version, state }).toEqual({ version: 1, state: 'draft' });
    const change = roundFields({ title: words('Another title'), version });
    expect((await office.api('PATCH', `/rounds/${id}`, change)).json()).toMatchObject({ version: 2 });
    expect((await office.api('PATCH', `/rounds/${id}`, change)).status).toBe(409);
    expect((await office.api('DELETE', `/rounds/${id}`)).status).toBe(204);
    expect((await office.api('GET', `/rounds/${id}`)).status).toBe(404);
  });

  it('says at the field what is wrong, and changes nothing', async () => {
    const wrong = await office.api('POST', `/mechanisms/${HOME}/rounds`, {
      ...roundFields({ dueDay: 'soon', periodEnd: '2020-01-01', languages: [] }),
    });
    expect(wrong.status).toBe(422);
    expect(Object.keys(wrong.json<{ errors: object }>().errors).sort()).toEqual([
      'dueDay',
      'languages',
      'periodEnd',
    ]);
    const early = await office.api(
      'POST',
      `/mechanisms/${HOME}/rounds`,
      roundFields({ periodEnd: '2020-01-01' }),
    );
    expect(Object.keys(early.json<{ errors: object }>().errors)).toEqual(['periodEnd']);
  });

  it('takes questions once, in order, and names an unknown code', async () => {
    const id = await newRound(office, HOME, { states: ['SEN'], questions: [], open: false });
    const add = (question: object) => office.api('POST', `/rounds/${id}/questions`, question);
    expect((await add({ kind: 'item', planId, codes: '1, 9' })).json()).toMatchObject({
      errors: { codes: expect.stringContaining('9') as string },
    });
    const elsewhere = await newPlan(test, 'khartoum');
    for (const [wrong, field] of [
      [{}, 'items'],
      [{ items: [elsewhere.items[0]!.id] }, 'items'],
    ] as const)
      expect((await add({ kind: 'item', ...wrong })).json()).toMatchObject({
        errors: { [field]: expect.anything() },
      });
    // As the form has it: chosen in any order, without a plan.
    const chosen = [items[1]!.id, items[0]!.id];
    await (
      await browserOf(test, officer)
    ).submit(`/rounds/${id}/questions/items`, { items: chosen, planId: '' });
    await add({ kind: 'item', planId });
    await add({ kind: 'objective', objectives: ['5', '2'] });
    await add(free);
    const { items: questions } = (await office.api('GET', `/rounds/${id}/questions`)).json<{
      items: { id: string; kind: string; itemId: string | null; objective: number | null }[];
    }>();
    expect(questions.map(({ kind, itemId, objective }) => itemId ?? objective ?? kind)).toEqual([
      ...items.map((item) => item.id),
      2,
      5,
      'free',
    ]);
    const browser = await browserOf(test, officer);
    await browser.post(`/round-questions/${questions[1]!.id}/step`, { direction: 'up' });
    await browser.post(`/round-questions/${questions[6]!.id}/removal`, { confirmed: 'on' });
    const after = (await office.api('GET', `/rounds/${id}/questions`)).json<{ items: { id: string }[] }>();
    expect(after.items.map((one) => one.id)).toEqual([1, 0, 2, 3, 4, 5].map((index) => questions[index]!.id));
  });

  it('may ask members and partners with people, and nobody else', async () => {
    const id = await newRound(office, HOME, { states: ['SEN'], questions: [free], open: false });
    const set = await office.api('PUT', `/rounds/${id}/addressees`, {
      states: ['KEN'],
      partners: ['Nobody'],
    });
    expect(set.status).toBe(422);
    expect((await office.api('GET', `/rounds/${id}/addressees`)).json()).toMatchObject({
      items: [{ subject: 'SEN', state: null }],
    });
  });

  it('is not opened without addressees or questions, or when somebody would be asked nothing', async () => {
    const nobody = await newRound(office, HOME, { states: [], questions: [free], open: false });
    const nothing = await newRound(office, HOME, { states: ['SEN'], questions: [], open: false });
    const idle = await newRound(office, HOME, {
      states: ['SEN', 'FRA'],
      questions: [{ kind: 'item', planId, codes: '2,3' }],
      open: false,
    });
    for (const id of [nobody, nothing, idle])
      expect((await office.api('POST', `/rounds/${id}/opening`)).status).toBe(422);
    const page = await (
      await browserOf(test, officer)
    ).post(`/rounds/${idle}/opening`, {
      confirmed: 'on',
    });
    expect(page.status).toBe(422);
    expect(page.body).toContain('These recipients would get no question: France.');
    expect((await office.api('GET', `/rounds/${idle}`)).json()).toMatchObject({ state: 'draft', version: 1 });
  });
});

describe('a draft about to be opened', () => {
  it('has groups ticked with one press, and says who gets no mail and what is not translated', async () => {
    const id = await newRound(office, HOME, { states: ['FRA'], questions: [free], open: false });
    const desk = await browserOf(test, officer);
    const pressed = await desk.post(`/rounds/${id}/addressees`, { states: 'FRA', group: '015' });
    expect(pressed.status).toBe(200);
    const ticked = [...pressed.body.matchAll(/value="([A-Z]{3})" checked/g)].map(([, state]) => state);
    expect(ticked.sort()).toEqual(['FRA', 'MAR']);
    const { items: groups } = (await office.api('GET', `/rounds/${id}/addressees/groups`)).json<{
      items: { key: string; states: string[] }[];
    }>();
    expect(groups.find(({ key }) => key === 'members')?.states).toHaveLength(3);
    await office.api('PUT', `/rounds/${id}/addressees`, { states: ['FRA', 'MAR'], partners: [] });
    expect((await desk.get(`/rounds/${id}`)).body).toMatch(/Nobody speaks here yet for: [^<]*Morocco/);
  });
});

describe('a draft that is opened at this moment', () => {
  const read = () => test.get(UnitOfWork).read;
  /** What is changed while the transaction of its opening is not through. */
  async function atOpening(change: (id: string) => Promise<{ status: number }>) {
    const id = await newRound(office, HOME, { questions: [free], states: ['SEN'], open: false });
    let changed: Promise<{ status: number }> | undefined;
    const begin = AsyncResource.bind(() => change(id));
    await test.get(UnitOfWork).run(async () => {
      await test.get(RoundLifecycleService).open(officer.actor, id);
      changed = begin();
      await Promise.race([changed, delay(500)]);
    });
    return { id, status: (await changed)!.status };
  }

  it('gets no further question', async () => {
    const { id, status } = await atOpening((round) => office.api('POST', `/rounds/${round}/questions`, free));
    expect([status, await read().countBy(RoundQuestion, { roundId: id })]).toEqual([409, 1]);
  });

  it('is put to whoever is added, like an open one', async () => {
    const { id, status } = await atOpening((round) =>
      office.api('PUT', `/rounds/${round}/addressees`, { states: ['SEN', 'MAR'], partners: [] }),
    );
    const morocco = { roundId: id, addressee: { subject: 'MAR' } };
    expect([status, await read().countBy(RoundAnswer, morocco)]).toEqual([200, 1]);
  });
});

describe('the letter of a call', () => {
  it('begins from the standard words, is read before it goes out, and goes out in the reader’s language', async () => {
    const { person } = await focal('SEN');
    const id = await newRound(office, HOME, { states: ['SEN'], questions: [free], open: false });
    const desk = await browserOf(test, officer);
    expect((await desk.get(`/rounds/${id}/letter`)).body).toContain('asks for your inputs to');
    const { version } = (await office.api('GET', `/rounds/${id}/letter`)).json<{ version: number }>();
    const change = {
      version,
      subject: {
        original: 'en',
        texts: { en: 'Before the meeting in Dakar', fr: 'Avant la réunion de Dakar' },
      },
      letter: {
        original: 'en',
        texts: {
          en: 'Dear colleagues,\n\nOur chair asks.',
          fr: 'Chers collègues, notre présidence demande.',
        },
      },
    };
    expect((await office.api('PUT', `/rounds/${id}/letter`, change)).status).toBe(200);
    expect((await office.api('PUT', `/rounds/${id}/letter`, change)).status).toBe(409);
    const shown = await desk.get(`/rounds/${id}/preview?language=fr`);
    expect(shown.body).toContain('Avant la réunion de Dakar');
    expect(shown.body).toContain('What should others know?');
    await office.api('POST', `/rounds/${id}/opening`);
    const mail = (await mailsTo(test, person)).find(({ text }) => text.includes(id))!;
    expect(mail.subject).toBe('Before the meeting in Dakar');
    expect(mail.text).toContain('Our chair asks.');
    expect(mail.text).toContain('Answering is voluntary');
    expect(mail.text).not.toContain('What it is for');
    expect(
      (await office.api('PUT', `/rounds/${id}/letter`, { ...change, version: version + 2 })).status,
    ).toBe(409);
    for (const address of ['letter', 'preview'])
      expect((await (await browserOf(test, person)).get(`/rounds/${id}/${address}`)).status).toBe(403);
  });
});

describe('the files of a letter', () => {
  const pdf = (name: string) => ({ field: 'file', name, content: Buffer.from(`%PDF-1.4\n${name}\n%%EOF`) });

  it('go with the mail in the reader’s language, and are beside the questions, with a link and without', async () => {
    const { person, browser } = await focal('SEN');
    const id = await newRound(office, HOME, { states: ['SEN'], questions: [free], open: false });
    const desk = await browserOf(test, officer);
    const at = `/rounds/${id}/letter/files`;
    for (const [language, name] of [
      ['en', 'Agenda.pdf'],
      ['fr', 'Ordre du jour.pdf'],
    ] as const)
      expect((await desk.upload(`${at}?language=${language}`, pdf(name))).status).toBe(303);
    expect((await desk.get(`/rounds/${id}/preview?language=fr`)).body).toContain('Ordre du jour.pdf');
    const refused = await desk.upload(`${at}?language=en`, { ...pdf('x.exe'), content: Buffer.from('MZ') });
    expect(refused.status).toBe(422);
    const files = await test.get(LetterFiles).of(id);
    const paths = files.map((file) => `${at}/${file.id}`);
    // A draft is nobody's but the secretariat's.
    expect((await browser.get(paths[0]!)).status).toBe(404);
    await office.api('POST', `/rounds/${id}/opening`);
    const mail = (await mailsTo(test, person)).find(({ text }) => text.includes(id))!;
    expect(mail.text).toContain('Attached: Agenda.pdf');
    expect(mail.text).not.toContain('Ordre du jour');
    const [attached] = await test.get(LetterFiles).attached({ id, title: words('x') }, 'fr');
    expect(attached).toMatchObject({ filename: 'Ordre du jour.pdf', contentType: 'application/pdf' });
    const link = /http:\/\/waymark\.test(\/answer\/[\w-]+)/.exec(mail.text)![1]!;
    const visitor = new Client(test);
    const byLink = `${link}/files/${files[0]!.id}`;
    expect((await visitor.get(link)).body).toContain(byLink);
    expect((await visitor.get(byLink)).headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''Agenda.pdf",
    });
    expect((await browser.get(`/rounds/${id}`)).body).toContain(`href="${paths[0]}"`);
    expect((await browser.get(paths[1]!)).status).toBe(200);
    // What was sent stays, and is nobody's outside.
    expect((await desk.post(`${paths[0]}/removal`, { confirmed: 'on' })).status).toBe(409);
    const stranger = await browserOf(test, await newPerson(test, ['secretariat', 'prague']));
    expect((await stranger.get(paths[0]!)).status).toBe(404);
    const other = await newRound(office, HOME, { states: ['SEN'], questions: [free], open: false });
    expect((await desk.get(`/rounds/${other}/letter/files/${files[0]!.id}`)).status).toBe(404);
  });

  it('are taken off a draft again', async () => {
    const id = await newRound(office, HOME, { states: ['SEN'], questions: [free], open: false });
    const desk = await browserOf(test, officer);
    const at = `/rounds/${id}/letter/files`;
    await desk.upload(`${at}?language=en`, pdf('Agenda.pdf'));
    const [file] = await test.get(LetterFiles).of(id);
    expect((await desk.post(`${at}/${file!.id}/removal`)).body).toContain('Agenda.pdf');
    expect((await desk.post(`${at}/${file!.id}/removal`, { confirmed: 'on' })).status).toBe(303);
    expect(await test.get(LetterFiles).of(id)).toEqual([]);
    expect((await desk.get(`${at}/${file!.id}`)).status).toBe(404);
  });
});

describe('an open round', () => {
  it('puts to each what concerns it, and tells its people once, in their language', async () => {
    const senegal = await newPerson(test, ['focal-point', HOME, 'SEN']);
    const partner = await newPerson(test, ['partner', HOME, 'Help org']);
    const id = await newRound(office, HOME, {
      states: ['SEN', 'MAR'],
      partners: ['Help org'],
      questions: [{ kind: 'item', planId }, free],
    });
    const program = await programOf(test, senegal);
    expect((await answersOf(program, id)).map(({ question }) => question.itemId)).toEqual([
      items[0]!.id,
      items[1]!.id,
      null,
    ]);
    const of = await answersOf(await programOf(test, partner), id);
    expect(of.map(({ question }) => question.itemId)).toEqual([items[3]!.id, null]);
    const mails = (await mailsTo(test, senegal)).filter(({ subject }) => subject.includes('review'));
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toBe(
      'Inputs for the regional review: your input by 15 April 2027, if you wish',
    );
    for (const part of [
      'Senegal',
      '3 questions',
      'The regional review of 2027',
      'voluntary',
      `/rounds/${id}`,
    ])
      expect(mails[0]!.text).toContain(part);
    expect(mails[0]!.html).toContain(`/rounds/${id}`);
    expect(mails[0]!.replyTo).toBe(`${officer.account.name} <${officer.account.email}>`);
    expect(mails[0]!.text).toContain(`if anything is unclear, ask ${officer.account.name}.`);
    // What it asks for is the button; the password, of who has none, is a small link.
    expect(mails[0]!.html).toMatch(/\/answer\/[\w-]+\?in=en" style="display:inline-block[^"]*">Answer</);
    expect(mails[0]!.html).toMatch(/\/password\/[\w-]+" style="color:[^"]*">Set the password</);
  });

  it('says how many get a mail before it is opened, and how many have not finished before it is closed', async () => {
    for (const state of ['SEN', 'MAR']) await focal(state);
    const made = await office.api('POST', `/mechanisms/${HOME}/rounds`, roundFields());
    const { id } = made.json<{ id: string }>();
    await office.api('POST', `/rounds/${id}/questions`, free);
    await office.api('PUT', `/rounds/${id}/addressees`, { states: ['SEN', 'MAR'] });
    const desk = await browserOf(test, officer);
    const asked = (await desk.submit(`/rounds/${id}/opening`)).body;
    const told = Number(/(\d+) people will get a mail\./.exec(asked)![1]);
    expect(asked).toContain('This cannot be undone.');
    const mails = () => test.get(UnitOfWork).read.countBy(OutgoingMessage, { subjectId: id });
    expect(await mails()).toBe(0);
    await desk.submit(`/rounds/${id}/opening`, { confirmed: 'on' });
    expect(await mails()).toBe(told);
    const closing = (await desk.submit(`/rounds/${id}/closing`)).body;
    expect(closing).toContain('2 recipients have not finished.');
    expect((await office.api('GET', `/rounds/${id}`)).json()).toMatchObject({ state: 'open' });
    const closed = await desk.submit(`/rounds/${id}/closing`, { confirmed: 'on' });
    expect(closed.body).not.toContain(`action="/rounds/${id}/closing"`);
  });

  it('goes from invited to submitted as its people answer, by entries like any other', async () => {
    const { program, browser, person } = await focal('FRA');
    const id = await newRound(office, HOME, {
      states: ['FRA'],
      questions: [{ kind: 'item', planId, codes: '1' }, { kind: 'objective', objectives: ['5'] }, free],
    });
    const state = async () => (await ownIn(program, id))[0]!.state;
    expect(await state()).toBe('invited');
    await browser.get(`/rounds/${id}`);
    expect(await state()).toBe('opened');
    const answers = await answersOf(program, id);
    for (const { id: answer } of answers) await program.api('POST', `/round-answers/${answer}/entry`);
    expect(await state()).toBe('drafting');
    const entries = (await answersOf(program, id)).map(({ entryId }) => entryId);
    const form = await browser.get(`/progress/${entries[2]}/edit`);
    expect(form.body).toContain('What should others know?');
    const shown = (await program.api('GET', `/progress/${entries[1]}`)).json<{ version: number }>();
    expect(shown).toMatchObject({ items: [], objectives: [5], visibility: 'delegation', release: 'none' });
    const saved = await program.api('PATCH', `/progress/${entries[1]}`, {
      version: shown.version,
      periodStart: '2026-01-01',
      periodEnd: '2027-03-31',
      items: [],
      content: { narrative: 'Objective five' },
    });
    expect(saved.status).toBe(200);
    const [own] = await ownIn(program, id);
    await program.api('POST', `/rounds/${id}/addressees/${own!.id}/submission`);
    expect(await state()).toBe('submitted');
    expect((await answersOf(program, id)).map(({ entryState }) => entryState)).toEqual(
      Array(3).fill('submitted'),
    );
    const read = await (await browserOf(test, officer)).get(`/rounds/${id}/addressees/${own!.id}`);
    for (const entry of entries) expect(read.body).toContain(entry);
    const talk = (about: number) => `/conversations/entry/${entries[about]}/${HOME}`;
    expect((await browser.get(talk(1))).body).toContain('Objective 5: ');
    expect((await browser.get(talk(2))).body).toContain('Answer to a question');
    // What is taken back answers nothing any more, above as below.
    await program.api('DELETE', `/progress/${entries[1]}/submission`);
    expect(await state()).toBe('drafting');
    expect((await answersOf(program, id))[1]).toMatchObject({ entryStanding: 'withdrawn' });
    expect(person.account.id).toBeTruthy();
  });

  it('is answered by what the same voice reports elsewhere on the same item, without being asked', async () => {
    const { person, program } = await focal('MAR');
    const id = await newRound(office, HOME, {
      states: ['MAR'],
      questions: [{ kind: 'item', planId, codes: '1' }],
    });
    const entry = await newEntry(test, person, items[0]!, { mechanismId: HOME, as: 'state:MAR' });
    expect((await answersOf(program, id))[0]!.entryId).toBeNull();
    await test.get(ProgressService).submit(person.actor, entry.id);
    expect((await answersOf(program, id))[0]!.entryId).toBe(entry.id);
    expect((await ownIn(program, id))[0]!.state).toBe('submitted');
    const again = await newRound(office, HOME, {
      states: ['MAR'],
      questions: [{ kind: 'item', planId, codes: '1' }],
    });
    const [answer] = await answersOf(program, again);
    const begun = await program.api('POST', `/round-answers/${answer!.id}/entry`);
    expect(begun.json()).toEqual({ entryId: entry.id });
  });

  it('takes "prefers not to report" with one click, and takes it back', async () => {
    const { program, browser } = await focal('SEN');
    const id = await newRound(office, HOME, { states: ['SEN'], questions: [free] });
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}`;
    const noted = await browser.submit(`${base}/declination`);
    expect(noted.body).toContain('There will be no reminders.');
    expect((await ownIn(program, id))[0]!.state).toBe('declined');
    expect((await office.api('GET', `/rounds/${id}/addressees`)).json()).toMatchObject({
      items: [{ subject: 'SEN', state: 'declined', name: 'Senegal' }],
    });
    await browser.submit(`${base}/reconsideration`);
    expect((await ownIn(program, id))[0]!.state).toBe('opened');
    const [answer] = await answersOf(program, id);
    await program.api('POST', `/round-answers/${answer!.id}/declination`);
    expect((await ownIn(program, id))[0]!.state).toBe('declined');
    await program.api('DELETE', `/round-answers/${answer!.id}/declination`);
    expect((await ownIn(program, id))[0]!.state).toBe('opened');
  });

  it('is answered by what was submitted about its item, whatever is being written by now', async () => {
    const { person, program } = await focal('MAR');
    const about = (item: PlanItem) => ({
      periodStart: '2027-01-01',
      periodEnd: '2027-02-28',
      items: [item.id],
    });
    const given = { mechanismId: HOME, as: 'state:MAR', narrative: 'On the first' };
    const { id: entryId, content } = await newEntry(test, person, items[0]!, given);
    const progress = test.get(ProgressService);
    await progress.submit(person.actor, entryId);
    const { version } = await progress.revise(person.actor, entryId);
    await progress.save(person.actor, entryId, { ...about(items[1]!), content, version });
    const questions = [{ kind: 'item', planId, codes: '1, 2', everybody: true }];
    const id = await newRound(office, HOME, { states: ['MAR'], questions });
    const [own] = await ownIn(program, id);
    const asked = async (item: PlanItem) =>
      (await answersOf(program, id)).find(({ question }) => question.itemId === item.id)!;
    // The draft is on the second item by now, so that is where its reporter goes on.
    await program.api('POST', `/round-answers/${(await asked(items[1]!)).id}/entry`);
    expect((await asked(items[1]!)).entryId).toBe(entryId);
    const office2 = await browserOf(test, officer);
    const links = async () =>
      (await office2.get(`/rounds/${id}/addressees/${own!.id}`)).body.split(`href="/progress/${entryId}"`)
        .length - 1;
    const panel = async () => (await office2.get(`/progress/${entryId}`)).body.includes(`/rounds/${id}`);
    expect([await links(), await panel(), (await ownIn(program, id))[0]!.state]).toEqual([
      0,
      false,
      'drafting',
    ]);
    await progress.submit(person.actor, entryId);
    expect([await links(), await panel()]).toEqual([1, true]);
    const first = (await asked(items[0]!)).id;
    await program.api('POST', `/round-answers/${first}/declination`);
    expect((await ownIn(program, id))[0]!.state).toBe('submitted');
  });

  it('moves its day and tells those who have not finished; stays open after it until it is closed', async () => {
    const { person, program } = await focal('FRA');
    const { person: other, program: done } = await focal('SEN');
    const id = await newRound(office, HOME, { states: ['FRA', 'SEN'], questions: [free] });
    const [own] = await ownIn(done, id);
    await done.api('POST', `/rounds/${id}/addressees/${own!.id}/declination`);
    expect((await office.api('PUT', `/rounds/${id}/due-day`, { dueDay: '2027-05-01' })).status).toBe(200);
    const moved = (await mailsTo(test, person)).filter(({ subject }) =>
      subject.includes('new date 1 May 2027'),
    );
    expect(moved).toHaveLength(1);
    const toDone = (await mailsTo(test, other)).filter(({ subject }) => subject.includes('new date 1 May'));
    expect(toDone).toHaveLength(0);
    test.clock.moveTo(new Date('2027-06-01T09:00:00Z'));
    const [answer] = await answersOf(program, id);
    expect((await program.api('POST', `/round-answers/${answer!.id}/entry`)).status).toBe(200);
    expect((await office.api('POST', `/rounds/${id}/closing`)).status).toBe(200);
    const [mine] = await ownIn(program, id);
    expect((await program.api('POST', `/rounds/${id}/addressees/${mine!.id}/submission`)).status).toBe(409);
    // The draft is still there, the delegation's own.
    const entryId = (await answersOf(program, id))[0]!.entryId;
    expect((await program.api('GET', `/progress/${entryId}`)).json()).toMatchObject({ state: 'draft' });
    expect((await office.api('GET', `/progress/${entryId}`)).status).toBe(404);
    test.clock.moveTo(new Date('2027-03-01T09:00:00Z'));
  });

  it('may be put to more, but to nobody less, and not changed otherwise', async () => {
    const id = await newRound(office, HOME, { states: ['SEN'], questions: [free] });
    await office.api('PUT', `/rounds/${id}/addressees`, { states: ['FRA'] });
    const { items: asked } = (await office.api('GET', `/rounds/${id}/addressees`)).json<{
      items: { subject: string; state: string }[];
    }>();
    expect(asked.map(({ subject, state }) => [subject, state])).toEqual([
      ['FRA', 'invited'],
      ['SEN', 'invited'],
    ]);
    const change = roundFields({ version: 2 });
    expect((await office.api('PATCH', `/rounds/${id}`, change)).status).toBe(409);
    expect((await office.api('POST', `/rounds/${id}/questions`, free)).status).toBe(409);
    expect((await office.api('DELETE', `/rounds/${id}`)).status).toBe(409);
    expect((await office.api('POST', `/rounds/${id}/opening`)).status).toBe(409);
  });

  it('stands on top of "Asked of me", from every mechanism', async () => {
    const person = await newPerson(test, ['focal-point', HOME, 'SEN'], ['focal-point', 'midwa', 'SEN']);
    const home = await newRound(office, HOME, {
      states: ['SEN'],
      questions: [free],
      fields: { title: words('Later round'), dueDay: '2027-09-01' },
    });
    const elsewhere = await programOf(test, await newPerson(test, ['secretariat', 'bali']));
    await makeMembers(test, 'bali', ['SEN']);
    const other = await newPerson(test, ['focal-point', 'bali', 'SEN'], ['focal-point', HOME, 'SEN']);
    const away = await newRound(elsewhere, 'bali', { states: ['SEN'], questions: [free] });
    const page = await (await browserOf(test, other)).get('/tasks');
    expect(page.body.indexOf(away)).toBeGreaterThan(0);
    expect(page.body.indexOf(home)).toBeGreaterThan(page.body.indexOf(away));
    expect((await (await browserOf(test, person)).get('/tasks')).body).not.toContain(away);
  });
});

describe('the answers of a call, for its secretariat', () => {
  const ask = async () => {
    const states = ['SEN', 'MAR', 'FRA'];
    const people = [await focal('SEN'), await focal('MAR')];
    const id = await newRound(office, HOME, {
      states,
      questions: [free, { kind: 'objective', objectives: ['9'] }],
    });
    const answer = async ({ person, program }: (typeof people)[number], narrative: string) => {
      const [first] = await answersOf(program, id);
      const begun = await program.api('POST', `/round-answers/${first!.id}/entry`);
      const { entryId } = begun.json<{ entryId: string }>();
      const { read } = test.get(UnitOfWork);
      const { version, periodStart, periodEnd } = await read.findOneByOrFail(Entry, { id: entryId });
      const content = { language: 'en', narrative, challengeCodes: [], supportKinds: [] };
      const change = { periodStart, periodEnd, items: [], version, content };
      await program.api('PATCH', `/progress/${entryId}`, change);
      await test.get(ProgressService).submit(person.actor, entryId);
      return entryId;
    };
    const entries = [await answer(people[0]!, 'Twenty clerks'), await answer(people[1]!, 'Two posts')];
    return { id, people, entries, answer, desk: await browserOf(test, officer) };
  };
  const tick = (entry: string, number = 1) => `${entry}:${number}`;
  const statesOf = async (id: string) =>
    (await office.api('GET', `/rounds/${id}/answers`))
      .json<{ items: { state: string; entryId: string | null }[] }>()
      .items.flatMap(({ state, entryId }) => (entryId ? [state] : []));

  it('stand in a table by the alphabet, say how many answered, and are read by nobody else', async () => {
    const { id, people, entries, desk } = await ask();
    const { body } = await desk.get(`/rounds/${id}`);
    expect(body).toMatch(/0 of 3 answered, \d+ days? left/);
    const order = ['France', 'Morocco', 'Senegal'].map((name) => body.indexOf(`<bdi>${name}</bdi>`));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(body.match(/#a-/g)).toHaveLength(2);
    const list = await desk.get(`/mechanisms/${HOME}/rounds`);
    expect(list.body).toMatch(/0 of 3 answered/);
    const page = await desk.get(`/rounds/${id}/answers`);
    expect(page.body).toContain('Twenty clerks');
    expect(page.body).toContain('Tick all 2 that wait');
    expect(page.body).toContain('Next question');
    // From one answer to the next, in the same order.
    expect((await desk.get(`/progress/${entries[1]}`)).body).toContain(`href="/progress/${entries[0]}"`);
    const word = await office.api('GET', `/rounds/${id}/answers.docx?by=delegation`);
    const texts = strFromU8(unzipSync(word.bytes)['word/document.xml']!);
    expect(
      ['France', 'Morocco', 'Two posts', 'Senegal', 'Twenty clerks'].map((one) => texts.indexOf(one)),
    ).toEqual(
      ['France', 'Morocco', 'Two posts', 'Senegal', 'Twenty clerks']
        .map((one) => texts.indexOf(one))
        .sort((a, b) => a - b),
    );
    expect(texts).toContain('Read by: The reporter and the secretariat. In documents: Not used.');
    const sheet = await office.api('GET', `/rounds/${id}/answers.xlsx`);
    expect(strFromU8(unzipSync(sheet.bytes)['xl/sharedStrings.xml']!)).toContain('Twenty clerks');
    for (const address of ['answers', 'answers.docx', 'answers.xlsx', `addressees/${id}`].map(
      (one) => `/rounds/${id}/${one}`,
    ))
      expect((await people[0]!.browser.get(address)).status).toBe(403);
    expect((await people[0]!.browser.get(`/rounds/${id}`)).body).not.toMatch(/of 3 answered|Morocco/);
    expect((await people[0]!.program.api('GET', `/rounds/${id}/answers`)).status).toBe(403);
  });

  it('are accepted all at once from the mechanism’s list, by their question, in five presses from signing in; and taken back', async () => {
    const { id, entries, people, desk } = await ask();
    const list = `/mechanisms/${HOME}/progress?state=submitted`;
    const shown = await desk.get(list);
    for (const text of ['Twenty clerks', 'Two posts', 'Accept all']) expect(shown.body).toContain(text);
    // Once each, by what was asked.
    for (const entry of entries) expect(shown.body.split(`href="/progress/${entry}"`)).toHaveLength(2);
    expect(shown.body).not.toContain('Answer to a question');
    const every = [...shown.body.matchAll(/name="every" value="([^"]+)"/g)].map((found) => found[1]!);
    const own = every.filter((one) => entries.some((entry) => one.startsWith(entry)));
    expect(own).toHaveLength(2);
    const acceptance = `/mechanisms/${HOME}/progress/acceptance`;
    const none = await desk.post(acceptance, {});
    expect([none.status, none.body.includes('Tick at least one answer.')]).toEqual([422, true]);
    expect((await people[0]!.browser.post(acceptance, { answers: own })).status).toBe(403);
    const done = await desk.submit(acceptance, { all: 'on', every: own });
    expect(done.body).toContain('>Undo<');
    expect(await statesOf(id)).toEqual(['accepted', 'accepted']);
    await desk.submit(`${acceptance}/removal`, { accepted: entries.join(' ') });
    expect(await statesOf(id)).toEqual(['received', 'received']);
    const api = `/mechanisms/${HOME}/acceptance`;
    expect((await office.api('POST', api, { answers: own, setStatus: false })).status).toBe(204);
    expect((await office.api('POST', `${api}/removal`, { answers: own })).status).toBe(204);
    // Its own people see the question, too; whoever reads it once it is accepted does not learn that it was asked for.
    expect((await people[0]!.browser.get(`/mechanisms/${HOME}/progress`)).body).toContain(free.text.texts.en);
    await office.api('POST', api, { answers: own, setStatus: false });
    const open = { visibility: 'mechanism', release: 'none' } as const;
    await test.get(ProgressService).disclose(people[0]!.person.actor, entries[0]!, open, HOME);
    expect((await people[1]!.browser.get(`/progress/${entries[0]}`)).body).not.toContain(free.text.texts.en);
  });

  it('are accepted together and taken back together', async () => {
    const { id, entries, desk } = await ask();
    // One press from the call's page to what waits, which is the one main button there.
    const call = (await desk.get(`/rounds/${id}`)).body;
    expect(call.match(/class="button"[^>]*>[^<]*/g)).toEqual([
      expect.stringMatching(/answers\?question=[\w-]+">2 answers wait for acceptance$/),
    ]);
    const all = await desk.get(`/rounds/${id}/answers?tick=all`);
    expect(all.body.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2);
    await desk.submit(`/rounds/${id}/answers/acceptance`, { answers: entries.map((one) => tick(one)) });
    expect(await statesOf(id)).toEqual(['accepted', 'accepted']);
    const undone = await desk.submit(`/rounds/${id}/answers/acceptance/removal`, {
      accepted: entries.join(' '),
    });
    expect(undone.status).toBe(200);
    expect(await statesOf(id)).toEqual(['received', 'received']);
  });

  it.each([
    ['all say the same', ['completed', 'completed'], 'completed'],
    ['they differ, and one is at work', ['ongoing', 'postponed'], 'ongoing'],
    ['they differ otherwise', ['planned', 'postponed'], 'planned'],
    ['none says how far it is', [undefined, undefined], 'planned'],
  ])('give their items the status they say, where that is ticked: %s', async (_what, said, expected) => {
    const { plan, items } = await newPlan(test, HOME, [
      { code: '1', status: 'planned', owners: ['all-members'] },
    ]);
    const people = [await focal('SEN'), await focal('MAR')];
    const question = { kind: 'item', planId: plan.id, codes: '1' };
    const id = await newRound(office, HOME, { states: ['SEN', 'MAR'], questions: [question] });
    const entries: string[] = [];
    for (const [index, { person, program }] of people.entries()) {
      const [first] = await answersOf(program, id);
      const begun = await program.api('POST', `/round-answers/${first!.id}/entry`);
      const { entryId } = begun.json<{ entryId: string }>();
      const entry = await test.get(UnitOfWork).read.findOneByOrFail(Entry, { id: entryId });
      const { version, periodStart, periodEnd } = entry;
      const content = { language: 'en', narrative: 'Done', status: said[index] };
      const change = { periodStart, periodEnd, items: [items[0]!.id], version, content };
      expect((await program.api('PATCH', `/progress/${entryId}`, change)).status).toBe(200);
      await test.get(ProgressService).submit(person.actor, entryId);
      entries.push(entryId);
    }
    const desk = await browserOf(test, officer);
    const page = await desk.get(`/rounds/${id}/answers`);
    expect(page.body.includes('name="setStatus"')).toBe(said[0] !== undefined);
    const answers = entries.map((one) => tick(one));
    const status = async () =>
      (await office.api('GET', `/items/${items[0]!.id}`)).json<{ status: string }>().status;
    const done = await desk.submit(`/rounds/${id}/answers/acceptance`, { answers, setStatus: 'on' });
    expect(done.body).toContain('>Undo<');
    expect([await statesOf(id), await status()]).toEqual([['accepted', 'accepted'], expected]);
    await desk.submit(`/rounds/${id}/answers/acceptance/removal`, { accepted: entries.join(' ') });
    expect([await statesOf(id), await status()]).toEqual([['received', 'received'], 'planned']);
  });

  it.each([
    ['a newer version came', 'A newer version of this answer came meanwhile'],
    ['it was taken back', 'This answer has been withdrawn in the meantime'],
    ['a colleague accepted it', 'A colleague has accepted this answer already'],
  ])('are none of them accepted when %s, and it says why', async (what, why) => {
    const { id, people, entries, desk } = await ask();
    const [, morocco] = people;
    const progress = test.get(ProgressService);
    if (what === 'a colleague accepted it') await progress.accept(officer.actor, entries[1]!);
    else await progress.withdraw(morocco!.person.actor, entries[1]!);
    if (what === 'a newer version came') {
      await progress.revise(morocco!.person.actor, entries[1]!);
      await progress.submit(morocco!.person.actor, entries[1]!);
    }
    const answers = entries.map((one) => tick(one));
    const refused = await desk.post(`/rounds/${id}/answers/acceptance`, { answers });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(why);
    expect((await statesOf(id)).filter((state) => state === 'accepted')).toHaveLength(
      what === 'a colleague accepted it' ? 1 : 0,
    );
    expect((await office.api('POST', `/rounds/${id}/acceptance`, { answers })).status).toBe(422);
  });

  it('ask first where accepting opens them to others, and are no other call’s', async () => {
    const { id, people, entries, desk } = await ask();
    const disclose = { mechanismId: HOME, visibility: 'mechanism', release: 'none' };
    await people[0]!.program.api('PUT', `/progress/${entries[0]}/release`, disclose);
    const answers = entries.map((one) => tick(one));
    const asked = await desk.post(`/rounds/${id}/answers/acceptance`, { answers });
    expect(asked.body).toContain('1 of them is read by the mechanism’s people from now on');
    expect(await statesOf(id)).toEqual(['received', 'received']);
    const done = await desk.submit(`/rounds/${id}/answers/acceptance`, { answers, confirmed: 'on' });
    expect(done.body).not.toContain('>Undo<');
    expect(await statesOf(id)).toEqual(['accepted', 'accepted']);
    const other = await newRound(office, HOME, { states: ['SEN'], questions: [free] });
    expect((await office.api('POST', `/rounds/${other}/acceptance`, { answers })).status).toBe(404);
  });
});
