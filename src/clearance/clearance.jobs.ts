import { defineJob, NoPayload } from '../platform/queue/jobs.js';

/** It finds whom to remind by itself, so a lost or failed one is made good by the next. */
export const sweepClearances = defineJob({
  name: 'clearance.sweep',
  queue: 'sweeps',
  payload: NoPayload,
  attempts: 1,
  backoffMs: 0,
});

/** Mornings begin on quarters of an hour everywhere. */
export const SWEEP_EVERY_MS = 15 * 60_000;
