import type { TextKey } from '../../platform/i18n/i18n.js';
import type { SeenEntry } from '../access/seen-entry.js';

/**
 * What writing a new version means for what stands: before it is begun, and while it is written. Null where nothing of the
 * entry stands with others, and nothing did.
 */
export function reviseWords({
  reporterKind,
  state,
  number,
  places,
}: Pick<SeenEntry, 'reporterKind' | 'state' | 'number' | 'places'>): TextKey | null {
  if (state === 'withdrawn') return 'entry.revise.withdrawn';
  if (number === 0) return null;
  if (reporterKind === 'secretariat') return 'entry.revise.own';
  const accepted = places.some(({ home, acceptedVersion }) => home && acceptedVersion > 0);
  return accepted ? 'entry.revise.accepted' : 'entry.revise.submitted';
}
