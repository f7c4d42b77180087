import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { lockSubject } from '../../../platform/database/lock-subject.js';
import { Clock } from '../../../platform/clock.js';
import { change } from '../../../platform/database/change.js';
import { History } from '../../../platform/database/history.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import type { Actor } from '../../../platform/http/actor.js';
import { Passage } from '../../passages/passage.entity.js';
import { changeOf, findToEdit } from '../../submissions/submission.access.js';
import { Submission } from '../../submissions/submission.entity.js';
import { PassageComment } from './passage-comment.entity.js';

/** What a secretariat says among itself about passages. */
@Injectable()
export class PassageCommentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
  ) {}

  /** Of one passage, the oldest first. The caller has made sure that the actor may read it. */
  of(passageId: string): Promise<PassageComment[]> {
    return this.unitOfWork.read.find(PassageComment, {
      where: { passageId },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Throws NotFoundError or ForbiddenError. */
  async add(actor: Actor, submissionId: string, passageId: string, text: string): Promise<PassageComment> {
    return this.unitOfWork.run(async (manager) => {
      const submission = await findToEdit(manager, actor, submissionId);
      // Compiling takes away what nobody has said anything to: it comes before or after.
      await lockSubject(manager, Submission, submissionId);
      const passage = await manager.findOneBy(Passage, { id: passageId, submissionId });
      if (!passage) throw new NotFoundError('passage');
      const row = {
        id: uuid(),
        ...{ submissionId, passageId, text },
        author: actor.name,
        accountId: actor.accountId,
        quote: null,
        at: this.clock.now(),
        settledAt: null,
        settledBy: null,
        version: 1,
      };
      await manager.insert(PassageComment, row);
      await this.history.record(actor, changeOf(submission, 'comment', {}, { section: passage.sectionKey }));
      return manager.findOneByOrFail(PassageComment, { id: row.id });
    });
  }

  /** Settles a comment, or opens it again. Doing the same twice changes nothing. */
  async settle(actor: Actor, submissionId: string, id: string, settled: boolean): Promise<PassageComment> {
    return this.unitOfWork.run(async (manager) => {
      const submission = await findToEdit(manager, actor, submissionId);
      const comment = await manager.findOneBy(PassageComment, { id, submissionId });
      if (!comment) throw new NotFoundError('comment');
      if ((comment.settledAt !== null) === settled) return comment;
      const set = {
        settledAt: settled ? this.clock.now() : null,
        settledBy: settled ? actor.accountId : null,
      };
      await change(manager, PassageComment, { id, version: comment.version }, set);
      const { sectionKey } = await manager.findOneByOrFail(Passage, { id: comment.passageId });
      const verb = settled ? 'settleComment' : 'openComment';
      await this.history.record(actor, changeOf(submission, verb, {}, { section: sectionKey }));
      return manager.findOneByOrFail(PassageComment, { id });
    });
  }
}
