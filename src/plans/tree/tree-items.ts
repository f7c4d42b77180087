import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { inSlices } from '../../platform/database/in-slices.js';
import { ItemObjective, ItemOwner, ItemPrinciple, ItemReference, PlanItem } from '../plan/plan.entity.js';

const IN_ORDER = { position: 'ASC', id: 'ASC' } as const;
/*
 * What belongs to the items is read kind by kind. Joined, each owner would come once for each objective, and they for each
 * reference; left to TypeORM, each kind takes two statements.
 */

/** Whole items with all that they are mapped to, in the order of their places. */
export async function mappedItems(
  read: EntityManager,
  where: FindOptionsWhere<PlanItem>,
): Promise<PlanItem[]> {
  const items = await read.find(PlanItem, { where, order: IN_ORDER });
  const ids = items.map(({ id }) => id);
  const owners = await ownOf(read, ItemOwner, ids);
  const objectives = await ownOf(read, ItemObjective, ids);
  const principles = await ownOf(read, ItemPrinciple, ids);
  const references = await ownOf(read, ItemReference, ids);
  return items.map((item) =>
    Object.assign(item, {
      owners: owners(item),
      objectives: objectives(item),
      principles: principles(item),
      references: references(item),
    }),
  );
}

/** Rows that belong to items, by the item. */
async function ownOf<T extends { id: string; itemId: string }>(
  read: EntityManager,
  entity: new () => T,
  itemIds: string[],
): Promise<(item: PlanItem) => T[]> {
  const rows = await inSlices(itemIds, (some) =>
    read
      .createQueryBuilder(entity, 'row')
      .where('row.itemId IN (:...some)', { some })
      .orderBy('row.id', 'ASC')
      .getMany(),
  );
  const byItem = new Map<string, T[]>(itemIds.map((id) => [id, []]));
  for (const row of rows) byItem.get(row.itemId)?.push(row);
  return ({ id }) => byItem.get(id) ?? [];
}
