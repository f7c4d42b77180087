import { Workflow } from '../../platform/workflow.js';
import type { SubmissionState } from './submission.entity.js';

export const SUBMISSION_MOVES = ['circulate', 'clear', 'freeze', 'recall', 'revise'] as const;
export type SubmissionMove = (typeof SUBMISSION_MOVES)[number];

/**
 * `recall` takes back for changes what was not yet submitted. `revise` begins a further text; what was submitted
 * stays frozen beside it.
 */
export const submissionWorkflow = new Workflow<SubmissionState, SubmissionMove>(
  {
    circulate: { from: ['drafting'], to: 'circulated' },
    clear: { from: ['circulated'], to: 'cleared' },
    freeze: { from: ['cleared'], to: 'submitted' },
    recall: { from: ['circulated', 'cleared'], to: 'drafting' },
    revise: { from: ['submitted'], to: 'drafting' },
  },
  'error.submissionMove',
);
