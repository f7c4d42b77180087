import type { Option } from './fields.js';

/**
 * The zones this Node lists, UTC, and those given: it lists one name for each zone, and what was saved may be another
 * (Asia/Kolkata), which must stay the one chosen.
 */
export function zoneOptions(...given: unknown[]): Option[] {
  const kept = given.filter((zone) => typeof zone === 'string' && zone !== '') as string[];
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...kept]);
  return [...zones].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
