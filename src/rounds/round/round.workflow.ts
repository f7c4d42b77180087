import { Workflow } from '../../platform/workflow.js';
import type { AddresseeState, RoundState } from './vocabulary.js';

export type RoundMove = 'open' | 'close' | 'extend' | 'edit' | 'answer';

export const roundWorkflow = new Workflow<RoundState, RoundMove>(
  {
    edit: { from: ['draft'], to: 'draft' },
    open: { from: ['draft'], to: 'open' },
    // After its day, too: there is no deadline that shuts anybody out.
    answer: { from: ['open'], to: 'open' },
    extend: { from: ['open'], to: 'open' },
    close: { from: ['open'], to: 'closed' },
  },
  (move) => `error.round.${move}`,
);

/** How one question stands with an addressee: `standing` is an entry that was submitted and not taken back. */
export interface Progress {
  declined: boolean;
  entry: 'none' | 'working' | 'standing';
}

/**
 * An addressee's state from how its questions stand. `handedIn`: its people said that this is all, so what they left
 * unanswered is no longer waited for.
 */
export function stateFrom(questions: readonly Progress[], handedIn: boolean): AddresseeState {
  const begun = questions.filter(({ entry }) => entry !== 'none');
  const left = questions.filter(({ declined, entry }) => !declined && entry === 'none');
  if (begun.length === 0) return questions.length > 0 && left.length === 0 ? 'declined' : 'opened';
  const standing = begun.every(({ entry }) => entry === 'standing');
  return standing && (handedIn || left.length === 0) ? 'submitted' : 'drafting';
}

/** Nobody is reminded, or waited for, any more. */
export const CLOSED_ITEM_STATUSES: readonly AddresseeState[] = ['submitted', 'declined'];
