import type { Block } from '../../../platform/documents/document.js';
import { InvalidError } from '../../../platform/errors.js';
import type { SentBlock } from './sent-blocks.js';

const isKept = ({ type }: Block) => type === 'figure' || type === 'board' || type === 'page-break';

/** What an editor shows and does not change, in order: a kept block names one of these by its place. */
export const keptIn = (blocks: readonly Block[]): Block[] => blocks.filter(isKept);

/** The words as the editor gets them. */
export function toSent(blocks: readonly Block[]): SentBlock[] {
  let count = 0;
  return blocks.map((block): SentBlock => {
    const { unit: _, ...words } = block as Block & { unit?: string };
    if (!isKept(block)) return words;
    const of = count++;
    if (block.type !== 'figure') {
      const caption = block.type === 'board' ? block.caption : undefined;
      return { type: 'kept', of, ...(caption && { caption }) };
    }
    return {
      type: 'kept',
      of,
      text: block.picture.text,
      ...(block.caption && { caption: block.caption }),
    };
  });
}

/** The words to store; a kept block again as it was. Throws InvalidError on `blocks` for one that was not there. */
export function fromSent(sent: readonly SentBlock[], before: readonly Block[]): Block[] {
  const kept = keptIn(before);
  return sent.map((block): Block => {
    if (block.type !== 'kept') return block;
    const there = kept[block.of];
    if (!there) throw InvalidError.field('blocks', 'error.format');
    if (there.type !== 'figure') return there;
    const { caption: _, ...figure } = there;
    return {
      ...figure,
      ...(block.caption && { caption: block.caption }),
      picture: { ...there.picture, text: block.text ?? there.picture.text },
    };
  });
}
