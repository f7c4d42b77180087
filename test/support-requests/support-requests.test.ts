import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { readInput } from '../../src/platform/http/read-input.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { NewEntryInput } from '../../src/progress/entries/entry.dto.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { challengeCodes } from '../../src/progress/entries/vocabulary.data.js';
import { browserOf, newPerson, newPlan, type Person, programOf } from '../support/factories.js';
import { withoutTokens } from '../support/tokens.js';

const HOME = 'khartoum';

let test: TestApp;
let item: PlanItem;
let office: Person;
let kenya: Person;
let people: Record<'office' | 'ethiopia' | 'chair' | 'partner' | 'rival' | 'reader' | 'elsewhere', Person>;
let id: string;

beforeAll(async () => {
  test = await startApp();
  const made = await newPlan(test, HOME, [{ code: '1', objectives: ['9'] }]);
  item = made.items[0]!;
  office = made.secretariat;
  kenya = await newPerson(test, ['focal-point', HOME, 'KEN']);
  people = {
    office,
    ethiopia: await newPerson(test, ['focal-point', HOME, 'ETH']),
    chair: await newPerson(test, ['chair', HOME]),
    partner: await newPerson(test, ['partner', HOME, 'An organization']),
    rival: await newPerson(test, ['partner', HOME, 'Another one']),
    reader: await newPerson(test, ['reader', HOME]),
    elsewhere: await newPerson(test, ['secretariat', 'rcm'], ['partner', 'rcm', 'An organization']),
  };
});
afterAll(() => test.close());

const seers = async (path = `/support/${id}`) => {
  const names: string[] = [];
  for (const [name, person] of Object.entries(people))
    if ((await (await programOf(test, person)).api('GET', path)).status === 200) names.push(name);
  return names;
};
const release = async (fields: object) =>
  (await (await programOf(test, kenya)).api('PUT', `/support/${id}/release`, fields)).status;

async function mailsAbout(): Promise<{ recipient: string; all: string }[]> {
  const { read } = test.get(UnitOfWork);
  for (const message of await read.findBy(OutgoingMessage, { subjectId: id, state: 'pending' }))
    await test.get(Outbox).send(message.id);
  return (await read.find(MailboxMail))
    .filter(({ text }) => text.includes(`/support/${id}`))
    .map(({ recipient, subject, text, html }) => ({ recipient, all: subject + text + html }));
}

describe('a request for support', () => {
  it('is written by a State, and is its own', async () => {
    const browser = await browserOf(test, kenya);
    const saved = await browser.submit(`/mechanisms/${HOME}/support`, {
      requester: 'KEN',
      kind: 'training',
      title: 'Trainers for border staff',
      language: 'en',
      objectives: ['9'],
      contact: 'Desk officer',
    });
    expect(saved.body).toContain('Trainers for border staff');
    id = /\/support\/([0-9a-f-]{36})\/release/.exec(saved.body)![1]!;
    expect(await seers()).toEqual([]);
    const refused = await browser.post(`/mechanisms/${HOME}/support`, {
      requester: 'ETH',
      kind: 'data',
      title: 'Kept words',
      language: 'en',
    });
    expect([refused.status, refused.body.includes('Kept words')]).toEqual([422, true]);
    const partner = await programOf(test, people.partner);
    expect((await partner.api('POST', `/mechanisms/${HOME}/support`, {})).status).toBe(403);
  });

  it('is seen by exactly those its State lets in', async () => {
    await release({ toSecretariat: true });
    expect(await seers()).toEqual(['office']);
    await release({ toMembers: true });
    expect(await seers()).toEqual(['ethiopia', 'chair']);
    await release({ toPartners: true });
    expect(await seers()).toEqual(['partner', 'rival']);
    for (const person of [office, people.partner]) {
      const program = await programOf(test, person);
      expect([403, 404]).toContain((await program.api('PUT', `/support/${id}/release`, {})).status);
    }
  });

  it('is answered by partners, each seeing its own answer; the secretariat only if the State says so', async () => {
    const partner = await browserOf(test, people.partner);
    const sent = await partner.submit(`/support/${id}/offers`, { text: 'Two trainers in May' });
    expect(sent.body).toContain('Two trainers in May');
    const reads = async (person: Person) =>
      (await (await programOf(test, person)).api('GET', `/support/${id}`)).body.includes('Two trainers');
    expect([await reads(kenya), await reads(people.rival)]).toEqual([true, false]);
    await release({ toPartners: true, toSecretariat: true, toMembers: true });
    expect([await reads(office), await reads(people.ethiopia)]).toEqual([false, false]);
    await release({ toPartners: true, toSecretariat: true, toMembers: true, offersToSecretariat: true });
    expect([await reads(office), await reads(people.ethiopia)]).toEqual([true, false]);
    const member = await programOf(test, people.ethiopia);
    expect((await member.api('POST', `/support/${id}/offers`, { text: 'x' })).status).toBe(403);
  });

  it('moves as its State alone says', async () => {
    const own = await programOf(test, kenya);
    const to = (state: string) => own.api('PUT', `/support/${id}/state`, { state });
    expect((await to('talks')).json()).toMatchObject({ state: 'talks' });
    expect((await to('met')).json()).toMatchObject({ state: 'met' });
    expect((await to('closed')).status).toBe(409);
    const partner = await programOf(test, people.partner);
    expect((await partner.api('POST', `/support/${id}/offers`, { text: 'Late' })).status).toBe(409);
    const desk = await programOf(test, office);
    expect((await desk.api('PUT', `/support/${id}/state`, { state: 'open' })).status).toBe(403);
  });

  it('is told of by mail without its words, to who still sees it', async () => {
    const mails = await mailsAbout();
    const to = (person: Person) => mails.filter(({ recipient }) => recipient === person.account.email).length;
    expect([to(kenya), to(office), to(people.rival), to(people.partner)]).toEqual([1, 1, 1, 1]);
    expect([to(people.reader), to(people.elsewhere)]).toEqual([0, 0]);
    for (const { all } of mails) expect(all).not.toMatch(/Trainers for|Two trainers|Kenya/);
  });

  it('is listed by date, and cannot be asked for or ordered by State', async () => {
    const partner = await programOf(test, people.partner);
    const list = (await partner.api('GET', `/mechanisms/${HOME}/support?requester=KEN&sort=requester`)).json<{
      items: { id: string }[];
    }>();
    expect(list.items.map((one) => one.id)).toEqual([id]);
    const other = await programOf(test, people.reader);
    expect((await other.api('GET', `/mechanisms/${HOME}/support`)).json()).toEqual({
      items: [],
      nextCursor: null,
      cut: false,
    });
    expect(
      (await (await programOf(test, people.elsewhere)).api('GET', `/mechanisms/${HOME}/support`)).status,
    ).toBe(403);
  });

  it('is gone from sight when it is taken back, and its answers with it', async () => {
    await release({});
    expect(await seers()).toEqual([]);
    expect((await (await programOf(test, kenya)).api('DELETE', `/support/${id}`)).status).toBe(204);
  });
});

describe('hindering factors', () => {
  const naming = async (state: string, challengeCodes: string[], open: boolean) => {
    const person = await newPerson(test, ['focal-point', HOME, state]);
    const progress = test.get(ProgressService);
    const entry = await progress.start(
      person.actor,
      readInput(NewEntryInput, {
        mechanismId: HOME,
        as: `state:${state}`,
        periodStart: '2027-01-01',
        periodEnd: '2027-02-28',
        items: [item.id],
        content: { challengeCodes },
      }),
    );
    if (open) await progress.disclose(person.actor, entry.id, { visibility: 'mechanism', release: 'none' });
    await progress.submit(person.actor, entry.id);
    await progress.accept(office.actor, entry.id);
  };
  const counted = async (person: Person) =>
    Object.fromEntries(
      (await (await programOf(test, person)).api('GET', `/mechanisms/${HOME}/hindering-factors`))
        .json<{ items: { code: string; entries: number | null }[] }>()
        .items.map(({ code, entries }) => [code, entries]),
    );

  it('are counted in the reader’s sight, from five reporters on and not before', async () => {
    const states = ['EGY', 'SDN', 'UGA', 'DJI', 'SOM'];
    for (const state of states.slice(0, 4)) await naming(state, ['no-clear-mandate'], true);
    await naming('EGY', ['no-clear-mandate'], true);
    const reader = people.reader;
    // Five entries, and four reporters.
    expect(Object.entries(await counted(reader))).toEqual(challengeCodes.map((code) => [code, null]));
    await naming(states[4]!, ['no-clear-mandate', 'different-speeds'], false);
    expect((await counted(reader))['no-clear-mandate']).toBeNull();
    expect((await counted(office))['no-clear-mandate']).toBe(6);
    await naming('TCD', ['no-clear-mandate', 'funding'], true);
    expect((await counted(reader))['no-clear-mandate']).toBe(6);
    expect((await counted(office))['different-speeds']).toBeNull();
    // What holds States back has a list of its own, and the same threshold.
    expect((await counted(office))['funding']).toBeNull();
  });

  it('are explained on a page without any State in it', async () => {
    const page = await (await browserOf(test, office)).get(`/mechanisms/${HOME}/hindering-factors`);
    expect(page.body).toContain('no clear mandate');
    expect(page.body).toContain('7 entries name it');
    expect(page.body.indexOf('no clear mandate')).toBeLessThan(
      page.body.indexOf('Coordination between ministries'),
    );
    expect(withoutTokens(page.body)).not.toMatch(/Egypt|Sudan|Uganda|Djibouti|Somalia|Chad/);
    const stranger = await browserOf(test, people.elsewhere);
    expect((await stranger.get(`/mechanisms/${HOME}/hindering-factors`)).status).toBe(403);
  });
});
