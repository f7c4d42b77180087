import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { insertAll } from '../../platform/database/in-slices.js';
import { ItemObjective, ItemOwner, ItemPrinciple, ItemReference } from '../plan/plan.entity.js';
import type { ItemInput } from './item.dto.js';

/** What an item is loaded with to be read in full. */
export const WITH_MAPPING = { owners: true, objectives: true, principles: true, references: true } as const;

interface MappedItem {
  id: string;
  item: Pick<ItemInput, keyof typeof WITH_MAPPING>;
}

/** Writes the owners and the mapping of items that have none yet. */
export async function insertMapping(manager: EntityManager, items: readonly MappedItem[]): Promise<void> {
  const rowsOf = <T>(list: (item: MappedItem['item']) => readonly T[]) =>
    items.flatMap(({ id: itemId, item }) => list(item).map((fields) => ({ id: uuid(), itemId, ...fields })));
  const owners = rowsOf((item) => item.owners);
  const objectives = rowsOf((item) => item.objectives);
  const principles = rowsOf((item) => item.principles.map((principle) => ({ principle })));
  const references = rowsOf((item) => item.references);
  await insertAll(manager, ItemOwner, owners);
  await insertAll(manager, ItemObjective, objectives);
  await insertAll(manager, ItemPrinciple, principles);
  await insertAll(manager, ItemReference, references);
}

/** Writes the owners and the mapping of an item in place of those it had. */
export async function replaceMapping(manager: EntityManager, mapped: MappedItem): Promise<void> {
  for (const mapping of [ItemOwner, ItemObjective, ItemPrinciple, ItemReference])
    await manager.delete(mapping, { itemId: mapped.id });
  await insertMapping(manager, [mapped]);
}
