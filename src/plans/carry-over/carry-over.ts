import type { PlanItem } from '../plan/plan.entity.js';

type Node = Pick<PlanItem, 'id' | 'parentId'>;

/** Where a copy comes to stand. */
export interface ItemCopy<T extends Node> {
  item: T;
  /** The copy of the item above it; null for one that was chosen with nothing chosen above it. */
  parentId: string | null;
  id: string;
}

/**
 * What carrying the chosen items over makes: a copy of each and of everything below it, in the former plan's order, with
 * the hierarchy among them kept. `items` are the former plan's in the order of its tree (parents first). An item that has
 * a copy already (`copies`: former id to id of the copy) gets no second one; what is new below it comes under that copy.
 */
export function copiesOf<T extends Node>(
  items: readonly T[],
  chosen: ReadonlySet<string>,
  copies: ReadonlyMap<string, string>,
  newId: () => string,
): ItemCopy<T>[] {
  const carried = new Map<string, string>();
  const placed: ItemCopy<T>[] = [];
  for (const item of items) {
    const parentId = (item.parentId !== null && carried.get(item.parentId)) || null;
    if (!chosen.has(item.id) && parentId === null) continue;
    const id = copies.get(item.id) ?? newId();
    carried.set(item.id, id);
    if (!copies.has(item.id)) placed.push({ item, parentId, id });
  }
  return placed;
}
