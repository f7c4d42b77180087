import type { ReviewKind } from '../cycles/review-cycles.data.js';
import type { Language } from '../../platform/i18n/i18n.js';

/*
 * A template is data: which sections a kind of document has, what is compiled into each, and which limits hold. The
 * shipped ones are in templates.data.ts, each with its source; a secretariat copies one and changes the copy. A document
 * keeps its template as it was when it was begun (`DocumentForm`), so that changing a template changes no document.
 */

/** What a document is begun for; it decides which period is proposed. */
export const OCCASIONS = ['cycle', 'plan', 'meeting', 'period'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** In the languages of the interface; `en` is always there. */
export type InLanguages = Partial<Record<Language, string>> & { en: string };

export interface DocumentTemplate {
  /** `forum-contribution`; of a copy its id. */
  key: string;
  name: InLanguages;
  purpose: InLanguages;
  /** Where its shape comes from: a resolution's paragraph, a form, a guidance note. */
  source: string;
  occasion: Occasion;
  /** For which kinds of cycle; of none but those begun for a cycle. */
  cycleKinds?: ReviewKind[];
  /** The languages that whoever receives it takes, or that the secretariat makes it in: those chosen when one is begun. */
  languages?: string[];
  form: DocumentForm;
  sections: TemplateSection[];
}

/** How a document of this kind is made up. */
export interface DocumentForm {
  /** Whether its paragraphs have numbers, which then are the same in every language version. */
  numbered: boolean;
  masthead: 'united-nations' | 'plain';
  orientation: 'portrait' | 'landscape';
  contents: boolean;
  limits: Limits | null;
}

/** Words as United Nations documents count them (headings and footnotes included), or characters with spaces. */
export interface Limits {
  words?: number;
  characters?: { least?: number; most: number };
}

export interface TemplateSection {
  /** Unlike all others of its template; letters, figures and `-`. */
  key: string;
  title: InLanguages;
  /** What belongs here, for whoever writes. In no document. */
  guidance: InLanguages | null;
  limits: Limits | null;
  contents: Content[];
}

/** One thing that is compiled into a section. */
export interface Content {
  kind: ContentKind;
  /** Narrows it; what is left out narrows nothing. */
  only?: ContentScope;
}

export interface ContentScope {
  objectives?: number[];
  roundTable?: number;
  /** Numbers of the Compact's guiding principles. */
  principles?: number[];
  /** A thematic area of practices. */
  theme?: string;
  /** An item of the plan, with all below it. */
  itemId?: string;
  /** Codes of States. */
  states?: string[];
  /** Which parts of what was reported. */
  parts?: EntryPart[];
}

export const ENTRY_PARTS = ['done', 'results', 'challenges', 'nextSteps', 'support'] as const;
export type EntryPart = (typeof ENTRY_PARTS)[number];

/** What the product can put together, each from one file of compilation/contents/. */
export const CONTENT_KINDS = [
  /** What the document is, for which cycle and period, how it was put together. */
  'purpose',
  /** The mechanism: kind, members, observers, chair, secretariat. */
  'mechanism',
  /** The map of membership, as a picture. */
  'map',
  /** The plans in force in the period. */
  'plans',
  /** The objective board, as a picture with its figures. */
  'board',
  /** Objective by objective: a summary with figures, the plan's items, what was reported. */
  'objectives',
  /** What serves no single objective. */
  'institutional',
  /** The parts of entries alone (results, next steps ...), without the objectives' headings. */
  'parts',
  /** How the plan's items stand. */
  'statuses',
  /** The tracking matrix: activity, objectives, deliverables, indicators, timeline, responsible, status, progress. */
  'matrix',
  /** Readings of indicators, with charts. */
  'indicators',
  /** The plan and the period on a line, as a picture. */
  'timeline',
  'practices',
  /** Meetings held in the period, and what they decided. */
  'meetings',
  /** The record of the one meeting the document is for: agenda, participants, decisions. */
  'record',
  'partnerships',
  /** Counted where enough reporters name them. */
  'challenges',
  'support',
  /** The Sustainable Development Goals that items and entries serve. */
  'goals',
  /** The priorities of the chair. */
  'priorities',
] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];
