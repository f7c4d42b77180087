import { Workflow } from '../../platform/workflow.js';
import type { EntryState } from './vocabulary.js';

export type EntryMove = 'submit' | 'withdraw' | 'revise';

/**
 * The reporter's moves. What the secretariats answer to a version, each for its own mechanism, is not a move of the
 * entry: see DisclosuresService.
 */
export const entryWorkflow = new Workflow<EntryState, EntryMove>(
  {
    submit: { from: ['draft', 'returned'], to: 'submitted' },
    withdraw: { from: ['submitted', 'accepted', 'returned'], to: 'withdrawn' },
    revise: { from: ['submitted', 'accepted', 'withdrawn'], to: 'draft' },
  },
  'error.entryMove',
);

/** Only in these states may the working text change. */
export const isEditable = (state: EntryState): boolean => state === 'draft' || state === 'returned';
