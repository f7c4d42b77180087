import { questionTitle } from '../round/round.view.js';
import type { Round, RoundQuestion } from '../round/round.entity.js';

/** What somebody would read in another language than their own. */
export interface Untranslated {
  language: string;
  title: boolean;
  reason: boolean;
  letter: boolean;
  /** Numbers of questions, from 1. */
  questions: number[];
}

/** For each language that those asked read: what of the call is not there in it. Official titles of objectives are nobody's to translate. */
export function untranslated(
  { title, reason, subject, letter }: Pick<Round, 'title' | 'reason' | 'subject' | 'letter'>,
  questions: readonly RoundQuestion[],
  languages: readonly string[],
): Untranslated[] {
  return [...new Set(languages)]
    .map((language) => ({
      language,
      title: !title.texts[language],
      reason: reason !== null && !reason.texts[language],
      letter: [subject, letter].some((one) => one !== null && !one.texts[language]),
      questions: questions.flatMap((question, index) =>
        (question.objective === null && questionTitle(question, language).fallback) ||
        (question.hint && !question.hint.texts[language])
          ? [index + 1]
          : [],
      ),
    }))
    .filter((one) => one.title || one.reason || one.letter || one.questions.length > 0);
}
