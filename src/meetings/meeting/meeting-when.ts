import { zoneName } from '../../platform/i18n/zones.js';
import { DateTime } from 'luxon';
import { formatMonth } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import { when } from '../../plans/items/when.js';
import type { Meeting } from './meeting.entity.js';
import type { DatePrecision } from './vocabulary.js';

export type MeetingWhen = Pick<
  Meeting,
  'datePrecision' | 'firstDay' | 'lastDay' | 'startTime' | 'endTime' | 'zone'
>;

/** The days a meeting may fall on: those given, or the whole of the month or months they are in. */
export function meetingDays(
  precision: DatePrecision,
  firstDay: Day,
  lastDay: Day | null,
): { firstDay: Day; lastDay: Day } {
  const last = lastDay ?? firstDay;
  if (precision === 'day') return { firstDay, lastDay: last };
  return { firstDay: when('month', firstDay).start!, lastDay: when('month', last).end! };
}

/**
 * When it begins and ends as moments. Null where no time is known, or where it lasts several days and its end is
 * not: it is a matter of whole days then. `end` is null when only the beginning is known. A time that a zone skips
 * (clocks put forward) counts from the end of the gap.
 */
export function momentsOf(meeting: MeetingWhen): { start: Date; end: Date | null } | null {
  const { datePrecision, firstDay, lastDay, startTime, endTime, zone } = meeting;
  if (datePrecision === 'month' || !startTime || !zone) return null;
  if (!endTime && lastDay !== firstDay) return null;
  const at = (day: Day, time: string) => DateTime.fromISO(`${day}T${time}`, { zone });
  const start = at(firstDay, startTime);
  const end = endTime ? at(lastDay, endTime) : null;
  if (!start.isValid || (end && !end.isValid)) return null;
  return { start: start.toJSDate(), end: end && end > start ? end.toJSDate() : null };
}

/** "3 June 2027 – 5 June 2027, from 09:00 until 17:00 (Africa/Cairo)", "June 2027": no more than is known. */
export function whenText(
  { datePrecision, firstDay, lastDay, startTime, endTime, zone }: MeetingWhen,
  t: Translate,
  language: string,
  day: (day: Day) => string,
): string {
  const shown = datePrecision === 'month' ? (one: Day) => formatMonth(one, language) : day;
  const [from, until] = [shown(firstDay), shown(lastDay)];
  const days = from === until ? from : t('when.range', { from, until });
  if (!startTime) return days;
  const times = endTime
    ? t('meeting.fromUntil', { from: startTime, until: endTime })
    : t('meeting.fromTime', { from: startTime });
  return t('meeting.withTimes', { days, times, zone: zone ? zoneName(zone, language) : '' });
}
