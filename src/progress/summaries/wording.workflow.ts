import { ConflictError } from '../../platform/errors.js';

/** `outdated`: another version was accepted since, or another wording took its place. */
export const WORDING_STATES = ['suggested', 'approved', 'declined', 'outdated'] as const;
export type WordingState = (typeof WORDING_STATES)[number];
export type WordingMove = 'approve' | 'decline';

/** Both are the reporter's, who may think again as long as the wording is about the version that counts. */
const moves: Record<WordingMove, { from: readonly WordingState[]; to: WordingState }> = {
  approve: { from: ['suggested', 'declined'], to: 'approved' },
  decline: { from: ['suggested', 'approved'], to: 'declined' },
};

/** Where a move leads. Throws ConflictError when the state does not allow it. */
export function afterWordingMove(state: WordingState, move: WordingMove): WordingState {
  if (!moves[move].from.includes(state)) throw new ConflictError('error.wordingMove');
  return moves[move].to;
}

/** The moves a state allows, in the order a page offers them. */
export const wordingMovesFrom = (state: WordingState): WordingMove[] =>
  (Object.keys(moves) as WordingMove[]).filter((move) => moves[move].from.includes(state));
