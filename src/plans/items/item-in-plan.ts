import type { FindOptionsRelations } from 'typeorm';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PlanItem } from '../plan/plan.entity.js';
import { WITH_MAPPING } from './item-mapping.js';

const IN_PLAN = { plan: true } as const;
const WITH_ALL = { ...WITH_MAPPING, plan: { mechanism: true } } as const;

const nameOf = (id: string) => `item:${id}`;

/**
 * An item with its plan, read once for a request; null when there is none. Whether the actor may read it is for the
 * caller to ask.
 */
export const itemInPlan = (unitOfWork: UnitOfWork, id: string): Promise<PlanItem | null> =>
  unitOfWork.remember(nameOf(id), () => first(unitOfWork, id, IN_PLAN));

/** The same with its owners, its mapping and its mechanism. Who asks for the item alone afterwards gets this one. */
export const itemWithAll = (unitOfWork: UnitOfWork, id: string): Promise<PlanItem | null> =>
  unitOfWork.remember(`all of ${nameOf(id)}`, () => {
    const loading = first(unitOfWork, id, WITH_ALL);
    void unitOfWork.remember(nameOf(id), () => loading);
    return loading;
  });

/** Found as a list: for one row TypeORM would ask twice, for its id and for what belongs to it. */
async function first({ read }: UnitOfWork, id: string, relations: FindOptionsRelations<PlanItem>) {
  const [item] = await read.find(PlanItem, { where: { id }, relations });
  return item ?? null;
}
