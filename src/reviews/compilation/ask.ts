import type { Day } from '../../platform/i18n/day.js';
import type { BasisEntry } from './basis.js';
import type { DocumentForm, TemplateSection } from '../templates/template.js';

/** One section of a document, as far as compiling has to know it. */
export type AskedSection = Pick<TemplateSection, 'key' | 'title' | 'contents'>;

/** What is to be compiled: a submission with its sections, in their order. */
export interface DocumentAsk {
  mechanismId: string;
  cycleId: string | null;
  about: { planId?: string; meetingId?: string } | null;
  /** Its original language; `languages` are those it is translated into. */
  language: string;
  languages: readonly string[];
  title: string;
  /** Of its other versions, by language. */
  titles?: Readonly<Record<string, string>>;
  form: DocumentForm;
  /** Null in rows of before: the period of their cycle. */
  periodFrom: Day | null;
  periodUntil: Day | null;
  /** Of a text that was circulated: the entries it was made from, beside which it takes in none. */
  basis?: readonly BasisEntry[];
  /** All of them: what stands in one does not stand in another. */
  sections: readonly AskedSection[];
}

/** The languages of its versions, the original first. */
export const languagesOf = ({
  language,
  languages,
}: Pick<DocumentAsk, 'language' | 'languages'>): string[] => [...new Set([language, ...languages])];
