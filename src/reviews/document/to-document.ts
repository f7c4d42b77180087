import type { Block, Document } from '../../platform/documents/document.js';
import type { CompiledSection, CompiledSubmission, SubmissionText } from '../compilation/compiled.js';
import { chapterLead } from './numerals.js';
import { paragraphsOf } from './paragraphs.js';
import { blocksOf } from './document-blocks.js';

/**
 * The submission as a document: a chapter per section that has anything to say, the secretariat's own words first,
 * then what was compiled. Uses no word that is not in the value, so that a frozen one stays as it was.
 */
export function toDocument(text: SubmissionText): Document {
  const { compiled } = text;
  const { contents, page, of, notes, note, backToText, standing } = compiled.words;
  return {
    title: compiled.title,
    subtitle: compiled.mechanism.name,
    language: compiled.language,
    direction: compiled.direction,
    created: text.created,
    facts: [...compiled.facts, { label: standing, value: text.standing }],
    contents: { heading: contents },
    footer: compiled.footer,
    labels: { page, of, notes, note, backToText },
    blocks: chaptersOf(text).flatMap((chapter) => chapter.blocks),
  };
}

export interface Chapter {
  section: CompiledSection;
  /** `I.`; null for a chapter that has nothing to say and is left out. */
  lead: string | null;
  /** Number of its first paragraph. */
  first: number;
  blocks: Block[];
}

/** The chapters with their numbers, and with references to paragraphs settled. */
export function chaptersOf({ compiled, own }: SubmissionText): Chapter[] {
  const numbers = paragraphNumbers(compiled, own);
  let chapters = 0;
  let first = 1;
  return compiled.sections.map((section) => {
    const words = paragraphsOf(own[section.key]);
    if (words.length === 0 && section.blocks.length === 0) return { section, lead: null, first, blocks: [] };
    const lead = chapterLead((chapters += 1), compiled.language);
    const blocks: Block[] = [
      { type: 'heading', level: 1, text: section.title, lead },
      ...words.map((paragraph): Block => ({
        type: 'paragraph',
        numbered: true,
        runs: [{ text: paragraph }],
      })),
      ...blocksOf(section.blocks, compiled.language, numbers),
    ];
    const chapter = { section, lead, first, blocks };
    first += blocks.filter((block) => block.type === 'paragraph').length;
    return chapter;
  });
}

/** Numbers run through the whole document, so they depend on how much the secretariat wrote before. */
function paragraphNumbers(compiled: CompiledSubmission, own: SubmissionText['own']): Map<string, number> {
  const numbers = new Map<string, number>();
  let count = 0;
  for (const section of compiled.sections) {
    count += paragraphsOf(own[section.key]).length;
    for (const block of section.blocks) {
      if (block.type !== 'paragraph') continue;
      count += 1;
      if (block.key) numbers.set(block.key, count);
    }
  }
  return numbers;
}
