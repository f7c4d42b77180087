import { AsyncResource } from 'node:async_hooks';
import { Agent, request, type RequestOptions } from 'node:http';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { OutgoingMessage } from '../../../src/platform/mail/message.entity.js';
import { EntryQueryService } from '../../../src/progress/access/entry-query.service.js';
import { Evidence } from '../../../src/progress/entries/entry.entity.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import type { Plan, PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client, multipart } from '../../support/client.js';
import {
  browserOf,
  newAccount,
  newEntry,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../../support/factories.js';

const MECHANISM = 'khartoum';
let test: TestApp;
let plan: Plan;
let items: PlanItem[];
let secretariat: Person;
let kenya: Person;
let ethiopia: Person;
let reader: Person;

beforeAll(async () => {
  test = await startApp();
  ({ plan, items, secretariat } = await newPlan(test, MECHANISM, [
    { code: '1', title: 'Name focal points', owners: ['state:KEN'], objectives: ['23'] },
    { code: '5a', title: 'Train officials', owners: ['all-members'], objectives: ['9(a)', '10'] },
  ]));
  kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  ethiopia = await newPerson(test, ['focal-point', MECHANISM, 'ETH']);
  reader = await newPerson(test, ['reader', MECHANISM]);
});
afterAll(() => test.close());

describe('reporting in the browser', () => {
  it('goes from the link in a reminder to a submitted entry by one form', async () => {
    const browser = await browserOf(test, kenya);
    const form = await browser.get(`/progress/new?item=${items[0]!.id}`);
    expect(form.status).toBe(200);
    expect(form.body).toContain('value="2027-03-01"'); // today, as the end of the period
    const done = await browser.submit('/progress', {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      items: items[0]!.id,
      periodStart: '2027-01-01',
      periodEnd: '2027-03-01',
      'content.narrative': 'Two focal points named',
      intent: 'submit',
    });
    expect(done.body).toContain('Two focal points named');
    expect(done.body).toContain('Submitted to the secretariat');
  });

  it('hands in words, a file, links and who may see them with one press', async () => {
    const browser = await browserOf(test, kenya);
    const form = await browser.get(`/progress/new?item=${items[0]!.id}`);
    expect(form.body).toContain('name="uses"');
    const fields = {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      items: items[0]!.id,
      periodStart: '2027-01-01',
      periodEnd: '2027-03-01',
      'content.narrative': 'Year\tOfficials\n2026\t12',
      asksUse: 'on',
      uses: 'members',
      links: 'Annual report https://example.org/report',
      intent: 'submit',
    };
    const file = { field: 'file', name: 'List.pdf', content: Buffer.from('%PDF-1.4 list') };
    const wrong = { ...file, name: 'List.exe', content: Buffer.from('MZ not a list') };
    const refused = await browser.upload('/progress', wrong, fields);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Officials');
    expect(refused.body).toContain('href="#field-file"');

    const sent = await browser.upload('/progress', file, fields);
    expect(sent.status).toBe(303);
    const page = await browser.get(sent.headers.location!);
    expect(page.body).toContain('Submitted to the secretariat');
    for (const shown of [
      'List.pdf',
      'href="https://example.org/report"',
      '<th scope="col" class="number">Officials</th>',
    ])
      expect(page.body).toContain(shown);
    const id = sent.headers.location!.split(/[/?]/)[2]!;
    const { disclosure, versions } = await test.get(EntryQueryService).find(kenya.actor, id);
    expect(disclosure).toEqual({ visibility: 'mechanism', release: 'none' });
    expect(versions[0]!.evidence.map(({ title }) => title).sort()).toEqual(['Annual report', 'List.pdf']);
    // What was refused left no file behind.
    expect(await test.get(UnitOfWork).read.countBy(Evidence, { entryId: id })).toBe(2);
    await test.get(ProgressService).withdraw(kenya.actor, id);
  });

  it('asks for the use until others know the entry, and keeps it as one types', async () => {
    const browser = await browserOf(test, kenya);
    const { id } = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const draft = await test.get(EntryQueryService).find(kenya.actor, id);
    const { periodStart, periodEnd } = draft;
    const version = draft.version!;
    const narrative = { 'content.narrative': 'Words' };
    const fields = { ...narrative, id, mechanismId: MECHANISM, items: items[0]!.id, periodStart, periodEnd };
    await browser.post('/progress/autosave', {
      ...fields,
      version,
      asksUse: 'on',
      uses: ['public', 'attributed'],
    });
    const use = async () => (await test.get(EntryQueryService).find(kenya.actor, id)).disclosure;
    expect(await use()).toEqual({ visibility: 'public', release: 'attributed' });
    await test.get(ProgressService).submit(kenya.actor, id);
    await test.get(ProgressService).revise(kenya.actor, id);
    expect((await browser.get(`/progress/${id}/edit`)).body).not.toContain('name="uses"');
    const revised = await test.get(EntryQueryService).find(kenya.actor, id);
    await browser.post('/progress', {
      ...fields,
      version: revised.version!,
      asksUse: 'on',
      intent: 'submit',
    });
    expect(await use()).toEqual({ visibility: 'public', release: 'attributed' });
    await test.get(ProgressService).withdraw(kenya.actor, id);
  });

  it('shows a mistake at its field and keeps what was typed', async () => {
    const browser = await browserOf(test, kenya);
    const answer = await browser.post('/progress', {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      items: items[1]!.id,
      periodStart: '2027-02-01',
      periodEnd: '2027-01-01',
      'content.narrative': 'Typed at length',
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Typed at length');
    expect(answer.body).toContain('href="#field-periodEnd"');
  });

  it('saves as one types, under one draft', async () => {
    const browser = await browserOf(test, kenya);
    const fields = {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      items: items[1]!.id,
      periodStart: '2027-01-01',
      periodEnd: '2027-02-01',
    };
    const first = await browser.post('/progress/autosave', { ...fields, 'content.narrative': 'A begin' });
    const id = /name="id" value="([^"]+)"/.exec(first.body)![1]!;
    const second = await browser.post('/progress/autosave', {
      ...fields,
      id,
      version: 1,
      'content.narrative': 'A beginning',
    });
    expect(second.body).toContain('name="version" value="2"');
    expect((await browser.get(`/progress/${id}`)).body).toContain('A beginning');
    const again = await browser.get(`/progress/new?item=${items[1]!.id}`);
    expect(again.headers.location).toBe(`/progress/${id}/edit`);
  });

  it('means one entry when it is submitted while it is saved for the first time', async () => {
    const browser = await browserOf(test, ethiopia);
    const form = await browser.get(`/progress/new?item=${items[1]!.id}`);
    const newId = /name="formKey" value="([^"]+)"/.exec(form.body)![1]!;
    const fields = {
      formKey: newId,
      mechanismId: MECHANISM,
      as: 'state:ETH',
      items: items[1]!.id,
      periodStart: '2027-01-01',
      periodEnd: '2027-02-01',
    };
    const answers = await Promise.all([
      browser.post('/progress/autosave', { ...fields, 'content.narrative': 'One' }),
      browser.post('/progress', { ...fields, 'content.narrative': 'One two', intent: 'submit' }),
    ]);
    expect(answers.map(({ status }) => status < 400 || status === 409)).toEqual([true, true]);
    const listed = (await (await programOf(test, ethiopia)).api('GET', '/progress')).json<{
      items: { id: string }[];
    }>();
    expect(listed.items.map(({ id }) => id)).toEqual([newId]);
  });

  it('takes what the same form saved by itself for no change by somebody else', async () => {
    const entry = await newEntry(test, kenya, items[1]!, {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      narrative: 'One',
    });
    const browser = await browserOf(test, kenya);
    const formKey = /name="formKey" value="([^"]+)"/.exec(
      (await browser.get(`/progress/${entry.id}/edit`)).body,
    )![1]!;
    const fields = {
      formKey,
      id: entry.id,
      version: 1,
      items: items[1]!.id,
      periodStart: '2027-01-01',
      periodEnd: '2027-02-01',
    };
    const saved = await browser.post('/progress/autosave', { ...fields, 'content.narrative': 'One two' });
    expect(saved.body).toContain('value="2"');
    const answer = await browser.post('/progress', { ...fields, 'content.narrative': 'One two three' });
    expect(answer.status).toBe(303);
    const elsewhere = await browser.post('/progress', {
      ...fields,
      formKey: undefined,
      'content.narrative': 'other window',
    });
    expect(elsewhere.status).toBe(409);
  });

  it('does not take an id that is somebody else’s', async () => {
    const theirs = await newEntry(test, kenya, items[1]!, {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      narrative: 'theirs',
    });
    const browser = await browserOf(test, ethiopia);
    const fields = {
      formKey: theirs.id,
      mechanismId: MECHANISM,
      as: 'state:ETH',
      items: items[1]!.id,
      periodStart: '2027-01-01',
      periodEnd: '2027-02-01',
    };
    const answer = await browser.post('/progress', { ...fields, 'content.narrative': 'mine' });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).not.toContain(theirs.id);
    expect((await (await programOf(test, kenya)).api('GET', `/progress/${theirs.id}`)).json()).toMatchObject({
      content: { narrative: 'theirs' },
    });
  });

  it('refuses a save over somebody else’s and shows both texts', async () => {
    const entry = await newEntry(test, kenya, items[1]!, {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      narrative: 'first',
    });
    const browser = await browserOf(test, kenya);
    const fields = {
      id: entry.id,
      items: items[1]!.id,
      periodStart: '2027-01-01',
      periodEnd: '2027-02-01',
      version: 1,
    };
    await browser.post('/progress', { ...fields, 'content.narrative': 'from the first window' });
    const refused = await browser.post('/progress', {
      ...fields,
      'content.narrative': 'from the second window',
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('from the first window');
    expect(refused.body).toContain('from the second window');
    const replaced = await browser.post('/progress', {
      ...fields,
      version: 2,
      'content.narrative': 'from the second window',
    });
    expect(replaced.status).toBe(303);
  });
});

describe('the way of an entry', () => {
  it('is submitted, returned with a comment, submitted again, accepted, each version kept', async () => {
    const entry = await newEntry(test, kenya, items[0]!, {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      narrative: 'version one',
    });
    const [api, office] = [await programOf(test, kenya), await programOf(test, secretariat)];
    await api.api('POST', `/progress/${entry.id}/submission`);
    const returned = await office.api('POST', `/progress/${entry.id}/return`, { comment: 'Which ministry?' });
    expect(returned.json()).toMatchObject({ state: 'returned', comment: 'Which ministry?' });
    const { version } = (await api.api('GET', `/progress/${entry.id}`)).json<{ version: number }>();
    const saved = await api.api('PATCH', `/progress/${entry.id}`, {
      version,
      items: [items[0]!.id],
      periodStart: '2027-01-01',
      periodEnd: '2027-02-28',
      content: { narrative: 'version two' },
    });
    expect(saved.status).toBe(200);
    expect((await office.api('GET', `/progress/${entry.id}`)).json()).toMatchObject({
      content: { narrative: 'version one' },
    });
    await api.api('POST', `/progress/${entry.id}/submission`);
    expect((await office.api('POST', `/progress/${entry.id}/acceptance`)).json()).toMatchObject({
      state: 'accepted',
      content: { narrative: 'version two' },
    });
    const page = await (await browserOf(test, kenya)).get(`/progress/${entry.id}`);
    expect(page.body).toContain('Version 1');
    expect(page.body).toContain('Version 2');
    // What was accepted stands while the next text is being written.
    await api.api('POST', `/progress/${entry.id}/revision`);
    expect((await office.api('GET', `/progress/${entry.id}`)).json()).toMatchObject({ state: 'accepted' });
  });

  it('of a secretariat stands as it is submitted: nobody is asked to accept what they reported', async () => {
    const colleague = await newPerson(test, ['secretariat', MECHANISM]);
    const entry = await newEntry(test, secretariat, items[0]!, { mechanismId: MECHANISM, as: 'secretariat' });
    const [office, other] = [await programOf(test, secretariat), await programOf(test, colleague)];
    const stands = { state: 'accepted', submittedVersion: 1 };
    const posted = test.get(UnitOfWork).read;
    const mails = await posted.countBy(OutgoingMessage, { kind: 'entry' });
    expect((await office.api('POST', `/progress/${entry.id}/submission`)).json()).toMatchObject(stands);
    expect(await posted.countBy(OutgoingMessage, { kind: 'entry' })).toBe(mails);
    for (const reader of [office, other])
      expect((await reader.api('POST', `/progress/${entry.id}/acceptance`)).status).toBe(409);
    // What is written anew stands anew.
    await other.api('POST', `/progress/${entry.id}/revision`);
    const again = await other.api('POST', `/progress/${entry.id}/submission`);
    expect(again.json()).toMatchObject({ state: 'accepted', submittedVersion: 2 });
    expect((await (await browserOf(test, colleague)).get('/tasks')).body).not.toContain(entry.id);
  });

  it('of a secretariat that wants four eyes waits for another of its people, never for who submitted it', async () => {
    const {
      plan: there,
      items: theirs,
      secretariat: author,
    } = await newPlan(test, 'prague', [{ code: '1' }]);
    expect(there.mechanismId).toBe('prague');
    const colleague = await newPerson(test, ['secretariat', 'prague']);
    const [office, other] = [await programOf(test, author), await programOf(test, colleague)];
    const { version } = (await office.api('GET', '/mechanisms/prague')).json<{ version: number }>();
    const set = await office.api('PATCH', '/mechanisms/prague', { version, fourEyes: true });
    expect(set.json()).toMatchObject({ fourEyes: true });
    const entry = await newEntry(test, author, theirs[0]!, { mechanismId: 'prague', as: 'secretariat' });
    // Begun by one and submitted by another: who submitted it is asked for.
    const submitted = await other.api('POST', `/progress/${entry.id}/submission`);
    expect(submitted.json()).toMatchObject({ state: 'submitted', places: [{ answerable: false }] });
    for (const [verb, body] of [
      ['acceptance', {}],
      ['return', { comment: 'No' }],
    ] as const)
      expect((await other.api('POST', `/progress/${entry.id}/${verb}`, body)).status).toBe(403);
    const [mine, theirsToo] = [await browserOf(test, colleague), await browserOf(test, author)];
    expect((await mine.get('/tasks')).body).not.toContain('Waiting for your acceptance');
    expect((await mine.get(`/progress/${entry.id}`)).body).not.toContain('acceptance"');
    expect((await theirsToo.get('/tasks')).body).toContain('Waiting for your acceptance');
    const accepted = await office.api('POST', `/progress/${entry.id}/acceptance`);
    expect(accepted.json()).toMatchObject({ state: 'accepted' });
  });

  it('is accepted by mistake, and the acceptance is taken back with one press', async () => {
    const fields = { mechanismId: MECHANISM, as: 'state:KEN' };
    const { id } = await newEntry(test, kenya, items[0]!, fields);
    await test.get(ProgressService).submit(kenya.actor, id);
    const office = await browserOf(test, secretariat);
    const accepted = await office.submit(`/progress/${id}/acceptance`, { number: 1 });
    expect(accepted.body).toContain('full">Accepted</span></dd>');
    expect(accepted.body).toContain(`action="/progress/${id}/acceptance/removal"`);
    const waits = async () =>
      (await test.get(EntryQueryService).waiting(secretariat.actor, MECHANISM)).entries.some(
        (one) => one.id === id,
      );
    expect(await waits()).toBe(false);
    const back = await office.submit(`/progress/${id}/acceptance/removal`);
    expect(await waits()).toBe(true);
    expect(back.body).toContain('The acceptance has been withdrawn.');
    expect(back.body).toContain('half">Submitted</span></dd>');
    expect((await office.post(`/progress/${id}/acceptance/removal`)).status).toBe(409);
    const own = await programOf(test, kenya);
    expect((await own.api('GET', `/progress/${id}`)).json()).toMatchObject({
      standing: 'submitted',
      versions: [{ acceptedAt: null }],
    });
    // The whole again: what was taken back is accepted like any other.
    expect((await office.submit(`/progress/${id}/acceptance`)).body).toContain('full">Accepted</span></dd>');
  });

  it.each([
    [{ visibility: 'mechanism', release: 'none' }, 'the mechanism’s people can read it'],
    [{ visibility: 'public', release: 'attributed' }, 'everybody can read it'],
    [{ visibility: 'delegation', release: 'unattributed' }, 'documents may use it'],
  ] as const)('asks before it is opened to others by accepting it: %o', async (use, words) => {
    const { id } = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    await test.get(ProgressService).disclose(kenya.actor, id, use);
    await test.get(ProgressService).submit(kenya.actor, id);
    const office = await browserOf(test, secretariat);
    const asked = await office.submit(`/progress/${id}/acceptance`, { number: 1, mechanismId: MECHANISM });
    for (const part of [
      words,
      '1 person will get a mail.',
      'This cannot be undone.',
      'name="number" value="1"',
    ])
      expect(asked.body).toContain(part);
    const done = await office.submit(`/progress/${id}/acceptance`, { number: 1, confirmed: 'on' });
    expect(done.body).toContain('full">Accepted</span></dd>');
    expect(done.body).not.toContain('acceptance/removal');
    expect((await office.post(`/progress/${id}/acceptance/removal`)).status).toBe(409);
    await test.get(ProgressService).withdraw(kenya.actor, id);
  });

  it('asks before it is withdrawn, with what that means, and stays as it was until then', async () => {
    const { id } = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    await test.get(ProgressService).submit(kenya.actor, id);
    const own = await browserOf(test, kenya);
    const asked = await own.submit(`/progress/${id}/withdrawal`);
    expect(asked.body).toContain('only your own people can see it');
    const office = await browserOf(test, secretariat);
    expect((await office.get(`/progress/${id}`)).status).toBe(200);
    // Nobody is asked about what is not theirs to withdraw, or not theirs to know.
    expect(
      (
        await (
          await browserOf(test, await newPerson(test, ['focal-point', MECHANISM, 'ETH']))
        ).post(`/progress/${id}/withdrawal`)
      ).status,
    ).toBe(404);
    await own.submit(`/progress/${id}/withdrawal`, { confirmed: 'on' });
    expect((await office.get(`/progress/${id}`)).status).toBe(404);
  });

  it('is named in the history with how it stands now, to who sees it there, and is not once it is withdrawn', async () => {
    const { id } = await newEntry(test, kenya, items[1]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const named = async () => {
      const answer = await (await programOf(test, secretariat)).api('GET', `/history?scope=${MECHANISM}`);
      const { items: events } = answer.json<{ items: { subject: { id: string; name: string | null } }[] }>();
      return events.filter(({ subject }) => subject.id === id).map(({ subject }) => subject.name);
    };
    const page = async () => (await (await browserOf(test, secretariat)).get(`/history/${MECHANISM}`)).body;
    await test.get(ProgressService).submit(kenya.actor, id);
    expect(await named()).toEqual(['5a Train officials']);
    expect(await page()).toMatch(
      new RegExp(`<a href="/progress/${id}"><bdi dir="ltr">5a Train officials</bdi></a>[^<]*now: Submitted`),
    );
    await test.get(ProgressService).withdraw(kenya.actor, id);
    expect(await named()).toEqual([null, null]);
    expect(await page()).not.toContain(`/progress/${id}"`);
    const own = (await (await browserOf(test, kenya)).get(`/progress/${id}`)).body;
    expect(own).toContain('Your own people');
    expect(own).not.toContain('The reporter and the secretariat');
  });

  it('refuses a move its state does not allow, and the wrong person', async () => {
    const entry = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const [own, office, other] = [
      await programOf(test, kenya),
      await programOf(test, secretariat),
      await programOf(test, ethiopia),
    ];
    expect((await office.api('POST', `/progress/${entry.id}/acceptance`)).status).toBe(404); // a draft does not exist for others
    await own.api('POST', `/progress/${entry.id}/submission`);
    expect((await own.api('POST', `/progress/${entry.id}/acceptance`)).status).toBe(403);
    expect((await other.api('POST', `/progress/${entry.id}/submission`)).status).toBe(404);
    expect((await own.api('POST', `/progress/${entry.id}/submission`)).status).toBe(409);
    expect(
      (
        await office.api('PUT', `/progress/${entry.id}/release`, {
          visibility: 'public',
          release: 'attributed',
        })
      ).status,
    ).toBe(403);
    const nobody = await new Client(test).api('GET', `/progress/${entry.id}`);
    expect(nobody.status).toBe(404);
  });

  it('lets one of two who act at the same moment win', async () => {
    const entry = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const own = await programOf(test, kenya);
    const answers = await Promise.all(
      [1, 2, 3].map(() => own.api('POST', `/progress/${entry.id}/submission`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('a version that is withdrawn', () => {
  // On SQLite the second of two waits before it reads anything.
  const onPostgres = process.env.DATABASE_URL?.startsWith('postgres') ? it : it.skip;

  onPostgres('is accepted by nobody who read it just before', async () => {
    const there = await newPlan(test, 'igad-rcp', [{ code: '1', owners: ['all-members'] }]);
    const voice = await newPerson(
      test,
      ['focal-point', MECHANISM, 'UGA'],
      ['focal-point', 'igad-rcp', 'UGA'],
    );
    const own = await programOf(test, voice);
    const officeThere = await programOf(test, there.secretariat);
    const { id } = await newEntry(test, voice, items[1]!, { mechanismId: MECHANISM, as: 'state:UGA' });
    const link = { items: [there.items[0]!.id], uses: ['public'] };
    expect((await own.api('PUT', `/progress/${id}/links/igad-rcp`, link)).status).toBe(200);
    expect((await own.api('POST', `/progress/${id}/submission`)).status).toBe(200);
    expect((await officeThere.api('GET', `/progress/${id}`)).status).toBe(200);

    const progress = test.get(ProgressService);
    let accepted: Promise<number> | undefined;
    // Not within the transaction in which it is asked for.
    const accept = AsyncResource.bind(
      async () => (await officeThere.api('POST', `/progress/${id}/acceptance`)).status,
    );
    await test.get(UnitOfWork).run(async () => {
      await progress.withdraw(voice.actor, id);
      await progress.revise(voice.actor, id);
      accepted = accept();
      await Promise.race([accepted, new Promise((done) => setTimeout(done, 500))]);
    });
    expect(await accepted).toBe(404);
    const visitor = await programOf(test, await newAccount(test));
    expect((await visitor.api('GET', `/progress/${id}`)).status).toBe(404);
  });
});

describe('evidence', () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

  it('is kept as a file, told by content, and served only to those who see the text', async () => {
    const entry = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const browser = await browserOf(test, kenya);
    const added = await browser.upload(`/progress/${entry.id}/evidence/files`, {
      field: 'file',
      name: '../../Report final.pdf',
      content: pdf,
    });
    expect(added.status).toBe(303);
    const page = await browser.get(`/progress/${entry.id}/evidence`);
    const link = /href="(\/evidence\/[^"]+)"/.exec(page.body)![1]!;
    const file = await browser.get(link);
    expect(file.bytes.equals(pdf)).toBe(true);
    expect(file.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Report%20final.pdf");
    const office = await browserOf(test, secretariat);
    expect((await office.get(link)).status).toBe(404);
    await browser.post(`/progress/${entry.id}/submission`);
    expect((await office.get(link)).status).toBe(200);
    expect((await (await browserOf(test, ethiopia)).get(link)).status).toBe(404);
  });

  it('refuses what is not what its name says, what is empty and what is too large', async () => {
    const entry = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const browser = await browserOf(test, kenya);
    const send = (content: Buffer, name = 'report.pdf') =>
      browser.upload(`/progress/${entry.id}/evidence/files`, { field: 'file', name, content });
    const disguised = await send(Buffer.from('<html><script>alert(1)</script></html>'));
    expect([disguised.status, disguised.body.includes('Files of this kind are not accepted')]).toEqual([
      422,
      true,
    ]);
    const executable = await send(
      Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(64)]),
      'notes.txt',
    );
    expect(executable.status).toBe(422);
    expect((await send(Buffer.alloc(0))).status).toBe(422);
    const large = await send(Buffer.concat([pdf, Buffer.alloc(25_100_000, 32)]));
    expect([large.status, large.body.includes('larger than 25 MB')]).toEqual([422, true]);
    expect((await browser.get(`/progress/${entry.id}/evidence`)).body).not.toContain('/evidence/0');
  });

  it('that is too large leaves the line free for what the browser asks next', async () => {
    const { id } = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const program = await programOf(test, kenya);
    const line = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (path: string, options: RequestOptions = {}, body?: Buffer) =>
      new Promise<number>((resolve, reject) => {
        const sent = request(`${test.url}${path}`, { agent: line, ...options }, (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode!));
        });
        sent.setTimeout(10_000, () => sent.destroy(new Error(`no answer: ${path}`)));
        sent.on('error', reject).end(body);
      });
    const large = multipart({ field: 'file', name: 'a.pdf', content: Buffer.alloc(30_000_000, 32) });
    const headers = { ...large.headers, authorization: `Bearer ${program.token}` };
    const refused = await ask(
      `/api/v1/progress/${id}/evidence/files`,
      { method: 'POST', headers },
      large.body,
    );
    expect([refused, await ask('/health')]).toEqual([422, 200]);
    line.destroy();
  });

  it('is taken out of a draft, stays with the versions it was submitted with, and is added again by hand', async () => {
    const { id } = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const [browser, program] = [await browserOf(test, kenya), await programOf(test, kenya)];
    const office = await browserOf(test, secretariat);
    const added = await browser.upload(`/api/v1/progress/${id}/evidence/files`, {
      field: 'file',
      name: 'Shown.pdf',
      content: pdf,
    });
    const file = `/evidence/${added.json<{ id: string }>().id}`;
    const progress = test.get(ProgressService);
    await progress.submit(kenya.actor, id);
    await progress.revise(kenya.actor, id);
    const titles = async () =>
      (await program.api('GET', `/progress/${id}`)).json<{ evidence: { title: string }[] }>().evidence.length;
    const removed = await browser.submit(`${file}/removal`);
    expect([
      removed.body.includes('Evidence of earlier versions'),
      removed.body.includes('Add again'),
    ]).toEqual([true, true]);
    expect([await titles(), (await browser.get(file)).status, (await office.get(file)).status]).toEqual([
      0, 200, 200,
    ]);
    await progress.submit(kenya.actor, id);
    await progress.withdraw(kenya.actor, id);
    await progress.revise(kenya.actor, id);
    await progress.submit(kenya.actor, id);
    expect([(await browser.get(file)).status, (await office.get(file)).status]).toEqual([200, 404]);
    expect((await browser.get(`/progress/${id}`)).body).toContain('Withdrawn ');
    await progress.revise(kenya.actor, id);
    const again = await browser.submit(`${file}/addition`);
    expect(again.body).not.toContain('Add again');
    expect([await titles(), (await office.get(file)).status]).toEqual([1, 404]);
    await progress.submit(kenya.actor, id);
    expect((await office.get(file)).status).toBe(200);
    await progress.revise(kenya.actor, id);
    const address = `/progress/${id}${file}`;
    expect((await program.api('DELETE', address)).status).toBe(204);
    expect([await titles(), (await program.api('DELETE', address)).status]).toEqual([0, 404]);
    expect((await program.api('PUT', address)).json()).toMatchObject({ title: 'Shown.pdf' });
    expect((await (await programOf(test, ethiopia)).api('PUT', address)).status).toBe(404);
  });

  it('that went with no version is gone from the disk when it is taken out', async () => {
    const { id } = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const browser = await browserOf(test, kenya);
    const path = `/api/v1/progress/${id}/evidence/files`;
    const added = await browser.upload(path, { field: 'file', name: 'Shown.pdf', content: pdf });
    const evidenceId = added.json<{ id: string }>().id;
    const { fileKey } = await test.get(UnitOfWork).read.findOneByOrFail(Evidence, { id: evidenceId });
    const kept = () =>
      test
        .get(FileStore)
        .open(fileKey!)
        .then((stream) => stream.destroy());
    await kept();
    const asked = await browser.post(`/evidence/${evidenceId}/removal`);
    expect(asked.body).toContain('This cannot be undone.');
    await kept();
    await browser.post(`/evidence/${evidenceId}/removal`, { confirmed: 'on' });
    await expect(kept()).rejects.toThrow();
  });

  it('takes only web addresses as links', async () => {
    const entry = await newEntry(test, kenya, items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const browser = await browserOf(test, kenya);
    const bad = await browser.post(`/progress/${entry.id}/evidence/links`, {
      title: 'x',
      url: 'javascript:alert(1)',
    });
    expect(bad.status).toBe(422);
    const good = await browser.post(`/progress/${entry.id}/evidence/links`, {
      title: 'Law',
      url: 'https://example.org/law',
    });
    expect(good.status).toBe(303);
  });
});

describe('the pages around entries', () => {
  it('ask each of their own', async () => {
    const home = await (await browserOf(test, kenya)).get('/tasks');
    expect(home.body).toContain('Name focal points');
    const other = await (await browserOf(test, ethiopia)).get('/tasks');
    expect(other.body).not.toContain('Name focal points');
    expect(other.body).toContain('Train officials');
    const office = await (await browserOf(test, secretariat)).get('/tasks');
    expect(office.body).toContain('Waiting for your acceptance');
  });

  it('show the board for the mechanism as a whole', async () => {
    const board = (
      await (await programOf(test, secretariat)).api('GET', `/mechanisms/${MECHANISM}/board`)
    ).json<{ items: { objective: number; planned: number; reported: number }[] }>();
    expect(board.items).toHaveLength(23);
    expect(board.items.find(({ objective }) => objective === 9)).toMatchObject({ planned: 1 });
    expect(board.items.find(({ objective }) => objective === 23)).toMatchObject({ planned: 1, reported: 1 });
    const seenByReader = (
      await (await programOf(test, reader)).api('GET', `/mechanisms/${MECHANISM}/board`)
    ).json<typeof board>();
    expect(seenByReader.items.find(({ objective }) => objective === 23)).toMatchObject({
      planned: 1,
      reported: 0,
    });
  });

  it('explain what hangs on an item before it is removed', async () => {
    const browser = await browserOf(test, secretariat);
    const explained = await browser.get(`/items/${items[0]!.id}/removal`);
    expect(explained.body).toMatch(/\d+ entr(y|ies) you can see/);
    expect((await browser.post(`/items/${items[0]!.id}/removal`)).status).toBe(403);
    expect((await browser.get(`/plans/${plan.id}`)).body).toContain('Name focal points');
  });
});
