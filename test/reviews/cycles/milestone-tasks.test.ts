import { dueOf } from '../../../src/reviews/milestone-tasks/due-day.js';
import type { Period } from '../../../src/reviews/cycles/review-cycles.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Mechanism } from '../../../src/mechanisms/mechanism/mechanism.entity.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { Client } from '../../support/client.js';
import { browserOf, newAdministrator, newPerson, type Person, programOf } from '../../support/factories.js';

const HOME = 'khartoum';
const NEW = `/mechanisms/${HOME}/milestone-tasks`;
const OF_FORUM = { cycleId: 'imrf-2030', milestone: 'forum' };

let test: TestApp;
let secretary: Person;
let colleague: Person;
let office: Client;
let program: Client;
let root: Client;
beforeAll(async () => {
  test = await startApp();
  secretary = await newPerson(test, ['secretariat', HOME]);
  colleague = await newPerson(test, ['secretariat', HOME]);
  office = await browserOf(test, secretary);
  program = await programOf(test, secretary);
  root = await programOf(test, await newAdministrator(test), { administrator: true });
  await test
    .get(UnitOfWork)
    .run((manager) => manager.update(Mechanism, { id: HOME }, { zone: 'Africa/Nairobi' }));
});
afterAll(() => test.close());

interface Resource {
  id: string;
  due: { day: string; exact: boolean } | null;
  version: number;
  doneAt: string | null;
}
const note = async (fields: object, by = program) => {
  const answer = await by.api('POST', NEW, { ...OF_FORUM, text: 'Send the draft', ...fields });
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.json<Resource>();
};
const read = async (id: string) => (await program.api('GET', `/milestone-tasks/${id}`)).json<Resource>();

describe('by when a task is to be done', () => {
  const at = (precision: Period['precision'], start: string) => ({ when: { precision, start, end: start } });
  it.each([
    [
      'a day of its own',
      { dueDay: '2030-01-31', daysBefore: null },
      at('day', '2030-05-07'),
      '2030-01-31',
      true,
    ],
    [
      'days before the milestone',
      { dueDay: null, daysBefore: 30 },
      at('day', '2030-05-07'),
      '2030-04-07',
      true,
    ],
    ['the day itself', { dueDay: null, daysBefore: 0 }, at('day', '2030-05-07'), '2030-05-07', true],
    ['days before a month', { dueDay: null, daysBefore: 30 }, at('month', '2030-05-01'), '2030-04-01', false],
  ])('is %s', (_, task, milestone, day, exact) => {
    expect(dueOf(task, milestone)).toEqual({ day, exact });
  });

  it('is not known where nothing says so', () => {
    expect(dueOf({ dueDay: null, daysBefore: null }, at('day', '2030-05-07'))).toBeNull();
    expect(dueOf({ dueDay: null, daysBefore: 30 }, { when: null })).toBeNull();
    expect(dueOf({ dueDay: null, daysBefore: 30 }, undefined)).toBeNull();
  });
});

describe('a task of the secretariat', () => {
  it('moves with its milestone, where it is so many days before it', async () => {
    const { id, due } = await note({ daysBefore: 30 });
    expect(due).toEqual({ day: '2029-12-02', exact: false });
    const days = { precision: 'day', firstDay: '2030-05-07', lastDay: '2030-05-10', source: 'A/RES/84/12' };
    expect((await root.api('PUT', '/review-cycles/imrf-2030', { ...days, version: 1 })).status).toBe(200);
    expect((await read(id)).due).toEqual({ day: '2030-04-07', exact: true });
    await root.api('PUT', '/review-cycles/imrf-2030', { ...days, firstDay: '2030-05-08', version: 2 });
    expect((await read(id)).due).toEqual({ day: '2030-04-08', exact: true });
  });

  it('is noted at its milestone, among what there is to do, and in the month', async () => {
    const form = await office.get(`${NEW}/new?cycle=imrf-2030&milestone=hearing`);
    expect(form.body).toContain('Only the secretariat of this mechanism sees it.');
    const saved = await office.submit(NEW, {
      ...{ cycleId: 'imrf-2030', milestone: 'hearing', text: 'Name a speaker', dueDay: '2026-12-10' },
      accountId: secretary.account.id,
    });
    expect(saved.body).toContain('Name a speaker');
    expect(saved.body).toContain(`by 10 December 2026 · ${secretary.account.name}`);
    for (const page of ['/tasks', `/mechanisms/${HOME}`, `/mechanisms/${HOME}/meetings?month=2026-12`])
      expect([page, (await office.get(page)).body.includes('Name a speaker')]).toEqual([page, true]);
    const other = await browserOf(test, colleague);
    expect((await other.get('/tasks')).body).not.toContain('Name a speaker');
    expect((await other.get('/tasks')).body).toContain('Send the draft');
    expect((await other.get(`/mechanisms/${HOME}`)).body).toContain('Name a speaker');
  });

  it('is ticked off where it stands, which can be taken back', async () => {
    const { id } = await note({ text: 'Ask for contributions' });
    const done = await office.submit(`/milestone-tasks/${id}/completion`, { from: 'tasks' });
    expect(done.body).toContain('Your tasks');
    expect(done.body).not.toContain('Ask for contributions');
    expect(done.body).toContain(`/milestone-tasks/${id}/reopening`);
    expect((await office.get('/review-cycles/imrf-2030')).body).toContain('done on');
    const again = await office.submit(`/milestone-tasks/${id}/reopening`);
    expect(again.body).toContain('The task is open again.');
    expect((await read(id)).doneAt).toBeNull();
    expect((await program.api('POST', `/milestone-tasks/${id}/completion`)).json()).toMatchObject({
      version: 4,
    });
    expect((await program.api('POST', `/milestone-tasks/${id}/completion`)).json()).toMatchObject({
      version: 4,
    });
  });

  it('is changed, refused when it is stale, and removed', async () => {
    const { id } = await note({ daysBefore: 5 });
    const form = await office.get(`/milestone-tasks/${id}/edit`);
    expect(form.body).toContain('name="version" value="1"');
    const saved = await office.submit(`/milestone-tasks/${id}`, { text: 'Send the final text', version: 1 });
    expect(saved.body).toContain('Send the final text');
    const stale = await office.submit(`/milestone-tasks/${id}`, { text: 'Something else', version: 1 });
    expect([stale.status, stale.body.includes('Send the final text')]).toEqual([409, true]);
    const asked = await office.post(`/milestone-tasks/${id}/removal`);
    expect(asked.body).toContain('cannot be undone');
    await office.submit(`/milestone-tasks/${id}/removal`, { confirmed: 'on' });
    expect((await program.api('GET', `/milestone-tasks/${id}`)).status).toBe(404);
    const history = (await office.get(`/history/${HOME}`)).body;
    expect(history).toContain('removed a task for a milestone: Send the final text');
  });

  it.each([
    ['no text', { text: '' }, 'text'],
    ['two days', { dueDay: '2030-01-01', daysBefore: 3 }, 'daysBefore'],
    ['a milestone that is none', { milestone: 'party' }, 'milestone'],
    ['a cycle that is none', { cycleId: 'imrf-2050' }, 'cycleId'],
    ['somebody of another secretariat', { accountId: '0190c0de-0000-7000-8000-00000000000a' }, 'accountId'],
  ])('is refused with %s', async (_, wrong, field) => {
    const answer = await program.api('POST', NEW, { ...OF_FORUM, text: 'Text', ...wrong });
    expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors)]).toEqual([422, [field]]);
  });

  it('is seen by nobody else', async () => {
    const { id } = await note({ text: 'Only ours', daysBefore: 10 });
    const others = [
      await newPerson(test, ['secretariat', 'rabat']),
      await newPerson(test, ['chair', HOME]),
      await newPerson(test, ['focal-point', HOME, 'KEN']),
      await newAdministrator(test),
    ];
    for (const one of others) {
      const browser = await browserOf(test, one);
      const pages = [
        '/review-cycles/imrf-2030',
        '/tasks',
        `/mechanisms/${HOME}`,
        `/mechanisms/${HOME}/meetings?month=2030-04`,
      ];
      for (const page of pages) expect((await browser.get(page)).body).not.toContain('Only ours');
      expect([403, 404]).toContain((await browser.get(`/milestone-tasks/${id}/edit`)).status);
      expect([403, 404]).toContain((await browser.post(`/milestone-tasks/${id}/completion`)).status);
      expect([403, 404]).toContain((await browser.post(NEW, { ...OF_FORUM, text: 'Theirs' })).status);
    }
    expect((await read(id)).doneAt).toBeNull();
  });

  it('keeps the milestone it is for', async () => {
    const { version } = (await program.api('GET', '/review-cycles/regional-3')).json<{ version: number }>();
    const made = await root.api('POST', '/review-cycles/regional-3/milestones', {
      ...{ code: 'briefing', precision: 'unknown', source: 'A note', version },
    });
    const [own] = made
      .json<{ milestones: { key: string; own: boolean }[] }>()
      .milestones.filter((one) => one.own);
    await note({ cycleId: 'regional-3', milestone: own!.key });
    const removed = await root.api('DELETE', `/review-cycles/regional-3/milestones/${own!.key}`);
    expect(removed.status).toBe(409);
  });
});
