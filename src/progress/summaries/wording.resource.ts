import type { EntryWording } from './wording.entity.js';

export function wordingResource(wording: EntryWording) {
  const { id, mechanismId, number, language, text, by, state, suggestedAt, decidedAt } = wording;
  return { id, mechanismId, version: number, language, text, by, state, suggestedAt, decidedAt };
}
