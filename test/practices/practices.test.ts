import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../support/factories.js';

const HOME = 'khartoum';
const OTHER = 'rcm';

let test: TestApp;
let office: Person;
let kenya: Person;
let ethiopia: Person;
let egypt: Person;
let elsewhere: Person;
let reader: Person;
let entryId: string;
let draftId: string;

beforeAll(async () => {
  test = await startApp();
  const made = await newPlan(test, HOME, [{ code: '1', title: 'Exchange contact lists', objectives: ['9'] }]);
  office = made.secretariat;
  kenya = await newPerson(test, ['focal-point', HOME, 'KEN']);
  ethiopia = await newPerson(test, ['focal-point', HOME, 'ETH']);
  egypt = await newPerson(test, ['focal-point', HOME, 'EGY']);
  elsewhere = await newPerson(test, ['focal-point', OTHER, 'MEX']);
  reader = await newPerson(test, ['reader', HOME]);
  const progress = test.get(ProgressService);
  const fields = { mechanismId: HOME, as: 'state:KEN', narrative: 'We trained border officers.' };
  ({ id: entryId } = await newEntry(test, kenya, made.items[0]!, fields));
  await progress.submit(kenya.actor, entryId);
  await progress.accept(office.actor, entryId);
  ({ id: draftId } = await newEntry(test, kenya, made.items[0]!, fields));
});
afterAll(() => test.close());

const input = (title: string, more: object = {}) => ({
  as: 'state:KEN',
  title,
  language: 'en',
  content: { countries: ['KEN'], objectives: [9], ...more },
});
interface Shown {
  id: string;
  state: string;
  version: number;
}

async function begun(title: string, more?: object): Promise<Shown> {
  const program = await programOf(test, kenya);
  const answer = await program.api('POST', `/mechanisms/${HOME}/practices`, input(title, more));
  expect(answer.status).toBe(201);
  return answer.json<Shown & Record<string, unknown>>();
}

const statusFor = async (person: Person | null, id: string) =>
  (await (person ? await programOf(test, person) : new Client(test)).api('GET', `/practices/${id}`)).status;

async function mailsAbout(id: string): Promise<string[]> {
  const { read } = test.get(UnitOfWork);
  for (const message of await read.findBy(OutgoingMessage, { subjectId: id, state: 'pending' }))
    await test.get(Outbox).send(message.id);
  const mails = (await read.find(MailboxMail)).filter(({ text }) => text.includes(`/practices/${id}`));
  return mails.map(({ recipient, subject, text }) => `${recipient} ${subject} ${text}`);
}

describe('a practice made of an entry', () => {
  it('begins with the words of one’s own accepted entry, and is one’s own', async () => {
    const browser = await browserOf(test, kenya);
    const entry = await browser.get(`/progress/${entryId}`);
    expect(entry.body).toContain(`/mechanisms/${HOME}/practices/new?entry=${entryId}`);
    const form = await browser.get(`/mechanisms/${HOME}/practices/new?entry=${entryId}`);
    expect(form.body).toContain('We trained border officers.');
    const saved = await browser.submit(`/mechanisms/${HOME}/practices`, {
      entryId,
      as: 'state:KEN',
      title: 'Training at the border',
      language: 'en',
      'content.description': 'We trained border officers.',
      'content.objectives': ['9', '11'],
      'content.countries': 'Kenya; Éthiopie',
      'content.links': 'https://example.org/a\nhttps://example.org/b',
      'content.checklist.completed.answer': 'partly',
      'content.checklist.completed.words': 'Two of three border posts.',
    });
    expect(saved.status).toBe(200);
    for (const shown of ['Training at the border', 'Kenya; Ethiopia', 'Partly', 'Two of three border posts.'])
      expect(saved.body).toContain(shown);
    const list = (await (await programOf(test, kenya)).api('GET', `/mechanisms/${HOME}/practices`)).json<{
      items: { entryId: string; objectives: number[]; countries: string[] }[];
    }>();
    expect(list.items[0]).toMatchObject({ entryId, objectives: [9, 11], countries: ['KEN', 'ETH'] });
  });

  it('is not made of a draft, nor of another’s entry', async () => {
    const body = (id: string) => ({ ...input('Not mine'), entryId: id });
    const program = await programOf(test, kenya);
    expect((await program.api('POST', `/mechanisms/${HOME}/practices`, body(draftId))).status).toBe(409);
    const other = await programOf(test, ethiopia);
    const theirs = { ...body(entryId), as: 'state:ETH' };
    expect((await other.api('POST', `/mechanisms/${HOME}/practices`, theirs)).status).toBe(404);
    const pages = await browserOf(test, ethiopia);
    expect((await pages.get(`/mechanisms/${HOME}/practices/new?entry=${entryId}`)).status).toBe(404);
  });

  it('keeps what was typed when something in it cannot be', async () => {
    const browser = await browserOf(test, kenya);
    const refused = await browser.post(`/mechanisms/${HOME}/practices`, {
      as: 'state:KEN',
      title: '',
      language: 'en',
      'content.countries': 'Atlantis',
      'content.summary': 'Typed before',
    });
    expect(refused.status).toBe(422);
    for (const kept of ['Atlantis', 'Typed before', 'not the name or code of a country'])
      expect(refused.body).toContain(kept);
    const program = await programOf(test, kenya);
    const foreign = { ...input('For another'), as: 'state:EGY' };
    expect((await program.api('POST', `/mechanisms/${HOME}/practices`, foreign)).status).toBe(422);
  });
});

it('what was accepted since a day is found among the entries, with its day', async () => {
  const listed = async (since: string) =>
    (await (await browserOf(test, office)).get(`/mechanisms/${HOME}/progress?since=${since}`)).body;
  const day = test.clock.now().toISOString().slice(0, 10);
  expect(await listed(day)).toContain(`href="/progress/${entryId}"`);
  expect(await listed('2099-01-01')).not.toContain(`href="/progress/${entryId}"`);
  expect(await listed('')).toContain(`href="/progress/${entryId}"`);
});

describe('the advice of peers', () => {
  let id: string;
  beforeAll(async () => ({ id } = await begun('Advised practice')));

  it('is asked of nobody before the practice is offered', async () => {
    for (const person of [office, ethiopia, egypt, reader, elsewhere, null])
      expect(await statusFor(person, id)).toBe(404);
  });

  it('comes from who is ready and from whom the secretariat asks', async () => {
    const ready = await browserOf(test, ethiopia);
    const list = `/mechanisms/${HOME}/practices`;
    const answer = await ready.submit(`/mechanisms/${HOME}/practice-reviewers/me`, { ready: 'yes' });
    expect(answer.body).toContain('You are available as a peer adviser');
    const own = await browserOf(test, kenya);
    await own.submit(`/practices/${id}/offer`, { confirmed: 'on' });
    expect((await ready.get(list)).body).toContain('Advised practice');
    const task = `<a href="/practices/${id}"`;
    for (const page of ['/tasks', `/mechanisms/${HOME}`])
      expect((await ready.get(page)).body).toContain(task);
    expect((await (await browserOf(test, egypt)).get('/tasks')).body).not.toContain(task);
    expect(await statusFor(egypt, id)).toBe(404);
    const desk = await browserOf(test, office);
    const page = await desk.get(`/practices/${id}`);
    expect(page.body).toContain(egypt.account.name);
    expect(page.body).not.toContain(`value="${kenya.account.id}"`);
    await desk.submit(`/practices/${id}/reviewers`, { accountId: egypt.account.id });
    expect(await statusFor(egypt, id)).toBe(200);
    expect([await statusFor(reader, id), await statusFor(elsewhere, id)]).toEqual([404, 404]);
    const refused = await desk.post(`/practices/${id}/reviewers`, { accountId: reader.account.id });
    expect(refused.status).toBe(422);
  });

  it('is words to the owner and to nobody else, without a mark or a number', async () => {
    const peer = await programOf(test, egypt);
    const comment = { criterion: 'innovative', text: 'Say what it costs.' };
    const tasks = async () => (await (await browserOf(test, egypt)).get('/tasks')).body;
    expect(await tasks()).toContain(`<a href="/practices/${id}"`);
    expect((await peer.api('POST', `/practices/${id}/comments`, comment)).status).toBe(201);
    expect(await tasks()).not.toContain(`<a href="/practices/${id}"`);
    const seenBy = async (person: Person) =>
      (await (await programOf(test, person)).api('GET', `/practices/${id}/comments`)).body.includes(
        comment.text,
      );
    expect([await seenBy(kenya), await seenBy(egypt)]).toEqual([true, true]);
    expect([await seenBy(office), await seenBy(ethiopia)]).toEqual([false, false]);
    expect((await (await browserOf(test, kenya)).get(`/practices/${id}`)).body).toContain(comment.text);
    const own = await programOf(test, kenya);
    expect((await own.api('POST', `/practices/${id}/comments`, comment)).status).toBe(403);
  });

  it('is told of by mail, without title or words', async () => {
    const mails = await mailsAbout(id);
    const to = (person: Person) => mails.filter((mail) => mail.startsWith(person.account.email));
    expect([to(office).length, to(ethiopia).length]).toEqual([1, 1]);
    expect(to(egypt)[0]).toContain('Your advice on a practice is requested');
    expect(to(kenya)[0]).toContain('You have received advice on your practice');
    expect([to(reader).length, to(elsewhere).length]).toEqual([0, 0]);
    for (const mail of mails) expect(mail).not.toMatch(/Advised practice|what it costs/);
  });

  it('ends when the owner or the secretariat says so; then only the owner sees it', async () => {
    const desk = await programOf(test, office);
    expect((await desk.api('DELETE', `/practices/${id}/offer`)).status).toBe(204);
    for (const person of [office, ethiopia, egypt]) expect(await statusFor(person, id)).toBe(404);
    expect(await statusFor(kenya, id)).toBe(200);
  });
});

describe('sharing', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await begun('Shared practice', {
      contactName: 'Amina Otieno',
      contactEmail: 'amina@example.org',
      principles: [1],
    }));
    const program = await programOf(test, kenya);
    await program.api('POST', `/practices/${id}/offer`);
    await program.api('DELETE', `/practices/${id}/offer`);
  });

  it('is the owner’s alone', async () => {
    for (const person of [office, ethiopia]) {
      const program = await programOf(test, person);
      const answer = await program.api('PUT', `/practices/${id}/sharing`, { mechanisms: [HOME] });
      expect(answer.status).toBe(404);
    }
    const own = await programOf(test, kenya);
    expect((await own.api('PUT', `/practices/${id}/sharing`, { mechanisms: [] })).status).toBe(422);
    expect((await own.api('PUT', `/practices/${id}/sharing`, { mechanisms: ['none'] })).status).toBe(422);
    expect(await statusFor(ethiopia, id)).toBe(404);
  });

  it('reaches the people of the chosen mechanisms, who learn of no other', async () => {
    const own = await browserOf(test, kenya);
    const shared = await own.submit(`/practices/${id}/share`, { mechanisms: [OTHER] });
    expect(shared.body).toContain('The practice is shared as you chose');
    expect(await statusFor(elsewhere, id)).toBe(200);
    for (const person of [office, ethiopia, reader, null]) expect(await statusFor(person, id)).toBe(404);
    const program = await programOf(test, elsewhere);
    const seen = (await program.api('GET', `/practices/${id}`)).json<Record<string, unknown>>();
    for (const field of ['mechanismId', 'sharedWith', 'isPublic', 'version', 'entryId'])
      expect(seen).not.toHaveProperty(field);
    expect(seen.contact).toEqual({ name: 'Amina Otieno', email: 'amina@example.org' });
    const found = async (query: string) =>
      (await program.api('GET', `/mechanisms/${OTHER}/practices?${query}`)).json<{ items: unknown[] }>().items
        .length;
    expect(
      await Promise.all(['', 'objective=9', 'principle=1', 'country=KEN', 'language=en'].map(found)),
    ).toEqual([1, 1, 1, 1, 1]);
    expect(
      await Promise.all(['objective=3', 'principle=2', 'country=MEX', 'language=fr'].map(found)),
    ).toEqual([0, 0, 0, 0]);
  });

  it('carries a conversation between the owner and those people', async () => {
    const path = `/conversations/practice/${id}/${OTHER}`;
    const there = await browserOf(test, elsewhere);
    expect((await there.get(`/practices/${id}`)).body).toContain(path);
    expect((await there.submit(path, { text: 'How long did it take?' })).body).toContain('How long');
    expect((await (await browserOf(test, kenya)).get(path)).body).toContain('How long');
    const { read } = test.get(UnitOfWork);
    for (const message of await read.findBy(OutgoingMessage, { kind: 'conversation', state: 'pending' }))
      await test.get(Outbox).send(message.id);
    const mails = (await read.find(MailboxMail)).filter(({ text }) => text.includes(path));
    expect(mails.map(({ recipient }) => recipient)).toContain(kenya.account.email);
    for (const { subject, text, html } of mails)
      expect(subject + text + html).not.toMatch(/Shared practice|How long/);
    for (const person of [office, ethiopia, reader])
      expect((await (await browserOf(test, person)).get(path)).status).toBe(404);
    const home = await programOf(test, kenya);
    expect((await home.api('GET', `/conversations/practice/${id}/${HOME}`)).status).toBe(404);
  });

  it('with everybody shows it to visitors, without the contact person', async () => {
    const own = await programOf(test, kenya);
    await own.api('PUT', `/practices/${id}/sharing`, { mechanisms: [OTHER], isPublic: true });
    const visitor = new Client(test);
    for (const path of ['/practices', `/practices/${id}`, `/mechanisms/${HOME}/practices`])
      expect((await visitor.get(path)).body).toContain('Shared practice');
    for (const path of [`/practices/${id}`, `/practices/${id}/practice.json`, `/api/v1/practices/${id}`])
      expect((await visitor.get(path)).body).not.toMatch(/Amina|amina@/);
  });

  it('is exported in the repository’s form, as Word and as data', async () => {
    const program = await programOf(test, elsewhere);
    const word = await program.api('GET', `/practices/${id}/document.docx`);
    expect(word.headers['content-type']).toContain('wordprocessingml');
    expect(word.bytes.subarray(0, 2).toString('latin1')).toBe('PK');
    const record = (await program.api('GET', `/practices/${id}/document.json`)).json<{
      checklist: { criterion: string }[];
      contact: unknown;
    }>();
    expect(record).toMatchObject({ title: 'Shared practice', objectives: [9], fieldsVerified: false });
    expect(record.checklist.map(({ criterion }) => criterion)).toEqual([
      'objectives',
      'principles',
      'after-2018',
      'completed',
      'innovative',
    ]);
  });

  it('is taken back from everybody, with what was said and with whom it was', async () => {
    const own = await programOf(test, kenya);
    const taken = await own.api('DELETE', `/practices/${id}/sharing`);
    expect(taken.json()).toMatchObject({ state: 'withdrawn', sharedWith: [], isPublic: false });
    for (const person of [elsewhere, office, ethiopia, null]) expect(await statusFor(person, id)).toBe(404);
    const there = await programOf(test, elsewhere);
    expect((await there.api('GET', `/conversations/practice/${id}/${OTHER}`)).status).toBe(404);
  });
});

describe('the text', () => {
  it('does not change while others may read it, and of two who write one is told', async () => {
    const { id, version } = await begun('Text that stands');
    const own = await programOf(test, kenya);
    const change = { ...input('Another title'), version };
    expect((await own.api('PATCH', `/practices/${id}`, change)).status).toBe(200);
    expect((await own.api('PATCH', `/practices/${id}`, change)).status).toBe(409);
    await own.api('POST', `/practices/${id}/offer`);
    const { version: now } = (await own.api('GET', `/practices/${id}`)).json<Shown>();
    expect((await own.api('PATCH', `/practices/${id}`, { ...change, version: now })).status).toBe(409);
    expect((await own.api('DELETE', `/practices/${id}`)).status).toBe(409);
    await own.api('DELETE', `/practices/${id}/sharing`);
    await own.api('POST', `/practices/${id}/revision`);
    expect((await own.api('DELETE', `/practices/${id}`)).status).toBe(204);
    expect(await statusFor(kenya, id)).toBe(404);
  });
});
