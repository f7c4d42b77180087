import { type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { cleanText } from '../../platform/documents/clean.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { addDays } from '../../platform/i18n/day.js';
import { type Translate, translator } from '../../platform/i18n/i18n.js';
import { type Localized, rendition } from '../../platform/i18n/localized.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { momentsOf, whenText } from '../meeting/meeting-when.js';

/** For whom a calendar is written, and where its links lead. */
export interface CalendarContext {
  language: string;
  /** No trailing slash. */
  publicUrl: string;
}

/**
 * A meeting in a calendar. Its UID never changes and its sequence rises with each change, so that a calendar moves
 * what it has instead of showing it twice. Times are written in UTC, which every calendar turns into its reader's
 * own; the description says them by the meeting's clock. Where no time is known it takes whole days, and where only
 * the month is known, the month, as tentative and without taking the reader's time. Cancelled and postponed ones stay,
 * marked, because a calendar that has them would otherwise keep them as they were.
 */
export function meetingEvent(
  meeting: Meeting,
  mechanismName: string,
  reader: CalendarContext,
): ICalEventData {
  const t = translator(reader.language);
  const moments = momentsOf(meeting);
  const off = meeting.state === 'cancelled' || meeting.state === 'postponed';
  const monthOnly = meeting.datePrecision === 'month';
  const day = (one: string) => formatDay(one, reader.language);
  const description = [
    `${t(`meetingType.${meeting.type}`)} · ${mechanismName}`,
    whenText(meeting, t, reader.language, day),
    off ? t(`meetingState.${meeting.state}`) : null,
    meeting.note && textOf(meeting.note, reader),
  ];
  return {
    id: `meeting-${meeting.id}@waymark`,
    sequence: meeting.version - 1,
    stamp: meeting.changedAt,
    lastModified: meeting.changedAt,
    created: meeting.createdAt,
    summary: cleanText(titleOf(meeting, t, reader)),
    location: meeting.place ? cleanText(meeting.place) : null,
    description: cleanText(description.filter(Boolean).join('\n')),
    url: `${reader.publicUrl}/meetings/${meeting.id}`,
    ...(moments ?? { allDay: true, start: meeting.firstDay, end: addDays(meeting.lastDay, 1) }),
    status: off
      ? ICalEventStatus.CANCELLED
      : monthOnly
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
    transparency: off || monthOnly ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  };
}

function titleOf(meeting: Meeting, t: Translate, reader: CalendarContext): string {
  const title = textOf(meeting.title, reader);
  if (meeting.state === 'cancelled') return t('calendar.cancelled', { title });
  if (meeting.state === 'postponed') return t('calendar.postponed', { title });
  return meeting.datePrecision === 'month' ? t('calendar.monthOnly', { title }) : title;
}

/** The day a plan item is due; of an item that was given up, marked as such. The plan says no moment of its own. */
export function dueEvent(item: PlanItem, mechanismName: string, reader: CalendarContext): ICalEventData {
  const t = translator(reader.language);
  const title = `${item.code} ${textOf(item.title, reader)}`.trim();
  const day = item.whenEnd!;
  const description = [`${textOf(item.plan.title, reader)} · ${mechanismName}`, item.whenText];
  return {
    id: `item-${item.id}@waymark`,
    sequence: item.version - 1,
    // The item has no moment of its own, and the same calendar must come out the same.
    stamp: item.plan.createdAt,
    summary: cleanText(t('calendar.due', { title })),
    description: cleanText(description.filter(Boolean).join('\n')),
    url: `${reader.publicUrl}/items/${item.id}`,
    allDay: true,
    start: day,
    end: addDays(day, 1),
    status: item.status === 'discontinued' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

const textOf = (value: Localized, { language }: CalendarContext) => rendition(value, language).text;
