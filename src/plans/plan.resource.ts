import type { Amendment } from './amendment.entity.js';
import { inputOf } from './item-record.js';
import type { Plan, PlanItem } from './plan.entity.js';
import { snapshotOf } from './snapshot.js';

/** A plan as the API shows it. */
export function planResource(plan: Plan) {
  const {
    id,
    mechanismId,
    kind,
    state,
    title,
    source,
    note,
    periodStart,
    periodEnd,
    levelNames,
    statedTotals,
    parentPlanId,
    formerPlanId,
    isPublic,
    adoptedBy,
    adoptedOn,
    version,
  } = plan;
  return {
    id,
    mechanismId,
    kind,
    state,
    title,
    source,
    note,
    periodStart,
    periodEnd,
    levelNames,
    statedTotals,
    parentPlanId,
    formerPlanId,
    isPublic,
    adoptedBy,
    adoptedOn,
    version,
  };
}

/** An item as the API shows it, in the same short forms the API takes. */
export function itemResource(item: PlanItem) {
  const { id, planId, parentId, position, version } = item;
  return { id, planId, parentId, position, version, ...snapshotOf(inputOf(item)) };
}

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
