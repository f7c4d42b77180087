import { Readable } from 'node:stream';
import fc from 'fast-check';
import { In } from 'typeorm';
import { Account, RoleGrant } from '../../src/accounts/account.entity.js';
import { ContactNotice, Nomination } from '../../src/accounts/seats/nomination.entity.js';
import { Mechanism } from '../../src/mechanisms/mechanism/mechanism.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { EvidenceService } from '../../src/progress/evidence/evidence.service.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { startApp, START, type TestApp } from '../support/app.js';
import { type Answer, Client } from '../support/client.js';
import {
  browserOf,
  newAccount,
  newEntry,
  newPerson,
  newPlan,
  programOf,
  inPerson,
} from '../support/factories.js';
import { generated } from '../support/generated.js';
import * as seats from './seats.model.js';
import type { Model, Seat, Somebody, Waiting } from './seats.model.js';

/*
 * Anybody gives, confirms, objects, hands over, ends and closes, in any order, by every spelling of an address, while
 * days pass. After every act everybody holds the roles, and reads the words, that the model says, and no others.
 */

const HOME = 'colombo';
const STATES = ['LKA', 'NPL'];
const HOUR = 3_600_000;
const [OFFICE, SRI_LANKA, NEPAL, ROOT, PUPPET, OTHER] = [0, 1, 2, 3, 4, 5];
const ZONES = ['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati'];

let test: TestApp;
let entries: { id: string; state: string; files: string[] }[];

beforeAll(async () => {
  test = await startApp({ siblings: true });
  await test.get(UnitOfWork).run((manager) => manager.update(Mechanism, { id: HOME }, { zone: seats.ZONE }));
  const { items } = await newPlan(test, HOME, [{ code: '1', owners: ['all-members'] }]);
  entries = [];
  for (const state of STATES) {
    const reporter = await newPerson(test, ['focal-point', HOME, state]);
    const about = { mechanismId: HOME, as: `state:${state}`, narrative: submittedWords(state) };
    const { id } = await newEntry(test, reporter, items[0]!, about);
    const progress = test.get(ProgressService);
    const addFile = async (name: string) =>
      (await test.get(EvidenceService).addFile(reporter.actor, id, { name, stream: Readable.from(['x']) }))
        .id;
    const files = [await addFile(`submitted${state}.txt`)];
    await progress.submit(reporter.actor, id);
    const { version, periodStart, periodEnd, content } = await progress.revise(reporter.actor, id);
    const words = { ...content, narrative: draftWords(state) };
    const change = { version, periodStart, periodEnd, items: [items[0]!.id], content: words };
    await progress.save(reporter.actor, id, change);
    files.push(await addFile(`draft${state}.txt`));
    entries.push({ id, state, files });
  }
});
afterAll(() => test.close());

const submittedWords = (state: string) => `handedIn${state}x`;
const draftWords = (state: string) => `beingWritten${state}x`;

const person = fc.constantFrom(OFFICE, OFFICE, OFFICE, ROOT, ROOT, SRI_LANKA, NEPAL, PUPPET, OTHER, 6, 7);
const to = fc.constantFrom(PUPPET, PUPPET, OTHER, OTHER, OFFICE, SRI_LANKA, NEPAL, ROOT);
const spelling = fc.constantFrom('plain', 'plain', 'plain', 'upper', 'plus', 'former');
const role = fc.constantFrom('focal-point', 'focal-point', 'focal-point', 'secretariat', 'chair', 'reader');
const which = fc.nat(20);
const days = fc.constantFrom(0, 0, 0, 1, 3);
const last = fc.constantFrom(null, null, 0, 1, 5);
const state = fc.nat(1);
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ act: fc.constant('ask' as const), by: person, to, spelling, role, state },
      ...{ deputy: fc.boolean(), from: days, last },
    }),
  },
  // Somebody, or (null) one of those who are asked.
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('confirm' as const, 'confirm' as const, 'object' as const, 'withdraw' as const),
      by: fc.oneof(person, fc.constant(null)),
      which,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('handOver' as const),
      by: fc.oneof(person, fc.constant(null)),
      ...{ which, to, spelling, from: days },
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ act: fc.constant('end' as const), by: person, which },
      last: fc.constantFrom(null, null, -1, 0, 1, 2, 40),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('close' as const, 'reopen' as const), by: to }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('move' as const), by: to }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('profile' as const), by: person, which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ act: fc.constant('pass' as const), mails: fc.boolean() },
      hours: fc.constantFrom(1, 9, 24, 24 * 4, 24 * 4, 24 * 31),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

type Ask = Extract<Act, { act: 'ask' }>;
const ask = (by: number, to: number, role: Ask['role'], more: Partial<Ask> = {}): Act => ({
  ...({ act: 'ask', by, to, role, state: 0, spelling: 'plain', deputy: false, from: 0, last: null } as const),
  ...more,
});
const end = (by: number, which: number, last: Extract<Act, { act: 'end' }>['last'] = null): Act => ({
  act: 'end',
  by,
  which,
  last,
});
const pass = (hours: Extract<Act, { act: 'pass' }>['hours'], mails = true): Act => ({
  act: 'pass',
  hours,
  mails,
});
const say = (act: 'confirm' | 'object', by: number | null): Act => ({ act, by, which: 0 });

/** What once opened a delegation's words, or the secretariat's view. The first seats are those of 0, 1 and 2. */
const KNOWN: Record<string, Act[]> = {
  'the secretariat gives itself a State’s seat, by any spelling': [
    { act: 'move', by: OFFICE },
    ...(['plain', 'upper', 'plus', 'former'] as const).map((spelling) =>
      ask(OFFICE, OFFICE, 'focal-point', { spelling }),
    ),
    { act: 'handOver', by: OFFICE, which: 1, to: OFFICE, spelling: 'plus', from: 0 },
    ask(OFFICE, PUPPET, 'secretariat'),
    ask(PUPPET, OFFICE, 'focal-point', { spelling: 'plus' }),
  ],
  'an administrator gives the secretariat’s seat': [
    ask(ROOT, ROOT, 'secretariat'),
    ask(ROOT, ROOT, 'secretariat', { spelling: 'plus' }),
    ask(ROOT, PUPPET, 'secretariat'),
    say('confirm', ROOT),
    pass(24 * 31),
    say('confirm', OFFICE),
  ],
  'an administrator empties the secretariat first': [
    end(ROOT, 0),
    ask(ROOT, PUPPET, 'secretariat'),
    ask(ROOT, OTHER, 'focal-point'),
    say('object', null),
    pass(24 * 4),
    pass(24 * 4),
  ],
  'an administrator gives a State’s seat, which the secretariat confirms to itself': [
    ask(ROOT, OFFICE, 'focal-point', { spelling: 'plus' }),
    ask(ROOT, PUPPET, 'focal-point'),
    say('confirm', OFFICE),
    say('confirm', OFFICE),
    say('confirm', SRI_LANKA),
  ],
  'an office that ends confirms its own second account': [
    end(OFFICE, 0, 1),
    ask(ROOT, OFFICE, 'secretariat', { spelling: 'plus' }),
    say('confirm', OFFICE),
    pass(24),
    pass(24),
  ],
  'the secretariat empties a delegation first': [
    end(OFFICE, 1),
    ask(OFFICE, PUPPET, 'focal-point'),
    say('confirm', SRI_LANKA),
    pass(24),
    say('object', SRI_LANKA),
    ask(OFFICE, PUPPET, 'focal-point'),
    pass(24 * 4, false),
    pass(1),
    pass(24 * 4),
  ],
  'or closes the account, or ends by day and waits': [
    { act: 'close', by: NEPAL },
    ask(OFFICE, PUPPET, 'focal-point', { state: 1 }),
    end(OFFICE, 1, 0),
    pass(24),
    ask(OFFICE, OTHER, 'focal-point'),
    { act: 'reopen', by: NEPAL },
    say('object', NEPAL),
    pass(24 * 31),
  ],
  'ended yesterday, or made longer again': [
    end(OFFICE, 1, -1),
    end(OFFICE, 1, 2),
    end(OFFICE, 1, 40),
    pass(24 * 4),
    end(OFFICE, 1, 40),
  ],
  'the zone of the profile': [
    ask(OFFICE, PUPPET, 'focal-point', { from: 1 }),
    say('confirm', SRI_LANKA),
    end(OFFICE, 1, 0),
    // To half past eleven in the evening there, and to half past twelve.
    pass(9),
    ...[0, 2].flatMap((which): Act[] => [SRI_LANKA, PUPPET].map((by) => ({ act: 'profile', by, which }))),
    pass(1),
    ...[0, 2].flatMap((which): Act[] => [SRI_LANKA, PUPPET].map((by) => ({ act: 'profile', by, which }))),
  ],
};

/** The product and the model, side by side. */
interface World {
  model: Model;
  accounts: Map<Somebody, { account: Account; program: Client }>;
  moves: number;
}

let worlds = 0;
async function newWorld(): Promise<World> {
  worlds += 1;
  test.clock.moveTo(START);
  await test.get(UnitOfWork).run(async (manager) => {
    for (const entity of [Nomination, ContactNotice, RoleGrant])
      await manager.createQueryBuilder().delete().from(entity).where({ mechanismId: HOME }).execute();
    await manager.update(OutgoingMessage, { state: 'pending' }, { state: 'skipped' });
    // The last administrator's account cannot be closed: each world has one.
    await manager.update(Account, { administrator: true }, { administrator: false });
  });
  const world: World = {
    model: { now: test.clock.now(), people: [], seats: [], waiting: [] },
    accounts: new Map(),
    moves: 0,
  };
  const roles = [
    ['secretariat', null],
    ['focal-point', STATES[0]!],
    ['focal-point', STATES[1]!],
  ] as const;
  for (let index = 0; index < 6; index += 1) {
    const [role, subject] = roles[index] ?? [];
    const fields = { administrator: index === ROOT, email: `p${index}w${worlds}@example.org` };
    const made = await newAccount(test, fields, role ? [[role, HOME, subject ?? undefined]] : []);
    const who = seats.somebody(fields.email, fields.administrator);
    world.model.people.push(who);
    await meet(world, who);
    const begun = { deputy: false, from: '2020-01-01', until: null, endedAt: null, fromOutside: false };
    if (role) world.model.seats.push({ id: made.account.grants[0]!.id, who, role, subject, ...begun });
  }
  return world;
}

const read = () => test.get(UnitOfWork).read;

/** Gets a key of somebody's account, which may just have been made. */
async function meet({ accounts }: World, who: Somebody): Promise<void> {
  const account = await read().findOneByOrFail(Account, { email: who.email });
  accounts.set(who, { account, program: await programOf(test, { account } as never) });
}

async function send(kinds: string[]): Promise<void> {
  const pending = await read().findBy(OutgoingMessage, { state: 'pending', kind: In(kinds) });
  for (const { id } of pending) await test.work('mail.send', { id });
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** Does it in both; answers who took part and what both say came of it. */
async function perform(world: World, done: Act): Promise<{ who: (Somebody | undefined)[]; said: unknown[] }> {
  const { model } = world;
  model.now = test.clock.now();
  // In a browser: a role is given by no key.
  const browser = (who: Somebody) => inPerson(test, { account: world.accounts.get(who)!.account } as never);
  switch (done.act) {
    case 'ask': {
      const by = at(model.people, done.by)!;
      const { role, deputy } = done;
      const email = spelled(world, done.to, done.spelling);
      const fromDay = seats.dayAfter(model.now, done.from);
      const until = done.last === null ? null : seats.dayAfter(model.now, done.from + done.last);
      const state = role === 'focal-point' ? STATES[done.state]! : null;
      const isDeputy = deputy && state !== null;
      const body = { ...fields(email), role, deputy, fromDay, untilDay: until, contact: 'c@office.example' };
      const answer = await browser(by).api('POST', `/mechanisms/${HOME}/people`, { ...body, state });
      const wanted = { role, subject: state, deputy: isDeputy, from: fromDay, until };
      return settled(world, by, answer, seats.ask(model, by, email.toLowerCase(), wanted));
    }
    case 'handOver': {
      const seat = at(model.seats, done.which)!;
      const by = done.by === null ? seat.who : at(model.people, done.by)!;
      const email = spelled(world, done.to, done.spelling);
      const fromDay = seats.dayAfter(model.now, done.from);
      const body = { ...fields(email), fromDay };
      const answer = await browser(by).api('POST', `/people/${seat.id}/hand-over`, body);
      return settled(world, by, answer, seats.handOver(model, by, seat, email.toLowerCase(), fromDay));
    }
    case 'end': {
      const seat = at(model.seats, done.which)!;
      const by = at(model.people, done.by)!;
      const untilDay = done.last === null ? null : seats.dayAfter(model.now, done.last);
      const body = { untilDay, now: untilDay === null };
      const { status } = await browser(by).api('POST', `/people/${seat.id}/end`, body);
      return { who: [by, seat.who], said: [status < 300, seats.end(model, by, seat, untilDay) !== null] };
    }
    case 'confirm':
    case 'object':
    case 'withdraw': {
      const one = at(model.waiting, done.which);
      if (!one) return { who: [], said: [0, 0] };
      const by = done.by === null ? at(seats.askedAbout(model, one), done.which) : at(model.people, done.by);
      if (!by) return { who: [], said: [0, 0] };
      const path = { confirm: 'confirmation', object: 'objection' }[done.act as string];
      const { status } = path
        ? await browser(by).api('POST', `/seats/${one.id}/${path}`, {})
        : await browser(by).api('POST', `/people/${one.id}/end`, { now: true });
      return { who: [by, one.who], said: [status < 300, seats[done.act](model, by, one) !== null] };
    }
    case 'close':
    case 'reopen': {
      const who = model.people[done.by]!;
      const root = model.people[ROOT]!;
      const { account } = world.accounts.get(who)!;
      const { status } = await browser(root).api('POST', `/accounts/${account.id}/${done.act}`);
      if (done.act === 'close')
        return { who: [who], said: [status < 300, seats.close(model, root, who) !== null] };
      const was = who.closedAt !== null;
      who.closedAt = null;
      if (was) await meet(world, who);
      return { who: [who], said: [status < 300, was] };
    }
    case 'move': {
      const who = model.people[done.by]!;
      if (who.closedAt) return { who: [], said: [0, 0] };
      const email = `moved${(world.moves += 1)}${who.email}`;
      const { account } = world.accounts.get(who)!;
      await browser(model.people[ROOT]!).api('POST', `/accounts/${account.id}/address-change`, { email });
      await send(['address']);
      for (const recipient of [who.email, email]) {
        const mails = await read().findBy(MailboxMail, { recipient });
        const [, link] = mails.flatMap(({ text }) =>
          text.includes(email) ? /(\/address\/\S+)/.exec(text)! : [],
        );
        await new Client(test).post(link!);
      }
      who.email = email;
      who.had.add(email);
      const known = (await browser(who).api('GET', '/account')).json<{ email: string }>();
      return { who: [who], said: [known.email, email] };
    }
    case 'profile': {
      const who = at(model.people, done.by)!;
      const profile = {
        name: `Name ${done.which}`,
        language: at(['en', 'fr'], done.which),
        zone: at(ZONES, done.which),
      };
      const { status } = await browser(who).api('PATCH', '/account', profile);
      return { who: [who], said: [status === 200, !who.closedAt] };
    }
    case 'pass': {
      if (done.mails) {
        await send(['seat-notice']);
        seats.sendNotices(model);
      }
      test.clock.advance(done.hours * HOUR);
      model.now = test.clock.now();
      await test.work('mechanisms.seats');
      seats.sweep(model);
      return { who: [], said: [0, 0] };
    }
  }
}

const fields = (email: string) => ({ name: 'Somebody', email, language: 'en' });

function spelled({ model }: World, index: number, spelling: string): string {
  const { email, had } = model.people[index]!;
  const [first] = had;
  if (spelling === 'upper') return email.toUpperCase();
  if (spelling === 'plus') return email.replace('@', '+more@');
  return spelling === 'former' ? first! : email;
}

async function settled(world: World, by: Somebody, answer: Answer, should: Seat | Waiting | null) {
  const is = answer.status < 300 ? answer.json<Record<string, unknown>>() : null;
  if (should && is) {
    should.id = is.id as string;
    if (!world.accounts.has(should.who)) await meet(world, should.who);
  }
  const stage = should && 'stage' in should ? should : null;
  const said = [
    is && [is.standing, is.waitsFor ?? null, is.holdsFrom ?? null],
    should && [stage ? 'waiting' : 'held', stage?.stage ?? null, stage?.holdsFrom?.toISOString() ?? null],
  ];
  return { who: [by, should?.who], said };
}

/** What the product lets somebody see, and what the model says they see. */
async function compare(world: World, who: Somebody, closely: boolean): Promise<[string, unknown, unknown][]> {
  const { model } = world;
  const { account, program } = world.accounts.get(who)!;
  const open = who.closedAt === null;
  const me = await program.api('GET', '/account');
  const roles = open ? me.json<{ roles: { role: string; subject: string | null }[] }>().roles : [];
  const held = model.seats.filter((seat) => seat.who === who && seats.isHeld(model, seat));
  const found: [string, unknown, unknown][] = [
    ['who am I', me.status, open ? 200 : 401],
    ['roles', told(roles), told(held)],
  ];
  const list = await program.api('GET', `/progress?mechanism=${HOME}`);
  const office = seats.holds(model, who, 'secretariat');
  let browser: Client | undefined;
  for (const { id, state, files } of entries) {
    const own = seats.holds(model, who, 'focal-point', state);
    const note = (what: string, is: unknown, should: unknown) =>
      found.push([`${what} of ${state}`, is, should]);
    note('draft in the list', list.body.includes(draftWords(state)), own);
    note('text in the list', list.body.includes(submittedWords(state)), office);
    if (!closely) continue;
    const entry = await program.api('GET', `/progress/${id}`);
    note('entry', entry.status, own || office ? 200 : open ? 404 : 401);
    for (const [what, word] of [
      ['draft', draftWords(state)],
      ['draft file', `draft${state}.txt`],
    ] as const)
      note(what, entry.body.includes(word), own);
    for (const [what, word] of [
      ['text', submittedWords(state)],
      ['file', `submitted${state}.txt`],
    ] as const)
      note(what, entry.body.includes(word), own || office);
    if (!open) continue;
    browser ??= await browserOf(test, { account } as never);
    note('file itself', (await browser.get(`/evidence/${files[0]}`)).status, own || office ? 200 : 404);
    note('draft file itself', (await browser.get(`/evidence/${files[1]}`)).status, own ? 200 : 404);
  }
  if (!closely) return found;
  const people = await program.api('GET', `/mechanisms/${HOME}/people`);
  found.push(['list of people', people.status === 200, seats.manages(model, who)]);
  if (people.status === 200) {
    const { items, waiting } = people.json<{ items: { id: string }[]; waiting: { id: string }[] }>();
    found.push(['seats', ids(items), ids(model.seats.filter((seat) => !seats.isOver(seat, model.now)))]);
    found.push(['seats that wait', ids(waiting), ids(model.waiting)]);
  }
  return found;
}

/** Whose roles hold, by the model. */
const heldIn = (model: Model) =>
  new Map(
    model.people.map((who) => [
      who,
      ids(model.seats.filter((one) => one.who === who && seats.isHeld(model, one))).join(),
    ]),
  );
const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
const told = (list: { role: string; subject: string | null }[]) =>
  list.map(({ role, subject }) => `${role} ${subject ?? ''}`).sort();

it('nobody reads through a seat that the rules do not give, and whoever has one reads', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 16 }), async (acts) => {
      const world = await newWorld();
      for (const [count, one] of acts.entries()) {
        const before = heldIn(world.model);
        const { who, said } = await perform(world, one);
        const after = heldIn(world.model);
        const story = acts.slice(0, count + 1);
        expect({ story, said: said[0] }).toEqual({ story, said: said[1] });
        for (const somebody of world.model.people) {
          const closely = who.includes(somebody) || before.get(somebody) !== after.get(somebody);
          const found = await compare(world, somebody, closely);
          const is = found.map(([what, is]) => [what, is]);
          const should = found.map(([what, , should]) => [what, should]);
          expect({ story, who: somebody.email, is }).toEqual({ story, who: somebody.email, is: should });
        }
        seen.add(`${one.act} ${JSON.stringify(said[0])}`.replace(/\d{4}-.*Z/, 'a day'));
      }
    }),
    {
      numRuns: Object.keys(KNOWN).length + Number(process.env.RUNS ?? generated(10).maxLength),
      examples: Object.values(KNOWN).map((acts): [Act[]] => [acts]),
      // What failed is short enough as it is.
      endOnFailure: true,
      ...(process.env.SEED && { seed: Number(process.env.SEED) }),
    },
  );
  // The walk reaches what it is about: seats that hold and that wait at each stage, and what is refused.
  expect(
    [...seen].filter((one) => /^(ask|handOver|end|confirm|object|close)/.test(one)).length,
  ).toBeGreaterThan(11);
}, 240_000);
