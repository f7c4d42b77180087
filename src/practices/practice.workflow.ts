import { ConflictError } from '../platform/errors.js';
import type { PracticeState } from './vocabulary.js';

export type PracticeMove = 'offer' | 'endReview' | 'share' | 'withdraw' | 'revise';

/**
 * From which states, and where to. Nobody's advice is a condition: the owner may end the review when it has heard enough.
 * Sharing again changes with whom.
 */
const moves: Record<PracticeMove, { from: readonly PracticeState[]; to: PracticeState }> = {
  offer: { from: ['draft'], to: 'offered' },
  endReview: { from: ['offered'], to: 'reviewed' },
  share: { from: ['reviewed', 'shared'], to: 'shared' },
  withdraw: { from: ['offered', 'reviewed', 'shared'], to: 'withdrawn' },
  revise: { from: ['withdrawn'], to: 'draft' },
};

/** Where a move leads. Throws ConflictError when the state does not allow it. */
export function afterMove(state: PracticeState, move: PracticeMove): PracticeState {
  const { from, to } = moves[move];
  if (!from.includes(state)) throw new ConflictError('error.practiceMove');
  return to;
}

/** The moves a state allows its owner, in the order a page offers them. */
export const movesFrom = (state: PracticeState): PracticeMove[] =>
  (Object.keys(moves) as PracticeMove[]).filter((move) => moves[move].from.includes(state));

/** Only in these may the text change: what others read stays as it was when they were let in. */
export const isEditable = (state: PracticeState): boolean => state === 'draft' || state === 'reviewed';
