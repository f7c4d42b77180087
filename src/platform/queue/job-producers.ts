import type { JobsOptions, Queue } from 'bullmq';
import type { Backend, Report } from './backend.js';
import { type AnyJob, jobId, type JobPayload, QUEUES, type QueueName } from './jobs.js';

/** Jobs per command: a larger one would hold up the others on the connection. */
const AT_ONCE = 1_000;

export interface Item<P extends JobPayload> {
  payload: P;
  id?: string;
  delayMs?: number;
}

/** One BullMQ queue per name: the side that adds. */
export class JobProducers {
  private readonly queues = new Map<QueueName, Queue>();

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
    for (let from = 0; from < jobs.length; from += AT_ONCE)
      await queue.addBulk(jobs.slice(from, from + AT_ONCE));
  }

  /** How many jobs wait, run or are due. */
  async left(): Promise<number> {
    const counts = [...this.queues.values()].flatMap((queue) => [
      queue.getJobCountByTypes('waiting', 'active', 'prioritized'),
      queue.getDelayedCount(Date.now()),
    ]);
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
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
    await Promise.allSettled(queues.map((queue) => queue.close()));
  }
}

/** In Prometheus' format a metric has its HELP and TYPE once, and its samples stand together. */
function mergeMetrics(texts: string[]): string {
  const lines = [...new Set(texts.flatMap((text) => text.split('\n')))];
  const metric = (line: string) => /^(?:# \w+ )?(\w+)/.exec(line)?.[1] ?? '';
  const metrics = [...new Set(lines.map(metric))];
  return metrics.flatMap((name) => [...lines.filter((line) => metric(line) === name), '']).join('\n');
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
