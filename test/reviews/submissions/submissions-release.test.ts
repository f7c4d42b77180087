import { Readable } from 'node:stream';
import fc from 'fast-check';
import { States } from '../../../src/accounts/states.js';
import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { readInput } from '../../../src/platform/http/read-input.js';
import { NewEntryInput } from '../../../src/progress/entries/entry.dto.js';
import { Disclosure } from '../../../src/progress/entries/entry.entity.js';
import { EvidenceService } from '../../../src/progress/evidence/evidence.service.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import {
  RELEASES,
  type Release,
  VISIBILITIES,
  type Visibility,
} from '../../../src/progress/entries/vocabulary.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { ReleasedEntriesService } from '../../../src/progress/release/released-entries.service.js';
import type { Document } from '../../../src/platform/documents/document.js';
import { textsOf } from '../../../src/reviews/passages/measure.js';
import { DocumentFiles } from '../../../src/reviews/files/document-files.service.js';
import { SubmissionQueryService } from '../../../src/reviews/submissions/submission-query.service.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { newPerson, newPlan, type Person } from '../../support/factories.js';

const MECHANISM = 'rabat';
const PATHS = [
  'draft',
  'submitted',
  'accepted',
  'returned',
  'withdrawn',
  'accepted then withdrawn',
  'accepted then revised',
] as const;
type Path = (typeof PATHS)[number];

let test: TestApp;
let items: PlanItem[];
let secretariat: Person;
let submission: string;
let count = 0;
const people = new Map<string, Person>();

beforeAll(async () => {
  test = await startApp();
  ({ items, secretariat } = await newPlan(test, MECHANISM, [
    { objectives: ['2'] },
    { objectives: ['9(a)', '23'] },
    {},
  ]));
  const input = { cycleId: 'imrf-2030', language: 'en' as const, title: 'Input' };
  submission = (await test.get(SubmissionsService).open(secretariat.actor, MECHANISM, input)).id;
  await test.get(SubmissionsService).compile(submission);
});
afterAll(() => test.close());

const CODES = States.all()
  .filter((code) => /^[A-Za-z ]+$/.test(States.name(code, 'en')))
  .slice(0, 40);

interface Told {
  id: string;
  marker: string;
  name: string;
  reporter: Person;
}

/** An entry of a State that walks a path and is disclosed so far; its words hold a marker found nowhere else. */
async function tell(
  path: Path,
  release: Release,
  visibility: Visibility,
  about: number[],
  practice = false,
): Promise<Told> {
  const progress = test.get(ProgressService);
  const state = CODES[count % CODES.length]!;
  count += 1;
  const marker = `marker${count}x`;
  const reporter = people.get(state) ?? (await newPerson(test, ['focal-point', MECHANISM, state]));
  people.set(state, reporter);
  const content = {
    language: 'en',
    narrative: `${marker}a`,
    results: `${marker}b`,
    challenges: `${marker}c`,
    practice,
  };
  const fields = {
    mechanismId: MECHANISM,
    as: `state:${state}`,
    periodStart: '2027-01-01',
    periodEnd: '2027-02-28',
  };
  const { id } = await progress.start(
    reporter.actor,
    readInput(NewEntryInput, { ...fields, items: about.map((index) => items[index]!.id), content }),
  );
  const evidence = test.get(EvidenceService);
  const url = `https://example.org/${marker}u`;
  await evidence.addLink(reporter.actor, id, { title: `${marker}e`, url });
  const stream = Readable.from([Buffer.from(`${marker}w, which is inside a file`)]);
  await evidence.addFile(reporter.actor, id, { name: `${marker}f.txt`, stream });
  if (path !== 'draft') await progress.submit(reporter.actor, id);
  if (path.startsWith('accepted')) await progress.accept(secretariat.actor, id);
  if (path === 'returned') await progress.sendBack(secretariat.actor, id, 'which one?');
  if (path.endsWith('withdrawn')) await progress.withdraw(reporter.actor, id);
  if (path.endsWith('revised')) {
    await progress.revise(reporter.actor, id);
    await evidence.addLink(reporter.actor, id, { title: `${marker}w`, url });
  }
  await test
    .get(UnitOfWork)
    .run((manager) => manager.save(Disclosure, { entryId: id, mechanismId: MECHANISM, visibility, release }));
  return { id, marker, name: States.name(state, 'en'), reporter };
}

/** As it is asked for at this moment, whatever was compiled before. */
const now = async (format: 'html' | 'json') =>
  String((await test.get(DocumentFiles).document(secretariat.actor, submission, format)).body);
/** As it is once it was compiled from what is released now. */
const html = async () => (await compiled(), now('html'));
const json = async () => (await compiled(), now('json'));
const compiled = () => test.get(SubmissionsService).compile(submission);

/** Every passage as one text. */
function passages(file: string): string[] {
  const { document } = JSON.parse(file) as { document: Document };
  const texts = new Map<string, string[]>();
  for (const block of document.blocks) {
    const unit = ('unit' in block && block.unit) || '';
    texts.set(unit, [...(texts.get(unit) ?? []), ...textsOf(block)]);
  }
  return [...texts.values()].map((text) => text.join(' '));
}

const release = (told: Told, to: Release) =>
  test.get(ProgressService).disclose(told.reporter.actor, told.id, { visibility: 'delegation', release: to });

describe('a document', () => {
  it('holds what was accepted and released, and nothing else; a name only where it was given', async () => {
    const entry = fc.record({
      path: fc.constantFrom(...PATHS),
      release: fc.constantFrom(...RELEASES),
      visibility: fc.constantFrom(...VISIBILITIES),
      about: fc.uniqueArray(fc.constantFrom(0, 1, 2), { minLength: 1 }),
      practice: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (entries) => {
        const told = [];
        for (const one of entries)
          told.push({
            ...one,
            ...(await tell(one.path, one.release, one.visibility, one.about, one.practice)),
          });
        const documents = [await html(), await json()];
        for (const { path, release: how, marker, name } of told) {
          const released = how !== 'none' && (path === 'accepted' || path === 'accepted then revised');
          for (const document of documents) {
            for (const part of ['a', 'b', 'c']) {
              expect({ path, how, shown: document.split(marker + part).length - 1 }).toEqual({
                path,
                how,
                shown: released ? 1 : 0,
              });
            }
          }
          // Evidence could tell who wrote it. Of a file the name is told, never what is in it.
          for (const document of documents) {
            const shown = ['e', 'u', 'f', 'w'].filter((part) => document.includes(marker + part));
            const cited = released && how === 'attributed';
            expect({ path, how, shown }).toEqual({ path, how, shown: cited ? ['e', 'u', 'f'] : [] });
          }
          const said = passages(documents[1]!).find((text) => text.includes(`${marker}a`));
          if (released && how === 'attributed') expect(said).toContain(name);
          if (released && how !== 'attributed') expect(said).not.toContain(name);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('never carries the id of an entry whose author is not named', async () => {
    const [named, unnamed] = [
      await tell('accepted', 'attributed', 'public', [0]),
      await tell('accepted', 'unattributed', 'public', [0]),
    ];
    const document = await json();
    expect(document).toContain(named.id);
    expect(document).not.toContain(unnamed.id);
  });

  it('loses at once what was withdrawn, while it is drafted, circulated or cleared', async () => {
    const submissions = test.get(SubmissionsService);
    const told: Told[] = [];
    for (const _ of [1, 2, 3]) told.push(await tell('accepted', 'attributed', 'mechanism', [1]));
    const markers = (document: string) => told.map(({ marker }) => document.includes(`${marker}a`));
    const shown = async () => markers(await html());
    // Before anything is compiled again.
    const shownNow = async () => markers(await now('html'));
    expect(await shown()).toEqual([true, true, true]);
    await release(told[0]!, 'none');
    expect(await shownNow()).toEqual([false, true, true]);
    expect(await shown()).toEqual([false, true, true]);
    await submissions.circulate(secretariat.actor, submission);
    await test.get(ProgressService).withdraw(told[1]!.reporter.actor, told[1]!.id);
    expect(await shownNow()).toEqual([false, false, true]);
    expect(await shown()).toEqual([false, false, true]);
    await submissions.clear(secretariat.actor, submission);
    await release(told[2]!, 'unattributed');
    expect(await shownNow()).toEqual([false, false, false]);
    const unnamed = passages(await json()).filter((text) => text.includes(told[2]!.marker));
    expect(unnamed.join()).toContain(`${told[2]!.marker}a`);
    expect(unnamed.join()).not.toContain(told[2]!.name);
    expect(unnamed.join()).not.toContain(`${told[2]!.marker}e`);
    await release(told[2]!, 'none');
    expect(await shownNow()).toEqual([false, false, false]);
    expect(await shown()).toEqual([false, false, false]);
    await submissions.recall(secretariat.actor, submission);
  });

  it('asked for by many at the moment of a withdrawal is without it for all who ask after', async () => {
    const told = await tell('accepted', 'attributed', 'mechanism', [1]);
    expect(await html()).toContain(told.marker);
    const before = [now('html'), compiled(), now('html'), now('html')];
    await release(told, 'none');
    const after = await Promise.all([0, 1, 2, 3, 4, 5].map(() => now('html')));
    expect(after.filter((document) => document.includes(told.marker))).toEqual([]);
    await Promise.all(before);
    expect(await html()).not.toContain(told.marker);
  });

  it('gains nothing once it is circulated, and takes it in when it is back in drafting', async () => {
    const submissions = test.get(SubmissionsService);
    await html();
    await submissions.circulate(secretariat.actor, submission);
    const late = await tell('accepted', 'attributed', 'public', [0]);
    expect(await html()).not.toContain(late.marker);
    await submissions.recall(secretariat.actor, submission);
    expect(await html()).toContain(late.marker);
  });

  it('refuses to move on when a release changed since the text was looked at', async () => {
    const submissions = test.get(SubmissionsService);
    const told = await tell('accepted', 'attributed', 'public', [0]);
    await html();
    const { submission: seen } = await test.get(SubmissionQueryService).find(secretariat.actor, submission);
    await release(told, 'none');
    await expect(submissions.circulate(secretariat.actor, submission, seen.version)).rejects.toThrow(
      'error.submissionChanged',
    );
  });

  it('that was submitted stays as it was, whatever is withdrawn, renamed or removed later', async () => {
    const submissions = test.get(SubmissionsService);
    const reader = test.get(DocumentFiles);
    const told = await tell('accepted', 'attributed', 'public', [0]);
    await html();
    await submissions.circulate(secretariat.actor, submission);
    await submissions.clear(secretariat.actor, submission);
    await submissions.freeze(secretariat.actor, submission);
    const files = async () =>
      Promise.all(
        (['docx', 'pdf', 'html', 'json'] as const).map(async (format) =>
          Buffer.from((await reader.document(secretariat.actor, submission, format)).body),
        ),
      );
    const before = await files();
    test.clock.advance(86_400_000);
    await test.get(ProgressService).withdraw(told.reporter.actor, told.id);
    const after = await files();
    expect(after.map((file, index) => file.equals(before[index]!))).toEqual([true, true, true, true]);
    expect(after[2]!.toString()).toContain(told.marker);
    expect(after[2]!.toString()).toContain('As submitted on 1 March 2027');
    await submissions.revise(secretariat.actor, submission);
    expect(await html()).not.toContain(told.marker);
    const kept = await reader.document(secretariat.actor, submission, 'html', 1);
    expect(Buffer.from(kept.body).equals(before[2]!)).toBe(true);
  });

  it('is made through the one door: what that gives is all there is', async () => {
    const all = await test.get(ReleasedEntriesService).list(MECHANISM, { from: null, until: null });
    await compiled();
    const { submission: seen } = await test.get(SubmissionQueryService).find(secretariat.actor, submission);
    expect(seen.compiled?.counts.all).toBe(all.length);
  });
});
