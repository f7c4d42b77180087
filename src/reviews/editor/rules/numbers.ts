import type { PassageState } from '../../passages/passage.js';

/** A passage in its place, and how many of its paragraphs take a number. */
export interface PassagePlace {
  id: string;
  sectionKey: string;
  state: PassageState;
  numbered: number;
}

/** The number that each passage begins with, from 1; none for a passage without numbered paragraphs. */
export function firstNumbers(
  places: readonly PassagePlace[],
  masked: { has(id: string): boolean },
): Map<string, number> {
  const numbers = new Map<string, number>();
  let next = 1;
  for (const { id, state, numbered } of places) {
    if (state === 'left-out' || masked.has(id)) continue;
    if (numbered > 0) numbers.set(id, next);
    next += numbered;
  }
  return numbers;
}
