import type { Disclosure, Entry } from '../entries/entry.entity.js';

export type AcceptanceState = 'submitted' | 'accepted' | 'returned';

/** What the secretariat of a mechanism made of the last submitted version; null while none stands: before the first, and once it was withdrawn. */
export function acceptanceIn(
  { state, submittedVersion }: Pick<Entry, 'state' | 'submittedVersion'>,
  { acceptedVersion, returnedVersion }: Pick<Disclosure, 'acceptedVersion' | 'returnedVersion'>,
): AcceptanceState | null {
  if (submittedVersion === 0 || state === 'withdrawn') return null;
  if (acceptedVersion === submittedVersion) return 'accepted';
  return returnedVersion === submittedVersion ? 'returned' : 'submitted';
}
