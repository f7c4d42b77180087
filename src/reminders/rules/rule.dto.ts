import { z } from 'zod';
import {
  choice,
  optionalChoice,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  text,
  version,
} from '../../platform/http/input.js';
import { type ReminderRule, RULE_KINDS, RULE_SUBJECTS } from '../reminder.entity.js';
import { NTHS, type Nth, PERIODS, type Recurrence } from './schedule.js';

const NTH_TEXTS = NTHS.map(String) as ['1', '2', '3', '4', 'last'];
const nthOf = (value: string): Nth => (value === 'last' ? value : (Number(value) as Nth));
const asText = (value: unknown) => (typeof value === 'number' ? String(value) : value);

const orNothing = (value: unknown) => value ?? {};

const recurrenceFields = z.object({
  every: optionalChoice(PERIODS),
  /** Which of the period's such weekdays; ignored for `week`. */
  nth: z.preprocess(asText, optionalChoice(NTH_TEXTS)),
  /** ISO: Monday is 1. */
  weekday: optionalWholeNumber(1, 7),
  /** Wall time in the mechanism's zone. */
  time: optionalText(5),
});

const ruleFields = z.object({
  kind: choice(RULE_KINDS),
  /** Days before or after the due day; for a periodic rule, nothing. */
  days: optionalWholeNumber(0, 366),
  /** For a periodic rule. A form sends it always, with whatever was left in it. */
  recurrence: z.preprocess(orNothing, recurrenceFields),
  /** `all`: items of plans and rounds; `rounds`: these only. */
  about: z.preprocess((value) => value || 'all', z.enum(RULE_SUBJECTS)),
  /** Only items of this plan. */
  planId: z.preprocess((value) => value || null, z.uuid().nullable()),
});

/** A rule as it is made: complete for its kind, without what belongs to another. */
export const ruleInput = ruleFields
  .superRefine(({ kind, days, recurrence, about, planId }, context) => {
    const wrong = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    // A round asks once, by its day: asking again at regular times would be chasing.
    if (about === 'rounds' && kind === 'periodic') wrong(['about'], 'error.periodicRounds');
    if (about === 'rounds' && planId !== null) wrong(['planId'], 'error.planOrRounds');
    if (kind !== 'periodic') {
      if (days === null) wrong(['days'], 'error.required');
      return;
    }
    if (!recurrence.every) wrong(['recurrence', 'every'], 'error.required');
    if (!recurrence.nth && recurrence.every !== 'week') wrong(['recurrence', 'nth'], 'error.required');
    if (recurrence.weekday === null) wrong(['recurrence', 'weekday'], 'error.required');
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(recurrence.time ?? '')) wrong(['recurrence', 'time'], 'error.time');
  })
  .transform(({ kind, days, recurrence, about, planId }) => {
    if (kind !== 'periodic') return { kind, days, recurrence: null, about, planId };
    const { every, nth, weekday, time } = recurrence;
    // A week has each weekday once; what was left in the field is not kept, so that equal rules are equal.
    const which = every === 'week' ? 1 : nthOf(nth!);
    return {
      kind,
      days: null,
      recurrence: { every, nth: which, weekday, time } as Recurrence,
      about,
      planId,
    };
  });
export type RuleInput = z.output<typeof ruleInput>;

/** A change: what is left out stays. The result is checked as a whole, as `ruleInput`. */
export const ruleChange = ruleFields
  .extend({ recurrence: z.preprocess(orNothing, recurrenceFields.partial()) })
  .partial()
  .extend({ version: version() });
export type RuleChange = z.output<typeof ruleChange>;

/** A rule as its form, or a change of it, begins. */
export const fieldsOf = ({
  kind,
  days,
  recurrence,
  about,
  planId,
}: Pick<ReminderRule, 'kind' | 'days' | 'recurrence' | 'about' | 'planId'>) => ({
  kind,
  days,
  recurrence: recurrence && { ...recurrence, nth: String(recurrence.nth) },
  about,
  planId,
});

/** `cursor` is the last page's `nextCursor`. */
export const pageQuery = z.object({ cursor: optionalText(36) });
export type PageQuery = z.output<typeof pageQuery>;
export const deliveryQuery = pageQuery.extend({ mechanism: text(36) });

/** Beyond these years a calendar has nothing to tell. */
const nearDay = () =>
  optionalDay().refine((day) => day === null || (day >= '2000' && day < '2200'), { message: 'error.date' });
export const previewQuery = z.object({ from: nearDay(), until: nearDay() });
