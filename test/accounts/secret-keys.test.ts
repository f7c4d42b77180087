import { createHmac } from 'node:crypto';
import { parse } from 'uuid';
import { SecretKeysService } from '../../src/accounts/secret-keys/secret-keys.service.js';
import { hashSecret } from '../../src/accounts/secrets.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Keys } from '../../src/platform/keys.js';
import { WishLinkEnds } from '../../src/reminders/wishes/wish-link-ends.js';
import { AnswerLink, AnswerLinkToken } from '../../src/rounds/answer-links/answer-link.entity.js';
import { firstToken } from '../../src/rounds/answer-links/answer-tokens.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import {
  browserOf,
  newAdministrator,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../support/factories.js';
import { afterPassword, codeOf, withApp } from '../support/second-factor.js';
import { day, mailsTo, newRule, sendAll, sweepAt } from '../support/reminders.js';
import { mailsTo as allMailsTo, makeMembers, newRound, words } from '../support/rounds.js';

const [FIRST, SECOND] = ['first'.repeat(7), 'second'.repeat(7)] as [string, string];
const HOME = 'rabat';
let [before, during, after]: TestApp[] = [];
let administrator: Person;
let office: Person;
let person: Person;
/** Made under the first key: by the ways of today, and by those of the first months. */
let made: { wish: string; firstWish: string; answer: string; firstAnswer: string };

/** The same installation, started with another list of keys. */
const withKeys = (key: string, old = '') =>
  startApp({
    env: { DATABASE_URL: before!.config.databaseUrl, SECRET_KEY: key, SECRET_KEY_OLD: old },
    now: before!.clock.now(),
  });

beforeAll(async () => {
  before = await startApp({ env: { SECRET_KEY: FIRST } });
  administrator = await newAdministrator(before);
  const plan = await newPlan(before, HOME, [
    { code: '1', owners: ['state:SEN'], when: day('2027-03-09') },
    { code: '2', owners: ['state:SEN'], when: day('2027-03-16') },
  ]);
  office = plan.secretariat;
  person = await newPerson(before, ['focal-point', HOME, 'SEN']);
  await makeMembers(before, HOME, ['SEN']);
  await newRule(before, office, HOME, { kind: 'before-due', days: 7 });
  const program = await programOf(before, office);
  const questions = [{ kind: 'free', text: words('What is new?') }];
  const roundId = await newRound(program, HOME, { states: ['SEN'], questions });
  const [invitation] = await allMailsTo(before, person);
  await sweepAt(before, '2027-03-02T10:00:00Z');
  await sendAll(before);
  const reminder = (await mailsTo(before, person)).at(-1)!;
  const link = await before.get(UnitOfWork).read.findOneByOrFail(AnswerLink, { roundId });
  made = {
    wish: addressIn(reminder.text, 'reminders/wish'),
    firstWish: `/reminders/wish/${firstWish(person.account.id)}`,
    answer: addressIn(invitation!.text, 'answer'),
    firstAnswer: `/answer/${firstToken(link.id, FIRST)}`,
  };
  await before.get(UnitOfWork).run((manager) =>
    manager.insert(AnswerLinkToken, {
      id: link.id,
      linkId: link.id,
      secretHash: hashSecret(firstToken(link.id, FIRST)),
      createdAt: link.createdAt,
      expiresAt: link.expiresAt,
      derived: true,
    }),
  );
  [during, after] = [await withKeys(SECOND, FIRST), await withKeys(SECOND)];
});
afterAll(async () => {
  for (const test of [after, during, before]) await test?.close();
});

const addressIn = (text: string, path: string) =>
  new RegExp(`http://waymark\\.test(/${path}/[\\w-]+)`).exec(text)![1]!;

/** A wish for no reminders at all, as it was signed in the first months. */
function firstWish(accountId: string): string {
  const body = Buffer.concat([Buffer.of(2), parse(accountId), Buffer.alloc(16)]);
  const signature = createHmac('sha256', FIRST).update('waymark reminder wish').update(body).digest();
  return Buffer.concat([body, signature.subarray(0, 16)]).toString('base64url');
}

const statusesOf = async (test: TestApp) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(made).map(async ([what, path]) => [what, (await new Client(test).get(path)).status]),
    ),
  ) as Record<keyof typeof made, number>;

describe('after the key was changed', () => {
  it('what the old one made works while it is listed, and no longer', async () => {
    const all = { wish: 200, firstWish: 200, answer: 200, firstAnswer: 200 };
    expect(await statusesOf(before!)).toEqual(all);
    expect(await statusesOf(during!)).toEqual(all);
    // What is random holds without any key.
    const gone = { wish: 404, firstWish: 404, answer: 200, firstAnswer: 404 };
    expect(await statusesOf(after!)).toEqual(gone);
  });

  it('a page that was open can still be sent, while the old one is listed', async () => {
    const statuses = [];
    for (const test of [during!, after!]) {
      const browser = await browserOf(before!, person);
      await browser.get('/account');
      Object.assign(browser, { test });
      statuses.push((await browser.post('/sign-out')).status);
    }
    expect(statuses).toEqual([303, 403]);
  });

  it('an administrator sees how much it made, of which kinds, and till when; nobody else', async () => {
    const [old, current] = [before!.get(Keys).current.id, during!.get(Keys).current.id];
    const list = await (await programOf(during!, administrator)).api('GET', '/secret-keys');
    const { items } = list.json<{ items: { until: string | null }[] }>();
    const link = await before!.get(UnitOfWork).read.findOneByOrFail(AnswerLinkToken, { derived: true });
    expect(items).toEqual([
      {
        kind: 'answer-link',
        keyId: null,
        count: 1,
        until: link.expiresAt.toISOString(),
        standing: 'unnamed',
        endable: true,
      },
      { kind: 'wish', keyId: old, count: 1, until: null, standing: 'old', endable: true },
    ]);
    const page = (await (await browserOf(during!, administrator)).get('/secret-keys')).body;
    for (const text of [old, current, 'Reminder mails', 'from before keys had ids', 'End these'])
      expect(page).toContain(text);
    const shown = page + list.body;
    for (const key of [FIRST, SECOND]) expect(shown).not.toContain(key);
    for (const stranger of [office, person]) {
      expect((await (await browserOf(during!, stranger)).get('/secret-keys')).status).toBe(403);
      const program = await programOf(during!, stranger);
      expect((await program.api('GET', '/secret-keys')).status).toBe(403);
      expect((await program.api('POST', '/secret-keys/end', { kind: 'wish', keyId: old })).status).toBe(403);
    }
  });

  it('what it made can be ended early, and what is made since goes on', async () => {
    const [old, current] = [before!.get(Keys).current.id, during!.get(Keys).current.id];
    await sweepAt(during!, '2027-03-09T10:00:00Z');
    await sendAll(during!);
    const newer = addressIn((await mailsTo(during!, person)).at(-1)!.text, 'reminders/wish');
    const program = await programOf(during!, administrator);
    const end = (kind: string, keyId?: string) =>
      program.api('POST', '/secret-keys/end', { kind, keyId }).then(({ status }) => status);
    expect(await end('wish', current)).toBe(409);
    expect(await end('nothing', old)).toBe(404);
    // Mistyped, or of what names no key: nothing ended, and nobody is told that it did.
    expect(await end('wish', '00000000')).toBe(404);
    expect(await end('answer-link', old)).toBe(404);
    expect(await end('wish', old)).toBe(204);
    expect(await statusesOf(during!)).toEqual({ wish: 404, firstWish: 200, answer: 200, firstAnswer: 200 });
    const browser = await browserOf(during!, administrator);
    const ended = await browser.submit('/secret-keys/end', {
      kind: 'answer-link',
      keyId: '',
      confirmed: 'on',
    });
    expect(ended.body).toContain('these no longer work');
    expect(await end('wish')).toBe(204);
    expect(await statusesOf(during!)).toEqual({ wish: 404, firstWish: 404, answer: 200, firstAnswer: 410 });
    expect((await new Client(during!).get(newer)).status).toBe(200);
    const { items } = (await program.api('GET', '/secret-keys')).json<{ items: object[] }>();
    expect(items).toMatchObject([{ kind: 'wish', keyId: current, count: 1, endable: false }]);
    const history = (await program.api('GET', '/history')).body;
    expect(history).toContain('ended what was created with an old secret key: Reminder mails');
  });

  it('the links of one account can be ended, those it is sent later not', async () => {
    const wish = async () => {
      await sendAll(during!);
      return addressIn((await mailsTo(during!, person)).at(-1)!.text, 'reminders/wish');
    };
    const earlier = await wish();
    await during!.get(WishLinkEnds).endOf(person.account.id);
    expect((await new Client(during!).get(earlier)).status).toBe(404);
    await newRule(during!, office, HOME, { kind: 'before-due', days: 1 });
    await sweepAt(during!, '2027-03-15T10:00:00Z');
    const later = await wish();
    expect(later).not.toBe(earlier);
    expect((await new Client(during!).get(later)).status).toBe(200);
  });
});

it('an authenticator app works under an old key, and under the new one once a code was used', async () => {
  const [used, idle] = [await withApp(before!), await withApp(before!)];
  for (const test of [during!, after!]) test.clock.moveTo(before!.clock.now());
  const enter = async (test: TestApp, { person, key }: typeof used, path = '', code = codeOf(test, key)) => {
    const client = await afterPassword(test, person);
    const answer = await client.post(`/sign-in/second-step${path}`, { code });
    test.clock.advance(60_000);
    return answer.status;
  };
  const counted = async () => {
    const rows = await during!.get(SecretKeysService).list(administrator.actor);
    return rows
      .filter(({ kind }) => kind === 'authenticator-app')
      .map(({ standing, count }) => [standing, count]);
  };
  expect(await counted()).toEqual([['old', 2]]);
  expect(await enter(during!, used)).toBe(303);
  expect(await counted()).toEqual([
    ['old', 1],
    ['current', 1],
  ]);
  after!.clock.moveTo(during!.clock.now());
  expect(await enter(after!, used)).toBe(303);
  expect(await enter(after!, idle)).toBe(422);
  expect(await enter(after!, idle, '/recovery', idle.codes[0])).toBe(303);
});
