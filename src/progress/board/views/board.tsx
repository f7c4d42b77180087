import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { Problem } from '../../../platform/http/field.js';
import { readFields } from '../../../platform/http/read-input.js';
import { rendition } from '../../../platform/i18n/localized.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { type Crumb, Layout } from '../../../platform/web/layout.js';
import { Tabs } from '../../../platform/web/design/tabs.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';
import { BoardFilter } from '../board.dto.js';
import type { BoardScope, BoardView } from '../board-view.js';
import type { OwnerText } from '../board-query.service.js';
import { BoardFilterForm } from './board-filter.js';
import { EmptyBoard, isEmptyBoard } from './empty-board.js';
import { boardLink } from './board-links.js';
import { LinkTo, Objectives, Principles, UnderWay } from './parts.js';
import { References } from './references.js';

interface BoardPageProps {
  scope: BoardScope;
  /** Null when the filter could not be understood. */
  board: BoardView | null;
  owners: OwnerText[];
  members: string[];
  state: FormState;
  /** From 1 to 23, not by round tables. */
  byNumber: boolean;
}

export function BoardPage({ scope, board, owners, members, state, byNumber }: BoardPageProps) {
  const { t, language } = usePage();
  const read = readFields(BoardFilter, state.values);
  const filter = read instanceof Problem ? {} : read;
  const address = boardLink(scope, '', filter);
  // What a filter left over of a board is no reason to say that nothing is mapped.
  const empty = board && isEmptyBoard(board) && address === boardLink(scope, '', {});
  return (
    <Layout
      title={t('board.title')}
      help="counted"
      crumbs={crumbsOf(scope, language)}
      actions={board && <a href={boardLink(scope, '.xlsx', filter)}>{t('board.download')}</a>}
    >
      <p class="quiet">{t(scope.plan ? 'board.planText' : 'board.text')}</p>
      <BoardFilterForm {...{ scope, owners, members, state }} />
      {board && empty && <EmptyBoard board={board} />}
      {board && !empty && (
        <Filled
          board={board}
          linkTo={(query) => boardLink(scope, '/items', { ...filter, ...query })}
          address={address}
          byNumber={byNumber}
        />
      )}
    </Layout>
  );
}

/** From the widest: the mechanism, and the plan when the board is one's. */
export function crumbsOf({ mechanism, plan }: BoardScope, language: string): Crumb[] {
  return [
    { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
    ...(plan ? [{ label: rendition(plan.title, language).text, href: `/plans/${plan.id}` }] : []),
  ];
}

function Filled({
  board,
  linkTo,
  address,
  byNumber,
}: {
  board: BoardView;
  linkTo: LinkTo;
  address: string;
  byNumber: boolean;
}) {
  const { t } = usePage();
  const { all, unmapped, institutional, undated } = board;
  return (
    <>
      <Facts
        facts={[
          {
            label: t('board.all'),
            value: <a href={linkTo({})}>{t('plan.countedItems', { count: all.planned })}</a>,
          },
          { label: t('board.reported'), value: all.reported },
          {
            label: t('plan.unmapped'),
            value: unmapped > 0 && (
              <a href={linkTo({ unmapped: true })}>{t('plan.unmappedItems', { count: unmapped })}</a>
            ),
          },
          { label: t('board.institutional'), value: institutional || null },
        ]}
      />
      <UnderWay figures={all} />
      {undated > 0 && <p class="quiet">{t('board.undated', { count: undated })}</p>}
      <h2>{t('board.objectives')}</h2>
      <Tabs
        label={t('board.order')}
        tabs={[
          { label: t('board.byTable'), href: address, current: !byNumber },
          {
            label: t('board.byNumber'),
            href: `${address}${address.includes('?') ? '&' : '?'}order=number`,
            current: byNumber,
          },
        ]}
      />
      <Objectives board={board} linkTo={linkTo} byNumber={byNumber} />
      <h2>{t('board.principles')}</h2>
      <Principles board={board} linkTo={linkTo} />
      {board.references.length > 0 && <References board={board} linkTo={linkTo} />}
    </>
  );
}
