import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PlanItem } from '../plan/plan.entity.js';

export type ItemPlace = Pick<PlanItem, 'id' | 'planId' | 'parentId' | 'carriedFromId'>;
/** A column that leads from an item to another one. */
type Way = 'parentId' | 'carriedFromId';

/** So many of those below an item are read with it; the plan's page leads through more. */
export const CHILDREN = 100;

/**
 * What an item hangs together with, as titles with their plans, in one statement for a request: the items above it, those
 * directly below (the first hundred, and one more if there are), those it was carried over from, one after the other, and
 * those that carry it on. They are in no order. Which of the plans the actor may read is for the caller to ask.
 */
export const neighboursOf = (unitOfWork: UnitOfWork, item: ItemPlace): Promise<PlanItem[]> =>
  unitOfWork.remember(`neighbours of item:${item.id}`, () => load(unitOfWork.read, item));

/** From one item on to the next, as far as it goes. */
export function chainOf(items: readonly PlanItem[], from: ItemPlace, way: Way): PlanItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const chain: PlanItem[] = [];
  for (let next = byId.get(from[way] ?? ''); next; next = byId.get(next[way] ?? '')) {
    // Were it ever to lead back to where it has been.
    byId.delete(next.id);
    if (next.id !== from.id) chain.push(next);
  }
  return chain;
}

function load(read: EntityManager, { id, planId, parentId, carriedFromId }: ItemPlace): Promise<PlanItem[]> {
  // With the plan, because the index begins with it.
  const below = `SELECT "id" FROM "plan_item" WHERE "planId" = :planId AND "parentId" = :id ORDER BY "position" LIMIT ${CHILDREN + 1}`;
  const near = [
    'SELECT "id" FROM "above"',
    'SELECT "id" FROM "before"',
    `SELECT "id" FROM (${below}) "below"`,
    'SELECT "id" FROM "plan_item" WHERE "carriedFromId" = :id',
  ];
  return read
    .createQueryBuilder(PlanItem, 'item')
    .addCommonTableExpression(chain('above', 'parentId'), 'above', RECURSIVE)
    .addCommonTableExpression(chain('before', 'carriedFromId'), 'before', RECURSIVE)
    .innerJoin('item.plan', 'plan')
    .select(COLUMNS)
    .where(`item.id IN (${near.join(' UNION ALL ')})`)
    .setParameters({ id, planId, parentId, carriedFromId })
    .getMany();
}

const RECURSIVE = { recursive: true };
const COLUMNS = [
  ...['id', 'planId', 'parentId', 'position', 'code', 'title', 'carriedFromId'].map((name) => `item.${name}`),
  ...['id', 'mechanismId', 'title', 'isPublic'].map((name) => `plan.${name}`),
];

/** UNION, and not UNION ALL, ends where it comes to an item a second time. */
const chain = (name: string, way: Way) => `
  SELECT "id", "${way}" FROM "plan_item" WHERE "id" = :${way}
  UNION
  SELECT "next"."id", "next"."${way}" FROM "plan_item" "next" INNER JOIN "${name}" ON "next"."id" = "${name}"."${way}"`;
