import type { EntityManager } from 'typeorm';
import type { Deed } from '../gate/deed.js';
import { fingerprint } from '../gate/fingerprint.js';
import { lockSubject } from '../platform/database/lock-subject.js';
import type { SupportChange, SupportReleaseInput } from './support.dto.js';
import { SupportRequest } from './support.entity.js';
import { supportWorkflow } from './support.workflow.js';
import type { SupportState } from './vocabulary.js';

/** What of a request is changed: its words, who reads it, how far it is. Each waits by itself. */
export type SupportPart = 'text' | 'release' | 'state';
export type SupportChanges = Partial<
  Omit<SupportChange, 'version'> & SupportReleaseInput & { state: SupportState }
>;

const RELEASE = ['toSecretariat', 'toPartners', 'toMembers', 'offersToSecretariat'] as const;
const WORDS = [
  'kind',
  'title',
  'language',
  'text',
  'objectives',
  'periodStart',
  'periodEnd',
  'contact',
  'state',
] as const;

type Request = Pick<SupportRequest, (typeof RELEASE)[number] | (typeof WORDS)[number]>;

export const requestDeed = (
  { id, mechanismId, requester }: SupportRequest,
  part: SupportPart,
  payload: SupportChanges,
): Deed<SupportChanges, 'support'> => ({
  kind: 'support',
  subjectId: id,
  part,
  mechanismIds: [mechanismId],
  state: requester,
  payload,
});

/** Whether anybody would read more, or something else, than now. */
export function opensMore(now: Request, next: Request): boolean {
  if (!next.toSecretariat && !next.toPartners && !next.toMembers) return false;
  const words = (request: Request) => fingerprint(WORDS.map((name) => request[name]));
  return words(now) !== words(next) || RELEASE.some((name) => next[name] && !now[name]);
}

/** Whether a release is another than the one there is. */
export const opensTo = (now: Request, next: SupportReleaseInput): boolean =>
  RELEASE.some((name) => now[name] !== next[name]);

/** Of those it is released to now, whom its State still wants. */
export const narrowed = (now: Request, wanted: SupportReleaseInput): SupportReleaseInput => ({
  toSecretariat: now.toSecretariat && wanted.toSecretariat,
  toPartners: now.toPartners && wanted.toPartners,
  toMembers: now.toMembers && wanted.toMembers,
  offersToSecretariat: now.offersToSecretariat && wanted.offersToSecretariat,
});

/** The request as it would be read, and by whom; null when it can no longer be changed so. */
export async function markOf(
  manager: EntityManager,
  { subjectId: id, payload }: Deed<SupportChanges>,
): Promise<string | null> {
  await lockSubject(manager, SupportRequest, id);
  const request = await manager.findOneBy(SupportRequest, { id });
  if (!request || (payload.state && !supportWorkflow.allows(request.state, payload.state))) return null;
  const next = { ...request, ...payload };
  return fingerprint([...WORDS, ...RELEASE].map((name) => next[name]));
}
