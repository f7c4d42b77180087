import type { Block, Figure } from '../../../platform/documents/document.js';
import type { Limits } from '../../templates/template.js';
import type { Measured, PassageView } from '../passage.view.js';
import { blocksIn, textOf } from '../words/passage-words.js';

/*
 * What a secretariat would want to know before others read a document. Nothing here forbids anything; a passage of a
 * withdrawn source is in no document anyway.
 */

export const FINDING_KINDS = [
  'withdrawn',
  'namesState',
  'waits',
  'overWhole',
  'overSection',
  'under',
  'changed',
  'gone',
  'missing',
  'outdated',
  'unequal',
  'noSource',
  'alternative',
  'comment',
  'glyph',
  'unconfirmed',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  kind: FindingKind;
  /** Where it is; null for the document as a whole. */
  passageId?: string;
  section?: string;
  language?: string;
  /** Of the paragraph, as it is numbered. */
  number?: number;
  /** How many, of how many. */
  count?: number;
  most?: number;
  unit?: 'words' | 'characters';
  /** What it is about, in the words of the document. */
  text?: string;
}

/** All that findings are found in. */
export interface Examined {
  original: string;
  limits: Limits | null;
  sections: readonly { key: string; limits: Limits | null }[];
  measures: ReadonlyMap<string, Measured>;
  passages: readonly PassageView[];
  /** What is not confirmed of the cycle that the document is for, in words. */
  unconfirmed: readonly string[];
  /** Released words are in no document, since their language would say whose they are. */
  waits: boolean;
  /** The characters of a text that no font of the files has. */
  missing: (text: string) => Iterable<string>;
  /** Names of States in passages made of words whose reporter is not named, by the passage's id. */
  namedStates: ReadonlyMap<string, readonly string[]>;
}

/** In the order of the kinds, and in each in the order of the document. */
export function findingsIn(examined: Examined): Finding[] {
  const found = [...ofLengths(examined), ...examined.passages.flatMap((view) => ofPassage(view, examined))];
  if (examined.waits) found.push({ kind: 'waits' });
  for (const text of examined.unconfirmed) found.push({ kind: 'unconfirmed', text });
  return byKind(found);
}

export const byKind = <F extends Finding>(found: readonly F[]): F[] =>
  FINDING_KINDS.flatMap((kind) => found.filter((one) => one.kind === kind));

function* ofLengths({ limits, sections, measures }: Examined): Generator<Finding> {
  const whole = [...measures.values()].reduce(
    (sum, one) => ({ words: sum.words + one.words, characters: sum.characters + one.characters }),
    { words: 0, characters: 0 },
  );
  yield* beyond('overWhole', whole, limits);
  const least = limits?.characters?.least;
  if (least && whole.characters < least)
    yield { kind: 'under', count: whole.characters, most: least, unit: 'characters' };
  for (const { key, limits: own } of sections) {
    const measure = measures.get(key);
    if (measure) for (const one of beyond('overSection', measure, own)) yield { ...one, section: key };
  }
}

function* beyond(kind: FindingKind, measure: Measured, limits: Limits | null): Generator<Finding> {
  const most = { words: limits?.words, characters: limits?.characters?.most };
  for (const unit of ['words', 'characters'] as const)
    if (most[unit] !== undefined && measure[unit] > most[unit])
      yield { kind, count: measure[unit], most: most[unit], unit };
}

function ofPassage(view: PassageView, { original, missing, namedStates }: Examined): Finding[] {
  const { passage, news, number, standings, unsettled } = view;
  const at = { passageId: passage.id, section: passage.sectionKey, ...(number !== null && { number }) };
  const found: Finding[] = unsettled > 0 ? [{ kind: 'comment', ...at, count: unsettled }] : [];
  if (passage.state === 'left-out') return found;
  if (news === 'withdrawn') return [{ kind: 'withdrawn', ...at }, ...found];
  if (news !== 'none') found.push({ kind: news, ...at });
  for (const [language, standing] of standings)
    if (standing !== 'current') found.push({ kind: standing, ...at, language });
  const blocks = blocksIn(passage, original, original) ?? [];
  if (passage.state === 'own' && passage.sources.length === 0 && blocks.some(saysSomething))
    found.push({ kind: 'noSource', ...at });
  for (const text of namedStates.get(passage.id) ?? []) found.push({ kind: 'namesState', ...at, text });
  // Most words of entries are the same in every language.
  const known = new Map<string, string>();
  for (const language of [original, ...standings.keys()]) {
    const words = blocksIn(passage, language, original) ?? [];
    const said = textOf(words);
    const text = known.get(said) ?? [...missing(said)].join(' ');
    known.set(said, text);
    if (text) found.push({ kind: 'glyph', ...at, language, text });
    const without = words.filter(isSilent).length;
    if (without > 0) found.push({ kind: 'alternative', ...at, language, count: without });
  }
  return found;
}

/** A heading says nothing that would need a source. */
const saysSomething = ({ type }: Block) => type !== 'heading' && type !== 'page-break';
const isSilent = (block: Block): block is Figure => block.type === 'figure' && !block.picture.text.trim();
