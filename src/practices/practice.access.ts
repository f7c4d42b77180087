import { can, voicesIn } from '../accounts/roles.js';
import type { Actor } from '../platform/http/actor.js';
import type { Practice, PracticeReviewer, PracticeShare } from './practice.entity.js';

/**
 * What of a practice an actor sees.
 * `own`: everything, in every state; those who speak for its owner where it is offered.
 * `review`: text and checklist while it is offered; the secretariat there, who asks peers, and the peers who are ready to
 * advise or were asked. When the review ends, so does this.
 * `shared`: text and checklist while it is shared; those its owner chose.
 */
export type PracticeSight = 'own' | 'review' | 'shared';

export type SeenThrough = Pick<Practice, 'mechanismId' | 'ownerKind' | 'owner' | 'state' | 'isPublic'> & {
  shares: readonly Pick<PracticeShare, 'mechanismId'>[];
  reviewers: readonly Pick<PracticeReviewer, 'accountId'>[];
};

/** Ids of the mechanisms in which an actor is ready to advise. */
export type Volunteering = ReadonlySet<string>;

/** Null: for this actor the practice does not exist. */
export function practiceSight(
  actor: Actor,
  practice: SeenThrough,
  volunteering: Volunteering,
): PracticeSight | null {
  if (isOwner(actor, practice)) return 'own';
  if (practice.state === 'offered') return reviews(actor, practice, volunteering) ? 'review' : null;
  if (practice.state !== 'shared') return null;
  return practice.isPublic || sharedThrough(actor, practice).length > 0 ? 'shared' : null;
}

/** Whether the actor speaks today for the practice's owner, where it is offered. */
export function isOwner(actor: Actor, { mechanismId, ownerKind, owner }: SeenThrough): boolean {
  return (
    can(actor, 'practices.write', mechanismId) &&
    voicesIn(actor, mechanismId).some(({ kind, subject }) => kind === ownerKind && (subject ?? '') === owner)
  );
}

function reviews(actor: Actor, practice: SeenThrough, volunteering: Volunteering): boolean {
  const { mechanismId, reviewers } = practice;
  if (can(actor, 'practices.manage', mechanismId)) return true;
  const ready =
    volunteering.has(mechanismId) || reviewers.some(({ accountId }) => accountId === actor.accountId);
  return ready && can(actor, 'practices.review', mechanismId);
}

/** Ids of the mechanisms through which a shared practice is for the actor; none for a visitor. */
export const sharedThrough = (actor: Actor, { shares }: SeenThrough): string[] =>
  shares.map(({ mechanismId }) => mechanismId).filter((id) => can(actor, 'practices.read', id));

/** Whether a practice that the actor sees belongs in the list of a mechanism. That it is shared elsewhere is not shown here. */
export function isListedIn(mechanismId: string, practice: SeenThrough, sight: PracticeSight): boolean {
  if (practice.state === 'shared' && practice.shares.some((share) => share.mechanismId === mechanismId))
    return true;
  return practice.mechanismId === mechanismId && (sight !== 'shared' || practice.isPublic);
}

/** Mechanisms whose people know of a practice as it stands. */
export function openIn({ state, mechanismId, isPublic, shares }: Practice): string[] {
  if (state === 'offered') return [mechanismId];
  if (state !== 'shared') return [];
  return [...shares.map((share) => share.mechanismId), ...(isPublic ? [mechanismId] : [])];
}
