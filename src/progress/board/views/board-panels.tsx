import { usePage } from '../../../platform/web/page-context.js';
import type { BoardView } from '../board-view.js';
import { EmptyBoard, isEmptyBoard } from './empty-board.js';
import { boardLink } from './board-links.js';
import { Objectives, UnderWay } from './parts.js';
import { Fold } from '../../../platform/web/design/fold.js';
import { HelpLink } from '../../../platform/web/help/help-link.js';

/** On a mechanism's page: 23 tiles in the four round-table groups, for the mechanism as a whole. */
export function BoardPanel({ board }: { board: BoardView }) {
  const { t } = usePage();
  return (
    <section>
      {isEmptyBoard(board) ? (
        <>
          <h2>{t('board.title')}</h2>
          <EmptyBoard board={board} />
        </>
      ) : (
        <Fold heading label={t('board.title')}>
          <p class="quiet">{t('board.text')}</p>
          <UnderWay figures={board.all} />
          <HelpLink topic="counted" named />
          <Objectives board={board} linkTo={(query) => boardLink(board.scope, '/items', query)} />
          <p>
            <a href={boardLink(board.scope, '', {})}>{t('board.open')}</a>
          </p>
        </Fold>
      )}
    </section>
  );
}

/** On a plan's page: the ways to its pictures. */
export function PlanBoardPanel({ planId }: { planId: string }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('board.title')}</h2>
      <p>
        <a href={`/plans/${planId}/board`}>{t('board.planText')}</a>
      </p>
      <p>
        <a href={`/plans/${planId}/timeline`}>{t('timeline.open')}</a>
      </p>
    </section>
  );
}
