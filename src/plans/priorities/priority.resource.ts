import type { StandingPriority } from './priorities.service.js';

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
