import type { Block } from '../document.js';
import { parseMarkup } from './parse-markup.js';

/** A text as blocks of a document with headings of its own: those of the text are paragraphs in bold. */
export const contentBlocks = (text: string, language?: string): Block[] =>
  parseMarkup(text, language).map((block) =>
    block.type === 'heading'
      ? {
          type: 'paragraph',
          runs: [{ text: block.text, bold: true }],
          ...(language !== undefined && { language }),
        }
      : block,
  );
