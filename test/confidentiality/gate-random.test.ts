import fc from 'fast-check';
import { Clearance, ClearanceProposal, ClearanceSetting } from '../../src/clearance/clearance.entity.js';
import { ClearanceService } from '../../src/clearance/clearance.service.js';
import { NOTICE_DAYS } from '../../src/clearance/consent.js';
import { ProposalsService } from '../../src/clearance/proposals.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DomainError } from '../../src/platform/errors.js';
import type { Actor } from '../../src/platform/http/actor.js';
import { readInput } from '../../src/platform/http/read-input.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { PracticeChange, PracticeInput } from '../../src/practices/practice.dto.js';
import { Practice } from '../../src/practices/practice.entity.js';
import { PracticeMovesService } from '../../src/practices/practice-moves.service.js';
import { PracticesService } from '../../src/practices/practices.service.js';
import {
  Disclosure,
  Entry,
  EntryEvidence,
  EntryItem,
  EntryVersion,
  WORKING_TEXT,
} from '../../src/progress/entries/entry.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { RELEASES, VISIBILITIES } from '../../src/progress/entries/vocabulary.js';
import { EvidenceService } from '../../src/progress/evidence/evidence.service.js';
import { ReleasedEntriesService } from '../../src/progress/release/released-entries.service.js';
import type { Choice } from '../../src/progress/release/release-uses.js';
import { SummariesService } from '../../src/progress/summaries/summaries.service.js';
import { EntrySummary } from '../../src/progress/summaries/summary.entity.js';
import { SupportChange, SupportInput } from '../../src/support/support.dto.js';
import { SupportRequest } from '../../src/support/support.entity.js';
import { SupportService } from '../../src/support/support.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { newEntry, newPerson, newPlan, type Person } from '../support/factories.js';

/*
 * A delegation of three does anything in any order, beside somebody who holds a link. Nothing of it is seen by anybody
 * outside unless every owner of the steps passed just that: the words, what goes with them, and as far as it is seen.
 */

const HOME = 'khartoum';
const ELSEWHERE = ['bali', 'igad-rcp'];
const NOBODY = { toSecretariat: false, toPartners: false, toMembers: false, offersToSecretariat: false };
const FLAGS = Object.keys(NOBODY) as (keyof typeof NOBODY)[];

let test: TestApp;
let office: Person;
let people: Person[];
let item: PlanItem;

beforeAll(async () => {
  test = await startApp({ siblings: true });
  const made = await newPlan(test, HOME, [{ code: '1', owners: ['all-members'] }]);
  [office, item] = [made.secretariat, made.items[0]!];
  people = [];
  for (let index = 0; index < 3; index += 1) people.push(await newPerson(test, ['focal-point', HOME, 'KEN']));
  await test
    .get(ProposalsService)
    .propose(people[0]!.actor, HOME, 'KEN', { version: 1, steps: stepsOf([1]) });
});
afterAll(() => test.close());

const read = () => test.get(UnitOfWork).read;
const stepsOf = (owners: readonly number[]) =>
  owners.map((owner, index) => ({ name: `Step ${index}`, accountId: people[owner]!.account.id, days: null }));

const choice = fc.record({
  visibility: fc.constantFrom(...VISIBILITIES),
  release: fc.constantFrom(...RELEASES),
});
const audience = fc.record({
  mechanisms: fc.subarray([HOME, ...ELSEWHERE], { minLength: 1 }),
  isPublic: fc.boolean(),
});
const flags = fc.record(
  Object.fromEntries(FLAGS.map((flag) => [flag, fc.boolean()])) as Record<
    keyof typeof NOBODY,
    fc.Arbitrary<boolean>
  >,
);
const which = fc.constantFrom('draft' as const, 'accepted' as const);
const owners = fc.constantFrom([], [0], [1, 2], [2], [1, 0]);

const one = <Name extends string, Of>(name: Name, of: fc.Arbitrary<Of>) =>
  fc.record({ name: fc.constant(name), of });
const act = fc.oneof(
  one('use', fc.record({ entry: which, choice })),
  one('use', fc.record({ entry: which, choice })),
  one('use', fc.record({ entry: which, choice })),
  one('use', fc.record({ entry: which, choice })),
  one('use', fc.record({ entry: which, choice })),
  one('use', fc.record({ entry: which, choice })),
  one('edit', which),
  one('submit', which),
  one('revise', which),
  one('evidence', which),
  one('approve', fc.constant(null)),
  one('own words', fc.nat(3)),
  one('suggest', fc.constant(null)),
  one('practice edit', fc.constant(null)),
  one(
    'practice move',
    fc.constantFrom('offer' as const, 'endReview' as const, 'withdraw' as const, 'revise' as const),
  ),
  one('share', audience),
  one('support edit', fc.nat(3)),
  one('support release', flags),
  one('support release', flags),
  one('support state', fc.constantFrom('talks' as const, 'open' as const, 'closed' as const)),
  one('propose', owners),
  one('consent', fc.constant(null)),
  one('object', fc.constant(null)),
  one('wait', fc.constant(null)),
  one('accept', which),
  one('pass', fc.nat(5)),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
/** Somebody, 3 for who holds a link; or who would lead on: else hardly anything would get through. */
const move = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.nat(3), act) },
  { weight: 2, arbitrary: fc.nat(20) },
);

interface World {
  draft: string;
  accepted: string;
  practice: string;
  support: string;
}

/** Words, and who would see them: each by itself. */
interface Facts {
  about: string;
  words: string;
  seen: string[];
}

/** All that was ever passed, and by whom. */
class Passed {
  private readonly by = new Map<string, Set<number>>();
  /** Steps that were in force while something was asked for. */
  private readonly ways = new Map<string, number[][]>();

  begin(facts: Facts, way: readonly number[]): void {
    for (const key of keysOf(facts)) this.ways.set(key, [...(this.ways.get(key) ?? []), [...way]]);
  }

  pass(facts: Facts, person: number): void {
    for (const key of keysOf(facts)) this.by.set(key, (this.by.get(key) ?? new Set()).add(person));
  }

  /** What of it was not passed by all owners of any way that it was put on. */
  missing(facts: Facts): string[] {
    return keysOf(facts).filter(
      (key) => !(this.ways.get(key) ?? []).some((way) => way.every((owner) => this.by.get(key)?.has(owner))),
    );
  }
}

const keysOf = ({ about, words, seen }: Facts) => seen.map((who) => `${about} | ${who} | ${words}`);

/** Who sees an entry and which documents use it; a wider use takes in the narrower. */
const usesOf = ({ visibility, release }: Choice) => [
  'secretariat',
  ...VISIBILITIES.slice(1, VISIBILITIES.indexOf(visibility) + 1),
  ...RELEASES.slice(1, RELEASES.indexOf(release) + 1),
];

async function textOf(entryId: string, number: number): Promise<string> {
  const items = await read().findBy(EntryItem, { entryId, number });
  const evidence = await read().findBy(EntryEvidence, { entryId, number });
  const text =
    number === WORKING_TEXT
      ? await read().findOneByOrFail(Entry, { id: entryId })
      : await read().findOneByOrFail(EntryVersion, { entryId, number });
  const { periodStart, periodEnd, content } = text;
  return JSON.stringify([
    [periodStart, periodEnd, content.narrative],
    items.map(({ itemId }) => itemId).sort(),
    evidence.map(({ evidenceId }) => evidenceId).sort(),
  ]);
}

const practiceOf = (id: string) =>
  read().findOneOrFail(Practice, { where: { id }, relations: { shares: true } });
const practiceWords = ({ title, content }: Practice) => JSON.stringify([title, content.description]);
const requestWords = ({ title, text, state }: SupportRequest) => JSON.stringify([title, text, state]);
const requestSeen = (request: SupportRequest) =>
  FLAGS.filter((flag) => request[flag] && (flag !== 'offersToSecretariat' || request.toSecretariat));

/** What an owner reads of what waits, as far as it can be asked of the rows. */
async function askedOf({ kind, subjectId, part, payload }: Clearance): Promise<Facts[]> {
  const about = subjectId;
  switch (kind) {
    case 'entry': {
      const use = await read().findOneByOrFail(Disclosure, { entryId: subjectId });
      return [{ about, words: await textOf(subjectId, WORKING_TEXT), seen: usesOf(use) }];
    }
    case 'entry-use': {
      const { submittedVersion, acceptedVersion } = await read().findOneByOrFail(Entry, { id: subjectId });
      const numbers = [...new Set([submittedVersion, acceptedVersion])].filter((number) => number > 0);
      return Promise.all(
        numbers.map(async (number) => ({
          about,
          words: await textOf(subjectId, number),
          seen: usesOf(payload as Choice),
        })),
      );
    }
    case 'summary': {
      const summary = await read().findOneByOrFail(EntrySummary, { id: part });
      const { own } = payload as { own: { text: string } | null };
      return [{ about, words: (own ?? summary).text, seen: ['in documents'] }];
    }
    case 'practice-offer':
      return [{ about, words: practiceWords(await practiceOf(subjectId)), seen: ['peers'] }];
    case 'practice-share': {
      const { mechanisms, isPublic } = payload as { mechanisms: string[]; isPublic: boolean };
      const seen = [...mechanisms, ...(isPublic ? ['everybody'] : [])];
      return [{ about, words: practiceWords(await practiceOf(subjectId)), seen }];
    }
    case 'support': {
      const next = {
        ...(await read().findOneByOrFail(SupportRequest, { id: subjectId })),
        ...(payload as object),
      };
      return [{ about, words: requestWords(next), seen: requestSeen(next) }];
    }
    default:
      return [];
  }
}

/** What anybody outside sees by now. */
async function visible(world: World): Promise<Facts[]> {
  const facts: Facts[] = [];
  const documents = await test.get(ReleasedEntriesService).sources(HOME, { from: null, until: null });
  for (const id of [world.draft, world.accepted]) {
    const { submittedVersion, acceptedVersion, state } = await read().findOneByOrFail(Entry, { id });
    const use = await read().findOneByOrFail(Disclosure, { entryId: id });
    if (submittedVersion > 0 && state !== 'withdrawn')
      // The use holds as soon as the secretariat accepts it: that is no act of the delegation.
      facts.push({ about: id, words: await textOf(id, submittedVersion), seen: usesOf(use) });
    if (acceptedVersion > 0)
      facts.push({ about: id, words: await textOf(id, acceptedVersion), seen: usesOf(use) });
    const used = documents.find((source) => source.id === id);
    if (used && used.entry.content.narrative !== used.plain.content.narrative)
      facts.push({ about: id, words: used.entry.content.narrative!, seen: ['in documents'] });
  }
  const practice = await practiceOf(world.practice);
  const shared = [
    ...practice.shares.map(({ mechanismId }) => mechanismId),
    ...(practice.isPublic ? ['everybody'] : []),
  ];
  const seen = { offered: ['peers'], shared }[practice.state as string] ?? [];
  facts.push({ about: practice.id, words: practiceWords(practice), seen });
  const request = await read().findOneByOrFail(SupportRequest, { id: world.support });
  facts.push({ about: request.id, words: requestWords(request), seen: requestSeen(request) });
  return facts;
}

async function newWorld(): Promise<World> {
  const { actor } = people[0]!;
  await setSteps([]);
  const about = { mechanismId: HOME, as: 'state:KEN' };
  const { id: accepted } = await newEntry(test, people[0]!, item, about);
  const progress = test.get(ProgressService);
  await progress.submit(actor, accepted);
  await progress.accept(office.actor, accepted);
  const { id: draft } = await newEntry(test, people[0]!, item, about);
  const practice = readInput(PracticeInput, {
    as: 'state:KEN',
    title: 'A practice',
    language: 'en',
    content: { countries: ['KEN'] },
  });
  const { id: practiceId } = await test.get(PracticesService).create(actor, HOME, practice);
  const request = readInput(SupportInput, {
    requester: 'KEN',
    kind: 'training',
    title: 'Trainers',
    language: 'en',
  });
  const { id: support } = await test.get(SupportService).create(actor, HOME, request);
  await suggest(accepted, 'First suggestion');
  await setSteps([1, 2]);
  return { draft, accepted, practice: practiceId, support };
}

async function setSteps(way: readonly number[]): Promise<void> {
  await test.get(UnitOfWork).run(async (manager) => {
    const { id } = await manager.findOneByOrFail(ClearanceSetting, { mechanismId: HOME, state: 'KEN' });
    await manager.delete(ClearanceProposal, { settingId: id });
    await manager.update(ClearanceSetting, { id }, { steps: stepsOf(way) });
  });
}

const suggest = (entryId: string, text: string) =>
  test.get(SummariesService).suggest(office.actor, entryId, { mechanismId: HOME, language: 'en', text });
const settingNow = () => read().findOneByOrFail(ClearanceSetting, { mechanismId: HOME, state: 'KEN' });
const ownersNow = async () =>
  (await settingNow()).steps.map(({ accountId }) =>
    people.findIndex(({ account }) => account.id === accountId),
  );
const actorOf = (who: number): Actor =>
  who < 3 ? people[who]!.actor : { ...people[0]!.actor, kind: 'link', accountId: null };
const waitingIn = (world: World) =>
  read()
    .find(Clearance, { where: { state: 'waiting' }, order: { id: 'ASC' } })
    .then((all) => all.filter(({ subjectId }) => Object.values(world).includes(subjectId)));

async function run(world: World, who: number, { name, of }: Act, count: number): Promise<unknown> {
  const actor = actorOf(who);
  const progress = test.get(ProgressService);
  const moves = test.get(PracticeMovesService);
  const support = test.get(SupportService);
  const proposals = test.get(ProposalsService);
  switch (name) {
    case 'use':
      return progress.disclose(actor, world[of.entry], of.choice);
    case 'edit': {
      const { id, version, periodStart, periodEnd, content } = await read().findOneByOrFail(Entry, {
        id: world[of],
      });
      const words = { ...content, narrative: `Words ${count}` };
      return progress.save(actor, id, { version, periodStart, periodEnd, items: [item.id], content: words });
    }
    case 'submit':
      return progress.submit(actor, world[of]);
    case 'revise':
      return progress.revise(actor, world[of]);
    case 'accept':
      return progress.accept(office.actor, world[of]);
    case 'evidence':
      return test
        .get(EvidenceService)
        .addLink(actor, world[of], { title: 'A report', url: 'https://example.org/' });
    case 'approve':
    case 'own words': {
      const where = { entryId: world.accepted, by: 'secretariat' as const };
      const last = await read().findOneOrFail(EntrySummary, {
        where,
        order: { suggestedAt: 'DESC', id: 'DESC' },
      });
      const summaries = test.get(SummariesService);
      if (name === 'approve') return summaries.approve(actor, world.accepted, last.id);
      return summaries.decline(actor, world.accepted, last.id, of === 0 ? {} : { text: `Own words ${of}` });
    }
    case 'suggest':
      return suggest(world.accepted, `Suggestion ${count}`);
    case 'practice edit': {
      const { id, version, language, content } = await practiceOf(world.practice);
      const change = readInput(PracticeChange, { version, language, content, title: `Title ${count}` });
      return test.get(PracticesService).update(actor, id, change);
    }
    case 'practice move':
      return moves[of](actor, world.practice);
    case 'share':
      return moves.share(actor, world.practice, of);
    case 'support edit': {
      const { id, version, kind, title, language } = await read().findOneByOrFail(SupportRequest, {
        id: world.support,
      });
      const change = readInput(SupportChange, { version, kind, title, language, text: `Text ${of}` });
      return support.update(actor, id, change);
    }
    case 'support release':
      return support.release(actor, world.support, of);
    case 'support state':
      return support.move(actor, world.support, of);
    case 'propose': {
      const { version } = await settingNow();
      return proposals.propose(actor, HOME, 'KEN', { version, steps: stepsOf(of) });
    }
    case 'consent':
      return proposals.consent(actor, HOME, 'KEN');
    case 'object':
      return proposals.object(actor, HOME, 'KEN');
    case 'wait':
      test.clock.advance(86_400_000);
      return test.work('clearance.sweep');
    case 'pass': {
      const waiting = await waitingIn(world);
      const chosen = waiting[of % Math.max(1, waiting.length)];
      if (chosen) await test.get(ClearanceService).pass(actor, chosen.id, chosen.mark);
      return;
    }
  }
}

/** Whose step something waits at passes it. */
function forward(waiting: readonly Clearance[], of: number): [number, Act] {
  const next = waiting[of % Math.max(1, waiting.length)];
  if (!next) return [0, { name: 'submit', of: 'draft' }];
  const owner = next.steps[next.at]?.accountId;
  return [
    Math.max(
      0,
      people.findIndex(({ account }) => account.id === owner),
    ),
    { name: 'pass', of },
  ];
}

/** What whoever is asked reads as soon as it waits for them. */
class Reading {
  private readonly facts = new Map<string, Facts[]>();

  async look(waiting: readonly Clearance[]): Promise<void> {
    for (const clearance of waiting)
      if (!this.facts.has(keyOf(clearance))) this.facts.set(keyOf(clearance), await askedOf(clearance));
  }

  of(clearance: Clearance): Facts[] {
    return this.facts.get(keyOf(clearance)) ?? [];
  }
}

const keyOf = ({ id, run, at }: Clearance) => `${id} ${run} ${at}`;

/** When the steps change, once more from what a delegation expects. */
class Settings {
  private proposal: { steps: readonly number[]; consents: Set<number>; days: number } | null = null;
  constructor(public steps: readonly number[]) {}

  act(who: number, { name, of }: Act): void {
    if (name === 'wait' && this.proposal) {
      this.proposal.days += 1;
      if (this.proposal.days > NOTICE_DAYS) this.settle();
    }
    if (who === 3) return;
    if (name === 'propose' && !this.proposal && JSON.stringify(of) !== JSON.stringify(this.steps)) {
      this.proposal = { steps: of, consents: new Set([who]), days: 0 };
      this.settleIfAll();
    } else if (!this.proposal || !this.steps.includes(who)) return;
    else if (name === 'object') this.proposal = null;
    else if (name === 'consent') {
      this.proposal.consents.add(who);
      this.settleIfAll();
    }
  }

  private settleIfAll(): void {
    if (this.steps.every((owner) => this.proposal!.consents.has(owner))) this.settle();
  }

  private settle(): void {
    this.steps = this.proposal!.steps;
    this.proposal = null;
  }
}

it('nothing is seen outside that the owners of the steps have not passed, just so and so far', async () => {
  const sequence = fc.array(move, { minLength: 8, maxLength: 30 });
  const opened = new Set<string>();
  await fc.assert(
    fc.asyncProperty(sequence, async (moves) => {
      const world = await newWorld();
      const passed = new Passed();
      const settings = new Settings([1, 2]);
      const reading = new Reading();
      // What was opened before there were steps.
      for (const facts of await visible(world)) passed.begin(facts, []);
      for (const [count, chosen] of moves.entries()) {
        const waiting = await waitingIn(world);
        const [who, what]: [number, Act] = Array.isArray(chosen) ? chosen : forward(waiting, chosen);
        const way = settings.steps;
        const before = new Map((await read().find(Clearance)).map((clearance) => [clearance.id, clearance]));
        const next = what.name === 'pass' ? waiting[what.of % Math.max(1, waiting.length)] : undefined;
        // Read when it came there, and passed now: by the mark of what was read.
        const asked = next ? reading.of(next) : [];
        settings.act(who, what);
        const done = await run(world, who, what, count).then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof DomainError)) throw error;
            return false;
          },
        );
        if (done && who < 3) for (const facts of asked) passed.pass(facts, who);
        // Whoever asks for something has passed it, unless by a link; it goes the way that is settled now.
        for (const clearance of await read().find(Clearance)) {
          if ((before.get(clearance.id)?.run ?? 0) === clearance.run) continue;
          for (const facts of await askedOf(clearance)) {
            passed.begin(facts, way);
            if (who < 3) passed.pass(facts, who);
          }
        }
        await reading.look(await waitingIn(world));
        const now = await visible(world);
        // Without steps all of it goes out at once.
        if (way.length === 0) for (const facts of now) passed.begin(facts, []);
        const missing = now.flatMap((facts) => passed.missing(facts));
        const story = moves.slice(0, count + 1);
        expect({ story, missing, steps: await ownersNow() }).toEqual({
          story,
          missing: [],
          steps: [...settings.steps],
        });
        for (const { seen } of now) for (const one of seen) opened.add(one);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 25) },
  );
  // The walk reaches what it is about: uses, peers, people of mechanisms, partners, documents.
  expect(opened.size).toBeGreaterThan(6);
}, 240_000);
