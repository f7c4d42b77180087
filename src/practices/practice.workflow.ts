import { Workflow } from '../platform/workflow.js';
import type { PracticeState } from './vocabulary.js';

export type PracticeMove = 'offer' | 'endReview' | 'share' | 'withdraw' | 'revise';

/**
 * The owner's moves. Nobody's advice is a condition: the owner may end the review when it has heard enough. Sharing
 * again changes with whom.
 */
export const practiceWorkflow = new Workflow<PracticeState, PracticeMove>(
  {
    offer: { from: ['draft'], to: 'offered' },
    endReview: { from: ['offered'], to: 'reviewed' },
    share: { from: ['reviewed', 'shared'], to: 'shared' },
    withdraw: { from: ['offered', 'reviewed', 'shared'], to: 'withdrawn' },
    revise: { from: ['withdrawn'], to: 'draft' },
  },
  'error.practiceMove',
);

/** Only in these may the text change: what others read stays as it was when it was opened to them. */
export const isEditable = (state: PracticeState): boolean => state === 'draft' || state === 'reviewed';
