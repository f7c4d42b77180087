import { objectiveLabel, principleName } from '../../../framework/framework.js';
import { roundTables } from '../../../framework/round-tables.data.js';
import { Board, type Tile } from '../../../platform/web/board.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Board as BoardFigures, Figures } from '../board-figures.js';
import type { BoardItemsQuery } from '../board.dto.js';

export type LinkTo = (query: Partial<BoardItemsQuery>) => string;

export function Objectives({ board, linkTo }: { board: BoardFigures; linkTo: LinkTo }) {
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

export function Principles({ board, linkTo }: { board: BoardFigures; linkTo: LinkTo }) {
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
