import { regions, zonesOfRegion } from '../../accounts/states/state-zones.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import { weekends as corrected } from './weekends.data.js';

/*
 * Week-ends by country, from the Unicode CLDR data in Node (`Intl.Locale`), and from a table where these are silent. Public
 * holidays are not known:
 * no source of them is free, complete and kept up for some two hundred States.
 */

interface WeekInfo {
  weekend: number[];
}
/** Node 20 has an accessor; from Node 22 on it is a method, as in the final standard. */
type LocaleWithRegion = Intl.Locale & {
  weekInfo?: WeekInfo;
  getWeekInfo?: () => WeekInfo;
};

/** What CLDR says of the world (001). */
const SATURDAY_AND_SUNDAY = [6, 7];

const weekends = new Map<string, readonly number[]>();
let regionByZone: Map<string, string> | undefined;

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
    const known = (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend;
    weekend = corrected[region]?.days ?? known ?? SATURDAY_AND_SUNDAY;
    weekends.set(region, weekend);
  }
  return weekend;
}

function zonesByRegion(): Map<string, string> {
  const zones = new Map<string, string>();
  for (const region of regions) for (const zone of zonesOfRegion(region)) zones.set(canonical(zone), region);
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
