import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type TestApp, startApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import {
  browserOf,
  newEntry,
  newPerson,
  newPlan,
  type Person,
  inPerson,
  programOf,
} from '../../support/factories.js';
import { mailsTo, makeMembers, newRound, ownIn, words } from '../../support/rounds.js';
import { WordFile, written } from '../../support/word-files.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { AnswersService } from '../../../src/rounds/answers/answers.service.js';
import { RoundAddressee } from '../../../src/rounds/round/round.entity.js';
import { RoundQueryService } from '../../../src/rounds/round/round-query.service.js';
import { TranscriptDecisions } from '../../../src/rounds/transcripts/transcript-decisions.service.js';
import { ConflictError, ForbiddenError } from '../../../src/platform/errors.js';
import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Account, RoleGrant } from '../../../src/accounts/account.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { AuditEvent } from '../../../src/platform/database/history.js';
import { MailboxMail, OutgoingMessage } from '../../../src/platform/mail/message.entity.js';
import { Outbox } from '../../../src/platform/mail/outbox.js';
import { AnswerLink, AnswerLinkToken } from '../../../src/rounds/answer-links/answer-link.entity.js';
import { AnswerLinksService } from '../../../src/rounds/answer-links/answer-links.service.js';
import { firstToken } from '../../../src/rounds/answer-links/answer-tokens.service.js';

const HOME = 'rabat';
const free = { kind: 'free', text: words('What should others know?') };
let test: TestApp;
let officer: Person;
let office: Client;
let planId: string;
let items: Awaited<ReturnType<typeof newPlan>>['items'];

beforeAll(async () => {
  test = await startApp();
  const made = await newPlan(test, HOME, [
    { code: '1', owners: ['all-members'] },
    { code: '2', owners: ['all-members'] },
  ]);
  planId = made.plan.id;
  items = made.items;
  officer = made.secretariat;
  office = await programOf(test, officer);
  await makeMembers(test, HOME, [
    'SEN',
    'ZMB',
    'NAM',
    'MWI',
    'FRA',
    'MAR',
    'GHA',
    'ESP',
    'ITA',
    'MLI',
    'TUN',
    'LBY',
    'BEN',
    'TGO',
    'NER',
    'BFA',
    'GIN',
    'GNB',
    'CPV',
    'MRT',
    'PRT',
    'BEL',
    'SLE',
    'LBR',
    'CMR',
    'GMB',
    'NGA',
  ]);
});
afterAll(() => test.close());

async function asked(state: string, questions: object[] = [{ kind: 'item', planId }, free]) {
  const person = await newPerson(test, ['focal-point', HOME, state]);
  const id = await newRound(office, HOME, { states: [state], questions });
  return { person, id, link: await linkOf(person, id), program: inPerson(test, person) };
}

/** The link in the mail about a round. */
async function linkOf(person: Person, roundId: string): Promise<string> {
  const mails = (await mailsTo(test, person)).filter(({ text }) => text.includes(roundId));
  return /http:\/\/waymark\.test(\/answer\/[\w-]+)/.exec(mails.at(-1)!.text)![1]!;
}

const idsIn = (body: string) => [
  ...new Set([...body.matchAll(/name="answers\.([\w-]{36})\./g)].map((m) => m[1]!)),
];
const stateOf = async (program: Client, id: string) => (await ownIn(program, id))[0]!.state;

/** What a browser would send of the form as it is shown. */
function fieldsOf(body: string): Record<string, string> {
  const hidden = [...body.matchAll(/type="hidden" name="((?:answers|file)[^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map((found) => [found[1]!, found[2]!]));
}

/** The fields of lists with what is chosen in them. */
const chosenIn = (body: string) =>
  [...body.matchAll(/<select[^>]* name="(file[^"]+)".*?<\/select>/gs)].map(
    ([select, name]) => [name!, /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ''] as const,
  );

describe('the answers of a delegation', () => {
  it('are all in, also where two of them are submitted at the same moment', async () => {
    const { person, program, id, link } = await asked('MWI');
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}/answers`;
    const words = idsIn((await new Client(test).get(link)).body).map((one) => [one, { narrative: 'Ours' }]);
    await program.api('PUT', base, { answers: Object.fromEntries(words) as object });
    const { items } = (await program.api('GET', base)).json<{ items: { entryId: string }[] }>();
    const [first, second, ...others] = items.map(({ entryId }) => entryId);
    for (const other of others) await program.api('POST', `/progress/${other}/submission`);
    expect(await stateOf(program, id)).toBe('drafting');
    let submitted: Promise<{ status: number }> | undefined;
    // Not within the transaction.
    const submit = AsyncResource.bind(() => program.api('POST', `/progress/${second}/submission`));
    await test.get(UnitOfWork).run(async () => {
      await test.get(ProgressService).submit(person.actor, first!);
      submitted = submit();
      await Promise.race([submitted, delay(500)]);
    });
    expect((await submitted)!.status).toBe(200);
    expect(await stateOf(program, id)).toBe('submitted');
  });
});

describe('the link in a mail', () => {
  it('shows only: neither opening nor a scanner changes anything', async () => {
    const { link, id, program } = await asked('SEN');
    await office.api('PATCH', `/mechanisms/${HOME}/look`, { colour: '#0033a0', version: 1 });
    const visitor = new Client(test);
    const shown = await visitor.get(link);
    expect(shown.status).toBe(200);
    expect(shown.body).toMatch(/href="\/sign-in\?next=%2Frounds%2F[^"]+"/);
    expect(shown.headers['referrer-policy']).toBe('strict-origin');
    expect(shown.body).toContain('What should others know?');
    await fetch(`${test.url}${link}`, { method: 'HEAD' });
    expect(await stateOf(program, id)).toBe('invited');
    expect(shown.headers['set-cookie'] ?? '').not.toContain('session');
    expect(shown.body).toContain(`<link rel="stylesheet" href="/mechanisms/${HOME}/colours.css?v=`);
    const row = await test.get(UnitOfWork).read.findOneByOrFail(AnswerLink, { roundId: id });
    expect(row.lastOpenedAt).toBeNull();
    expect(JSON.stringify(row)).not.toContain(link.split('/').at(-1)!);
  });

  it('carries over what was said last time and hands it in, with a copy to all of the delegation: three clicks', async () => {
    const person = await newPerson(test, ['focal-point', HOME, 'FRA']);
    const colleague = await newPerson(test, ['focal-point', HOME, 'FRA']);
    const old = await newEntry(test, person, items[0]!, {
      mechanismId: HOME,
      as: 'state:FRA',
      narrative: 'Forty clerks trained',
      periodStart: '2025-01-01',
      periodEnd: '2025-12-31',
    });
    await test.get(ProgressService).submit(person.actor, old.id);
    const id = await newRound(office, HOME, {
      states: ['FRA'],
      questions: [{ kind: 'item', planId, codes: '1' }],
    });
    const link = await linkOf(person, id);
    const visitor = new Client(test);
    const shown = await visitor.get(link);
    expect(shown.body).toContain('Forty clerks trained');
    const abroad = { zone: 'Europe/Brussels' };
    await test.get(UnitOfWork).run((manager) => manager.update(Account, { id: person.account.id }, abroad));
    const answerId = idsIn(shown.body)[0]!;
    const carried = await visitor.submit(link, { ...fieldsOf(shown.body), intent: `same:${answerId}` });
    expect(carried.body).toMatch(/<textarea[^>]*>Forty clerks trained/);
    const done = await visitor.submit(link, { ...fieldsOf(carried.body), intent: 'hand-in' });
    expect(done.body).toContain('Your answers have been submitted');
    expect(done.body).toMatch(/\d\d:\d\d \(Central European Time, Brussels\)/);
    for (const one of [person, colleague]) {
      const copy = (await mailsTo(test, one))
        .filter(({ subject }) => subject.startsWith('Submitted'))
        .at(-1)!;
      expect(copy.subject).toBe('Submitted for France: 1 Item 1');
      expect(copy.text).toContain('  | Forty clerks trained');
      // A line apart from the words, so that it is not taken for one of them.
      expect(copy.text).toMatch(/\n\n {2}See the entry: |\n\n {2}Voir /);
      expect(copy.text).toContain(`Submitted by ${person.account.name}.`);
      expect(copy.replyTo).toContain('person');
      expect(copy.replyTo).not.toContain(officer.account.email);
    }
    const program = await programOf(test, person);
    expect(await stateOf(program, id)).toBe('submitted');
    const [own] = await ownIn(program, id);
    const { items: lines } = (await program.api('GET', `/rounds/${id}/addressees/${own!.id}/answers`)).json<{
      items: { entryId: string }[];
    }>();
    const entry = (await program.api('GET', `/progress/${lines[0]!.entryId}`)).json();
    expect(entry).toMatchObject({ visibility: 'delegation', release: 'none', periodStart: '2026-01-01' });
    expect(lines[0]!.entryId).not.toBe(old.id);
    // Handed in: it shows what was, as long as it holds, and writes nothing.
    const after = await visitor.get(link);
    expect(after.body).toContain('Forty clerks trained');
    expect(after.body).not.toContain('<textarea');
    expect((await visitor.post(link, { intent: 'keep' })).status).toBe(404);
  });

  it('keeps what is typed, shows a conflict, and takes "prefers not to report"', async () => {
    const { link, id, program } = await asked('MAR');
    const one = new Client(test);
    const other = new Client(test);
    const first = await one.get(link);
    const second = await other.get(link);
    const ids = idsIn(first.body);
    const saved = await one.submit(link, {
      ...fieldsOf(first.body),
      [`answers.${ids[0]}.narrative`]: 'From one',
    });
    expect(saved.body).toContain('From one');
    expect(await stateOf(program, id)).toBe('drafting');
    const fine = await other.submit(link, {
      ...fieldsOf(second.body),
      [`answers.${ids[1]}.narrative`]: 'From other',
    });
    expect(fine.body).toContain('From other');
    expect(fine.body).toContain('From one');
    const clash = await other.post(link, {
      ...fieldsOf(second.body),
      [`answers.${ids[0]}.narrative`]: 'Mine',
    });
    expect(clash.status).toBe(409);
    expect(clash.body).toContain('From one');
    expect(clash.body).toContain('Mine');
    const auto = await one.post(`${link}/autosave`, {
      ...fieldsOf(saved.body),
      [`answers.${ids[0]}.narrative`]: 'From one, more',
    });
    expect(auto.status).toBe(200);
    expect(auto.body).toContain('id="saved"');
    expect((await one.submit(`${link}/declination`)).status).toBe(200);
    expect(await stateOf(program, id)).toBe('declined');
    await one.submit(`${link}/reconsideration`);
    expect(await stateOf(program, id)).toBe('drafting');
    expect((await one.get(link)).body).toContain('From one, more');
  });

  it('hands in what is typed also where a part of the time was reported on already', async () => {
    const person = await newPerson(test, ['focal-point', HOME, 'NGA']);
    const fields = { mechanismId: HOME, as: 'state:NGA', narrative: 'In January' };
    const before = await newEntry(test, person, items[0]!, fields);
    await test.get(ProgressService).submit(person.actor, before.id);
    const questions = [{ kind: 'item', planId, codes: '1' }];
    const link = await linkOf(person, await newRound(office, HOME, { states: ['NGA'], questions }));
    const visitor = new Client(test);
    const { body } = await visitor.get(link);
    const typed = { [`answers.${idsIn(body)[0]}.narrative`]: 'In all of the time' };
    const sent = await visitor.post(link, { ...fieldsOf(body), ...typed, intent: 'hand-in' });
    expect(sent.status).toBe(303);
    expect((await visitor.get(link)).body).toContain('In all of the time');
    const kept = await (await programOf(test, person)).api('GET', `/progress/${before.id}`);
    expect(kept.json()).toMatchObject({ state: 'submitted', content: { narrative: 'In January' } });
  });

  it('names the answer that collided, and shows no row, when two save in the same instant', async () => {
    const { link, id, program } = await asked('ITA');
    const [own] = await ownIn(program, id);
    const [answerId] = idsIn((await new Client(test).get(link)).body);
    // PostgreSQL lets both of them read the same version; the second learns of it as it writes.
    const atOnce = new ConflictError('error.stale', { content: { narrative: 'The row' } });
    const save = jest.spyOn(test.get(ProgressService), 'save').mockRejectedValueOnce(atOnce);
    const clash = await program.api('PUT', `/rounds/${id}/addressees/${own!.id}/answers`, {
      answers: { [answerId!]: { language: 'en', narrative: 'Mine' } },
    });
    save.mockRestore();
    expect({ status: clash.status, current: clash.json().current }).toEqual({
      status: 409,
      current: [answerId],
    });
  });

  it('opens nothing else of the delegation, and cannot be used on another round of it', async () => {
    const { link, person } = await asked('GHA');
    const secret = await newEntry(test, person, items[1]!, {
      mechanismId: HOME,
      as: 'state:GHA',
      narrative: 'Not asked about',
      periodStart: '2024-01-01',
      periodEnd: '2024-06-30',
    });
    const visitor = new Client(test);
    const shown = await visitor.get(link);
    expect(shown.body).not.toContain('Not asked about');
    for (const path of [
      '/',
      `/progress/${secret.id}`,
      `/items/${items[0]!.id}`,
      '/account',
      `/plans/${planId}`,
    ]) {
      const answer = await visitor.get(path);
      expect(answer.body).not.toContain('Not asked about');
      expect([303, 404]).toContain(answer.status);
    }
    const token = link.split('/').at(-1)!;
    const bearer = new Client(test, token);
    for (const path of [
      '/progress',
      `/progress/${secret.id}`,
      `/mechanisms/${HOME}/rounds`,
      `/plans/${planId}`,
    ])
      expect([401, 404]).toContain((await bearer.api('GET', path)).status);
    const again = await newRound(office, HOME, { states: ['GHA'], questions: [free] });
    const [alien] = idsIn((await visitor.get(await linkOf(person, again))).body);
    await visitor.get(link);
    for (const fields of [
      { [`answers.${alien}.narrative`]: 'x' },
      { intent: `same:${alien}` },
      { intent: `decline:${alien}` },
    ])
      expect((await visitor.post(link, fields)).status).toBe(404);
    expect((await visitor.get('/answer/nothing')).status).toBe(404);
    const history = JSON.stringify(await test.get(UnitOfWork).read.find(AuditEvent));
    expect(history).not.toContain(token);
  });

  it('has another address in each mail, known to that mail alone and made of nothing that is shown', async () => {
    const { id, person, program, link: first } = await asked('TUN');
    const { read } = test.get(UnitOfWork);
    await office.api('PUT', `/rounds/${id}/due-day`, { dueDay: '2027-05-20' });
    const second = await linkOf(person, id);
    expect(second).not.toBe(first);
    const visitor = new Client(test);
    for (const address of [first, second]) expect((await visitor.get(address)).status).toBe(200);
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}/links`;
    const shown = (await program.api('GET', base)).json<{ items: { id: string }[] }>().items;
    expect(shown).toHaveLength(1);
    expect((await visitor.get(`/answer/${firstToken(shown[0]!.id, test.config.secretKey)}`)).status).toBe(
      404,
    );
    const kept = JSON.stringify(
      await Promise.all(
        [AnswerLinkToken, AuditEvent, OutgoingMessage].map((kind) => read.find(kind as typeof AuditEvent)),
      ),
    );
    for (const address of [first, second]) expect(kept).not.toContain(address.split('/').at(-1)!);
    // The day moved for both: 30 days after the first one, and after the one that is set now.
    for (const [day, status] of [
      ['2027-06-10', 200],
      ['2027-06-20', 410],
    ] as const) {
      const now = test.clock.now();
      test.clock.moveTo(new Date(`${day}T09:00:00Z`));
      for (const address of [first, second]) expect((await visitor.get(address)).status).toBe(status);
      test.clock.moveTo(now);
    }
    // Revoked, all of them are.
    await program.api('DELETE', `/answer-links/${shown[0]!.id}`);
    for (const address of [first, second]) expect((await visitor.get(address)).status).toBe(410);
  });

  it('is one link with two addresses when two mails are written at once', async () => {
    const person = await newPerson(test, ['focal-point', HOME, 'ZMB']);
    const round = await newRound(office, HOME, { states: ['ZMB'], questions: [free] });
    const { read } = test.get(UnitOfWork);
    const addressee = await read.findOneByOrFail(RoundAddressee, { roundId: round });
    const write = () => test.get(AnswerLinksService).addressFor(person.account.id, addressee, '2027-04-01');
    await Promise.all([write(), write(), write()]);
    expect(await read.countBy(AnswerLink, { addresseeId: addressee.id })).toBe(1);
  });

  it('is copied with a new address, once, by whose it is or who gave it, and by nobody else', async () => {
    const { id, program, person } = await asked('LBY');
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}/links`;
    const given = { name: 'Ana', email: 'ana@copies.example.org', language: 'fr', days: 5 };
    await program.api('POST', base, given);
    const { items: links } = (await program.api('GET', base)).json<{ items: { id: string }[] }>();
    const colleague = inPerson(test, await newPerson(test, ['focal-point', HOME, 'LBY']));
    for (const { id: linkId } of links) {
      const copy = `/answer-links/${linkId}/address`;
      const made = (await program.api('POST', copy)).json<{ url: string }>().url;
      const again = (await program.api('POST', copy)).json<{ url: string }>().url;
      expect(again).not.toBe(made);
      for (const url of [made, again])
        expect((await new Client(test).get(new URL(url).pathname)).status).toBe(200);
      // The secretariat would read a draft; a colleague would write under another's name.
      for (const other of [inPerson(test, officer), colleague])
        expect((await other.api('POST', copy)).status).toBe(404);
    }
    const browser = await browserOf(test, person);
    expect((await browser.get(base)).body).toContain('Copy the address');
    expect((await (await browserOf(test, officer)).get(base)).body).not.toContain('Copy the address');
    const copied = await browser.post(`/answer-links/${links[0]!.id}/address`);
    const [path] = /\/answer\/[\w-]{43}/.exec(copied.body)!;
    expect((await new Client(test).get(path)).status).toBe(200);
  });

  it('is given to each of several colleagues who are pasted as a list, and to none when one of them is none', async () => {
    const { id, program, person } = await asked('ITA');
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}/links`;
    const desk = await browserOf(test, person);
    const form = { name: '', language: 'fr', days: '5' };
    const half = await desk.post(base, { ...form, email: 'Ana <ana@list.example>; Omar <omar@list>' });
    expect([half.status, half.body.includes('“omar@list”')]).toEqual([422, true]);
    const after = await desk.submit(base, {
      ...form,
      email: 'Ana Ruiz <ana@list.example>; omar@list.example',
    });
    for (const words of ['ana@list.example', 'Ana Ruiz', 'omar@list.example', 'Omar'])
      expect(after.body).toContain(words);
    const body = {
      name: null,
      language: 'fr',
      days: 5,
      email: 'Eva <eva@list.example>\nUma <uma@list.example>',
    };
    const given = await program.api('POST', `${base}/several`, body);
    expect(given.json<{ items: object[] }>().items).toHaveLength(2);
  });

  it('is given to a colleague in their language, listed to both sides, revoked, and ends by itself', async () => {
    const { id, program } = await asked('ESP');
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}/links`;
    const desk = await browserOf(test, officer);
    expect((await desk.get(`/rounds/${id}/addressees/${own!.id}`)).body).toContain(base);
    expect((await program.api('POST', base, { name: '', email: 'x', language: 'fr', days: 0 })).status).toBe(
      422,
    );
    const given = await program.api('POST', base, {
      name: 'Ana',
      email: 'ana@example.org',
      language: 'fr',
      days: 5,
    });
    expect(given.status).toBe(201);
    const mail = await mailTo('ana@example.org');
    expect(mail.subject).toContain('demande votre aide');
    const link = /(\/answer\/[\w-]+)/.exec(mail.text)![1]!;
    const ana = new Client(test);
    expect((await ana.get(link)).status).toBe(200);
    for (const client of [program, office])
      expect((await client.api('GET', base)).json<{ items: unknown[] }>().items).toHaveLength(2);
    const stranger = await programOf(test, await newPerson(test, ['focal-point', HOME, 'SEN']));
    expect((await stranger.api('GET', base)).status).toBe(404);
    expect((await stranger.api('DELETE', `/answer-links/${given.json<{ id: string }>().id}`)).status).toBe(
      404,
    );
    await program.api('DELETE', `/answer-links/${given.json<{ id: string }>().id}`);
    expect((await ana.get(link)).status).toBe(410);
    await program.api('POST', base, { name: 'Bea', email: 'bea@example.org', language: 'ar', days: 2 });
    const later = /(\/answer\/[\w-]+)/.exec((await mailTo('bea@example.org')).text)![1]!;
    const now = test.clock.now();
    test.clock.moveTo(new Date(now.getTime() + 3 * 86_400_000));
    expect((await ana.get(later)).status).toBe(410);
    test.clock.moveTo(now);
    await office.api('POST', `/rounds/${id}/closing`);
    expect((await ana.get(later)).status).toBe(410);
  });
});

describe('an answer to the whole call, by one press', () => {
  /** A delegation with something it said last time on the first item; `before` it presses. */
  async function pressing(state: string, say: string, before?: (link: string) => Promise<void>) {
    const made = await asked(state);
    const old = await newEntry(test, made.person, items[0]!, {
      mechanismId: HOME,
      as: `state:${state}`,
      narrative: 'Twelve posts opened',
      periodStart: '2025-01-01',
      periodEnd: '2025-12-31',
    });
    await test.get(ProgressService).submit(made.person.actor, old.id);
    await before?.(made.link);
    const visitor = new Client(test);
    const shown = await visitor.get(`${made.link}/quick?say=${say}`);
    expect(await stateOf(made.program, made.id)).toBe(before ? 'drafting' : 'invited');
    const answer = await visitor.post(`${made.link}/quick`, { say });
    const [own] = await ownIn(made.program, made.id);
    const list = await made.program.api('GET', `/rounds/${made.id}/addressees/${own!.id}/answers`);
    const ids = list
      .json<{ items: { entryId: string | null }[] }>()
      .items.flatMap(({ entryId }) => entryId ?? []);
    const said = await Promise.all(
      ids.map(async (id) =>
        (await made.program.api('GET', `/progress/${id}`)).json<Record<string, unknown>>(),
      ),
    );
    return { shown, status: answer.status, state: own!.state, said };
  }

  it.each([
    ['BFA', 'same', 'submitted', ['Twelve posts opened']],
    ['GIN', 'nothing', 'submitted', Array(3).fill('Nothing to report in this period.')],
    ['GNB', 'decline', 'declined', []],
  ])(
    'is chosen by the link of the mail and given by one button: %s says %s',
    async (code, say, state, words) => {
      const { shown, ...after } = await pressing(code, say);
      expect(shown.body).toMatch(new RegExp(`value="${say}"[^>]*checked`));
      expect([after.status, after.state]).toEqual([303, state]);
      expect(after.said.map(({ content }) => (content as { narrative: string }).narrative)).toEqual(words);
      for (const entry of after.said) expect(entry).toMatchObject({ state: 'submitted', release: 'none' });
    },
  );

  it('hands in nothing that somebody is writing, and needs something of last time to say that it is the same', async () => {
    const begun = await pressing('CPV', 'same', async (link) => {
      const visitor = new Client(test);
      const form = await visitor.get(link);
      const [first] = idsIn(form.body);
      await visitor.submit(link, { ...fieldsOf(form.body), [`answers.${first}.narrative`]: 'Half a sen' });
    });
    expect([begun.status, begun.state]).toEqual([409, 'drafting']);
    expect(begun.said).toEqual([expect.objectContaining({ state: 'draft' })]);
    const { link, program, id } = await asked('MRT', [free]);
    const visitor = new Client(test);
    expect((await visitor.get(`${link}/quick?say=<x>`)).body).not.toContain('checked');
    expect((await visitor.post(`${link}/quick`, { say: 'same' })).status).toBe(422);
    // The same signed in, by the page and by the API.
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}`;
    expect((await program.api('POST', `${base}/quick-answer`, { say: 'same' })).status).toBe(422);
    expect((await program.api('POST', `${base}/quick-answer`, { say: 'nothing' })).status).toBe(204);
    expect(await stateOf(program, id)).toBe('submitted');
    const stranger = await programOf(test, await newPerson(test, ['focal-point', HOME, 'SEN']));
    expect((await stranger.api('POST', `${base}/quick-answer`, { say: 'decline' })).status).toBe(404);
  });
});

describe('what documents may do with answers that came through a link', () => {
  /** Answers of a delegation, handed in by the link of the mail and accepted. */
  async function accepted(state: string) {
    const made = await asked(state, [free, { kind: 'item', planId }]);
    const visitor = new Client(test);
    const form = await visitor.get(made.link);
    const written = idsIn(form.body).map((id) => [`answers.${id}.narrative`, `Words of ${state}`]);
    await visitor.submit(made.link, {
      ...fieldsOf(form.body),
      ...(Object.fromEntries(written) as Record<string, string>),
      intent: 'hand-in',
    });
    const [own] = await ownIn(made.program, made.id);
    const base = `/rounds/${made.id}/addressees/${own!.id}/use`;
    const list = async () =>
      (await made.program.api('GET', base)).json<{
        items: { answerId: string; entryId: string; release: string; visibility: string }[];
      }>().items;
    for (const { entryId } of await list()) await test.get(ProgressService).accept(officer.actor, entryId);
    return { ...made, visitor, base, list };
  }

  it('is decided on one page for all, each may differ, and by nobody who only holds the link', async () => {
    const { link, base, list, visitor, person, form } = await accepted('LBR').then(async (made) => ({
      ...made,
      form: await made.visitor.get(made.link),
    }));
    expect(form.body).toContain(`href="${base}"`);
    // What leads to a sign-in is not a link of this page.
    expect(form.body).not.toContain('href="/items/');
    const away = await visitor.get(base);
    expect([away.status, away.headers.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(base)}`]);
    const mail = (await mailsTo(test, person)).filter(({ subject }) => subject.includes('accepted')).at(-1)!;
    expect(mail.text).toContain(`http://waymark.test${base}`);
    const browser = await browserOf(test, person);
    expect((await browser.get(base)).body).toContain('Not released for documents');
    const [first, ...others] = await list();
    const stranger = await browserOf(test, await newPerson(test, ['focal-point', HOME, 'SEN']));
    expect((await stranger.post(base, { visibility: 'public', release: 'attributed' })).status).toBe(404);
    expect((await browser.post(base, { visibility: 'delegation' })).status).toBe(422);
    const done = await browser.submit(base, {
      visibility: 'delegation',
      release: 'unattributed',
      [`answers.${first!.answerId}.release`]: 'none',
    });
    expect(done.body).toContain('Your choice has been saved.');
    expect((await list()).map(({ release }) => release)).toEqual([
      'none',
      ...others.map(() => 'unattributed'),
    ]);
    // Opened again, it begins with what stands: saving it as it is changes nothing.
    expect(done.body).toMatch(/value="unattributed"[^>]*checked/);
    const wrong = { visibility: 'public', release: 'none', answers: { [randomUUID()]: {} } };
    expect((await inPerson(test, person).api('PUT', base, wrong)).status).toBe(404);
    expect((await list())[0]!.visibility).toBe('delegation');
    await visitor.post(base, { visibility: 'public', release: 'attributed' });
    expect((await list())[0]!.release).toBe('none');
    expect(link).toBeTruthy();
  });

  it('waits for the delegation’s clearance where it opens more than before', async () => {
    const { person, program, base, list } = await accepted('NGA');
    const authority = await newPerson(test, ['focal-point', HOME, 'NGA']);
    const settings = `/mechanisms/${HOME}/delegations/NGA/clearance`;
    const { version } = (await program.api('GET', settings)).json<{ version: number }>();
    const steps = [{ name: 'Validation', accountId: authority.account.id }];
    expect((await program.api('PUT', settings, { version, steps })).status).toBe(200);
    const browser = await browserOf(test, person);
    const kept = await browser.submit(base, { visibility: 'delegation', release: 'attributed' });
    expect(kept.body).toContain('waiting for clearance in your delegation');
    expect((await list()).map(({ release }) => release)).toEqual(['none', 'none', 'none']);
  });

  it('leads to that page with the first password too', async () => {
    const { person, base } = await accepted('CMR');
    await test
      .get(UnitOfWork)
      .run((manager) => manager.update(Account, { id: person.account.id }, { passwordHash: null }));
    const { id: submission } = (
      await office.api('POST', `/mechanisms/${HOME}/submissions`, {
        cycleId: 'regional-3',
        language: 'fr',
        title: 'Second text',
      })
    ).json<{ id: string }>();
    await office.api('POST', `/submissions/${submission}/release-requests`);
    const mail = (await mailsTo(test, person)).at(-1)!;
    const [, address] = /http:\/\/waymark\.test(\/password\/\S+)/.exec(mail.text)!;
    const visitor = new Client(test);
    const shown = await visitor.get(address!);
    expect(shown.body).toContain(`name="next" value="${base}"`);
    const password = 'A long enough first password 1';
    const set = await visitor.post(address!.split('?')[0]!, { password, next: base });
    expect([set.status, set.headers.location]).toEqual([303, base]);
  });

  it('is asked for by the secretariat once in a while: one mail to each person, with the way to decide', async () => {
    const { person, base, list } = await accepted('GMB');
    const { id } = (
      await office.api('POST', `/mechanisms/${HOME}/submissions`, {
        cycleId: 'regional-3',
        language: 'en',
        title: 'A draft nobody knows of',
      })
    ).json<{ id: string }>();
    const desk = await browserOf(test, officer);
    const { body } = await desk.get(`/submissions/${id}`);
    expect(body).toMatch(
      /\d+ accepted entries of (1 delegation|\d+ delegations) are not released for documents/,
    );
    const requests = `/submissions/${id}/release-requests`;
    const question = await desk.submit(requests);
    expect(question.body).toContain('The mail says who asks and that it is voluntary');
    expect(await mailsTo(test, person)).toEqual(
      expect.not.arrayContaining([
        expect.objectContaining({ subject: expect.stringContaining('May documents') }),
      ]),
    );
    const done = await desk.submit(requests, { confirmed: 'on' });
    expect(done.body).toContain('The delegations have been asked.');
    expect(done.body).toContain('can be asked again from');
    const [mail, ...more] = (await mailsTo(test, person)).filter(({ subject }) =>
      subject.startsWith('May documents'),
    );
    expect(more).toEqual([]);
    expect(mail!.text).toContain(`http://waymark.test${base}`);
    expect(mail!.text).toContain(officer.account.name);
    expect(mail!.text).toContain('This is voluntary');
    expect(mail!.text).not.toMatch(/A draft nobody knows of|Words of GMB/);
    expect((await office.api('POST', requests)).status).toBe(409);
    expect((await inPerson(test, person).api('POST', requests)).status).toBe(403);
    // Decided meanwhile, it is in no count.
    const program = inPerson(test, person);
    await program.api('PUT', base, { visibility: 'delegation', release: 'attributed' });
    expect((await list()).map(({ release }) => release)).not.toContain('none');
  });
});

describe('an answer that came by mail, on paper or in a file', () => {
  const came = { way: 'mail', receivedDay: '2027-02-20' };
  /** A round in which the secretariat has typed something for a delegation. */
  async function typedFor(state: string, narrative = 'Zebrafinch words') {
    const made = await asked(state);
    const ids = idsIn((await new Client(test).get(made.link)).body);
    const [own] = await ownIn(made.program, made.id);
    const base = `/rounds/${made.id}/addressees/${own!.id}`;
    const answers = { [ids[0]!]: { narrative } };
    const entered = await office.api('POST', `${base}/transcript`, { ...came, answers });
    expect(entered.status).toBe(201);
    return { ...made, ids, base, narrative };
  }
  const entriesOf = async (program: Client, base: string) =>
    (await program.api('GET', `${base}/answers`))
      .json<{ items: { entryId: string | null }[] }>()
      .items.flatMap(({ entryId }) => entryId ?? []);

  it('is nothing to anybody but the secretariat and the delegation until a focal point confirms it', async () => {
    const { person, program, id, base, ids } = await typedFor('SLE');
    const mail = (await mailsTo(test, person)).at(-1)!;
    expect(mail.subject).toContain('Please confirm answers entered for you');
    expect(mail.text).not.toContain('Zebrafinch');
    expect(await stateOf(program, id)).toBe('invited');
    const word = 'Entered by the secretariat, waiting for confirmation';
    for (const who of [person, officer])
      expect((await (await browserOf(test, who)).get(`/rounds/${id}`)).body.includes(word)).toBe(
        who === officer,
      );
    expect((await (await browserOf(test, person)).get('/tasks')).body).toContain(word);
    const readers = {
      neighbour: await newPerson(test, ['focal-point', HOME, 'FRA']),
      chair: await newPerson(test, ['chair', HOME]),
      partner: await newPerson(test, ['partner', HOME, 'An organization']),
      'another office': await newPerson(test, ['secretariat', 'bali']),
    };
    for (const [who, reader] of Object.entries(readers)) {
      const client = await programOf(test, reader);
      for (const path of [`${base}/transcript`, `${base}/own-transcript`])
        expect([who, path, [403, 404].includes((await client.api('GET', path)).status)]).toEqual([
          who,
          path,
          true,
        ]);
      expect((await client.api('GET', '/search?q=Zebrafinch')).json<{ items: unknown[] }>().items).toEqual(
        [],
      );
    }
    for (const client of [office, program])
      expect((await client.api('GET', '/search?q=Zebrafinch')).json<{ items: unknown[] }>().items).toEqual(
        [],
      );
    expect((await office.api('GET', `${base}/transcript`)).json()).toMatchObject({
      state: 'waiting',
      version: 1,
    });
    // Who typed it neither confirms nor refuses it.
    for (const verb of ['confirmation', 'refusal'])
      expect((await office.api('POST', `${base}/own-transcript/${verb}`, { version: 1 })).status).toBe(404);
    const page = await (await browserOf(test, person)).get(`/rounds/${id}`);
    expect(page.body).toContain('were received by mail on 20 February 2027');
    // Corrected and confirmed through the link of the mail.
    const [, link] = /(\/answer\/[\w-]+\/transcript)/.exec(mail.text)!;
    const visitor = new Client(test);
    const shown = await visitor.get(link!);
    expect(shown.body).toContain('Zebrafinch words');
    // Nobody here typed it: the browser does not keep it as words that are lost without it.
    expect(shown.body).not.toContain('data-refused');
    const [, version] = /name="version" value="(\d+)"/.exec(shown.body)!;
    const sent = {
      ...fieldsOf(shown.body),
      version: version!,
      [`answers.${ids[0]}.narrative`]: 'Goldfinch words',
    };
    expect((await visitor.post(link!, sent)).status).toBe(303);
    expect(await stateOf(program, id)).toBe('submitted');
    const [entry] = await entriesOf(program, base);
    const behalf = { way: 'behalf', accountId: officer.account.id, name: officer.account.name };
    const own = (await program.api('GET', `/progress/${entry}`)).json<{ writers: unknown[] }>();
    expect(own).toMatchObject({
      content: { narrative: 'Goldfinch words' },
      visibility: 'delegation',
      release: 'none',
    });
    expect(own.writers).toContainEqual(behalf);
    expect((await office.api('GET', `/progress/${entry}`)).json()).toMatchObject({ writers: [behalf] });
    // What the delegation confirmed is the delegation's.
    const change = { ...came, version: 2, answers: { [ids[1]!]: { narrative: 'More' } } };
    expect((await office.api('PUT', `${base}/transcript`, change)).status).toBe(409);
    expect((await office.api('POST', `${base}/transcript/withdrawal`, { version: 2 })).status).toBe(409);
    const release = { visibility: 'public', release: 'attributed' };
    expect((await office.api('PUT', `/progress/${entry}/release`, release)).status).toBe(403);
    const history = await office.api('GET', `/history?scope=${HOME}`);
    for (const verb of ['enter', 'confirm']) expect(history.body).toContain(`transcript.${verb}`);
    expect(history.body).not.toContain('finch');
  });

  it('is refused with a reason that its secretariat reads, and entered anew', async () => {
    const { program, base, ids, id, link } = await typedFor('LBR');
    const quick = await new Client(test).get(`${link}/quick?say=nothing`);
    expect(quick.body).toContain('entered answers for you that were received by mail');
    const reason = 'Not from us';
    const refused = await program.api('POST', `${base}/own-transcript/refusal`, { version: 1, reason });
    expect([refused.status, await entriesOf(program, base)]).toEqual([204, []]);
    expect((await mailsTo(test, officer)).at(-1)!.subject).toContain('Not confirmed');
    const desk = await browserOf(test, officer);
    expect((await desk.get(`${base}/transcript`)).body).toContain(reason);
    const again = await desk.post(`${base}/transcript`, {
      way: 'paper',
      receivedDay: '2027-02-22',
      [`answers.${ids[0]}.narrative`]: 'By post',
    });
    expect(again.status).toBe(303);
    const words = { [ids[0]!]: { narrative: 'By post' }, [ids[1]!]: { narrative: 'Ours alone' } };
    const confirmed = { version: 1, answers: words };
    expect((await program.api('POST', `${base}/own-transcript/confirmation`, confirmed)).status).toBe(204);
    expect(await stateOf(program, id)).toBe('submitted');
    // What the delegation wrote beside it is not said to be the secretariat's.
    const said = await Promise.all(
      (await entriesOf(program, base)).map(async (entry) =>
        (await office.api('GET', `/progress/${entry}`)).json<{
          content: { narrative: string };
          writers: { way: string }[];
        }>(),
      ),
    );
    const ways = said.map(({ content, writers }) => [content.narrative, writers.map(({ way }) => way)]);
    expect(ways.sort()).toEqual([
      ['By post', ['behalf']],
      ['Ours alone', []],
    ]);
  });

  it('is entered once, however often the button is pressed', async () => {
    const { program, id, link } = await asked('NAM');
    const [question] = idsIn((await new Client(test).get(link)).body);
    const [own] = await ownIn(program, id);
    const typed = { ...came, answers: { [question!]: { narrative: 'By post' } } };
    const enter = () => office.api('POST', `/rounds/${id}/addressees/${own!.id}/transcript`, typed);
    const pressed = await Promise.all([enter(), enter(), enter()]);
    expect(pressed.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('is confirmed signed in, by somebody else than who typed it, when the rest was handed in before', async () => {
    const { program, person, id, link } = await asked('CMR');
    const ids = idsIn((await new Client(test).get(link)).body);
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}`;
    const answers = { [ids[0]!]: { narrative: 'Our part' } };
    await program.api('PUT', `${base}/answers`, { answers });
    await test.get(AnswersService).handIn(person.actor, id, own!.id);
    const late = { ...came, answers: { [ids[1]!]: { narrative: 'The rest, on paper' } } };
    expect((await office.api('POST', `${base}/transcript`, late)).status).toBe(201);
    const mail = (await mailsTo(test, person)).find(({ text }) =>
      text.includes(`${base}/answers/transcript`),
    );
    expect(mail?.text).not.toContain('/answer/');
    expect((await new Client(test).get(link)).body).toContain(`${base}/answers/transcript`);
    // Who has typed it may speak for the other side by now.
    const addressee = await test.get(RoundQueryService).ownAddressee(person.actor, id, own!.id);
    const both = { ...person.actor, accountId: officer.account.id };
    await expect(test.get(TranscriptDecisions).confirm(both, addressee, 1)).rejects.toThrow(ForbiddenError);
  });

  it.each([
    ['nothing is typed', { ...came, answers: {} }, 422],
    ['another one waits', { ...came, answers: 'first' }, 409],
    ['the question is another delegation’s', { ...came, answers: { alien: { narrative: 'x' } } }, 404],
    ['how it came is unknown', { way: 'pigeon', receivedDay: '2027-02-20', answers: 'first' }, 422],
  ])('is not taken in where %s', async (_, fields, status) => {
    const { base, ids } = await typedFor('CMR');
    if (status !== 409) await office.api('POST', `${base}/transcript/withdrawal`, { version: 1 });
    const answers = fields.answers === 'first' ? { [ids[0]!]: { narrative: 'x' } } : fields.answers;
    const answer = await office.api('POST', `${base}/transcript`, { ...fields, answers });
    expect(answer.status).toBe(status);
  });

  it('is confirmed as it was read, over no draft unseen, by nobody with a link that was passed on, in an open call', async () => {
    const { program, base, ids, id, person } = await typedFor('GMB');
    const change = { ...came, version: 1, answers: { [ids[0]!]: { narrative: 'Typed better' } } };
    expect((await office.api('PUT', `${base}/transcript`, change)).status).toBe(200);
    const confirm = (fields: object) => program.api('POST', `${base}/own-transcript/confirmation`, fields);
    expect((await confirm({ version: 1 })).status).toBe(409);
    const drafts = { [ids[0]!]: { narrative: 'Our own draft' } };
    expect((await program.api('PUT', `${base}/answers`, { answers: drafts })).status).toBe(204);
    expect((await confirm({ version: 2 })).status).toBe(409);
    expect(await stateOf(program, id)).toBe('drafting');
    const shown = await (await browserOf(test, person)).get(`${base}/answers/transcript`);
    for (const text of ['Typed better', 'Our own draft']) expect(shown.body).toContain(text);
    // Nothing in the form but its own button confirms.
    expect(shown.body).not.toContain('name="intent"');
    // The secretariat has changed it since the page was opened: what was typed stays, and nothing is handed in.
    const old = await (
      await browserOf(test, person)
    ).submit(`${base}/answers/transcript`, {
      ...fieldsOf(shown.body),
      version: '1',
      [`answers.${ids[0]}.narrative`]: 'Corrected by us',
    });
    expect([old.status, old.body.includes('Corrected by us')]).toEqual([409, true]);
    expect((await confirm({ version: 1, answers: {} })).body).not.toContain('enteredName');
    const given = { name: 'Ana', email: 'ana@typed.example.org', language: 'en', days: 9 };
    await program.api('POST', `${base}/links`, given);
    const passedOn = /(\/answer\/[\w-]+)/.exec((await mailTo(given.email)).text)![1]!;
    const ana = new Client(test);
    expect((await ana.get(passedOn)).body).not.toContain('entered answers for you');
    expect((await ana.get(`${passedOn}/transcript`)).status).toBe(403);
    await ana.get(passedOn);
    for (const path of ['transcript', 'transcript/refusal'])
      expect((await ana.post(`${passedOn}/${path}`, { version: '2' })).status).toBe(403);
    await office.api('POST', `/rounds/${id}/closing`);
    expect((await confirm({ version: 2 })).status).toBe(409);
    await office.api('POST', `${base}/transcript/withdrawal`, { version: 2 });
    const late = { ...came, answers: { [ids[1]!]: { narrative: 'Late' } } };
    expect((await office.api('POST', `${base}/transcript`, late)).status).toBe(409);
  });
});

describe('a link that was passed on', () => {
  const given = { name: 'Ana', email: 'ana@passed-on.example.org', language: 'en', days: 9 };
  const pathOf = async (program: Client, base: string, fields: object) => {
    const { id } = (await program.api('POST', base, { ...given, ...fields })).json<{ id: string }>();
    const { url } = (await program.api('POST', `/answer-links/${id}/address`)).json<{ url: string }>();
    return new URL(url).pathname;
  };
  /** A delegation that has said something last year and is writing to the first question. */
  async function writing(state: string) {
    const made = await asked(state);
    const old = await newEntry(test, made.person, items[1]!, {
      mechanismId: HOME,
      as: `state:${state}`,
      narrative: 'Said last year',
      periodStart: '2025-01-01',
      periodEnd: '2025-12-31',
    });
    await test.get(ProgressService).submit(made.person.actor, old.id);
    const ids = idsIn((await new Client(test).get(made.link)).body);
    const [own] = await ownIn(made.program, made.id);
    const answers = { [ids[0]!]: { narrative: 'Begun by us' } };
    const where = `/rounds/${made.id}/addressees/${own!.id}`;
    expect((await made.program.api('PUT', `${where}/answers`, { answers })).status).toBe(204);
    return { ...made, ids, where, base: `${where}/links` };
  }

  it('writes, decides nothing, and shows a colleague what came through it alone', async () => {
    const { program, ids, where, base, id, person, link } = await writing('BEN');
    const path = await pathOf(program, base, {});
    const ana = new Client(test);
    const shown = await ana.get(path);
    expect(shown.body).toContain(`You are writing for ${person.account.name}`);
    for (const secret of ['Begun by us', 'Said last year', 'Prefer not to', '>Submit<'])
      expect(shown.body).not.toContain(secret);
    const file = unzipSync((await ana.get(`${path}/questions.docx`)).bytes);
    const words = strFromU8(file['word/document.xml']!);
    for (const secret of ['Begun by us', 'Said last year']) expect(words).not.toContain(secret);
    await ana.get(path);
    // What somebody else writes is neither shown nor written over; what was typed stays in the form.
    const clash = await ana.post(path, {
      ...fieldsOf(shown.body),
      [`answers.${ids[0]}.narrative`]: 'Over it',
    });
    expect([clash.status, clash.body.includes('Over it'), clash.body.includes('Begun by us')]).toEqual([
      409,
      true,
      false,
    ]);
    const again = await ana.post(path, {
      ...fieldsOf(clash.body),
      [`answers.${ids[0]}.narrative`]: 'Over it',
    });
    expect(again.status).toBe(409);
    const auto = await ana.post(`${path}/autosave`, {
      ...fieldsOf(shown.body),
      [`answers.${ids[1]}.narrative`]: 'By Ana',
    });
    expect(auto.status).toBe(200);
    expect((await ana.get(path)).body).toContain('By Ana');
    for (const [address, fields] of [
      [path, { intent: 'hand-in' }],
      [path, { intent: `decline:${ids[2]}` }],
      [path, { intent: `reconsider:${ids[2]}` }],
      [`${path}/declination`, {}],
      [`${path}/quick`, { say: 'nothing' }],
      [`${path}/quick`, { say: 'decline' }],
      [`${path}/reconsideration`, {}],
    ] as const)
      expect([address, fields, (await ana.post(address, fields)).status]).toEqual([address, fields, 403]);
    expect(await stateOf(program, id)).toBe('drafting');
    const done = await ana.submit(path, { ...fieldsOf((await ana.get(path)).body), intent: 'ready' });
    expect(done.body).toContain('A mail says that your answers are ready');
    const mail = (await mailsTo(test, person)).at(-1)!;
    expect([mail.subject, mail.text.includes('By Ana')]).toEqual([
      'Ana has finished writing: “Inputs for the regional review”',
      false,
    ]);
    // The entry says who wrote it, and by which way: to its delegation, and to nobody else.
    const { items: lines } = (await program.api('GET', `${where}/answers`)).json<{
      items: { entryId: string }[];
    }>();
    const entry = `/progress/${lines[1]!.entryId}`;
    expect((await program.api('GET', entry)).json<{ writers: unknown[] }>().writers).toEqual([
      expect.objectContaining({ way: 'link', name: 'Ana', accountId: null }),
    ]);
    const page = await (await browserOf(test, person)).get(entry);
    expect(page.body).toContain(`Ana, through a link from ${person.account.name}`);
    // The focal point's own link hands in; after it the colleague reads what is theirs.
    const visitor = new Client(test);
    await visitor.submit(link, { ...fieldsOf((await visitor.get(link)).body), intent: 'hand-in' });
    const after = (await ana.get(path)).body;
    expect([after.includes('By Ana'), after.includes('Begun by us')]).toEqual([true, false]);
    expect((await office.api('GET', entry)).json<{ writers: unknown[] }>().writers).toEqual([]);
  });

  it('shows the history of the questions where its giver allows it', async () => {
    const { program, ids, base } = await writing('TGO');
    const path = await pathOf(program, base, { showsHistory: true });
    const ana = new Client(test);
    const shown = await ana.get(path);
    for (const text of ['Begun by us', 'Said last year']) expect(shown.body).toContain(text);
    const kept = await ana.submit(path, {
      ...fieldsOf(shown.body),
      [`answers.${ids[0]}.narrative`]: 'Begun by us, gone on with by Ana',
    });
    expect(kept.body).toContain('gone on with by Ana');
    expect((await ana.post(path, { intent: 'hand-in' })).status).toBe(403);
  });

  it('is what the copied address of one’s own link is, and ends with the role of who copied it', async () => {
    const { program, base, person, id } = await writing('NER');
    const { items: links } = (await program.api('GET', base)).json<{ items: { id: string }[] }>();
    const copy = (await program.api('POST', `/answer-links/${links[0]!.id}/address`)).json<{ url: string }>();
    const path = new URL(copy.url).pathname;
    const stranger = new Client(test);
    const shown = await stranger.get(path);
    expect(shown.body).not.toContain('Begun by us');
    await stranger.get(path);
    expect((await stranger.post(`${path}/declination`)).status).toBe(403);
    const grants = test.get(UnitOfWork);
    await grants.run((manager) =>
      manager.update(RoleGrant, { accountId: person.account.id }, { untilDay: '2026-01-01' }),
    );
    expect((await stranger.get(path)).status).toBe(410);
    expect((await stranger.post(path, { intent: 'keep' })).status).toBe(404);
    expect(id).toBeTruthy();
  });

  it('is not needed to say "prefers not to report" by the link of a mail: its people are told, and take it back', async () => {
    const { link, person, program, id } = await asked('TUN');
    const colleague = await newPerson(test, ['focal-point', HOME, 'TUN']);
    const visitor = new Client(test);
    await visitor.get(link);
    await visitor.submit(`${link}/declination`);
    for (const one of [person, colleague])
      expect((await mailsTo(test, one)).at(-1)!.subject).toContain('Tunisia prefers not to report');
    const [own] = await ownIn(program, id);
    await program.api('DELETE', `/rounds/${id}/addressees/${own!.id}/declination`);
    expect(await stateOf(program, id)).toBe('opened');
  });
});

describe('the Word form', () => {
  it('goes out, is filled in, comes back, and is kept after a look', async () => {
    const { link, id, program } = await asked('ITA');
    const visitor = new Client(test);
    const page = await visitor.get(`${link}/word`);
    expect(page.body).toContain('questions.docx?language=en');
    const file = (await visitor.get(`${link}/questions.docx?language=ar`)).bytes;
    const filled = fill(file, ['First & <best>', '']);
    await visitor.get(`${link}/word`);
    const read = await visitor.upload(`${link}/word`, { field: 'file', name: 'form.docx', content: filled });
    expect(read.status).toBe(200);
    expect(read.body).toContain('First &amp; &lt;best');
    expect(await stateOf(program, id)).toBe('invited');
    const [answerId] = idsIn(read.body);
    const kept = await visitor.submit(link, {
      ...fieldsOf(read.body),
      [`answers.${answerId}.narrative`]: 'First & <best>',
    });
    expect(kept.body).toContain('First &amp; &lt;best');
    expect(await stateOf(program, id)).toBe('drafting');
  });

  it('goes the same way through the API', async () => {
    const { id, person } = await asked('ESP');
    const program = await programOf(test, person);
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}`;
    const file = (await program.api('GET', `${base}/questions.docx?language=fr`)).bytes;
    const content = fill(file, ['Words of a program', '']);
    const upload = { field: 'file', name: 'form.docx', content };
    const read = await program.upload(`/api/v1${base}/word`, upload);
    const { answers } = read.json<{ answers: Record<string, { narrative: string }> }>();
    expect(Object.values(answers)).toEqual([{ narrative: 'Words of a program' }]);
    expect(await stateOf(program, id)).toBe('invited');
    expect((await program.api('PUT', `${base}/answers`, { answers })).status).toBe(204);
    expect(await stateOf(program, id)).toBe('drafting');
    const empty = await program.upload(`/api/v1${base}/word`, { ...upload, content: Buffer.from('none') });
    expect([empty.status, empty.body]).toEqual([422, expect.stringContaining('not a Word file')]);
    const stranger = await programOf(test, await newPerson(test, ['focal-point', HOME, 'SEN']));
    expect((await stranger.api('GET', `${base}/questions.docx`)).status).toBe(404);
    expect((await stranger.upload(`/api/v1${base}/word`, upload)).status).toBe(404);
  });

  it('keeps an older draft where a box is empty, and takes in what was outside once somebody says where', async () => {
    const { link } = await asked('PRT');
    const visitor = new Client(test);
    const first = await visitor.get(link);
    const ids = idsIn(first.body);
    const narrative = (at: number) => `answers.${ids[at]}.narrative`;
    await visitor.submit(link, {
      ...fieldsOf(first.body),
      [narrative(0)]: 'Old & kept',
      [narrative(1)]: 'Older',
    });
    const file = new WordFile((await visitor.get(`${link}/questions.docx`)).bytes);
    file.tables[0]!.rows = file.tables[0]!.rows.map((one) => one.replace('Old &amp; kept', ''));
    file.tables[1]!.rows = file.tables[1]!.rows.map((one) => one.replace('Older', 'Newer'));
    file.withoutKey(2).answer(2, written('Without its mark'));
    file.between[0] = written('Dear secretariat') + file.between[0]!;
    file.between[1] += written('Below the first');
    const upload = { field: 'file', name: 'form.docx', content: file.save('word/document2.xml') };
    const read = await visitor.upload(`${link}/word`, upload);
    for (const said of [
      'The box of this question is empty in your file. What is written here stays.',
      'Read from your file.',
      'Saving replaces it with the text of your file',
      'was not found in your file.',
      'Above the first question',
    ])
      expect(read.body).toContain(said);
    const typed = {
      ...fieldsOf(read.body),
      [narrative(0)]: 'Old & kept',
      [narrative(1)]: 'Newer',
      'file.leftovers.0.text': 'Dear secretariat',
      'file.leftovers.1.text': 'Below the first',
      'file.leftovers.2.text': 'Without its mark',
      // What is certain is chosen, and nothing else.
      ...Object.fromEntries(chosenIn(read.body)),
    };
    expect(chosenIn(read.body).filter(([, to]) => to)).toEqual([
      ['file.leftovers.1.to', ids[0]],
      ['file.leftovers.2.to', ids[2]],
    ]);
    const asking = await visitor.post(link, { ...typed, intent: 'hand-in' });
    expect(asking.status).toBe(422);
    for (const kept of [
      'Choose where this text belongs',
      'Dear secretariat',
      'Newer',
      'What is written here stays',
    ])
      expect(asking.body).toContain(kept);
    const done = await visitor.submit(link, { ...typed, 'file.leftovers.0.to': 'drop' });
    expect(done.body).toMatch(/<textarea[^>]*>Old &amp; kept\n\nBelow the first<\/textarea>/);
    expect(done.body).toMatch(/<textarea[^>]*>Newer<\/textarea>/);
    expect(done.body).toMatch(/<textarea[^>]*>Without its mark<\/textarea>/);
    expect(done.body).not.toContain('Dear secretariat');
  });

  it('leaves over what is in the box of a question that is closed, and changes nothing by an empty copy', async () => {
    const { id, person } = await asked('BEL');
    const program = await programOf(test, person);
    const [own] = await ownIn(program, id);
    const base = `/rounds/${id}/addressees/${own!.id}`;
    const blank = (await program.api('GET', `${base}/questions.docx`)).bytes;
    const { items: all } = (await program.api('GET', `${base}/answers`)).json<{ items: { id: string }[] }>();
    await program.api('PUT', `${base}/answers`, { answers: { [all[1]!.id]: { narrative: 'Stays' } } });
    await program.api('POST', `/round-answers/${all[0]!.id}/declination`);
    const send = (content: Buffer) =>
      program.upload(`/api/v1${base}/word`, { field: 'file', name: 'form.docx', content });
    const empty = await send(blank);
    expect([empty.status, empty.body]).toEqual([422, expect.stringContaining('Nothing was changed')]);
    const file = new WordFile(blank).answer(0, written('For a closed one')).answer(2, written('Open'));
    expect((await send(file.save())).json()).toEqual({
      answers: { [all[2]!.id]: { narrative: 'Open' } },
      questions: [
        { answerId: all[1]!.id, status: 'emptyInFile' },
        { answerId: all[2]!.id, status: 'read' },
      ],
      leftovers: [{ text: 'For a closed one', place: 'closed', question: 1, likely: null }],
      notices: { pictures: 0, comments: 0, struck: false, hidden: false, tracked: false },
    });
  });

  it('is refused with a reason when it is another’s, damaged, or no form', async () => {
    const { link, id, program } = await asked('MLI');
    const { link: foreign } = await asked('SEN');
    const visitor = new Client(test);
    const other = fill((await visitor.get(`${foreign}/questions.docx`)).bytes, ['Words']);
    const mine = fill((await visitor.get(`${link}/questions.docx`)).bytes, ['Words']);
    const cases: [Buffer, string][] = [
      [other, 'belongs to another call'],
      [Buffer.from('no word file'), 'not a Word file'],
      [mine.subarray(0, mine.length / 2), 'not a Word file'],
      [
        Buffer.from(zipSync({ 'word/document.xml': strToU8('<w:document><w:body/></w:document>') })),
        'No question was found',
      ],
      [Buffer.alloc(0), 'file'],
    ];
    for (const [content, message] of cases) {
      await visitor.get(`${link}/word`);
      const answer = await visitor.upload(`${link}/word`, { field: 'file', name: 'form.docx', content });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(message);
    }
    expect(await stateOf(program, id)).toBe('invited');
  });
});

async function mailTo(recipient: string): Promise<MailboxMail> {
  const { read } = test.get(UnitOfWork);
  for (const { id } of await read.findBy(OutgoingMessage, { state: 'pending' }))
    await test.get(Outbox).send(id);
  return read.findOneByOrFail(MailboxMail, { recipient });
}

/** Writes into the boxes, in their order, as a word processor does. */
function fill(file: Buffer, texts: string[]): Buffer {
  const parts = unzipSync(file);
  let index = 0;
  const xml = strFromU8(parts['word/document.xml']!).replace(
    /(<w:bookmarkStart[^>]*answer_[^>]*>)/g,
    (found) => {
      const text = (texts[index++] ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return `${found}<w:r><w:t>${text}</w:t></w:r>`;
    },
  );
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));
}
