import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { again, generated, seed, walkers } from '../support/generated.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { PracticeInput } from '../../src/practices/practice.dto.js';
import { PracticeCommentInput } from '../../src/practices/review/review.dto.js';
import { PracticeMovesService } from '../../src/practices/practice-moves.service.js';
import { PracticesService } from '../../src/practices/practices.service.js';
import { ReviewersService } from '../../src/practices/review/reviewers.service.js';
import { ReviewService } from '../../src/practices/review/review.service.js';
import { SupportInput, SupportOfferInput } from '../../src/support/support.dto.js';
import { SupportOffersService } from '../../src/support/support-offers.service.js';
import { SupportService } from '../../src/support/support.service.js';
import { AuditEvent } from '../../src/platform/database/history.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import {
  browserOf,
  newAccount,
  newAdministrator,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../support/factories.js';
import { routesOf } from '../support/routes.js';

const HOME = 'khartoum';

const OTHER = 'rcm';

const ENDS = ['draft', 'offered', 'reviewed', 'shared', 'withdrawn'] as const;

const practiceSpecs = fc.array(
  fc.record({
    by: fc.nat(3),
    end: fc.constantFrom(...ENDS),
    home: fc.boolean(),
    other: fc.boolean(),
    isPublic: fc.boolean(),
    asked: fc.boolean(),
  }),
  generated(12),
);

const requestSpecs = fc.array(
  fc.record({
    by: fc.nat(1),
    toSecretariat: fc.boolean(),
    toPartners: fc.boolean(),
    toMembers: fc.boolean(),
    offersToSecretariat: fc.boolean(),
  }),
  generated(8),
);

interface Thing {
  id: string;
  /** Word in its title and text. */
  word: string;
  /** Word in the advice on it, or in the answer to it. */
  inner: string;
}

type Practice = Thing & ReturnType<typeof sampled<typeof practiceSpecs>>[number];
type Request = Thing & ReturnType<typeof sampled<typeof requestSpecs>>[number];

let test: TestApp;
let people: Record<string, Person>;
let practices: Practice[];
let requests: Request[];

const REPORTERS = [
  { key: 'kenya', as: 'state:KEN' },
  { key: 'ethiopia', as: 'state:ETH' },
  { key: 'partner', as: 'partner:An organization' },
  { key: 'office', as: 'secretariat' },
] as const;

function sampled<T extends fc.Arbitrary<unknown[]>>(specs: T): T extends fc.Arbitrary<infer R> ? R : never {
  return fc.sample(specs, { numRuns: 1, seed })[0] as never;
}

beforeAll(async () => {
  test = await startApp({ siblings: true });
  const { secretariat: office } = await newPlan(test, HOME);
  people = {
    office,
    kenya: await newPerson(test, ['focal-point', HOME, 'KEN']),
    ethiopia: await newPerson(test, ['focal-point', HOME, 'ETH']),
    volunteer: await newPerson(test, ['focal-point', HOME, 'EGY']),
    chair: await newPerson(test, ['chair', HOME]),
    partner: await newPerson(test, ['partner', HOME, 'An organization']),
    rival: await newPerson(test, ['partner', HOME, 'Another one']),
    reader: await newPerson(test, ['reader', HOME]),
    otherOffice: await newPerson(test, ['secretariat', OTHER]),
    // The same State and the same partner in another mechanism are others there.
    kenyaElsewhere: await newPerson(test, ['focal-point', OTHER, 'KEN']),
    partnerElsewhere: await newPerson(test, ['partner', OTHER, 'An organization']),
    formerKenya: await newPerson(test, ['focal-point', HOME, 'KEN', '2026-12-31']),
    administrator: await newAdministrator(test),
    nobody: await newAccount(test),
  };
  await test.get(ReviewersService).volunteer(people.volunteer!.actor, HOME, true);
  practices = [];
  for (const [index, spec] of sampled(practiceSpecs).entries()) practices.push(await practice(spec, index));
  requests = [];
  for (const [index, spec] of sampled(requestSpecs).entries()) requests.push(await request(spec, index));
}, 120_000);
afterAll(() => test.close());

async function practice(spec: Omit<Practice, keyof Thing>, index: number): Promise<Practice> {
  const service = test.get(PracticesService);
  const moves = test.get(PracticeMovesService);
  const review = test.get(ReviewService);
  const { key, as } = REPORTERS[spec.by]!;
  const { actor } = people[key]!;
  const [word, inner] = [`practiceword${index}x`, `adviceword${index}x`];
  const { id } = await service.create(
    actor,
    HOME,
    readInput(PracticeInput, { as, title: word, language: 'en', content: { summary: word } }),
  );
  if (spec.end === 'draft') return { ...spec, id, word, inner };
  await moves.offer(actor, id);
  if (spec.asked) await review.ask(people.office!.actor, id, people.chair!.account.id);
  await review.comment(
    people.volunteer!.actor,
    id,
    readInput(PracticeCommentInput, { criterion: 'completed', text: inner }),
  );
  if (spec.end === 'offered') return { ...spec, id, word, inner };
  await moves.endReview(actor, id);
  const shared = spec.home || spec.other || spec.isPublic;
  const mechanisms = [...(spec.home ? [HOME] : []), ...(spec.other ? [OTHER] : [])];
  if (spec.end !== 'reviewed' && shared)
    await moves.share(actor, id, { mechanisms, isPublic: spec.isPublic });
  if (spec.end === 'withdrawn') await moves.withdraw(actor, id);
  // Nobody was chosen, so it was never shared.
  const end = spec.end === 'shared' && !shared ? 'reviewed' : spec.end;
  return { ...spec, end, id, word, inner };
}

async function request(spec: Omit<Request, keyof Thing>, index: number): Promise<Request> {
  const service = test.get(SupportService);
  const { key, as } = REPORTERS[spec.by]!;
  const { actor } = people[key]!;
  const [word, inner] = [`requestword${index}x`, `answerword${index}x`];
  const requester = as.slice('state:'.length);
  const { id } = await service.create(
    actor,
    HOME,
    readInput(SupportInput, { requester, kind: 'data', title: word, language: 'en', text: word }),
  );
  const { by: _, ...release } = spec;
  await service.release(actor, id, release);
  if (spec.toPartners)
    await test
      .get(SupportOffersService)
      .offer(people.partner!.actor, id, readInput(SupportOfferInput, { text: inner }));
  return { ...spec, id, word, inner };
}

const AT_HOME = ['office', 'kenya', 'ethiopia', 'volunteer', 'chair', 'partner', 'rival', 'reader'];

const ELSEWHERE = ['otherOffice', 'kenyaElsewhere', 'partnerElsewhere'];

/** What a person may see, written down once more, from the rules and not from the code. */
function maySeePractice(key: string, one: Practice): { thing: boolean; inner: boolean } {
  if (REPORTERS[one.by]!.key === key) return { thing: true, inner: true };
  const reviews = key === 'office' || key === 'volunteer' || (key === 'chair' && one.asked);
  if (one.end === 'offered') return { thing: reviews, inner: key === 'volunteer' };
  const chosen =
    one.isPublic || (one.home && AT_HOME.includes(key)) || (one.other && ELSEWHERE.includes(key));
  return { thing: one.end === 'shared' && chosen, inner: false };
}

function maySeeRequest(key: string, one: Request): { thing: boolean; inner: boolean } {
  if (REPORTERS[one.by]!.key === key) return { thing: true, inner: true };
  const member = ['kenya', 'ethiopia', 'volunteer', 'chair'].includes(key);
  const partner = key === 'partner' || key === 'rival';
  const thing =
    (key === 'office' && one.toSecretariat) || (partner && one.toPartners) || (member && one.toMembers);
  return { thing, inner: thing && (key === 'partner' || (key === 'office' && one.offersToSecretariat)) };
}

describe(`a practice or a request outside somebody’s sight, ${again}`, () => {
  it('is in no answer of any route, to anybody', async () => {
    const gets = routesOf(test).filter(({ method }) => method === 'GET');
    const leaks: string[] = [];
    let answers = 0;
    for (const [key, person] of walkers(people)) {
      const pages = person ? await browserOf(test, person) : new Client(test);
      const program = person ? await programOf(test, person) : pages;
      for (const { path } of gets)
        for (const url of addresses(path)) {
          const answer = await (url.startsWith('/api/')
            ? program.api('GET', url.slice('/api/v1'.length))
            : pages.get(url));
          answers += 1;
          const text = readable(answer.bytes);
          for (const [thing, may] of [
            ...practices.map((one) => [one, maySeePractice(key, one)] as const),
            ...requests.map((one) => [one, maySeeRequest(key, one)] as const),
          ]) {
            // A page repeats its own address and what was typed, which the asker knew already.
            const shows = (secret: string) => !url.includes(secret) && text.includes(secret);
            const found = [
              ...(!may.thing && shows(thing.word) ? ['the text'] : []),
              ...(!may.thing && shows(thing.id) ? ['the id'] : []),
              ...(!may.inner && shows(thing.inner) ? ['what was said to it'] : []),
            ];
            leaks.push(...found.map((what) => `${key} ${url}: ${what} of ${JSON.stringify(thing)}`));
          }
        }
    }
    expect(answers).toBeGreaterThan(1000);
    expect(leaks.slice(0, 5)).toEqual([]);
  }, 300_000);

  it('is listed to exactly those who may see it', async () => {
    for (const [key, person] of Object.entries(people)) {
      const program = await programOf(test, person);
      const listed = async (path: string) =>
        ((await program.api('GET', path)).json<{ items?: { id: string }[] }>().items ?? [])
          .map(({ id }) => id)
          .sort();
      const seen = practices.filter((one) => maySeePractice(key, one).thing).map(({ id }) => id);
      expect({ key, ids: await listed('/practices') }).toEqual({ key, ids: seen.sort() });
      const asked = requests.filter((one) => maySeeRequest(key, one).thing).map(({ id }) => id);
      expect({ key, ids: await listed(`/mechanisms/${HOME}/support`) }).toEqual({ key, ids: asked.sort() });
    }
  });

  it('cannot be acted on by anybody but its owner, and to others is not there', async () => {
    for (const [key, person] of Object.entries(people)) {
      const program = await programOf(test, person);
      for (const one of practices.filter(({ by }) => REPORTERS[by]!.key !== key)) {
        const share = await program.api('PUT', `/practices/${one.id}/sharing`, { isPublic: true });
        expect([403, 404]).toContain(share.status);
        if (!maySeePractice(key, one).thing && AT_HOME.includes(key) && share.status === 403)
          expect(['reader', 'chair']).toContain(key);
      }
      for (const one of requests.filter(({ by }) => REPORTERS[by]!.key !== key)) {
        const release = await program.api('PUT', `/support/${one.id}/release`, { toMembers: true });
        expect([403, 404]).toContain(release.status);
      }
    }
  });

  it('leaves in a mechanism’s history only what its secretariat saw', async () => {
    const { read } = test.get(UnitOfWork);
    for (const scope of [HOME, OTHER]) {
      const events = await read.findBy(AuditEvent, { scope });
      const told = new Set(events.map(({ subjectId }) => subjectId));
      for (const one of practices) {
        const wasShared = one.end === 'shared' || one.end === 'withdrawn';
        const open = scope === HOME ? one.end !== 'draft' : wasShared && one.other;
        expect({ ...one, told: told.has(one.id) }).toEqual({ ...one, told: open });
      }
      for (const one of requests) {
        const open = scope === HOME && one.toSecretariat;
        expect({ ...one, told: told.has(one.id) }).toEqual({ ...one, told: open });
      }
      const shares = events
        .filter(({ action }) => action === 'practice.share')
        .map(({ subjectId }) => subjectId);
      const meant = practices.filter(
        (one) =>
          ['shared', 'withdrawn'].includes(one.end) &&
          (scope === HOME ? one.home || one.isPublic : one.other),
      );
      expect(new Set(shares)).toEqual(new Set(meant.map(({ id }) => id)));
    }
    const all = JSON.stringify(await read.find(AuditEvent));
    for (const { word, inner } of [...practices, ...requests]) {
      expect(all).not.toContain(word);
      expect(all).not.toContain(inner);
    }
  });
});

/** Addresses of a route: every id that could stand in its place. */
function addresses(path: string): string[] {
  const ids = path.includes('/practices/')
    ? practices.map(({ id }) => id)
    : path.includes('/support/')
      ? requests.map(({ id }) => id)
      : ['00000000-0000-4000-8000-000000000000'];
  const within = path.replaceAll(':mechanismId', HOME).replace(':format', 'docx');
  if (path.includes('conversations/:kind'))
    return practices.flatMap(({ id }) =>
      [HOME, OTHER].map((scope) =>
        path.replace(':kind', 'practice').replace(':id', id).replace(':scope', scope),
      ),
    );
  if (path.endsWith('/search') && !path.includes('framework'))
    return ['practiceword1x', 'requestword1x', 'adviceword1x'].map((word) => `${path}?q=${word}`);
  const filled = /:[a-zA-Z]+/.test(within)
    ? ids.map((id) => within.replace(/:[a-zA-Z]+/, id).replace(/:[a-zA-Z]+/g, '1'))
    : [within];
  return path.includes(':mechanismId')
    ? [...filled, ...filled.map((url) => url.replace(HOME, OTHER))]
    : filled;
}

/** The text in an answer; a Word file is unzipped. */
function readable(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8');
  const parts: string[] = [];
  for (let at = 0; at >= 0 && at < bytes.length; at = bytes.indexOf('PK\u0003\u0004', at + 1, 'latin1')) {
    const [method, size, name, extra] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const data = bytes.subarray(at + 30 + name + extra, size > 0 ? at + 30 + name + extra + size : undefined);
    if (method === 8) parts.push(inflateRawSync(data).toString('utf8'));
  }
  return parts.join('\n');
}
