import { randomUUID } from 'node:crypto';
import { ConversationMessage } from '../../src/conversations/conversation.entity.js';
import { MailboxMail } from '../../src/platform/mail/message.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../support/factories.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { OutgoingMessage } from '../../src/platform/mail/message.entity.js';

const HOME = 'khartoum';
const SAID = 'Which workshop is meant, the one in Nairobi?';

let test: TestApp;
let office: Person;
let kenya: Person;
let colleague: Person;
let outsiders: Record<string, Person>;
let entryId: string;
let draftId: string;

beforeAll(async () => {
  test = await startApp();
  const made = await newPlan(test, HOME, [
    { code: '1', title: 'Exchange contact lists', owners: ['state:KEN'] },
  ]);
  office = made.secretariat;
  kenya = await newPerson(test, ['focal-point', HOME, 'KEN']);
  colleague = await newPerson(test, ['focal-point', HOME, 'KEN']);
  outsiders = {
    ethiopia: await newPerson(test, ['focal-point', HOME, 'ETH']),
    chair: await newPerson(test, ['chair', HOME]),
    reader: await newPerson(test, ['reader', HOME]),
    partner: await newPerson(test, ['partner', HOME, 'An organization']),
    elsewhere: await newPerson(test, ['secretariat', 'rcm'], ['focal-point', 'bali', 'KEN']),
    former: await newPerson(test, ['focal-point', HOME, 'KEN', '2026-12-31']),
  };
  const progress = test.get(ProgressService);
  const fields = { mechanismId: HOME, as: 'state:KEN' };
  ({ id: draftId } = await newEntry(test, kenya, made.items[0]!, fields));
  ({ id: entryId } = await newEntry(test, kenya, made.items[0]!, fields));
  await progress.disclose(kenya.actor, entryId, { visibility: 'public', release: 'attributed' });
  await progress.submit(kenya.actor, entryId);
  await progress.accept(office.actor, entryId);
});
afterAll(() => test.close());

const path = (id = entryId) => `/conversations/entry/${id}/${HOME}`;
const texts = async (client: Client) =>
  (await client.api('GET', path()))
    .json<{ items: { text: string | null }[] }>()
    .items.map(({ text }) => text);

describe('a conversation about an entry', () => {
  it('is between its reporter’s people and the secretariat, and for nobody else there', async () => {
    const browser = await browserOf(test, office);
    expect((await browser.get(`/progress/${entryId}`)).body).toContain(path());
    const sent = await browser.submit(path(), { text: SAID });
    expect(sent.body).toContain(SAID);
    expect(await texts(await programOf(test, colleague))).toEqual([SAID]);
    for (const person of Object.values(outsiders)) {
      const program = await programOf(test, person);
      expect((await program.api('GET', path())).status).toBe(404);
      expect((await program.api('POST', path(), { text: 'x' })).status).toBe(404);
      const pages = await browserOf(test, person);
      const page = await pages.get(`/progress/${entryId}`);
      expect(page.body).not.toContain('/conversations/');
      expect((await pages.get('/tasks')).body).not.toContain('/conversations/');
    }
  });

  it('shows on the home page of those who have not read it, until they have', async () => {
    const browser = await browserOf(test, kenya);
    expect((await browser.get('/tasks')).body).toContain(path());
    expect((await browser.get(path())).body).toContain(SAID);
    expect((await browser.get('/tasks')).body).not.toContain(path());
    expect((await (await browserOf(test, office)).get('/tasks')).body).not.toContain(path());
  });

  it('is told of by mail without its words, to the others who take part', async () => {
    for (const { id } of await test.get(UnitOfWork).read.findBy(OutgoingMessage, { kind: 'conversation' }))
      await test.get(Outbox).send(id);
    const mails = await test.get(UnitOfWork).read.find(MailboxMail);
    const about = mails.filter(({ text }) => text.includes(path()));
    expect(about.map(({ recipient }) => recipient).sort()).toEqual(
      [kenya, colleague].map(({ account }) => account.email).sort(),
    );
    for (const mail of about) expect(mail.text + mail.html + mail.subject).not.toContain('Nairobi');
  });

  it('refuses an empty message and keeps the page', async () => {
    const refused = await (await browserOf(test, kenya)).post(path(), { text: '  ' });
    expect([refused.status, refused.body.includes(SAID)]).toEqual([422, true]);
  });

  it('keeps a mark where its author withdrew a message; nobody else can', async () => {
    const program = await programOf(test, kenya);
    const { id } = (await program.api('POST', path(), { text: 'Not meant for here' })).json<{ id: string }>();
    const other = await programOf(test, office);
    expect((await other.api('DELETE', `/conversations/messages/${id}`)).status).toBe(403);
    const outsider = await programOf(test, outsiders.ethiopia!);
    expect((await outsider.api('DELETE', `/conversations/messages/${id}`)).status).toBe(404);
    expect((await program.api('DELETE', `/conversations/messages/${id}`)).status).toBe(204);
    expect(await texts(other)).toEqual([SAID, null]);
  });

  it('does not exist before an entry was submitted, and ends for the secretariat when it is withdrawn', async () => {
    for (const person of [kenya, office])
      expect((await (await programOf(test, person)).api('GET', path(draftId))).status).toBe(404);
    await test.get(ProgressService).withdraw(kenya.actor, entryId);
    expect((await (await programOf(test, office)).api('GET', path())).status).toBe(404);
    expect((await (await browserOf(test, office)).get('/tasks')).body).not.toContain('/conversations/');
    const own = await programOf(test, kenya);
    const shown = (await (await browserOf(test, kenya)).get(`/progress/${entryId}`)).body;
    expect(shown).toMatch(/>Withdrawn<\/span><\/dd>/);
    expect(shown).not.toMatch(/<td[^>]*>(Submitted|Accepted)</);
    const withdrawn = (await own.api('GET', `/progress/${entryId}`)).json<{ places: unknown[] }>();
    expect(withdrawn).toMatchObject({ standing: 'withdrawn' });
    expect(withdrawn.places).toMatchObject([{ state: null, standing: 'withdrawn' }]);
    expect(await texts(own)).toEqual([SAID, null]);
    expect((await own.api('POST', path(), { text: 'x' })).status).toBe(403);
  });

  it('of more messages than are shown says that there are older ones', async () => {
    const own = await programOf(test, kenya);
    expect((await own.api('GET', path())).json()).toMatchObject({ cut: false });
    const { read } = test.get(UnitOfWork);
    const [one] = await read.findBy(ConversationMessage, { text: SAID });
    const more = Array.from({ length: 500 }, () => ({ ...one!, id: randomUUID(), at: new Date(0) }));
    await test.get(UnitOfWork).run((manager) => manager.insert(ConversationMessage, more));
    const list = (await own.api('GET', path())).json<{ items: object[] }>();
    expect(list).toMatchObject({ cut: true, nextCursor: null });
    expect(list.items).toHaveLength(500);
    const page = await (await browserOf(test, kenya)).get(path());
    expect(page.body).toContain('The latest 500 messages are shown here. There are older ones.');
  });
});

describe('a chair that owns an item', () => {
  it('finds it among its tasks, and tells the secretariat in one press; nobody else reads that', async () => {
    const { items } = await newPlan(test, 'rabat', [
      { code: '7', title: 'Call the meeting', owners: ['chair'] },
    ]);
    const chair = await newPerson(test, ['chair', 'rabat']);
    const secretariat = await newPerson(test, ['secretariat', 'rabat']);
    const talk = `/conversations/item/${items[0]!.id}/rabat`;
    const browser = await browserOf(test, chair);
    for (const page of ['/tasks', '/mechanisms/rabat', `/items/${items[0]!.id}`])
      expect((await browser.get(page)).body).toContain(`href="${talk}"`);
    // Its role has a page in the menu, under that name.
    expect((await browser.get('/mechanisms/rabat')).body).toMatch(/data-section="delegation"[^>]*>Your role/);
    const sent = await browser.submit(talk, { text: 'Called for May.' });
    expect(sent.body).toMatch(/Seen by: the secretariat of .+ and the chair/);
    expect((await browser.get('/tasks')).body).not.toContain('<td>Never</td>');
    expect((await (await browserOf(test, secretariat)).get('/tasks')).body).toContain(talk);
    const others: [Person, number][] = [
      [secretariat, 200],
      [await newPerson(test, ['focal-point', 'rabat', 'SEN']), 404],
      [await newPerson(test, ['reader', 'rabat']), 404],
      [outsiders.chair!, 404],
    ];
    for (const [person, status] of others)
      expect((await (await programOf(test, person)).api('GET', talk)).status).toBe(status);
  });
});
