import type { JobQueue } from './job-queue.js';
import { defineJob, NoPayload } from './jobs.js';

/** Mornings begin on quarters of an hour everywhere: Kathmandu is 5:45 ahead. */
export const QUARTER_HOUR_MS = 15 * 60_000;

/** Work that the clock begins and that finds by query what there is to do. */
export interface Sweep {
  /** Has it done every so often, from now on. Call it in every process, as the module starts. */
  start(queue: JobQueue, work: () => Promise<unknown>): Promise<void>;
}

/** Declares a sweep: once, at the top of a module. Tried once, since the next makes good a lost or failed one. */
export function defineSweep(name: string, everyMs: number): Sweep {
  const job = defineJob({ name, queue: 'sweeps', payload: NoPayload, attempts: 1, backoffMs: 0 });
  return {
    start: async (queue, work) => {
      queue.handle(job, async () => void (await work()));
      await queue.schedule(job, { everyMs });
    },
  };
}
