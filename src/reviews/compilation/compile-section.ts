import { directionOf } from '../../platform/documents/clean.js';
import type { ReleasedEntry } from '../../progress/release/released-entry.js';
import { isLanguage } from '../../platform/i18n/i18n.js';
import { type AskedSection, type DocumentAsk, languagesOf } from './ask.js';
import type { CompilationOutline, CompiledSectionWords, OutlinedEntry } from './compilation-outline.js';
import { CONTENTS } from './contents/contents.js';
import type { ContentContext } from './contents/content.js';
import { poolPassages } from './contents/pools.js';
import type { Material } from './material/material.js';
import { DocumentOrder } from './placing/document-order.js';
import type { SectionPlacement } from './placing/placement.js';
import type { CompiledPassage } from '../passages/passage.js';
import { DocumentWords } from './words/document-words.js';

/** What a section is compiled from: all plain values. */
export interface SectionInput {
  ask: DocumentAsk;
  section: AskedSection;
  outline: CompilationOutline;
  texts: ReadonlyMap<string, ReleasedEntry>;
  material: Material;
}

/**
 * A section in each of its languages. It answers after every passage, so that a process that has others to serve may
 * let them in between; `compiledSection` does it in one go.
 */
export function* compileSection(input: SectionInput): Generator<void, Map<string, CompiledSectionWords>> {
  const { ask, section, outline, texts, material } = input;
  const languages = languagesOf(ask);
  const entries = new Map(outline.entries.map((entry) => [entry.id, entry]));
  const order = orderOf(outline, entries, ask.language);
  const placement =
    outline.placement.sections.find(({ key }) => key === section.key) ?? emptyPlacement(section.key);
  const runsIn = new Set(languages.map(directionOf)).size === 1;
  const shared = { ask, facts: outline.facts, entries, order, texts, material, placement, runsIn };
  const compiled = new Map<string, CompiledSectionWords>();
  for (const language of languages) {
    const words = new DocumentWords(language, ask.form.numbered);
    const passages = [];
    for (const passage of passagesOf(section, shared, words)) {
      passages.push(passage);
      yield;
    }
    const title = (isLanguage(language) && section.title[language]) || section.title.en;
    compiled.set(language, { title, passages });
  }
  return compiled;
}

/** What is unnamed comes last: what stood after it would seem to be unnamed too. */
function* passagesOf(
  section: AskedSection,
  shared: Omit<ContentContext, 'content' | 'index' | 'sectionKey' | 'at'>,
  words: DocumentWords,
): Iterable<CompiledPassage> {
  const contexts = section.contents.map((content, index): ContentContext => ({
    ...shared,
    content,
    index,
    sectionKey: section.key,
    at: `${section.key}/${index}`,
  }));
  for (const context of contexts) yield* CONTENTS[context.content.kind](context, words);
  for (const context of contexts) yield* poolPassages(context, words);
}

const orders = new WeakMap<CompilationOutline, DocumentOrder>();

/** The same for all sections of a document. */
function orderOf(
  outline: CompilationOutline,
  entries: ReadonlyMap<string, OutlinedEntry>,
  language: string,
): DocumentOrder {
  const order =
    orders.get(outline) ?? new DocumentOrder(outline.facts.items, entries, language, outline.placement);
  orders.set(outline, order);
  return order;
}

export function compiledSection(input: SectionInput): Map<string, CompiledSectionWords> {
  const steps = compileSection(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const emptyPlacement = (key: string): SectionPlacement => ({ key, taken: [], pool: [], documentPool: [] });
