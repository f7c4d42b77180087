import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ItemOwner, PlanItem } from '../../plans/plan/plan.entity.js';
import { PLAN_IN_FORCE } from '../../plans/plan/plan.workflow.js';
import type { ReminderRule } from '../reminder.entity.js';
import type { DueDays } from './reminder-subject.js';

/** Nobody is reminded of what is done or given up. */
export const ENDED_STATUSES: readonly string[] = ['completed', 'discontinued'];

const PAGE = 500;

type Query = SelectQueryBuilder<PlanItem>;

/** The items a rule asks about on some days, in the order of their ids, page by page. */
export async function* dueItems(
  read: EntityManager,
  rule: ReminderRule,
  when: DueDays,
): AsyncGenerator<PlanItem[]> {
  for (let after = ''; ;) {
    const query = read
      .createQueryBuilder(PlanItem, 'item')
      .innerJoin('item.plan', 'plan')
      .select(['item.id', 'item.whenStart', 'item.whenEnd'])
      .where('plan.mechanismId = :mechanism AND plan.state = :state', {
        mechanism: rule.mechanismId,
        state: PLAN_IN_FORCE,
      })
      .andWhere('(item.status IS NULL OR item.status NOT IN (:...ended))', { ended: ENDED_STATUSES })
      .andWhere('item.id > :after', { after });
    if (rule.planId) query.andWhere('plan.id = :plan', { plan: rule.planId });
    const items = await narrowed(query, when).orderBy('item.id').limit(PAGE).getMany();
    if (items.length > 0) yield items;
    if (items.length < PAGE) return;
    after = items.at(-1)!.id;
  }
}

/**
 * A periodic rule asks about items that have begun by its day, or have no first day. A heading (something below it,
 * and nobody named) is not asked about.
 */
function narrowed(query: Query, when: DueDays): Query {
  if ('on' in when) return query.andWhere('item.whenEnd IN (:...on)', when);
  if ('from' in when) return query.andWhere('item.whenEnd BETWEEN :from AND :until', when);
  const child = query.subQuery().select('1').from(PlanItem, 'child').where('child.parentId = item.id');
  const owner = query.subQuery().select('1').from(ItemOwner, 'owner').where('owner.itemId = item.id');
  return query
    .andWhere('(item.whenStart IS NULL OR item.whenStart <= :underWay)', when)
    .andWhere(`(NOT EXISTS ${child.getQuery()} OR EXISTS ${owner.getQuery()})`);
}
