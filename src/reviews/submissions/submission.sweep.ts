import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { compileJob } from '../reviews.jobs.js';
import { Submission } from './submission.entity.js';

/** A compilation takes seconds; one that is still the same after this has lost its worker. */
const LEASE_MS = 120_000;

/** Restores compilations that the queue or a worker lost. */
@Injectable()
export class SubmissionSweep {
  /** Since when each running compilation was seen. Every claim raises the version, so a later one is another. */
  private readonly seen = new Map<string, { version: number; since: number }>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /** Puts back what a dead worker had claimed, and enqueues what is queued. Answers how many it enqueued. */
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
    const now = this.clock.now().getTime();
    const running = await this.unitOfWork.read.find(Submission, {
      select: { id: true, version: true },
      where: { compilation: 'running' },
    });
    const ids = new Set(running.map(({ id }) => id));
    for (const id of this.seen.keys()) if (!ids.has(id)) this.seen.delete(id);
    for (const { id, version } of running) {
      const known = this.seen.get(id);
      if (known?.version !== version) {
        this.seen.set(id, { version, since: now });
      } else if (now - known.since >= LEASE_MS) {
        const where = { id, version, compilation: 'running' as const };
        await this.unitOfWork.run((manager) => manager.update(Submission, where, { compilation: 'queued' }));
      }
    }
  }
}
