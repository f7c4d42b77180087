import fc from 'fast-check';
import type { Block } from '../../../src/platform/documents/document.js';
import { mergePassages, type StandingPassage } from '../../../src/reviews/passages/merge-passages.js';
import type { CompiledPassage, PassageSource } from '../../../src/reviews/passages/passage.js';
import { saidIn, sealOfBlocks } from '../../../src/reviews/passages/words-of.js';

const says = (text: string): Block[] => [{ type: 'paragraph', runs: [{ text }] }];
const entry = (id: string): PassageSource => ({ kind: 'entry', id, named: true, seal: '1' });
const passage = (key: string, text = key, sources = [entry(key)]): CompiledPassage => ({
  key,
  blocks: says(text),
  sources,
});
const compiled = (...passages: CompiledPassage[]) => new Map([['en', passages]]);

let count = 0;
const merge = (
  before: readonly StandingPassage[],
  now: ReadonlyMap<string, CompiledPassage[]>,
  options: { narrow?: boolean } = {},
): StandingPassage[] =>
  mergePassages(before, now, { original: 'en', ...options }).passages.map((one) => ({
    ...one,
    id: one.id ?? `new ${(count += 1)}`,
  }));

const own = (id: string, text = id): StandingPassage => ({
  ...{ id, key: null, state: 'own', moved: false, gone: false, takenSeal: null, compiledSeal: null },
  ...{ sources: [], compiledSources: [] },
  words: [{ language: 'en', compiled: null, edited: says(text), translates: null }],
});
const edited = (one: StandingPassage, text: string): StandingPassage => ({
  ...one,
  state: 'edited',
  takenSeal: one.compiledSeal,
  words: one.words.map((row) => ({ ...row, edited: says(text) })),
});
const textOf = ({ words }: Pick<StandingPassage, 'words'>) => {
  const [block] = saidIn(words, 'en', 'en').blocks;
  return block?.type === 'paragraph' ? block.runs[0]!.text : '';
};
const texts = (passages: readonly StandingPassage[]) => passages.map(textOf);

describe('compiling again', () => {
  const first = merge([], compiled(passage('a'), passage('b'), passage('c')));

  it('begins with what was compiled, in its order', () => {
    expect(texts(first)).toEqual(['a', 'b', 'c']);
    expect(first.every(({ state }) => state === 'compiled')).toBe(true);
  });

  it('says what is compiled now, takes in what is new, and lets go what nothing is compiled for', () => {
    const { passages, removed } = mergePassages(
      first,
      compiled(passage('a', 'a now'), passage('d'), passage('c')),
      {
        original: 'en',
      },
    );
    expect(passages.map(textOf)).toEqual(['a now', 'd', 'c']);
    expect(removed).toEqual([first[1]!.id]);
  });

  it('leaves own words behind what they stood behind, also when that is gone', () => {
    const mine = [first[0]!, own('mine'), first[1]!, own('after b'), first[2]!];
    expect(texts(merge(mine, compiled(passage('c'), passage('a'))))).toEqual(['c', 'a', 'mine', 'after b']);
    expect(texts(merge([own('first'), ...first], compiled(passage('d'), passage('a'))))).toEqual([
      'first',
      'd',
      'a',
    ]);
  });

  it('leaves edited words, and knows that their source says something else', () => {
    const changed = merge([edited(first[0]!, 'mine')], compiled(passage('a', 'a now', [entry('other')])))[0]!;
    expect(textOf(changed)).toBe('mine');
    expect(changed.compiledSeal).not.toBe(changed.takenSeal);
    expect([changed.sources, changed.compiledSources]).toEqual([[entry('a')], [entry('other')]]);
    const gone = merge([edited(first[0]!, 'mine')], compiled())[0]!;
    expect([textOf(gone), gone.gone]).toEqual(['mine', true]);
    expect(merge([gone], compiled(passage('a')))[0]!.gone).toBe(false);
  });

  it('leaves out what is left out, and lets it go when there is nothing of it any more', () => {
    const out: StandingPassage = { ...first[0]!, state: 'left-out' };
    expect(merge([out], compiled(passage('a', 'a now')))).toMatchObject([{ id: out.id, state: 'left-out' }]);
    expect(merge([out], compiled())).toEqual([]);
  });

  it('leaves where it is what a person moved', () => {
    const moved = [first[1]!, first[2]!, { ...first[0]!, moved: true }];
    expect(texts(merge(moved, compiled(passage('a', 'a now'), passage('b'), passage('c'))))).toEqual([
      'b',
      'c',
      'a now',
    ]);
  });

  it('keeps a translation of what nothing is compiled for out of the document, and gives it back', () => {
    const translated: StandingPassage = {
      ...first[0]!,
      words: [
        ...first[0]!.words,
        { language: 'fr', compiled: null, edited: says('le mien'), translates: sealOfBlocks(says('a')) },
      ],
    };
    const gone = merge([translated], compiled())[0]!;
    expect([gone.gone, gone.state]).toEqual([true, 'left-out']);
    expect(merge([gone], compiled(passage('a')))[0]).toMatchObject({ gone: false, state: 'compiled' });
    expect(saidIn(gone.words, 'fr', 'en').blocks).toEqual(says('le mien'));
  });

  it('of a circulated text takes nothing in but what stands elsewhere because of what left', () => {
    const plan: PassageSource = { kind: 'item', id: 'item', seal: '1' };
    const before = merge([], compiled(passage('a'), passage('plan', 'as it was', [plan])));
    const now = compiled(
      passage('plan', 'as it is', [plan]),
      passage('practice', 'new', [{ kind: 'practice', id: 'p', seal: '1' }]),
      passage('pool', 'a, elsewhere', [{ ...entry('a'), named: false }]),
    );
    expect(texts(merge(before, now, { narrow: true }))).toEqual(['as it was', 'a, elsewhere']);
  });
});

describe('whatever is compiled after whatever was written', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
  const round = fc.record({
    compiled: keys.chain((some) =>
      fc.record({ keys: fc.constant(some), version: fc.constantFrom('1', '2', '3') }),
    ),
    /** What a person does before: at a place, to whatever stands there. */
    deeds: fc.array(fc.record({ what: fc.constantFrom('edit', 'own', 'move', 'leave out'), at: fc.nat(9) }), {
      maxLength: 4,
    }),
  });

  it('no word of the secretariat’s is lost, nothing stands twice, and compiling twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(round, { maxLength: 6 }), (rounds) => {
        let standing: StandingPassage[] = [];
        const written = new Map<string, string>();
        for (const {
          compiled: { keys: some, version },
          deeds,
        } of rounds) {
          for (const { what, at } of deeds) standing = done(standing, what, at, written);
          const now = compiled(...some.map((key) => passage(key, `${key} ${version}`)));
          standing = merge(standing, now);
          const again = merge(standing, now);
          expect(again).toEqual(standing);
          for (const [id, text] of written) {
            const found = standing.find((one) => one.id === id);
            expect(found && textOf(found)).toBe(text);
          }
          const there = standing.flatMap(({ key }) => key ?? []);
          expect(new Set(there).size).toBe(there.length);
          for (const key of some) expect(there).toContain(key);
          for (const one of standing)
            if (one.state === 'compiled' && !(one.moved && !(some as string[]).includes(one.key!)))
              expect(textOf(one)).toBe(`${one.key} ${version}`);
          const inPlace = standing.filter(({ key, moved, gone }) => key && !moved && !gone);
          expect(inPlace.map(({ key }) => key)).toEqual(
            some.filter((key) => inPlace.some((one) => one.key === key)),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

function done(
  standing: StandingPassage[],
  what: string,
  at: number,
  written: Map<string, string>,
): StandingPassage[] {
  const place = standing.length === 0 ? 0 : at % standing.length;
  const one = standing[place];
  if (what === 'own' || !one) {
    const id = `own ${(count += 1)}`;
    written.set(id, id);
    return [...standing.slice(0, place), own(id), ...standing.slice(place)];
  }
  if (what === 'edit') {
    const text = `edited ${(count += 1)}`;
    written.set(one.id, text);
    const state = one.key === null ? 'own' : 'edited';
    return standing.with(place, { ...edited(one, text), state });
  }
  if (what === 'leave out') return standing.with(place, { ...one, state: 'left-out' });
  const rest = standing.toSpliced(place, 1);
  return rest.toSpliced((at * 7) % (rest.length + 1), 0, { ...one, moved: true });
}
