import type { Option } from './fields.js';

/** Names that Node lists for places that are called otherwise by now. */
const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

const SUPPORTED = Intl.supportedValuesOf('timeZone');

/**
 * The zones this Node lists, UTC, and those given: it lists one name for each zone, and what was saved may be another
 * (Asia/Kolkata), which must stay the one chosen.
 */
export function zoneOptions(...given: unknown[]): Option[] {
  const kept = given.filter((zone) => typeof zone === 'string' && zone !== '') as string[];
  const listed = SUPPORTED.filter((zone) => !kept.includes(RENAMED[zone] ?? ''));
  const zones = new Set([...listed, 'UTC', ...kept]);
  return [...zones].sort().map((value) => ({ value, label: (RENAMED[value] ?? value).replaceAll('_', ' ') }));
}
