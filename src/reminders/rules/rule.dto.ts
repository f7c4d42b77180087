import { OmitType } from '@nestjs/swagger';
import { OneOf, Text, Uuid, Version, Whole } from '../../platform/http/fields.js';
import { Nested } from '../../platform/http/list-fields.js';
import { Patch, Rule } from '../../platform/http/read-input.js';
import {
  type ReminderRule,
  RULE_KINDS,
  RULE_SUBJECTS,
  type RuleKind,
  type RuleSubject,
} from '../reminder.entity.js';
import { NTHS, type Nth, type Period, PERIODS, type Recurrence } from './recurrence.js';

const NTH_TEXTS = NTHS.map(String) as ['1', '2', '3', '4', 'last'];
const nthOf = (value: string): Nth => (value === 'last' ? value : (Number(value) as Nth));
const asText = (value: unknown) => (typeof value === 'number' ? String(value) : value);

export class RecurrenceInput {
  @OneOf(PERIODS, { optional: true }) every!: Period | null;
  /** Which of the period's such weekdays; ignored for `week`. */
  @OneOf(NTH_TEXTS, { optional: true, before: asText, parse: nthOf }) nth!: Nth | null;
  /** ISO: Monday is 1. */
  @Whole(1, 7, { optional: true }) weekday!: number | null;
  /** Wall time in the mechanism's zone. */
  @Text(5, { optional: true }) time!: string | null;
}

/** A rule as it is made: complete for its kind. */
@Rule<RuleInput>(({ kind, days, recurrence, about, planId }, wrong) => {
  // A round asks once, by its day: asking again at regular times would be chasing.
  if (about === 'rounds' && kind === 'periodic') wrong('about', 'error.periodicRounds');
  if (about === 'rounds' && planId !== null) wrong('planId', 'error.planOrRounds');
  if (kind !== 'periodic') {
    if (days === null) wrong('days', 'error.required');
    return;
  }
  if (!recurrence.every) wrong('recurrence.every', 'error.required');
  if (!recurrence.nth && recurrence.every !== 'week') wrong('recurrence.nth', 'error.required');
  if (recurrence.weekday === null) wrong('recurrence.weekday', 'error.required');
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(recurrence.time ?? '')) wrong('recurrence.time', 'error.time');
})
export class RuleInput {
  @OneOf(RULE_KINDS) kind!: RuleKind;
  /** Days before or after the due day; for a periodic rule, nothing. */
  @Whole(0, 366, { optional: true }) days!: number | null;
  /** For a periodic rule. A form sends it always, with whatever was left in it. */
  @Nested(() => RecurrenceInput, { before: (sent) => sent ?? {} }) recurrence!: RecurrenceInput;
  /** `all`: items of plans and rounds; `rounds`: these only. */
  @OneOf(RULE_SUBJECTS, { ifMissing: 'all' }) about!: RuleSubject;
  /** Only items of this plan. */
  @Uuid({ optional: true }) planId!: string | null;
}

export class RecurrenceChange extends Patch(RecurrenceInput) {}

/** A change: what is left out stays. The result is checked as a whole, as `RuleInput`. */
export class RuleChange extends Patch(OmitType(RuleInput, ['recurrence'])) {
  @Nested(() => RecurrenceChange, { omittable: true }) recurrence?: RecurrenceChange;
  @Version() version!: number;
}

type RuleFields = Pick<ReminderRule, 'kind' | 'days' | 'recurrence' | 'about' | 'planId'>;

/** What a rule is made of, without what belongs to another kind. */
export function ruleFields({ kind, days, recurrence, about, planId }: RuleInput): RuleFields {
  if (kind !== 'periodic') return { kind, days, recurrence: null, about, planId };
  // A week has each weekday once; what was left in the field is not kept, so that equal rules are equal.
  const nth = recurrence.every === 'week' ? 1 : recurrence.nth;
  return { kind, days: null, recurrence: { ...recurrence, nth } as Recurrence, about, planId };
}

/** A rule as its form, or a change of it, begins. */
export const fieldsOf = ({ kind, days, recurrence, about, planId }: RuleFields) => ({
  kind,
  days,
  recurrence: recurrence && { ...recurrence, nth: String(recurrence.nth) },
  about,
  planId,
});
