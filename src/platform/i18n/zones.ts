import { localeOf } from './dates.js';

/** Names that Node lists for places that are called otherwise by now. */
export const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

const names = new Map<string, string>();
const MOST_NAMES = 3000;

/** The place by which a zone is known: "El Salvador" of America/El_Salvador. */
export const zonePlace = (zone: string): string =>
  (RENAMED[zone] ?? zone).split('/').at(-1)!.replaceAll('_', ' ');

/** A zone as people say it in a language: "Central European Time, Brussels", « hora de Marruecos, Casablanca ». */
export function zoneName(zone: string, language: string): string {
  const time = zoneTime(zone, language);
  return time ? `${time}${language === 'ar' ? '،' : ','} ${zonePlace(zone)}` : zone.replaceAll('_', ' ');
}

/** The time of a zone without its place. Summer or winter, it has one name; '' for UTC, an offset, and what is no zone. */
export function zoneTime(zone: string, language: string): string {
  const key = `${language} ${zone}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = generic(zone, localeOf(language)) ?? '';
  if (names.size < MOST_NAMES) names.set(key, name);
  return name;
}

/** Places change their time: what they called it long ago is no news. */
const OF_TODAY = Date.UTC(2026, 0);

function generic(timeZone: string, locale: string): string | null {
  if (!timeZone.includes('/')) return null;
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(
      OF_TODAY,
    );
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return name === '' || /\d/.test(name) ? null : name;
  } catch {
    return null;
  }
}
