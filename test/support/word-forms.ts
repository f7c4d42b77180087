import type { FormWords } from '../../src/rounds/word-form/form-words.js';
import { wordForm } from '../../src/rounds/word-form/word-form.js';
import { DAY, printedForm } from '../../src/rounds/word-form/printed.js';

export const ids = [1, 2, 3].map((number) => `0190a000-0000-7000-8000-00000000000${number}`);

const TEXTS = {
  en: [
    'Inputs',
    'Senegal',
    'A review',
    'Answers requested by ',
    '1 May',
    'Write into the boxes.',
    'Last time:',
    'Your answer:',
  ],
  ar: [
    'مساهمات',
    'السنغال',
    'استعراض',
    'نأمل تلقي الإجابات قبل ',
    '1 أيار',
    'اكتبوا في الخانات.',
    'في المرة السابقة:',
    'إجابتكم:',
  ],
};
const QUESTIONS = {
  en: ['Training of border officials', 'Exchange of contact points', 'Anything else'],
  ar: ['تدريب موظفي الحدود', 'تبادل نقاط الاتصال', 'أي شيء آخر'],
};

const formWords = (language: string, now: (string | null)[] = []): FormWords => {
  const [title, who, reason, by, day, how, lastLabel, boxLabel] = TEXTS[language as 'en'] as [
    string,
    ...string[],
  ];
  return {
    language,
    title,
    who: who!,
    reason: reason!,
    until: `${by}${day}`,
    how: [how!],
    lastLabel: lastLabel!,
    boxLabel: boxLabel!,
    questions: ids.map((answerId, index) => ({
      answerId,
      title: QUESTIONS[language as 'en'][index]!,
      hint: index === 0 ? 'A figure, an example' : null,
      last: index === 0 ? 'Forty clerks trained.\nTwo courses held.' : null,
      now: now[index] ?? null,
    })),
  };
};

/** A form of three questions, the first with a hint and words of last time. */
export const blankForm = (language = 'en', now: (string | null)[] = []): Promise<Buffer> =>
  wordForm(formWords(language, now));

/** What the product knows to have printed. */
export const printed = printedForm(
  Object.keys(TEXTS).map((language) => formWords(language)),
  Object.values(TEXTS).map(([, , , by]) => `${by}${DAY}`),
);
