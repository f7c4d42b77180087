import { inflateRawSync } from 'node:zlib';
import type { PlanItem } from '../src/plans/plan.entity.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { JobQueue } from '../src/platform/queue/job-queue.js';
import { AuditEvent } from '../src/platform/database/history.js';
import { ProgressService } from '../src/progress/progress.service.js';
import { EntryItem } from '../src/progress/entry.entity.js';
import { Submission } from '../src/reviews/submission.entity.js';
import { SubmissionSource } from '../src/reviews/submission-source.js';
import { SubmissionSweep } from '../src/reviews/submission-sweep.js';
import { SubmissionsReader } from '../src/reviews/submissions.reader.js';
import { SubmissionsService } from '../src/reviews/submissions.service.js';
import { startApp, type TestApp } from './support/app.js';
import type { Client } from './support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from './support/factories.js';

const MECHANISM = 'khartoum';
let test: TestApp;
let queue: JobQueue;
let items: PlanItem[];
let secretariat: Person;
let kenya: Person;
let office: Client;
let chair: Client;
let delegation: Client;
let partner: Client;

beforeAll(async () => {
  test = await startApp();
  ({ items, secretariat } = await newPlan(test, MECHANISM, [
    { code: '1', title: 'Train officials', objectives: ['9(a)'] },
    { code: '2', title: 'Hold meetings' },
  ]));
  kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  office = await programOf(test, secretariat);
  chair = await programOf(test, await newPerson(test, ['chair', MECHANISM]));
  delegation = await programOf(test, kenya);
  partner = await programOf(
    test,
    await newPerson(test, ['partner', MECHANISM, 'A partner'], ['chair', 'rabat']),
  );
  await report('Officers were trained at three borders.', items[0]!);
  queue = await test.startQueue();
});
afterAll(() => test.close());

async function report(narrative: string, item: PlanItem): Promise<string> {
  const progress = test.get(ProgressService);
  const { id } = await newEntry(test, kenya, item, {
    mechanismId: MECHANISM,
    as: 'state:KEN',
    narrative,
    periodStart: '2019-01-01',
  });
  await progress.submit(kenya.actor, id);
  await progress.accept(secretariat.actor, id);
  await progress.disclose(kenya.actor, id, { visibility: 'mechanism', release: 'attributed' });
  return id;
}

const languages = ['en', 'fr', 'es', 'ar'];
const cycles = ['imrf-2030', 'regional-3', 'imrf-2026', 'regional-1'];
let opened = 0;

/** A submission of its own for each test: there is one per cycle and language. */
async function open(): Promise<string> {
  const input = {
    cycleId: cycles[Math.floor(opened / 4)],
    language: languages[opened % 4],
    title: `Input ${opened}`,
  };
  opened += 1;
  return (await office.api('POST', `/mechanisms/${MECHANISM}/submissions`, input)).json<{ id: string }>().id;
}

async function compiled(): Promise<string> {
  const id = await open();
  await test.get(SubmissionsService).compile(id);
  return id;
}

const row = (id: string) => test.get(UnitOfWork).read.findOneByOrFail(Submission, { id });

describe('compiling', () => {
  it('is asked for, done by the queue, and comes out as Word, PDF, HTML and JSON', async () => {
    const id = await open();
    expect((await office.api('GET', `/submissions/${id}/document.docx`)).status).toBe(404);
    const asked = await office.api('POST', `/submissions/${id}/compilation`);
    expect([asked.status, asked.json<{ compilation: { state: string } }>().compilation.state]).toEqual([
      202,
      'queued',
    ]);
    await queue.drain();
    const shown = (await office.api('GET', `/submissions/${id}`)).json<{
      compilation: object;
      words: { count: number };
      entries: object;
    }>();
    expect(shown.compilation).toMatchObject({ state: 'done', progress: 100, error: null });
    expect(shown.entries).toMatchObject({ all: 1, delegations: 1 });
    expect(shown.words.count).toBeGreaterThan(300);
    const get = (ending: string) => office.api('GET', `/submissions/${id}/document.${ending}`);
    const [docx, pdf, html, json, none] = await Promise.all([
      get('docx'),
      get('pdf'),
      get('html'),
      get('json'),
      get('exe'),
    ]);
    expect(unzipped(docx.bytes, 'word/document.xml')).toContain('Officers were trained at three borders.');
    expect(docx.headers['content-disposition']).toBe(
      'attachment; filename="khartoum-imrf-2030-en-drafting.docx"',
    );
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.headers['content-security-policy']).toContain("default-src 'none'");
    expect(html.body).toMatch(/Kenya reported the following \(item 1\):/);
    expect(json.json()).toMatchObject({
      compiled: { framework: 'A/RES/73/195', language: 'en' },
      standing: 'Draft',
    });
    expect(none.status).toBe(404);
  });

  it('again from the same entries changes nothing', async () => {
    const id = await compiled();
    const before = await row(id);
    test.clock.advance(3_600_000);
    await office.api('POST', `/submissions/${id}/compilation`);
    await office.api('POST', `/submissions/${id}/compilation`);
    await queue.drain();
    const after = await row(id);
    expect(after.compilation).toBe('done');
    expect(after.compiledHash).toBe(before.compiledHash);
    expect(after.compiledAt).toEqual(before.compiledAt);
    expect(after.compiled).toEqual(before.compiled);
  });

  it('leaves the secretariat’s own words alone', async () => {
    const id = await compiled();
    const saved = await office.api('PUT', `/submissions/${id}/sections/introduction`, {
      text: 'Our own beginning.',
      version: 1,
    });
    expect(saved.status).toBe(200);
    await report('Something new.', items[1]!);
    await test.get(SubmissionsService).compile(id);
    const { body } = await office.api('GET', `/submissions/${id}/document.html`);
    expect(body).toContain('Our own beginning.');
    expect(body).toContain('Something new.');
    expect(body.indexOf('Our own beginning.')).toBeLessThan(body.indexOf('This is the input of'));
  });

  it('shows only what is this mechanism’s of an entry that several mechanisms share', async () => {
    const other = await newPlan(test, 'rabat', [
      { code: 'SECRET-7', title: 'Of another mechanism', objectives: ['5'] },
    ]);
    const entryId = await report('Shared work.', items[0]!);
    await test
      .get(UnitOfWork)
      .run((manager) => manager.insert(EntryItem, { entryId, itemId: other.items[0]!.id }));
    const id = await compiled();
    const { body } = await office.api('GET', `/submissions/${id}/document.json`);
    expect(body).toContain('Shared work.');
    expect(body).not.toContain('SECRET-7');
    expect(body).not.toContain('Of another mechanism');
  });

  it('that fails says why, and can be asked for again', async () => {
    const id = await open();
    const source = test.get(SubmissionSource);
    const gather = source.gather.bind(source);
    source.gather = () => Promise.reject(new Error('the disk is full'));
    await office.api('POST', `/submissions/${id}/compilation`);
    await queue.drain();
    source.gather = gather;
    expect(await row(id)).toMatchObject({ compilation: 'failed', compilationError: 'the disk is full' });
    expect((await (await browserOf(test, secretariat)).get(`/submissions/${id}`)).body).toContain(
      'the disk is full',
    );
    await office.api('POST', `/submissions/${id}/compilation`);
    await queue.drain();
    expect(await row(id)).toMatchObject({ compilation: 'done', compilationError: null });
  });

  it('is found again by the sweep when the queue or a worker lost it', async () => {
    const [lost, dead] = [await open(), await open()];
    const put = (id: string, compilation: 'queued' | 'running') =>
      test.get(UnitOfWork).run((manager) => manager.update(Submission, { id }, { compilation }));
    await put(lost, 'queued');
    await put(dead, 'running');
    const sweep = test.get(SubmissionSweep);
    await sweep.sweep();
    await queue.drain();
    expect([(await row(lost)).compilation, (await row(dead)).compilation]).toEqual(['done', 'running']);
    test.clock.advance(121_000);
    await sweep.sweep();
    await queue.drain();
    expect((await row(dead)).compilation).toBe('done');
  });
});

describe('the way to what is submitted', () => {
  it('goes by circulation and clearance, each once, and shows the text to more people', async () => {
    const id = await compiled();
    const see = async () => [
      (await chair.api('GET', `/submissions/${id}`)).status,
      (await delegation.api('GET', `/submissions/${id}/document.html`)).status,
      (await partner.api('GET', `/submissions/${id}`)).status,
    ];
    expect(await see()).toEqual([404, 404, 404]);
    expect((await office.api('POST', `/submissions/${id}/clearance`)).status).toBe(409);
    expect((await office.api('POST', `/submissions/${id}/freeze`)).status).toBe(409);
    expect((await office.api('POST', `/submissions/${id}/circulation`)).json()).toMatchObject({
      state: 'circulated',
      moves: ['clear', 'recall'],
    });
    expect(await see()).toEqual([200, 200, 404]);
    expect((await chair.api('GET', `/submissions/${id}`)).json()).toMatchObject({ moves: [] });
    expect((await office.api('POST', `/submissions/${id}/circulation`)).status).toBe(409);
    const version = 1;
    expect(
      (await office.api('PUT', `/submissions/${id}/sections/introduction`, { text: 'Too late', version }))
        .status,
    ).toBe(409);
    expect((await office.api('POST', `/submissions/${id}/compilation`)).status).toBe(409);
    expect((await office.api('DELETE', `/submissions/${id}/circulation`)).json()).toMatchObject({
      state: 'drafting',
    });
    expect(await see()).toEqual([404, 404, 404]);
    await office.api('POST', `/submissions/${id}/circulation`);
    expect((await office.api('POST', `/submissions/${id}/clearance`)).json()).toMatchObject({
      state: 'cleared',
    });
    const frozen = (await office.api('POST', `/submissions/${id}/freeze`)).json<{
      submitted: { number: number; hash: string }[];
    }>();
    expect(frozen).toMatchObject({ state: 'submitted', moves: ['revise'], submitted: [{ number: 1 }] });
    expect((await office.api('DELETE', `/submissions/${id}/circulation`)).status).toBe(409);
    expect(await see()).toEqual([200, 200, 404]);
    // A further text is drafted: the others go on reading what was submitted, and only that.
    expect((await office.api('POST', `/submissions/${id}/revision`)).json()).toMatchObject({
      state: 'drafting',
    });
    await office.api('PUT', `/submissions/${id}/sections/introduction`, {
      text: 'Not yet for others.',
      version,
    });
    expect((await delegation.api('GET', `/submissions/${id}`)).json()).toMatchObject({
      state: 'submitted',
      submitted: [{ number: 1 }],
    });
    expect((await delegation.api('GET', `/submissions/${id}/document.html`)).body).not.toContain(
      'Not yet for others.',
    );
    expect((await office.api('GET', `/submissions/${id}/document.html`)).body).toContain(
      'Not yet for others.',
    );
    expect((await (await browserOf(test, kenya)).get(`/submissions/${id}`)).body).not.toContain(
      'Not yet for others.',
    );
    expect((await office.api('GET', `/submissions/${id}/document.html?freeze=2`)).status).toBe(404);
  });

  it('cannot be begun with nothing compiled, nor moved by who may only read', async () => {
    const id = await open();
    expect((await office.api('POST', `/submissions/${id}/circulation`)).status).toBe(409);
    await test.get(SubmissionsService).compile(id);
    await office.api('POST', `/submissions/${id}/circulation`);
    expect((await chair.api('POST', `/submissions/${id}/clearance`)).status).toBe(403);
    expect((await partner.api('POST', `/submissions/${id}/clearance`)).status).toBe(403);
    // The secretariat of another mechanism does not learn that it exists.
    const stranger = await programOf(test, await newPerson(test, ['secretariat', 'rabat']));
    expect((await stranger.api('POST', `/submissions/${id}/clearance`)).status).toBe(404);
    expect((await stranger.api('GET', `/submissions/${id}/document.json`)).status).toBe(404);
    expect((await stranger.api('GET', `/mechanisms/${MECHANISM}/submissions`)).status).toBe(403);
    expect(
      (
        await stranger.api('POST', `/mechanisms/${MECHANISM}/submissions`, {
          cycleId: 'regional-1',
          language: 'en',
          title: 'x',
        })
      ).status,
    ).toBe(403);
  });

  it('lets one of two who freeze at the same moment win', async () => {
    const id = await compiled();
    await office.api('POST', `/submissions/${id}/circulation`);
    await office.api('POST', `/submissions/${id}/clearance`);
    const answers = await Promise.all([1, 2, 3].map(() => office.api('POST', `/submissions/${id}/freeze`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is written into the history, without any text', async () => {
    const events = await test.get(UnitOfWork).read.findBy(AuditEvent, { subjectKind: 'submission' });
    expect(new Set(events.map(({ action }) => action))).toEqual(
      new Set(
        ['open', 'compile', 'edit', 'circulate', 'clear', 'freeze', 'recall', 'revise'].map(
          (verb) => `submission.${verb}`,
        ),
      ),
    );
    expect(JSON.stringify(events)).not.toMatch(/Officers|Our own|Shared work|Not yet/);
  });
});

describe('opening and writing', () => {
  it('opens one per cycle and language', async () => {
    const input = { cycleId: 'imrf-2022', language: 'en', title: 'First' };
    const first = (await office.api('POST', `/mechanisms/${MECHANISM}/submissions`, input)).json<{
      id: string;
    }>();
    const second = await office.api('POST', `/mechanisms/${MECHANISM}/submissions`, {
      ...input,
      title: 'Second',
    });
    expect([second.status, second.json<{ current: object }>().current]).toEqual([409, { id: first.id }]);
    const wrong = await office.api('POST', `/mechanisms/${MECHANISM}/submissions`, {
      cycleId: 'imrf-2034',
      language: 'xx',
    });
    expect([wrong.status, Object.keys(wrong.json<{ errors: object }>().errors).sort()]).toEqual([
      422,
      ['cycleId', 'language', 'title'],
    ]);
  });

  it('refuses words over somebody else’s, and shows both', async () => {
    const id = await compiled();
    const browser = await browserOf(test, secretariat);
    const address = `/submissions/${id}/sections/conclusions`;
    expect((await browser.get(address)).body).toContain('name="version" value="1"');
    expect((await browser.post(address, { text: 'From the first window', version: 1 })).status).toBe(303);
    const refused = await browser.post(address, { text: 'From the second window', version: 1 });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('From the first window');
    expect(refused.body).toContain('From the second window');
    expect(refused.body).toContain('name="version" value="2"');
    const stale = await office.api('PUT', `/submissions/${id}/sections/conclusions`, {
      text: 'x',
      version: 1,
    });
    expect(stale.json()).toMatchObject({ current: { text: 'From the first window', version: 2 } });
    expect(
      (await office.api('PUT', `/submissions/${id}/sections/nothing`, { text: 'x', version: 1 })).status,
    ).toBe(404);
  });

  it('is done in the browser, without JavaScript', async () => {
    const browser = await browserOf(test, secretariat);
    const form = await browser.get(`/mechanisms/${MECHANISM}/submissions/new`);
    expect(form.body.indexOf('value="regional-3"')).toBeLessThan(form.body.indexOf('value="imrf-2022"'));
    const fields = { cycleId: 'regional-2', language: 'en', title: 'By hand' };
    const mistake = await browser.post(`/mechanisms/${MECHANISM}/submissions`, { ...fields, title: ' ' });
    expect([mistake.status, mistake.body.includes('#field-title')]).toEqual([422, true]);
    const made = await browser.post(`/mechanisms/${MECHANISM}/submissions`, fields);
    const address = made.headers.location as string;
    const again = await browser.post(`/mechanisms/${MECHANISM}/submissions`, fields);
    expect([again.status, again.body.includes(`href="${address}"`)]).toEqual([409, true]);
    const busy = await browser.submit(`${address}/compilation`);
    expect(busy.body).toMatch(/Being compiled|Compiled 1 March/);
    await queue.drain();
    const fragment = await browser.get(`${address}/compilation`);
    expect(fragment.headers['hx-refresh']).toBe('true');
    const shown = await browser.get(address);
    expect(shown.body).toContain('class="board"');
    expect(shown.body).toContain('document.docx');
    expect(shown.body).not.toMatch(/style=|<script>|onclick/);
    const moved = await browser.submit(`${address}/circulation`, {
      version: Number(/name="version" value="(\d+)"/.exec(shown.body)![1]),
    });
    expect(moved.body).toContain('Circulated: chair and focal points can read it.');
    const stale = await browser.post(`${address}/clearance`, { version: 1 });
    expect([stale.status, stale.body.includes('The text changed since you opened it')]).toEqual([409, true]);
  });

  it('is listed for those who may read it, also on the mechanism’s page', async () => {
    const list = async (client: Client) =>
      (await client.api('GET', `/mechanisms/${MECHANISM}/submissions`)).json<{ items: { state: string }[] }>()
        .items;
    const [all, some] = [await list(office), await list(delegation)];
    expect(some.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(some.length);
    expect(all.some(({ state }) => state === 'drafting')).toBe(true);
    const people = [await browserOf(test, secretariat), await browserOf(test, kenya)];
    for (const browser of people) {
      expect((await browser.get('/submissions')).body).toContain('By hand');
      expect((await browser.get(`/mechanisms/${MECHANISM}`)).body).toContain('By hand');
    }
    const reader = await browserOf(test, await newPerson(test, ['reader', MECHANISM]));
    expect((await reader.get(`/mechanisms/${MECHANISM}`)).body).not.toContain('By hand');
    expect((await reader.get('/submissions')).status).toBe(403);
  });
});

describe('a page or file', () => {
  it('holds nothing for who reads it first: the reader is asked about access before anything is compiled', async () => {
    const id = await compiled();
    await report('After compiling.', items[0]!);
    const before = await row(id);
    expect((await delegation.api('GET', `/submissions/${id}`)).status).toBe(404);
    expect((await row(id)).compiledHash).toBe(before.compiledHash);
    await test.get(SubmissionsReader).find(secretariat.actor, id);
    expect((await row(id)).compiledHash).not.toBe(before.compiledHash);
  });
});

/** One file out of a zip archive. */
function unzipped(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const [size, length, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
  }
  throw new Error(`no ${name} in the archive`);
}
