import type { ItemFacts } from './document-facts.js';

type InTree = Pick<ItemFacts, 'id' | 'parentId'>;

/** Of the items of a list, those with no other of them below: a chapter is counted and listed by what it holds. */
export function withoutHeadings<T extends InTree>(items: readonly T[], all: readonly InTree[]): T[] {
  const byId = new Map(all.map((item) => [item.id, item]));
  const parentOf = ({ parentId }: InTree) => (parentId === null ? undefined : byId.get(parentId));
  const above = new Set<string>();
  for (const item of items)
    for (let up = parentOf(item); up && !above.has(up.id); up = parentOf(up)) above.add(up.id);
  return items.filter(({ id }) => !above.has(id));
}

/** What a plan consists of: its leaves, and what serves something itself and is no heading of what does. */
export function workOf(items: readonly ItemFacts[]): ItemFacts[] {
  const serving = items.filter(({ objectives, institutional }) => objectives.length > 0 || institutional);
  const counted = new Set([...withoutHeadings(items, items), ...withoutHeadings(serving, items)]);
  return items.filter((item) => counted.has(item));
}
