import type { PassageNews, PassageSource } from '../passages/passage.js';
import type { Passage } from '../passages/passage.entity.js';
import type { Submission, SubmissionSection } from '../submissions/submission.entity.js';
import type { TranslationStanding } from './words/translation.js';

/** A passage as its secretariat reads it. */
export interface PassageView {
  passage: Passage;
  news: PassageNews;
  /** The sources that may not be used any more as they were taken. */
  withdrawn: readonly PassageSource[];
  /** Number of its first numbered paragraph, null where it has none or is in no document. */
  number: number | null;
  /** By language of a translation. */
  standings: ReadonlyMap<string, TranslationStanding>;
  unsettled: number;
}

export interface Measured {
  words: number;
  characters: number;
}

export interface SectionView {
  submission: Submission;
  section: SubmissionSection;
  /** In order. */
  sections: SubmissionSection[];
  /** Those of the page, left-out ones not among them. */
  shown: PassageView[];
  leftOut: PassageView[];
  page: number;
  pages: number;
  /** In the document's original language. */
  measure: { section: Measured; whole: Measured };
}

export interface OnePassage extends PassageView {
  submission: Submission;
  section: SubmissionSection;
  sections: SubmissionSection[];
  /** The passages that stand beside it in its section. */
  before: Passage | null;
  next: Passage | null;
  /** What comes before `before`: to move it up. */
  twoBefore: Passage | null;
}
