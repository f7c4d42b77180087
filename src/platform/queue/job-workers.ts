import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Job, Worker } from 'bullmq';
import type { Backend, Report } from './backend.js';
import type { JobRunner } from './job-runner.js';
import { QUEUES, type QueueName } from './jobs.js';

/** How long an orderly end may take once nothing runs any more: longer means that the server is away. */
const FAREWELL_MS = 3_000;

/** One BullMQ worker per queue. */
export class JobWorkers {
  private readonly logger = new Logger('JobQueue');
  private workers: Worker[] = [];

  constructor(
    private readonly runner: JobRunner,
    private readonly report: Report,
  ) {}

  get started(): boolean {
    return this.workers.length > 0;
  }

  /** Starts taking jobs. Resolves when all workers are connected. */
  async start(backend: Backend, concurrency: Record<QueueName, number>): Promise<void> {
    this.workers = QUEUES.map((name) => {
      const worker = backend.worker(name, (job) => this.work(backend, name, job), concurrency[name]);
      worker.on('error', this.report);
      worker.on('failed', (job, error) => job && this.tellFailure(job, error));
      return worker;
    });
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Takes no further jobs, waits for the running ones, `withinMs` at most, and disconnects. */
  async close(withinMs: number): Promise<void> {
    // Not worker.close() alone: it waits for its jobs without end, and cannot be told otherwise afterwards.
    await Promise.all(this.workers.map((worker) => worker.pause(true)));
    const unfinished = await this.runner.settle(withinMs);
    if (unfinished.length > 0) this.logger.warn(`stopping in the middle of: ${unfinished.join(', ')}`);
    const ends = this.workers.map((worker) => worker.close(unfinished.length > 0));
    await Promise.race([Promise.allSettled(ends), delay(FAREWELL_MS, undefined, { ref: false })]);
    this.workers = [];
  }

  private async work(backend: Backend, name: QueueName, job: Job): Promise<void> {
    // A schedule whose job has left the code would tick for ever.
    if (!this.runner.knows(job.name) && job.repeatJobKey) {
      await backend.queue(name).removeJobScheduler(job.repeatJobKey);
    }
    await this.runner.run(job);
  }

  private tellFailure(job: Job, error: Error): void {
    const what = `${job.name} ${job.id}, attempt ${job.attemptsMade} of ${job.opts.attempts}`;
    if (job.finishedOn === undefined)
      this.logger.warn(`${what} failed, will be tried again: ${error.message}`);
    else this.logger.error(`${what} failed for good: ${error.message}`, error.stack);
  }
}
