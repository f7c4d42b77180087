import { usePage } from '../../../platform/web/page-context.js';
import { TableSection } from '../../../platform/web/table.js';
import { frameworkLabel } from '../../entries/framework-label.js';
import { type Board as BoardFigures, FIGURES, type Figures } from '../board-figures.js';
import type { LinkTo } from './parts.js';

export function References({ board, linkTo }: { board: BoardFigures; linkTo: LinkTo }) {
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
        ...FIGURES.map((figure) => ({
          label: t(`board.${figure}`),
          numeric: true,
          cell: (row: Figures) => row[figure],
        })),
      ]}
    />
  );
}
