import { can, demand } from '../accounts/roles.js';
import { NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { Submission } from './submission.entity.js';

/**
 * How much of a submission an actor reads. The secretariat reads all of it always. Chair and focal points read it
 * once it is circulated; while a further text is drafted after one was submitted, they read what was submitted.
 * Nobody else learns that it exists.
 */
export type Sight = 'all' | 'frozen';

type Subject = Pick<Submission, 'mechanismId' | 'state'>;

/** Throws NotFoundError when the actor may not know of it. `frozen`: something of it was submitted already. */
export function sightOf(actor: Actor, submission: Subject, frozen: boolean): Sight {
  const { mechanismId, state } = submission;
  if (can(actor, 'submissions.edit', mechanismId)) return 'all';
  if (can(actor, 'submissions.read', mechanismId)) {
    if (state !== 'drafting') return 'all';
    if (frozen) return 'frozen';
  }
  throw new NotFoundError('submission');
}

/** Throws NotFoundError or ForbiddenError for somebody who may not change the submission. */
export function demandEdit(actor: Actor, submission: Subject, frozen: boolean): void {
  sightOf(actor, submission, frozen);
  demand(actor, 'submissions.edit', submission.mechanismId, 'submission');
}
