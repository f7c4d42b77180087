import type { JobsOptions } from 'bullmq';
import type { AnyJob } from './jobs.js';

/**
 * The id BullMQ knows a job by. It refuses ':' and ids of digits only, and shares ids between all kinds of job
 * in a queue: without the name, two kinds about the same row would swallow each other.
 */
export function jobId(job: AnyJob, id: string): string {
  if (id === '') throw new Error(`job ${job.name} was given an empty id`);
  return `${job.name}/${encodeURIComponent(id)}`;
}

/** What the definition says, in BullMQ's words. */
export function jobOptions(job: AnyJob): JobsOptions {
  return {
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffMs },
    // A kept job would swallow the next one with its id, without an error. The log and the row say what became of it.
    removeOnComplete: true,
    removeOnFail: true,
  };
}
