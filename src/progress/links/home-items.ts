import type { EntityManager } from 'typeorm';
import { resolveItems } from './resolve-items.js';
import type { EntryChange } from '../entries/entry.dto.js';
import { type AboutItem, itemsOf } from '../access/text-parts.js';
import { type Entry, WORKING_TEXT } from '../entries/entry.entity.js';

/** The items an entry is to speak about; null when they stay as they are, as they do while somebody types. */
export async function changedFrom(
  itemIds: string[],
  manager: EntityManager,
  entry: Entry,
  input: EntryChange,
): Promise<AboutItem[] | null> {
  const same = new Set(itemIds);
  const asked = new Set(input.items);
  if (!input.itemCodes && asked.size === same.size && [...asked].every((id) => same.has(id))) return null;
  return resolveItems(manager, entry.mechanismId, input);
}

/** Ids of the items the working text is about where the entry is reported; those of linked mechanisms are another matter. */
export const homeItems = ({ mechanismId, itemsByVersion }: Entry): string[] =>
  itemsOf(itemsByVersion, WORKING_TEXT)
    .filter(({ plan }) => plan.mechanismId === mechanismId)
    .map(({ id }) => id);
