import { setTimeout as delay } from 'node:timers/promises';
import type { Job } from 'bullmq';
import { readInput } from '../http/read-input.js';
import { withoutSecrets } from '../without-secrets.js';
import type { JobsApart } from './jobs-apart.js';
import { Lanes } from './lanes.js';
import { type AnyJob, type JobDefinition, type JobPayload, UnrecoverableError } from './jobs.js';

export interface JobContext {
  /** How often it was tried before: 0 the first time. */
  attemptsMade: number;
  /** No further attempt follows: the moment to mark the row as failed for good. */
  lastAttempt: boolean;
}
export type JobHandler<P extends JobPayload> = (payload: P, context: JobContext) => Promise<void>;
type Run = (data: unknown, context: JobContext) => Promise<void>;

/** The handlers of this process, and what they are doing now. */
export class JobRunner {
  private readonly handlers = new Map<string, Run>();
  private readonly lanes = new Lanes();
  private apart?: JobsApart;
  private readonly running = new Map<Promise<void>, string>();

  register<P extends JobPayload>(job: JobDefinition<P>, handler: JobHandler<P>): void {
    if (this.handlers.has(job.name)) throw new Error(`job ${job.name} has a handler already`);
    const run: Run = (data, context) => handler(payloadOf(job, data), context);
    const long: Run = (data, context) => (this.apart ? this.apart.run(job.name, data) : run(data, context));
    const sweep: Run = (data, context) => this.lanes.run(job.name, () => run(data, context));
    this.handlers.set(job.name, job.queue === 'sweeps' ? sweep : job.long ? long : run);
  }

  /** From now on long jobs are handed over. */
  handOver(apart: JobsApart): void {
    this.apart = apart;
  }

  /** Throws when one of `jobs` has no handler, naming each. */
  requireAll(jobs: AnyJob[]): void {
    const missing = jobs.filter((job) => !this.knows(job.name)).map((job) => job.name);
    if (missing.length > 0) throw new Error(`no handler for: ${missing.join(', ')}`);
  }

  knows(name: string): boolean {
    return this.handlers.has(name);
  }

  /** Has the job's handler run. Throws what it throws; an UnrecoverableError when there is none. */
  async run(job: Pick<Job, 'name' | 'id' | 'data' | 'opts' | 'attemptsMade'>): Promise<void> {
    const handler = this.handlers.get(job.name);
    if (!handler) throw new UnrecoverableError('no handler in this version of the code');
    const attempts = job.opts.attempts ?? 1;
    const context = { attemptsMade: job.attemptsMade, lastAttempt: job.attemptsMade + 1 >= attempts };
    const work = handler(job.data, context).catch(asError);
    this.running.set(work, `${job.name} ${job.id}`);
    try {
      await work;
    } finally {
      this.running.delete(work);
    }
  }

  /** Waits until nothing runs, `withinMs` at most. Gives the jobs that still do. */
  async settle(withinMs: number): Promise<string[]> {
    const timer = new AbortController();
    const settled = Promise.allSettled(this.running.keys());
    await Promise.race([
      settled,
      delay(withinMs, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
    return [...this.running.values()];
  }
}

function payloadOf<P extends JobPayload>(job: JobDefinition<P>, data: unknown): P {
  try {
    return readInput(job.payload, data);
  } catch (error) {
    // It will not be right the next time either.
    throw new UnrecoverableError(`payload refused: ${(error as Error).message}`);
  }
}

/** BullMQ reads `.message` of whatever was thrown, and keeps it with the stack. */
function asError(thrown: unknown): never {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  error.message = withoutSecrets(error.message);
  if (error.stack) error.stack = withoutSecrets(error.stack);
  throw error;
}
