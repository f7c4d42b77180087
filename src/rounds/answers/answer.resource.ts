import { questionResource } from '../questions/question.resource.js';
import type { QuestionAnswer } from './answer-query.service.js';

export const answerResource = ({ answer, question, entry, keptBack }: QuestionAnswer) => ({
  id: answer.id,
  question: questionResource(question),
  prefersNotToAnswer: answer.declinedAt !== null,
  entryId: entry?.id ?? null,
  entryState: entry?.state ?? null,
  entryStanding: entry?.standing ?? null,
  /** Handed in, and waiting for clearance within the delegation. */
  inClearance: keptBack,
});
