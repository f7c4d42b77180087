import type { ItemInput } from '../../plans/items/item.dto.js';

/** Texts of an item that may be in several languages, one column for each. */
export const TEXT_FIELDS = ['title', 'description', 'deliverables', 'notes'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const isTextField = (name: string): name is TextField => TEXT_FIELDS.some((one) => one === name);

/** The languages that an item's texts are in, once for each text. */
export const languagesOf = (item: ItemInput): string[] =>
  TEXT_FIELDS.flatMap((field) => Object.keys(item[field]?.texts ?? {}));
