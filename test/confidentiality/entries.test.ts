import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import type { Actor } from '../../src/platform/http/actor.js';
import { EntryQueryService } from '../../src/progress/access/entry-query.service.js';
import type { ListedEntry } from '../../src/progress/access/load-listed.js';
import { Disclosure, Entry } from '../../src/progress/entries/entry.entity.js';
import { sightOf } from '../../src/progress/access/entry-sight.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import {
  RELEASES,
  type Release,
  VISIBILITIES,
  type Visibility,
} from '../../src/progress/entries/vocabulary.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SubmissionsService } from '../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
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
import { again, generated, seed, walkers } from '../support/generated.js';
import { routesOf } from '../support/routes.js';

const HOME = 'khartoum';
const OTHER = 'rcm';

/** How far an entry got. Texts carry a marker of the entry and of the version they were written for. */
const ENDS = ['draft', 'submitted', 'returned', 'accepted', 'withdrawn', 'revised'] as const;
type End = (typeof ENDS)[number];
interface Spec {
  by: number;
  end: End;
  visibility: Visibility;
  release: Release;
}

const specs = fc.array(
  fc.record({
    by: fc.nat(4),
    end: fc.constantFrom(...ENDS),
    visibility: fc.constantFrom(...VISIBILITIES),
    release: fc.constantFrom(...RELEASES),
  }),
  generated(12),
);

interface Made extends Spec {
  id: string;
  /** Marker of the first version, and of the working text written after it. */
  first: string;
  later: string;
}

let test: TestApp;
let items: PlanItem[];
let office: Person;
let reporters: { person: Person; as: string; key: string }[];
let people: Record<string, Person>;
let made: Made[];
let submissionIds: string[];

beforeAll(async () => {
  test = await startApp({ siblings: true });
  ({ items, secretariat: office } = await newPlan(test, HOME, [
    { code: '1', objectives: ['9'] },
    { code: '2', objectives: ['23'] },
    { code: '3' },
  ]));
  const kenya = await newPerson(test, ['focal-point', HOME, 'KEN']);
  const ethiopia = await newPerson(test, ['focal-point', HOME, 'ETH']);
  const egypt = await newPerson(test, ['focal-point', HOME, 'EGY']);
  const partner = await newPerson(test, ['partner', HOME, 'An organization']);
  reporters = [
    { person: kenya, as: 'state:KEN', key: 'kenya' },
    { person: ethiopia, as: 'state:ETH', key: 'ethiopia' },
    { person: egypt, as: 'state:EGY', key: 'egypt' },
    { person: partner, as: 'partner:An organization', key: 'partner' },
    { person: office, as: 'secretariat', key: 'office' },
  ];
  people = {
    office,
    kenya,
    ethiopia,
    egypt,
    partner,
    chair: await newPerson(test, ['chair', HOME]),
    reader: await newPerson(test, ['reader', HOME]),
    otherOffice: await newPerson(test, ['secretariat', OTHER]),
    // The same State in another mechanism is another delegation there.
    kenyaElsewhere: await newPerson(test, ['focal-point', OTHER, 'KEN']),
    formerKenya: await newPerson(test, ['focal-point', HOME, 'KEN', '2026-12-31']),
    administrator: await newAdministrator(test),
    nobody: await newAccount(test),
  };
  const [sample] = fc.sample(specs, { numRuns: 1, seed });
  made = [];
  for (const [index, spec] of sample!.entries()) made.push(await make(spec, index));
  submissionIds = await submissions();
}, 120_000);
afterAll(() => test.close());

async function make(spec: Spec, index: number): Promise<Made> {
  const progress = test.get(ProgressService);
  const { person, as } = reporters[spec.by]!;
  const [first, later] = [`firstmarker${index}x`, `latermarker${index}x`];
  const entry = await newEntry(test, person, items[index % 3]!, {
    mechanismId: HOME,
    as,
    narrative: `Words ${first} words`,
  });
  await progress.disclose(person.actor, entry.id, { visibility: spec.visibility, release: spec.release });
  if (spec.end !== 'draft') await progress.submit(person.actor, entry.id);
  // What the secretariat reports stands as it is submitted.
  const answered = as !== 'secretariat';
  if (answered && ['accepted', 'withdrawn', 'revised'].includes(spec.end))
    await progress.accept(office.actor, entry.id);
  if (answered && spec.end === 'returned')
    await progress.sendBack(office.actor, entry.id, `commentmarker${index}x`);
  if (spec.end === 'withdrawn') await progress.withdraw(person.actor, entry.id);
  if (spec.end === 'revised') {
    const { version } = await progress.revise(person.actor, entry.id);
    const { periodStart, periodEnd, content } = entry;
    await progress.save(person.actor, entry.id, {
      version,
      periodStart,
      periodEnd,
      items: [items[index % 3]!.id],
      content: { ...content, narrative: `Words ${later} words` },
    });
  }
  const stands = !answered && (spec.end === 'submitted' || spec.end === 'returned');
  return { ...spec, ...(stands && { end: 'accepted' as const }), id: entry.id, first, later };
}

/** One being drafted, one circulated, one submitted. */
async function submissions(): Promise<string[]> {
  const service = test.get(SubmissionsService);
  const ids: string[] = [];
  for (const [language, moves] of [
    ['en', []],
    ['fr', ['circulate']],
    ['es', ['circulate', 'clear', 'freeze']],
  ] as const) {
    const { id } = await service.open(office.actor, HOME, {
      cycleId: 'regional-3',
      language,
      title: 'Input',
    });
    await service.requestCompilation(office.actor, id);
    await service.compile(id);
    for (const move of moves) await service[move](office.actor, id);
    ids.push(id);
  }
  return ids;
}

/** What a person may see of an entry, written down once more, from design section 1 and not from the code. */
function maySee(key: string, entry: Made): { first: boolean; later: boolean; comment: boolean } {
  const own = reporters[entry.by]!.key === key;
  if (own) return { first: true, later: true, comment: true };
  const submitted = entry.end !== 'draft' && entry.end !== 'withdrawn';
  if (key === 'office') return { first: submitted, later: false, comment: submitted };
  const accepted = entry.end === 'accepted' || entry.end === 'revised';
  const member = ['kenya', 'ethiopia', 'egypt', 'partner', 'chair', 'reader'].includes(key);
  const opened = entry.visibility === 'public' || (entry.visibility === 'mechanism' && member);
  return { first: accepted && opened, later: false, comment: false };
}

const inDocuments = (entry: Made) =>
  (entry.end === 'accepted' || entry.end === 'revised') && entry.release !== 'none';

describe(`an entry outside somebody’s sight, ${again}`, () => {
  it('is in no answer of any route, to anybody', async () => {
    const gets = routesOf(test).filter(({ method }) => method === 'GET');
    expect(gets.length).toBeGreaterThan(40);
    const leaks: string[] = [];
    let answers = 0;
    for (const [key, person] of walkers(people)) {
      const clients = person
        ? [await browserOf(test, person), await programOf(test, person)]
        : [new Client(test)];
      for (const { path } of gets) {
        for (const url of addresses(path)) {
          const client = url.startsWith('/api/') && clients[1] ? clients[1] : clients[0]!;
          const answer = url.startsWith('/api/')
            ? await client.api('GET', url.slice('/api/v1'.length))
            : await client.get(url);
          answers += 1;
          const text = readable(answer.bytes);
          for (const entry of made)
            leaks.push(
              ...leaked(key, entry, text, url).map(
                (what) => `${key} ${url}: ${what} of ${JSON.stringify(entry)}`,
              ),
            );
        }
      }
    }
    expect(answers).toBeGreaterThan(1000);
    expect(leaks.slice(0, 5)).toEqual([]);
  }, 300_000);

  it('is not counted either', async () => {
    for (const [key, person] of Object.entries(people)) {
      const visible = made.filter((entry) => maySee(key, entry).first);
      const listed = await all(await programOf(test, person));
      expect({ key, ids: listed.sort() }).toEqual({ key, ids: visible.map(({ id }) => id).sort() });
      const counted = await test.get(EntryQueryService).countOn(
        person.actor,
        items.map(({ id }) => id),
      );
      expect({ key, counted }).toEqual({ key, counted: visible.length });
    }
  });

  it('is found by nobody, not by any of its words', async () => {
    const wrong: string[] = [];
    for (const [key, person] of Object.entries(people)) {
      const program = await programOf(test, person);
      for (const entry of made) {
        const may = maySee(key, entry);
        const written = entry.end === 'revised';
        for (const [word, expected] of [
          [entry.first, may.first],
          [entry.later, may.later && written],
          [`commentmarker${entry.first.slice('firstmarker'.length)}`, false],
        ] as const) {
          const answer = await program.api('GET', `/search?q=${word}`);
          const { items: hits } = answer.json<{ items: { kind: string; id: string }[] }>();
          const found = hits.filter(({ kind }) => kind !== 'submission').map(({ id }) => id);
          // A document is found by what it quotes, by who reads it.
          for (const { id } of hits.filter(({ kind }) => kind === 'submission')) {
            const document = await program.api('GET', `/submissions/${id}/document.json`);
            if (document.status !== 200 || !document.body.includes(word))
              wrong.push(`${key} finds a document by ${word}`);
          }
          if (JSON.stringify(found) !== JSON.stringify(expected ? [entry.id] : []))
            wrong.push(`${key} finds ${found.length} by ${word} of ${JSON.stringify(entry)}`);
        }
      }
      // All at once: as many as are in sight, page by page.
      const visible = made.filter((entry) => maySee(key, entry).first).map(({ id }) => id);
      const listed = await all(program, '/search?q=firstmarker&kind=entry');
      expect({ key, ids: listed.sort() }).toEqual({ key, ids: visible.sort() });
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('cannot be acted on by anybody but its reporter and, where it may, the secretariat', async () => {
    for (const [key, person] of Object.entries(people)) {
      const program = await programOf(test, person);
      for (const entry of made.filter((one) => reporters[one.by]!.key !== key)) {
        const release = await program.api('PUT', `/progress/${entry.id}/release`, {
          visibility: 'public',
          release: 'attributed',
        });
        const withdrawal = await program.api('DELETE', `/progress/${entry.id}/submission`);
        expect([403, 404]).toContain(release.status);
        expect([403, 404]).toContain(withdrawal.status);
        if (!maySee(key, entry).first)
          expect(release.status === 404 || !key.match(/office|kenya|ethiopia|egypt|partner/)).toBe(true);
      }
    }
  });
});

describe(`the rule and the query, ${again}`, () => {
  it('agree on every entry and person', async () => {
    const { read } = test.get(UnitOfWork);
    const entries = await read.find(Entry);
    const disclosures = await read.find(Disclosure);
    const idsOf = (listed: readonly { id: string }[]) => listed.map(({ id }) => id).sort();
    for (const { actor } of Object.values(people)) {
      const byRule = entries.filter((entry) => {
        const places = disclosures.filter(({ entryId }) => entryId === entry.id);
        return sightOf(actor, entry, places) !== null;
      });
      expect(idsOf(await everyLine(actor))).toEqual(idsOf(byRule));
    }
  });

  async function everyLine(actor: Actor): Promise<ListedEntry[]> {
    const lines: ListedEntry[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await test.get(EntryQueryService).listed(actor, { cursor });
      lines.push(...page.items);
      cursor = page.nextCursor;
    }
    return lines;
  }
});

function leaked(key: string, entry: Made, text: string, url: string): string[] {
  const may = maySee(key, entry);
  // Documents carry the words a reporter released, to those who may read the document; never the entry itself.
  const first = may.first || inDocuments(entry);
  const found: string[] = [];
  if (!first && text.includes(entry.first)) found.push('the text');
  if (!may.later && text.includes(entry.later)) found.push('a later text');
  // A page's links repeat its own address, which is what the asker knew already.
  if (!may.first && !url.includes(entry.id) && text.includes(entry.id)) found.push('the id');
  if (!may.comment && text.includes(`commentmarker${entry.first.slice('firstmarker'.length)}`))
    found.push('the comment');
  return found;
}

/** Addresses of a route: every id that could stand in its place. */
function addresses(path: string): string[] {
  const ids =
    path.includes('progress') || path.includes('evidence')
      ? made.map(({ id }) => id)
      : path.includes('items') && !path.includes('/plans/')
        ? items.map(({ id }) => id)
        : path.includes('submissions')
          ? submissionIds
          : [items[0]!.planId];
  const within = path.replaceAll(':mechanismId', HOME).replace(':format', 'docx');
  const filled = /:[a-zA-Z]+/.test(within)
    ? ids.map((id) =>
        within
          .replace(/:[a-zA-Z]+/, id)
          .replace(/:key/, 'introduction')
          .replace(/:[a-zA-Z]+/g, '1'),
      )
    : [within];
  if (path === '/progress/new') return items.map(({ id }) => `/progress/new?item=${id}`);
  if (path.endsWith('/search') && !path.includes('framework'))
    return ['firstmarker', 'latermarker', 'commentmarker', 'words'].map((word) => `${path}?q=${word}`);
  return path === '/api/v1/progress' || path === '/progress'
    ? [...filled, `${path}?mechanism=${HOME}`, ...items.map(({ id }) => `${path}?item=${id}`)]
    : filled;
}

async function all(program: Client, path = '/progress?'): Promise<string[]> {
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
