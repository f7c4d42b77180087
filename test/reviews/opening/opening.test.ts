import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Submission } from '../../../src/reviews/submissions/submission.entity.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { Client } from '../../support/client.js';
import { browserOf, newPerson, newPlan, programOf } from '../../support/factories.js';
import { newMeeting } from '../../support/meetings.js';

const HOME = 'khartoum';
const NEW = `/mechanisms/${HOME}/submissions/new`;
const OPEN = `/mechanisms/${HOME}/submissions`;

let test: TestApp;
let browser: Client;
let office: Client;
let plan: string;

beforeAll(async () => {
  test = await startApp();
  const made = await newPlan(test, HOME, [{ code: '1', title: 'Border posts' }]);
  plan = made.plan.id;
  browser = await browserOf(test, made.secretariat);
  office = await programOf(test, made.secretariat);
});
afterAll(() => test.close());

const valueOf = (body: string, name: string) =>
  new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(body)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*? name="${name}"`).exec(body)?.[1];
const proposalOf = (body: string) =>
  Object.fromEntries(['title', 'periodFrom', 'periodUntil'].map((name) => [name, valueOf(body, name)]));
const row = (address: string) =>
  test.get(UnitOfWork).read.findOneByOrFail(Submission, { id: address.split('/').at(-1)!.split('?')[0]! });

describe('beginning a document', () => {
  it('offers every kind with what it is for and where its shape comes from', async () => {
    const { body } = await browser.get(NEW);
    for (const words of ['Tracking matrix of a plan', 'A meeting', 'A/RES/73/195, paragraph 50'])
      expect(body).toContain(words);
    expect(body).toContain(`${NEW}?template=tracking-matrix`);
  });

  it('proposes for a review: the next first, title in the document’s language, days since the last one', async () => {
    const first = await browser.get(`${NEW}?template=regional-contribution`);
    expect(first.body.indexOf('value="regional-3"')).toBeLessThan(first.body.indexOf('value="regional-1"'));
    expect(first.body).not.toContain('value="imrf-2030"');
    const french = await browser.get(`${NEW}?template=regional-contribution&cycleId=regional-2&language=fr`);
    expect(proposalOf(french.body)).toMatchObject({
      title: 'Khartoum Process : Contribution à l’examen régional 2024–2025',
      periodUntil: '2025-12-31',
    });
  });

  it('goes on where the last one of the template ended, and refuses a hole at the field with what was typed', async () => {
    const form = await browser.get(`${NEW}?template=annual-report`);
    const proposed = proposalOf(form.body);
    expect(proposed).toEqual({
      title: 'Khartoum Process: Annual report of the mechanism, 2027',
      periodFrom: '2027-01-01',
      periodUntil: '2027-12-31',
    });
    const fields = { template: 'annual-report', language: 'en', languages: ['fr', 'ar'], ...proposed };
    const opened = await browser.post(OPEN, fields);
    expect(opened.status).toBe(303);
    expect(await row(opened.headers.location!)).toMatchObject({
      templateKey: 'annual-report',
      cycleId: null,
      languages: ['fr', 'ar'],
      periodFrom: '2027-01-01',
    });
    const next = await browser.get(`${NEW}?template=annual-report`);
    expect(proposalOf(next.body)).toMatchObject({ periodFrom: '2028-01-01', periodUntil: '2028-12-31' });
    expect(next.body).toContain('covers the time until 31 December 2027');
    const hole = { ...fields, title: 'With a hole', periodFrom: '2028-03-01', periodUntil: '2028-12-31' };
    const refused = await browser.post(OPEN, hole);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('id="field-periodFrom-error"');
    expect(refused.body).toContain('value="With a hole"');
    expect(refused.body).toMatch(/value="ar" checked|checked[^>]*value="ar"/);
  });

  it('says where the days are chosen which of them another document covers, too, and allows it', async () => {
    const shared = 'covers 1 June 2027 to 31 December 2027, too';
    expect((await browser.get(`${NEW}?template=annual-report`)).body).not.toContain(
      'days can then stand in both',
    );
    const days = { periodFrom: '2027-06-01', periodUntil: '2028-05-31' };
    const ask = (more: Record<string, string | undefined>) =>
      browser.get(
        `${OPEN}/overlap?${new URLSearchParams({ template: 'annual-report', ...days, ...(more as object) })}`,
      );
    expect((await ask({})).body).toContain(shared);
    for (const other of [{ periodFrom: '2028-01-01' }, { periodUntil: '' }, { template: 'progress-report' }])
      expect((await ask(other)).body).toBe('');
    const fields = { template: 'annual-report', language: 'en', title: 'From June on', ...days };
    // A form that comes back says it of the days that were typed.
    expect((await browser.post(OPEN, { ...fields, title: '' })).body).toContain(shared);
    const opened = await browser.post(OPEN, fields);
    expect(opened.status).toBe(303);
    const settings = `${opened.headers.location!.split('?')[0]}/settings`;
    expect((await browser.get(settings)).body).toContain(shared);
    const later = `${settings}/overlap?periodFrom=2028-01-01&periodUntil=2028-05-31`;
    expect((await browser.get(later)).body).toBe('');
    const delegate = await browserOf(test, await newPerson(test, ['focal-point', HOME, 'KEN']));
    for (const path of [`${OPEN}/overlap?template=annual-report`, later])
      expect((await delegate.get(path)).status).toBeGreaterThanOrEqual(403);
  });

  it('names the document for what its template was copied from, not for the copy', async () => {
    const copy = await office.api('POST', `/mechanisms/${HOME}/document-templates`, {
      basedOn: 'regional-contribution',
    });
    const { key } = copy.json<{ key: string }>();
    for (const [language, title] of [
      ['en', 'Khartoum Process: Contribution to the regional review 2028–2029'],
      ['es', 'Contribución al examen regional 2028–2029'],
      ['ar', 'مساهمة في الاستعراض الإقليمي 2028–2029'],
    ] as const) {
      const { body } = await browser.get(`${NEW}?template=${key}&cycleId=regional-3&language=${language}`);
      expect(proposalOf(body).title).toContain(title);
    }
  });

  it('does not go on from another one for the same cycle', async () => {
    const of = { template: 'forum-contribution', cycleId: 'imrf-2030', language: 'en' };
    const days = { periodFrom: '2026-01-01', periodUntil: '2029-12-31' };
    expect((await office.api('POST', OPEN, { ...of, ...days, title: 'One' })).status).toBe(201);
    const address = `${NEW}?template=forum-contribution&cycleId=`;
    const same = await browser.get(`${address}imrf-2030`);
    expect(same.body).not.toContain('31 December 2029');
    const proposed = proposalOf(same.body);
    expect((await browser.post(OPEN, { ...of, ...proposed })).status).toBe(303);
    const apart = { ...of, title: 'Two', periodFrom: '2031-01-01', periodUntil: '2031-12-31' };
    expect((await office.api('POST', OPEN, apart)).status).toBe(201);
    expect((await browser.get(`${address}imrf-2026`)).body).toContain('covers the time until 31 December');
  });

  it('is for a plan of the mechanism, each with days of its own', async () => {
    const form = await browser.get(`${NEW}?template=tracking-matrix`);
    expect(form.body).toContain(`name="planId" value="${plan}"`);
    const fields = { template: 'tracking-matrix', planId: plan, language: 'en', ...proposalOf(form.body) };
    const opened = await browser.post(OPEN, fields);
    expect((await row(opened.headers.location!)).about).toEqual({ planId: plan });
    const { plan: other } = await newPlan(test, HOME, [{ code: '2' }]);
    const later = { ...fields, planId: other.id, periodFrom: '2031-01-01', periodUntil: '2031-12-31' };
    expect((await browser.post(OPEN, later as never)).status).toBe(303);
    const foreign = await newPlan(test, 'rabat', [{ code: '1' }]);
    const wrong = await office.api('POST', OPEN, { ...later, planId: foreign.plan.id });
    expect([wrong.status, Object.keys(wrong.json<{ errors: object }>().errors)]).toEqual([422, ['planId']]);
  });

  it('begins the record of a meeting from its page, for its days', async () => {
    const meeting = await newMeeting(office, HOME);
    const page = await browser.get(`/meetings/${meeting.id}`);
    const link = `${NEW}?template=meeting-record&amp;meetingId=${meeting.id}`;
    expect(page.body).toContain(link);
    const form = await browser.get(link.replace('&amp;', '&'));
    expect(form.body).toContain(`name="meetingId" value="${meeting.id}"`);
    const fields = { template: 'meeting-record', meetingId: meeting.id, language: 'en' };
    const opened = await browser.post(OPEN, { ...fields, ...proposalOf(form.body) });
    expect((await row(opened.headers.location!)).about).toEqual({ meetingId: meeting.id });
    const begun = await browser.get(`/meetings/${meeting.id}`);
    expect(begun.body).toContain(`href="${opened.headers.location!.split('?')[0]}"`);
    const delegate = await browserOf(test, await newPerson(test, ['focal-point', HOME, 'KEN']));
    expect((await delegate.get(`/meetings/${meeting.id}`)).body).not.toContain('meeting-record');
  });
});

describe('settings of a document', () => {
  it('change title, languages, days and masthead of a draft, and refuse a hole and what is stale', async () => {
    const made = await office.api('POST', OPEN, {
      ...{ template: 'political-forum-input', language: 'en', title: 'Input' },
      ...{ periodFrom: '2026-01-01', periodUntil: '2026-12-31' },
    });
    const { id } = made.json<{ id: string }>();
    const form = await browser.get(`/submissions/${id}/settings`);
    const version = Number(valueOf(form.body, 'version'));
    const fields = {
      title: 'Input of the Process',
      languages: 'ar',
      'titles.ar': 'إسهام',
      periodFrom: '2026-01-01',
      periodUntil: '2026-06-30',
      symbol: 'E/HLPF/2026/3',
      version,
    };
    const saved = await browser.post(`/submissions/${id}/settings`, fields);
    expect(saved.status).toBe(303);
    expect(await row(id)).toMatchObject({
      title: 'Input of the Process',
      languages: ['ar'],
      titles: { ar: 'إسهام' },
      periodUntil: '2026-06-30',
      heading: { symbol: 'E/HLPF/2026/3' },
      compilation: 'queued',
    });
    const stale = await browser.post(`/submissions/${id}/settings`, fields);
    expect([stale.status, stale.body.includes('Input of the Process')]).toEqual([409, true]);
    const other = { template: 'political-forum-input', language: 'en', title: 'Next' };
    const days = { periodFrom: '2026-07-01', periodUntil: '2027-06-30' };
    expect((await office.api('POST', OPEN, { ...other, ...days })).status).toBe(201);
    const now = (await office.api('GET', `/submissions/${id}/settings`)).json();
    const hole = await office.api('PUT', `/submissions/${id}/settings`, {
      ...now,
      periodUntil: '2026-05-31',
    });
    expect([hole.status, Object.keys(hole.json<{ errors: object }>().errors)]).toEqual([
      422,
      ['periodUntil'],
    ]);
  });
});
