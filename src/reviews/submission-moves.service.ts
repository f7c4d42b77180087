import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Mechanism } from '../mechanisms/mechanism.entity.js';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { CompilationService } from './compilation.service.js';
import { changeOf, findToEdit } from './submission-access.js';
import { Submission, SubmissionFreeze } from './submission.entity.js';
import { frozenText, textOf } from './submission-text.js';
import { afterMove, type SubmissionMove } from './submission-workflow.js';

/** The version of the text the actor was looking at: with it, what changed meanwhile is refused. */
type Seen = number | null | undefined;

/** Moves submissions along their way, by the workflow's table. */
@Injectable()
export class SubmissionMoves {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly compilation: CompilationService,
  ) {}

  /** Shows the text to the chair and the focal points. From here on it gains no material, see `basis.ts`. */
  circulate(actor: Actor, id: string, version?: Seen): Promise<void> {
    return this.move(actor, id, 'circulate', version);
  }

  /** Notes that those who were shown the text agree to it. */
  clear(actor: Actor, id: string, version?: Seen): Promise<void> {
    return this.move(actor, id, 'clear', version);
  }

  /** Keeps the text as submitted, for good. */
  freeze(actor: Actor, id: string, version?: Seen): Promise<void> {
    return this.move(actor, id, 'freeze', version);
  }

  /** Takes a text that is not yet submitted back to drafting. */
  recall(actor: Actor, id: string, version?: Seen): Promise<void> {
    return this.move(actor, id, 'recall', version);
  }

  /** Begins a further text. What was submitted stays as it is beside it. */
  revise(actor: Actor, id: string, version?: Seen): Promise<void> {
    return this.move(actor, id, 'revise', version);
  }

  private async move(actor: Actor, id: string, move: SubmissionMove, version: Seen): Promise<void> {
    await findToEdit(this.unitOfWork.read, actor, id);
    await this.compilation.upToDate(id);
    await this.unitOfWork.run(async (manager) => {
      const submission = await findToEdit(manager, actor, id);
      const to = afterMove(submission.state, move);
      if (version && version !== submission.version) throw new ConflictError('error.submissionChanged');
      const change: Partial<Submission> = { state: to, version: submission.version + 1 };
      if (to === 'drafting') Object.assign(change, this.openAgain(submission));
      else await this.demandSettled(submission);
      const where = { id, state: submission.state, version: submission.version };
      const moved = await manager.update(Submission, where, change);
      if (!moved.affected) throw new ConflictError('error.submissionChanged');
      const frozen = to === 'submitted' ? await this.keep(manager, actor, submission) : {};
      await this.history.record(
        actor,
        changeOf(submission, move, { state: submission.state }, { state: to, ...frozen }),
      );
    });
  }

  /** Nothing moves on while it is being compiled, or when a release changed since the text was shown. */
  private async demandSettled(submission: Submission): Promise<void> {
    const busy = submission.compilation === 'queued' || submission.compilation === 'running';
    if (!submission.compiled || busy) throw new ConflictError('error.submissionNotCompiled');
    if (!(await this.compilation.isCurrent(submission))) throw new ConflictError('error.submissionChanged');
  }

  /** A draft takes in what was released meanwhile: it counts as made from something else. */
  private openAgain({ compiled }: Submission): Partial<Submission> {
    return { compiled: compiled && { ...compiled, fingerprint: '' } };
  }

  private async keep(
    manager: EntityManager,
    actor: Actor,
    submission: Submission,
  ): Promise<{ number: number; hash: string }> {
    const { id, mechanismId } = submission;
    const { zone } = await manager.findOneByOrFail(Mechanism, { id: mechanismId });
    const now = this.clock.now();
    const content = frozenText(textOf(submission)!, now, zone);
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    const number = (await manager.countBy(SubmissionFreeze, { submissionId: id })) + 1;
    const row = {
      id: uuid(),
      submissionId: id,
      number,
      content,
      hash,
      frozenAt: now,
      frozenBy: actor.accountId,
    };
    await manager.insert(SubmissionFreeze, row);
    return { number, hash };
  }
}
