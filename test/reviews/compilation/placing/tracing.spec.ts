import fc from 'fast-check';
import type { Block } from '../../../../src/platform/documents/document.js';
import { ENTRY_PARTS } from '../../../../src/reviews/templates/template.js';
import { FIELDS } from '../../../../src/reviews/compilation/words/entry-words.js';
import { ask, blocksIn, compile, facts, section, textOf } from '../examples.js';
import { type Generated, generated, MEMBERS } from './generated.js';

/*
 * Somebody holds the plan, the list of members and the document, and wants to know which State wrote a passage that
 * names none. What they can go by is the heading it stands under, what kind of passage it is, its language, its place
 * among the others, and who is named around it.
 */
const asked = ask({
  languages: ['fr'],
  sections: [
    section('rt', { kind: 'objectives', only: { objectives: [1, 2, 3] } }),
    section('rest', { kind: 'objectives', only: { objectives: [4, 5, 6] } }),
    section('institutional', { kind: 'institutional' }),
  ],
});

interface Seen {
  text: string;
  /** The last heading of the second level before it, and the one below that. */
  heading: string;
  part: string;
  language: string;
  /** What stands before it in the same place. */
  before: Seen | null;
  named: Set<string>;
}

/** The passages of a version that name nobody, as a reader sees them. */
function unattributed(blocks: Block[], version: string, { stateOf, sources }: Generated): Seen[] {
  const named = new Set(
    sources.filter(({ entry }) => entry.attributed).flatMap(({ entry }) => textsOf(entry.content)),
  );
  const allNamed = new Set(sources.flatMap(({ entry }) => entry.reporter ?? []));
  let [heading, part] = ['', ''];
  let before: Seen | null = null;
  return blocks.flatMap((block): Seen[] => {
    if (block.type === 'heading') {
      if (block.level === 2) [heading, part] = [block.text, ''];
      else part = block.text;
      before = null;
    }
    if (block.type !== 'paragraph') return [];
    const run = block.runs.find(({ text }) => stateOf.has(text));
    if (!run) {
      part = textOf(block.runs);
      return [];
    }
    if (named.has(run.text)) return [];
    before = { text: run.text, heading, part, language: run.language ?? version, before, named: allNamed };
    return [before];
  });
}

const textsOf = (content: object) =>
  Object.values(content).filter((one): one is string => typeof one === 'string');

type Guess = (seen: Seen, all: Generated) => string;

/** Who answers for most of the items of these objectives; of all where the heading names none. */
function owners({ items, owners: by }: Generated, objective: number | null): string[] {
  const concerned = items.filter(({ objectives }) => objective === null || objectives.includes(objective));
  const counts = new Map<string, number>();
  for (const { id } of concerned) counts.set(by.get(id)!, (counts.get(by.get(id)!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([state]) => state);
}
const objectiveOf = ({ heading }: Seen) => Number(/^Objective (\d+)/.exec(heading)?.[1] ?? 0) || null;
const first = (states: string[]) => states[0] ?? MEMBERS[0]!;

/** Each is the same for all that looks the same to a reader. */
const GUESSES: Record<string, Guess> = {
  'who answers for most items under the heading': (seen, all) => first(owners(all, objectiveOf(seen))),
  'who answers for them and is named nowhere': (seen, all) =>
    first(owners(all, objectiveOf(seen)).filter((state) => !seen.named.has(state))),
  'who is named nowhere': (seen) => first(MEMBERS.filter((state) => !seen.named.has(state))),
  'who writes in that language': (seen, all) =>
    first(
      owners(all, objectiveOf(seen)).filter(
        (state) => ['DZA', 'FRA', 'MAR', 'SEN', 'TUN'].includes(state) === (seen.language === 'fr'),
      ),
    ),
  'in the order of the alphabet': (seen) => {
    let at = 0;
    for (let one = seen.before; one; one = one.before) at += 1;
    return MEMBERS[at % MEMBERS.length]!;
  },
};

/** The pool of the document, which stands under a heading that says nothing. */
const POOL = ['Contributions without attribution', 'Contributions sans attribution'];

function grouped(seen: readonly Seen[], nameOf: (one: Seen) => string): Seen[][] {
  const groups = new Map<string, Seen[]>();
  for (const one of seen) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  return [...groups.values()];
}

const largestShare = (those: readonly Seen[], { stateOf }: Generated) =>
  Math.max(...MEMBERS.map((state) => those.filter(({ text }) => stateOf.get(text) === state).length));

test('whatever is guessed of a place, it is right no more often than among the fewest reporters', () => {
  fc.assert(
    fc.property(generated, (all) => {
      const compiled = compile(all.sources, facts(all.items, all.fewest), asked);
      for (const version of ['en', 'fr']) {
        const seen = unattributed(blocksIn(compiled, version), version, all);
        const inPool = seen.filter(({ heading }) => POOL.includes(heading));
        const placed = seen.filter((one) => !inPool.includes(one));
        for (const those of grouped(placed, (one) => [one.heading, one.part, one.language].join(' ')))
          expect(largestShare(those, all) * all.fewest).toBeLessThanOrEqual(those.length);
        for (const those of grouped(inPool, ({ language }) => language)) {
          const same = seen.filter(({ language }) => language === those[0]!.language);
          // Where one State wrote most of all that is not attributed, no order of it can hide that.
          if (largestShare(same, all) * all.fewest <= same.length)
            expect(largestShare(those, all) * all.fewest).toBeLessThanOrEqual(those.length);
          else expect(those).toHaveLength(same.length);
        }
      }
    }),
    { numRuns: 120 },
  );
});

/** What readers of many documents see of what can be hidden in them. */
const sampled = fc.sample(generated, { numRuns: 150, seed: 7 }).flatMap((all) => {
  const seen = unattributed(blocksIn(compile(all.sources, facts(all.items, all.fewest), asked)), 'en', all);
  return grouped(seen, ({ language }) => language)
    .filter((those) => largestShare(those, all) * all.fewest <= those.length)
    .map((those) => ({ all, those }));
});

test.each(Object.entries(GUESSES))('no document is read by %s', (_, guess) => {
  let [right, expected, count] = [0, 0, 0];
  for (const { all, those } of sampled) {
    count += those.length;
    expected += those.length / all.fewest;
    right += those.filter((one) => all.stateOf.get(one.text) === guess(one, all)).length;
  }
  expect(count).toBeGreaterThan(500);
  expect(right).toBeLessThanOrEqual(expected);
});

test('every released part stands exactly once, in every version, but what waits for its language', () => {
  fc.assert(
    fc.property(generated, (all) => {
      const compiled = compile(all.sources, facts(all.items, all.fewest), asked);
      const waiting = new Set(
        compiled.outline.placement.waiting.map(({ entryId, part }) => `${entryId} ${part}`),
      );
      const held = all.sources.flatMap(({ id, entry }) =>
        ENTRY_PARTS.flatMap((part) => (waiting.has(`${id} ${part}`) ? [entry.content[FIELDS[part]]] : [])),
      );
      for (const version of ['en', 'fr']) {
        const words = JSON.stringify(blocksIn(compiled, version));
        for (const text of all.stateOf.keys())
          expect(words.split(text).length - 1).toBe(held.includes(text) ? 0 : 1);
      }
      // What waits is never in the document's own language.
      const byId = new Map(all.sources.map((one) => [one.id, one]));
      for (const { entryId } of compiled.outline.placement.waiting)
        expect(byId.get(entryId)!.entry.content.language).toBe('fr');
    }),
    { numRuns: 100 },
  );
});

test('versions have the same passages in the same order, with as many paragraphs, and no id of what is not named', () => {
  fc.assert(
    fc.property(generated, (all) => {
      const compiled = compile(all.sources, facts(all.items, all.fewest), asked);
      const shapeOf = (version: string) =>
        asked.sections.map(({ key }) =>
          compiled.words
            .get(version)!
            .get(key)!
            .passages.map((one) => [one.key, one.blocks.map(({ type }) => type)]),
        );
      expect(shapeOf('fr')).toEqual(shapeOf('en'));
      const keys = shapeOf('en').flatMap((those) => those.map(([key]) => key));
      expect(new Set(keys).size).toBe(keys.length);
      const words = JSON.stringify(blocksIn(compiled));
      for (const { id, entry } of all.sources)
        if (!entry.attributed) expect(words).not.toContain(`entry-${id}"`);
    }),
    { numRuns: 100 },
  );
});
