import fc from 'fast-check';
import { Not } from 'typeorm';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SectionCounts } from '../../src/platform/web/places/section-counts.js';
import { EntryQueryService } from '../../src/progress/access/entry-query.service.js';
import type { ListedEntry } from '../../src/progress/access/load-listed.js';
import { numberThrough, sightThrough } from '../../src/progress/access/entry-sight.js';
import type { EntryFilter } from '../../src/progress/entries/entry.dto.js';
import { Disclosure, Entry, EntryItem } from '../../src/progress/entries/entry.entity.js';
import { RELEASES, VISIBILITIES } from '../../src/progress/entries/vocabulary.js';
import { ReleasedEntriesService } from '../../src/progress/release/released-entries.service.js';
import { USES } from '../../src/progress/release/release-uses.js';
import { itemAnswers } from '../../src/reminders/subjects/item-answers.js';
import { DocumentFiles } from '../../src/reviews/files/document-files.service.js';
import { SubmissionsService } from '../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf, newPerson, newPlan, type Person, programOf } from '../support/factories.js';
import { again, generated, seed } from '../support/generated.js';
import {
  ACT_NAMES,
  begin,
  MECHANISMS,
  type Model,
  type Step,
  step,
  type Text,
  waitingIn,
  type World,
} from './versions.model.js';

const steps = (length: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      // What leads on to a next version comes more often.
      act: fc.constantFrom(...ACT_NAMES, 'save', 'submit', 'submit', 'accept', 'accept', 'revise', 'revise'),
      which: fc.nat(1000),
      place: fc.constantFrom(0, 0, 1),
      visibility: fc.constantFrom(...VISIBILITIES),
      release: fc.constantFrom(...RELEASES),
    }),
    { minLength: length, maxLength: length },
  );

/** Steps that are taken first, so that what once went wrong is among what is made. */
const KNOWN: Record<string, string[]> = {
  'a draft after acceptance': [
    'disclose',
    'addEvidence',
    'link',
    'submit',
    'accept',
    'accept',
    'revise',
    'save',
  ],
  'after a withdrawal': ['addEvidence', 'submit', 'talk', 'withdraw', 'revise', 'save', 'submit'],
  'a summary of what was withdrawn': ['submit', 'accept', 'suggest', 'withdraw', 'revise', 'submit'],
  'a link changed after acceptance': ['disclose', 'link', 'submit', 'accept', 'accept', 'link'],
  'evidence taken out': ['addEvidence', 'submit', 'accept', 'revise', 'removeEvidence', 'submit'],
  'a summary of the version before': [
    'link',
    'submit',
    'accept',
    'accept',
    'revise',
    'link',
    'save',
    'submit',
    'suggest',
    'suggest',
    'disclose',
    'suggest',
    'suggest',
  ],
};

let test: TestApp;
let world: World;
let items: PlanItem[][];
let people: Record<string, Person>;
let models: Model[];
let submissionIds: string[];
/** What stood in mails and should not have. */
const inMails: string[] = [];

beforeAll(async () => {
  test = await startApp({ siblings: true });
  const plans = [];
  for (const mechanism of MECHANISMS)
    plans.push(await newPlan(test, mechanism, [1, 2, 3].map(itemOf(mechanism))));
  items = plans.map((plan) => plan.items);
  const offices = plans.map(({ secretariat }) => secretariat);
  const [home, there] = MECHANISMS;
  const reporter = await newPerson(test, ['focal-point', home, 'KEN'], ['focal-point', there, 'KEN']);
  people = {
    reporter,
    kenyaHome: await newPerson(test, ['focal-point', home, 'KEN']),
    kenyaThere: await newPerson(test, ['focal-point', there, 'KEN']),
    officeHome: offices[0]!,
    officeThere: offices[1]!,
    memberHome: await newPerson(test, ['focal-point', home, 'ETH']),
    memberThere: await newPerson(test, ['partner', there, 'A partner']),
    readerBoth: await newPerson(test, ['reader', home], ['chair', there]),
    outsider: await newPerson(test, ['secretariat', 'rabat']),
  };
  // A colleague begins what the reporter goes on with, and has no part where it is linked.
  world = { test, author: people.kenyaHome!, reporter, offices, items };
  models = await make();
}, 180_000);
afterAll(() => test.close());

const itemOf = (mechanism: string) => (index: number) => ({
  code: `${mechanism}${index}`,
  title: `title${mechanism}${index}x`,
  objectives: ['9'],
  when: { precision: 'year', start: '2027-01-01' },
});

/** Each choosing otherwise than the one before; of two acceptances the second is the other mechanism's. */
const asSteps = (acts: string[]): Step[] =>
  acts.map((act, at) => ({
    act,
    which: 5 + at,
    place: Number(acts[at - 1] === act),
    visibility: 'public',
    release: 'attributed',
  }));

async function make(): Promise<Model[]> {
  const [walks] = fc.sample(fc.array(steps(18), generated(7)), { numRuns: 1, seed });
  const made: Model[] = [];
  for (const [index, walk] of [...Object.values(KNOWN).map(asSteps), ...walks!].entries()) {
    const model = await begin(world, `mark${index}m`, index % 4 === 3 ? 'objective' : 'items');
    made.push(model);
    for (const one of walk) await step(world, model, one);
    if (index % 3 === 0) await checkMails(made);
    // In the middle: what is done later is in a text that is being drafted, too.
    if (index === 4) submissionIds = await compiled();
  }
  await checkMails(made);
  return made;
}

async function compiled(): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, office] of world.offices.entries()) {
    const input = { cycleId: 'regional-3', language: 'en' as const, title: 'Input' };
    const { id } = await test.get(SubmissionsService).open(office.actor, MECHANISMS[index]!, input);
    await test.get(SubmissionsService).requestCompilation(office.actor, id);
    await test.work('submission.compile', { id });
    ids.push(id);
  }
  return ids;
}

type Sight = 'own' | 'submitted' | 'accepted';
interface Reading {
  place: number;
  sight: Sight;
  number: number;
  text: Text;
}

const OWN = ['reporter', 'kenyaHome'];
const PARTY: Record<string, number> = { officeHome: 0, officeThere: 1, kenyaThere: 1 };
const MEMBERS = [
  ['officeHome', 'memberHome', 'readerBoth'],
  ['officeThere', 'kenyaThere', 'memberThere', 'readerBoth'],
];

/** What somebody reads of an entry through each mechanism, from the design and not from the code. */
function readings(key: string, model: Model): Reading[] {
  return model.places.flatMap((here, place): Reading[] => {
    if (!here) return [];
    if (OWN.includes(key)) return [{ place, sight: 'own', number: 0, text: model.working }];
    if (model.state === 'withdrawn') return [];
    const read = (sight: Sight, number: number) =>
      number > 0 ? [{ place, sight, number, text: model.versions[number - 1]! }] : [];
    if (PARTY[key] === place && model.submitted > 0) return read('submitted', model.submitted);
    const { visibility, accepted } = here;
    const open = visibility === 'public' || (visibility === 'mechanism' && MEMBERS[place]!.includes(key));
    return open ? read('accepted', accepted) : [];
  });
}

const ORDER = ['own', 'submitted', 'accepted'];
/** What is on the entry's own page. */
const widest = (key: string, model: Model): Reading | undefined =>
  readings(key, model).sort(
    (a, b) => ORDER.indexOf(a.sight) - ORDER.indexOf(b.sight) || b.number - a.number || a.place - b.place,
  )[0];

/** Numbers of the versions somebody may look up. */
function versionsFor(key: string, model: Model): number[] {
  const numbers = model.versions.map((_, index) => index + 1).reverse();
  if (OWN.includes(key)) return numbers;
  const keeps = key === 'officeHome' && widest(key, model) !== undefined;
  return keeps ? numbers.filter((number) => !model.versions[number - 1]!.withdrawn) : [];
}

const textsFor = (key: string, model: Model): Text[] => [
  ...readings(key, model).map(({ text }) => text),
  ...versionsFor(key, model).map((number) => model.versions[number - 1]!),
];

const itemsIn = (place: number, { items: ids }: Text) =>
  items[place]!.map(({ id }) => id).filter((id) => ids.includes(id));
const sorted = (values: readonly string[]) => [...values].sort();
const told = (model: Model) => `${model.mark}: ${model.done.join(', ')}`;

/** All that may stand on pages about an entry. */
function marksFor(key: string, model: Model): Set<string> {
  const marks = textsFor(key, model).flatMap(({ mark, evidence }) => [mark, ...evidence.map(bare)]);
  const here = new Set(readings(key, model).map(({ place }) => place));
  const open = ({ place, closed }: { place: number; closed: boolean }) =>
    PARTY[key] === place && here.has(place) && !closed;
  const said = [...model.comments, ...(key === 'kenyaThere' ? [] : model.wordings)];
  return new Set([...marks, ...said.filter(open).map(({ mark }) => mark)]);
}

const bare = (title: string) => title.replace('.txt', '');
// Long enough never to stand in a random token.
const MARK = /mark\d+m[vecwt]\d+x/g;
const marksIn = (text: string) => [...new Set(text.match(MARK) ?? [])];
const PATHS = ['', '/links', '/release', '/wordings', '/audience', '/evidence', '/edit'];
const everybody = (): [string, Person | null][] => [...Object.entries(people), ['visitor', null]];
const clientsOf = async (person: Person | null) =>
  person
    ? [await browserOf(test, person), await programOf(test, person)]
    : [new Client(test), new Client(test)];

interface Resource {
  id: string;
  content: { narrative: string };
  periodStart: string;
  items: string[];
  objectives: number[] | null;
  evidence: { title: string }[];
  submittedVersion: number;
  places: { mechanismId: string; items: string[] }[];
  versions: (Pick<Resource, 'content' | 'periodStart' | 'items' | 'objectives' | 'evidence'> & {
    number: number;
  })[];
}

/** A text as the API has it, and as the model does. */
const shown = ({
  content,
  periodStart,
  items: ids,
  objectives,
  evidence,
}: Omit<Resource, 'id' | 'submittedVersion' | 'places' | 'versions'>) => ({
  mark: content.narrative,
  periodStart,
  items: sorted(ids),
  objectives,
  evidence: sorted(evidence.map(({ title }) => title)),
});
const expected = (model: Model, { mark, period, evidence }: Text, ids: string[]) => ({
  mark,
  periodStart: period.periodStart,
  items: sorted(ids),
  objectives: model.objectives,
  evidence: sorted(evidence),
});

describe(`an entry of many versions in two mechanisms, ${again}`, () => {
  it('shows to each the text that is theirs, with its items, period, objectives and evidence', async () => {
    const wrong: string[] = [];
    for (const [key, person] of everybody()) {
      const [browser, program] = await clientsOf(person);
      for (const model of models) {
        const note = (what: string) => wrong.push(`${key} ${what} (${told(model)})`);
        const may = marksFor(key, model);
        const titles = new Set(textsFor(key, model).flatMap(({ items: ids }) => ids));
        // The others are for its own people, who may read all of it.
        for (const path of OWN.includes(key) ? [''] : PATHS) {
          const page = await browser!.get(`/progress/${model.id}${path}`);
          const data = await program!.api('GET', `/progress/${model.id}${path}`);
          for (const { status, body } of [page, data]) {
            if (status >= 500) note(`${path}: ${status}`);
            if (OWN.includes(key)) continue;
            for (const mark of marksIn(body)) if (!may.has(mark)) note(`${path} reads ${mark}`);
            for (const item of items.flat())
              if (body.includes(item.title.texts.en!) && !titles.has(item.id))
                note(`${path} learns of ${item.code}`);
          }
          if (path !== '') continue;
          const first = widest(key, model);
          if ((data.status === 200) !== (first !== undefined)) note(`gets ${data.status}`);
          if (!first || data.status !== 200) continue;
          const entry = data.json<Resource>();
          const home = first.sight === 'own' ? 0 : first.place;
          same(note, 'the entry', shown(entry), expected(model, first.text, readable(key, home, first.text)));
          const through = readings(key, model).map(({ place, text }) => readable(key, place, text));
          same(
            note,
            'its places',
            entry.places.map((place) => sorted(place.items)),
            through.map(sorted),
          );
          const versions = versionsFor(key, model);
          same(
            note,
            'versions',
            entry.versions.map(({ number }) => number),
            versions,
          );
          for (const version of entry.versions) {
            const text = model.versions[version.number - 1]!;
            const ids = [0, 1].flatMap((place) =>
              place === 0 || OWN.includes(key) ? readable(key, place, text) : [],
            );
            same(note, `version ${version.number}`, shown(version), expected(model, text, ids));
            if (!page.body.includes(text.mark)) note(`misses version ${version.number} on the page`);
          }
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 300_000);

  it('is named in mails by what was submitted last, to those who may know of its items', () => {
    expect(inMails.slice(0, 3)).toEqual([]);
  });

  it('is on the items of that text, in lists, counts and on the board, and on no others', async () => {
    const wrong: string[] = [];
    for (const [key, person] of Object.entries(people)) {
      const [browser, program] = await clientsOf(person);
      const note = (what: string) => wrong.push(`${key} ${what}: ${models.map(told).join('; ')}`);
      for (const [place, mechanism] of MECHANISMS.entries()) {
        const here = models.flatMap((model) =>
          readings(key, model)
            .filter((reading) => reading.place === place)
            .map((reading) => ({ model, ...reading })),
        );
        const list = await all<Resource>(program!, `/progress?mechanism=${mechanism}`);
        const texts = (rows: { id: string; text: unknown }[]) =>
          [...rows].sort((a, b) => a.id.localeCompare(b.id));
        same(
          note,
          `the list of ${mechanism}`,
          texts(list.map((entry) => ({ id: entry.id, text: shown(entry) }))),
          texts(
            here.map(({ model, text }) => ({
              id: model.id,
              text: expected(model, text, readable(key, place, text)),
            })),
          ),
        );
        const member =
          MEMBERS[place]!.includes(key) || key === 'reporter' || (key === 'kenyaHome' && place === 0);
        for (const { id, code } of items[place]!) {
          const on = sorted(here.filter(({ text }) => text.items.includes(id)).map(({ model }) => model.id));
          const listed = await all<Resource>(program!, `/progress?item=${id}`);
          same(note, `the list of ${code}`, sorted(listed.map((entry) => entry.id)), on);
          same(
            note,
            `the count of ${code}`,
            await test.get(EntryQueryService).countOn(person.actor, [id]),
            on.length,
          );
          if (!member || OWN.includes(key)) continue;
          const { body } = await browser!.get(`/items/${id}`);
          const linked = [...body.matchAll(/href="\/progress\/([0-9a-f-]{36})"/g)].map((match) => match[1]!);
          same(note, `the page of ${code}`, sorted([...new Set(linked)]), on);
        }
        if (!member) continue;
        for (const month of ['01', '02', '03']) {
          const days = `from=2027-${month}-10&until=2027-${month}-11`;
          const board = await program!.api(
            'GET',
            `/mechanisms/${mechanism}/board/items?figure=reported&${days}`,
          );
          const reported = here
            // What is counted is what was submitted, for its own people too.
            .flatMap(({ model, sight, text }) => (sight === 'own' ? standing(model) : [text]))
            .filter(({ period }) => period.periodStart === `2027-${month}-01`)
            .flatMap((text) => itemsIn(place, text));
          same(
            note,
            `the board of ${mechanism}, ${month}`,
            sorted(board.json<{ items: { id: string }[] }>().items.map(({ id }) => id)),
            sorted([...new Set(reported)]),
          );
        }
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  }, 300_000);

  it('waits for a secretariat as long as it has not answered the last version, and is counted so', async () => {
    for (const [place, mechanism] of MECHANISMS.entries()) {
      const unanswered = models.filter((model) => waitingIn(model, place));
      const office = world.offices[place]!;
      const { entries, count } = await test.get(EntryQueryService).waiting(office.actor, mechanism, 100);
      const counts = await test.get(SectionCounts).of(office.actor, mechanism);
      const found = { ids: sorted(entries.map(({ id }) => id)), count, counted: counts.get('progress') ?? 0 };
      const ids = sorted(unanswered.map(({ id }) => id));
      expect(found).toEqual({ ids, count: ids.length, counted: ids.length });
      const first = await test.get(EntryQueryService).waiting(office.actor, mechanism, 2);
      expect(first).toEqual({ entries: entries.slice(0, 2), count });
    }
  });

  it('opens each file to those who read a text it goes with', async () => {
    const wrong: string[] = [];
    for (const [key, person] of everybody()) {
      const [browser] = await clientsOf(person);
      for (const model of models) {
        const kept = [model.working, ...model.versions].flatMap(({ evidence }) => evidence);
        const open = new Set(textsFor(key, model).flatMap(({ evidence }) => evidence));
        for (const [title, id] of model.evidence) {
          const { status, body } = await browser!.get(`/evidence/${id}`);
          const reads = status === 200 && body.includes(title);
          if (reads !== open.has(title)) wrong.push(`${key}: ${status} for ${title} (${told(model)})`);
          if (reads && !kept.includes(title)) wrong.push(`${title} is there still (${told(model)})`);
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 120_000);

  it('is found by the words of that text, under its items', async () => {
    const wrong: string[] = [];
    for (const [key, person] of Object.entries(people)) {
      const [, program] = await clientsOf(person);
      for (const model of models) {
        const first = widest(key, model);
        const own = OWN.includes(key);
        const words = new Set([model.working, ...model.versions].map(({ mark }) => mark));
        for (const word of words) {
          const found = (await program!.api('GET', `/search?q=${word}&kind=entry`)).json<{
            items: { id: string; code: string }[];
          }>().items;
          const has = own || first?.text.mark === word;
          const lead = first && readable(key, first.place, first.text);
          const codes = items
            .flat()
            .filter(({ id }) => lead?.includes(id))
            .map(({ code }) => code);
          if (found.length !== Number(has))
            wrong.push(`${key} finds ${found.length} by ${word} (${told(model)})`);
          else if (has && !(codes.length === 0 ? found[0]!.code === '' : codes.includes(found[0]!.code)))
            wrong.push(`${key} finds ${found[0]!.code} (${told(model)})`);
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 120_000);

  it('is in each mechanism’s document in the version accepted there, as released there, in approved words', async () => {
    for (const [place, office] of world.offices.entries()) {
      const released = models.flatMap((model) => {
        const here = model.places[place];
        if (!here || model.state === 'withdrawn' || here.accepted === 0 || here.release === 'none') return [];
        const text = model.versions[here.accepted - 1]!;
        const wording = model.wordings.find(
          (one) => one.place === place && one.state === 'approved' && one.number === here.accepted,
        );
        const evidence = here.release === 'attributed' ? text.evidence : [];
        return [{ model, text, evidence, words: wording?.mark ?? text.mark }];
      });
      const list = await test
        .get(ReleasedEntriesService)
        .list(MECHANISMS[place]!, { from: null, until: null });
      const byMark = <T extends { mark: string }>(rows: T[]) =>
        rows.sort((a, b) => a.mark.localeCompare(b.mark));
      expect(
        byMark(
          list.map((one) =>
            shown({
              ...one,
              content: { narrative: one.content.narrative! },
              items: one.items.map(({ id }) => id),
            }),
          ),
        ),
      ).toEqual(
        byMark(
          released.map(({ model, text, evidence, words: mark }) => ({
            ...expected(model, text, itemsIn(place, text)),
            objectives: model.objectives ?? [],
            evidence: sorted(evidence),
            mark,
          })),
        ),
      );
      await test.get(SubmissionsService).compile(submissionIds[place]!);
      const { body } = await test.get(DocumentFiles).document(office.actor, submissionIds[place]!, 'html');
      const cited = released.flatMap(({ evidence, words }) => [words, ...evidence.map(bare)]);
      expect(sorted(marksIn(String(body)))).toEqual(sorted(cited));
    }
  });

  it('answers what is asked about the items of what was submitted', async () => {
    for (const [place] of MECHANISMS.entries()) {
      const ids = items[place]!.map(({ id }) => id);
      const answers = await itemAnswers(test.get(UnitOfWork).read, ids);
      const until = (id: string) =>
        models
          .filter(({ places }) => {
            const here = places[place];
            return here !== null && here !== undefined;
          })
          .filter(({ places, submitted }) => {
            const here = places[place]!;
            return here.returned !== submitted || here.accepted === submitted;
          })
          .flatMap(standing)
          .filter((text) => text.items.includes(id))
          .map(({ period }) => period.periodEnd)
          .sort()
          .at(-1);
      expect(answers.map(({ subjectId, until: day }) => [subjectId, day]).sort()).toEqual(
        ids.flatMap((id) => (until(id) ? [[id, until(id)]] : [])).sort(),
      );
    }
  });

  it('keeps what was said about a version that was withdrawn among its own people', async () => {
    const wrong: string[] = [];
    for (const [key, person] of Object.entries(people)) {
      const [browser, program] = await clientsOf(person);
      for (const model of models) {
        for (const [place, mechanism] of MECHANISMS.entries()) {
          const { body } = await program!.api('GET', `/conversations/entry/${model.id}/${mechanism}`);
          const takesPart =
            model.submitted > 0 &&
            model.places[place] !== null &&
            (OWN.includes(key) || (PARTY[key] === place && model.state !== 'withdrawn'));
          const said = model.talk.filter((one) => one.place === place && (OWN.includes(key) || !one.closed));
          const may = takesPart ? said.map(({ mark }) => mark) : [];
          if (takesPart) {
            const page = await browser!.get(`/conversations/entry/${model.id}/${mechanism}`);
            const about = readable(key, place, model.versions[model.submitted - 1]!);
            for (const { id, code, title } of items.flat())
              if (page.body.includes(title.texts.en!) && !about.includes(id))
                wrong.push(`${key} learns of ${code} in ${mechanism} (${told(model)})`);
          }
          if (JSON.stringify(sorted(marksIn(body))) !== JSON.stringify(sorted(may)))
            wrong.push(
              `${key} reads ${marksIn(body).join()} in ${mechanism}, not ${may.join()} (${told(model)})`,
            );
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 120_000);

  it('is decided on by its reporter alone', async () => {
    for (const [key, person] of Object.entries(people).filter(([one]) => !OWN.includes(one))) {
      const [, program] = await clientsOf(person);
      for (const model of models) {
        const known = widest(key, model) !== undefined;
        const refused = known || key === 'readerBoth' ? 403 : 404;
        const address = `/progress/${model.id}/links/${MECHANISMS[1]}`;
        const input = { items: [items[1]![0]!.id], uses: [...USES] };
        const answers = [await program!.api('PUT', address, input), await program!.api('DELETE', address)];
        for (const title of model.versions.flatMap(({ evidence }) => evidence).slice(0, 1)) {
          const evidence = `/progress/${model.id}/evidence/${model.evidence.get(title)}`;
          answers.push(await program!.api('PUT', evidence), await program!.api('DELETE', evidence));
        }
        for (const { status } of answers)
          expect({ key, status, of: told(model) }).toEqual({ key, status: refused, of: told(model) });
      }
    }
  }, 120_000);
});

describe(`the rule and the query, ${again}`, () => {
  it('agree on every entry, person and item', async () => {
    const { read } = test.get(UnitOfWork);
    const [entries, places, rows] = await Promise.all([
      read.find(Entry),
      read.find(Disclosure),
      read.find(EntryItem, { relations: { item: { plan: true } } }),
    ]);
    for (const { actor } of Object.values(people)) {
      for (const { id } of items.flat()) {
        const byRule = entries.filter((entry) =>
          rows.some(({ entryId, number, itemId, item }) => {
            const place = places.find(
              (one) => one.entryId === entry.id && one.mechanismId === item.plan.mechanismId,
            );
            const sight = place && sightThrough(actor, entry, place);
            return (
              entryId === entry.id && itemId === id && sight && number === numberThrough(sight, entry, place)
            );
          }),
        );
        const { items: byQuery } = await test.get(EntryQueryService).list(actor, { item: id });
        expect(sorted(byQuery.map((entry) => entry.id))).toEqual(sorted(byRule.map((entry) => entry.id)));
      }
    }
  });

  it('lists lines of the entries that it finds, in their order, and nothing that they say', async () => {
    const query = test.get(EntryQueryService);
    const filters: EntryFilter[] = [
      {},
      ...MECHANISMS.flatMap((mechanism) => [{ mechanism }, { mechanism, state: 'submitted' }]),
      ...items.flat().map(({ id }) => ({ item: id })),
    ];
    for (const { actor } of Object.values(people)) {
      for (const filter of filters) {
        const lines = await query.listed(actor, filter);
        const whole = await query.list(actor, filter);
        expect(lines.nextCursor).toBe(whole.nextCursor);
        expect(lines.items.map(briefly)).toEqual(whole.items.map(briefly));
        for (const line of lines.items) expect(line).not.toHaveProperty('content');
      }
    }
  });
});

/** What of an entry a list shows. */
const briefly = ({ items: about, ...entry }: ListedEntry) => ({
  ...pick(entry, ['id', 'mechanismId', 'reporterKind', 'reporter', 'sight', 'state']),
  ...pick(entry, ['periodStart', 'periodEnd', 'objectives']),
  items: about.map(({ code, title }) => ({ code, title })),
});

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]]));

/** The version that stands, if one does. */
const standing = ({ state, submitted, versions }: Model): Text[] =>
  state !== 'withdrawn' && submitted > 0 ? [versions[submitted - 1]!] : [];

/** The items of a text there that somebody may read; at home everybody who reads the text may. */
function readable(key: string, place: number, text: Text): string[] {
  const reads = place === 0 || key === 'reporter' || MEMBERS[1]!.includes(key);
  return reads ? itemsIn(place, text) : [];
}

function same(note: (what: string) => void, what: string, is: unknown, should: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(should))
    note(`${what}: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
}

/**
 * Sends what waits. A mail names items of what was submitted last that its reader may know of, whatever its reporter writes
 * by now.
 */
async function checkMails(made: readonly Model[]): Promise<void> {
  const { read } = test.get(UnitOfWork);
  const waiting = await read.findBy(OutgoingMessage, { state: Not('sent') });
  for (const { id } of waiting) await test.work('mail.send', { id });
  for (const { messageId } of waiting) {
    const mail = await read.findOneBy(MailboxMail, { messageId });
    const about = made.filter(({ id }) => mail?.text.includes(id));
    if (!mail || about.length === 0) continue;
    const [key] = Object.entries(people).find(([, { account }]) => account.email === mail.recipient)!;
    // Its own people keep what was said, also about what they took back.
    const own = OWN.includes(key);
    const version = about.flatMap((one) =>
      own ? one.versions.slice(one.submitted - 1, one.submitted) : standing(one),
    );
    const titles = new Set(version.flatMap((text) => [0, 1].flatMap((place) => readable(key, place, text))));
    // Of what they handed in, they get a copy.
    const copied = new Set(
      own ? version.flatMap(({ mark, evidence }) => [mark, ...evidence.flatMap(marksIn)]) : [],
    );
    const named = items
      .flat()
      .filter(({ title }) => `${mail.subject} ${mail.text}`.includes(title.texts.en!));
    for (const { id, code } of named)
      if (!titles.has(id))
        inMails.push(`${key} learns of ${code}: ${mail.text} (${about.map(told).join('; ')})`);
    for (const mark of marksIn(mail.text))
      if (!copied.has(mark)) inMails.push(`${key} reads ${mark}: ${mail.text}`);
  }
}

async function all<T>(program: Client, path: string): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: T[]; nextCursor: string | null } = (
      await program.api('GET', `${path}&cursor=${encodeURIComponent(cursor)}`)
    ).json();
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}
