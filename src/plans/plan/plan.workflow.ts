import { ConflictError } from '../../platform/errors.js';
import type { PlanState } from './vocabulary.js';

export const PLAN_MOVES = ['validate', 'adopt', 'supersede', 'close', 'reopen'] as const;
export type PlanMove = (typeof PLAN_MOVES)[number];

/** Allowed moves: from which states, and where to. */
const moves: Record<PlanMove, { from: readonly PlanState[]; to: PlanState }> = {
  validate: { from: ['draft'], to: 'validated' },
  adopt: { from: ['draft', 'validated'], to: 'adopted' },
  supersede: { from: ['adopted'], to: 'superseded' },
  close: { from: ['adopted', 'superseded'], to: 'closed' },
  reopen: { from: ['validated'], to: 'draft' },
};

/** Where a move leads. Throws ConflictError when the state does not allow it. */
export function afterMove(state: PlanState, move: PlanMove): PlanState {
  if (!moves[move].from.includes(state)) throw new ConflictError('error.planMove');
  return moves[move].to;
}

/** The moves a state allows, in the order a page offers them. */
export const movesFrom = (state: PlanState): PlanMove[] =>
  PLAN_MOVES.filter((move) => moves[move].from.includes(state));
