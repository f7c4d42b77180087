import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { readInput } from '../../../src/platform/http/read-input.js';
import { NewEntryInput } from '../../../src/progress/entries/entry.dto.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import type { TestApp } from '../../support/app.js';
import { newPerson, newPlan, type Person } from '../../support/factories.js';
import { type Language, LANGUAGES, mark, prose, rich } from './words.js';

export const HOME = 'khartoum';

const STATES = 'DJI EGY ERI ETH KEN SOM SSD SDN TUN UGA AUT BEL DEU ESP FRA ITA MLT NLD PRT SWE'.split(' ');

const KINDS = [
  'attributed',
  'attributed',
  'unattributed',
  'attributed',
  'kept',
  'unattributed',
  'withdrawn',
  'returned',
] as const;
type Kind = (typeof KINDS)[number];

/** What a State reported, and what may be known of it. */
export interface Reported {
  id: string;
  kind: Kind;
  state: string;
  language: Language;
  /** Words that stand nowhere else, of the text as it was submitted. */
  marks: string[];
  /** Words that are in no document: of a text under work, of what the secretariat answered. */
  hidden: string[];
}

export interface Mechanism {
  secretariat: Person;
  items: PlanItem[];
  reported: Reported[];
  /** Of everybody: in no document. */
  people: Person[];
}

/** Numbers of marks an entry has for itself. */
const EACH = 12;

/** Twenty States that write in four languages about a plan, through the services as people do. */
export async function largeMechanism(
  test: TestApp,
  sizes: { items: number; entries: number },
): Promise<Mechanism> {
  const { items, secretariat } = await newPlan(
    test,
    HOME,
    Array.from({ length: sizes.items }, (_, index) => ({
      code: `${1 + Math.floor(index / 10)}.${1 + (index % 10)}`,
      title: `Measure ${index + 1} of the plan`,
      // Every tenth serves none.
      objectives: index % 10 === 9 ? [] : [String(1 + (index % 23))],
    })),
  );
  const people = new Map<string, Person>();
  for (const state of STATES) people.set(state, await newPerson(test, ['focal-point', HOME, state]));
  const reported: Reported[] = [];
  for (let index = 0; index < sizes.entries; index += 1) {
    const at = Math.floor(index / KINDS.length) % STATES.length;
    const state = STATES[at]!;
    reported.push(
      await report(test, {
        ...{ index, state, person: people.get(state)!, secretariat },
        kind: KINDS[index % KINDS.length]!,
        language: LANGUAGES[at % LANGUAGES.length]!,
        item: items[(index * 7) % items.length]!,
      }),
    );
  }
  return { secretariat, items, reported, people: [secretariat, ...people.values()] };
}

interface Report {
  index: number;
  kind: Kind;
  state: string;
  language: Language;
  person: Person;
  secretariat: Person;
  item: PlanItem;
}

async function report(test: TestApp, given: Report): Promise<Reported> {
  const { index, kind, state, language, person, secretariat, item } = given;
  const progress = test.get(ProgressService);
  const first = 1 + index * EACH;
  const content = {
    language,
    narrative: rich(language, first, index),
    results: prose(language, first + 3, 2),
    challenges: prose(language, first + 4, 1),
    nextSteps: prose(language, first + 5, 1),
    support: index % 3 === 0 ? prose(language, first + 6, 1) : null,
  };
  const input = {
    ...{ mechanismId: HOME, as: `state:${state}`, items: [item.id], content },
    ...{ periodStart: '2025-01-01', periodEnd: index % 2 ? '2025-12-31' : '2026-06-30' },
  };
  const entry = await progress.start(person.actor, readInput(NewEntryInput, input));
  const { id } = entry;
  const release = kind === 'kept' ? 'none' : kind === 'unattributed' ? 'unattributed' : 'attributed';
  await progress.disclose(person.actor, id, { visibility: 'delegation', release });
  await progress.submit(person.actor, id);
  const hidden = [mark(first + 7), mark(first + 8)];
  if (kind === 'returned') await progress.sendBack(secretariat.actor, id, `${hidden[0]} is not clear.`);
  else await progress.accept(secretariat.actor, id);
  if (kind === 'withdrawn') await progress.withdraw(person.actor, id);
  if (index % 40 < 8 && kind !== 'withdrawn' && kind !== 'returned') {
    const { version, periodStart, periodEnd } = await progress.revise(person.actor, id);
    const change = { version, periodStart, periodEnd, items: [item.id] };
    const later = { ...entry.content, narrative: `${hidden[1]} ${content.narrative}` };
    await progress.save(person.actor, id, { ...change, content: later });
  }
  const marks = Array.from({ length: index % 3 === 0 ? 7 : 6 }, (_, at) => mark(first + at));
  return { id, kind, state, language, marks, hidden };
}
