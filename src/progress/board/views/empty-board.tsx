import { can } from '../../../accounts/roles.js';
import { EmptyState } from '../../../platform/web/design/empty-state.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { BoardView } from '../board-view.js';

/** Whether nothing is counted under any objective or principle: bars of nothing tell nobody anything. */
export const isEmptyBoard = ({ objectives, principles, references }: BoardView) =>
  [...objectives, ...principles, ...references].every(({ planned }) => planned === 0);

/** In place of a board without anything on it: what is missing, and where it is done. */
export function EmptyBoard({ board: { scope, unmapped } }: { board: BoardView }) {
  const { t, actor } = usePage();
  const [plan] = scope.plans;
  const edits = can(actor, 'plans.edit', scope.mechanism.id);
  if (!plan)
    return (
      <EmptyState
        title={t('board.noPlan')}
        action={edits && { label: t('board.toPlan'), href: `/mechanisms/${scope.mechanism.id}/plans` }}
      >
        {t('board.noPlanText')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('board.nothingMapped')}
      action={edits && unmapped > 0 && { label: t('mapping.open'), href: `/plans/${plan.id}/unmapped` }}
    >
      {t('board.noPlanText')}
    </EmptyState>
  );
}
