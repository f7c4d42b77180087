import type { EntityManager } from 'typeorm';
import { resolveItems } from './resolve-items.js';
import type { EntryChange } from '../entries/entry.dto.js';
import { type Entry, EntryItem, WORKING_TEXT } from '../entries/entry.entity.js';

/** The items an entry is to speak about; null when they stay as they are, as they do while somebody types. */
export async function changedFrom(
  itemIds: string[],
  manager: EntityManager,
  entry: Entry,
  input: EntryChange,
): Promise<string[] | null> {
  const same = new Set(itemIds);
  const asked = new Set(input.items);
  if (!input.itemCodes && asked.size === same.size && [...asked].every((id) => same.has(id))) return null;
  return resolveItems(manager, entry.mechanismId, input);
}

/** Ids of the items the working text is about where the entry is reported; those of linked mechanisms are another matter. */
export async function homeItems(manager: EntityManager, { id, mechanismId }: Entry): Promise<string[]> {
  const where = { entryId: id, number: WORKING_TEXT, item: { plan: { mechanismId } } };
  return (await manager.findBy(EntryItem, where)).map((link) => link.itemId);
}
