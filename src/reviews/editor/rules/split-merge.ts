import type { Block } from '../../../platform/documents/document.js';
import { InvalidError } from '../../../platform/errors.js';
import type { Passage } from '../../passages/passage.entity.js';
import type { PassageSource } from '../../passages/passage.js';
import { blocksIn } from '../words/passage-words.js';
import { standingOf } from '../words/translation.js';

type Worded = Pick<Passage, 'words'>;

/** What a passage says by language; `current`: a translation of the original that is given with it. */
export type WordsByLanguage = Map<string, { blocks: Block[]; current: boolean }>;

/**
 * The two parts of a passage, before and from a block on, in every language that has as many blocks as the original. In
 * the others the first part keeps all of it: no word is lost, and the translation is marked as outdated. Throws
 * InvalidError on `at` for no block to part at.
 */
export function parted(passage: Worded, original: string, at: number): [WordsByLanguage, WordsByLanguage] {
  const source = blocksIn(passage, original, original) ?? [];
  if (at < 1 || at >= source.length) throw InvalidError.field('at', 'error.choice');
  const [first, rest]: [WordsByLanguage, WordsByLanguage] = [new Map(), new Map()];
  for (const { language } of passage.words) {
    const blocks = blocksIn(passage, language, original);
    if (!blocks) continue;
    const current = standingOf(passage, original, language) === 'current';
    if (blocks.length !== source.length) first.set(language, { blocks, current: false });
    else {
      first.set(language, { blocks: blocks.slice(0, at), current });
      rest.set(language, { blocks: blocks.slice(at), current });
    }
  }
  return [first, rest];
}

/** Both passages as one, in each language in which one of them says anything. */
export function joined(
  one: Worded,
  other: Worded,
  [original, ...translations]: readonly string[],
): WordsByLanguage {
  const words: WordsByLanguage = new Map();
  for (const language of [original!, ...translations]) {
    const both = [one, other].map((passage) => blocksIn(passage, language, original!) ?? []);
    const blocks = both.flat();
    const current = [one, other].every((passage) => standingOf(passage, original!, language) === 'current');
    if (blocks.length > 0) words.set(language, { blocks, current });
  }
  return words;
}

/** The sources of all, each once; of the same in two versions both, since words of both stand in the text. */
export function sourcesOf(...passages: Pick<Passage, 'sources'>[]): PassageSource[] {
  const all = passages.flatMap(({ sources }) => sources);
  return [...new Map(all.map((one) => [[one.kind, one.id, one.seal, one.named].join(' '), one])).values()];
}
