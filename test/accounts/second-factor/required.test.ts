import { MechanismsService } from '../../../src/mechanisms/mechanism/mechanisms.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import {
  browserOf,
  newAdministrator,
  newEntry,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../../support/factories.js';
import { day } from '../../support/reminders.js';
import { makeMembers, mailsTo, newRound, ownIn, words } from '../../support/rounds.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { MailboxMail } from '../../../src/platform/mail/message.entity.js';
import { routesOf } from '../../support/routes.js';
import { codeOf, FACTORS, newSigner, PASSWORD, setUpApp, STEP_MS } from '../../support/second-factor.js';

const HOME = 'khartoum';
const OTHER = 'rcm';

let test: TestApp;
beforeAll(async () => (test = await startApp()));
afterAll(() => test.close());

/** Has a mechanism require a second factor, or not, by its secretariat in the pages. */
async function require(mechanism: string, required: boolean): Promise<void> {
  const { officialName, shortName, abbreviation, zone, languages, version } = await test
    .get(MechanismsService)
    .find(mechanism);
  const program = await programOf(test, await newAdministrator(test));
  const answer = await program.api('PATCH', `/mechanisms/${mechanism}`, {
    version,
    requireSecondFactor: required,
  });
  if (answer.status !== 200) throw new Error(answer.body);
  expect(answer.json()).toMatchObject({ officialName, shortName, abbreviation, zone, languages });
}

/** What the routes answer that need somebody, each with how; without those that may be used before. */
async function answersOf(client: Client, isProgram = false) {
  const routes = routesOf(test).filter(
    ({ access, path }) =>
      access !== 'anyone' && path !== '/sign-out' && !path.includes('account/second-factor'),
  );
  const answers: { route: string; status: number; location?: string }[] = [];
  for (const { method, path, name } of routes.filter(({ path }) => !isProgram || path.startsWith('/api/'))) {
    const address = path
      .replaceAll(':mechanismId', HOME)
      .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
    const answer = path.startsWith('/api/v1')
      ? await client.api(method, address.slice('/api/v1'.length), method === 'GET' ? undefined : {})
      : method === 'GET'
        ? await client.get(address)
        : await client.post(address);
    answers.push({ route: name, status: answer.status, location: answer.headers.location });
  }
  return answers;
}

const addressIn = (text: string) => new URL(/http\S+\/answer\/\S+/.exec(text)![0]).pathname;

async function feedOf(person: Person): Promise<string> {
  const made = await (await browserOf(test, person)).api('POST', '/account/calendars', { mechanismId: HOME });
  return new URL(made.json<{ url: string }>().url).pathname;
}

describe('where a mechanism requires it', () => {
  let office: Person;
  let kenya: Person;
  beforeAll(async () => {
    ({ secretariat: office } = await newPlan(test, HOME, [{ code: '1' }]));
    kenya = await newSigner(test, {}, ['focal-point', HOME, 'KEN'], ['focal-point', OTHER, 'KEN']);
  });
  beforeEach(() => require(HOME, true));
  afterEach(() => require(HOME, false));

  it('every page leads to the set-up, and the API answers why, in a session that was open before', async () => {
    await require(HOME, false);
    const browser = await browserOf(test, kenya);
    expect((await browser.get('/progress')).status).toBe(200);
    await require(HOME, true);
    const answers = await answersOf(browser);
    expect(answers.length).toBeGreaterThan(200);
    const pages = answers.filter(({ status }) => status === 303);
    expect(pages.filter(({ location }) => location !== FACTORS)).toEqual([]);
    expect(answers.filter(({ status }) => status !== 303 && status !== 403)).toEqual([]);
    expect((await browser.api('GET', '/account')).json()).toMatchObject({
      title: expect.stringContaining('second step is required') as string,
    });
    const led = await browser.get(FACTORS);
    expect([led.status, led.body.includes('One of your roles requires a second step')]).toEqual([200, true]);
  });

  it('a key and a calendar follow, and what is open to anyone shows what anyone sees', async () => {
    await require(HOME, false);
    const [program, feed] = [await programOf(test, kenya), await feedOf(kenya)];
    const { plan } = await newPlan(test, HOME, [{ code: '1', when: day('2027-03-20') }]);
    const open = async () => [
      (await program.api('GET', `/plans/${plan.id}`)).status,
      (await new Client(test).get(feed)).body.includes('BEGIN:VEVENT'),
    ];
    expect(await open()).toEqual([200, true]);
    await require(HOME, true);
    expect(await open()).toEqual([404, false]);
    expect((await answersOf(program, true)).filter(({ status }) => status !== 403)).toEqual([]);
    const browser = await browserOf(test, kenya);
    for (const path of [
      '/mechanisms',
      `/mechanisms/${HOME}`,
      `/plans/${plan.id}`,
      '/practices',
      '/search?q=plan',
    ]) {
      const [theirs, anyones] = [await browser.get(path), await new Client(test).get(path)];
      // A visitor is asked to sign in where this one is asked for the rest.
      const leads = (location?: string) => (location?.startsWith('/sign-in') ? FACTORS : location);
      expect([path, theirs.status === 200, theirs.headers.location]).toEqual([
        path,
        anyones.status === 200,
        leads(anyones.headers.location),
      ]);
    }
  });

  it('the same session and the same key go on once it is set up', async () => {
    const person = await newSigner(test, {}, ['focal-point', HOME, 'KEN']);
    const client = new Client(test);
    const { email } = person.account;
    await client.post('/sign-in', { email, password: PASSWORD, next: '/progress' });
    const program = await programOf(test, person);
    expect((await client.get('/progress')).headers.location).toBe(FACTORS);
    await client.get(FACTORS);
    const { key } = await setUpApp(test, client);
    expect((await client.get('/progress')).status).toBe(200);
    expect((await program.api('GET', '/account')).status).toBe(200);
    test.clock.advance(STEP_MS);
    const again = new Client(test);
    await again.post('/sign-in', { email, password: PASSWORD });
    await again.get('/sign-in/second-step');
    await again.post('/sign-in/second-step', { code: codeOf(test, key) });
    expect((await again.get('/progress')).status).toBe(200);
    await again.get(FACTORS);
    await again.post(`${FACTORS}/app/remove`);
    expect((await again.get('/progress')).headers.location).toBe(FACTORS);
  });

  it('an answer link of one’s own leads to it, and one of a colleague without an account does not', async () => {
    await require(HOME, false);
    await makeMembers(test, HOME, ['KEN']);
    const questions = [{ kind: 'free', text: words('What is new?') }];
    const roundId = await newRound(await programOf(test, office), HOME, { states: ['KEN'], questions });
    const mail = (await mailsTo(test, kenya)).find(({ text }) => text.includes('/answer/'))!;
    const program = await programOf(test, kenya);
    const [own] = await ownIn(program, roundId);
    const colleague = { name: 'Desk', email: 'desk@ministry.example', language: 'en', days: 10 };
    const browser = await browserOf(test, kenya);
    const given = await browser.api('POST', `/rounds/${roundId}/addressees/${own!.id}/links`, colleague);
    expect(given.status).toBe(201);
    await mailsTo(test, kenya);
    const theirs = await test
      .get(UnitOfWork)
      .read.findOneByOrFail(MailboxMail, { recipient: colleague.email });
    const [ownLink, theirLink] = [addressIn(mail.text), addressIn(theirs.text)];
    const open = async (address: string) => (await new Client(test).get(address)).headers.location ?? 'opens';
    expect([await open(ownLink), await open(theirLink)]).toEqual(['opens', 'opens']);
    await require(HOME, true);
    expect([await open(ownLink), await open(theirLink)]).toEqual([FACTORS, 'opens']);
  });

  it('a copy of what was handed in is named to who lacks it, and its words stay where they are read', async () => {
    await require(HOME, false);
    const { items } = await newPlan(test, HOME, [{ code: '1', owners: ['all-members'] }]);
    const entry = await newEntry(test, kenya, items[0]!, {
      mechanismId: HOME,
      as: 'state:KEN',
      narrative: 'Guarded words',
    });
    await test.get(ProgressService).submit(kenya.actor, entry.id);
    await require(HOME, true);
    const receipt = (await mailsTo(test, kenya)).find(({ text }) => text.includes(entry.id))!;
    expect(receipt.text).toContain('You have not yet set up two-step sign-in');
    expect(receipt.text).not.toContain('Guarded words');
    expect(receipt.html).not.toContain('Guarded words');
  });

  it('others in the mechanism, and the same roles elsewhere, are not asked', async () => {
    for (const role of ['reader', 'chair', 'partner'] as const) {
      const browser = await browserOf(
        test,
        await newPerson(test, [role, HOME, role === 'partner' ? 'X' : undefined!]),
      );
      expect([role, (await browser.get('/progress')).status]).toEqual([role, 200]);
    }
    const elsewhere = await browserOf(test, await newPerson(test, ['secretariat', OTHER]));
    expect((await elsewhere.get('/progress')).status).toBe(200);
    const former = await browserOf(test, await newPerson(test, ['focal-point', HOME, 'KEN', '2027-01-01']));
    expect((await former.get('/account')).status).toBe(200);
  });

  it('signing out stays possible, and leaves nothing', async () => {
    const browser = await browserOf(test, kenya);
    await browser.get(FACTORS);
    expect((await browser.post('/sign-out')).headers.location).toBe('/sign-in');
    expect((await browser.get(FACTORS)).headers.location).toContain('/sign-in');
  });

  it('its secretariat sees who has none yet, of whom it is required and of nobody else', async () => {
    const person = await newSigner(test, {}, ['secretariat', HOME]);
    const browser = await browserOf(test, person);
    await browser.get(FACTORS);
    await setUpApp(test, browser);
    await newPerson(test, ['reader', HOME]);
    const program = await programOf(test, person);
    const items = async () =>
      (await program.api('GET', `/mechanisms/${HOME}/people`)).json<{
        items: { role: string; secondFactor?: boolean; person: { id: string } }[];
      }>().items;
    const of = (list: Awaited<ReturnType<typeof items>>, id: string) =>
      list.find((one) => one.person.id === id);
    const listed = await items();
    expect(of(listed, person.account.id)).toMatchObject({ secondFactor: true });
    expect(of(listed, office.account.id)).toMatchObject({ secondFactor: false });
    expect(listed.filter(({ role }) => role === 'reader').every((one) => !('secondFactor' in one))).toBe(
      true,
    );
    expect((await browser.get(`/mechanisms/${HOME}/people`)).body).toContain('Two-step sign-in');
    await require(HOME, false);
    expect((await items()).some((one) => 'secondFactor' in one)).toBe(false);
    expect((await browser.get(`/mechanisms/${HOME}/people`)).body).not.toContain('Two-step sign-in');
  });
});

describe('where the installation requires it', () => {
  let strict: TestApp;
  beforeAll(async () => (strict = await startApp({ env: { REQUIRE_SECOND_FACTOR: 'true' } })));
  afterAll(() => strict.close());

  it('secretariats, focal points and administrators are asked, everywhere; others are not', async () => {
    const asked = async (person: Person) =>
      (await (await browserOf(strict, person)).get('/account')).headers.location === FACTORS;
    expect(await asked(await newAdministrator(strict))).toBe(true);
    expect(await asked(await newPerson(strict, ['secretariat', OTHER]))).toBe(true);
    expect(await asked(await newPerson(strict, ['focal-point', HOME, 'KEN']))).toBe(true);
    expect(await asked(await newPerson(strict, ['reader', HOME], ['partner', OTHER, 'X']))).toBe(false);
    const root = await browserOf(strict, await newSigner(strict, { administrator: true }));
    expect((await root.get('/mailbox')).headers.location).toBe(FACTORS);
    await root.get(FACTORS);
    await setUpApp(strict, root);
    expect((await root.get('/mailbox')).status).toBe(200);
  });
});
