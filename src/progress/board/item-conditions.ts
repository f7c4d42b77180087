import type { Days } from './board-figures.js';

/* What is asked of a plan's item, in SQL that both databases know; `item` is the item. */

/**
 * Whether the dates a plan gives an item touch the days asked for. What recurs without dates does at any time; an item
 * without dates touches no day in particular.
 */
export function touching({ from, until }: Days): string[] {
  const conditions: string[] = [];
  if (from !== null || until !== null) conditions.push(`NOT (${UNDATED})`);
  if (from !== null) conditions.push('(item.whenEnd IS NULL OR item.whenEnd >= :from)');
  if (until !== null) conditions.push('(item.whenStart IS NULL OR item.whenStart <= :until)');
  return conditions;
}

export const UNDATED = `item.whenStart IS NULL AND item.whenEnd IS NULL AND item.whenPrecision <> 'recurring'`;

/** Whether the item serves a provision. The few rows of the provision lead to the items, not the other way. */
export const serving = (kind: 'objective' | 'principle' | 'reference', condition: string) =>
  `item.id IN (SELECT "m"."itemId" FROM "plan_item_${kind}" "m" WHERE ${condition})`;

/** Whether somebody who answers for the item is meant. */
export const owned = (condition: string) =>
  `EXISTS (SELECT 1 FROM "plan_item_owner" "o" WHERE "o"."itemId" = item.id AND ${condition})`;

/** Those without an objective that could have one: a heading lacks none, nor does what is about the mechanism itself. */
export const UNMAPPED = `NOT item.institutional
  AND NOT EXISTS (SELECT 1 FROM "plan_item_objective" "m" WHERE "m"."itemId" = item.id)
  AND NOT EXISTS (SELECT 1 FROM "plan_item" "b" WHERE "b"."planId" = item.planId AND "b"."parentId" = item.id)`;
