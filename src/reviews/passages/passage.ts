import type { Block } from '../../platform/documents/document.js';

/*
 * A document is made of passages, the smallest parts that are edited, moved, left out and translated as one: what was
 * compiled from one source or a few, or words of the secretariat's own. A passage holds one block or several.
 */

/** What was compiled for one place, in one language. */
export interface CompiledPassage {
  /**
   * Says what it is about, never where it stands: the same in every language and at every compilation. It may hold the
   * id of an entry, so it is for the database alone.
   */
  key: string;
  blocks: Block[];
  sources: PassageSource[];
}

export const SOURCE_KINDS = [
  'entry',
  'item',
  'indicator',
  'practice',
  'meeting',
  'decision',
  'plan',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a passage says something of. Its secretariat alone reads the list of them. */
export interface PassageSource {
  kind: SourceKind;
  id: string;
  /** Of an entry: whether its reporter lets itself be named. */
  named?: boolean;
  /** Changes whenever the source says something else: the accepted version of an entry, the version of a row. */
  seal: string;
}

export const PASSAGE_STATES = ['compiled', 'edited', 'own', 'left-out'] as const;
/** `compiled`: as compiled, and again with every compilation. The others are the secretariat's work, which compiling leaves alone. */
export type PassageState = (typeof PASSAGE_STATES)[number];

/** How a passage stands towards its sources. */
export type PassageNews =
  /** Nothing to decide. */
  | 'none'
  /** Edited, and the compilation says something else now than when it was edited: take, keep, or show both. */
  | 'changed'
  /** A source was withdrawn, or is no longer released as far as it was: the passage is in no document until that is settled. */
  | 'withdrawn'
  /** Nothing is compiled for it any more. */
  | 'gone';
