import { defineJob, RowPayload } from '../platform/queue/jobs.js';

/** The row keeps a failure and its reason, and a person decides to try again; the queue tries once. */
export const compileJob = defineJob({
  name: 'submission.compile',
  queue: 'documents',
  payload: RowPayload,
  attempts: 1,
  backoffMs: 0,
});
