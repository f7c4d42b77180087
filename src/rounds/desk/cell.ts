import type { Standing } from '../../progress/words/entry-standing.js';
import { ANSWERED_STATES } from '../round/round.workflow.js';
import type { AddresseeState } from '../round/vocabulary.js';

/** What the secretariat knows of one question put to one delegation. */
export const CELLS = ['received', 'accepted', 'returned', 'declined', 'missing', 'not-asked'] as const;
export type Cell = (typeof CELLS)[number];

interface Asked {
  /** How far the delegation is with the whole call. */
  state: AddresseeState;
  /** It prefers not to answer this one. */
  declined: boolean;
}

/**
 * `standing`: of the entry that answers, if the secretariat sees one. That a delegation prefers not to answer a question
 * is part of its answer: nobody else learns of it before it has given that.
 */
export function cellOf(asked: Asked | null, standing: Standing | null): Cell {
  if (!asked) return 'not-asked';
  if (standing === 'accepted') return 'accepted';
  if (standing === 'returned' || standing === 'not-taken-up') return 'returned';
  if (standing) return 'received';
  const said = ANSWERED_STATES.includes(asked.state);
  return said && (asked.declined || asked.state === 'declined') ? 'declined' : 'missing';
}
