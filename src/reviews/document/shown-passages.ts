import type { DocumentParts, DocumentPassage } from './assembled.js';
import { saidIn } from '../passages/words-of.js';

/**
 * The passages that stand in a document: neither left out nor masked, and saying something. A compiled heading under
 * which nothing is left goes too. By the original alone, so that they are the same in every language.
 */
export function shownPassages({
  sections,
  passages,
  masked,
  original,
}: Pick<DocumentParts, 'sections' | 'passages' | 'masked' | 'original'>): DocumentPassage[] {
  return sections.flatMap(({ key }) => {
    const there = passages
      .filter((one) => one.sectionKey === key && one.state !== 'left-out' && !masked.has(one.id))
      .map((passage) => ({ passage, blocks: saidIn(passage.words, original, original).blocks }))
      .filter(({ blocks }) => blocks.length > 0);
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
