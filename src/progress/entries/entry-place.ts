import type { Disclosure, Entry } from './entry.entity.js';

export type PlaceState = 'submitted' | 'accepted' | 'returned';

/** What the secretariat of a mechanism made of the last submitted version; null while none stands. */
export function stateIn(
  { submittedVersion }: Pick<Entry, 'submittedVersion'>,
  { acceptedVersion, returnedVersion }: Pick<Disclosure, 'acceptedVersion' | 'returnedVersion'>,
): PlaceState | null {
  if (submittedVersion === 0) return null;
  if (acceptedVersion === submittedVersion) return 'accepted';
  return returnedVersion === submittedVersion ? 'returned' : 'submitted';
}
