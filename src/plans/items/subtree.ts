import { type EntityManager, In } from 'typeorm';
import { PlanItem } from '../plan/plan.entity.js';

/** Everything below an item, level by level. */
export async function subtreeOf(read: EntityManager, { id, planId }: PlanItem): Promise<PlanItem[]> {
  const found: PlanItem[] = [];
  for (let level = [id]; level.length > 0;) {
    const next = await read.find(PlanItem, { where: { planId, parentId: In(level) } });
    found.push(...next);
    level = next.map((one) => one.id);
  }
  return found;
}
