import type { SeenTask } from './milestone-tasks.service.js';

export const milestoneTaskResource = ({ task, due }: SeenTask) => ({
  id: task.id,
  mechanismId: task.mechanismId,
  cycleId: task.cycleId,
  milestone: task.milestone,
  text: task.text,
  dueDay: task.dueDay,
  daysBefore: task.daysBefore,
  /** As the milestone stands; null while it has no day. */
  due,
  accountId: task.accountId,
  createdAt: task.createdAt.toISOString(),
  doneAt: task.doneAt?.toISOString() ?? null,
  version: task.version,
});
