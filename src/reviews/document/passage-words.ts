import type { Block, Heading } from '../../platform/documents/document.js';
import { directionOf, translator } from '../../platform/i18n/i18n.js';
import { saidIn, takesNumber } from '../passages/words-of.js';
import type { DocumentParts, DocumentPassage } from './assembled.js';

/**
 * The blocks of a passage in a language, marked with its id, with as many numbered paragraphs as the original has: what
 * a translation is short of stands in the original's words, and what it has beyond takes no number.
 */
export function passageWords(
  { id, words }: DocumentPassage,
  language: string,
  { original, form }: Pick<DocumentParts, 'original' | 'form'>,
): Block[] {
  const source = saidIn(words, original, original).blocks;
  const { blocks, untranslated } = saidIn(words, language, original);
  const ours = untranslated ? source.map((block) => foreign(block, original, language)) : blocks;
  const numbered = form.numbered ? numberedAs(ours, source, original, language) : ours.map(withoutNumber);
  return numbered.map((block) => ({
    ...belowChapter(block),
    ...(block.type !== 'page-break' && { unit: id }),
  }));
}

function numberedAs(blocks: readonly Block[], source: readonly Block[], original: string, language: string) {
  const inSource = source.filter(takesNumber);
  let left = inSource.length;
  const ours = blocks.map((block): Block => {
    if (block.type !== 'paragraph') return block;
    const isNumbered = takesNumber(block) && left > 0;
    if (isNumbered) left -= 1;
    return { ...block, numbered: isNumbered };
  });
  const missing = inSource.slice(inSource.length - left).map((block) => foreign(block, original, language));
  return [...ours, ...missing.map((block): Block => ({ ...block, numbered: true }) as Block)];
}

const withoutNumber = (block: Block): Block =>
  block.type === 'paragraph' ? { ...block, numbered: false } : block;

/** A chapter's own heading is the only one of its level. */
const belowChapter = (block: Block): Block =>
  block.type === 'heading' ? { ...block, level: Math.max(2, block.level) as Heading['level'] } : block;

/** A block in the original's language, in a translation: its numbers stay in the column of the others. */
function foreign(block: Block, original: string, language: string): Block {
  if (block.type !== 'paragraph' && block.type !== 'list') return block;
  const inOriginal = { language: block.language ?? original, direction: directionOf(original) };
  if (block.type === 'list') return { ...block, ...inOriginal };
  const mark = translator(language)('doc.untranslated');
  return {
    ...block,
    ...inOriginal,
    direction: directionOf(language),
    runs: [...block.runs, { text: ` [${mark}]`, italic: true, language, direction: directionOf(language) }],
  };
}
