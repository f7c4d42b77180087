import { DateTime } from 'luxon';
import type { Day } from './day.js';

/** "3 November 2026, 09:00" in the reader's language and zone. */
export function formatMoment(moment: Date, language: string, zone: string): string {
  if (isZone(zone) && isNamed(zone))
    return withOrdinal(formatOf(language, MOMENT, zone).format(moment), language);
  // Offsets ("UTC+3") are zones for the library alone.
  return DateTime.fromJSDate(moment, { zone: usableZone(zone) })
    .setLocale(localeOf(language))
    .toLocaleString(MOMENT);
}

/** "3 November 2026": a calendar day has no zone. */
export function formatDay(day: Day, language: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (!Number.isNaN(midnight)) {
    return withOrdinal(formatOf(language, DateTime.DATE_FULL, 'UTC').format(midnight), language);
  }
  return DateTime.fromISO(day, { zone: 'UTC' })
    .setLocale(localeOf(language))
    .toLocaleString(DateTime.DATE_FULL);
}

/** The first of a month is an ordinal in French, which Intl does not know: « 1er septembre ». */
const withOrdinal = (text: string, language: string) =>
  language === 'fr' ? text.replace(/^1 (?=\p{L})/u, '1er ') : text;

const MOMENT: Intl.DateTimeFormatOptions = {
  ...DateTime.DATE_FULL,
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

const formats = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATS = 2000;

/** A page holds dozens of days and moments; making a format takes longer than writing a hundred of them. */
function formatOf(
  language: string,
  options: Intl.DateTimeFormatOptions,
  timeZone: string,
): Intl.DateTimeFormat {
  const locale = localeOf(language);
  const key = [locale, options.hour, timeZone].join(' ');
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    if (formats.size < MOST_FORMATS) formats.set(key, format);
  }
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

export const isZone = (zone: string) => known.has(zone) || isNewZone(zone);

const known = new Set<string>();

function isNewZone(zone: string): boolean {
  const { isValid } = DateTime.local().setZone(zone);
  if (isValid && known.size < MOST_ZONES) known.add(zone);
  return isValid;
}

/** More than there are, and a bound for offsets and spellings that come from outside. */
const MOST_ZONES = 1000;
const isNamed = (zone: string) => zone === 'UTC' || /^[A-Z][A-Za-z_]+\/[A-Za-z_+/-]+$/.test(zone);
const usableZone = (zone: string) => (isZone(zone) ? zone : 'UTC');

// Western digits in Arabic, as in the Arabic text of United Nations documents.
export const localeOf = (language: string) =>
  language === 'ar' ? 'ar-u-nu-latn' : language === 'en' ? 'en-GB' : language;
