import type { RoundQuestion } from '../round/round.entity.js';

export const questionResource = ({ id, kind, itemId, objective, text, hint }: RoundQuestion) => ({
  id,
  kind,
  itemId,
  objective,
  text,
  hint,
});

/** With of whom it is asked: the secretariat's. */
export const managedQuestionResource = (question: RoundQuestion) => ({
  ...questionResource(question),
  asked: question.asked,
  chosen: question.chosen ?? [],
});
