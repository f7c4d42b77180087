import {
  Day,
  Flag,
  isMissing,
  OneOf,
  Text,
  Uuid,
  Version,
  absentIfEmpty,
} from '../../platform/http/fields.js';
import { WebAddress } from '../../platform/http/address-fields.js';
import { refused, wrong } from '../../platform/http/field.js';
import { Parsed } from '../../platform/http/list-fields.js';
import { LocalizedText, LongLocalizedText } from '../../platform/http/localized-field.js';
import { Rule } from '../../platform/http/read-input.js';
import { isZone } from '../../platform/i18n/dates.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { type MeetingOutput, type MeetingType, meetingOutputs } from './meeting-types.data.js';
import {
  COMPACT_ANSWERS,
  type CompactAnswer,
  DATE_PRECISIONS,
  type DatePrecision,
  MEETING_STATES,
  MEETING_TYPES,
  type MeetingState,
} from './vocabulary.js';

/** A meeting ends after it begins, and a time needs a day. */
@Rule<MeetingInput>(({ datePrecision, firstDay, lastDay, startTime, endTime }, wrong) => {
  if (lastDay && lastDay < firstDay) wrong('lastDay', 'error.endsBeforeStart');
  if (datePrecision === 'month') {
    if (startTime) wrong('startTime', 'error.timeNeedsDay');
    if (endTime) wrong('endTime', 'error.timeNeedsDay');
  } else if (endTime && !startTime) wrong('startTime', 'error.required');
  else if (startTime && endTime && (lastDay ?? firstDay) === firstDay && endTime <= startTime)
    wrong('endTime', 'error.endsBeforeStart');
})
export class MeetingInput {
  @OneOf(MEETING_TYPES) type!: MeetingType;
  @LocalizedText(300) title!: Localized;
  @Text(300, { optional: true }) place!: string | null;
  @OneOf(DATE_PRECISIONS, { default: 'day' }) datePrecision!: DatePrecision;
  /** The first day; any day of the month when only that is known. */
  @Day() firstDay!: string;
  /** Left out when it is the first. */
  @Day({ optional: true }) lastDay!: string | null;
  /** `HH:MM` on the first day, by the clock of `zone`. */
  @Time() startTime!: string | null;
  /** `HH:MM` on the last day. */
  @Time() endTime!: string | null;
  /** Left out: the mechanism's. */
  @Text(64, { optional: true, check: [isZone, 'error.zone'] }) zone!: string | null;
  @OneOf(MEETING_STATES, { default: 'planned' }) state!: MeetingState;
  @OneOf(COMPACT_ANSWERS, { default: 'not-known' }) compact!: CompactAnswer;
  @LongLocalizedText(5000, { optional: true }) note!: Localized | null;
  @Flag() isPublic!: boolean;
}

export class MeetingChange extends MeetingInput {
  @Version() version!: number;
}

export class MeetingRemovalInput {
  @Flag() confirmed!: boolean;
}

export class MeetingDocumentInput {
  @OneOf(meetingOutputs, { optional: true }) output!: MeetingOutput | null;
  @Text(200) title!: string;
  @WebAddress() url!: string;
}

export class AdoptedPlanInput {
  @Uuid({ before: absentIfEmpty }) planId!: string;
}

/** A part of a list: `when` names it, `cursor` where the page before ended. */
export class MeetingsQuery {
  @OneOf(['upcoming', 'past'], { omittable: true }) when?: 'upcoming' | 'past';
  @Text(80, { optional: true }) cursor?: string | null;
  /** `2026-12`: the month that the page shows as a calendar; this one without. */
  @Text(7, { omittable: true, check: [(month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month), 'error.format'] })
  month?: string;
}

function Time() {
  const time = /^([01]\d|2[0-3]):[0-5]\d$/;
  return Parsed(
    (raw) => {
      if (isMissing(raw)) return null;
      if (typeof raw !== 'string') return wrong('error.wrongType');
      return time.test(raw) ? raw : refused(raw, 'error.format');
    },
    { type: 'string', pattern: time.source, nullable: true },
  );
}
