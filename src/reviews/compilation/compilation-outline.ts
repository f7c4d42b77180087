import type { Day } from '../../platform/i18n/day.js';
import type { Document } from '../../platform/documents/document.js';
import type { ItemStatus } from '../../plans/plan/vocabulary.js';
import type { ReporterKind } from '../../progress/entries/vocabulary.js';
import type { CompiledPassage } from '../passages/passage.js';
import type { EntryPart } from '../templates/template.js';
import type { DocumentFacts } from './facts/document-facts.js';
import type { Placement } from './placing/placement.js';

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
  reporterKind: ReporterKind;
  /** Null where it is not named, and for the secretariat. */
  reporter: string | null;
  attributed: boolean;
  /** Changes with whatever a document says of it. */
  seal: string;
  itemIds: string[];
  /** Of the Compact: its own, and those of its items. */
  objectives: number[];
  /** Speaks of something that serves no single objective. */
  institutional: boolean;
  periodStart: Day;
  periodEnd: Day;
  acceptedAt: string | null;
  status: ItemStatus | null;
  challengeCodes: string[];
  supportKinds: string[];
  practice: boolean;
  /** Which of its parts have words, with the language of each and a hash that says nothing of who wrote it. */
  parts: OutlinedPart[];
}

export interface OutlinedPart {
  part: EntryPart;
  /** Null: the document's own. */
  language: string | null;
  hash: string;
}

export interface CompilationOutline {
  /** Changes whenever anything may have been released, withdrawn or accepted. */
  fingerprint: string;
  entries: OutlinedEntry[];
  facts: DocumentFacts;
  placement: Placement;
}

/** All of a document but its sections, in one language. */
export type DocumentHead = Omit<Document, 'blocks' | 'logo' | 'created'> & {
  /** Of a report on a plan, which says how far it reaches: to its own day at most. */
  period?: DocumentFacts['period'];
};

export interface CompiledSectionWords {
  title: string;
  passages: CompiledPassage[];
}

/** One section of a document, compiled in each of its languages: the same passages in the same order, by key. */
export type CompiledLanguages = ReadonlyMap<string, CompiledSectionWords>;
