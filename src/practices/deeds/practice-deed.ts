import type { EntityManager } from 'typeorm';
import type { Deed } from '../../gate/deed.js';
import { fingerprint } from '../../gate/fingerprint.js';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { Practice } from '../practice.entity.js';
import { practiceWorkflow } from '../practice.workflow.js';

/** With whom a practice is shared. */
export interface Audience {
  /** Ids, in their order. */
  mechanisms: string[];
  isPublic: boolean;
}

const deedOf = <Kind extends 'practice-offer' | 'practice-share', Payload>(
  { id, mechanismId, ownerKind, owner }: Practice,
  kind: Kind,
  payload: Payload,
): Deed<Payload, Kind> => ({
  kind,
  subjectId: id,
  part: '',
  mechanismIds: [mechanismId],
  state: ownerKind === 'state' ? owner : null,
  payload,
});

export const offerOf = (practice: Practice) => deedOf(practice, 'practice-offer', null);
export const sharingOf = (practice: Practice, audience: Audience) =>
  deedOf(practice, 'practice-share', audience);

export const audienceOf = ({ isPublic, shares }: Practice): Audience => ({
  mechanisms: shares.map(({ mechanismId }) => mechanismId).sort(),
  isPublic,
});

/** Of those it is shared with, whom the owner still wants. */
export function keptOf(practice: Practice, { mechanisms, isPublic }: Audience): Audience {
  const now = audienceOf(practice);
  return {
    mechanisms: now.mechanisms.filter((id) => mechanisms.includes(id)),
    isPublic: now.isPublic && isPublic,
  };
}

export const isSame = (a: Audience, b: Audience): boolean =>
  a.isPublic === b.isPublic && a.mechanisms.join() === b.mechanisms.join();

/** The words, and to whom they would be opened; null when the practice can no longer be moved so. */
export async function markOf(
  manager: EntityManager,
  { kind, subjectId: id, payload }: Deed,
): Promise<string | null> {
  await lockSubject(manager, Practice, id);
  const practice = await manager.findOneBy(Practice, { id });
  const move = kind === 'practice-offer' ? 'offer' : 'share';
  if (!practice || !practiceWorkflow.allows(practice.state, move)) return null;
  const { title, language, content } = practice;
  return fingerprint({ kind, title, language, content, payload });
}
