import type { Type } from '@nestjs/common';
import { isObjective } from '../../framework/framework.js';
import { InvalidError } from '../../platform/errors.js';
import { absentIfEmpty, Flag, LongText, OneOf, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { LongLocalizedText } from '../../platform/http/localized-field.js';
import { readInput, Rule } from '../../platform/http/read-input.js';
import type { Localized } from '../../platform/i18n/localized.js';
import {
  type QuestionTarget,
  QUESTION_TARGETS,
  QUESTION_KINDS,
  type QuestionKind,
} from '../round/vocabulary.js';

/**
 * Questions about items of the mechanism's plans: those given by id; else, of one plan, those of the codes given, or all of
 * its items that have nothing below them.
 */
@Rule<ItemQuestionsInput>(({ items, planId }, wrong) => {
  if (items.length === 0 && !planId) wrong('items', 'error.chooseItemsOrPlan');
})
export class ItemQuestionsInput {
  @OneOf(['item']) kind!: 'item';
  @ListOf(Uuid(), { max: 500 }) items!: string[];
  @Uuid({ before: absentIfEmpty, omittable: true }) planId?: string;
  @LongText(5000, { optional: true }) codes!: string | null;
  @Flag() everybody!: boolean;
}

export class ObjectiveQuestionsInput {
  @OneOf(['objective']) kind!: 'objective';
  @ListOf(Whole(1, 23, { check: [isObjective, 'error.objective'] }), {
    check: [(chosen) => chosen.length > 0, 'error.required'],
  })
  objectives!: number[];
}

export class FreeQuestionInput {
  @OneOf(['free']) kind!: 'free';
  @LongLocalizedText(2000) text!: Localized;
  @LongLocalizedText(2000, { optional: true }) hint!: Localized | null;
}

/** One of the three. */
export type QuestionsInput = ItemQuestionsInput | ObjectiveQuestionsInput | FreeQuestionInput;
export const QUESTIONS_INPUTS: Record<QuestionKind, Type<QuestionsInput>> = {
  item: ItemQuestionsInput,
  objective: ObjectiveQuestionsInput,
  free: FreeQuestionInput,
};

/** Reads the input of its kind. */
export function readQuestions(sent: Record<string, unknown>): QuestionsInput {
  const kind = QUESTION_KINDS.find((one) => one === sent.kind);
  if (!kind) throw InvalidError.field('kind', 'error.wrongType');
  return readInput(QUESTIONS_INPUTS[kind], sent);
}

@Rule<QuestionChange>(({ asked, chosen }, wrong) => {
  if (asked === 'chosen' && chosen.length === 0) wrong('chosen', 'error.chosenNeeded');
})
export class QuestionChange {
  @LongLocalizedText(2000, { optional: true }) hint!: Localized | null;
  @OneOf(QUESTION_TARGETS) asked!: QuestionTarget;
  /** Keys of addressees, for `chosen`: `state:KEN`, `partner:Name`. */
  @ListOf(Text(130)) chosen!: string[];
  @LongLocalizedText(2000, { optional: true }) text!: Localized | null;
}

export class QuestionStepInput {
  @OneOf(['up', 'down']) direction!: 'up' | 'down';
}
