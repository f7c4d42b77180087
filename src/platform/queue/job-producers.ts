import { setTimeout as delay } from 'node:timers/promises';
import type { FlowProducer, Queue } from 'bullmq';
import { slicesOf } from '../database/in-slices.js';
import type { Backend, Report } from './backend.js';
import { type AnyJob, type JobPayload, QUEUES, type QueueName } from './jobs.js';
import { jobId, jobOptions } from './job-options.js';
import { mergeMetrics } from './merge-metrics.js';

/** Jobs per command: a larger one would hold up the others on the connection. */
const AT_ONCE = 1_000;

export interface Item<P extends JobPayload> {
  payload: P;
  id?: string;
  delayMs?: number;
}

/** One job of a flow; with an id, since whoever takes over a flow adds it again. */
export interface FlowPart {
  job: AnyJob;
  payload: JobPayload;
  id: string;
}

/** One BullMQ queue per name: the side that adds. */
export class JobProducers {
  private readonly queues = new Map<QueueName, Queue>();
  private flows?: FlowProducer;
  private nameOf: Backend['nameOf'] = (name) => name;

  constructor(private readonly report: Report) {}

  get started(): boolean {
    return this.queues.size === QUEUES.length;
  }

  /** Resolves when all queues are connected. */
  async start(backend: Backend): Promise<void> {
    for (const name of QUEUES) {
      const queue = backend.queue(name);
      queue.on('error', this.report);
      await queue.waitUntilReady();
      this.queues.set(name, queue);
    }
    this.nameOf = (name) => backend.nameOf(name);
    this.flows = backend.flows();
    this.flows.on('error', this.report);
    await this.flows.waitUntilReady();
  }

  /** Throws before `start`. */
  get(name: QueueName): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error('the queue is not started');
    return queue;
  }

  async add<P extends JobPayload>(job: AnyJob, items: Item<P>[]): Promise<void> {
    const jobs = items.map(({ payload, id, delayMs }) => ({
      name: job.name,
      data: payload,
      opts: { ...jobOptions(job), delay: delayMs, jobId: id === undefined ? undefined : jobId(job, id) },
    }));
    const queue = this.get(job.queue);
    for (const some of slicesOf(jobs, AT_ONCE)) await queue.addBulk(some);
  }

  /** Adds jobs and one that follows when all of them are over, done or failed: all or none. */
  async addFlow(parts: readonly FlowPart[], last: FlowPart): Promise<void> {
    if (!this.flows) throw new Error('the queue is not started');
    const one = ({ job, payload, id }: FlowPart, opts: object = {}) => ({
      name: job.name,
      queueName: this.nameOf(job.queue),
      data: payload,
      opts: { ...jobOptions(job), jobId: jobId(job, id), ...opts },
    });
    const children = parts.map((part) => one(part, { ignoreDependencyOnFailure: true }));
    await this.flows.add({ ...one(last), children });
  }

  /** How many jobs wait, run or are due. */
  private async left(): Promise<number> {
    const counts = [...this.queues.values()].flatMap((queue) => [
      queue.getJobCountByTypes('waiting', 'active', 'prioritized'),
      queue.getDelayedCount(Date.now()),
    ]);
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  /** Resolves when none is left. Rejects after `withinMs`. */
  async drain(withinMs: number): Promise<void> {
    const deadline = Date.now() + withinMs;
    // Twice: a job in a queue that was checked last may add one to a queue that was checked first.
    for (let quiet = 0; quiet < 2;) {
      const left = await this.left();
      quiet = left === 0 ? quiet + 1 : 0;
      if (Date.now() > deadline) throw new Error(`${left} jobs are left in the queue`);
      await delay(10);
    }
  }

  /** The figures of all queues as one text. Rejects what BullMQ rejects. */
  async metrics(): Promise<string> {
    const texts = await Promise.all(
      [...this.queues.values()].map((queue) => queue.exportPrometheusMetrics()),
    );
    return mergeMetrics(texts);
  }

  async close(): Promise<void> {
    const queues = [...this.queues.values()];
    this.queues.clear();
    await Promise.allSettled([...queues.map((queue) => queue.close()), this.flows?.close()]);
    this.flows = undefined;
  }
}
