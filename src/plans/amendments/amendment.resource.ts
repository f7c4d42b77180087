import type { Amendment } from './amendment.entity.js';

export function amendmentResource({
  id,
  number,
  reason,
  decidedBy,
  decidedOn,
  openedAt,
  closedAt,
  changes = [],
}: Amendment) {
  return {
    id,
    number,
    reason,
    decidedBy,
    decidedOn,
    openedAt,
    closedAt,
    changes: changes.map(({ itemId, code, action, before, after }) => ({
      itemId,
      code,
      action,
      before,
      after,
    })),
  };
}
