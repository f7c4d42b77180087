import { z } from 'zod';
import { isObjective } from '../../framework/framework.js';
import {
  choice,
  day,
  flag,
  listOf,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../platform/http/input.js';
import { localizedText, optionalLocalizedText } from '../../platform/http/localized.js';
import { LANGUAGES } from '../../platform/i18n/i18n.js';
import { ASKED } from './vocabulary.js';

const roundFields = z.object({
  title: localizedText(300),
  /** The meeting or review the answers are for. */
  reason: optionalLocalizedText(5000),
  dueDay: day(),
  periodStart: day(),
  periodEnd: day(),
  /** Languages that answers may come in. */
  languages: listOf(z.enum(LANGUAGES)).refine((chosen) => chosen.length > 0, { message: 'error.required' }),
});
const endsAfterStart = (round: { periodStart: string; periodEnd: string }) =>
  round.periodStart <= round.periodEnd;
const endIsEarly = { path: ['periodEnd'], message: 'error.endsBeforeStart' };

export const roundInput = roundFields.refine(endsAfterStart, endIsEarly);
export type RoundInput = z.output<typeof roundInput>;
export const roundChange = roundFields.extend({ version: version() }).refine(endsAfterStart, endIsEarly);
export type RoundChange = z.output<typeof roundChange>;

export const dueDayInput = z.object({ dueDay: day() });

const asking = {
  hint: optionalLocalizedText(2000),
  asked: choice(ASKED),
  /** Keys of addressees, for `chosen`: `state:KEN`, `partner:Name`. */
  chosen: listOf(z.string().max(130)),
};
const chosenNeeded = ({ asked, chosen }: { asked: string; chosen: string[] }) =>
  asked !== 'chosen' || chosen.length > 0;
const noneChosen = { path: ['chosen'], message: 'error.chosenNeeded' };

/** Questions about items of a plan: those of the codes given, or all of its items that have nothing below them. */
export const itemQuestions = z.object({
  planId: z.preprocess((value) => value || undefined, z.uuid()),
  codes: optionalText(5000),
  everybody: flag(),
});
export type ItemQuestions = z.output<typeof itemQuestions>;

export const objectiveQuestions = z.object({
  objectives: listOf(wholeNumber(1, 23).refine(isObjective, { message: 'error.objective' })).refine(
    (chosen) => chosen.length > 0,
    { message: 'error.required' },
  ),
});
export type ObjectiveQuestions = z.output<typeof objectiveQuestions>;

export const freeQuestion = z.object({ text: localizedText(2000), hint: optionalLocalizedText(2000) });
export type FreeQuestion = z.output<typeof freeQuestion>;

/** One of the three, as the API takes them. */
export const questionsInput = z.discriminatedUnion('kind', [
  itemQuestions.extend({ kind: z.literal('item') }),
  objectiveQuestions.extend({ kind: z.literal('objective') }),
  freeQuestion.extend({ kind: z.literal('free') }),
]);
export type QuestionsInput = z.output<typeof questionsInput>;

export const questionChange = z
  .object({ ...asking, text: optionalLocalizedText(2000) })
  .refine(chosenNeeded, noneChosen);
export type QuestionChange = z.output<typeof questionChange>;

export const stepInput = z.object({ direction: choice(['up', 'down']) });

/** Everybody who is to be asked: State codes, and partners by name. */
export const addresseesInput = z.object({ states: listOf(text(3)), partners: listOf(text(120)) });
export type AddresseesInput = z.output<typeof addresseesInput>;
