import type { Actor } from '../platform/http/actor.js';
import type { SeenPractice } from './practice-query.service.js';
import { practiceWorkflow } from './practice.workflow.js';

/**
 * A practice as the API shows it. Where it is offered and with whom it is shared is told to its owner only; the contact
 * person to who is signed in.
 */
export function practiceResource(actor: Actor, { practice, sight, standing }: SeenPractice) {
  const { id, ownerKind, owner, title, language, content } = practice;
  const { contactName, contactEmail, ...open } = content;
  const signedIn = actor.kind !== 'visitor';
  return {
    id,
    sight,
    state: practice.state,
    standing,
    owner: { kind: ownerKind, subject: owner || null },
    title,
    language,
    ...open,
    contact: signedIn ? { name: contactName, email: contactEmail } : null,
    ...(sight === 'shared' ? {} : { mechanismId: practice.mechanismId }),
    ...(sight === 'own' && {
      entryId: practice.entryId,
      sharedWith: practice.shares.map(({ mechanismId }) => mechanismId),
      isPublic: practice.isPublic,
      moves: practiceWorkflow.allowedMoves(practice.state),
      version: practice.version,
    }),
  };
}
