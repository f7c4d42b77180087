import type { DocumentParts, DocumentPassage } from './assembled.js';
import type { Block } from '../../platform/documents/document.js';
import { saidIn, takesNumber } from '../passages/words-of.js';
import { lostReferences } from './lost-references.js';

/**
 * The passages that stand in a document: neither left out nor masked, and saying something. A compiled heading under
 * which nothing is left goes too, and what refers to nothing but passages that do not stand there. By the original alone, so that they are the same in every language.
 */
export function shownPassages({
  sections,
  passages,
  masked,
  original,
}: Pick<DocumentParts, 'sections' | 'passages' | 'masked' | 'original'>): DocumentPassage[] {
  const shown = passages
    .filter((one) => one.state !== 'left-out' && !masked.has(one.id))
    .map((passage) => ({ passage, blocks: saidIn(passage.words, original, original).blocks }));
  const keys = new Set(shown.flatMap(({ blocks }) => blocks.filter(takesNumber).flatMap(keyOf)));
  const says = (block: Block) =>
    block.type !== 'paragraph' ||
    block.runs.length === 0 ||
    lostReferences(block.runs, (key) => keys.has(key)).length > 0;
  return sections.flatMap(({ key }) => {
    const there = shown.filter(({ passage, blocks }) => passage.sectionKey === key && blocks.some(says));
    const kept: DocumentPassage[] = [];
    /** Of the highest heading that something stands under, read from the end. */
    let under = 0;
    for (const { passage, blocks } of there.reverse()) {
      const levels = blocks.map((block) => (block.type === 'heading' ? block.level : 9));
      const level = Math.min(...levels);
      const isHeading = levels.every((one) => one < 9);
      if (isHeading && passage.key !== null && passage.state === 'compiled' && level >= under) continue;
      kept.push(passage);
      under = level;
    }
    return kept.reverse();
  });
}

const keyOf = (block: Block) => (block.type === 'paragraph' && block.key ? [block.key] : []);
