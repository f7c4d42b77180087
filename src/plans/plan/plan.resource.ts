import type { Amendment } from '../amendments/amendment.entity.js';
import { inputOf } from '../items/item-record.js';
import type { Plan, PlanItem } from './plan.entity.js';
import type { PlanOverview } from './plan-overview.service.js';
import type { StandingPriority } from '../priorities/priorities.service.js';
import { snapshotOf } from '../items/snapshot.js';

/** A plan as the API shows it. */
export const planResource = (plan: Plan) => ({
  id: plan.id,
  mechanismId: plan.mechanismId,
  kind: plan.kind,
  state: plan.state,
  title: plan.title,
  source: plan.source,
  note: plan.note,
  periodStart: plan.periodStart,
  periodEnd: plan.periodEnd,
  levelNames: plan.levelNames,
  statedTotals: plan.statedTotals,
  parentPlanId: plan.parentPlanId,
  formerPlanId: plan.formerPlanId,
  isPublic: plan.isPublic,
  adoptedBy: plan.adoptedBy,
  adoptedOn: plan.adoptedOn,
  version: plan.version,
});

/** One plan with what is counted of it and what it belongs to, as far as the caller may read that. */
export function wholePlanResource(plan: Plan, { counts, related }: Pick<PlanOverview, 'counts' | 'related'>) {
  return {
    ...planResource(plan),
    parentPlanId: related.parent?.id ?? null,
    formerPlanId: related.former?.id ?? null,
    childPlanIds: related.children.map(({ id }) => id),
    followingPlanIds: related.followers.map(({ id }) => id),
    counted: counts,
  };
}

/** Several plans: of those they stand in and follow, only ones that are among them. */
export function planResources(plans: Plan[]) {
  const readable = new Set<string | null>(plans.map(({ id }) => id));
  const seen = (id: string | null) => (readable.has(id) ? id : null);
  return plans.map((plan) => ({
    ...planResource(plan),
    parentPlanId: seen(plan.parentPlanId),
    formerPlanId: seen(plan.formerPlanId),
  }));
}

/** An item as the API shows it, in the same short forms the API takes. */
export function itemResource(item: PlanItem) {
  const { id, planId, parentId, position, version } = item;
  return { id, planId, parentId, position, version, ...snapshotOf(inputOf(item)) };
}

/** One item with what it carries on, what carries it on, and whose priority it is. */
export function wholeItemResource(
  item: PlanItem,
  related: { former: PlanItem[]; later: PlanItem[]; priorities: StandingPriority[] },
) {
  return {
    ...itemResource(item),
    carriedFrom: related.former.map(({ id, planId }) => ({ id, planId })),
    carriedOnAs: related.later.map(({ id, planId }) => ({ id, planId })),
    priorities: related.priorities.map(priorityResource),
  };
}

export function priorityResource({
  id,
  planId,
  itemId,
  setBy,
  fromDay,
  untilDay,
  note,
  standing,
}: StandingPriority) {
  return { id, planId, itemId, setBy, from: fromDay, until: untilDay, note, standing };
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
