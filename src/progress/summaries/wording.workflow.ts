import { Workflow } from '../../platform/workflow.js';

/** `outdated`: another version was accepted since, or another wording took its place. */
export const WORDING_STATES = ['suggested', 'approved', 'declined', 'outdated'] as const;
export type WordingState = (typeof WORDING_STATES)[number];
export type WordingMove = 'approve' | 'decline';

/** Both are the reporter's, who may think again as long as the wording is about the version that counts. */
export const wordingWorkflow = new Workflow<WordingState, WordingMove>(
  {
    approve: { from: ['suggested', 'declined'], to: 'approved' },
    decline: { from: ['suggested', 'approved'], to: 'declined' },
  },
  'error.wordingMove',
);
