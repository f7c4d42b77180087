import { RENAMED, zonePlace, zoneTime } from '../i18n/zones.js';
import type { Option } from './fields.js';

const SUPPORTED = Intl.supportedValuesOf('timeZone');

/**
 * The zones this Node lists, UTC, and those given, by the place one looks for and with their names in the reader's
 * language. Node lists one name for each zone, and what was saved may be another (Asia/Kolkata), which must stay the one
 * chosen.
 */
export function zoneOptions(language: string, ...given: unknown[]): Option[] {
  const kept = given.filter((zone) => typeof zone === 'string' && zone !== '') as string[];
  const listed = SUPPORTED.filter((zone) => !kept.includes(RENAMED[zone] ?? ''));
  const zones = new Set([...listed, 'UTC', ...kept]);
  return [...zones]
    .map((value) => ({ value, label: optionLabel(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** "El Salvador – hora estándar central": the place first, by which the list is sorted and searched. */
function optionLabel(zone: string, language: string): string {
  const time = zoneTime(zone, language);
  return time ? `${zonePlace(zone)} – ${time}` : zone;
}
