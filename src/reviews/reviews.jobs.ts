import { Text, Uuid } from '../platform/http/fields.js';
import { defineJob, RowPayload } from '../platform/queue/jobs.js';

/** Rows keep a failure and its reason, and a person decides to try again; the queue tries once. */
const once = { queue: 'documents', attempts: 1, backoffMs: 0 } as const;

/** A compilation, as its jobs know it. */
export class RunPayload extends RowPayload {
  @Uuid() run!: string;
}

export class SectionPayload extends RunPayload {
  @Text(40) section!: string;
}

/** Begins a compilation: a job for each section, and one that ends it. */
export const compileJob = defineJob({ name: 'submission.compile', payload: RowPayload, ...once });
export const sectionJob = defineJob({
  name: 'submission.section',
  payload: SectionPayload,
  ...once,
  long: true,
});
export const finishJob = defineJob({ name: 'submission.finish', payload: RunPayload, ...once, long: true });

/** Makes a file of a document. */
export const fileJob = defineJob({ name: 'submission.file', payload: RowPayload, ...once, long: true });
