import type { Actor } from '../../platform/http/actor.js';
import type { Entry, EntryVersion } from '../entries/entry.entity.js';

/**
 * Whether the actor submitted this version for a secretariat: to accept it, or to give it back, is for somebody else of
 * it. What others report is answered by any of them.
 */
export const isOwnSubmission = (
  { accountId }: Pick<Actor, 'accountId'>,
  { reporterKind }: Pick<Entry, 'reporterKind'>,
  version: Pick<EntryVersion, 'submittedBy'> | null | undefined,
): boolean => reporterKind === 'secretariat' && accountId !== null && version?.submittedBy === accountId;
