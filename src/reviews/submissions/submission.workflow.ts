import { ConflictError } from '../../platform/errors.js';
import type { SubmissionState } from './submission.entity.js';

export const SUBMISSION_MOVES = ['circulate', 'clear', 'freeze', 'recall', 'revise'] as const;
export type SubmissionMove = (typeof SUBMISSION_MOVES)[number];

/**
 * From where, and where to. `recall` takes back for changes what was not yet submitted. `revise` begins a further
 * text; what was submitted stays frozen beside it.
 */
const moves: Record<SubmissionMove, { from: readonly SubmissionState[]; to: SubmissionState }> = {
  circulate: { from: ['drafting'], to: 'circulated' },
  clear: { from: ['circulated'], to: 'cleared' },
  freeze: { from: ['cleared'], to: 'submitted' },
  recall: { from: ['circulated', 'cleared'], to: 'drafting' },
  revise: { from: ['submitted'], to: 'drafting' },
};

/** Where a move leads. Throws ConflictError when the state does not allow it. */
export function afterMove(state: SubmissionState, move: SubmissionMove): SubmissionState {
  if (!moves[move].from.includes(state)) throw new ConflictError('error.submissionMove', { state });
  return moves[move].to;
}

/** The moves a state allows, in the order a page offers them. */
export const movesFrom = (state: SubmissionState): SubmissionMove[] =>
  SUBMISSION_MOVES.filter((move) => moves[move].from.includes(state));
