import type { Document } from '../../platform/documents/document.js';
import type { DocumentHead } from '../compilation/compilation-outline.js';
import type { PassageSource, PassageState } from '../passages/passage.js';
import type { WordsRow } from '../passages/words-of.js';
import type { DocumentForm, InLanguages } from '../templates/template.js';

/** The words of the masthead, as its secretariat wrote them. */
export interface DocumentHeading {
  symbol?: string;
  session?: string;
  agendaItem?: string;
  distribution?: string;
  /** By language of a translation. */
  translated?: Record<string, Pick<DocumentHeading, 'session' | 'agendaItem' | 'distribution'>>;
}

export interface DocumentPassage {
  id: string;
  sectionKey: string;
  key: string | null;
  state: PassageState;
  sources: readonly PassageSource[];
  words: readonly WordsRow[];
}

export interface DocumentSection {
  key: string;
  title: InLanguages;
}

/** What a document is put together from. */
export interface DocumentParts {
  /** Its original language, and what it is called there and in its translations. */
  original: string;
  title: string;
  titles: Readonly<Record<string, string>>;
  form: DocumentForm;
  heading: DocumentHeading | null;
  /** By language. */
  heads: Readonly<Record<string, DocumentHead>>;
  /** In order, and their passages in theirs. */
  sections: readonly DocumentSection[];
  passages: readonly DocumentPassage[];
  /** Ids of the passages that are in no document now. */
  masked: ReadonlySet<string>;
  /** "Draft", in the document's language. */
  standing: string;
  /** ISO 8601. */
  created: string;
}

/** A chapter of a document, as pages find its blocks. */
export interface Chapter {
  key: string;
  /** Its first block, which is its heading, and the one after its last. */
  from: number;
  until: number;
  /** Number of its first numbered paragraph. */
  first: number;
}

export interface AssembledDocument {
  document: Document;
  chapters: Chapter[];
}
