import { jest } from '@jest/globals';
import fc from 'fast-check';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { IndexQueue } from '../../src/platform/search/index-queue.js';
import { SearchDue } from '../../src/platform/search/search-due.entity.js';
import { SearchIndex } from '../../src/platform/search/search-index.js';
import { SearchSources } from '../../src/platform/search/search-sources.js';
import { wordsOf } from '../../src/platform/search/fold.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { audiencesFor } from '../../src/progress/access/entry-audience.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { VISIBILITIES, type Visibility } from '../../src/progress/entries/vocabulary.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { keyOf, newEntry, newPerson, newPlan, type Person } from '../support/factories.js';
import { generated } from '../support/generated.js';

const MECHANISM = 'khartoum';
const english = (text: string) => ({ original: 'en', texts: { en: text } });

/** Two processes on one database. */
let test: TestApp;
let other: TestApp;
let planId: string;
let item: PlanItem;
let office: Person;
let kenya: Person;
let reader: Person;
let api: Client;

beforeAll(async () => {
  test = await startApp();
  other = await startApp({ env: { DATABASE_URL: test.config.databaseUrl } });
  const made = await newPlan(test, MECHANISM, [{ code: '1', title: 'Training' }], { draft: true });
  [item] = made.items as [PlanItem];
  office = made.secretariat;
  planId = made.plan.id;
  kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  reader = await newPerson(test, ['reader', MECHANISM]);
  api = await clientOf(office);
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await other.close();
  await test.close();
});

/** A key is in the database: every process knows it. */
const clientOf = async (person: Person, on = test) => new Client(on, await keyOf(test, person));
const found = async (q: string, client: Client) =>
  (await client.api('GET', `/search?q=${q}`)).json<{ items: { id: string }[] }>().items.map(({ id }) => id);
const due = () => test.get(UnitOfWork).read.find(SearchDue);
/** As if each process ended right after its commits. */
const endBeforeIndexing = () => jest.spyOn(IndexQueue.prototype, 'add').mockImplementation(() => {});

type Step =
  | { do: 'say'; word: string }
  | { do: 'submit' | 'accept' | 'withdraw' | 'revise' }
  | { do: 'disclose'; visibility: Visibility }
  | { do: 'begin'; at: number }
  | { do: 'finish'; nth: number };

/** Of all words that anything is found by in a kind, those the index still finds a thing by. */
async function hits(kind: string, id: string, words: readonly string[], audiences: readonly string[]) {
  const hit: string[] = [];
  for (const app of [test, other])
    for (const word of words)
      for (const audience of audiences)
        for (const where of ['title', 'text'] as const) {
          const sought = {
            kind,
            audiences: [audience],
            words: [{ word, prefix: false, stems: [] }],
            code: null,
            where,
          };
          const page = await app.get(SearchIndex).find({ ...sought, after: null, limit: 100 });
          for (const { subjectId, layer } of page.hits)
            if (subjectId === id) hit.push([audience, word, layer].join(' '));
        }
  return new Set(hit);
}

async function say(id: string, narrative: string): Promise<number> {
  const client = await clientOf(kenya);
  const { version, content } = (await client.api('GET', `/progress/${id}`)).json<{
    version: number;
    content: object;
  }>();
  const fields = { periodStart: '2027-01-01', periodEnd: '2027-02-28', items: [item.id] };
  const change = { ...fields, version, content: { ...content, narrative } };
  return (await client.api('PATCH', `/progress/${id}`, change)).status;
}

describe('what is taken back', () => {
  const readers = ['people:khartoum', 'everybody'];

  it('of a plan is found by nobody from that moment, before anything is indexed', async () => {
    const client = await clientOf(reader);
    const elsewhere = await clientOf(await newPerson(test, ['reader', 'rabat']), other);
    const add = async (title: string, parentId: string | null) =>
      (await api.api('POST', `/plans/${planId}/items`, { title: english(title), parentId })).json<{
        id: string;
        version: number;
      }>();
    const parent = await add('Otters', null);
    const child = await add('Badgers', parent.id);
    await api.api('POST', `/items/${child.id}/indicators`, { title: english('Weasels') });
    const read = async () => (await api.api('GET', `/plans/${planId}`)).json<{ version: number }>().version;
    const plan = { title: english('A plan of moles'), kind: 'strategic' };
    await api.api('PATCH', `/plans/${planId}`, { ...plan, isPublic: true, version: await read() });
    for (const word of ['otters', 'badgers', 'weasels', 'moles']) {
      expect(await found(word, client)).toHaveLength(1);
      expect(await found(word, elsewhere)).toHaveLength(1);
    }

    endBeforeIndexing();
    await api.api('PATCH', `/plans/${planId}`, { ...plan, isPublic: false, version: await read() });
    for (const [kind, id] of [
      ['item', parent.id],
      ['plan', planId],
    ] as const)
      expect(await hits(kind, id, ['otters', 'moles'], readers)).toEqual(new Set());
    for (const word of ['otters', 'badgers', 'weasels', 'moles'])
      expect(await found(word, elsewhere)).toEqual([]);
    jest.restoreAllMocks();
    await other.get(SearchIndex).catchUp();
    expect(await found('badgers', client)).toEqual([child.id]);
    expect(await found('badgers', elsewhere)).toEqual([]);

    endBeforeIndexing();
    await api.api('PATCH', `/items/${parent.id}`, { title: english('Herons'), version: parent.version });
    expect(await hits('item', parent.id, ['otters'], readers)).toEqual(new Set());
    await api.api('DELETE', `/items/${parent.id}`);
    expect(await hits('item', child.id, ['badgers'], readers)).toEqual(new Set());
    expect(await found('weasels', client)).toEqual([]);
    jest.restoreAllMocks();
    await test.get(SearchIndex).catchUp();
    expect(await due()).toEqual([]);
  });

  it('of a meeting is found by nobody from that moment', async () => {
    const meeting = (
      await api.api('POST', `/mechanisms/${MECHANISM}/meetings`, {
        type: 'ministerial',
        title: english('Conference of storks'),
        datePrecision: 'day',
        firstDay: '2027-05-03',
        lastDay: '2027-05-04',
        state: 'planned',
        compact: 'yes',
      })
    ).json<{ id: string }>();
    const decision = (
      await api.api('POST', `/meetings/${meeting.id}/decisions`, { verb: 'decide', text: english('Cranes') })
    ).json<{ id: string }>();
    const client = await clientOf(reader);
    expect(await found('cranes', client)).toEqual([meeting.id]);
    endBeforeIndexing();
    await api.api('DELETE', `/decisions/${decision.id}`);
    expect(await hits('meeting', meeting.id, ['cranes'], readers)).toEqual(new Set());
    await api.api('DELETE', `/meetings/${meeting.id}`);
    expect(await hits('meeting', meeting.id, ['storks'], readers)).toEqual(new Set());
    jest.restoreAllMocks();
    await test.get(SearchIndex).catchUp();
  });

  it('is indexed once, however often it was saved, and with one statement in each save', async () => {
    const entry = await newEntry(test, kenya, item, { mechanismId: MECHANISM, as: 'state:KEN' });
    await test.get(SearchIndex).settled();
    const texts = jest.spyOn(test.get(SearchSources).of('entry'), 'texts');
    endBeforeIndexing();
    for (const word of ['one', 'two', 'three']) await say(entry.id, word);
    expect((await due()).map(({ subjectId, hides }) => [subjectId, hides])).toEqual(
      Array.from({ length: 3 }, () => [entry.id, 'own']),
    );
    jest.restoreAllMocks();
    // The sweep leaves to each process what is its own, until it has been left for a while.
    await test.get(SearchIndex).catchUp(60_000);
    expect(await due()).toHaveLength(3);
    const again = jest.spyOn(test.get(SearchSources).of('entry'), 'texts');
    await test.get(SearchIndex).catchUp();
    expect([texts.mock.calls.length, again.mock.calls.length]).toEqual([0, 1]);
    expect(await found('three', await clientOf(kenya))).toEqual([entry.id]);
  });

  it('is indexed also where another process was done meanwhile with what had been due before', async () => {
    const entry = await newEntry(test, kenya, item, { mechanismId: MECHANISM, as: 'state:KEN' });
    await test.get(SearchIndex).settled();
    endBeforeIndexing();
    const begin = async (app: TestApp) => {
      const source = app.get(SearchSources).of('entry');
      const texts = source.texts;
      let go = () => {};
      const wait = new Promise<void>((resolve) => (go = resolve));
      let done!: Promise<void>;
      await new Promise<void>((reached) => {
        jest.spyOn(source, 'texts').mockImplementationOnce(async (ids) => {
          const read = await texts(ids);
          reached();
          await wait;
          return read;
        });
        done = app.get(SearchIndex)['queue']['work']('entry', [entry.id]);
      });
      return () => (go(), done);
    };
    await say(entry.id, 'hedgehog');
    const first = await begin(other);
    await say(entry.id, 'porcupine');
    const second = await begin(test);
    await first();
    await second();
    expect(await due()).toEqual([]);
    expect(await found('porcupine', await clientOf(kenya))).toEqual([entry.id]);
  });
});

describe('an entry, in whatever order it is changed and indexed', () => {
  const WORDS = ['aardvark', 'bison', 'camel'] as const;
  const narrowing = [{ do: 'say', word: 'bison' }, { do: 'submit' }, { do: 'withdraw' }] as const;
  /** Each time one process reads before a change and writes after another one, which read later, is done. */
  const LATE: Step[] = narrowing.flatMap((change) => [
    { do: 'begin', at: 0 },
    change,
    { do: 'begin', at: 1 },
    { do: 'finish', nth: 1 },
    { do: 'finish', nth: 0 },
    { do: 'begin', at: 0 },
    { do: 'finish', nth: 0 },
  ]);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('say' as const), word: fc.constantFrom(...WORDS) }) },
    fc.record({ do: fc.constantFrom('submit', 'accept', 'withdraw', 'revise' as const) }),
    fc.record({ do: fc.constant('disclose' as const), visibility: fc.constantFrom(...VISIBILITIES) }),
    { weight: 3, arbitrary: fc.record({ do: fc.constant('begin' as const), at: fc.constantFrom(0, 1) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('finish' as const), nth: fc.nat(3) }) },
  );

  it('is never found by what somebody may not read, and in the end by all they may', async () => {
    const apps = [test, other];
    const audiences = [kenya, office, reader].flatMap(({ actor }) => audiencesFor(actor));
    const source = test.get(SearchSources).of('entry');
    const textsNow = source.texts;
    const mayFind = async (id: string) =>
      new Set(
        (await textsNow([id])).flatMap(({ layer, audiences: of, text }) =>
          audiences
            .filter((one) => of.includes(one))
            .flatMap((audience) =>
              text
                .flatMap(wordsOf)
                .filter((word) => WORDS.includes(word as (typeof WORDS)[number]))
                .map((word) => [audience, word, layer].join(' ')),
            ),
        ),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
        const fields = { mechanismId: MECHANISM, as: 'state:KEN', narrative: WORDS[0] };
        endBeforeIndexing();
        const { id } = await newEntry(test, kenya, item, fields);
        // Each indexing reads, and then waits until it is told to write.
        const held: { go: () => void; done: Promise<void> }[] = [];
        // What is left is read again without being held.
        const passes = (go: () => void) => go();
        let reached = passes;
        for (const app of apps) {
          const one = app.get(SearchSources).of('entry');
          const real = one.texts;
          jest.spyOn(one, 'texts').mockImplementation(async (some) => {
            const texts = await real(some);
            await new Promise<void>((go) => reached(go));
            return texts;
          });
        }
        const begin = async (app: TestApp) => {
          const waits = new Promise<() => void>((resolve) => (reached = resolve));
          const done = app.get(SearchIndex)['queue']['work']('entry', [id]);
          const go = await Promise.race([waits, done]);
          reached = passes;
          if (go) held.push({ go, done });
        };
        const progress = test.get(ProgressService);
        const act = async (one: Step) => {
          if (one.do === 'begin') return begin(apps[one.at]!);
          if (one.do === 'finish') {
            const [next] = held.splice(one.nth % Math.max(1, held.length), 1);
            next?.go();
            return next?.done;
          }
          // What cannot be done in this state is refused, and changes nothing.
          const done = {
            say: () => say(id, (one as { word: string }).word),
            submit: () => progress.submit(kenya.actor, id),
            accept: () => progress.accept(office.actor, id),
            withdraw: () => progress.withdraw(kenya.actor, id),
            revise: () => progress.revise(kenya.actor, id),
            disclose: () =>
              progress.disclose(kenya.actor, id, {
                visibility: (one as { visibility: Visibility }).visibility,
                release: 'none',
              }),
          }[one.do]();
          await done.catch(() => {});
        };
        for (const one of steps) {
          await act(one);
          const may = await mayFind(id);
          const is = await hits('entry', id, WORDS, audiences);
          expect([...is].filter((hit) => !may.has(hit))).toEqual([]);
        }
        while (held.length > 0) await act({ do: 'finish', nth: 0 });
        jest.restoreAllMocks();
        await other.get(SearchIndex).catchUp();
        expect(await hits('entry', id, WORDS, audiences)).toEqual(await mayFind(id));
        expect(await due()).toEqual([]);
      }),
      { numRuns: generated(15).maxLength, examples: [[LATE]] },
    );
  }, 120_000);
});
