import { isDeepStrictEqual } from 'node:util';
import type { JobsOptions, Queue } from 'bullmq';
import type { AnyJob, JobPayload, QueueName } from './jobs.js';

/** Every so often, or by a cron pattern in an IANA time zone. */
export type Schedule = { everyMs: number } | { pattern: string; zone: string };

interface Entry {
  job: AnyJob;
  repeat: { every?: number; pattern?: string; tz?: string };
  payload: JobPayload;
  options: JobsOptions;
}

/** What this process wants to happen by the clock, so that it can be written again when Redis lost it. */
export class Schedules {
  private readonly entries = new Map<string, Entry>();

  /** Notes a schedule; one per job, the last one counts. */
  set(job: AnyJob, when: Schedule, payload: JobPayload, options: JobsOptions): void {
    const repeat = 'everyMs' in when ? { every: when.everyMs } : { pattern: when.pattern, tz: when.zone };
    this.entries.set(job.name, { job, repeat, payload, options });
  }

  /** Writes what is missing or different. Throws what BullMQ throws. */
  async ensure(queue: (name: QueueName) => Queue): Promise<void> {
    for (const { job, repeat, payload, options } of this.entries.values()) {
      const target = queue(job.queue);
      const stored = await target.getJobScheduler(job.name);
      const same =
        stored?.every === repeat.every && stored?.pattern === repeat.pattern && stored?.tz === repeat.tz;
      const sameJob =
        isDeepStrictEqual(stored?.template?.data ?? {}, payload) &&
        isDeepStrictEqual(stored?.template?.opts, options);
      // Writing it again would replace a tick that is due and waiting by the next one: a day lost for a daily job.
      if (stored && same && sameJob && (await target.getJob(`repeat:${job.name}:${stored.next}`))) continue;
      await target.upsertJobScheduler(job.name, repeat, { name: job.name, data: payload, opts: options });
    }
  }
}
