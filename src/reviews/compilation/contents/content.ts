import type { ReleasedEntry } from '../../../progress/release/released-entry.js';
import type { CompiledPassage } from '../../passages/passage.js';
import type { Content } from '../../templates/template.js';
import type { DocumentAsk } from '../ask.js';
import type { OutlinedEntry } from '../compilation-outline.js';
import type { DocumentFacts } from '../facts/document-facts.js';
import type { Material } from '../material/material.js';
import type { SectionPlacement } from '../placing/placement.js';
import type { DocumentOrder } from '../placing/document-order.js';
import type { DocumentWords } from '../words/document-words.js';

/** What one content of a section is put together from; the same for every language. */
export interface ContentContext {
  ask: DocumentAsk;
  facts: DocumentFacts;
  content: Content;
  /** Where it stands: its section, and its place among the contents of that. */
  sectionKey: string;
  index: number;
  /** Begins the keys of what is about this place and about no source. */
  at: string;
  placement: SectionPlacement;
  entries: ReadonlyMap<string, OutlinedEntry>;
  order: DocumentOrder;
  /** The words that stand in this section. */
  texts: ReadonlyMap<string, ReleasedEntry>;
  material: Material;
  /** Whether a sentence may go on in a reporter's words: where all versions are written in one direction. */
  runsIn: boolean;
}

/**
 * Puts a content together in one language, passage by passage: the same passages in the same order in every language.
 * Pure; whoever asks for the next passage decides when.
 */
export type CompileContent = (context: ContentContext, words: DocumentWords) => Iterable<CompiledPassage>;
