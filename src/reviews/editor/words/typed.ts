import type { Block } from '../../../platform/documents/document.js';
import { Problem } from '../../../platform/http/field.js';
import { InvalidError } from '../../../platform/errors.js';
import { fromSent } from './kept-blocks.js';
import { fromText } from './markup-words.js';
import { readBlocks, type SentBlock } from './sent-blocks.js';

/** What somebody wrote, in an editor or in a textarea, given the words it was opened with. */
export const blocksOf =
  ({ blocks, text }: { blocks?: readonly SentBlock[]; text?: string | null }) =>
  (before: readonly Block[]): Block[] => {
    const words = blocks ? fromSent(blocks, before) : fromText(text ?? '', before);
    if (words.length === 0) throw InvalidError.field('text', 'error.required');
    return words;
  };

/** What an editor sent, to be shown in it again; null where a textarea was used. */
export function typedBlocks({ blocks }: Record<string, unknown>): SentBlock[] | null {
  if (blocks === undefined || blocks === '') return null;
  const read = readBlocks(blocks);
  return read instanceof Problem ? null : read;
}
