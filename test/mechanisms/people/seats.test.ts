import { randomUUID } from 'node:crypto';
import { RoleGrant } from '../../../src/accounts/account.entity.js';
import { NominationsService } from '../../../src/accounts/seats/nominations.service.js';
import { Mechanism } from '../../../src/mechanisms/mechanism/mechanism.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { AuditEvent } from '../../../src/platform/database/history.js';
import { OutgoingMessage } from '../../../src/platform/mail/message.entity.js';
import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { START, startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { invited } from '../../support/invitation.js';
import {
  browserOf,
  newAccount,
  newAdministrator,
  newEntry,
  newPerson,
  newPlan,
  type Person,
  inPerson,
} from '../../support/factories.js';
import { mailsTo } from '../../support/rounds.js';

const HOME = 'rabat';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let test: TestApp;
let secretariat: Person;
let office: Client;
let item: PlanItem;

beforeAll(async () => {
  test = await startApp();
  const plan = await newPlan(test, HOME, [{ code: '1', owners: ['all-members'] }]);
  item = plan.items[0]!;
  secretariat = plan.secretariat;
  office = inPerson(test, secretariat);
});
afterAll(() => test.close());
afterEach(() => test.clock.moveTo(START));

interface Seat {
  id: string;
  standing: string;
  holdsFrom?: string | null;
}

let count = 0;
const address = () => `seat${(count += 1)}@example.org`;

/** Asks for a seat of a State, for a person or somebody new. */
async function ask(by: Client, state: string, who: Person | string = address(), fields: object = {}) {
  const email = typeof who === 'string' ? who : who.account.email;
  const person = { name: 'Somebody', email, language: 'en', role: 'focal-point', state };
  return by.api('POST', `/mechanisms/${HOME}/people`, { ...person, fromDay: '2027-03-01', ...fields });
}
const asked = async (...given: Parameters<typeof ask>) => (await ask(...given)).json<Seat>();
const end = (by: Client, id: string, body: object = { now: true }) =>
  by.api('POST', `/people/${id}/end`, body);
const confirm = (by: Client, { id }: Seat) => by.api('POST', `/seats/${id}/confirmation`);
const object = (by: Client, { id }: Seat) => by.api('POST', `/seats/${id}/objection`, { reason: 'Not ours' });
const focal = (state: string) => newPerson(test, ['focal-point', HOME, state]);
/** Roles a person has at this moment, as the API says to them. */
const rolesOf = async (person: Person) =>
  (await inPerson(test, person).api('GET', '/account')).json<{ roles: { role: string }[] }>().roles;
const rolesIn = async (scope: string, person: Person) =>
  (await inPerson(test, person).api('GET', '/account'))
    .json<{ roles: { role: string; scope: string }[] }>()
    .roles.filter((one) => one.scope === scope)
    .map(({ role }) => role);
const subjects = async (person: Person) => (await mailsTo(test, person)).map(({ subject }) => subject);
/** All mails go out, days pass, the sweep runs. */
async function pass(days: number): Promise<void> {
  await mailsTo(test, secretariat);
  test.clock.advance(days * DAY);
  await test.get(NominationsService).sweep();
}
const held = (person: Person) =>
  test.get(UnitOfWork).read.countBy(RoleGrant, { accountId: person.account.id });

describe('nobody gives a seat to themselves', () => {
  it('whatever role, by the API or the page', async () => {
    for (const role of ['secretariat', 'focal-point', 'chair', 'reader', 'partner']) {
      const fields = { role, partner: 'IOM', fromDay: '2028-01-01' };
      const answer = await ask(office, 'SEN', secretariat, fields);
      expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors)]).toEqual([
        422,
        ['email'],
      ]);
    }
    const browser = await browserOf(test, secretariat);
    const me = { name: 'Me', email: secretariat.account.email.toUpperCase(), language: 'en' };
    const page = await browser.post(
      `/mechanisms/${HOME}/people/invite`,
      invited({ ...me, role: 'focal-point', state: 'SEN', fromDay: '2027-03-01' }),
    );
    expect(page.status).toBe(422);
    expect(page.body).toContain('You cannot give a role to yourself.');
    expect(await held(secretariat)).toBe(1);
  });

  it('by another spelling of the address, or by one they had before', async () => {
    const [name, domain] = secretariat.account.email.split('@');
    expect((await ask(office, 'SEN', `${name}+sen@${domain}`)).status).toBe(422);
    const event = { id: randomUUID(), at: test.clock.now(), actorName: 'x', scope: null, after: null };
    const moved = { action: 'account.address', subjectKind: 'account', subjectId: secretariat.account.id };
    await test
      .get(UnitOfWork)
      .run((manager) =>
        manager.insert(AuditEvent, { ...event, ...moved, before: { email: 'me.before@example.org' } }),
      );
    expect((await ask(office, 'SEN', 'me.before@example.org')).status).toBe(422);
  });

  it('by a hand-over, or as an administrator', async () => {
    const holder = await focal('CIV');
    const to = { name: 'Me', email: secretariat.account.email, language: 'en', fromDay: '2027-03-02' };
    const handed = await office.api('POST', `/people/${holder.account.grants[0]!.id}/hand-over`, to);
    expect(handed.status).toBe(422);
    const root = await newAdministrator(test);
    for (const role of ['secretariat', 'reader']) {
      const answer = await ask(inPerson(test, root), 'CIV', root, { role, contact: 'c@example.org' });
      expect(answer.json()).toMatchObject({ errors: { email: expect.any(String) as string } });
    }
    expect(await rolesOf(root)).toEqual([]);
  });
});

describe('secretariat and State in one mechanism', () => {
  it('exclude each other for one person, also later, and while one of them waits', async () => {
    const officer = await newPerson(test, ['secretariat', HOME]);
    expect((await ask(office, 'GHA', officer)).status).toBe(422);
    expect((await ask(office, 'GHA', officer, { fromDay: '2029-01-01' })).status).toBe(422);
    expect((await ask(office, 'GHA', officer, { role: 'chair' })).status).toBe(422);
    const speaker = await focal('GHA');
    expect((await ask(office, 'GHA', speaker, { role: 'secretariat' })).status).toBe(422);
    const waits = await newAccount(test);
    expect((await asked(office, 'GHA', waits)).standing).toBe('waiting');
    expect((await ask(office, 'GHA', waits, { role: 'secretariat' })).status).toBe(422);
    // By a second account neither.
    const second = officer.account.email.replace('@', '+ghana@');
    expect((await ask(office, 'GHA', second, { role: 'chair' })).status).toBe(422);
    // A chair is a State's person, and elsewhere one may be anything.
    expect((await ask(office, 'GHA', speaker, { role: 'chair' })).status).toBe(201);
    const elsewhere = await newPerson(test, ['secretariat', 'bali']);
    expect((await ask(office, 'NGA', elsewhere)).status).toBe(201);
  });

  it('leave whoever got both before no part of the State: none to confirm, to give or to clear with', async () => {
    const state = 'TGO';
    const both = await newPerson(test, ['secretariat', HOME], ['focal-point', HOME, state]);
    const holder = await focal(state);
    const officer = inPerson(test, both);
    const seat = await asked(officer, state);
    expect(seat.standing).toBe('waiting');
    expect((await confirm(officer, seat)).status).toBe(404);
    const steps = [{ name: 'Validation', accountId: both.account.id }];
    const settled = await inPerson(test, holder).api(
      'PUT',
      `/mechanisms/${HOME}/delegations/${state}/clearance`,
      { version: 1, steps },
    );
    expect(settled.status).toBe(422);
  });

  it('follow each other on different days', async () => {
    const person = await newAccount(test);
    const until = { role: 'secretariat', untilDay: '2027-03-31' };
    expect((await ask(office, 'TGO', person, until)).status).toBe(201);
    expect((await ask(office, 'TGO', person, { fromDay: '2027-03-31' })).status).toBe(422);
    expect((await ask(office, 'TGO', person, { fromDay: '2027-04-01' })).status).toBe(201);
  });

  it('are refused in a hand-over too', async () => {
    const holder = await focal('BEN');
    const officer = await newPerson(test, ['secretariat', HOME]);
    const to = { name: 'X', email: officer.account.email, language: 'en', fromDay: '2027-03-05' };
    const own = inPerson(test, holder);
    expect((await own.api('POST', `/people/${holder.account.grants[0]!.id}/hand-over`, to)).status).toBe(422);
  });

  it('are looked at again when a seat that waited takes effect', async () => {
    await focal('BFA');
    const person = await newAccount(test);
    const waiting = await asked(office, 'BFA', person);
    await test.get(UnitOfWork).run((manager) =>
      manager.insert(RoleGrant, {
        ...{ id: randomUUID(), accountId: person.account.id, mechanismId: HOME, role: 'secretariat' },
        ...{ subject: null, deputy: false, fromDay: '2027-03-01', untilDay: null },
      }),
    );
    await pass(4);
    expect(await rolesOf(person)).toMatchObject([{ role: 'secretariat' }]);
    expect((await confirm(inPerson(test, await focal('BFA')), waiting)).status).toBe(409);
  });
});

describe('a new seat in a delegation that has one', () => {
  it('reads and speaks for nothing while it waits', async () => {
    const holder = await focal('MLI');
    const draft = await newEntry(test, holder, item, { mechanismId: HOME, as: 'state:MLI' });
    const puppet = await newAccount(test);
    const seat = await asked(office, 'MLI', puppet);
    expect(seat).toMatchObject({ standing: 'waiting', holdsFrom: '2027-03-05T00:00:00.000Z' });
    const program = inPerson(test, puppet);
    expect(await rolesOf(puppet)).toEqual([]);
    expect((await program.api('GET', `/progress/${draft.id}`)).status).toBe(404);
    expect((await program.api('GET', `/mechanisms/${HOME}/delegation`)).status).toBe(403);
    const told = (await mailsTo(test, holder)).at(-1)!;
    expect(told.subject).toBe(
      'Rabat Process: new role for Somebody (Focal point (Mali))'.replace('Somebody', puppet.account.name),
    );
    expect(told.text).toContain('including drafts');
    expect(told.text).toContain(`http://waymark.test/seats/${seat.id}`);
    expect((await mailsTo(test, puppet)).at(-1)!.text).toContain('It has not taken effect yet');
    const home = await (await browserOf(test, holder)).get('/tasks');
    expect(home.body).toContain(`/seats/${seat.id}`);
    expect((await (await browserOf(test, puppet)).get('/tasks')).body).not.toContain(`/seats/${seat.id}`);
  });

  it('holds when a holder confirms, and nobody else can', async () => {
    const holder = await focal('NER');
    const puppet = await newAccount(test);
    const seat = await asked(office, 'NER', puppet);
    const others = [secretariat, puppet, await focal('TCD'), await newAdministrator(test)];
    for (const other of others) {
      const program = inPerson(test, other);
      expect((await confirm(program, seat)).status).toBe(404);
      expect((await object(program, seat)).status).toBe(404);
      expect((await program.api('GET', '/seats')).json()).toMatchObject({ items: [] });
      expect((await (await browserOf(test, other)).get(`/seats/${seat.id}`)).status).toBe(404);
    }
    const browser = await browserOf(test, holder);
    expect((await browser.get(`/seats/${seat.id}`)).body).toContain('including drafts');
    expect((await browser.submit(`/seats/${seat.id}/confirmation`)).body).toContain('Confirmed.');
    expect(await rolesOf(puppet)).toMatchObject([{ role: 'focal-point', subject: 'NER' }]);
    expect((await confirm(inPerson(test, holder), seat)).status).toBe(409);
    expect((await object(inPerson(test, holder), seat)).status).toBe(409);
  });

  it('holds after three whole days in which all holders were told and nobody objected', async () => {
    await focal('GIN');
    const puppet = await newAccount(test);
    await asked(office, 'GIN', puppet);
    await pass(3);
    expect(await rolesOf(puppet)).toEqual([]);
    await pass(1);
    expect(await rolesOf(puppet)).toMatchObject([{ subject: 'GIN' }]);
  });

  it('does not hold while the mails are on their way: the days begin when they went out', async () => {
    const holder = await focal('GNB');
    const puppet = await newAccount(test);
    const seat = await asked(office, 'GNB', puppet);
    test.clock.advance(10 * DAY);
    await test.get(NominationsService).sweep();
    expect(await rolesOf(puppet)).toEqual([]);
    await pass(1);
    expect(await rolesOf(puppet)).toEqual([]);
    expect((await object(inPerson(test, holder), seat)).status).toBe(204);
    await pass(10);
    expect(await rolesOf(puppet)).toEqual([]);
  });

  it('is not given when one of them objects; all are told, and it stands in the history', async () => {
    const [one, other] = [await focal('SLE'), await focal('SLE')];
    const puppet = await newAccount(test);
    const seat = await asked(office, 'SLE', puppet);
    const browser = await browserOf(test, one);
    const objected = await browser.submit(`/seats/${seat.id}/objection`, { reason: 'Nobody of ours' });
    expect(objected.body).toContain('the role is not given');
    for (const person of [other, puppet, secretariat])
      expect((await subjects(person)).at(-1)).toContain('role not given to');
    await pass(10);
    expect(await rolesOf(puppet)).toEqual([]);
    expect((await confirm(inPerson(test, other), seat)).status).toBe(409);
    const history = (await inPerson(test, other).api('GET', `/mechanisms/${HOME}/delegation/history`)).json<{
      items: { action: string; by: { name: string } }[];
    }>().items;
    expect(history.map(({ action, by }) => [action, by.name])).toEqual([
      ['role.object', one.account.name],
      ['role.nominate', secretariat.account.name],
    ]);
    const page = (await (await browserOf(test, other)).get(`/mechanisms/${HOME}/delegation`)).body;
    expect(page).toContain(`objected to the role of ${puppet.account.email}`);
    const stranger = inPerson(test, await focal('TCD'));
    const theirs = await stranger.api('GET', `/mechanisms/${HOME}/delegation/history`);
    expect(theirs.body).not.toContain(puppet.account.email);
  });

  it('can be taken back by the secretariat, on its page', async () => {
    const holder = await focal('LBR');
    const email = address();
    const seat = await asked(office, 'LBR', email);
    const browser = await browserOf(test, secretariat);
    const list = await browser.get(`/mechanisms/${HOME}/people`);
    expect(list.body).toContain('Waiting for confirmation');
    expect(list.body).toContain(email);
    const after = await browser.submit(`/mechanisms/${HOME}/people/${seat.id}/withdrawal`, {
      confirmed: 'on',
    });
    expect(after.body).toContain('Withdrawn.');
    expect(after.body).not.toContain(email);
    expect((await subjects(holder)).at(-1)).toContain('role not given to');
    expect((await confirm(inPerson(test, holder), seat)).status).toBe(409);
    const other = inPerson(test, await newPerson(test, ['secretariat', 'bali']));
    expect((await end(other, (await asked(office, 'LBR')).id)).status).toBe(404);
  });

  it('is decided once, by whoever is first', async () => {
    const [one, other] = [await focal('GMB'), await focal('GMB')];
    const puppet = await newAccount(test);
    const seat = await asked(office, 'GMB', puppet);
    const answers = await Promise.all([
      confirm(inPerson(test, one), seat),
      object(inPerson(test, other), seat),
      (await browserOf(test, secretariat)).post(`/mechanisms/${HOME}/people/${seat.id}/withdrawal`, {
        confirmed: 'on',
      }),
    ]);
    expect(answers.filter(({ status }) => status < 400)).toHaveLength(1);
    expect((await rolesOf(puppet)).length).toBe(answers[0].status === 204 ? 1 : 0);
  });

  it('of two first ones asked for at once, one waits for the other', async () => {
    const seats = await Promise.all([asked(office, 'CPV'), asked(office, 'CPV'), asked(office, 'CPV')]);
    expect(seats.map(({ standing }) => standing).sort()).toEqual(['held', 'waiting', 'waiting']);
  });

  it('waits as well for a partner organization, for a deputy, and for a day to come', async () => {
    const partner = await newPerson(test, ['partner', HOME, 'IOM']);
    const second = await asked(office, '', address(), { role: 'partner', partner: 'IOM' });
    expect(second.standing).toBe('waiting');
    expect((await confirm(inPerson(test, partner), second)).status).toBe(204);
    await focal('MRT');
    expect((await asked(office, 'MRT', address(), { deputy: true })).standing).toBe('waiting');
    expect((await asked(office, 'MRT', address(), { fromDay: '2028-01-01' })).standing).toBe('waiting');
  });
});

describe('emptying a delegation first', () => {
  it('does not help: the former holder is told at once, and can object to who comes next', async () => {
    const holder = await focal('DZA');
    const draft = await newEntry(test, holder, item, { mechanismId: HOME, as: 'state:DZA' });
    const puppet = await newAccount(test);
    expect((await end(office, holder.account.grants[0]!.id)).status).toBe(200);
    const seat = await asked(office, 'DZA', puppet);
    expect(seat.standing).toBe('waiting');
    expect(await subjects(holder)).toEqual([
      'Rabat Process: your role ends (Focal point (Algeria))',
      `Rabat Process: new role for ${puppet.account.name} (Focal point (Algeria))`,
    ]);
    const program = inPerson(test, holder);
    // Ended from outside, one can object and no more: it is not theirs to confirm.
    expect((await confirm(program, seat)).status).toBe(403);
    expect((await (await browserOf(test, holder)).get(`/seats/${seat.id}`)).status).toBe(200);
    expect((await object(program, seat)).status).toBe(204);
    expect((await inPerson(test, puppet).api('GET', `/progress/${draft.id}`)).status).toBe(404);
  });

  it('nor by a last day, by closing the account, or by waiting a little', async () => {
    const byDay = await focal('LBY');
    await end(office, byDay.account.grants[0]!.id, { untilDay: '2027-03-01' });
    test.clock.advance(20 * DAY);
    expect((await asked(office, 'LBY')).standing).toBe('waiting');
    test.clock.advance(20 * DAY);
    expect((await asked(office, 'EGY')).standing).toBe('held');
    test.clock.moveTo(START);
    await newAccount(test, { closedAt: test.clock.now() }, [['focal-point', HOME, 'COM']]);
    expect((await asked(office, 'COM')).standing).toBe('waiting');
  });

  it('is forgotten after a month, or when they handed over themselves', async () => {
    const former = await focal('ERI');
    await end(office, former.account.grants[0]!.id);
    test.clock.advance(31 * DAY);
    expect((await asked(office, 'ERI')).standing).toBe('held');
  });
});

describe('the end of a role', () => {
  it('is told to who had it and to their colleagues, and lets nothing end in the past', async () => {
    const [one, other] = [await focal('KEN'), await focal('KEN')];
    const grant = one.account.grants[0]!.id;
    const past = await end(office, grant, { untilDay: '2027-02-28' });
    expect(past.json()).toMatchObject({ errors: { untilDay: expect.any(String) as string } });
    expect(await rolesOf(one)).toHaveLength(1);
    expect((await end(office, grant, { untilDay: '2027-03-10' })).status).toBe(200);
    for (const person of [one, other])
      expect((await mailsTo(test, person)).at(-1)!.text).toContain('10 March 2027');
    // Not longer again: that would be a seat given without a word to anybody.
    expect((await end(office, grant, { untilDay: '2027-04-10' })).status).toBe(422);
    const browser = await browserOf(test, one);
    expect((await browser.get(`/mechanisms/${HOME}/delegation`)).status).toBe(200);
    const form = `/mechanisms/${HOME}/people/${grant}/end`;
    const page = await (await browserOf(test, secretariat)).submit(form, { untilDay: '', now: 'on' });
    expect(page.body).toContain('The role has ended.');
    expect((await browser.get(`/mechanisms/${HOME}/delegation`)).status).toBe(403);
    expect((await mailsTo(test, one)).at(-1)!.text).toContain('has ended');
    expect((await end(office, grant)).status).toBe(409);
    expect((await end(office, grant, { untilDay: '2028-01-01' })).status).toBe(409);
    const [last] = (await inPerson(test, other).api('GET', `/mechanisms/${HOME}/delegation/history`)).json<{
      items: { action: string }[];
    }>().items;
    expect(last!.action).toBe('role.endNow');
  });

  it('before it began means that it never held', async () => {
    const person = await newAccount(test);
    const seat = await asked(office, 'UGA', person, { fromDay: '2027-03-05' });
    await end(office, seat.id);
    await pass(10);
    expect(await rolesOf(person)).toEqual([]);
  });
});

describe('a hand-over', () => {
  const to = (email: string, fromDay = '2027-03-01') => ({ name: 'Next', email, language: 'en', fromDay });

  it('by a holder confirms itself, and colleagues are told', async () => {
    const [one, other] = [await focal('TZA'), await focal('TZA')];
    const next = await newAccount(test);
    const grant = one.account.grants[0]!.id;
    const own = inPerson(test, one);
    const answer = await own.api('POST', `/people/${grant}/hand-over`, to(next.account.email));
    expect(answer.json()).toMatchObject({ standing: 'held' });
    expect(await rolesOf(next)).toHaveLength(1);
    expect(await rolesOf(one)).toEqual([]);
    expect((await subjects(other)).at(-1)).toContain('now also represents');
  });

  it('by the secretariat waits for the delegation, whose holder stays until then', async () => {
    const one = await focal('RWA');
    const next = await newAccount(test);
    const grant = one.account.grants[0]!.id;
    const seat = (
      await office.api('POST', `/people/${grant}/hand-over`, to(next.account.email))
    ).json<Seat>();
    expect(seat.standing).toBe('waiting');
    expect(await rolesOf(one)).toHaveLength(1);
    expect((await office.api('POST', `/people/${grant}/hand-over`, to(address()))).status).toBe(409);
    expect((await object(inPerson(test, one), seat)).status).toBe(204);
    expect(await rolesOf(one)).toHaveLength(1);
    const again = (
      await office.api('POST', `/people/${grant}/hand-over`, to(next.account.email))
    ).json<Seat>();
    await pass(4);
    expect(await rolesOf(one)).toEqual([]);
    expect(await rolesOf(next)).toHaveLength(1);
    expect((await confirm(inPerson(test, one), again)).status).toBe(404);
  });
});

describe('the secretariat', () => {
  const PLACE = 'pidc';
  const at = (email: string, fields: object = {}) => ({
    ...{ name: 'Next', email, language: 'en', role: 'secretariat', fromDay: '2027-03-01' },
    ...fields,
  });

  it('does not end its own last role, by day or at once, nor leaves one that ends before', async () => {
    const one = await newPerson(test, ['secretariat', PLACE]);
    const own = inPerson(test, one);
    const role = one.account.grants[0]!.id;
    for (const body of [{ now: true }, { untilDay: '2027-12-31' }]) {
      const refused = await end(own, role, body);
      expect([refused.status, refused.body]).toEqual([
        422,
        expect.stringContaining('must have a secretariat'),
      ]);
    }
    const page = await (await browserOf(test, one)).get(`/mechanisms/${PLACE}/people/${role}/end`);
    expect(page.body).toContain('This is the last role of the secretariat');
    expect(page.body).toContain(`/mechanisms/${PLACE}/delegation/${role}`);
    // Somebody for a month is not somebody who stays.
    const month = await newAccount(test);
    await own.api('POST', `/mechanisms/${PLACE}/people`, at(month.account.email, { untilDay: '2027-03-31' }));
    expect((await end(own, role)).status).toBe(422);
    const stays = await newAccount(test);
    await own.api('POST', `/mechanisms/${PLACE}/people`, at(stays.account.email));
    expect((await end(own, role)).status).toBe(200);
  });

  it('may be ended by an administrator, who is warned', async () => {
    const one = await newPerson(test, ['secretariat', 'budapest']);
    const root = await newAdministrator(test);
    const desk = await browserOf(test, root);
    const asked = await desk.submit(`/accounts/${one.account.id}/close`);
    expect(asked.body).toContain('would have no secretariat');
    expect((await end(inPerson(test, root), one.account.grants[0]!.id)).status).toBe(200);
  });

  it.each(['secretariat', 'chair'] as const)('and a chair hand over as focal points do: %s', async (role) => {
    const one = await newPerson(test, [role, 'midwa']);
    const next = await newAccount(test);
    const grant = one.account.grants[0]!.id;
    const desk = await browserOf(test, one);
    const list = await desk.get('/mechanisms/midwa/delegation');
    expect(list.body).toContain(`/mechanisms/midwa/delegation/${grant}`);
    expect((await desk.get(`/mechanisms/midwa/delegation/${grant}`)).body).toContain(
      'Who will take over the role',
    );
    const sent = { name: 'Next', email: next.account.email, language: 'en', fromDay: '2027-03-01' };
    await desk.submit(`/mechanisms/midwa/delegation/${grant}`, sent);
    expect(await rolesIn('midwa', next)).toEqual([role]);
    expect(await rolesIn('midwa', one)).toEqual([]);
    const told = (await mailsTo(test, one)).at(-1)!;
    expect([told.subject, told.text]).toEqual([
      expect.stringContaining('passes to'),
      expect.stringContaining('takes over your role'),
    ]);
    // A colleague of another mechanism has nothing to hand over here.
    const other = await browserOf(test, await newPerson(test, [role, 'rcm']));
    expect([403, 404]).toContain((await other.get(`/mechanisms/midwa/delegation/${grant}`)).status);
  });
});

describe('an administrator', () => {
  it('gives no role without the secretariat, for as long as it takes', async () => {
    const root = inPerson(test, await newAdministrator(test));
    for (const [role, who] of [
      ['secretariat', await newAccount(test)],
      ['reader', await newAccount(test)],
      ['chair', await newAccount(test)],
      ['focal-point', await newAccount(test)],
    ] as const) {
      const seat = await asked(root, 'ZMB', who, { role });
      expect(seat).toMatchObject({ standing: 'waiting', holdsFrom: null });
      await pass(40);
      expect(await rolesOf(who)).toEqual([]);
      expect((await confirm(root, seat)).status).toBe(404);
      expect((await subjects(secretariat)).join()).toContain(`new role for ${who.account.name}`);
      expect((await confirm(office, seat)).status).toBe(204);
      expect(await rolesOf(who)).toMatchObject([{ role }]);
    }
  });

  it('needs the delegation after the secretariat', async () => {
    const holder = await focal('MOZ');
    const puppet = await newAccount(test);
    const seat = await asked(inPerson(test, await newAdministrator(test)), 'MOZ', puppet);
    expect((await confirm(inPerson(test, holder), seat)).status).toBe(404);
    expect((await confirm(office, seat)).status).toBe(204);
    expect(await rolesOf(puppet)).toEqual([]);
    expect((await confirm(office, seat)).status).toBe(404);
    expect((await subjects(holder)).at(-1)).toContain('new role for');
    expect((await confirm(inPerson(test, holder), seat)).status).toBe(204);
    expect(await rolesOf(puppet)).toHaveLength(1);
  });

  it('gets nowhere by ending the secretariat first', async () => {
    const here = 'almaty';
    const lone = await newPerson(test, ['secretariat', here]);
    const root = inPerson(test, await newAdministrator(test));
    await end(root, lone.account.grants[0]!.id);
    const contact = 'office@almaty.example';
    for (const role of ['secretariat', 'focal-point']) {
      const puppet = { name: 'P', email: address(), language: 'en', role, state: 'KAZ', contact };
      const seat = (
        await root.api('POST', `/mechanisms/${here}/people`, { ...puppet, fromDay: '2027-03-01' })
      ).json<Seat>();
      expect(seat).toMatchObject({ standing: 'waiting', holdsFrom: '2027-03-05T00:00:00.000Z' });
      expect((await subjects(lone)).at(-1)).toContain('new role for');
      expect((await object(inPerson(test, lone), seat)).status).toBe(204);
    }
  });

  it('who invites the first secretariat names a contact, which is written to and shown', async () => {
    const here = 'budapest';
    const root = await newAdministrator(test);
    const browser = await browserOf(test, root);
    const people = `/mechanisms/${here}/people/invite`;
    for (const page of [`/mechanisms/${here}`, `/mechanisms/${here}/people`])
      expect((await browser.get(page)).body).toContain(`${people}?role=secretariat`);
    const own = await browser.post(
      people,
      invited({
        name: 'Me',
        email: root.account.email,
        language: 'en',
        role: 'secretariat',
        fromDay: '2027-03-01',
      }),
    );
    // All that is wrong is said at once.
    for (const field of ['rows-0-email', 'contact']) expect(own.body).toContain(`id="field-${field}-error"`);
    expect(own.body).toContain('An administrator cannot give this role to their own account.');
    expect((await browser.get(people)).body).toContain('name="contact"');
    const first = {
      name: 'First',
      email: address(),
      language: 'en',
      role: 'secretariat',
      fromDay: '2027-03-01',
    };
    const without = await browser.post(people, invited(first));
    expect([without.status, without.body.includes('id="field-contact-error"')]).toEqual([422, true]);
    for (const contact of [first.email, root.account.email.replace('@', '+x@')])
      expect((await browser.post(people, invited({ ...first, contact }))).status).toBe(422);
    const contact = 'office@budapest.example';
    expect((await browser.post(people, invited({ ...first, contact }))).status).toBe(303);
    const marked = (await browser.get(`/mechanisms/${here}`)).body;
    for (const text of [first.email, contact, root.account.name]) expect(marked).toContain(text);
    expect((await new Client(test).get(`/mechanisms/${here}`)).body).not.toContain(contact);
    expect((await (await browserOf(test, secretariat)).get(`/mechanisms/${here}`)).body).not.toContain(
      contact,
    );

    const letter = (await mailsTo(test, { account: { email: contact } } as Person)).at(-1)!;
    const link = new URL(/http\S+\/seat-notices\/\S+/.exec(letter.text)![0]).pathname;
    const visitor = new Client(test);
    expect((await visitor.get(link)).body).toContain(first.email);
    expect((await visitor.get(link)).status).toBe(200);
    expect((await visitor.post(`${link}/confirmation`)).body).toContain('The role is confirmed.');
    // The mark stays for its days: the contact may be a mailbox of whoever gave the role.
    const confirmed = `${contact} was asked and confirmed it on 1 March 2027`;
    expect((await browser.get(`/mechanisms/${here}`)).body).toContain(confirmed);
    expect((await visitor.get(link)).status).toBe(404);
    expect((await visitor.post(`${link}/objection`)).status).toBe(404);
  });

  it('loses what the contact refuses, at once', async () => {
    const here = 'prague';
    const root = inPerson(test, await newAdministrator(test));
    const puppet = await newAccount(test);
    const contact = 'office@prague.example';
    const person = { name: 'P', email: puppet.account.email, language: 'en', role: 'secretariat', contact };
    await root.api('POST', `/mechanisms/${here}/people`, { ...person, fromDay: '2027-03-01' });
    expect(await rolesOf(puppet)).toHaveLength(1);
    const letter = (await mailsTo(test, { account: { email: contact } } as Person)).at(-1)!;
    const link = new URL(/http\S+\/seat-notices\/\S+/.exec(letter.text)![0]).pathname;
    expect((await new Client(test).post(`${link}/objection`)).body).toContain('The role has ended.');
    expect(await rolesOf(puppet)).toEqual([]);
    const browser = await browserOf(test, await newAdministrator(test));
    expect((await browser.get(`/mechanisms/${here}`)).body).not.toContain(contact);
    expect((await subjects(puppet)).at(-1)).toContain('your role ends');
  });
});

describe('the zone of a person', () => {
  it('has no part in when a role begins or ends: the mechanism’s has', async () => {
    const here = 'colombo';
    await test
      .get(UnitOfWork)
      .run((manager) => manager.update(Mechanism, { id: here }, { zone: 'Asia/Colombo' }));
    const person = await newPerson(test, ['focal-point', here, 'NPL', '2027-03-01']);
    const program = inPerson(test, person);
    const profile = (zone: string) => program.api('PATCH', '/account', { name: 'P', language: 'en', zone });
    // 18:29 and 18:31 in UTC are both sides of midnight in Colombo.
    for (const [at, roles] of [
      ['2027-03-01T18:29:00Z', 1],
      ['2027-03-01T18:31:00Z', 0],
    ] as const) {
      test.clock.moveTo(new Date(at));
      for (const zone of ['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati']) {
        expect((await profile(zone)).status).toBe(200);
        expect(await rolesOf(person)).toHaveLength(roles);
        expect((await program.api('GET', `/mechanisms/${here}/delegation`)).status).toBe(roles ? 200 : 403);
      }
    }
    // Nor does a role come back when the mechanism moves to where its last day is not over yet.
    const root = inPerson(test, await newAdministrator(test));
    const { version } = (await root.api('GET', `/mechanisms/${here}`)).json<{ version: number }>();
    const moved = await root.api('PATCH', `/mechanisms/${here}`, { zone: 'Pacific/Pago_Pago', version });
    expect([moved.status, await rolesOf(person)]).toEqual([200, []]);
  });
});

describe('a seat that was given by the command line', () => {
  it('holds at once and is on record', async () => {
    const { commandActor } = await import('../../../src/commands/command-actor.js');
    const { PeopleService } = await import('../../../src/accounts/people.service.js');
    await focal('AGO');
    const person = await newAccount(test);
    await test.get(PeopleService).invite(commandActor(HOME), HOME, {
      ...{ name: 'x', email: person.account.email, language: 'en', role: 'focal-point', state: 'AGO' },
      ...{ partner: null, deputy: false, fromDay: '2027-03-01', untilDay: null, contact: null },
    });
    expect(await rolesOf(person)).toHaveLength(1);
    const where = { action: 'role.grant', subjectId: person.account.id };
    const { read } = test.get(UnitOfWork);
    expect(await read.findOneBy(AuditEvent, where)).toMatchObject({ actorName: 'command' });
    expect(await read.countBy(OutgoingMessage, { kind: 'joined' })).toBeGreaterThan(0);
  });
});
