import type { Passage } from '../../passages/passage.entity.js';
import { blocksIn, numberedIn, sealOf, wordsRow } from './passage-words.js';

/** How a translation stands towards the original of a passage. */
export type TranslationStanding =
  /** It says what the original says, or nobody wrote over either. */
  | 'current'
  /** There are no words in this language. */
  | 'missing'
  /** The original was changed since. */
  | 'outdated'
  /** It has another number of numbered paragraphs: the versions would number differently. */
  | 'unequal';

export function standingOf(
  passage: Pick<Passage, 'words'>,
  original: string,
  language: string,
): TranslationStanding {
  const source = blocksIn(passage, original, original);
  if (!source) return 'current';
  const blocks = blocksIn(passage, language, original);
  if (!blocks) return 'missing';
  if (numberedIn(blocks) !== numberedIn(source)) return 'unequal';
  const { edited, translates } = wordsRow(passage, language)!;
  return edited && translates !== sealOf(source) ? 'outdated' : 'current';
}
