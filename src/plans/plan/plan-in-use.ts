import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/i18n/day.js';
import { type Plan, PlanItem } from './plan.entity.js';

type Placed = Pick<Plan, 'id' | 'state' | 'periodStart' | 'periodEnd'>;

/**
 * Which plan a mechanism works by, where several are in force: of those whose period holds today the one with the most
 * items in use, and of equals the latest. Without one for today it is chosen among all in force. `plans`: the latest first;
 * `used`: by plan, how many of its items have an owner, a date or a status.
 */
export function planInUse<P extends Placed>(
  plans: readonly P[],
  used: ReadonlyMap<string, number>,
  today: Day,
): P | null {
  const inForce = plans.filter(({ state }) => state === 'adopted');
  const ofToday = inForce.filter(
    ({ periodStart, periodEnd }) =>
      (periodStart === null || periodStart <= today) && (periodEnd === null || periodEnd >= today),
  );
  const among = ofToday.length > 0 ? ofToday : inForce;
  const most = Math.max(...among.map(({ id }) => used.get(id) ?? 0));
  return among.find(({ id }) => (used.get(id) ?? 0) === most) ?? null;
}

/** By plan, how many items say whose they are, until when, or how far: what makes a plan one that is worked by. */
export async function itemsInUse(
  read: EntityManager,
  planIds: readonly string[],
): Promise<Map<string, number>> {
  if (planIds.length === 0) return new Map();
  const rows = await read
    .createQueryBuilder(PlanItem, 'item')
    .select('item.planId', 'planId')
    .addSelect('COUNT(*)', 'count')
    .where('item.planId IN (:...planIds)', { planIds })
    .andWhere(
      `(item.status IS NOT NULL OR item.whenStart IS NOT NULL OR item.whenEnd IS NOT NULL OR EXISTS
        (SELECT 1 FROM "plan_item_owner" "o" WHERE "o"."itemId" = item.id))`,
    )
    .groupBy('item.planId')
    .getRawMany<{ planId: string; count: number | string }>();
  return new Map(rows.map(({ planId, count }) => [planId, Number(count)]));
}
