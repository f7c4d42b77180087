import { z } from 'zod';
import {
  choice,
  day,
  flag,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
  version,
  wholeNumber,
  webAddress,
} from '../../platform/http/input.js';
import { localizedText, optionalLocalizedText } from '../../platform/http/localized.js';
import { isZone } from '../../platform/i18n/dates.js';
import { meetingOutputs } from './meeting-types.data.js';
import { meetingDays } from './meeting-when.js';
import { COMPACT_ANSWERS, DATE_PRECISIONS, MEETING_STATES, MEETING_TYPES } from './vocabulary.js';

const zone = () => text(64).refine(isZone, { message: 'error.zone' });
const orNull = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? null : (value ?? null);
const optionalTime = () =>
  z.preprocess(
    orNull,
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'error.time' })
      .nullable(),
  );

const meetingFields = z.object({
  type: choice(MEETING_TYPES),
  title: localizedText(300),
  place: optionalText(300),
  datePrecision: choice(DATE_PRECISIONS).default('day'),
  /** The first day; any day of the month when only that is known. */
  firstDay: day(),
  /** Left out when it is the first. */
  lastDay: optionalDay(),
  /** `HH:MM` on the first day, by the clock of `zone`. */
  startTime: optionalTime(),
  /** `HH:MM` on the last day. */
  endTime: optionalTime(),
  /** Left out: the mechanism's. */
  zone: z.preprocess(orNull, zone().nullable()),
  state: choice(MEETING_STATES).default('planned'),
  compact: choice(COMPACT_ANSWERS).default('not-known'),
  note: optionalLocalizedText(5000),
  isPublic: flag(),
});

type When = Pick<
  z.output<typeof meetingFields>,
  'datePrecision' | 'firstDay' | 'lastDay' | 'startTime' | 'endTime'
>;

/** A meeting ends after it begins, and a time needs a day. */
function checkWhen(
  { datePrecision, firstDay, lastDay, startTime, endTime }: When,
  context: z.RefinementCtx,
): void {
  const wrong = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (lastDay && lastDay < firstDay) wrong('lastDay', 'error.endsBeforeStart');
  if (datePrecision === 'month') {
    if (startTime) wrong('startTime', 'error.timeNeedsDay');
    if (endTime) wrong('endTime', 'error.timeNeedsDay');
  } else if (endTime && !startTime) wrong('startTime', 'error.required');
  else if (startTime && endTime && (lastDay ?? firstDay) === firstDay && endTime <= startTime)
    wrong('endTime', 'error.endsBeforeStart');
}

/** A zone says something about a time only; of a month, the first and last day. */
const settle = <T extends z.output<typeof meetingFields>>(input: T) => ({
  ...input,
  ...meetingDays(input.datePrecision, input.firstDay, input.lastDay),
  zone: input.startTime ? input.zone : null,
});

export const meetingInput = meetingFields.superRefine(checkWhen).transform(settle);
export type MeetingInput = z.output<typeof meetingInput>;
export const meetingChange = meetingFields
  .extend({ version: version() })
  .superRefine(checkWhen)
  .transform(settle);
export type MeetingChange = z.output<typeof meetingChange>;

export const agendaItemInput = z.object({ title: localizedText(500), speaker: optionalText(300) });
export type AgendaItemInput = z.output<typeof agendaItemInput>;
export const agendaItemChange = agendaItemInput.extend({ version: version() });
export type AgendaItemChange = z.output<typeof agendaItemChange>;

export const stepInput = z.object({ direction: choice(['up', 'down']) });
/** Place on the agenda, from 0; beyond the end is the end. */
export const agendaPlace = z.object({ position: wholeNumber(0, 10_000) });
export const removalInput = z.object({ confirmed: flag() });

export const documentInput = z.object({
  output: optionalChoice(meetingOutputs),
  title: text(200),
  url: webAddress(),
});
export type DocumentInput = z.output<typeof documentInput>;

export const adoptedPlanInput = z.object({ planId: z.preprocess((value) => value || undefined, z.uuid()) });

/** A part of a list: `when` names it, `cursor` where the page before ended. */
export const meetingsQuery = z.object({
  when: z.enum(['upcoming', 'past']).optional(),
  cursor: optionalText(80).optional(),
});
export type MeetingsQuery = z.output<typeof meetingsQuery>;
