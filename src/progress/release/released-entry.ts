import type { Day } from '../../platform/i18n/day.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { EntryContent } from '../entries/entry-content.js';
import type { ReporterKind } from '../entries/vocabulary.js';

/** An entry as a document may use it: the accepted words, and the reporter's name only if it said so. */
export interface ReleasedEntry {
  /** Null when released without attribution: an id could be matched with what members see elsewhere. */
  entryId: string | null;
  reporterKind: ReporterKind;
  /** State code or partner name; null when unattributed, and for the secretariat. */
  reporter: string | null;
  attributed: boolean;
  /** A State that was a member of the mechanism in the period; the document decides how far that may be said. */
  ofMember: boolean;
  periodStart: Day;
  periodEnd: Day;
  /** The accepted words; in place of the narrative, a summary that the reporter approved for these documents. */
  content: EntryContent;
  /** Those it speaks about by itself, where no item says so. */
  objectives: number[];
  /** Language of such a summary; null when the narrative is the entry's own. */
  summaryLanguage: string | null;
  /** What came with the accepted version; none when unattributed, since it could tell who wrote it. */
  evidence: CitedEvidence[];
  items: ReleasedItem[];
}

/** Evidence as a document may cite it: what it is called, and a link's address. Never a file, nor a way to one. */
export interface CitedEvidence {
  title: string;
  /** Null for a file. */
  url: string | null;
}

/**
 * A released entry with what it comes from. The id is for the list of what a document was made from, which its reporter
 * alone reads; it goes into no document.
 */
export interface ReleasedSource {
  id: string;
  /** Whose it is, named or not: to count reporters by. It goes into no document either. */
  voice: string;
  /** When it was accepted here: of several of one reporter the last counts. */
  acceptedAt: string | null;
  /** Another one when documents may say something else of it (`sealOf`). */
  seal: string;
  entry: ReleasedEntry;
  /** The same in its own words, where `entry` has a summary. */
  plain: ReleasedEntry;
}

export interface ReleasedItem {
  id: string;
  planId: string;
  code: string;
  title: Localized;
  objectives: { objective: number; letter: string }[];
}
