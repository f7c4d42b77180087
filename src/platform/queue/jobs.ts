import type { Type } from '@nestjs/common';
import { Uuid } from '../http/fields.js';

/**
 * One queue per pace, so that a batch of documents does not hold up the mail. A sweep finds what there is to do by
 * itself; sweeps of different kinds run side by side, those of one kind one after the other (`Lanes`).
 */
export const QUEUES = ['mail', 'documents', 'sweeps'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Ids and small facts only: never a password, a token or rendered text, which would outlive the row in Redis. */
export type JobPayload = object;
/** Of a job that needs no data: it finds by itself what there is to do. */
export class NoPayload {}
/** Of a job that processes one row. */
export class RowPayload {
  @Uuid() id!: string;
}

export interface JobDefinition<P extends JobPayload = JobPayload> {
  /** Unique in the whole product, e.g. `reminders.deliver`. */
  readonly name: string;
  readonly queue: QueueName;
  /** Read by its fields again in the worker: the payload crossed JSON on its way there. */
  readonly payload: Type<P>;
  /** How often it is tried in all, the first time included. */
  readonly attempts: number;
  /** Pause before the second attempt; it doubles with each further one. */
  readonly backoffMs: number;
  /** Takes seconds of work, or much memory: a process that also answers people hands it to another one (`JobsApart`). */
  readonly long?: boolean;
}

/** Thrown by a handler when trying again cannot help. BullMQ, which is not loaded yet here, knows its own by the name. */
export class UnrecoverableError extends Error {
  override readonly name = 'UnrecoverableError';
}

/** A job of any payload, for lists of them. */
export type AnyJob = Pick<JobDefinition, 'name' | 'queue' | 'attempts' | 'backoffMs'>;

const defined = new Map<string, AnyJob>();

/**
 * Declares a kind of job. Call it once, at the top of a feature's `*.jobs.ts`.
 * Throws when the name is not usable or taken: two kinds under one name would run each other's handler.
 */
export function defineJob<P extends JobPayload>(job: JobDefinition<P>): JobDefinition<P> {
  // ':' separates the parts of a Redis key, '/' the name from the id in `jobId`.
  if (!/^[a-z][a-z0-9.-]*$/.test(job.name)) {
    throw new Error(`job name "${job.name}" must be lower case letters, digits, dots and dashes`);
  }
  if (defined.has(job.name)) throw new Error(`job ${job.name} is defined twice`);
  if (job.attempts < 1) throw new Error(`job ${job.name} needs one attempt at least`);
  defined.set(job.name, job);
  return job;
}

/** Takes definitions back: of whoever, like a test, needs them for a time only. */
export function forgetJobs(jobs: Iterable<Pick<JobDefinition, 'name'>>): void {
  for (const { name } of jobs) defined.delete(name);
}

/** Every job that the loaded code defines. */
export function definedJobs(): AnyJob[] {
  return [...defined.values()];
}
