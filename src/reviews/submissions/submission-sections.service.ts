import { Injectable } from '@nestjs/common';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { changeOf, findToEdit } from './submission.access.js';
import type { SectionInput } from './submission.dto.js';
import { Submission, SubmissionSection } from './submission.entity.js';

/** The secretariat's own words in a draft. */
@Injectable()
export class SubmissionSectionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
  ) {}

  /**
   * Replaces the secretariat's own words in a section; null takes them away. Throws ConflictError, with the section as
   * it stands, when somebody changed them since, and for a text that is not a draft.
   */
  async edit(actor: Actor, id: string, key: string, { text, version }: SectionInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const submission = await findToEdit(manager, actor, id);
      const section = await manager.findOne(SubmissionSection, {
        where: { submissionId: id, key: key as never },
      });
      if (!section) throw new NotFoundError('section');
      // Locks the row: it cannot be circulated between this look and the end of the transaction.
      const drafting = { state: 'drafting' } as const;
      const settled = { reason: 'error.submissionNotDrafting' };
      await change(manager, Submission, { id, ...drafting }, drafting, settled);
      const where = { id: section.id, version };
      const current = () => manager.findOneByOrFail(SubmissionSection, { id: section.id });
      await change(manager, SubmissionSection, where, { edited: text }, { current });
      await this.history.record(actor, changeOf(submission, 'edit', {}, { section: key }));
    });
  }
}
