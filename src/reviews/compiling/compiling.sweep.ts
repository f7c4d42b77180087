import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { compileJob } from '../reviews.jobs.js';
import { Submission } from '../submissions/submission.entity.js';

/** Whoever compiles says every few seconds that it is at it; after this it is not. With the sweep's own pace half a minute in all. */
const LEASE_MS = 18_000;

/** Restores compilations that the queue or a worker lost. */
@Injectable()
export class CompilingSweep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /**
   * Puts back what a dead worker had begun, which goes on where that was, and enqueues what is queued. Answers how many it
   * enqueued.
   */
  async sweep(): Promise<number> {
    await this.takeBack();
    const queued = await this.unitOfWork.read.find(Submission, {
      select: { id: true },
      where: { compilation: 'queued' },
    });
    await this.queue.addMany(
      compileJob,
      queued.map(({ id }) => ({ payload: { id }, id })),
    );
    return queued.length;
  }

  private async takeBack(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - LEASE_MS).toISOString();
    const left = await this.unitOfWork.read
      .createQueryBuilder(Submission, 'submission')
      .select(['submission.id', 'submission.run'])
      .where(`submission.compilation = 'running'`)
      .andWhere(
        new Brackets((any) =>
          any.where('submission.aliveAt IS NULL').orWhere('submission.aliveAt < :since', { since }),
        ),
      )
      .getMany();
    for (const { id } of left)
      await this.unitOfWork.run((manager) =>
        manager
          .createQueryBuilder()
          .update(Submission)
          .set({ compilation: 'queued' })
          .where(`"id" = :id AND "compilation" = 'running'`, { id })
          .andWhere('("aliveAt" IS NULL OR "aliveAt" < :since)', { since })
          .execute(),
      );
  }
}
