import type { EntrySummary } from './summary.entity.js';

export function summaryResource(wording: EntrySummary) {
  const { id, mechanismId, number, language, text, by, state, suggestedAt, decidedAt } = wording;
  return { id, mechanismId, version: number, language, text, by, state, suggestedAt, decidedAt };
}
