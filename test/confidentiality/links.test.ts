import fc from 'fast-check';
import { generated } from '../support/generated.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { LinksService } from '../../src/progress/links/links.service.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { USES, usesOf } from '../../src/progress/release/release-uses.js';
import {
  RELEASES,
  type Release,
  VISIBILITIES,
  type Visibility,
} from '../../src/progress/entries/vocabulary.js';
import { SummariesService } from '../../src/progress/summaries/summaries.service.js';
import { SubmissionQueryService } from '../../src/reviews/submissions/submission-query.service.js';
import { SubmissionsService } from '../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../support/factories.js';

const HOME = 'khartoum';
const THERE = 'rcm';
const MECHANISMS = [HOME, THERE] as const;
const ANSWERS = ['nothing', 'accept', 'return'] as const;

interface InPlace {
  visibility: Visibility;
  release: Release;
  /** To the first version, and to the second if there is one. */
  answers: [(typeof ANSWERS)[number], (typeof ANSWERS)[number]];
  wording: 'none' | 'suggested' | 'approved';
}
interface Spec {
  places: InPlace[];
  linked: boolean;
  versions: 1 | 2;
  end: 'stays' | 'withdrawn' | 'rewritten' | 'unlinked';
}

const place = fc.record({
  visibility: fc.constantFrom(...VISIBILITIES),
  release: fc.constantFrom(...RELEASES),
  answers: fc.tuple(fc.constantFrom(...ANSWERS), fc.constantFrom(...ANSWERS)),
  wording: fc.constantFrom('none' as const, 'suggested' as const, 'approved' as const),
});
const specs: fc.Arbitrary<Spec[]> = fc.array(
  fc.record({
    places: fc.array(place, { minLength: 2, maxLength: 2 }),
    linked: fc.boolean(),
    versions: fc.constantFrom(1 as const, 2 as const),
    end: fc.constantFrom(
      'stays' as const,
      'stays' as const,
      'withdrawn' as const,
      'rewritten' as const,
      'unlinked' as const,
    ),
  }),
  generated(28),
);

/** An entry with what its reporter did to it; every text of it holds a marker of its own. */
interface Made extends Spec {
  id: string;
  mark: string;
  /** By mechanism: number of the version accepted there; 0 while none. */
  accepted: number[];
}

let test: TestApp;
let offices: Person[];
let items: PlanItem[];
let reporter: Person;
let people: Record<string, Person>;
let made: Made[];
let submissionIds: string[];

beforeAll(async () => {
  test = await startApp();
  offices = [];
  items = [];
  for (const mechanism of MECHANISMS) {
    const plan = await newPlan(test, mechanism, [
      { code: '1', title: `title${mechanism}x`, objectives: ['9'] },
    ]);
    offices.push(plan.secretariat);
    items.push(plan.items[0]!);
  }
  reporter = await newPerson(test, ['focal-point', HOME, 'KEN'], ['focal-point', THERE, 'KEN']);
  people = {
    reporter,
    kenyaHome: await newPerson(test, ['focal-point', HOME, 'KEN']),
    kenyaThere: await newPerson(test, ['focal-point', THERE, 'KEN']),
    officeHome: offices[0]!,
    officeThere: offices[1]!,
    memberHome: await newPerson(test, ['focal-point', HOME, 'ETH']),
    memberThere: await newPerson(test, ['partner', THERE, 'A partner']),
    readerBoth: await newPerson(test, ['reader', HOME], ['chair', THERE]),
    outsider: await newPerson(test, ['secretariat', 'rabat']),
  };
  const [sample] = fc.sample(specs, { numRuns: 1, seed: Number(process.env.SEED ?? Date.now()) });
  made = [];
  for (const [index, spec] of sample!.entries()) made.push(await make(spec, `m${index}m`));
  submissionIds = [];
  for (const [index, mechanism] of MECHANISMS.entries()) {
    const input = { cycleId: 'regional-3', language: 'en' as const, title: 'Input' };
    const { id } = await test.get(SubmissionsService).open(offices[index]!.actor, mechanism, input);
    await test.get(SubmissionsService).compile(id);
    submissionIds.push(id);
  }
}, 180_000);
afterAll(() => test.close());

async function make(spec: Spec, mark: string): Promise<Made> {
  const progress = test.get(ProgressService);
  const links = test.get(LinksService);
  const { actor } = reporter;
  const entry = await newEntry(test, reporter, items[0]!, {
    mechanismId: HOME,
    as: 'state:KEN',
    narrative: `${mark}v1`,
  });
  const { id, content, periodStart, periodEnd } = entry;
  const result: Made = { ...spec, id, mark, accepted: [0, 0] };
  const [home, there] = spec.places as [InPlace, InPlace];
  await progress.disclose(actor, id, { visibility: home.visibility, release: home.release });
  const uses = usesOf({ visibility: there.visibility, release: there.release });
  if (spec.linked) await links.link(actor, id, THERE, { items: [items[1]!.id], uses });
  for (let number = 1; number <= spec.versions; number += 1) {
    if (number > 1) await rewrite(number);
    await progress.submit(actor, id);
    for (const [index, one] of spec.places.entries()) {
      if (index === 1 && !spec.linked) continue;
      const answer = one.answers[number - 1];
      const mechanismId = MECHANISMS[index];
      if (answer === 'accept') {
        await progress.accept(offices[index]!.actor, id, { mechanismId });
        result.accepted[index] = number;
      }
      if (answer === 'return')
        await progress.sendBack(offices[index]!.actor, id, `${mark}comment${index}x`, { mechanismId });
    }
  }
  for (const [index, one] of spec.places.entries()) {
    if (one.wording === 'none' || result.accepted[index] === 0) continue;
    const text = `${mark}wording${index}x`;
    const wordings = test.get(SummariesService);
    const suggested = await wordings.suggest(offices[index]!.actor, id, {
      mechanismId: MECHANISMS[index],
      language: 'en',
      text,
    });
    if (one.wording === 'approved') await wordings.approve(actor, id, suggested.id);
  }
  if (spec.end === 'unlinked' && spec.linked) await links.unlink(actor, id, THERE);
  if (spec.end === 'withdrawn' || spec.end === 'rewritten') await progress.withdraw(actor, id);
  if (spec.end === 'rewritten') await rewrite('next');
  return result;

  async function rewrite(version: number | 'next') {
    const seen = await (await programOf(test, reporter)).api('GET', `/progress/${id}`);
    const editable = seen.json<{ state: string; version: number }>();
    const row = editable.state === 'returned' ? editable : await progress.revise(actor, id);
    await progress.save(actor, id, {
      version: row.version,
      periodStart,
      periodEnd,
      items: [items[0]!.id],
      content: { ...content, narrative: `${mark}v${version}` },
    });
  }
}

const isIn = (entry: Made, index: number) => index === 0 || (entry.linked && entry.end !== 'unlinked');
const isGone = ({ end }: Made) => end === 'withdrawn' || end === 'rewritten';

/** What a person may know, written down once more from the design: markers of texts, and through which mechanisms. */
function mayKnow(key: string, entry: Made): { texts: Set<string>; places: number[]; own: boolean } {
  const { mark, versions, places } = entry;
  const texts = new Set<string>();
  const both = [0, 1].filter((index) => isIn(entry, index));
  if (key === 'reporter' || key === 'kenyaHome') {
    for (const version of ['1', '2', 'next']) texts.add(`${mark}v${version}`);
    for (const index of [0, 1]) {
      texts.add(`${mark}comment${index}x`);
      texts.add(`${mark}wording${index}x`);
    }
    return { texts, places: both, own: true };
  }
  if (isGone(entry)) return { texts, places: [], own: false };
  const party = { officeHome: 0, officeThere: 1, kenyaThere: 1 }[key];
  const seen: { index: number; number: number }[] = [];
  for (const index of both) {
    if (index === party) {
      seen.push({ index, number: versions });
      texts.add(`${mark}comment${index}x`);
      if (key !== 'kenyaThere') texts.add(`${mark}wording${index}x`);
      // The secretariat where it is reported keeps the versions before.
      if (key === 'officeHome') for (let one = 1; one <= versions; one += 1) texts.add(`${mark}v${one}`);
      continue;
    }
    const { visibility } = places[index]!;
    const member = MEMBERS[index]!.includes(key);
    if (entry.accepted[index]! > 0 && (visibility === 'public' || (visibility === 'mechanism' && member)))
      seen.push({ index, number: entry.accepted[index]! });
  }
  if (seen.length > 0) texts.add(`${mark}v${Math.max(...seen.map(({ number }) => number))}`);
  return { texts, places: seen.map(({ index }) => index), own: false };
}

const MEMBERS = [
  ['officeHome', 'memberHome', 'readerBoth'],
  ['officeThere', 'kenyaThere', 'memberThere', 'readerBoth'],
];

const MARK = /m\d+m(?:v(?:\d|next)|comment\dx|wording\dx)/g;
const everybody = (): [string, Person | null][] => [...Object.entries(people), ['visitor', null]];

const PATHS = ['', '/links', '/release', '/wordings', '/audience', '/evidence', '/edit'];

describe('an entry in two mechanisms', () => {
  it('shows to each only the words, comments, summaries and mechanisms that are theirs, on every page and in the API', async () => {
    const wrong: string[] = [];
    for (const [key, person] of everybody()) {
      const browser = person ? await browserOf(test, person) : new Client(test);
      const program = person ? await programOf(test, person) : browser;
      for (const entry of made) {
        const may = mayKnow(key, entry);
        for (const path of PATHS) {
          const page = await browser.get(`/progress/${entry.id}${path}`);
          const data = await program.api('GET', `/progress/${entry.id}${path}`);
          for (const { status, body } of [page, data]) {
            if (status >= 500) wrong.push(`${key} ${path}: ${status}`);
            // To the reporter a form also shows what it said last in another entry of its own.
            for (const mark of body.match(MARK) ?? [])
              if (!may.texts.has(mark) && !may.own)
                wrong.push(`${key} ${path} reads ${mark} of ${JSON.stringify(entry)}`);
            for (const [index, mechanism] of MECHANISMS.entries()) {
              // The address of a page is what the asker knew.
              const told = body.includes(`title${mechanism}x`) || body.includes(items[index]!.id);
              if (told && !may.places.includes(index) && !may.own)
                wrong.push(`${key} ${path} learns of ${mechanism} from ${JSON.stringify(entry)}`);
            }
          }
          if (path === '') {
            const known = may.places.length > 0;
            if ((data.status === 200) !== known)
              wrong.push(`${key}: ${data.status} for ${JSON.stringify(entry)}`);
            const told = data.status === 200 ? data.json<{ places: { mechanismId: string }[] }>().places : [];
            const expected = may.places.map((index) => MECHANISMS[index]);
            if (JSON.stringify(told.map((one) => one.mechanismId)) !== JSON.stringify(expected))
              wrong.push(`${key} is told of ${JSON.stringify(told)}, not ${JSON.stringify(expected)}`);
          }
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 300_000);

  it('is listed, counted on items, and found by its words by the same people, mechanism by mechanism', async () => {
    for (const [key, person] of Object.entries(people)) {
      const program = await programOf(test, person);
      const ids = async (query: string) => (await all(program, `/progress?${query}`)).sort();
      const expected = (index: number) =>
        made
          .filter((entry) => mayKnow(key, entry).places.includes(index))
          .map(({ id }) => id)
          .sort();
      for (const [index, mechanism] of MECHANISMS.entries()) {
        expect({ key, mechanism, ids: await ids(`mechanism=${mechanism}`) }).toEqual({
          key,
          mechanism,
          ids: expected(index),
        });
        expect({ key, mechanism, ids: await ids(`item=${items[index]!.id}`) }).toEqual({
          key,
          mechanism,
          ids: expected(index),
        });
      }
      for (const entry of made) {
        const may = mayKnow(key, entry);
        for (const version of ['1', '2']) {
          const word = `${entry.mark}v${version}`;
          // Every version is searched by its own people alone; others by the text they see.
          const found = (await program.api('GET', `/search?q=${word}&kind=entry`)).json<{
            items: unknown[];
          }>().items;
          if (!may.texts.has(word))
            expect({ key, word, found: found.length }).toEqual({ key, word, found: 0 });
        }
      }
    }
  }, 300_000);

  it('is in each mechanism’s document in the version accepted there, as released there, in approved words', async () => {
    const reader = test.get(SubmissionQueryService);
    for (const [index, office] of offices.entries()) {
      const document = String((await reader.document(office.actor, submissionIds[index]!, 'html')).body);
      const expected = made
        .filter((entry) => isIn(entry, index) && !isGone(entry))
        .filter((entry) => entry.accepted[index]! > 0 && entry.places[index]!.release !== 'none')
        .map((entry) =>
          entry.places[index]!.wording === 'approved'
            ? `${entry.mark}wording${index}x`
            : `${entry.mark}v${entry.accepted[index]}`,
        );
      expect([...new Set(document.match(MARK) ?? [])].sort()).toEqual(expected.sort());
    }
  });

  it('is decided on by its reporter alone', async () => {
    for (const [key, person] of Object.entries(people).filter(
      ([one]) => !['reporter', 'kenyaHome'].includes(one),
    )) {
      const program = await programOf(test, person);
      for (const entry of made) {
        const known = mayKnow(key, entry).places.length > 0;
        const writes = key !== 'readerBoth';
        const refused = known || !writes ? 403 : 404;
        const link = await program.api('PUT', `/progress/${entry.id}/links/${THERE}`, {
          items: [items[1]!.id],
          uses: [...USES],
        });
        const unlink = await program.api('DELETE', `/progress/${entry.id}/links/${THERE}`);
        expect([key, link.status, unlink.status]).toEqual([key, refused, refused]);
      }
    }
  }, 120_000);
});

async function all(program: Client, path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: { id: string }[]; nextCursor: string | null } = (
      await program.api('GET', `${path}&cursor=${encodeURIComponent(cursor)}`)
    ).json();
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}
