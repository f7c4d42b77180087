import type { EntityManager } from 'typeorm';
import { MilestoneTask } from '../milestone-tasks/milestone-task.entity.js';
import { Submission } from '../submissions/submission.entity.js';

/** Whether something of a mechanism hangs on a cycle, or on one of its milestones. */
export async function isUsed(read: EntityManager, cycleId: string, milestone?: string): Promise<boolean> {
  const noted = { cycleId, ...(milestone !== undefined && { milestone }) };
  if (await read.existsBy(MilestoneTask, noted)) return true;
  return milestone === undefined && read.existsBy(Submission, { cycleId });
}
