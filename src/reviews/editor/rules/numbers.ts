import type { Passage } from '../../passages/passage.entity.js';
import { blocksIn, numberedIn } from '../words/passage-words.js';

/** Numbers of the first paragraphs, from `next` on; none for a passage without numbered ones. */
export function numbersOf(
  rows: readonly Passage[],
  language: string,
  masked: ReadonlyMap<string, unknown>,
  next: number,
): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const row of rows) {
    if (row.state === 'left-out' || masked.has(row.id)) continue;
    const count = numberedIn(blocksIn(row, language, language) ?? []);
    if (count > 0) numbers.set(row.id, next);
    next += count;
  }
  return numbers;
}
