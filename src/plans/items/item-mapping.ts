import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { insertAll, slicesOf } from '../../platform/database/in-slices.js';
import {
  ItemObjective,
  ItemOwner,
  ItemPrinciple,
  ItemReference,
  type PlanItem,
} from '../plan/plan.entity.js';
import type { ItemInput } from './item.dto.js';

/** What an item is loaded with to be read in full. */
export const WITH_MAPPING = { owners: true, objectives: true, principles: true, references: true } as const;

interface MappedItem {
  id: string;
  item: Pick<ItemInput, keyof typeof WITH_MAPPING>;
}

/**
 * Gives all items of a plan their owners and their mapping, each table read once: joined to the items, every row would
 * come with every other of its item.
 */
export async function loadMapping(
  manager: EntityManager,
  planId: string,
  items: readonly PlanItem[],
): Promise<void> {
  const byId = new Map(items.map((item) => [item.id, Object.assign(item, NONE())]));
  const where = { item: { planId } };
  for (const one of await manager.findBy(ItemOwner, where)) byId.get(one.itemId)?.owners.push(one);
  for (const one of await manager.findBy(ItemObjective, where)) byId.get(one.itemId)?.objectives.push(one);
  for (const one of await manager.findBy(ItemPrinciple, where)) byId.get(one.itemId)?.principles.push(one);
  for (const one of await manager.findBy(ItemReference, where)) byId.get(one.itemId)?.references.push(one);
}
const NONE = () => ({ owners: [], objectives: [], principles: [], references: [] });

/** Whether two versions of an item have the same owners and the same mapping, in the same order. */
export const isMappedAlike = (one: MappedItem['item'], other: MappedItem['item']): boolean =>
  (Object.keys(WITH_MAPPING) as (keyof typeof WITH_MAPPING)[]).every(
    (key) => JSON.stringify(one[key]) === JSON.stringify(other[key]),
  );

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

/** Writes the owners and the mapping of items in place of those they had. */
export async function replaceMapping(manager: EntityManager, mapped: readonly MappedItem[]): Promise<void> {
  for (const some of slicesOf(mapped.map(({ id }) => id)))
    for (const mapping of [ItemOwner, ItemObjective, ItemPrinciple, ItemReference])
      await manager.delete(mapping, { itemId: In(some) });
  await insertMapping(manager, mapped);
}
