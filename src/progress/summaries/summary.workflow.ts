import { Workflow } from '../../platform/workflow.js';

/** `outdated`: another version was accepted since, or another wording took its place. */
export const WORDING_STATES = ['suggested', 'approved', 'declined', 'outdated'] as const;
export type SummaryState = (typeof WORDING_STATES)[number];
export type SummaryMove = 'approve' | 'decline';

/** Both are the reporter's, who may think again as long as the wording is about the version that counts. */
export const summaryWorkflow = new Workflow<SummaryState, SummaryMove>(
  {
    approve: { from: ['suggested', 'declined'], to: 'approved' },
    decline: { from: ['suggested', 'approved'], to: 'declined' },
  },
  'error.wordingMove',
);
