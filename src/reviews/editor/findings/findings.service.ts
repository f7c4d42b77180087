import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/actor.js';
import { reviewCycle } from '../../cycles/review-cycles.js';
import { findToEdit } from '../../submissions/submission.access.js';
import type { Submission } from '../../submissions/submission.entity.js';
import { PassageQueryService } from '../passage-query.service.js';
import { type Finding, findingsIn } from './findings.js';

/** What is to be looked at before a document goes out. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly query: PassageQueryService,
  ) {}

  /** Throws NotFoundError or ForbiddenError. */
  async of(actor: Actor, id: string): Promise<{ submission: Submission; findings: Finding[] }> {
    const submission = await findToEdit(this.unitOfWork.read, actor, id);
    return { submission, findings: await this.in(submission) };
  }

  /** The caller has made sure that the actor may edit it. */
  async in(submission: Submission): Promise<Finding[]> {
    const passages = await this.query.all(submission);
    const measures = await this.query.measures(submission);
    const { form, language, sections, cycleId } = submission;
    const cycle = cycleId ? reviewCycle(cycleId) : undefined;
    return findingsIn({
      original: language,
      limits: form.limits ?? null,
      sections: [...sections].sort((a, b) => a.position - b.position),
      measures,
      passages,
      unconfirmed: cycle && (cycle.expected || cycle.doubts.length > 0) ? [cycle.id] : [],
      glyphs: [],
    });
  }
}
