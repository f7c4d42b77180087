import { withoutUnseen } from '../../platform/unseen-marks.js';
import { type FormWords, printedTitle } from './form-words.js';

/** What the product printed into a form, in all languages it may have been printed in: it is nobody's answer. */
export interface PrintedForm {
  outside: string[];
  /** The line with the day, which may have moved since: what stands before it and after. */
  until: [before: string, after: string][];
  lastLabels: string[];
  boxLabels: string[];
  questions: PrintedQuestion[];
}

/** In the order of the form. */
export interface PrintedQuestion {
  answerId: string;
  titles: string[];
  hints: string[];
  last: string[];
}

export const DAY = '\u0000';

/** From the words of the same form in each language; `until` with `DAY` in place of the day. */
export function printedForm(forms: readonly FormWords[], until: readonly string[]): PrintedForm {
  const lines = (...texts: (string | null)[]) => texts.flatMap((text) => text?.split(/\r\n?|\n/) ?? []);
  return {
    outside: forms.flatMap(({ title, who, reason, how }) => lines(title, who, reason, ...how)),
    until: until.map((line) => line.split(DAY).map(folded) as [string, string]),
    lastLabels: forms.map(({ lastLabel }) => lastLabel),
    boxLabels: forms.map(({ boxLabel }) => boxLabel),
    questions: forms[0]!.questions.map(({ answerId, last }, index) => ({
      answerId,
      titles: forms.map(({ questions }) => printedTitle(index, questions[index]!.title)),
      hints: forms.flatMap(({ questions }) => lines(questions[index]!.hint)),
      last: lines(last),
    })),
  };
}

/** Spaces and marks that nobody sees make no other line. */
export const folded = (line: string): string =>
  withoutUnseen(line.normalize('NFC')).replace(/\s+/g, ' ').trim();
