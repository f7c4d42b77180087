import { ConversationMessage } from '../../../src/conversations/conversation.entity.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { Client } from '../../support/client.js';
import { browserOf, newPerson, type Person, programOf } from '../../support/factories.js';
import { mailsTo } from '../../support/reminders.js';
import { MECHANISM, type Scene, submissionScene } from '../../support/submissions.js';

let scene: Scene;
beforeAll(async () => (scene = await submissionScene()));
afterAll(() => scene.test.close());

describe('opening and writing', () => {
  it('opens several for a cycle and language, and none twice', async () => {
    const input = { cycleId: 'imrf-2022', language: 'en', title: 'First' };
    const first = (await scene.office.api('POST', `/mechanisms/${MECHANISM}/submissions`, input)).json<{
      id: string;
    }>();
    const second = await scene.office.api('POST', `/mechanisms/${MECHANISM}/submissions`, {
      ...input,
      title: 'Second',
    });
    expect(second.status).toBe(201);
    const again = await scene.office.api('POST', `/mechanisms/${MECHANISM}/submissions`, input);
    expect([again.status, again.json<{ current: object }>().current]).toEqual([409, { id: first.id }]);
    for (const [sent, fields] of [
      [{ cycleId: 'imrf-2034', language: 'xx' }, ['language', 'title']],
      [{ ...input, cycleId: 'imrf-2034' }, ['cycleId']],
      [{ ...input, cycleId: undefined }, ['template']],
      [{ ...input, template: 'nothing' }, ['template']],
      [{ ...input, planId: '0190c0de-0000-7000-8000-00000000000a' }, ['planId']],
      [{ ...input, meetingId: '0190c0de-0000-7000-8000-00000000000a' }, ['meetingId']],
    ] as const) {
      const wrong = await scene.office.api('POST', `/mechanisms/${MECHANISM}/submissions`, sent);
      expect([wrong.status, Object.keys(wrong.json<{ errors: object }>().errors).sort()]).toEqual([
        422,
        fields,
      ]);
    }
  });

  it('makes one of the same when it is asked for twice at once', async () => {
    const input = { cycleId: 'imrf-2022', language: 'fr', title: 'Deux fois' };
    const both = await Promise.all(
      [1, 2].map(() => scene.office.api('POST', `/mechanisms/${MECHANISM}/submissions`, input)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('begins one from a template for days of its own, after which none leaves a hole', async () => {
    const open = (fields: object) =>
      scene.office.api('POST', `/mechanisms/${MECHANISM}/submissions`, {
        ...{ template: 'annual-report', language: 'en', languages: ['fr', 'en', 'fr'] },
        ...fields,
      });
    const first = await open({ title: '2025', periodFrom: '2025-01-01', periodUntil: '2025-12-31' });
    expect([first.status, first.json()]).toEqual([
      201,
      expect.objectContaining({ template: 'annual-report', cycleId: null, languages: ['fr'] }),
    ]);
    const hole = await open({ title: '2026', periodFrom: '2026-02-01', periodUntil: '2026-12-31' });
    expect([hole.status, Object.keys(hole.json<{ errors: object }>().errors)]).toEqual([422, ['periodFrom']]);
    const next = await open({ title: '2026' });
    const { periodFrom } = await scene.row(next.json<{ id: string }>().id);
    expect(periodFrom).toBe('2026-01-01');
  });

  it('refuses words over somebody else’s, and shows both', async () => {
    const id = await scene.compiled();
    const put = (text: string) =>
      scene.office.api('PUT', `/submissions/${id}/sections/conclusions`, { text, version: 1 });
    expect((await put('From the first window')).status).toBe(200);
    const stale = await put('From the second window');
    expect(stale.status).toBe(409);
    expect(stale.json()).toMatchObject({ current: { text: 'From the first window', version: 2 } });
    expect(
      (await scene.office.api('PUT', `/submissions/${id}/sections/nothing`, { text: 'x', version: 1 }))
        .status,
    ).toBe(404);
  });

  it('leaves what colleagues edited, translated or said of a section’s own words alone', async () => {
    const id = await scene.compiled();
    const put = (text: string | null, version: number) =>
      scene.office.api('PUT', `/submissions/${id}/sections/conclusions`, { text, version });
    expect((await put('One.\n\nTwo.', 1)).status).toBe(200);
    const list = async () =>
      (await scene.office.api('GET', `/submissions/${id}/sections/conclusions/passages`)).json<{
        passages: { id: string; version: number; state: string }[];
      }>().passages;
    const own = (await list())[0]!;
    expect((await put('One and a half.', 2)).status).toBe(200);
    // Who had it open is shown both.
    const { language } = await scene.row(id);
    const write = (text: string, version: number) =>
      scene.office.api('PUT', `/submissions/${id}/passages/${own.id}/words`, { language, text, version });
    expect((await write('Late.', own.version)).status).toBe(409);
    expect((await write('By a colleague.', own.version + 1)).status).toBe(200);
    const refused = await put('Over it.', 3);
    expect(refused.status).toBe(409);
    expect(refused.json()).toMatchObject({ current: { text: 'By a colleague.' } });
    expect((await put(null, 3)).status).toBe(409);
    expect((await scene.office.api('GET', `/submissions/${id}/document.html`)).body).toContain(
      'By a colleague.',
    );

    const other = await scene.compiled();
    const begin = { text: 'Ours.', version: 1 };
    await scene.office.api('PUT', `/submissions/${other}/sections/conclusions`, begin);
    const passages = `/submissions/${other}/sections/conclusions/passages`;
    const [first] = (await scene.office.api('GET', passages)).json<{ passages: { id: string }[] }>().passages;
    const browser = await browserOf(scene.test, scene.secretariat);
    await browser.submit(`/submissions/${other}/passages/${first!.id}/comments`, { text: 'Why?' });
    const over = { text: null, version: 2 };
    const answer = await scene.office.api('PUT', `/submissions/${other}/sections/conclusions`, over);
    expect(answer.status).toBe(409);
  });

  it('is done in the browser, without JavaScript', async () => {
    const browser = await browserOf(scene.test, scene.secretariat);
    const fields = {
      template: 'regional-contribution',
      cycleId: 'regional-2',
      language: 'en',
      title: 'By hand',
    };
    const mistake = await browser.post(`/mechanisms/${MECHANISM}/submissions`, { ...fields, title: ' ' });
    expect([mistake.status, mistake.body.includes('#field-title')]).toEqual([422, true]);
    const made = await browser.post(`/mechanisms/${MECHANISM}/submissions`, fields);
    const address = made.headers.location as string;
    const again = await browser.post(`/mechanisms/${MECHANISM}/submissions`, fields);
    expect([again.status, again.body.includes(`href="${address}"`)]).toEqual([409, true]);
    const busy = await browser.submit(`${address}/compilation`);
    expect(busy.body).toMatch(/Being compiled|Compiled 1 March/);
    await scene.queue.drain();
    const fragment = await browser.get(`${address}/compilation`);
    expect(fragment.headers['hx-refresh']).toBe('true');
    const shown = await browser.get(address);
    expect(Buffer.byteLength(shown.body)).toBeLessThan(60_000);
    const text = await browser.get(`${address}/text/introduction`);
    expect(text.body).toContain('The objective board');
    expect(shown.body).toContain('document.docx');
    const annex = await browser.get(`${address.split('?')[0]}/document.xlsx`);
    expect([annex.status, annex.headers['content-disposition']]).toEqual([
      200,
      expect.stringMatching(/^attachment; filename=".+\.xlsx"$/),
    ]);
    expect(shown.body).not.toMatch(/style=|<script>|onclick/);
    const version = Number(/name="version" value="(\d+)"/.exec(shown.body)![1]);
    const asked = await browser.submit(`${address}/circulation`, { version });
    expect(asked.body).toMatch(
      /\d+ (person|people), (the )?chair (or|and the) focal points?, can read the text/,
    );
    expect(asked.body).toContain(`name="version" value="${version}"`);
    const moved = await browser.submit(`${address}/circulation`, { version, confirmed: 'on' });
    expect(moved.body).toContain(
      'Circulated: the chair and the focal points can read it, and are told by mail.',
    );
    const stale = await browser.post(`${address}/clearance`, { version: 1 });
    expect([stale.status, stale.body.includes('The text has changed since you opened it')]).toEqual([
      409,
      true,
    ]);
  });

  it('opens in the language of who reads, where the document is in it', async () => {
    const fields = { template: 'regional-contribution', cycleId: 'regional-2', language: 'fr' };
    const made = await scene.office.api('POST', `/mechanisms/${MECHANISM}/submissions`, {
      ...{ ...fields, title: 'En deux langues', languages: ['en'] },
    });
    const { id } = made.json<{ id: string }>();
    await scene.test.get(SubmissionsService).compile(id);
    const browser = await browserOf(scene.test, scene.secretariat);
    const own = await browser.get(`/submissions/${id}/text/introduction`);
    expect(own.body).toContain('introduction?language=fr"');
    expect(own.body).not.toContain('introduction?language=en"');
    const asked = await browser.get(`/submissions/${id}/text/introduction?language=fr`);
    expect(asked.body).toContain('introduction?language=en"');
  });

  it('is announced to those who may read it, and each answers the secretariat apart', async () => {
    const { test, kenya, office } = scene;
    const id = await scene.compiled();
    const chair = await newPerson(test, ['chair', MECHANISM]);
    const ethiopia = await newPerson(test, ['focal-point', MECHANISM, 'ETH']);
    const partner = await newPerson(test, ['partner', MECHANISM, 'A partner']);
    const path = `/submissions/${id}`;
    const past = await office.api('POST', `${path}/circulation`, { answerBy: '2020-01-01' });
    expect([past.status, past.body]).toEqual([422, expect.stringContaining('answerBy')]);
    expect((await office.api('POST', `${path}/circulation`, { answerBy: '2027-03-20' })).status).toBe(200);
    await scene.queue.drain();
    for (const person of [chair, kenya, ethiopia]) {
      const mail = (await mailsTo(test, person)).find(({ text }) => text.includes(path))!;
      expect(mail.subject).toMatch(/^Comments by 20 March 2027: Input/);
      const browser = await browserOf(test, person);
      for (const page of ['/tasks', `/mechanisms/${MECHANISM}`])
        expect((await browser.get(page)).body).toMatch(
          new RegExp(`href="${path}"[^]*Comments are asked for by`),
        );
    }
    expect((await mailsTo(test, partner)).filter(({ text }) => text.includes(path))).toEqual([]);

    const own = await browserOf(test, kenya);
    const talk = /\/conversations\/submission\/[^"]+/.exec((await own.get(path)).body)![0];
    expect((await own.submit(talk, { text: 'Please mend paragraph 3.' })).body).toContain('paragraph 3');
    expect((await own.get('/tasks')).body).not.toContain(`href="${path}"`);
    const silent = await browserOf(test, ethiopia);
    const said = () => test.get(UnitOfWork).read.countBy(ConversationMessage, {});
    const before = await said();
    const press = () => silent.post(`${path}/no-comments`);
    await Promise.all([press(), press(), press()]);
    expect(await said()).toBe(before + 1);
    expect((await silent.submit(`${path}/no-comments`)).body).toContain('You last wrote on');
    expect(await said()).toBe(before + 1);
    expect((await silent.get('/tasks')).body).not.toContain(`href="${path}"`);
    for (const person of [ethiopia, chair, partner])
      expect((await (await programOf(test, person)).api('GET', talk)).status).toBe(404);

    const replies = (await (await browserOf(test, scene.secretariat)).get(path)).body;
    const order = ['Ethiopia', 'Kenya'].map((name) => replies.indexOf(`>${name}</`));
    expect(order[0]).toBeLessThan(order[1]!);
    type Readers = { items: { voice: string; repliedAt: string | null }[] };
    const readers = async (person: Person) =>
      (await (await programOf(test, person)).api('GET', `${path}/readers`)).json<Readers>().items;
    // Delegations without anybody got no mail.
    expect(replies).toMatch(/>Uganda<\/[^]*?Nobody to write to/);
    const replied = (await readers(scene.secretariat)).filter(({ repliedAt }) => repliedAt);
    expect(replied.map(({ voice }) => voice).sort()).toEqual(['state:ETH', 'state:KEN']);
    expect((await readers(ethiopia)).map(({ voice }) => voice)).toEqual(['state:ETH']);

    // Taken back, it is the secretariat's; circulated again, it is announced and asked about again.
    await office.api('DELETE', `${path}/circulation`);
    expect((await (await programOf(test, kenya)).api('GET', talk)).status).toBe(404);
    expect((await own.post(`${path}/no-comments`, {})).status).toBe(404);
    test.clock.moveTo(new Date(test.clock.now().getTime() + 60_000));
    await office.api('POST', `${path}/circulation`);
    await scene.queue.drain();
    expect((await mailsTo(test, kenya)).filter(({ text }) => text.includes(path))).toHaveLength(2);
    expect((await own.get('/tasks')).body).toContain(`href="${path}"`);
    await office.api('POST', `${path}/clearance`);
    expect((await own.get('/tasks')).body).not.toContain(`href="${path}"`);
  });

  it('is listed for those who may read it, also in the mechanism’s section', async () => {
    const list = async (client: Client) =>
      (await client.api('GET', `/mechanisms/${MECHANISM}/submissions`)).json<{ items: { state: string }[] }>()
        .items;
    const [all, some] = [await list(scene.office), await list(await programOf(scene.test, scene.kenya))];
    expect(some.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(some.length);
    expect(all.some(({ state }) => state === 'drafting')).toBe(true);
    const people = [await browserOf(scene.test, scene.secretariat), await browserOf(scene.test, scene.kenya)];
    for (const browser of people) {
      expect((await browser.get('/submissions')).body).toContain('By hand');
      expect((await browser.get(`/mechanisms/${MECHANISM}/documents`)).body).toContain('By hand');
    }
    const reader = await browserOf(scene.test, await newPerson(scene.test, ['reader', MECHANISM]));
    expect((await reader.get(`/mechanisms/${MECHANISM}/documents`)).status).toBe(403);
    expect((await reader.get('/submissions')).status).toBe(403);
  });
});
