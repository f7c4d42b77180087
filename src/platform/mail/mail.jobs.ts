import { defineJob, NoPayload, RowPayload } from '../queue/jobs.js';

/** The row decides when to try again, so the queue tries once. */
export const sendMail = defineJob({
  name: 'mail.send',
  queue: 'mail',
  payload: RowPayload,
  attempts: 1,
  backoffMs: 0,
});

export const sweepMail = defineJob({
  name: 'mail.sweep',
  queue: 'sweeps',
  payload: NoPayload,
  attempts: 1,
  backoffMs: 0,
});
