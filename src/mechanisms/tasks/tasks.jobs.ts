import { defineJob, NoPayload } from '../../platform/queue/jobs.js';

/** It finds what is to be seen to by itself, so a lost or failed one is made good by the next. */
export const sweepTasks = defineJob({
  name: 'mechanisms.tasks',
  queue: 'sweeps',
  payload: NoPayload,
  attempts: 1,
  backoffMs: 0,
});

export const SWEEP_EVERY_MS = 15 * 60_000;
