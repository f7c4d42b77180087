import { type Mark, Status } from '../../../platform/web/design/status.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Cell } from '../cell.js';

const MARKS: Record<Cell, Mark> = {
  received: 'half',
  accepted: 'full',
  returned: 'waits',
  declined: 'stopped',
  missing: 'open',
  'not-asked': 'open',
};

/** What the secretariat has of one answer, as a mark and a word. */
export function CellTag({ cell }: { cell: Cell }) {
  const { t } = usePage();
  return <Status mark={MARKS[cell]}>{t(`collect.cell.${cell}`)}</Status>;
}
