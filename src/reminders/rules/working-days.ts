import { createRequire } from 'node:module';
import { addDays, type Day } from '../../platform/i18n/day.js';

/*
 * Week-ends by country, from the Unicode CLDR data in Node (`Intl.Locale`). Public holidays are not known:
 * no source of them is free, complete and kept up for some two hundred States.
 */

interface WeekInfo {
  weekend: number[];
}
/** Node 20 has the two accessors; from Node 22 on they are methods, as in the final standard. */
type LocaleWithRegion = Intl.Locale & {
  weekInfo?: WeekInfo;
  getWeekInfo?: () => WeekInfo;
  timeZones?: string[];
  getTimeZones?: () => string[];
};

/** What CLDR says of the world (001). */
const SATURDAY_AND_SUNDAY = [6, 7];

const countries = createRequire(import.meta.url)('world-countries') as { cca2: string; cca3: string }[];
const regionByState = new Map(countries.map(({ cca2, cca3 }) => [cca3, cca2]));
const weekends = new Map<string, readonly number[]>();
let regionByZone: Map<string, string> | undefined;

/** The two-letter region of a State (ISO 3166-1 alpha-3); null when it is not known. */
export const regionOfState = (state: string): string | null => regionByState.get(state) ?? null;

/** The region a time zone belongs to; null for UTC and for zones of no country. */
export function regionOfZone(zone: string): string | null {
  regionByZone ??= zonesByRegion();
  return regionByZone.get(canonical(zone)) ?? null;
}

/** Whether people work on a day in a region; Monday to Friday where the region is not known (null). */
export function isWorkingDay(day: Day, region: string | null): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return !weekendOf(region).includes(weekday);
}

/** The day itself when people work then, else the next one they do. */
export function workingDayFrom(day: Day, region: string | null): Day {
  let next = day;
  while (!isWorkingDay(next, region)) next = addDays(next, 1);
  return next;
}

function weekendOf(region: string | null): readonly number[] {
  if (!region) return SATURDAY_AND_SUNDAY;
  let weekend = weekends.get(region);
  if (!weekend) {
    const locale = localeOf(region);
    weekend = (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? SATURDAY_AND_SUNDAY;
    weekends.set(region, weekend);
  }
  return weekend;
}

function zonesByRegion(): Map<string, string> {
  const zones = new Map<string, string>();
  for (const { cca2 } of countries) {
    const locale = localeOf(cca2);
    for (const zone of locale.getTimeZones?.() ?? locale.timeZones ?? []) zones.set(canonical(zone), cca2);
  }
  return zones;
}

const localeOf = (region: string) => new Intl.Locale(`und-${region}`) as LocaleWithRegion;

/** `Asia/Kolkata` and `Asia/Calcutta` are one; luxon and people use either. */
function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
