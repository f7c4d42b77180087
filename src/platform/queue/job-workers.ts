import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Job, Worker } from 'bullmq';
import type { Backend, Pace, Report } from './backend.js';
import type { JobProducers } from './job-producers.js';
import type { JobRunner } from './job-runner.js';
import { QUEUES, type QueueName } from './jobs.js';

/** How long an orderly end may take once nothing runs any more: longer means that the connection to the server was lost. */
const FAREWELL_MS = 3_000;

/** The totals are what is asked for; BullMQ counts only along with figures per minute: for an hour. */
const COUNTED = { maxDataPoints: 60 };

/** One BullMQ worker per queue. */
export class JobWorkers {
  private readonly logger = new Logger('JobQueue');
  private workers: Worker[] = [];
  private backend?: Backend;

  constructor(
    private readonly runner: JobRunner,
    private readonly producers: JobProducers,
    private readonly report: Report,
  ) {}

  get started(): boolean {
    return this.workers.length > 0;
  }

  /** Starts taking jobs. Resolves when all workers are connected. */
  async start(backend: Backend, paces: Record<QueueName, Pace>): Promise<void> {
    this.backend = backend;
    this.workers = QUEUES.map((name) => {
      const worker = backend.worker(name, (job) => this.work(name, job), {
        ...paces[name],
        metrics: COUNTED,
      });
      worker.on('error', this.report);
      worker.on('stalled', (id) =>
        this.logger.warn(`${name}: ${id} was left by a worker that died; it is done again`),
      );
      worker.on('failed', (job, error) => job && this.logFailure(job, error));
      return worker;
    });
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Takes no further jobs, waits for the running ones, `withinMs` at most, and disconnects. */
  async close(withinMs: number): Promise<void> {
    // Not worker.close() alone: it waits for its jobs without end, and cannot be stopped afterwards.
    await Promise.all(this.workers.map((worker) => worker.pause(true)));
    const unfinished = await this.runner.settle(withinMs);
    if (unfinished.length > 0) this.logger.warn(`stopping in the middle of: ${unfinished.join(', ')}`);
    const force = unfinished.length > 0 || !this.backend?.isReady();
    const ends = this.workers.map(async (worker) => {
      // Closing by force leaves BullMQ waiting for its next job, with a timer that keeps the process alive.
      if (force) worker.getBackend().disconnectBlocking(false).catch(this.report);
      await worker.close(force);
    });
    await Promise.race([Promise.allSettled(ends), delay(FAREWELL_MS, undefined, { ref: false })]);
    this.workers = [];
  }

  private async work(name: QueueName, job: Job): Promise<void> {
    // A schedule whose job has left the code would tick for ever.
    if (!this.runner.knows(job.name) && job.repeatJobKey) {
      await this.producers.get(name).removeJobScheduler(job.repeatJobKey);
    }
    await this.runner.run(job);
  }

  private logFailure(job: Job, error: Error): void {
    const what = `${job.name} ${job.id}, attempt ${job.attemptsMade} of ${job.opts.attempts}`;
    if (job.finishedOn === undefined)
      this.logger.warn(`${what} failed, will be tried again: ${error.message}`);
    else this.logger.error(`${what} failed for good: ${error.message}`, error.stack);
  }
}
