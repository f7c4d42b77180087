import type { QuestionAnswerWithPrevious } from './addressee-answers.service.js';

export type Words = Record<string, Record<string, unknown>>;
/** The current answers under the names of the form's fields. How far they are seen begins at the narrowest. */
export function valuesOf(lines: readonly QuestionAnswerWithPrevious[]): {
  answers: Words;
  visibility: string;
  release: string;
} {
  const answers = Object.fromEntries(
    lines.flatMap(({ answer, entry }) => (entry ? [[answer.id, { ...entry.content }]] : [])),
  );
  return { answers, visibility: 'delegation', release: 'none' };
}

export const merged = (stands: Words, typed: Words): Words =>
  Object.fromEntries(
    [...new Set([...Object.keys(stands), ...Object.keys(typed)])].map((id) => [
      id,
      { ...stands[id], ...typed[id] },
    ]),
  );
