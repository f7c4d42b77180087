import type { EntityManager } from 'typeorm';
import { can, demand } from '../../accounts/roles.js';
import type { Change } from '../../platform/database/history.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Submission, SubmissionFreeze } from './submission.entity.js';

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

/** A submission with its sections, for somebody who means to change it. Throws NotFoundError or ForbiddenError. */
export async function findToEdit(manager: EntityManager, actor: Actor, id: string): Promise<Submission> {
  const submission = await manager.findOne(Submission, { where: { id }, relations: { sections: true } });
  if (!submission) throw new NotFoundError('submission');
  sightOf(actor, submission, await manager.existsBy(SubmissionFreeze, { submissionId: id }));
  demand(actor, 'submissions.edit', submission.mechanismId, 'submission');
  return submission;
}

/** What the history keeps of a change: states, numbers and keys; never text. */
export function changeOf(
  submission: Submission,
  verb: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Change {
  const { id, mechanismId, cycleId, language } = submission;
  return {
    action: `submission.${verb}`,
    subjectKind: 'submission',
    subjectId: id,
    scope: mechanismId,
    before,
    after: { cycleId, language, ...after },
  };
}
