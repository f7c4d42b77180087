import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { AnswerQueryService } from '../../src/rounds/answers/answer-query.service.js';
import { AnswersService } from '../../src/rounds/answers/answers.service.js';
import { RoundAddressee, RoundAnswer } from '../../src/rounds/round/round.entity.js';
import { RoundQueryService } from '../../src/rounds/round/round-query.service.js';
import { ADDRESSEE_STATES, type AddresseeState } from '../../src/rounds/round/vocabulary.js';
import { States } from '../../src/accounts/states.js';
import { again, generated, seed, walkers } from '../support/generated.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client, samePage } from '../support/client.js';
import {
  browserOf,
  newAdministrator,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../support/factories.js';
import { routesOf } from '../support/routes.js';
import { makeMembers, newRound, words } from '../support/rounds.js';

const HOME = 'igad-rcp';

const ASKED = ['KEN', 'ETH', 'SOM', 'SDN', 'UGA'];

const free = { kind: 'free', text: words('What is new?') };

let test: TestApp;
let people: Record<string, Person>;
let delegates: Record<string, Person>;
let made: { id: string; states: Record<string, AddresseeState>; ids: Record<string, string> }[];
let draft: string;
let planId: string;
let itemId: string;

/** How far each addressee is to be in a round, at random. */
const specs = fc.array(
  fc.record(Object.fromEntries(ASKED.map((code) => [code, fc.constantFrom(...ADDRESSEE_STATES)]))),
  generated(3),
);

beforeAll(async () => {
  test = await startApp({ siblings: true });
  await makeMembers(test, HOME, [...ASKED, 'DJI']);
  const { plan, items, secretariat } = await newPlan(test, HOME, [{ code: '1', owners: ['all-members'] }]);
  [planId, itemId] = [plan.id, items[0]!.id];
  const office = await programOf(test, secretariat);
  delegates = {};
  for (const code of ASKED) delegates[code] = await newPerson(test, ['focal-point', HOME, code]);
  people = {
    ...delegates,
    office: secretariat,
    // A member that is asked in no round.
    djibouti: await newPerson(test, ['focal-point', HOME, 'DJI']),
    formerKenya: await newPerson(test, ['focal-point', HOME, 'KEN', '2026-12-31']),
    kenyaElsewhere: await newPerson(test, ['focal-point', 'bali', 'KEN']),
    chair: await newPerson(test, ['chair', HOME]),
    reader: await newPerson(test, ['reader', HOME]),
    partner: await newPerson(test, ['partner', HOME, 'An organization']),
    otherOffice: await newPerson(test, ['secretariat', 'bali']),
    administrator: await newAdministrator(test),
  };
  const [sample] = fc.sample(specs, { numRuns: 1, seed });
  made = [];
  for (const states of sample!) made.push(await make(office, states));
  draft = await newRound(office, HOME, {
    states: ASKED,
    questions: [{ kind: 'free', text: words('draftmarkerx') }],
    fields: { title: words('draftmarkerx') },
    open: false,
  });
}, 120_000);
afterAll(() => test.close());

async function make(office: Client, states: Record<string, AddresseeState>) {
  const questions = [{ kind: 'item', planId }, free];
  const id = await newRound(office, HOME, { states: ASKED, questions });
  const ids: Record<string, string> = {};
  for (const [code, state] of Object.entries(states)) {
    const { actor } = delegates[code]!;
    const answers = test.get(AnswersService);
    const { own } = await test.get(RoundQueryService).find(actor, id);
    const addressee = own[0]!;
    ids[code] = addressee.id;
    if (state !== 'invited') await answers.opened(actor, own);
    if (state === 'declined') await answers.decline(actor, id, addressee.id);
    if (state !== 'drafting' && state !== 'submitted') continue;
    const lines = await test.get(AnswerQueryService).lines(actor, addressee.id, HOME);
    const line = lines.find(({ question }) => question.kind === 'free')!;
    const entry = await answers.begin(actor, line.answer.id);
    const { version, periodStart, periodEnd, content } = entry;
    await test.get(ProgressService).save(actor, entry.id, {
      version,
      periodStart,
      periodEnd,
      items: [],
      content: { ...content, narrative: `words${code}marker` },
    });
    if (state === 'submitted') await answers.handIn(actor, id, addressee.id);
  }
  return { id, states, ids };
}

describe(`who is asked, and how far they are, ${again}`, () => {
  it('is as it was made', async () => {
    for (const { ids, states } of made)
      for (const code of ASKED) {
        const { state } = await test.get(UnitOfWork).read.findOneByOrFail(RoundAddressee, { id: ids[code]! });
        expect([code, state]).toEqual([code, states[code]]);
      }
  });

  it('is in no answer of any route, but to the secretariat and to each its own', async () => {
    const gets = routesOf(test).filter(({ method }) => method === 'GET');
    const leaks: string[] = [];
    let answers = 0;
    for (const [key, person] of walkers(people)) {
      const browser = person ? await browserOf(test, person) : new Client(test);
      const program = person ? await programOf(test, person) : new Client(test);
      for (const url of gets.flatMap(({ path }) => addresses(path))) {
        const answer = url.startsWith('/api/')
          ? await program.api('GET', url.slice('/api/v1'.length))
          : await browser.get(url);
        answers += 1;
        for (const round of made) {
          for (const code of ASKED) {
            if (key === 'office' || key === code) continue;
            const id = round.ids[code]!;
            if (!url.includes(id) && answer.body.includes(id)) leaks.push(`${key} ${url}: addressee ${code}`);
            if (answer.body.includes(`words${code}marker`)) leaks.push(`${key} ${url}: words of ${code}`);
          }
        }
        if (key !== 'office' && answer.body.includes('draftmarkerx')) leaks.push(`${key} ${url}: a draft`);
        if (key === 'office') {
          for (const { states } of made)
            for (const code of ASKED)
              if (
                states[code] === 'drafting' &&
                !someSubmitted(code) &&
                answer.body.includes(`words${code}marker`)
              )
                leaks.push(`office ${url}: a draft of ${code}`);
        }
      }
    }
    expect(answers).toBeGreaterThan(500);
    expect(leaks.slice(0, 5)).toEqual([]);
  }, 300_000);

  it('shows through no count or word either: a member’s pages are the same whatever the others do', async () => {
    for (const key of ['djibouti', 'chair', 'reader', 'partner']) {
      const browser = await browserOf(test, people[key]!);
      const program = await programOf(test, people[key]!);
      for (const { id } of made) {
        const pages = async () => [
          samePage((await browser.get(`/rounds/${id}`)).body),
          (await program.api('GET', `/rounds/${id}`)).body,
          (await program.api('GET', `/rounds/${id}/questions`)).body,
          (await program.api('GET', `/mechanisms/${HOME}/rounds`)).body,
        ];
        const before = await pages();
        const { read } = test.get(UnitOfWork);
        const addressees = await read.findBy(RoundAddressee, { roundId: id });
        await test.get(UnitOfWork).run(async (manager) => {
          for (const one of addressees)
            await manager.update(RoundAddressee, { id: one.id }, { state: 'declined', stateAt: new Date() });
        });
        const after = await pages();
        await test.get(UnitOfWork).run(async (manager) => {
          for (const { id: addressee, state, stateAt } of addressees)
            await manager.update(RoundAddressee, { id: addressee }, { state, stateAt });
        });
        expect(after).toEqual(before);
      }
    }
  });

  it('can be changed by nobody but the delegation itself', async () => {
    const { id, ids } = made[0]!;
    const answer = await test
      .get(UnitOfWork)
      .read.findOneByOrFail(RoundAnswer, { addresseeId: ids.KEN!, roundId: id });
    const verbs = [
      ['GET', `/rounds/${id}/addressees/${ids.KEN}/answers`],
      ['POST', `/rounds/${id}/addressees/${ids.KEN}/submission`],
      ['POST', `/rounds/${id}/addressees/${ids.KEN}/declination`],
      ['DELETE', `/rounds/${id}/addressees/${ids.KEN}/declination`],
      ['POST', `/round-answers/${answer.id}/entry`],
      ['POST', `/round-answers/${answer.id}/declination`],
    ] as const;
    for (const [key, person] of Object.entries(people)) {
      if (key === 'KEN') continue;
      const program = await programOf(test, person);
      for (const [method, path] of verbs) {
        const { status } = await program.api(method, path);
        expect({ key, path, refused: [403, 404].includes(status) }).toEqual({ key, path, refused: true });
      }
    }
  });

  it('is listed in alphabetical order of the reader’s language, and cannot be in another', async () => {
    const office = await programOf(test, people.office!);
    for (const { id } of made) {
      for (const query of ['', '?sort=state', '?order=stateAt', '?state=submitted']) {
        const { items } = (await office.api('GET', `/rounds/${id}/addressees${query}`)).json<{
          items: { name: string; subject: string }[];
        }>();
        expect(items.map(({ subject }) => subject)).toEqual(States.sorted(ASKED, 'en'));
      }
    }
  });
});

describe('a round to 55 States with 40 questions each', () => {
  it('is opened whole, a row for each, and its page stays small', async () => {
    const states = States.sorted(States.all(), 'en').slice(0, 55);
    const big = 'midsa';
    await makeMembers(test, big, states);
    for (const state of states) await newPerson(test, ['focal-point', big, state]);
    const items = Array.from({ length: 40 }, (_, index) => ({
      code: `${index + 1}`,
      title: `Strengthen cooperation on matter number ${index + 1} between members of the mechanism`,
      owners: ['all-members'],
    }));
    const { plan, secretariat } = await newPlan(test, big, items);
    const office = await programOf(test, secretariat);
    const id = await newRound(office, big, {
      states,
      questions: [{ kind: 'item', planId: plan.id }],
      open: false,
    });
    const started = performance.now();
    expect((await office.api('POST', `/rounds/${id}/opening`)).status).toBe(200);
    const opened = performance.now() - started;
    const { read } = test.get(UnitOfWork);
    const members = (await read.findBy(RoundAddressee, { roundId: id })).length;
    expect(members).toBe(55);
    expect(await read.countBy(RoundAnswer, { roundId: id })).toBe(55 * 40);
    expect(await read.countBy(OutgoingMessage, { kind: 'round', subjectId: id })).toBe(55);
    const page = await (await browserOf(test, secretariat)).get(`/rounds/${id}`);
    const bytes = gzipSync(page.bytes).length;
    process.stdout.write(
      `opening 55 × 40: ${Math.round(opened)} ms; the secretariat's page: ${bytes} bytes compressed\n`,
    );
    expect(page.status).toBe(200);
    expect(bytes).toBeLessThan(60 * 1024);
  }, 120_000);
});

const someSubmitted = (code: string) => made.some(({ states }) => states[code] === 'submitted');

/** Addresses of a route: every id that could stand in its place. */
function addresses(path: string): string[] {
  const within = path.replaceAll(':mechanismId', HOME);
  const fill = (ids: string[]) =>
    ids.map((id) => within.replace(/:[a-zA-Z]+/, id).replace(/:[a-zA-Z]+/g, id));
  if (!/:[a-zA-Z]+/.test(within)) return [within];
  if (path.includes(':addresseeId'))
    return made.flatMap(({ id, ids }) =>
      Object.values(ids).map((addressee) => within.replace(':id', id).replace(':addresseeId', addressee)),
    );
  if (/rounds?\//.test(path)) return fill([...made.map(({ id }) => id), draft]);
  if (path.includes('items')) return fill([itemId]);
  return fill([planId]);
}
