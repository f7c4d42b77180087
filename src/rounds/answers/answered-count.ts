import type { FormState } from '../../platform/web/submit-form.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import { answerFingerprint, NO_WORDS } from './answer-fingerprint.js';
import type { QuestionAnswer } from './answer-query.service.js';
import type { AnswerWords } from './answers.dto.js';

/**
 * How many questions have an answer: words that stand in the form or are kept, one that was submitted, or that the
 * delegation prefers not to report. `open`: those of them that submitting would hand in.
 */
export function answeredCount(
  lines: readonly Pick<QuestionAnswer, 'answer' | 'entry'>[],
  state?: Pick<FormState, 'values'>,
): { answered: number; open: number } {
  const typed = state?.values.answers as Record<string, AnswerWords> | undefined;
  const open = lines.filter(({ answer, entry }) => {
    if (entry && !isEditable(entry.state)) return false;
    return answerFingerprint({ ...entry?.content, ...typed?.[answer.id] }) !== NO_WORDS;
  });
  const settled = lines.filter(
    (line) =>
      !open.includes(line) && (line.answer.declinedAt || (line.entry && !isEditable(line.entry.state))),
  );
  return { answered: open.length + settled.length, open: open.length };
}
