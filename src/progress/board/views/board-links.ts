import type { BoardFilter, BoardItemsQuery } from '../board.dto.js';
import type { BoardScope } from '../board-view.js';

type Part = '' | '/items' | '.xlsx';

/** The address of the board, of a list of its items or of its file, with the filter kept. */
export function boardLink(
  { plan, mechanism }: Pick<BoardScope, 'plan' | 'mechanism'>,
  part: Part,
  query: Partial<BoardFilter & BoardItemsQuery>,
): string {
  const { plan: planId, state, from, until, objective, principle, figure, cursor } = query;
  const params = new URLSearchParams();
  const values = {
    plan: planId,
    owner: query.owner && ownerValue(query.owner),
    state,
    from,
    until,
    objective,
    principle,
    reference: query.reference && `${query.reference.framework}:${query.reference.code}`,
    unmapped: query.unmapped ? 'on' : null,
    figure,
    cursor,
  };
  for (const [name, value] of Object.entries(values)) if (value) params.set(name, String(value));
  const base = plan ? `/plans/${plan.id}/board` : `/mechanisms/${mechanism.id}/board`;
  return [base + part, params.toString()].filter(Boolean).join('?');
}

/** An owner as the filter takes it: `chair`, `state:KEN`. */
export const ownerValue = ({ kind, subject }: { kind: string; subject: string | null }): string =>
  subject === null ? kind : `${kind}:${subject}`;
