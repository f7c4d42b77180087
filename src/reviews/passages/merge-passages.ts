import type { Block } from '../../platform/documents/document.js';
import type { CompiledPassage, PassageSource, PassageState } from './passage.js';
import { sealOfBlocks, type WordsRow } from './words-of.js';

/** A passage that stands in a section, as its row keeps it. */
export interface StandingPassage {
  id: string;
  key: string | null;
  state: PassageState;
  moved: boolean;
  gone: boolean;
  sources: PassageSource[];
  compiledSources: PassageSource[];
  takenSeal: string | null;
  compiledSeal: string | null;
  words: WordsRow[];
}

/** The same after compiling; without an id, one that is new. */
export type MergedPassage = Omit<StandingPassage, 'id'> & { id: string | null };

export interface Merged {
  /** In order. */
  passages: MergedPassage[];
  /** Ids of those that nothing is compiled for any more, and nobody wrote in. */
  removed: string[];
}

/** What was compiled for a section, by language: the same passages in the same order. */
export type CompiledWords = ReadonlyMap<string, readonly CompiledPassage[]>;

interface MergeOptions {
  original: string;
  /**
   * Of a text that was circulated: nothing new comes in. A passage may become another one where one of its entries is
   * out of it; what is new in itself, or says something else of a plan, stays out.
   */
  narrow?: boolean;
  /** Keys whose passage stands elsewhere: a person moved it to another section. */
  elsewhere?: ReadonlySet<string>;
  /** Ids of passages that somebody said something of: they are left out rather than removed. */
  discussed?: ReadonlySet<string>;
}

/**
 * What stands in a section after it was compiled again. Compiled passages become what is compiled now; the secretariat's
 * words stay, each behind the passage it stood behind, and what it edited keeps what it edited from. Pure.
 */
export function mergePassages(
  existing: readonly StandingPassage[],
  compiled: CompiledWords,
  { original, narrow = false, elsewhere = new Set(), discussed = new Set() }: MergeOptions,
): Merged {
  const standing = new Map(existing.flatMap((one) => (one.key === null ? [] : [[one.key, one] as const])));
  const entriesOf = (one: { sources: readonly PassageSource[] }) =>
    one.sources.filter(({ kind }) => kind === 'entry');
  const mayComeIn = (one: CompiledPassage) => !narrow || entriesOf(one).length > 0;
  const fresh = (compiled.get(original) ?? []).filter(
    (one) => !elsewhere.has(one.key) && (standing.has(one.key) || mayComeIn(one)),
  );
  const known = new Set(fresh.map(({ key }) => key));

  const removed: string[] = [];
  /** Those that stay where they are, by the key of the compiled passage they follow; null: at the beginning. */
  const following = new Map<string | null, MergedPassage[]>();
  let anchor: string | null = null;
  for (const one of existing) {
    const isCompiled = one.key !== null && known.has(one.key);
    if (isCompiled && !one.moved) {
      anchor = one.key;
      continue;
    }
    // Of another section, which decides of it.
    const isGuest = !isCompiled && one.moved;
    if (!isCompiled && !isGuest && one.key !== null && !isWritten(one) && !discussed.has(one.id)) {
      removed.push(one.id);
      continue;
    }
    const kept = isGuest
      ? one
      : isCompiled
        ? recompiled(one, one.key!, compiled, original, narrow)
        : withoutCompiled(one);
    following.set(anchor, [...(following.get(anchor) ?? []), kept]);
  }

  const passages = [...(following.get(null) ?? [])];
  for (const { key } of fresh) {
    const there = standing.get(key);
    if (there?.moved) continue;
    passages.push(
      there ? recompiled(there, key, compiled, original, narrow) : newlyCompiled(key, compiled, original),
    );
    passages.push(...(following.get(key) ?? []));
  }
  return { passages, removed };
}

/** Whether somebody wrote in it, in any language. */
const isWritten = ({ state, words }: StandingPassage): boolean =>
  state === 'own' || state === 'edited' || words.some(({ edited }) => edited !== null);

/**
 * Nothing is compiled for it any more: what somebody wrote stays. Where that is a translation alone, the original stands
 * in no document.
 */
const withoutCompiled = (one: StandingPassage): MergedPassage =>
  one.key === null ? one : { ...one, gone: true, state: one.state === 'compiled' ? 'left-out' : one.state };

/** A passage of this key with what was compiled for it. */
export function recompiled(
  one: StandingPassage,
  key: string,
  compiled: CompiledWords,
  original: string,
  narrow: boolean,
): MergedPassage {
  const now = blocksOf(key, compiled);
  const source = sourcesOf(key, compiled, original);
  if (narrow && !hasEntries(one.compiledSources) && !hasEntries(source) && source.length > 0)
    return { ...one, gone: false };
  const seal = sealOfBlocks(now.get(original) ?? []);
  const languages = new Set([...one.words.map(({ language }) => language), ...now.keys()]);
  const words = [...languages].map((language): WordsRow => {
    const row = one.words.find((each) => each.language === language);
    return {
      language,
      compiled: now.get(language) ?? null,
      edited: row?.edited ?? null,
      translates: row?.translates ?? null,
    };
  });
  // What was edited says what its sources said then; a translation of a compiled passage translates what is compiled.
  const isEdited = one.state === 'edited' || one.words.some((row) => row.language === original && row.edited);
  return {
    ...one,
    gone: false,
    state: one.gone && one.state === 'left-out' && !isEdited ? 'compiled' : one.state,
    compiledSeal: seal,
    compiledSources: source,
    sources: isEdited ? one.sources : withTranslated(one, source),
    words: words.filter((row) => row.compiled !== null || row.edited !== null),
  };
}

/** A translation that somebody wrote may still say what the sources of before said: they stay as long as it is outdated. */
function withTranslated(one: StandingPassage, source: PassageSource[]): PassageSource[] {
  if (!one.words.some(({ edited }) => edited !== null)) return source;
  const known = new Set(source.map(idOf));
  return [...source, ...one.sources.filter((each) => !known.has(idOf(each)))];
}
const idOf = ({ kind, id, named, seal }: PassageSource) => [kind, id, named, seal].join(' ');

function newlyCompiled(key: string, compiled: CompiledWords, original: string): MergedPassage {
  const now = blocksOf(key, compiled);
  const sources = sourcesOf(key, compiled, original);
  return {
    ...{ id: null, key, state: 'compiled', moved: false, gone: false, takenSeal: null },
    ...{ sources, compiledSources: sources, compiledSeal: sealOfBlocks(now.get(original) ?? []) },
    words: [...now].map(([language, blocks]) => ({
      ...{ language, compiled: blocks, edited: null, translates: null },
    })),
  };
}

const blocksOf = (key: string, compiled: CompiledWords): Map<string, Block[]> =>
  new Map(
    [...compiled].flatMap(([language, passages]) => {
      const found = indexed(passages).get(key);
      return found ? [[language, found.blocks] as const] : [];
    }),
  );

const sourcesOf = (key: string, compiled: CompiledWords, original: string): PassageSource[] =>
  indexed(compiled.get(original) ?? []).get(key)?.sources ?? [];

const hasEntries = (sources: readonly PassageSource[]) => sources.some(({ kind }) => kind === 'entry');

const indices = new WeakMap<readonly CompiledPassage[], Map<string, CompiledPassage>>();
function indexed(passages: readonly CompiledPassage[]): Map<string, CompiledPassage> {
  let index = indices.get(passages);
  if (!index) indices.set(passages, (index = new Map(passages.map((one) => [one.key, one]))));
  return index;
}
