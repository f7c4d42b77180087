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

/** How far one question is with an addressee: `submitted` is an entry that was submitted and not withdrawn. */
export interface Progress {
  declined: boolean;
  entry: 'none' | 'draft' | 'submitted';
}

/**
 * An addressee's state from how its questions stand. `handedIn`: its people said that this is all, so what they left
 * unanswered is no longer waited for.
 */
export function stateFrom(questions: readonly Progress[], handedIn: boolean): AddresseeState {
  const begun = questions.filter(({ entry }) => entry !== 'none');
  const left = questions.filter(({ declined, entry }) => !declined && entry === 'none');
  if (begun.length === 0) return questions.length > 0 && left.length === 0 ? 'declined' : 'opened';
  const submitted = begun.every(({ entry }) => entry === 'submitted');
  return submitted && (handedIn || left.length === 0) ? 'submitted' : 'drafting';
}

/** The delegation has answered: nobody is reminded, or waited for, any more. */
export const ANSWERED_STATES: readonly AddresseeState[] = ['submitted', 'declined'];
