import {
  objectiveAbout,
  objectiveHref,
  objectiveLabel,
  principleName,
} from '../../../framework/framework.js';
import { roundTables } from '../../../framework/round-tables.data.js';
import { type BarRow, Bars } from '../../../platform/web/pictures/bars.js';
import { usePage } from '../../../platform/web/page-context.js';
import { type Board as BoardFigures, FIGURES, type Figures } from '../board-figures.js';
import type { BoardItemsQuery } from '../board.dto.js';

export type LinkTo = (query: Partial<BoardItemsQuery>) => string;

interface PartProps {
  board: BoardFigures;
  linkTo: LinkTo;
}

/** The 23 objectives: by the four round tables, or from 1 to 23. */
export function Objectives({ board, linkTo, byNumber }: PartProps & { byNumber?: boolean }) {
  const { t, language } = usePage();
  const rowOf = rowsThat(linkTo);
  const rows = new Map(
    board.objectives.map(({ objective, ...figures }) => [
      objective,
      {
        ...rowOf(objective, objectiveLabel(objective, language).text, figures, { objective }),
        about: { href: objectiveHref(objective), title: objectiveAbout(objective, language) },
      },
    ]),
  );
  const groups = byNumber
    ? [{ title: '', rows: [...rows.values()] }]
    : roundTables.map(({ number, objectives }) => ({
        title: t('board.roundTable', { number }),
        rows: objectives.map((objective) => rows.get(objective)!),
      }));
  return <Counted caption={t('board.objectives')} subject={t('board.objective')} groups={groups} />;
}

export function Principles({ board, linkTo }: PartProps) {
  const { t, language } = usePage();
  const rowOf = rowsThat(linkTo);
  const rows = board.principles.map(({ principle, ...figures }) =>
    rowOf(principle, principleName(principle, language).text, figures, { principle }),
  );
  return (
    <Counted caption={t('board.principles')} subject={t('board.principle')} groups={[{ title: '', rows }]} />
  );
}

/** How many are under way, by either count: the two are never added up. */
export function UnderWay({ figures: { underWay, underWayReported } }: { figures: Figures }) {
  const { t } = usePage();
  return <p>{t('board.underWayBoth', { plan: underWay, reports: underWayReported })}</p>;
}

function Counted(props: { caption: string; subject: string; groups: { title: string; rows: BarRow[] }[] }) {
  const { t } = usePage();
  const series = FIGURES.map((figure) => t(`board.${figure}`));
  return <Bars {...props} series={series} nothing={t('board.nothing')} />;
}

const rowsThat =
  (linkTo: LinkTo) =>
  (number: number, label: string, figures: Figures, query: Partial<BoardItemsQuery>): BarRow => {
    const bars = FIGURES.map((figure) => ({
      count: figures[figure],
      href: linkTo({ ...query, figure: figure === 'planned' ? undefined : figure }),
    }));
    return { lead: String(number), label, bars };
  };
