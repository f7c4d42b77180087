import type { PlanItem } from '../plan/plan.entity.js';
import { priorityResource } from '../priorities/priority.resource.js';
import type { PriorityWithStatus } from '../priorities/priority-standing.js';
import { inputOf } from './item-record.js';
import { snapshotOf } from './snapshot.js';

/** An item as the API shows it, in the same short forms the API takes. */
export function itemResource(item: PlanItem) {
  const { id, planId, parentId, position, version } = item;
  return { id, planId, parentId, position, version, ...snapshotOf(inputOf(item)) };
}

/** One item with what it carries on, what carries it on, and whose priority it is. */
export function wholeItemResource(
  item: PlanItem,
  related: { former: PlanItem[]; later: PlanItem[]; priorities: PriorityWithStatus[] },
) {
  return {
    ...itemResource(item),
    carriedFrom: related.former.map(({ id, planId }) => ({ id, planId })),
    carriedOnAs: related.later.map(({ id, planId }) => ({ id, planId })),
    priorities: related.priorities.map(priorityResource),
  };
}
