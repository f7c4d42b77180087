import { DateTime } from 'luxon';
import type { Day } from './day.js';

/** "3 November 2026, 09:00" in the reader's language and zone. */
export function formatMoment(moment: Date, language: string, zone: string): string {
  return DateTime.fromJSDate(moment, { zone: usableZone(zone) })
    .setLocale(localeOf(language))
    .toLocaleString({ ...DateTime.DATE_FULL, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "3 November 2026": a calendar day has no zone. */
export function formatDay(day: Day, language: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (!Number.isNaN(midnight)) return formatOfDays(language).format(midnight);
  return DateTime.fromISO(day, { zone: 'UTC' })
    .setLocale(localeOf(language))
    .toLocaleString(DateTime.DATE_FULL);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A page holds dozens of days; making a format takes longer than writing a hundred of them. */
function formatOfDays(language: string): Intl.DateTimeFormat {
  const locale = localeOf(language);
  const known = formats.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { ...DateTime.DATE_FULL, timeZone: 'UTC' });
  formats.set(locale, format);
  return format;
}

/** "November 2026" */
export function formatMonth(day: Day, language: string): string {
  return DateTime.fromISO(day, { zone: 'UTC' })
    .setLocale(localeOf(language))
    .toLocaleString({ month: 'long', year: 'numeric' });
}

/** The calendar day it is in a zone at a moment. */
export function dayIn(zone: string, moment: Date): Day {
  return DateTime.fromJSDate(moment, { zone: usableZone(zone) }).toISODate()!;
}

/** The moment a calendar day begins in a zone. */
export function startOfDay(day: Day, zone: string): Date {
  return DateTime.fromISO(day, { zone: usableZone(zone) })
    .startOf('day')
    .toJSDate();
}

export const isZone = (zone: string) => DateTime.local().setZone(zone).isValid;
const usableZone = (zone: string) => (isZone(zone) ? zone : 'UTC');

// Western digits in Arabic, as in the Arabic text of United Nations documents.
export const localeOf = (language: string) =>
  language === 'ar' ? 'ar-u-nu-latn' : language === 'en' ? 'en-GB' : language;
