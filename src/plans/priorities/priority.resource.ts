import type { PriorityWithStatus } from './priority-standing.js';

export function priorityResource({
  id,
  planId,
  itemId,
  setBy,
  fromDay,
  untilDay,
  note,
  standing,
}: PriorityWithStatus) {
  return { id, planId, itemId, setBy, from: fromDay, until: untilDay, note, standing };
}
