import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { Practice } from '../../src/practices/practice.entity.js';
import { Disclosure, Entry } from '../../src/progress/entries/entry.entity.js';
import { RELEASES, VISIBILITIES } from '../../src/progress/entries/vocabulary.js';
import { EntrySummary } from '../../src/progress/summaries/summary.entity.js';
import { SupportRequest } from '../../src/support/support.entity.js';
import { RoundAnswer } from '../../src/rounds/round/round.entity.js';
import { AnswerLink } from '../../src/rounds/answer-links/answer-link.entity.js';
import { AnswerTokens } from '../../src/rounds/answer-links/answer-tokens.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client, samePage } from '../support/client.js';
import {
  browserOf,
  newAccount,
  newAdministrator,
  newEntry,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../support/factories.js';
import { onServer, walkers } from '../support/generated.js';
import { type Route, routesOf } from '../support/routes.js';
import { mailsTo, makeMembers, newRound, ownIn, words } from '../support/rounds.js';

const HOME = 'igad-rcp';
const MARKERS = ['stepmarkerx', 'reasonmarkerx', 'narrativemarkerx'];

let test: TestApp;
let office: Person;
let item: PlanItem;
let planId: string;
/** Of Kenya, which has settled steps, and of Uganda, which has not. */
let delegates: Record<string, Person>;
let owner: Person;
let outsiders: Record<string, Person>;

beforeAll(async () => {
  test = await startApp({ siblings: true });
  await makeMembers(test, HOME, ['KEN', 'UGA', 'ETH']);
  const made = await newPlan(test, HOME, [{ code: '1', owners: ['all-members'] }]);
  [office, item, planId] = [made.secretariat, made.items[0]!, made.plan.id];
  delegates = {
    KEN: await newPerson(test, ['focal-point', HOME, 'KEN']),
    UGA: await newPerson(test, ['focal-point', HOME, 'UGA']),
  };
  owner = await newPerson(test, ['focal-point', HOME, 'KEN']);
  outsiders = {
    office,
    uganda: delegates.UGA!,
    ethiopia: await newPerson(test, ['focal-point', HOME, 'ETH']),
    formerKenya: await newPerson(test, ['focal-point', HOME, 'KEN', '2026-12-31']),
    kenyaElsewhere: await newPerson(test, ['focal-point', 'bali', 'KEN']),
    chair: await newPerson(test, ['chair', HOME]),
    reader: await newPerson(test, ['reader', HOME]),
    partner: await newPerson(test, ['partner', HOME, 'An organization']),
    otherOffice: await newPerson(test, ['secretariat', 'bali']),
    administrator: await newAdministrator(test),
    nobody: await newAccount(test),
  };
}, 60_000);
afterAll(() => test.close());

const settings = `/mechanisms/${HOME}/delegations/KEN/clearance`;

async function settle(): Promise<void> {
  const program = await programOf(test, delegates.KEN!);
  const { version } = (await program.api('GET', settings)).json<{ version: number }>();
  const steps = [{ name: 'stepmarkerx', accountId: owner.account.id, days: 2 }];
  expect((await program.api('PUT', settings, { version, steps })).status).toBe(200);
}

const newText = (state: string) =>
  newEntry(test, delegates[state]!, item, {
    mechanismId: HOME,
    as: `state:${state}`,
    narrative: 'narrativemarkerx',
  });

describe('what a delegation settles within', () => {
  const entries: string[] = [];
  let roundId: string;

  it('is set up: one text waits, one was sent back, one is past its term; a call is answered', async () => {
    const before = await pagesOfOthers();
    await settle();
    const program = await programOf(test, delegates.KEN!);
    const clearing = await programOf(test, owner);
    for (let index = 0; index < 3; index += 1) {
      const { id } = await newText('KEN');
      entries.push(id);
      expect((await program.api('POST', `/progress/${id}/submission`)).status).toBe(200);
    }
    await clearing.api('POST', `/progress/${entries[1]}/clearance/return`, { reason: 'reasonmarkerx' });
    // To everybody else every page, list and count is what it was before there was any of it.
    expect(await pagesOfOthers()).toEqual(before);
    roundId = await newRound(await programOf(test, office), HOME, {
      states: ['KEN', 'UGA'],
      questions: [{ kind: 'free', text: words('What is new?') }],
    });
    const { answerId, addresseeId } = await answerOf(program, roundId);
    await program.api('PUT', `/rounds/${roundId}/addressees/${addresseeId}/answers`, {
      answers: { [answerId]: { narrative: 'narrativemarkerx' } },
    });
    expect(
      (await program.api('POST', `/rounds/${roundId}/addressees/${addresseeId}/submission`)).status,
    ).toBe(200);
    const { entryId } = await test.get(UnitOfWork).read.findOneByOrFail(RoundAnswer, { id: answerId });
    entries.push(entryId!);
    await test.work('clearance.sweep');
    for (const person of [...Object.values(outsiders), owner]) await mailsTo(test, person);
  });

  it('is in no answer of any route to anybody else', async () => {
    const gets = routesOf(test).filter(({ method }) => method === 'GET');
    const leaks: string[] = [];
    let answers = 0;
    const clearanceAnswers = new Set<number>();
    for (const [key, person] of walkers(outsiders)) {
      const browser = person ? await browserOf(test, person) : new Client(test);
      const program = person ? await programOf(test, person) : new Client(test);
      for (const { path } of gets) {
        for (const url of addresses(path, { entries, roundId })) {
          const answer = url.startsWith('/api/')
            ? await program.api('GET', url.slice('/api/v1'.length))
            : await browser.get(url);
          answers += 1;
          if (path.endsWith('/clearance') && person) clearanceAnswers.add(answer.status);
          for (const marker of MARKERS)
            if (!url.includes(marker) && answer.body.includes(marker)) leaks.push(`${key} ${url}: ${marker}`);
          for (const id of entries)
            if (!url.includes(id) && answer.body.includes(id)) leaks.push(`${key} ${url}: an entry`);
        }
      }
    }
    expect(answers).toBeGreaterThan(500);
    expect(leaks.slice(0, 5)).toEqual([]);
    expect([...clearanceAnswers]).toEqual([404]);
  }, 300_000);

  it('can be done by nobody else: not found, whether it is there or not', async () => {
    const verbs = [
      ['PUT', settings, { version: 2, steps: [] }],
      ['PUT', `/mechanisms/${HOME}/delegations/ETH/clearance`, { version: 1, steps: [] }],
      ['POST', `/progress/${entries[0]}/clearance/passing`, { mark: 'x'.repeat(64) }],
      ['POST', `/progress/${entries[0]}/clearance/return`, { reason: 'x' }],
      ['POST', `/progress/${entries[0]}/clearance/moving-on`, undefined],
      ['DELETE', `/progress/${entries[0]}/clearance`, undefined],
    ] as const;
    for (const [key, person] of Object.entries(outsiders)) {
      const program = await programOf(test, person);
      for (const [method, path, body] of verbs) {
        if (key === 'ethiopia' && path.includes('ETH')) continue;
        expect({ key, path, status: (await program.api(method, path, body)).status }).toEqual({
          key,
          path,
          status: 404,
        });
      }
      expect((await program.api('GET', '/clearances')).json()).toMatchObject({ items: [] });
    }
  });

  it('is mailed to its own people only', async () => {
    const mails = await test.get(UnitOfWork).read.find(OutgoingMessage);
    const own = new Set([owner.account.id, delegates.KEN!.account.id]);
    const about = mails.filter(
      ({ kind, key }) => kind.startsWith('clearance') || entries.some((id) => key.includes(id)),
    );
    expect(about.length).toBeGreaterThan(3);
    expect(about.filter(({ accountId }) => !own.has(accountId))).toEqual([]);
  });

  /** What the others see that could change: by count, order, word or time. */
  async function pagesOfOthers(): Promise<Record<string, string[]>> {
    const pages: Record<string, string[]> = {};
    for (const [key, person] of Object.entries(outsiders)) {
      const browser = await browserOf(test, person);
      const program = await programOf(test, person);
      pages[key] = [];
      for (const url of [
        '/tasks',
        '/progress',
        `/mechanisms/${HOME}`,
        `/items/${item.id}`,
        `/history/${HOME}`,
      ])
        pages[key].push(samePage((await browser.get(url)).body));
      for (const path of [
        '/progress',
        `/mechanisms/${HOME}/board`,
        `/history?scope=${HOME}`,
        '/search?q=markerx',
      ])
        pages[key].push((await program.api('GET', path)).body);
    }
    return pages;
  }
});

// Which routes open something is the same on both databases.
(onServer ? describe.skip : describe)('no route goes round clearance', () => {
  it('opens words that have not passed the steps, whoever of the delegation calls it, and however', async () => {
    // Uganda has settled nothing: it shows that the walk reaches every way there is.
    const open = await walk('UGA');
    const closed = await walk('KEN');
    expect(closed).toEqual([]);
    expect(open.sort()).toEqual([
      'POST /answer/:token',
      'POST /api/v1/practices/:id/offer',
      'POST /api/v1/progress/:id/submission',
      'POST /api/v1/progress/:id/wordings/:wordingId/approval',
      'POST /api/v1/progress/:id/wordings/:wordingId/refusal',
      'POST /api/v1/rounds/:id/addressees/:addresseeId/submission',
      'POST /practices/:id/offer',
      'POST /practices/:id/share',
      'POST /progress',
      'POST /progress/:id/release',
      'POST /progress/:id/submission',
      'POST /progress/:id/wordings/:wordingId/approval',
      'POST /progress/:id/wordings/:wordingId/refusal',
      'POST /rounds/:id/addressees/:addresseeId/answers',
      'POST /rounds/:id/addressees/:addresseeId/submission',
      'POST /support/:id/release',
      'PUT /api/v1/practices/:id/sharing',
      'PUT /api/v1/progress/:id/release',
      'PUT /api/v1/support/:id/release',
    ]);
  }, 400_000);

  /** Calls every route that acts, as a person of the delegation; answers those that opened something. */
  async function walk(state: string): Promise<string[]> {
    const person = delegates[state]!;
    const routes = routesOf(test).filter(({ method, path }) => method !== 'GET' && !LEAVES.test(path));
    expect(routes.length).toBeGreaterThan(100);
    const opening = new Set<string>();
    const [program, browser] = [await programOf(test, person), await browserOf(test, person)];
    for (const route of routes) {
      const world = await worldOf(route, state);
      if (!world) continue;
      const client = route.path.startsWith('/api/') ? program : browser;
      for (const body of bodies(world)) {
        const url = fill(route.path, world);
        if (route.path.startsWith('/api/')) await client.api(route.method, url.slice('/api/v1'.length), body);
        // What asks first is pressed a second time.
        else await client.post(url, { ...flat(body), confirmed: 'on' });
        if ((await openedBy(state)) > world.opened) opening.add(`${route.method} ${route.path}`);
      }
    }
    return [...opening];
  }

  const drafts: Record<string, { id: string; version: number }> = {};

  interface World {
    /** What the path names: the entry, the practice, the request, the round. */
    subject: string;
    entryId: string;
    version: number;
    answerId: string;
    addresseeId: string;
    roundId: string;
    wordingId: string;
    token: string;
    opened: number;
  }

  /** What the route could reach, made afresh: a draft, a call, an accepted entry, a practice, a request. */
  async function worldOf({ path }: Route, state: string): Promise<World | null> {
    const person = delegates[state]!;
    const program = await programOf(test, person);
    const fresh = async (made: Partial<World>): Promise<World> => ({
      ...NO_ROUND,
      subject: made.entryId ?? '',
      entryId: randomUUID(),
      version: 1,
      wordingId: randomUUID(),
      ...made,
      opened: await openedBy(state),
    });
    if (/practices\/:id/.test(path)) {
      const fields = {
        as: `state:${state}`,
        title: 'A practice',
        language: 'en',
        content: { countries: [state] },
      };
      const made = await program.api('POST', `/mechanisms/${HOME}/practices`, fields);
      const { id } = made.json<{ id: string }>();
      if (/shar/.test(path)) await put(Practice, id, { state: 'reviewed' });
      return fresh({ subject: id });
    }
    if (/support\/:id/.test(path)) {
      const fields = { requester: state, kind: 'training', title: 'Trainers', language: 'en' };
      const made = await program.api('POST', `/mechanisms/${HOME}/support`, fields);
      return fresh({ subject: made.json<{ id: string }>().id });
    }
    if (/wordings|progress\/:id\/(release|links)/.test(path)) {
      const entryId = await accepted(state);
      const secretariat = await programOf(test, office);
      await put(Disclosure, entryId, { release: 'unattributed' });
      const made = await secretariat.api('POST', `/progress/${entryId}/wordings`, { text: 'Suggested' });
      return fresh({ entryId, subject: entryId, wordingId: made.json<{ id: string }>().id });
    }
    if (!/progress|round|answer|evidence|link|submission|clearance|entr/.test(path)) return null;
    // A document is no delegation's: its routes share a text that is a draft still.
    const isDocument = /^\/(api\/v1\/)?submissions\//.test(path);
    if (isDocument) drafts[state] ??= await newText(state);
    const { id: entryId, version } = (isDocument && drafts[state]) || (await newText(state));
    if (isDocument) return fresh({ subject: entryId, entryId, version });
    if (!/round|answer|link/.test(path)) return fresh({ subject: entryId, entryId, version });
    const roundId = await newRound(await programOf(test, office), HOME, {
      states: [state],
      questions: [{ kind: 'free', text: words('What is new?') }],
    });
    const { answerId, addresseeId } = await answerOf(program, roundId);
    await program.api('PUT', `/rounds/${roundId}/addressees/${addresseeId}/answers`, {
      answers: { [answerId]: { narrative: 'An answer' } },
    });
    const token = await tokenOf(person, roundId, addresseeId);
    const subject = path.includes('round-answers') ? answerId : path.includes('rounds/') ? roundId : entryId;
    return fresh({ subject, entryId, version, answerId, addresseeId, roundId, token });
  }

  /** As if it had passed the steps before. */
  async function accepted(state: string): Promise<string> {
    const { id } = await newText(state);
    await (await programOf(test, delegates[state]!)).api('POST', `/progress/${id}/submission`);
    if (state === 'KEN') {
      const clearing = await programOf(test, owner);
      const { mark } = (await clearing.api('GET', `/progress/${id}/clearance`)).json<{ mark: string }>();
      await clearing.api('POST', `/progress/${id}/clearance/passing`, { mark });
    }
    await (await programOf(test, office)).api('POST', `/progress/${id}/acceptance`);
    return id;
  }

  const put = (entity: typeof Practice | typeof Disclosure, id: string, fields: object) =>
    test
      .get(UnitOfWork)
      .run((manager) => manager.update(entity, entity === Practice ? { id } : { entryId: id }, fields));

  /** How much of a State's is open to anybody outside: what is open further counts more. */
  async function openedBy(state: string): Promise<number> {
    const { read } = test.get(UnitOfWork);
    const entries = (await read.findBy(Entry, { reporterKind: 'state', reporter: state })).filter(
      ({ submittedVersion }) => submittedVersion > 0,
    );
    const entryId = In(entries.map(({ id }) => id));
    const uses = (await read.findBy(Disclosure, { entryId })).map(
      ({ visibility, release }) => VISIBILITIES.indexOf(visibility) + RELEASES.indexOf(release),
    );
    const summaries = await read.countBy(EntrySummary, { entryId, state: 'approved' });
    const practices = await read.countBy(Practice, { owner: state, state: In(['offered', 'shared']) });
    const requests = (await read.findBy(SupportRequest, { requester: state })).map(
      ({ toSecretariat, toPartners, toMembers }) => Number(toSecretariat || toPartners || toMembers),
    );
    return [entries.length, ...uses, summaries, practices, ...requests].reduce((sum, one) => sum + one, 0);
  }

  /** Everything a form or a program could send to have something opened. */
  function bodies({ entryId, version, answerId }: World): Record<string, unknown>[] {
    const written = {
      id: entryId,
      version,
      items: [item.id],
      periodStart: '2027-01-01',
      periodEnd: '2027-02-28',
      content: { language: 'en', narrative: 'narrativemarkerx' },
    };
    return [
      {
        ...written,
        intent: 'submit',
        mark: 'x'.repeat(64),
        reason: 'x',
        visibility: 'public',
        release: 'attributed',
        mechanismId: HOME,
        uses: ['public', 'attributed'],
        mechanisms: [HOME],
        isPublic: true,
        toSecretariat: true,
        toPartners: true,
        toMembers: true,
        offersToSecretariat: false,
        text: 'Own words',
      },
      { intent: 'hand-in' },
      { intent: 'hand-in', answers: { [answerId]: { narrative: 'Another answer' } } },
    ];
  }

  const fill = (path: string, { subject, addresseeId, wordingId, token }: World): string =>
    path
      .replace(':token', encodeURIComponent(token))
      .replace(':addresseeId', addresseeId)
      .replace(':wordingId', wordingId)
      .replace(':mechanismId', HOME)
      .replace(/:[A-Za-z]+/, subject)
      .replace(/:[A-Za-z]+/g, planId);
});

async function tokenOf(person: Person, roundId: string, addresseeId: string): Promise<string> {
  await mailsTo(test, person);
  const link = await test.get(UnitOfWork).read.findOneBy(AnswerLink, { roundId, addresseeId });
  return link ? (await test.get(AnswerTokens).mint(link)).split('/').at(-1)! : 'none';
}

/** For routes that lead to no call: ids of nothing. */
const NO_ROUND = { answerId: randomUUID(), addresseeId: randomUUID(), roundId: randomUUID(), token: 'none' };

/** These end the walk, and not a text's way: signing out, a password, a role. */
const LEAVES = /sign-out|sign-in|password|\/account|sessions|tokens|people|delegation|language/;

async function answerOf(
  program: Client,
  roundId: string,
): Promise<{ answerId: string; addresseeId: string }> {
  const [own] = await ownIn(program, roundId);
  const { items } = (await program.api('GET', `/rounds/${roundId}/addressees/${own!.id}/answers`)).json<{
    items: { id: string }[];
  }>();
  return { answerId: items[0]!.id, addresseeId: own!.id };
}

/** The flat names of a form. */
function flat(body: Record<string, unknown>, base = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flat(value as Record<string, unknown>, `${base}${name}.`))
        : [[`${base}${name}`, value] as const],
    ),
  );
}

/** Addresses of a route: every id that could stand in its place. */
function addresses(path: string, { entries, roundId }: { entries: string[]; roundId: string }): string[] {
  const within = path
    .replaceAll(':mechanismId', HOME)
    .replace(':state', 'KEN')
    .replace(':kind', 'entry')
    .replace(':scope', HOME);
  const ids = path.includes('rounds')
    ? [roundId]
    : /items?\b/.test(path) && !path.includes('plans')
      ? [item.id]
      : path.includes('plans')
        ? [planId]
        : /progress|conversations|clearance|entr/.test(path)
          ? entries
          : entries.slice(0, 1);
  if (path.endsWith('/search') && !path.includes('framework'))
    return MARKERS.map((marker) => `${path}?q=${marker}`);
  if (path === '/progress/new') return [`${path}?item=${item.id}`];
  if (!/:[a-zA-Z]+/.test(within)) return [within];
  return ids.map((id) => within.replace(/:[a-zA-Z]+/, id).replace(/:[a-zA-Z]+/g, '1'));
}
