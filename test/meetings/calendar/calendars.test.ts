import fc from 'fast-check';
import ical, { type VEvent } from 'node-ical';
import { Account, RoleGrant } from '../../../src/accounts/account.entity.js';
import { CalendarFeed } from '../../../src/meetings/calendar/calendar-feed.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { PlansService } from '../../../src/plans/plan/plans.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newAccount, newPerson, newPlan, type Person } from '../../support/factories.js';
import { newMeeting } from '../../support/meetings.js';

const MECHANISM = 'khartoum';
let test: TestApp;
let office: Person;
let api: Client;
const calendarProgram = () => new Client(test);

beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', MECHANISM], ['secretariat', 'rabat']);
  api = await browserOf(test, office);
});
afterAll(() => test.close());

const english = (text: string) => ({ original: 'en', texts: { en: text } });

/** Subscribes, and answers the path a calendar program asks. */
async function subscribe(program: Client, mechanismId?: string): Promise<string> {
  const answer = await program.api('POST', '/account/calendars', { mechanismId });
  if (answer.status !== 201) throw new Error(answer.body);
  return new URL(answer.json<{ url: string }>().url).pathname;
}

async function eventsAt(path: string): Promise<VEvent[]> {
  const answer = await calendarProgram().get(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  return eventsIn(answer.body);
}

const eventsIn = (text: string) =>
  Object.values(ical.sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT');
const eventOf = async (path: string, id: string) =>
  (await eventsAt(path)).find(({ uid }) => uid === `meeting-${id}@waymark`);

describe('a meeting in a calendar', () => {
  it('is at its moment, whatever the clock of its place', async () => {
    const path = await subscribe(api, MECHANISM);
    const { id } = await newMeeting(api, MECHANISM, {
      firstDay: '2027-07-05',
      startTime: '09:00',
      endTime: '17:30',
      zone: 'Europe/Rome',
      place: 'Rome; Palazzo, first floor',
    });
    const winter = await newMeeting(api, MECHANISM, {
      firstDay: '2027-12-06',
      lastDay: '2027-12-07',
      startTime: '22:00',
      endTime: '01:00',
      zone: 'America/New_York',
    });
    const event = (await eventOf(path, id))!;
    // Summer time there.
    expect([event.start.toISOString(), event.end!.toISOString()]).toEqual([
      '2027-07-05T07:00:00.000Z',
      '2027-07-05T15:30:00.000Z',
    ]);
    expect(event).toMatchObject({ summary: 'A meeting', location: 'Rome; Palazzo, first floor' });
    expect(event.description).toContain('09:00 – 17:30 (Central European Time, Rome)');
    const other = (await eventOf(path, winter.id))!;
    expect([other.start.toISOString(), other.end!.toISOString()]).toEqual([
      '2027-12-07T03:00:00.000Z',
      '2027-12-07T06:00:00.000Z',
    ]);
  });

  it('takes whole days where no time is known, and the month where no day is', async () => {
    const path = await subscribe(api, MECHANISM);
    const days = await newMeeting(api, MECHANISM, { firstDay: '2027-05-30', lastDay: '2027-06-01' });
    const beginning = await newMeeting(api, MECHANISM, {
      firstDay: '2027-05-30',
      lastDay: '2027-06-01',
      startTime: '10:00',
    });
    const month = await newMeeting(api, MECHANISM, { datePrecision: 'month', firstDay: '2028-02-10' });
    const body = (await calendarProgram().get(path)).body;
    const linesOf = (id: string) =>
      body.split('BEGIN:VEVENT').find((part) => part.includes(`UID:meeting-${id}@waymark`))!;
    for (const { id } of [days, beginning]) {
      expect(linesOf(id)).toContain('DTSTART;VALUE=DATE:20270530\r\n');
      // The day after the last (RFC 5545, 3.6.1).
      expect(linesOf(id)).toContain('DTEND;VALUE=DATE:20270602\r\n');
    }
    expect(linesOf(month.id)).toContain('DTSTART;VALUE=DATE:20280201\r\nDTEND;VALUE=DATE:20280301\r\n');
    expect(linesOf(month.id)).toContain('STATUS:TENTATIVE');
    expect(linesOf(month.id)).toContain('TRANSP:TRANSPARENT');
  });

  it('keeps its identity while it changes, and says when it is off', async () => {
    const path = await subscribe(api, MECHANISM);
    const { id } = await newMeeting(api, MECHANISM);
    const change = (version: number, fields: object) =>
      api.api('PATCH', `/meetings/${id}`, {
        type: 'som',
        title: english('A meeting'),
        firstDay: '2027-06-03',
        version,
        ...fields,
      });
    const before = (await eventOf(path, id))!;
    expect([before.sequence, before.status]).toEqual([0, 'CONFIRMED']);
    test.clock.advance(60_000);
    await change(1, { firstDay: '2027-06-10' });
    const moved = (await eventOf(path, id))!;
    expect([moved.sequence, moved.uid]).toEqual([1, before.uid]);
    expect(moved.dtstamp.getTime()).toBeGreaterThan(before.dtstamp.getTime());
    await change(2, { state: 'cancelled' });
    expect(await eventOf(path, id)).toMatchObject({
      sequence: 2,
      status: 'CANCELLED',
      summary: 'Cancelled: A meeting',
    });
    await change(3, { state: 'postponed' });
    expect(await eventOf(path, id)).toMatchObject({ status: 'CANCELLED', summary: 'Postponed: A meeting' });
    await api.api('DELETE', `/meetings/${id}`);
    expect(await eventOf(path, id)).toBeUndefined();
  });

  it('says any text as it was written, in lines of at most 75 bytes', async () => {
    const path = await subscribe(api, 'rabat');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 150 }).filter((text) => clean(text) === text),
        fc.constantFrom(
          '',
          'BEGIN:VEVENT\n',
          'a,b;c\\d"e:f',
          'اجتماع كبار المسؤولين، الخرطوم',
          '会议\nEND:VCALENDAR',
        ),
        async (title, place) => {
          const { id } = await newMeeting(api, 'rabat', { title: english(title), place });
          const { body } = await calendarProgram().get(path);
          for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(body.split('\r\n').every((line) => !line.includes('\n'))).toBe(true);
          const event = eventsIn(body).find(({ uid }) => uid === `meeting-${id}@waymark`)!;
          expect([textOf(event.summary), textOf(event.location) ?? '']).toEqual([title, clean(place)]);
          await api.api('DELETE', `/meetings/${id}`);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('can be had alone, by whoever may read it', async () => {
    const { id } = await newMeeting(api, MECHANISM, { title: english('Alone'), isPublic: true });
    const answer = await calendarProgram().get(`/meetings/${id}.ics`);
    expect(eventsIn(answer.body)).toMatchObject([
      { uid: `meeting-${id}@waymark`, summary: 'Alone', url: { val: `http://waymark.test/meetings/${id}` } },
    ]);
    const closed = await newMeeting(api, MECHANISM);
    expect((await calendarProgram().get(`/meetings/${closed.id}.ics`)).status).toBe(404);
    expect((await (await browserOf(test, office)).get(`/meetings/${closed.id}.ics`)).status).toBe(200);
  });
});

describe('due days in a calendar', () => {
  it('are those of plans in force, named to the day', async () => {
    const day = (start: string) => ({ precision: 'day', start });
    const { plan, items } = await newPlan(test, MECHANISM, [
      { code: '1', title: 'Due on a day', when: day('2027-09-15') },
      { code: '2', title: 'Due in a month', when: { precision: 'month', start: '2027-09-15' } },
      {
        code: '3',
        title: 'Due in a range',
        when: { precision: 'range', start: '2027-01-01', end: '2027-09-15' },
      },
      { code: '4', title: 'Due long ago', when: day('2020-01-01') },
      { code: '5', title: 'Given up', when: day('2027-09-16'), status: 'discontinued' },
      { code: '6' },
    ]);
    await newPlan(test, MECHANISM, [{ title: 'Of a draft', when: day('2027-09-15') }], { draft: true });
    await newPlan(test, 'bali', [{ title: 'Of another mechanism', when: day('2027-09-15') }]);
    const path = await subscribe(
      await browserOf(test, await newPerson(test, ['reader', MECHANISM])),
      MECHANISM,
    );
    const due = async () => (await eventsAt(path)).filter(({ uid }) => uid.startsWith('item-'));
    expect(await due()).toMatchObject([
      {
        uid: `item-${items[0]!.id}@waymark`,
        summary: 'Due: 1 Due on a day',
        datetype: 'date',
        status: 'CONFIRMED',
      },
      { summary: 'Due: 5 Given up', status: 'CANCELLED' },
    ]);
    await test.get(PlansService).move(office.actor, plan.id, 'supersede');
    expect(await due()).toEqual([]);
  });
});

describe('the address of a calendar', () => {
  it('is shown once and kept as a hash', async () => {
    const person = await newPerson(test, ['reader', MECHANISM]);
    const browser = await browserOf(test, person);
    const made = await browser.post('/account/calendars', { mechanismId: MECHANISM });
    const [, secret] = /http:\/\/waymark\.test\/calendars\/([\w-]{43})\.ics/.exec(made.body)!;
    expect((await browser.get('/account/calendars')).body).not.toContain(secret);
    const row = await test
      .get(UnitOfWork)
      .read.findOneByOrFail(CalendarFeed, { accountId: person.account.id });
    expect(JSON.stringify(row)).not.toContain(secret);
    const program = await browserOf(test, person);
    const listed = await program.api('GET', '/account/calendars');
    expect(listed.json()).toMatchObject({ items: [{ mechanismId: MECHANISM, lastUsedAt: null }] });
    expect(listed.body).not.toContain(secret);
    await calendarProgram().get(`/calendars/${secret}.ics`);
    expect((await program.api('GET', '/account/calendars')).json()).toMatchObject({
      items: [{ lastUsedAt: test.clock.now().toISOString() }],
    });
  });

  it('holds only what its owner may read now', async () => {
    const { id } = await newMeeting(api, MECHANISM, { title: english('In Khartoum’s') });
    const other = await newMeeting(api, 'rabat', { title: english('In Rabat’s'), isPublic: true });
    const person = await newPerson(test, ['focal-point', MECHANISM, 'KEN'], ['reader', 'rabat']);
    const program = await browserOf(test, person);
    const all = await subscribe(program);
    const one = await subscribe(program, MECHANISM);
    const uids = async (path: string) => new Set((await eventsAt(path)).map(({ uid }) => uid));
    const [here, there] = [`meeting-${id}@waymark`, `meeting-${other.id}@waymark`];
    expect([(await uids(all)).has(here), (await uids(all)).has(there)]).toEqual([true, true]);
    expect([(await uids(one)).has(here), (await uids(one)).has(there)]).toEqual([true, false]);
    await test
      .get(UnitOfWork)
      .run((manager) =>
        manager.update(
          RoleGrant,
          { accountId: person.account.id, mechanismId: MECHANISM },
          { untilDay: '2027-02-28' },
        ),
      );
    expect([(await uids(all)).has(here), (await uids(all)).has(there)]).toEqual([false, true]);
    expect(await uids(one)).toEqual(new Set());
    expect((await calendarProgram().get(one)).body).not.toContain('In Khartoum');
    await test
      .get(UnitOfWork)
      .run((manager) => manager.update(Account, { id: person.account.id }, { closedAt: test.clock.now() }));
    for (const path of [all, one]) expect((await calendarProgram().get(path)).status).toBe(404);
  });

  it('can be revoked by its owner, and by nobody else', async () => {
    const person = await newPerson(test, ['reader', MECHANISM]);
    const program = await browserOf(test, person);
    const path = await subscribe(program);
    const [feed] = (await program.api('GET', '/account/calendars')).json<{ items: { id: string }[] }>().items;
    await api.api('DELETE', `/account/calendars/${feed!.id}`);
    expect((await calendarProgram().get(path)).status).toBe(200);
    const browser = await browserOf(test, person);
    await browser.post(`/account/calendars/${feed!.id}/revoke`, { confirmed: 'on' });
    expect((await calendarProgram().get(path)).status).toBe(404);
    expect((await program.api('GET', '/account/calendars')).json()).toMatchObject({ items: [] });
    expect((await calendarProgram().get('/calendars/guessed.ics')).status).toBe(404);
  });

  it('is for mechanisms one has a role in', async () => {
    const program = await browserOf(test, await newPerson(test, ['reader', MECHANISM]));
    const elsewhere = await program.api('POST', '/account/calendars', { mechanismId: 'bali' });
    expect(elsewhere.status).toBe(404);
    const nobody = await browserOf(test, await newPerson(test));
    expect((await nobody.api('POST', '/account/calendars', {})).status).toBe(404);
  });

  it('speaks its owner’s language', async () => {
    const { id } = await newMeeting(api, MECHANISM, {
      title: { original: 'en', texts: { en: 'A meeting', ar: 'اجتماع' } },
      state: 'cancelled',
    });
    const person = await newAccount(test, { language: 'ar' }, [['reader', MECHANISM]]);
    const path = await subscribe(await browserOf(test, person), MECHANISM);
    expect(await eventOf(path, id)).toMatchObject({ summary: 'ملغى: اجتماع' });
  });

  it('sends a calendar again only when it has changed', async () => {
    const path = await subscribe(api, MECHANISM);
    const { id } = await newMeeting(api, MECHANISM);
    const first = await calendarProgram().get(path);
    const etag = first.headers.etag!;
    expect(first.headers['cache-control']).toBe('private, no-cache');
    test.clock.advance(5 * 60_000);
    const again = await calendarProgram().get(path, { 'if-none-match': `"other", ${etag}` });
    expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
    await api.api('DELETE', `/meetings/${id}`);
    const changed = await calendarProgram().get(path, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
  });

  it('does not let a mechanism’s name break out of its line', async () => {
    const { version, shortName } = (await api.api('GET', '/mechanisms/rabat')).json<{
      version: number;
      shortName: string;
    }>();
    await api.api('PATCH', '/mechanisms/rabat', { version, shortName: 'A;\r\nBEGIN:VEVENT' });
    const { body } = await calendarProgram().get(await subscribe(api, 'rabat'));
    expect(body).toContain('X-WR-CALNAME:A\\; BEGIN:VEVENT\r\n');
    await api.api('PATCH', '/mechanisms/rabat', { version: version + 1, shortName });
  });
});

const textOf = (value: unknown) =>
  typeof value === 'object' && value !== null
    ? (value as { val: string }).val
    : (value as string | undefined);

/** What of a title survives being stored, and being a line of a calendar. */
const clean = (text: string) => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
