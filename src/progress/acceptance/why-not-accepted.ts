import type { EntryDisclosure } from '../access/seen-disclosure.js';

/** Why an answer is not accepted: the text `collect.not.<reason>`. */
export const REASONS = ['gone', 'newer', 'accepted', 'returned', 'yours'] as const;
export type Reason = (typeof REASONS)[number];

type Place = Pick<EntryDisclosure, 'sight' | 'state' | 'answerable'>;

/**
 * Whether the version that was read may be accepted: null where it may. `place`: the entry in the call's mechanism, as the
 * secretariat sees it there; undefined where it does not any more. `latest`: the number of its last version.
 */
export function whyNotAccepted(place: Place | undefined, latest: number, read: number): Reason | null {
  if (!place || place.sight === 'accepted') return 'gone';
  if (latest !== read) return 'newer';
  if (place.state === 'accepted' || place.state === 'returned') return place.state;
  return place.answerable ? null : 'yours';
}
