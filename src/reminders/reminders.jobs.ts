import { defineJob, NoPayload } from '../platform/queue/jobs.js';

/** It finds what is due by itself, so a lost or failed one is made good by the next. */
export const sweepReminders = defineJob({
  name: 'reminders.sweep',
  queue: 'sweeps',
  payload: NoPayload,
  attempts: 1,
  backoffMs: 0,
});

/** Mornings begin on quarters of an hour everywhere: Kathmandu is 5:45 ahead. */
export const SWEEP_EVERY_MS = 15 * 60_000;
