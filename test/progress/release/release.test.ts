import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { OutgoingMessage } from '../../../src/platform/mail/message.entity.js';
import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { SubmitEntryService } from '../../../src/progress/deeds/submit-entry.service.js';
import { Entry } from '../../../src/progress/entries/entry.entity.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { DocumentFiles } from '../../../src/reviews/files/document-files.service.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../../support/factories.js';
import { withoutTokens } from '../../support/tokens.js';

const HOME = 'khartoum';
const THERE = 'rcm';

let test: TestApp;
let homeItems: PlanItem[];
let items: PlanItem[];
let officeHome: Person;
let officeThere: Person;
/** Speaks for Kenya in both, in the first alone, in the second alone. */
let kenya: Person;
let kenyaHome: Person;
let kenyaThere: Person;
let memberHome: Person;
let memberThere: Person;
const api = new Map<Person, Client>();
const as = async (person: Person) => {
  if (!api.has(person)) api.set(person, await programOf(test, person));
  return api.get(person)!;
};

beforeAll(async () => {
  test = await startApp();
  ({ items: homeItems, secretariat: officeHome } = await newPlan(test, HOME, [
    { code: 'K1', title: 'Exchange of border contacts', objectives: ['9', '11'] },
    { code: 'K2', title: 'Something else', objectives: ['22'] },
  ]));
  ({ items, secretariat: officeThere } = await newPlan(test, THERE, [
    { code: 'R1', title: 'Contacts between border posts', objectives: ['11'], owners: ['state:KEN'] },
    { code: 'R2', title: 'Portability of pensions', objectives: ['22'], owners: ['state:KEN'] },
    { code: 'R3', title: 'A list of border posts', objectives: ['11'], owners: ['state:KEN'] },
  ]));
  kenya = await newPerson(test, ['focal-point', HOME, 'KEN'], ['focal-point', THERE, 'KEN']);
  kenyaHome = await newPerson(test, ['focal-point', HOME, 'KEN']);
  kenyaThere = await newPerson(test, ['focal-point', THERE, 'KEN']);
  memberHome = await newPerson(test, ['focal-point', HOME, 'ETH']);
  memberThere = await newPerson(test, ['focal-point', THERE, 'MEX']);
});
afterAll(() => test.close());

const about = (narrative: string, item = homeItems[0]!) =>
  newEntry(test, kenya, item, { mechanismId: HOME, as: 'state:KEN', narrative });
const verbs = () => test.get(ProgressService);

interface Shown {
  sight: string;
  mechanismId: string;
  state: string;
  content: { narrative: string };
  comment: string | null;
  items: string[];
  places: { mechanismId: string; state: string | null; comment: string | null; items: string[] }[];
}

async function seen(person: Person, id: string): Promise<Shown | null> {
  const answer = await (await as(person)).api('GET', `/progress/${id}`);
  return answer.status === 404 ? null : answer.json<Shown>();
}

const link = async (id: string, uses: string[] = [], item = items[0]!, who = kenya) =>
  (await as(who)).api('PUT', `/progress/${id}/links/${THERE}`, { items: [item.id], uses });

/** The document of a mechanism as its secretariat reads it. */
async function documentOf(mechanismId: string, office: Person, submission: { id?: string }): Promise<string> {
  submission.id ??= (
    await test.get(SubmissionsService).open(office.actor, mechanismId, {
      cycleId: 'imrf-2030',
      language: 'en',
      title: `Input of ${mechanismId}`,
    })
  ).id;
  await test.get(SubmissionsService).compile(submission.id);
  return String((await test.get(DocumentFiles).document(office.actor, submission.id, 'html')).body);
}
const inHome: { id?: string } = {};
const inThere: { id?: string } = {};

describe('an entry linked to another mechanism', () => {
  it('is there for its secretariat and its reporter’s people, in their mechanism’s terms and no other’s', async () => {
    const { id } = await about('Shared with the posts');
    expect((await link(id)).status).toBe(200);
    expect(await seen(officeThere, id)).toBeNull(); // a draft is known to nobody
    await verbs().submit(kenya.actor, id);
    const there = (await seen(officeThere, id))!;
    expect(there).toMatchObject({ sight: 'submitted', mechanismId: THERE, items: [items[0]!.id] });
    expect(there.places.map((place) => place.mechanismId)).toEqual([THERE]);
    expect(JSON.stringify(there)).not.toMatch(/khartoum/);
    const home = (await seen(officeHome, id))!;
    expect(JSON.stringify(home)).not.toMatch(new RegExp(`${THERE}|${items[0]!.id}`));
    expect(await seen(kenyaThere, id)).toMatchObject({ sight: 'submitted', items: [items[0]!.id] });
    expect(await seen(kenyaHome, id)).toMatchObject({ sight: 'own', items: [homeItems[0]!.id] });
    expect(await seen(memberThere, id)).toBeNull();
    expect((await seen(kenya, id))!.places.map((place) => place.mechanismId)).toEqual([HOME, THERE]);
  });

  it('is submitted with the link that came while it was saved', async () => {
    const { id } = await about('Linked at the last moment');
    const begun = await test.get(UnitOfWork).read.findOneByOrFail(Entry, { id });
    const { periodStart, periodEnd, content, version } = begun;
    const change = { periodStart, periodEnd, content, version, items: [homeItems[0]!.id] };
    const saved = await verbs().save(kenya.actor, id, change);
    await link(id);
    await test.get(SubmitEntryService).submitSaved(kenya.actor, () => Promise.resolve(saved));
    expect(await seen(officeThere, id)).toMatchObject({ sight: 'submitted', items: [items[0]!.id] });
  });

  it('is accepted or not taken up by each secretariat for itself, with a comment the reporter alone reads', async () => {
    const { id } = await about('Two answers');
    await link(id);
    await verbs().submit(kenya.actor, id);
    const there = await as(officeThere);
    const refused = await there.api('POST', `/progress/${id}/return`, { comment: 'Not about our plan' });
    expect(refused.json()).toMatchObject({ state: 'returned', comment: 'Not about our plan' });
    expect(await seen(officeHome, id)).toMatchObject({ state: 'submitted', comment: null });
    const home = await as(officeHome);
    expect((await home.api('POST', `/progress/${id}/acceptance`)).json()).toMatchObject({
      state: 'accepted',
    });
    expect((await seen(kenya, id))!.places).toMatchObject([
      { mechanismId: HOME, state: 'accepted', comment: null },
      { mechanismId: THERE, state: 'returned', comment: 'Not about our plan' },
    ]);
    expect((await seen(kenya, id))!.state).toBe('accepted');
    expect((await there.api('POST', `/progress/${id}/acceptance`)).status).toBe(409);
    expect((await there.api('POST', `/progress/${id}/acceptance`, { mechanismId: HOME })).status).toBe(404);
  });

  it('is read by others there in the version accepted there, once it was opened to them', async () => {
    const { id } = await about('Version one');
    await link(id, ['members']);
    await verbs().submit(kenya.actor, id);
    await verbs().accept(officeThere.actor, id);
    expect(await seen(memberThere, id)).toMatchObject({ content: { narrative: 'Version one' } });
    expect(await seen(memberHome, id)).toBeNull();
    const { version } = await verbs().revise(kenya.actor, id);
    const { periodStart, periodEnd, content } = (await seen(kenya, id)) as never;
    const change = { version, periodStart, periodEnd, items: [homeItems[0]!.id] };
    const words = { ...(content as object), narrative: 'Version two' };
    const saved = await (await as(kenya)).api('PATCH', `/progress/${id}`, { ...change, content: words });
    expect(saved.status).toBe(200);
    expect((await seen(kenya, id))!.places[1]!.items).toEqual([items[0]!.id]); // the link's items stay
    await verbs().submit(kenya.actor, id);
    await verbs().accept(officeHome.actor, id);
    expect(await seen(memberThere, id)).toMatchObject({ content: { narrative: 'Version one' } });
    expect(await seen(officeThere, id)).toMatchObject({
      state: 'submitted',
      content: { narrative: 'Version two' },
    });
    await verbs().accept(officeThere.actor, id);
    expect(await seen(memberThere, id)).toMatchObject({ content: { narrative: 'Version two' } });
  });

  it('is in each mechanism’s documents as allowed and accepted there', async () => {
    const { id } = await about('Words for documents');
    await link(id, ['attributed']);
    await verbs().submit(kenya.actor, id);
    await verbs().accept(officeHome.actor, id);
    expect(await documentOf(THERE, officeThere, inThere)).not.toContain('Words for documents');
    await verbs().accept(officeThere.actor, id);
    const there = await documentOf(THERE, officeThere, inThere);
    expect(there).toContain('Kenya');
    expect(there).toContain('R1');
    expect(withoutTokens(there)).not.toContain('K1');
    expect(await documentOf(HOME, officeHome, inHome)).not.toContain('Words for documents');
    await verbs().withdraw(kenya.actor, id);
    expect(await documentOf(THERE, officeThere, inThere)).not.toContain('Words for documents');
  });

  it('is linked by who speaks for the same reporter in both, and taken out by any of its own', async () => {
    const { id } = await about('Whose it is');
    for (const [who, status] of [
      [kenyaHome, 403],
      [kenyaThere, 404],
      [memberHome, 404],
      [officeHome, 404],
    ] as const)
      expect([who.account.name, (await link(id, [], items[0], who)).status]).toEqual([
        who.account.name,
        status,
      ]);
    expect((await link(id, [], homeItems[0])).status).toBe(422);
    await link(id, ['public']);
    await verbs().submit(kenya.actor, id);
    expect((await link(id, ['attributed'], items[0], kenyaThere)).status).toBe(403);
    const home = await as(kenyaHome);
    const widen = { mechanismId: THERE, visibility: 'public', release: 'attributed' };
    expect((await home.api('PUT', `/progress/${id}/release`, widen)).status).toBe(403);
    expect((await home.api('DELETE', `/progress/${id}/links/${HOME}`)).status).toBe(409);
    expect((await home.api('DELETE', `/progress/${id}/links/${THERE}`)).status).toBe(200);
    expect([await seen(officeThere, id), await seen(kenyaThere, id)]).toEqual([null, null]);
  });

  it('of a secretariat is its mechanism’s alone', async () => {
    const both = await newPerson(test, ['secretariat', HOME], ['secretariat', THERE]);
    const { id } = await newEntry(test, both, homeItems[0]!, { mechanismId: HOME, as: 'secretariat' });
    const program = await programOf(test, both);
    const answer = await program.api('PUT', `/progress/${id}/links/${THERE}`, {
      items: [items[0]!.id],
      uses: [],
    });
    expect(answer.status).toBe(403);
  });

  it('shows in the lists, counts and history of each mechanism, and there alone', async () => {
    const { id } = await about('In lists', homeItems[1]);
    await link(id, ['members'], items[1]);
    await verbs().submit(kenya.actor, id);
    await verbs().accept(officeThere.actor, id);
    const listed = async (person: Person, query: string) =>
      (await (await as(person)).api('GET', `/progress?${query}`)).json<{
        items: { id: string; items: string[] }[];
      }>().items;
    const here = await listed(memberThere, `item=${items[1]!.id}`);
    expect(here).toMatchObject([{ id, items: [items[1]!.id] }]);
    expect((await listed(memberThere, `mechanism=${THERE}`)).map((one) => one.id)).toContain(id);
    expect(await listed(memberThere, `mechanism=${HOME}`)).toEqual([]);
    expect(await listed(officeHome, `item=${items[1]!.id}`)).toEqual([]);
    const ofPlan = async (person: Person, { planId }: PlanItem, more = '') =>
      (await listed(person, `plan=${planId}${more}`)).some((one) => one.id === id);
    // Whoever reads it where it is reported does not learn by a filter what else it is linked to, nor the other way.
    expect(await ofPlan(officeHome, items[1]!)).toBe(false);
    expect(await ofPlan(officeHome, items[1]!, `&mechanism=${HOME}`)).toBe(false);
    expect(await ofPlan(memberThere, homeItems[1]!)).toBe(false);
    for (const [person, item] of [
      [officeHome, homeItems[1]!],
      [memberThere, items[1]!],
      [kenya, items[1]!],
      [kenya, homeItems[1]!],
    ] as const)
      expect(await ofPlan(person, item)).toBe(true);
    const board = async (person: Person, mechanism: string) =>
      (await (await as(person)).api('GET', `/mechanisms/${mechanism}/board`))
        .json<{
          items: { objective: number; reported: number }[];
        }>()
        .items.find(({ objective }) => objective === 22)!.reported;
    expect([await board(memberThere, THERE), await board(memberHome, HOME)]).toEqual([1, 0]);
    const history = async (person: Person, mechanism: string) =>
      (await (await browserOf(test, person)).get(`/history/${mechanism}`)).body;
    expect(await history(officeHome, HOME)).not.toContain('linked an entry');
    expect(await history(officeThere, THERE)).toContain('accepted an entry');
  });
});

describe('the reporter', () => {
  it('is offered its own entries that fit, with the reason, where it is asked for the same', async () => {
    const { id } = await about('Border posts share their contacts every week');
    const { id: other } = await about('Nothing of the kind', homeItems[1]);
    await verbs().submit(kenya.actor, id);
    await verbs().submit(kenya.actor, other);
    const program = await as(kenya);
    const offers = (await program.api('GET', `/items/${items[2]!.id}/offers`)).json<{
      items: { entryId: string; reasons: { objectives: number[]; words: string[] } }[];
    }>().items;
    const offer = offers.find((one) => one.entryId === id)!;
    expect(offer.reasons.objectives).toEqual([11]);
    expect(offer.reasons.words).toEqual(expect.arrayContaining(['Border']));
    expect(offers.map((one) => one.entryId)).not.toContain(other);
    const form = await (await browserOf(test, kenya)).get(`/progress/new?item=${items[2]!.id}`);
    expect(form.body).toContain(`/progress/${id}/links/new?item=${items[2]!.id}`);
    expect((await (await browserOf(test, kenya)).get('/tasks')).body).toContain(
      'Link an entry from another mechanism',
    );
    const item = await (await browserOf(test, kenya)).get(`/items/${items[2]!.id}`);
    expect(item.body).toContain(`/progress/${id}/links/new?item=${items[2]!.id}`);
    // The same State's people who are not in the other mechanism are offered nothing.
    for (const person of [kenyaThere, memberThere]) {
      const none = await (await as(person)).api('GET', `/items/${items[2]!.id}/offers`);
      expect(none.json()).toMatchObject({ items: [] });
      const page = await (await browserOf(test, person)).get(`/items/${items[2]!.id}`);
      expect([page.status, page.body.includes('You may have reported this already')]).toEqual([200, false]);
    }
  });

  it('links by a form that asks for the items and for what is allowed, and is told what it means', async () => {
    const { id } = await about('By the form');
    const browser = await browserOf(test, kenya);
    const list = await browser.get(`/progress/${id}/links`);
    expect(list.body).toContain(`/progress/${id}/links/new?mechanism=${THERE}`);
    const form = await browser.get(`/progress/${id}/links/new?mechanism=${THERE}`);
    expect(form.body).toContain('Contacts between border posts');
    const wrong = await browser.post(`/progress/${id}/links`, {
      mechanismId: THERE,
      itemCodes: 'R9',
      plan: items[0]!.planId,
    });
    expect([wrong.status, wrong.body.includes('There is no item with the code “R9”')]).toEqual([422, true]);
    const done = await browser.submit(`/progress/${id}/links`, {
      mechanismId: THERE,
      items: items[0]!.id,
      uses: ['members', 'unattributed'],
    });
    expect(done.body).toContain('Contacts between border posts');
    const edit = await browser.get(`/progress/${id}/edit`);
    expect(edit.body).toContain('Who can see it once it is submitted');
    const { items: reach } = (await (await as(kenya)).api('GET', `/progress/${id}/audience`)).json<{
      items: object[];
    }>();
    expect(reach).toEqual([
      {
        mechanismId: HOME,
        linked: false,
        onSubmission: ['secretariat'],
        onceAccepted: null,
        documents: 'none',
      },
      {
        mechanismId: THERE,
        linked: true,
        onSubmission: ['secretariat', 'delegation'],
        onceAccepted: 'members',
        documents: 'unattributed',
      },
    ]);
    expect((await (await as(officeHome)).api('GET', `/progress/${id}/audience`)).status).toBe(404);
    await browser.submit(`/progress/${id}/links/removal`, { mechanismId: THERE, confirmed: 'on' });
    expect((await seen(kenya, id))!.places).toHaveLength(1);
  });

  it('decides in each mechanism on four uses, each with what it means', async () => {
    const { id } = await about('Four uses');
    await link(id);
    const browser = await browserOf(test, kenya);
    const page = await browser.get(`/progress/${id}/release`);
    for (const words of ['people may read it', 'without a name', 'with the name', 'Everybody may read it'])
      expect(page.body).toContain(words);
    // By name: people of the secretariat, States of the others, and nobody of another delegation.
    const said = page.body.replace(/[\u2068\u2069]/gu, '');
    expect(said).toContain(`secretariat of Puebla Process (${officeThere.account.name}`);
    expect(said).toMatch(/2 delegations of [^(]*\(Kenya and Mexico\)/);
    expect(said).toContain('Anyone, without signing in');
    // Once, and not with each use.
    expect(said.split(officeThere.account.name)).toHaveLength(2);
    expect(said).not.toContain(memberThere.account.name);
    await browser.submit(`/progress/${id}/release`, { mechanismId: THERE, uses: ['public', 'attributed'] });
    const { places } = (await (await as(kenya)).api('GET', `/progress/${id}/release`)).json<{
      places: { uses: string[] }[];
    }>();
    expect(places.map(({ uses }) => uses)).toEqual([[], ['attributed', 'public']]);
    await browser.submit(`/progress/${id}/release`, { mechanismId: THERE });
    expect((await browser.get(`/progress/${id}/release`)).body).not.toContain('checked');
  });
});

describe('the items of a link', () => {
  const change = async (id: string, item: PlanItem) =>
    (await browserOf(test, kenya)).submit(`/progress/${id}/links`, {
      mechanismId: THERE,
      items: item.id,
      offered: item.id,
      uses: 'members',
    });
  const itemsThere = async (person: Person, id: string) =>
    (await seen(person, id))!.places.find(({ mechanismId }) => mechanismId === THERE)!.items;
  const historyThere = async () =>
    (await (await as(officeThere)).api('GET', `/history?scope=${THERE}`)).body.split('linked').length;

  it('hold at once until a version is accepted there, and from the next version after that', async () => {
    const { id } = await about('Of a link');
    await verbs().submit(kenya.actor, id);
    expect((await link(id, ['members'])).status).toBe(200);
    expect((await change(id, items[1]!)).body).toContain('Linked.');
    expect(await itemsThere(officeThere, id)).toEqual([items[1]!.id]);
    await verbs().accept(officeThere.actor, id, { mechanismId: THERE });
    const told = await historyThere();
    expect((await change(id, items[2]!)).body).toContain('apply from the next version you submit');
    expect(await itemsThere(officeThere, id)).toEqual([items[1]!.id]);
    expect(await itemsThere(memberThere, id)).toEqual([items[1]!.id]);
    expect(await itemsThere(kenya, id)).toEqual([items[2]!.id]);
    expect(await historyThere()).toBe(told);
    await verbs().revise(kenya.actor, id);
    await verbs().submit(kenya.actor, id);
    expect(await itemsThere(officeThere, id)).toEqual([items[2]!.id]);
    expect(await itemsThere(memberThere, id)).toEqual([items[1]!.id]);
  });

  it('are given anew by taking the link out and making it again, to be accepted again', async () => {
    const { id } = await about('Of a link made anew');
    await verbs().submit(kenya.actor, id);
    await link(id, ['members']);
    await verbs().accept(officeThere.actor, id, { mechanismId: THERE });
    await (await as(kenya)).api('DELETE', `/progress/${id}/links/${THERE}`);
    expect(await seen(officeThere, id)).toBeNull();
    await link(id, ['members'], items[2]);
    expect(await itemsThere(officeThere, id)).toEqual([items[2]!.id]);
    expect(await seen(memberThere, id)).toBeNull();
  });
});

describe('what is withdrawn', () => {
  it('stays withdrawn while it is rewritten, until it is submitted again', async () => {
    const { id } = await about('Withdrawn');
    await link(id, ['members']);
    await verbs().submit(kenya.actor, id);
    await verbs().accept(officeHome.actor, id);
    await verbs().accept(officeThere.actor, id);
    await verbs().withdraw(kenya.actor, id);
    await verbs().revise(kenya.actor, id);
    for (const person of [officeHome, officeThere, kenyaThere, memberThere])
      expect(await seen(person, id)).toBeNull();
    await verbs().submit(kenya.actor, id);
    expect(await seen(officeThere, id)).toMatchObject({ state: 'submitted' });
    expect(await seen(memberThere, id)).toBeNull();
    const browser = await browserOf(test, kenya);
    expect((await browser.get(`/progress/${id}`)).body).toContain('Version 2');
  });
});

describe('a secretariat', () => {
  it('does not learn that a new version is being written: not by state, order, time or a refusal', async () => {
    const [first, second] = [await about('Older'), await about('Newer')];
    for (const { id } of [first, second]) {
      test.clock.advance(60_000);
      await verbs().submit(kenya.actor, id);
    }
    const program = await as(officeHome);
    const known = async () =>
      (await program.api('GET', `/progress?mechanism=${HOME}&state=submitted`)).json<{ items: unknown[] }>()
        .items;
    const before = await known();
    test.clock.advance(60_000);
    await verbs().revise(kenya.actor, first.id);
    expect(await known()).toEqual(before);
    const drafts = await program.api('GET', `/progress?mechanism=${HOME}&state=draft`);
    expect(drafts.body).not.toContain(first.id);
    expect((await program.api('POST', `/progress/${first.id}/acceptance`)).status).toBe(200);
    expect(await seen(kenya, first.id)).toMatchObject({ state: 'draft' });
  });

  it('does not accept a version it has not read', async () => {
    const { id } = await about('Read first');
    await verbs().submit(kenya.actor, id);
    await verbs().revise(kenya.actor, id);
    await verbs().submit(kenya.actor, id);
    const program = await as(officeHome);
    expect((await program.api('POST', `/progress/${id}/acceptance`, { number: 1 })).status).toBe(409);
    expect((await program.api('POST', `/progress/${id}/acceptance`, { number: 2 })).status).toBe(200);
  });

  it('finds in the history nothing of a draft', async () => {
    const browser = await browserOf(test, officeHome);
    const before = (await browser.get(`/history/${HOME}`)).body.match(/changed the visibility and use/g);
    const { id } = await about('Only drafted');
    await verbs().disclose(kenya.actor, id, { visibility: 'public', release: 'attributed' });
    const after = (await browser.get(`/history/${HOME}`)).body.match(/changed the visibility and use/g);
    expect(after).toEqual(before);
  });
});

interface Wording {
  id: string;
  state: string;
  text: string;
  by: string;
}

describe('a summary for documents', () => {
  const wordings = async (person: Person, id: string) =>
    (await (await as(person)).api('GET', `/progress/${id}/wordings`)).json<{ items: Wording[] }>().items;
  const suggest = async (id: string, text: string) =>
    (await as(officeHome)).api('POST', `/progress/${id}/wordings`, {
      mechanismId: HOME,
      language: 'en',
      text,
    });
  const mailsOf = async (subjectId: string) =>
    (await test.get(UnitOfWork).read.findBy(OutgoingMessage, { subjectId })).map(
      ({ key }) => key.split(':')[0],
    );

  async function accepted(narrative: string): Promise<string> {
    const { id } = await about(narrative);
    await verbs().disclose(kenya.actor, id, { visibility: 'delegation', release: 'unattributed' });
    await link(id, ['unattributed']);
    await verbs().submit(kenya.actor, id);
    await verbs().accept(officeHome.actor, id);
    await verbs().accept(officeThere.actor, id);
    return id;
  }

  it('is used once the reporter approved it, in that mechanism’s documents alone, and no longer than its version', async () => {
    const id = await accepted('The long narrative');
    const wording = (await suggest(id, 'In short words')).json<Wording>();
    expect(await mailsOf(wording.id)).toEqual(['wording-suggested']);
    expect(await documentOf(HOME, officeHome, inHome)).toContain('The long narrative');
    const office = await as(officeHome);
    expect((await office.api('POST', `/progress/${id}/wordings/${wording.id}/approval`)).status).toBe(403);
    const own = await as(kenya);
    expect((await own.api('POST', `/progress/${id}/wordings/${wording.id}/approval`)).json()).toMatchObject({
      state: 'approved',
    });
    const home = await documentOf(HOME, officeHome, inHome);
    expect([home.includes('In short words'), home.includes('The long narrative')]).toEqual([true, false]);
    const there = await documentOf(THERE, officeThere, inThere);
    expect([there.includes('In short words'), there.includes('The long narrative')]).toEqual([false, true]);
    expect(await wordings(officeThere, id)).toEqual([]);
    await verbs().revise(kenya.actor, id);
    await verbs().submit(kenya.actor, id);
    expect(await documentOf(HOME, officeHome, inHome)).toContain('In short words');
    await verbs().accept(officeHome.actor, id);
    expect(await wordings(kenya, id)).toMatchObject([{ state: 'outdated' }]);
    expect(await documentOf(HOME, officeHome, inHome)).toContain('The long narrative');
  });

  it('may be declined, with words of the reporter’s own, and thought over again', async () => {
    const id = await accepted('Another narrative');
    const wording = (await suggest(id, 'Not quite')).json<Wording>();
    const browser = await browserOf(test, kenya);
    expect((await browser.get(`/progress/${id}/release`)).body).toContain('Not quite');
    await browser.submit(`/progress/${id}/wordings/${wording.id}/refusal`, {
      language: 'en',
      text: 'Our own words',
    });
    expect(await wordings(officeHome, id)).toMatchObject([
      { text: 'Our own words', by: 'reporter', state: 'approved' },
      { text: 'Not quite', by: 'secretariat', state: 'declined' },
    ]);
    expect(await documentOf(HOME, officeHome, inHome)).toContain('Our own words');
    await browser.submit(`/progress/${id}/wordings/${wording.id}/approval`);
    const home = await documentOf(HOME, officeHome, inHome);
    expect([home.includes('Not quite'), home.includes('Our own words')]).toEqual([true, false]);
    expect((await (await browserOf(test, officeHome)).get(`/progress/${id}/wordings`)).body).toContain(
      'Out of date',
    );
  });

  it('is shown where its reporter looks, until it is decided, and to nobody else', async () => {
    const id = await accepted('A narrative to be summed up');
    const { id: wording } = (await suggest(id, 'Summed up')).json<Wording>();
    const way = `/progress/${id}/release#${HOME}`;
    const waits = async (person: Person, page: string) =>
      (await (await browserOf(test, person)).get(page)).body.includes(way);
    const pages = ['/tasks', `/progress/${id}`];
    for (const page of pages)
      expect([await waits(kenya, page), await waits(kenyaHome, page)]).toEqual([true, true]);
    for (const person of [officeHome, memberHome, kenyaThere])
      for (const page of pages) expect(await waits(person, page)).toBe(false);
    await (await as(kenya)).api('POST', `/progress/${id}/wordings/${wording}/approval`);
    for (const page of pages) expect(await waits(kenya, page)).toBe(false);
  });

  it('is of an accepted version, and of a delegation’s entry', async () => {
    const { id } = await about('Not yet accepted');
    await verbs().submit(kenya.actor, id);
    expect((await suggest(id, 'Too soon')).status).toBe(409);
    const own = await newEntry(test, officeHome, homeItems[0]!, { mechanismId: HOME, as: 'secretariat' });
    await verbs().submit(officeHome.actor, own.id);
    expect((await suggest(own.id, 'Ourselves')).status).toBe(409);
    const member = await as(memberHome);
    const answer = await member.api('POST', `/progress/${id}/wordings`, {
      mechanismId: HOME,
      language: 'en',
      text: 'x',
    });
    expect(answer.status).toBe(403);
  });
});

describe('the page of a State', () => {
  it('leads to what it reported, where the reader finds something of it, and to nothing else', async () => {
    const { id } = await about('Told to the secretariat');
    const page = async (person: Person) => (await (await browserOf(test, person)).get('/states/KEN')).body;
    const link = `href="/mechanisms/${HOME}/progress?reporter=state:KEN"`;
    expect(await page(kenyaHome)).toContain(link);
    await verbs().submit(kenya.actor, id);
    expect(await page(officeHome)).toContain(link);
    expect(await page(await newPerson(test, ['focal-point', 'rabat', 'SEN']))).not.toContain(
      'What it reported',
    );
    expect((await new Client(test).get('/states/KEN')).body).not.toContain('What it reported');
  });
});

describe('a frozen document', () => {
  it('is told to the reporter of each entry in it, named or not, and to nobody else', async () => {
    const submissions = test.get(SubmissionsService);
    const [named, unnamed, out] = [
      await about('Named one'),
      await about('Unnamed one'),
      await about('Left out'),
    ];
    for (const { id } of [named, unnamed, out]) {
      await verbs().submit(kenya.actor, id);
      await verbs().accept(officeHome.actor, id);
    }
    const allow = (id: string, release: 'none' | 'unattributed' | 'attributed') =>
      verbs().disclose(kenya.actor, id, { visibility: 'mechanism', release });
    await allow(named.id, 'attributed');
    await allow(unnamed.id, 'unattributed');
    const { id } = await submissions.open(officeHome.actor, HOME, {
      cycleId: 'regional-3',
      language: 'en',
      title: 'To the region',
    });
    await submissions.compile(id);
    await submissions.circulate(officeHome.actor, id);
    const entryPage = async (person: Person, entryId: string) =>
      (await (await browserOf(test, person)).get(`/progress/${entryId}`)).body;
    // From circulation on, to its own people, and only as long as it stays released.
    expect(await entryPage(kenyaHome, named.id)).toContain('circulated, not yet submitted, with your name');
    expect(await entryPage(kenyaHome, named.id)).toContain(`href="/submissions/${id}"`);
    expect(await entryPage(kenyaHome, unnamed.id)).toContain('not yet submitted, without your name');
    expect(await entryPage(kenyaHome, out.id)).not.toContain('Used in');
    expect(await entryPage(officeHome, named.id)).not.toContain('Used in');
    const ours = (await (await browserOf(test, kenyaHome)).get('/progress/ours')).body;
    expect(ours).toContain(`<a href="/submissions/${id}">To the region</a>`);
    await allow(unnamed.id, 'none');
    expect(await entryPage(kenyaHome, unnamed.id)).not.toContain('Used in');
    await allow(unnamed.id, 'unattributed');
    for (const move of ['clear', 'freeze'] as const) await submissions[move](officeHome.actor, id);
    expect(await entryPage(kenyaHome, named.id)).toContain('Used in');
    for (const one of [named, unnamed]) await allow(one.id, 'none');
    const frozen = async (person: Person, entryId: string) => {
      const answer = await (await as(person)).api('GET', `/progress/${entryId}/release`);
      return answer.status === 200 ? answer.json<{ frozen: object[] }>().frozen : answer.status;
    };
    expect(await frozen(kenya, named.id)).toMatchObject([{ title: 'To the region', attributed: true }]);
    expect(await frozen(kenyaHome, unnamed.id)).toMatchObject([
      { title: 'To the region', attributed: false },
    ]);
    expect(await frozen(kenya, out.id)).toEqual([]);
    expect([await frozen(memberHome, named.id), await frozen(officeHome, unnamed.id)]).toEqual([403, 403]);
    const page = await (await browserOf(test, kenya)).get(`/progress/${unnamed.id}/release`);
    expect(page.body).toContain('without your name');
    const document = await test.get(DocumentFiles).document(officeHome.actor, id, 'json');
    expect(String(document.body)).not.toContain(unnamed.id);
    const reading = await (await as(officeHome)).api('GET', `/submissions/${id}`);
    expect(reading.body).not.toContain(unnamed.id);
  });
});
