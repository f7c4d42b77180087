import { Readable } from 'node:stream';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { ConversationsService } from '../../src/conversations/conversations.service.js';
import { EntryContent } from '../../src/progress/entries/entry-content.js';
import { EntryQueryService } from '../../src/progress/access/entry-query.service.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { EvidenceService } from '../../src/progress/evidence/evidence.service.js';
import { LinksService } from '../../src/progress/links/links.service.js';
import { usesOf } from '../../src/progress/release/release-uses.js';
import { SummariesService } from '../../src/progress/summaries/summaries.service.js';
import type { EntryState, Release, Visibility } from '../../src/progress/entries/vocabulary.js';
import type { TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';

/** Where entries are reported, and where they may be linked. */
export const MECHANISMS = ['khartoum', 'rcm'] as const;
const PERIODS = [1, 2, 3].map((month) => ({
  periodStart: `2027-0${month}-01`,
  periodEnd: `2027-0${month}-28`,
}));

/** What is handed in together. */
export interface Text {
  mark: string;
  period: (typeof PERIODS)[number];
  /** Ids, of the plans of both mechanisms. */
  items: string[];
  /** Titles. */
  evidence: string[];
}

export interface Place {
  visibility: Visibility;
  release: Release;
  accepted: number;
  returned: number;
}

/** Something said about a version in one of the mechanisms. */
export interface Said {
  mark: string;
  place: number;
  number: number;
  /** With the version it was said about, for good. */
  closed: boolean;
  state?: 'suggested' | 'approved' | 'outdated';
}

/** An entry, written down once more as plainly as can be: what its reporter holds, and what was handed in. */
export interface Model {
  id: string;
  mark: string;
  objectives: number[] | null;
  state: EntryState;
  working: Text;
  versions: (Text & { withdrawn: boolean })[];
  /** Number of the version that stands; 0 for none. */
  submitted: number;
  places: [Place, Place | null];
  comments: Said[];
  wordings: Said[];
  talk: Said[];
  /** Ids of evidence by title. */
  evidence: Map<string, string>;
  done: string[];
}

export interface World {
  test: TestApp;
  /** Who begins each entry. */
  author: Person;
  reporter: Person;
  offices: readonly Person[];
  /** By mechanism. */
  items: readonly PlanItem[][];
}

/** One step, with what is chosen in it; every choice is taken by the rest of a division. */
export interface Step {
  act: string;
  which: number;
  place: number;
  visibility: Visibility;
  release: Release;
}

const closed = { accepted: 0, returned: 0 };
const narrow = { visibility: 'delegation', release: 'none' } as const;

export async function begin(world: World, mark: string, about: 'items' | 'objective'): Promise<Model> {
  const { test, author, items } = world;
  const input = {
    ...PERIODS[0]!,
    mechanismId: MECHANISMS[0],
    as: 'state:KEN',
    content: contentOf(`${mark}v0x`),
  };
  const first = items[0]![0]!.id;
  const progress = test.get(ProgressService);
  const { id } =
    about === 'items'
      ? await progress.start(author.actor, { ...input, items: [first] })
      : await progress.startAnswer(author.actor, { ...input, objectives: [9] });
  return {
    id,
    mark,
    objectives: about === 'items' ? null : [9],
    state: 'draft',
    working: {
      mark: `${mark}v0x`,
      period: PERIODS[0]!,
      items: about === 'items' ? [first] : [],
      evidence: [],
    },
    versions: [],
    submitted: 0,
    places: [{ ...narrow, ...closed }, null],
    comments: [],
    wordings: [],
    talk: [],
    evidence: new Map(),
    done: [],
  };
}

const contentOf = (narrative: string) => readInput(EntryContent, { language: 'en', narrative });

/** Does one step where it is possible, in the product and in the model. */
export async function step(world: World, model: Model, chosen: Step): Promise<void> {
  const act = ACTS[chosen.act]!;
  if (!(await act(world, model, chosen))) return;
  world.test.clock.advance(1000);
  model.done.push(`${chosen.act} ${chosen.which}/${chosen.place} ${chosen.visibility}/${chosen.release}`);
}

const isEditable = ({ state }: Model) => state === 'draft' || state === 'returned';
const isKnown = ({ state, submitted }: Model) => state !== 'withdrawn' && submitted > 0;
/** A different choice of the items for each number, never none. */
const someOf = (items: readonly PlanItem[], which: number) =>
  items.filter((_, index) => ((which % 7) + 1) & (1 << index)).map(({ id }) => id);
let words = 0;
const nextMark = (model: Model, kind: string) => `${model.mark}${kind}${(words += 1)}x`;

type Act = (world: World, model: Model, step: Step) => Promise<boolean>;

const ACTS: Record<string, Act> = {
  async save({ test, reporter, items }, model, { which }) {
    if (!isEditable(model)) return false;
    const mark = nextMark(model, 'v');
    const period = PERIODS[which % 3]!;
    const chosen = model.objectives ? [] : someOf(items[0]!, which);
    const progress = test.get(ProgressService);
    const { version } = await test.get(EntryQueryService).find(reporter.actor, model.id);
    const content = contentOf(mark);
    await progress.save(reporter.actor, model.id, { ...period, items: chosen, content, version: version! });
    const elsewhere = model.working.items.filter((id) => items[1]!.some((item) => item.id === id));
    model.working = { ...model.working, mark, period, items: [...chosen, ...elsewhere] };
    return true;
  },

  async addEvidence({ test, reporter }, model) {
    if (!isEditable(model)) return false;
    const title = `${nextMark(model, 'e')}.txt`;
    const stream = Readable.from([`What shows it: ${title}`]);
    const { id } = await test.get(EvidenceService).addFile(reporter.actor, model.id, { name: title, stream });
    model.evidence.set(title, id);
    model.working.evidence = [...model.working.evidence, title];
    return true;
  },

  async removeEvidence({ test, reporter }, model, { which }) {
    const { evidence } = model.working;
    const title = evidence[which % evidence.length];
    if (!isEditable(model) || title === undefined) return false;
    await test.get(EvidenceService).remove(reporter.actor, model.evidence.get(title)!);
    model.working.evidence = evidence.filter((one) => one !== title);
    return true;
  },

  async addAgain({ test, reporter }, model, { which }) {
    const former = model.versions
      .flatMap((version) => version.evidence)
      .filter((one) => !model.working.evidence.includes(one));
    const title = former[which % former.length];
    if (!isEditable(model) || title === undefined) return false;
    await test.get(EvidenceService).addAgain(reporter.actor, model.evidence.get(title)!);
    model.working.evidence = [...model.working.evidence, title];
    return true;
  },

  async submit({ test, reporter }, model) {
    if (!isEditable(model)) return false;
    await test.get(ProgressService).submit(reporter.actor, model.id);
    model.versions.push({ ...model.working, withdrawn: false });
    Object.assign(model, { submitted: model.versions.length, state: 'submitted' });
    return true;
  },

  async accept({ test, offices }, model, { place }) {
    const here = waitingIn(model, place);
    if (!here) return false;
    const answer = { mechanismId: MECHANISMS[place] };
    await test.get(ProgressService).accept(offices[place]!.actor, model.id, answer);
    here.accepted = model.submitted;
    if (place === 0 && model.state === 'submitted') model.state = 'accepted';
    for (const one of model.wordings)
      if (one.place === place && one.number !== model.submitted) one.state = 'outdated';
    return true;
  },

  async sendBack({ test, offices }, model, { place }) {
    const here = waitingIn(model, place);
    if (!here) return false;
    const mark = nextMark(model, 'c');
    const answer = { mechanismId: MECHANISMS[place] };
    await test.get(ProgressService).sendBack(offices[place]!.actor, model.id, mark, answer);
    here.returned = model.submitted;
    if (place === 0 && model.state === 'submitted') model.state = 'returned';
    model.comments.push({ mark, place, number: model.submitted, closed: false });
    return true;
  },

  async withdraw({ test, reporter }, model) {
    if (!['submitted', 'accepted', 'returned'].includes(model.state)) return false;
    await test.get(ProgressService).withdraw(reporter.actor, model.id);
    for (const version of model.versions) version.withdrawn = true;
    for (const said of [...model.comments, ...model.wordings, ...model.talk]) said.closed = true;
    for (const one of model.wordings) one.state = 'outdated';
    model.state = 'withdrawn';
    return true;
  },

  async revise({ test, reporter }, model) {
    if (!['submitted', 'accepted', 'withdrawn'].includes(model.state)) return false;
    await test.get(ProgressService).revise(reporter.actor, model.id);
    if (model.state === 'withdrawn') {
      model.submitted = 0;
      for (const place of model.places) if (place) Object.assign(place, closed);
      const before = new Set(model.versions.flatMap(({ evidence }) => evidence));
      model.working.evidence = model.working.evidence.filter((title) => !before.has(title));
    }
    model.state = 'draft';
    return true;
  },

  async disclose({ test, reporter }, model, { place, visibility, release }) {
    const here = model.places[place];
    if (!here) return false;
    const choice = { visibility, release };
    await test.get(ProgressService).disclose(reporter.actor, model.id, choice, MECHANISMS[place]);
    Object.assign(here, choice);
    return true;
  },

  async link({ test, reporter, items }, model, { which, visibility, release }) {
    if (model.state === 'withdrawn') return false;
    const chosen = someOf(items[1]!, which);
    const input = { items: chosen, uses: usesOf({ visibility, release }) };
    await test.get(LinksService).link(reporter.actor, model.id, MECHANISMS[1], input);
    const linkTo = (text: Text) => ({ ...text, items: [...elsewhereIn(items[1]!, text), ...chosen] });
    model.working = linkTo(model.working);
    // A version that was accepted there keeps its items.
    if (isKnown(model) && !model.places[1]?.accepted) {
      const at = model.submitted - 1;
      model.versions[at] = { ...linkTo(model.versions[at]!), withdrawn: false };
    }
    model.places[1] = { ...closed, ...model.places[1], visibility, release };
    return true;
  },

  async unlink({ test, reporter, items }, model) {
    if (!model.places[1]) return false;
    await test.get(LinksService).unlink(reporter.actor, model.id, MECHANISMS[1]);
    for (const text of [model.working, ...model.versions]) text.items = elsewhereIn(items[1]!, text);
    model.places[1] = null;
    model.comments = model.comments.filter(({ place }) => place === 0);
    model.wordings = model.wordings.filter(({ place }) => place === 0);
    return true;
  },

  async suggest({ test, reporter, offices }, model, { place, which }) {
    const here = model.places[place];
    if (!here?.accepted || model.state === 'withdrawn') return false;
    const mark = nextMark(model, 'w');
    const summaries = test.get(SummariesService);
    const mechanismId = MECHANISMS[place];
    const input = { mechanismId, language: 'en', text: mark };
    const { id } = await summaries.suggest(offices[place]!.actor, model.id, input);
    const others = model.wordings.filter((one) => one.place === place);
    for (const one of others) if (one.state === 'suggested') one.state = 'outdated';
    const approved = which % 2 === 0;
    if (approved) {
      await summaries.approve(reporter.actor, model.id, id);
      for (const one of others) if (one.state === 'approved') one.state = 'outdated';
    }
    const state = approved ? 'approved' : 'suggested';
    model.wordings.push({ mark, place, number: here.accepted, closed: false, state });
    return true;
  },

  async talk({ test, reporter, offices }, model, { place, which }) {
    if (!isKnown(model) || !model.places[place]) return false;
    const mark = nextMark(model, 't');
    const by = which % 2 === 0 ? reporter : offices[place]!;
    const key = { kind: 'entry', id: model.id, scope: MECHANISMS[place]! };
    await test.get(ConversationsService).write(by.actor, key, mark);
    model.talk.push({ mark, place, number: model.submitted, closed: false });
    return true;
  },
};

export const ACT_NAMES = Object.keys(ACTS);

/** Where the version that stands waits for an answer. */
export function waitingIn(model: Model, place: number): Place | null {
  const here = model.places[place];
  const answered = here && [here.accepted, here.returned].includes(model.submitted);
  return here && isKnown(model) && !answered ? here : null;
}

const elsewhereIn = (items: readonly PlanItem[], { items: ids }: Text) =>
  ids.filter((id) => !items.some((item) => item.id === id));
