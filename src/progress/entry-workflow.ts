import { ConflictError, ForbiddenError } from '../platform/errors.js';
import type { EntryState } from './vocabulary.js';

export type EntryMove = 'submit' | 'accept' | 'return' | 'withdraw' | 'revise';
/** `reporter`: whoever speaks for the one the entry is from. */
export type EntryParty = 'reporter' | 'secretariat';

/** Allowed moves: who makes them, from which states, and where to. */
const moves: Record<EntryMove, { by: EntryParty; from: readonly EntryState[]; to: EntryState }> = {
  submit: { by: 'reporter', from: ['draft', 'returned'], to: 'submitted' },
  accept: { by: 'secretariat', from: ['submitted'], to: 'accepted' },
  return: { by: 'secretariat', from: ['submitted'], to: 'returned' },
  withdraw: { by: 'reporter', from: ['submitted', 'accepted', 'returned'], to: 'withdrawn' },
  revise: { by: 'reporter', from: ['submitted', 'accepted', 'withdrawn'], to: 'draft' },
};

/** Where a move leads. Throws ForbiddenError for the wrong party, ConflictError when the state does not allow it. */
export function afterMove(state: EntryState, move: EntryMove, parties: ReadonlySet<EntryParty>): EntryState {
  const { by, from, to } = moves[move];
  if (!parties.has(by)) throw new ForbiddenError();
  if (!from.includes(state)) throw new ConflictError('error.entryMove');
  return to;
}

/** The moves open to somebody in a state, in the order a page offers them. */
export const movesFrom = (state: EntryState, parties: ReadonlySet<EntryParty>): EntryMove[] =>
  (Object.keys(moves) as EntryMove[]).filter(
    (move) => moves[move].from.includes(state) && parties.has(moves[move].by),
  );

/** Only in these states may the working text change. */
export const isEditable = (state: EntryState): boolean => state === 'draft' || state === 'returned';
