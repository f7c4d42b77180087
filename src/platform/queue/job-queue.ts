import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { readInput } from '../http/read-input.js';
import type { Backend } from './backend.js';
import { type FlowPart, type Item, JobProducers } from './job-producers.js';
import { JobsApart } from './jobs-apart.js';
import { jobOptions } from './job-options.js';
import { type JobHandler, JobRunner } from './job-runner.js';
import { JobWorkers } from './job-workers.js';
import { type AnyJob, definedJobs, type JobDefinition, type JobPayload } from './jobs.js';
import { QUEUE_OPTIONS, type QueueOptions } from './queue-options.js';
import { quietly } from './quietly.js';
import { type Schedule, Schedules } from './schedules.js';

interface Start {
  worker: boolean;
  expected?: AnyJob[];
  apart?: URL;
}

/**
 * Background jobs. The database is the truth and the queue may be lost at any moment: a job says "look at row 17",
 * and a scheduled sweep adds again what was lost.
 */
@Injectable()
export class JobQueue implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobQueue.name);
  private readonly runner = new JobRunner();
  private readonly schedules = new Schedules();
  private backend?: Backend;
  private readonly report = quietly((error) => this.logger.warn(`queue: ${error.message}`));
  private readonly producers = new JobProducers(this.report);
  private readonly workers = new JobWorkers(this.runner, this.producers, this.report);
  private apart?: JobsApart;
  private opened = false;
  private ensuring?: NodeJS.Timeout;
  private starting?: Promise<void>;
  private closing?: Promise<void>;

  constructor(@Inject(QUEUE_OPTIONS) private readonly options: QueueOptions) {}

  /**
   * Names the function that does this job; features call it as their module starts, in every process.
   * Throws when the job has one already.
   */
  handle<P extends JobPayload>(job: JobDefinition<P>, handler: JobHandler<P>): void {
    this.runner.register(job, handler);
  }

  /**
   * Has the job done in the background. Call it after the commit that wrote its row.
   * With an `id`, nothing is added while one with that id waits or runs; once that one is done or has failed for
   * good, it can be added again. Never throws for a queue that is not started or away: it logs, the sweep adds again.
   */
  async add<P extends JobPayload>(
    job: JobDefinition<P>,
    payload: P,
    options: { id?: string; delayMs?: number } = {},
  ) {
    await this.addMany(job, [{ payload, ...options }]);
  }

  /** `add` for many at once: one round trip. */
  async addMany<P extends JobPayload>(job: JobDefinition<P>, items: Item<P>[]): Promise<void> {
    if (items.length === 0) return;
    try {
      if (!this.isReady()) throw new Error('the queue is not ready');
      await this.producers.add(job, items);
    } catch (error) {
      this.logger.warn(
        `${items.length} × ${job.name} not added, left to the sweep: ${(error as Error).message}`,
      );
    }
  }

  /**
   * Adds jobs, and one that is done when all of them are over, done or failed. Answers whether they were added: when the
   * queue is away, none is, and the caller does them itself or leaves them to a sweep.
   */
  async addFlow(parts: readonly FlowPart[], last: FlowPart): Promise<boolean> {
    try {
      if (!this.isReady()) throw new Error('the queue is not ready');
      await this.producers.addFlow(parts, last);
      return true;
    } catch (error) {
      this.logger.warn(`a flow to ${last.job.name} was not added: ${(error as Error).message}`);
      return false;
    }
  }

  /**
   * Has the job added by the clock; call it in every process, at module start: workers write it down.
   * One schedule per job: a second call replaces the first. Throws when the payload does not fit the job.
   */
  async schedule<P extends JobPayload>(job: JobDefinition<P>, when: Schedule, payload?: P): Promise<void> {
    this.schedules.set(job, when, readInput(job.payload, payload ?? {}), jobOptions(job));
    if (this.workers.started) await this.ensureSchedules();
  }

  /**
   * Writes down again the schedules that are missing. Workers do so every minute: a flushed Redis also lost the
   * schedule of the very sweep that would restore everything else. Logs instead of throwing.
   */
  async ensureSchedules(): Promise<void> {
    try {
      if (this.isReady()) await this.schedules.ensure((name) => this.producers.get(name));
    } catch (error) {
      this.report(error as Error);
    }
  }

  /**
   * Connects, and with `worker` starts to do jobs. Waits for a server that is down (it keeps trying, and logs), so
   * start listening before you wait for this. Rejects when a job has no handler: a job is expected to have one as
   * soon as the code that defines it is loaded, so nobody keeps a list; `expected` narrows it, for tests. `apart`: the
   * program that long jobs are handed to.
   */
  async start({ worker, expected, apart }: Start): Promise<void> {
    if (worker) this.runner.requireAll(expected ?? definedJobs());
    if (worker && apart) this.runner.handOver((this.apart = new JobsApart(apart)));
    this.starting ??= this.open(worker);
    await this.starting;
  }

  /** `start`, for a process that may be asked to end before the queue is there: then it resolves. */
  async run(how: Pick<Start, 'worker' | 'apart'>): Promise<void> {
    try {
      await this.start(how);
    } catch (error) {
      if (!this.closing) throw error;
    }
  }

  /** Does a job here and now, as when the queue hands it over. */
  work(name: string, data: unknown): Promise<void> {
    return this.runner.run({ name, id: undefined, data, opts: {}, attemptsMade: 0 });
  }

  /** Resolves when `start` has; rejects when it did, or was never called. */
  async ready(): Promise<void> {
    if (!this.starting) throw new Error('the queue was not started');
    await this.starting;
  }

  /** Whether a job can be added now. */
  isReady(): boolean {
    return this.producers.started && this.backend!.isReady();
  }

  /** How many jobs wait, run, were done and failed, in the text format of Prometheus. Rejects while the queue is away. */
  async metrics(): Promise<string> {
    if (!this.isReady()) throw new Error('the queue is not ready');
    return this.producers.metrics();
  }

  /**
   * For tests: resolves when no job waits, runs or is due; those delayed into the future do not count.
   * Rejects after `withinMs`.
   */
  drain(withinMs = 30_000): Promise<void> {
    return this.producers.drain(withinMs);
  }

  /** Takes no further jobs, waits for the running ones (`closeMs` at most), and disconnects. Safe to call twice. */
  close(): Promise<void> {
    this.closing ??= this.shut();
    return this.closing;
  }

  /** Before the database closes, which happens on application shutdown: running jobs still need it. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private async open(worker: boolean): Promise<void> {
    try {
      const backend = await this.load();
      await backend.connect();
      await this.producers.start(backend);
      if (worker) await this.workers.start(backend, this.options.paces);
      if (this.closing) throw new Error('the queue was closed while it started');
    } catch (error) {
      await this.release(0);
      throw error;
    }
    this.opened = true;
    if (!worker) return;
    const everyMs = this.options.ensureSchedulesMs ?? 60_000;
    this.ensuring = setInterval(() => void this.ensureSchedules(), everyMs).unref();
    await this.ensureSchedules();
  }

  /** BullMQ and its drivers take a fifth of a second to load: the web server listens first. */
  private async load(): Promise<Backend> {
    const { backendFor } = await import('./backend-for.js');
    if (this.closing) throw new Error('the queue was closed before it was started');
    const { url, prefix, keepIn } = this.options;
    return (this.backend = backendFor(url, prefix, this.report, keepIn));
  }

  private async shut(): Promise<void> {
    if (this.opened) return this.release(this.options.closeMs ?? 10_000);
    // A start that is under way fails with this, and cleans up after itself.
    await this.backend?.close();
    await this.starting?.catch(() => undefined);
  }

  private async release(withinMs: number): Promise<void> {
    clearInterval(this.ensuring);
    await this.workers.close(withinMs);
    this.apart?.close();
    await this.producers.close();
    await this.backend?.close();
  }
}
