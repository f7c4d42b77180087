import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { CellMessage } from '../read/item-row.js';
import { fold } from '../../platform/i18n/fold.js';
import { topDown } from './draft-tree.js';
import { Row, PreviewInput } from './preview-row.js';

/** Ids of the items above. A row whose item above is not taken is not taken either. */
export function placeRows(rows: readonly Row[], { items, draft: { drafts } }: PreviewInput): void {
  const byCode = new Map<string, PlanItem | null>();
  for (const item of items)
    if (item.code) byCode.set(fold(item.code), byCode.has(fold(item.code)) ? null : item);
  const fail = (row: Row, problem: CellMessage) => {
    row.item = null;
    row.outcome.kind = 'problem';
    row.outcome.problems.push(problem);
  };
  for (const index of topDown(drafts)) {
    const row = rows[index]!;
    const { parent, parentCode } = row.draft;
    if (parent !== null) {
      const above = rows[parent]!;
      if (above.item === null && above.before === null && row.item !== null)
        fail(row, {
          use: null,
          message: { key: 'exchange.problem.above', values: { row: above.draft.row } },
        });
      row.parentId = above.id;
    } else if (parentCode !== null) {
      const above = byCode.get(fold(parentCode));
      if (above) row.parentId = above.id;
      else
        fail(row, {
          use: 'parent',
          message: { key: 'exchange.problem.parent', values: { code: parentCode } },
        });
    }
  }
}
