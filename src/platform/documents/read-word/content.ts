import type { Block } from './lines.js';
import type { WordPackage } from './package.js';
import { WordReader } from './word-reader.js';
import { within } from './xml.js';

export interface WordContent {
  blocks: Block[];
  /** What stands in headers and footers. */
  margins: Block[];
  /** Pictures, charts and embedded files, which have no text; and remarks of colleagues in the margin. */
  pictures: number;
  comments: number;
  /** Whether some of the text is struck out or hidden, and whether changes are tracked. */
  struck: boolean;
  hidden: boolean;
  tracked: boolean;
}

/**
 * What a reader sees of a Word file as text: with the numbers of lists, notes, symbols, text boxes and the addresses of
 * links; without what was deleted while changes were tracked.
 */
export function readContent(from: WordPackage): WordContent {
  const reader = new WordReader(from);
  const blocks = reader.blocks(from.main);
  const margins = ['header', 'footer'].flatMap((kind) =>
    from.parts(kind).flatMap((part) => reader.blocks(part)),
  );
  const comments = from.parts('comments').flatMap((part) => [...within(part, 'comment')]).length;
  const { pictures, struck, hidden, tracked } = reader;
  return { blocks, margins, pictures, comments, struck, hidden, tracked };
}
