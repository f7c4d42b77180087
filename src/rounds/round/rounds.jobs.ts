import { defineJob, NoPayload } from '../../platform/queue/jobs.js';

/** It finds whom nobody has told yet by itself, so a lost or failed one is made good by the next. */
export const sweepRounds = defineJob({
  name: 'rounds.sweep',
  queue: 'sweeps',
  payload: NoPayload,
  attempts: 1,
  backoffMs: 0,
});

export const SWEEP_EVERY_MS = 15 * 60_000;
