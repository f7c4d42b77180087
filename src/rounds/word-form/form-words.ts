/** The questions of one addressee, in words of one language. */
export interface FormWords {
  language: string;
  title: string;
  who: string;
  reason: string | null;
  until: string;
  how: string[];
  lastLabel: string;
  boxLabel: string;
  questions: FormQuestion[];
}

export interface FormQuestion {
  answerId: string;
  title: string;
  hint: string | null;
  last: string | null;
  /** What is written so far; the box begins with it. */
  now: string | null;
}

/** A question's title as it stands in the form. */
export const printedTitle = (index: number, title: string) => `${index + 1}. ${title}`;
