import { defineJob, RowPayload } from '../queue/jobs.js';

/** The row decides when to try again, so the queue tries once. */
export const sendMail = defineJob({
  name: 'mail.send',
  queue: 'mail',
  payload: RowPayload,
  attempts: 1,
  backoffMs: 0,
});
