import type { Block, Document } from '../../platform/documents/document.js';
import type { Chapter } from './assembled.js';

/** A part of a chapter that fits on a page. */
export interface TextPage {
  blocks: Block[];
  /** Number of its first numbered paragraph. */
  first: number;
}

/** Characters of a page's blocks: with its frame and the marks around them, less than a phone waits for. */
const MOST = 16_000;

/** The blocks of a chapter without its heading, on as many pages as they need; a page ends where a passage does. */
export function pagesOf({ blocks }: Pick<Document, 'blocks'>, { from, until, first }: Chapter): TextPage[] {
  const pages: TextPage[] = [];
  let number = first;
  let length = 0;
  let unit: string | undefined;
  for (const block of blocks.slice(from + 1, until)) {
    const own = 'unit' in block ? block.unit : undefined;
    if (pages.length === 0 || (length > MOST && own !== unit)) {
      pages.push({ blocks: [], first: number });
      length = 0;
    }
    pages.at(-1)!.blocks.push(block);
    length += JSON.stringify(block, withoutPictures).length;
    unit = own;
    if (block.type === 'paragraph' && block.numbered) number += 1;
  }
  return pages;
}

const withoutPictures = (key: string, value: unknown) => (key === 'base64' ? undefined : value);
