import { z } from 'zod';
import { defineJob } from '../queue/jobs.js';

/** The row decides when to try again, so the queue tries once. */
export const sendMail = defineJob({
  name: 'mail.send',
  queue: 'mail',
  payload: z.object({ id: z.uuid() }),
  attempts: 1,
  backoffMs: 0,
});
