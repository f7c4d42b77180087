import { ConflictError } from '../../platform/errors.js';
import type { EntryState } from './vocabulary.js';

export type EntryMove = 'submit' | 'withdraw' | 'revise';

/**
 * The reporter's moves: from which states, and where to. What the secretariats answer to a version, each for its own
 * mechanism, is not a move of the entry: see EntryPlaces.
 */
const moves: Record<EntryMove, { from: readonly EntryState[]; to: EntryState }> = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  withdraw: { from: ['submitted', 'accepted', 'returned'], to: 'withdrawn' },
  revise: { from: ['submitted', 'accepted', 'withdrawn'], to: 'draft' },
};

/** Where a move leads. Throws ConflictError when the state does not allow it. */
export function afterMove(state: EntryState, move: EntryMove): EntryState {
  const { from, to } = moves[move];
  if (!from.includes(state)) throw new ConflictError('error.entryMove');
  return to;
}

/** The moves a state allows its reporter, in the order a page offers them. */
export const movesFrom = (state: EntryState): EntryMove[] =>
  (Object.keys(moves) as EntryMove[]).filter((move) => moves[move].from.includes(state));

/** Only in these states may the working text change. */
export const isEditable = (state: EntryState): boolean => state === 'draft' || state === 'returned';
