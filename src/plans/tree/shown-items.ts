import { inSlices } from '../../platform/database/in-slices.js';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PlanItem } from '../plan/plan.entity.js';

/** What belongs to an item in several rows: its table, and of each row what is read. */
const LISTS = {
  owners: { table: 'plan_item_owner', columns: ['id', 'kind', 'subject'] },
  objectives: { table: 'plan_item_objective', columns: ['id', 'objective', 'letter'] },
  principles: { table: 'plan_item_principle', columns: ['id', 'principle'] },
  references: { table: 'plan_item_reference', columns: ['id', 'framework', 'code'] },
} as const;

export interface Shown {
  /** Null for all. */
  columns: readonly (keyof PlanItem)[] | null;
  /** In the order in which they were given: ids rise. */
  lists: readonly (keyof typeof LISTS)[];
}

export const WHOLE: Shown = { columns: null, lists: ['owners', 'objectives', 'principles', 'references'] };

export const IN_A_TABLE: Shown = {
  columns: ['id', 'planId', 'code', 'title', 'status', 'whenPrecision', 'whenStart', 'whenEnd', 'whenText'],
  lists: ['owners'],
};

/** What a line of a plan's tree shows. */
export const IN_A_LINE: Shown = {
  columns: [...IN_A_TABLE.columns!, 'parentId', 'position', 'version'],
  lists: ['owners', 'objectives'],
};

/**
 * Items by their ids, in this order, with as much of them as is shown. One statement, a row an item: what an item has
 * several of comes as one value, because joined they would be multiplied by each other.
 */
export async function shownItems(
  unitOfWork: UnitOfWork,
  ids: readonly string[],
  { columns, lists }: Shown,
): Promise<PlanItem[]> {
  const found = await inSlices(ids, async (some) => {
    const query = unitOfWork.read.createQueryBuilder(PlanItem, 'item').whereInIds(some);
    if (columns) query.select(columns.map((column) => `item.${column}`));
    for (const list of lists) query.addSelect(listOf(list, unitOfWork.sqlite), `list_${list}`);
    const { entities, raw } = await query.getRawAndEntities<Record<string, unknown>>();
    const valuesOf = (row: Record<string, unknown>) =>
      Object.fromEntries(lists.map((list) => [list, parsed(row[`list_${list}`])]));
    return entities.map((item, index) => Object.assign(item, valuesOf(raw[index]!)));
  });
  const byId = new Map(found.map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function listOf(list: keyof typeof LISTS, sqlite: boolean): string {
  const { table, columns } = LISTS[list];
  const values = columns.map((column) => `'${column}', "l"."${column}"`).join(', ');
  const [all, one] = sqlite ? ['json_group_array', 'json_object'] : ['json_agg', 'json_build_object'];
  return `(SELECT ${all}(${one}(${values}) ORDER BY "l"."id") FROM "${table}" "l" WHERE "l"."itemId" = item.id)`;
}

/** One database answers text, and the other what it means, or null for nothing. */
const parsed = (list: unknown): unknown =>
  typeof list === 'string' ? (JSON.parse(list) as unknown) : (list ?? []);
