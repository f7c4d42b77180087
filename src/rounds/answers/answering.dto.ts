import { z } from 'zod';
import { ITEM_STATUSES } from '../../plans/plan/vocabulary.js';
import { optionalChoice, optionalText, text, wholeNumber } from '../../platform/http/input.js';
import { LANGUAGES } from '../../platform/i18n/i18n.js';
import { RELEASES, VISIBILITIES } from '../../progress/entries/vocabulary.js';

/** A colleague who is given a link. */
export const linkInput = z.object({
  name: text(200),
  email: z.preprocess((value) => (typeof value === 'string' ? value.trim() : value), z.email().max(254)),
  language: z.enum(LANGUAGES),
  /** How many days it opens. */
  days: wholeNumber(1, 60),
});
export type LinkInput = z.output<typeof linkInput>;

/** What is written to one question. What is left out stays as it is. */
export const answerWords = z
  .object({
    status: optionalChoice(ITEM_STATUSES),
    narrative: optionalText(20_000),
    results: optionalText(20_000),
    challenges: optionalText(20_000),
    nextSteps: optionalText(20_000),
    support: optionalText(20_000),
  })
  .partial();
export type AnswerWords = z.output<typeof answerWords>;

const oneAnswer = answerWords.extend({
  /** Version of the entry the words were written over; none when nobody had begun. */
  version: z
    .preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().optional())
    .optional(),
  /** Mark of the words the form was shown with: what is the same was not touched. */
  mark: z.string().max(64).optional(),
  visibility: optionalChoice(VISIBILITIES).optional(),
  release: optionalChoice(RELEASES).optional(),
});
export type OneAnswer = z.output<typeof oneAnswer>;

/** Several answers at once, by the ids of the round's answers; the last two hold for those that say nothing else. */
export const answersInput = z.object({
  answers: z.record(z.string().max(36), oneAnswer).default({}),
  visibility: optionalChoice(VISIBILITIES).optional(),
  release: optionalChoice(RELEASES).optional(),
});
export type AnswersInput = z.output<typeof answersInput>;
