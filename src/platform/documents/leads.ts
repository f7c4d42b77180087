import type { Prepared } from './prepared.js';

/** Room for the chapter numbers of each heading level, in widths of an em, so that headings of a level line up. */
export function leadWidths({ blocks }: Prepared): [number, number, number] {
  const widths: [number, number, number] = [0, 0, 0];
  for (const block of blocks) {
    if (block.type !== 'heading' || !block.lead) continue;
    widths[block.level - 1] = Math.max(widths[block.level - 1] ?? 0, 0.6 + estimate(block.lead));
  }
  return widths;
}

const estimate = (text: string) => [...text].reduce((sum, character) => sum + widthOf(character), 0);

function widthOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return /[IJijl.,:;()\s\-]|\p{Script=Arabic}/u.test(character) ? 0.38 : 0.68;
}
