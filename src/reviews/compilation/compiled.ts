import { roundTables } from '../../framework/round-tables.data.js';
import type { DocumentLogo } from '../../mechanisms/look/look.js';
import type { Day } from '../../platform/i18n/day.js';

/*
 * What a submission says, as text in its own language: titles, labels and sentences as worded on the day it was
 * compiled. Word, PDF, HTML and JSON are made from this value alone, so a frozen one can be made again byte for
 * byte after the catalogue, the plans or the names have changed. Nothing in it is a Date or a function.
 */

export const SECTION_KEYS = [
  'introduction',
  ...roundTables.map(({ number }) => `round-table-${number}` as const),
  'institutional',
  'overview',
  'conclusions',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

/** Text; `language` is set when it is not the document's: such text stays in its original. */
export interface TextRun {
  text: string;
  language?: string;
  /** Text of a footnote that follows. */
  note?: string;
}

/** The number of the paragraph with that key. Numbers are known only when the secretariat's own words stand too. */
export interface SeeRun {
  see: string;
}

export type CompiledRun = TextRun | SeeRun;

export interface CompiledHeading {
  type: 'heading';
  text: string;
  /** Lettered A, B, C: only where there are at least two beside each other. */
  lettered: boolean;
  language?: string;
  objective?: number;
}

export interface CompiledParagraph {
  type: 'paragraph';
  runs: CompiledRun[];
  /** What others refer to it by. */
  key?: string;
  /** The entry it comes from; only for one released by name. */
  entryId?: string;
}

export interface CompiledList {
  type: 'list';
  items: CompiledRun[][];
}

export interface CompiledTable {
  type: 'table';
  caption: string;
  /** A label, and a count. */
  columns: [string, string];
  rows: { label: string; language?: string; count: number }[];
}

export interface CompiledTile {
  objective: number;
  label: string;
  planned: number;
  underWay: number;
  /** Null: too few reporters stand behind it. Not there in what was frozen before it was counted. */
  underWayReported?: number | null;
  reported: number;
}

export interface CompiledBoard {
  type: 'board';
  caption: string;
  legend: string;
  figures: { planned: string; underWay: string; underWayReported?: string; reported: string };
  groups: { title: string; tiles: CompiledTile[] }[];
}

export type CompiledBlock =
  CompiledHeading | CompiledParagraph | CompiledList | CompiledTable | CompiledBoard;

export interface CompiledSection {
  key: SectionKey;
  title: string;
  blocks: CompiledBlock[];
}

/** The fixed words of the page around the text, in the document's language. */
export interface CompiledWords {
  contents: string;
  page: string;
  of: string;
  notes: string;
  note: string;
  backToText: string;
  standing: string;
}

/** Numbers of released entries the text is made from; never by State. */
export interface EntryCounts {
  all: number;
  delegations: number;
  secretariat: number;
  partners: number;
  /** Of those released without attribution, by whomever. */
  unnamed: number;
}

/** Everything but the chapters. */
export interface CompiledHead {
  /** The resolution whose objectives it is ordered by. */
  framework: string;
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  mechanism: { id: string; name: string; abbreviation: string };
  cycle: { id: string; name: string };
  period: { from: Day; until: Day };
  facts: { label: string; value: string }[];
  footer: string;
  counts: EntryCounts;
  words: CompiledWords;
}

export interface CompiledSubmission extends CompiledHead {
  sections: CompiledSection[];
}

/** A submission as it reads: what was compiled, and around it what the secretariat wrote. This is what is frozen. */
export interface SubmissionText {
  /** Of the mechanism, as it was on the day it was submitted. */
  logo?: DocumentLogo;
  compiled: CompiledSubmission;
  /** The secretariat's own words by section; none for a section it wrote nothing in. */
  own: Partial<Record<SectionKey, string>>;
  /** "Draft", "As submitted on 3 November 2026". */
  standing: string;
  /** The moment the files claim to be made at: the same value gives the same bytes. */
  created: string;
}
