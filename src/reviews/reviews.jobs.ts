import { defineJob, NoPayload, RowPayload } from '../platform/queue/jobs.js';

/** The row keeps a failure and its reason, and a person decides to try again; the queue tries once. */
export const compileJob = defineJob({
  name: 'submission.compile',
  queue: 'documents',
  payload: RowPayload,
  attempts: 1,
  backoffMs: 0,
});

export const sweepSubmissions = defineJob({
  name: 'submission.sweep',
  queue: 'sweeps',
  payload: NoPayload,
  attempts: 1,
  backoffMs: 0,
});
