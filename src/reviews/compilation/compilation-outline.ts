import type { Document } from '../../platform/documents/document.js';
import type { CompiledPassage } from '../passages/passage.js';

/*
 * A document is compiled in two steps, so that no process ever holds all texts at once: an outline of all that is
 * released, without any words, decides what stands where and what may be counted; then each section reads the texts
 * that stand in it.
 */

/** What decides of one released entry where it stands and how far it is counted. */
export interface OutlinedEntry {
  id: string;
  /** Whose it is, named or not: to count reporters by. */
  voice: string;
  attributed: boolean;
  /** Changes with whatever a document says of it. */
  seal: string;
}

export interface CompilationOutline {
  /** Changes whenever anything may have been released, withdrawn or accepted. */
  fingerprint: string;
  entries: OutlinedEntry[];
}

/** All of a document but its sections, in one language. */
export type DocumentHead = Omit<Document, 'blocks' | 'logo' | 'created'>;

export interface CompiledSectionWords {
  title: string;
  passages: CompiledPassage[];
}

/** One section of a document, compiled in each of its languages: the same passages in the same order, by key. */
export type CompiledLanguages = ReadonlyMap<string, CompiledSectionWords>;
