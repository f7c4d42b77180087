import { defineJob, NoPayload } from '../platform/queue/jobs.js';

/** Forgets files whose day is over; a lost or failed one is made good by the next. */
export const sweepImports = defineJob({
  name: 'plans.sweep-imports',
  queue: 'sweeps',
  payload: NoPayload,
  attempts: 1,
  backoffMs: 0,
});

export const SWEEP_IMPORTS_EVERY_MS = 3_600_000;
