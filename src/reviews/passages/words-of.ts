import { createHash } from 'node:crypto';
import type { Block } from '../../platform/documents/document.js';

/** What a passage says in one language, as its row keeps it. */
export interface WordsRow {
  language: string;
  compiled: Block[] | null;
  edited: Block[] | null;
  translates: string | null;
}

/** Changes with whatever the blocks say. */
export const sealOfBlocks = (blocks: readonly Block[]): string =>
  createHash('sha256').update(JSON.stringify(blocks)).digest('hex');

export interface SaidIn {
  blocks: Block[];
  /** They are the original's, since there is no translation of them. */
  untranslated: boolean;
  /** A translation of other words than the original has now. */
  outdated: boolean;
}

const NOTHING: SaidIn = { blocks: [], untranslated: false, outdated: false };

/**
 * What a passage says in a language: the secretariat's words before the compiled ones. What the secretariat wrote in the
 * original alone is not translated by what was compiled beside it, which says something else.
 */
export function saidIn(words: readonly WordsRow[], language: string, original: string): SaidIn {
  const of = (one: string) => words.find((row) => row.language === one);
  const source = of(original);
  const said = source?.edited ?? source?.compiled;
  if (!said) return NOTHING;
  if (language === original) return { blocks: said, untranslated: false, outdated: false };
  const translation = of(language);
  if (translation?.edited) {
    const outdated = translation.translates !== null && translation.translates !== sealOfBlocks(said);
    return { blocks: translation.edited, untranslated: false, outdated };
  }
  if (!source?.edited && translation?.compiled)
    return { blocks: translation.compiled, untranslated: false, outdated: false };
  return { blocks: said, untranslated: true, outdated: false };
}

/** Whether a paragraph takes a number where paragraphs are numbered; one that says nothing of it does. */
export const takesNumber = (block: Block): boolean =>
  block.type === 'paragraph' &&
  block.numbered !== false &&
  (block.style === undefined || block.style === 'normal');
