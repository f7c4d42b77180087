import { objectiveLabel, principleName } from '../../../framework/framework.js';
import { roundTables } from '../../../framework/round-tables.data.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Problem } from '../../../platform/http/field.js';
import { readFields } from '../../../platform/http/read-input.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Board, type Tile } from '../../../platform/web/board.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { type Crumb, Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts, TableSection } from '../../../platform/web/table.js';
import { BoardFilter, type BoardItemsQuery } from '../board.dto.js';
import type { Board as BoardFigures, Figures } from '../board-figures.js';
import type { BoardView, BoardScope } from '../board.service.js';
import type { OwnerText } from '../board-query.service.js';
import { BoardFilterForm } from './board-filter.js';
import { boardLink } from './board-links.js';
import { frameworkLabel } from '../../entries/framework-label.js';

type LinkTo = (query: Partial<BoardItemsQuery>) => string;

/** On a mechanism's page: 23 tiles in the four round-table groups, for the mechanism as a whole. */
export function BoardPanel({ board }: { board: BoardView }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('board.title')}</h2>
      <p class="quiet">{t('board.text')}</p>
      <Objectives board={board} linkTo={(query) => boardLink(board.scope, '/items', query)} />
      <p>
        <a href={boardLink(board.scope, '', {})}>{t('board.open')}</a>
      </p>
    </section>
  );
}

/** On a plan's page: the way to its board. */
export function PlanBoardPanel({ planId }: { planId: string }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('board.title')}</h2>
      <p>
        <a href={`/plans/${planId}/board`}>{t('board.planText')}</a>
      </p>
    </section>
  );
}

interface BoardPageProps {
  mechanism: Mechanism;
  scope: BoardScope;
  /** Null when the filter could not be understood. */
  board: BoardView | null;
  owners: OwnerText[];
  members: string[];
  state: FormState;
}

export function BoardPage({ mechanism, scope, board, owners, members, state }: BoardPageProps) {
  const { t, language } = usePage();
  const read = readFields(BoardFilter, state.values);
  const filter = read instanceof Problem ? {} : read;
  return (
    <Layout
      title={t('board.title')}
      crumbs={crumbsOf(mechanism, scope, language)}
      actions={board && <a href={boardLink(scope, '.xlsx', filter)}>{t('board.download')}</a>}
    >
      <p class="quiet">{t(scope.plan ? 'board.planText' : 'board.text')}</p>
      <BoardFilterForm {...{ scope, owners, members, state }} />
      {board && (
        <Filled board={board} linkTo={(query) => boardLink(scope, '/items', { ...filter, ...query })} />
      )}
    </Layout>
  );
}

/** From the widest: the mechanism, and the plan when the board is one's. */
export function crumbsOf(mechanism: Mechanism, { plan }: BoardScope, language: string): Crumb[] {
  return [
    { label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` },
    ...(plan ? [{ label: rendition(plan.title, language).text, href: `/plans/${plan.id}` }] : []),
  ];
}

function Filled({ board, linkTo }: { board: BoardView; linkTo: LinkTo }) {
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
          { label: t('board.underWay'), value: all.underWay },
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
      {undated > 0 && <p class="quiet">{t('board.undated', { count: undated })}</p>}
      <h2>{t('board.objectives')}</h2>
      <Objectives board={board} linkTo={linkTo} />
      <h2>{t('board.principles')}</h2>
      <Principles board={board} linkTo={linkTo} />
      {board.references.length > 0 && <References board={board} linkTo={linkTo} />}
    </>
  );
}

function Objectives({ board, linkTo }: { board: BoardFigures; linkTo: LinkTo }) {
  const { t, language } = usePage();
  const of = new Map(board.objectives.map((one) => [one.objective, one]));
  const tileOf = useTile(linkTo);
  const groups = roundTables.map((table) => ({
    title: t('board.roundTable', { number: table.number }),
    tiles: table.objectives.map((objective) =>
      tileOf(objective, objectiveLabel(objective, language).text, of.get(objective)!, { objective }),
    ),
  }));
  return <Board groups={groups} label={t('board.objectives')} />;
}

function Principles({ board, linkTo }: { board: BoardFigures; linkTo: LinkTo }) {
  const { t, language } = usePage();
  const tileOf = useTile(linkTo);
  const tiles = board.principles.map(({ principle, ...figures }) =>
    tileOf(principle, principleName(principle, language).text, figures, { principle }),
  );
  return <Board groups={[{ title: '', tiles }]} label={t('board.principles')} />;
}

function useTile(linkTo: LinkTo) {
  const { t } = usePage();
  return (number: number, label: string, figures: Figures, query: Partial<BoardItemsQuery>): Tile => ({
    lead: String(number),
    label,
    href: figures.planned > 0 ? linkTo(query) : undefined,
    figures: [
      { label: t('board.planned'), value: figures.planned },
      { label: t('board.underWay'), value: figures.underWay },
      { label: t('board.reported'), value: figures.reported },
    ],
  });
}

function References({ board, linkTo }: { board: BoardFigures; linkTo: LinkTo }) {
  const { t } = usePage();
  return (
    <TableSection
      caption={t('board.references')}
      rows={board.references}
      columns={[
        {
          label: t('board.framework'),
          heading: true,
          cell: ({ framework, code }) => (
            <a href={linkTo({ reference: { framework, code } })}>
              {frameworkLabel(framework, t)} <bdi>{code}</bdi>
            </a>
          ),
        },
        { label: t('board.planned'), numeric: true, cell: ({ planned }) => planned },
        { label: t('board.underWay'), numeric: true, cell: ({ underWay }) => underWay },
        { label: t('board.reported'), numeric: true, cell: ({ reported }) => reported },
      ]}
    />
  );
}
