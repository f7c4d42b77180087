import type { EntityManager } from 'typeorm';
import { change } from '../../platform/database/change.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Passage } from '../passages/passage.entity.js';
import { findToEdit } from '../submissions/submission.access.js';
import { Submission } from '../submissions/submission.entity.js';

/** A document that is being drafted, within the transaction that changes it. */
export interface Draft {
  manager: EntityManager;
  submission: Submission;
  /** Its language, and those it is translated into. */
  original: string;
  languages: string[];
  /** One of its passages, as it stands, with its words. Throws NotFoundError. */
  passage: (id: string) => Promise<Passage>;
}

/**
 * The draft the actor may change; its row is locked, so that it cannot be circulated before the transaction ends. Throws
 * NotFoundError, ForbiddenError, and ConflictError when it is no draft.
 */
export async function draftOf(manager: EntityManager, actor: Actor, id: string): Promise<Draft> {
  const submission = await findToEdit(manager, actor, id);
  const drafting = { state: 'drafting' } as const;
  await change(manager, Submission, { id, ...drafting }, drafting, { reason: 'error.submissionNotDrafting' });
  return {
    manager,
    submission,
    original: submission.language,
    languages: languagesOf(submission),
    passage: async (passageId) => {
      const where = { id: passageId, submissionId: id };
      const passage = await manager.findOne(Passage, { where, relations: { words: true } });
      if (!passage) throw new NotFoundError('passage');
      return passage;
    },
  };
}

/** The original language first. */
export const languagesOf = (submission: Pick<Submission, 'language' | 'languages'>): string[] => [
  submission.language,
  ...submission.languages,
];
