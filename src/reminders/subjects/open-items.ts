import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Day } from '../../platform/i18n/day.js';
import { ItemOwner, PlanItem } from '../../plans/plan/plan.entity.js';
import { OpenRounds } from './open-rounds.js';
import type { Owner } from '../sweep/recipients.js';
import type { ReminderRule } from '../reminder.entity.js';

/** What has to be known of an item to see whether, and whom, to ask about it. */
export interface OpenItem {
  id: string;
  whenStart: Day | null;
  whenEnd: Day | null;
  owners: Owner[];
}

/** Only a plan in force: a validated one may still change, a superseded or closed one asks for nothing. */
export const PLAN_IN_FORCE = 'adopted';
/** Nobody is reminded of what is done or given up. */
export const FINISHED: readonly string[] = ['completed', 'discontinued'];

const PAGE = 500;

/**
 * What a rule speaks about, in pages, so that a large plan does not have to fit in memory at once: items of plans, and
 * open rounds, which are asked about in the same way.
 */
@Injectable()
export class OpenItems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: OpenRounds,
  ) {}

  /** Items whose last planned day, and rounds whose day, is one of `days`. */
  async *dueOn(rule: ReminderRule, days: readonly Day[]): AsyncGenerator<OpenItem[]> {
    yield* this.pages(rule, (query) => query.andWhere('item.whenEnd IN (:...days)', { days }));
    yield await this.rounds.dueOn(rule, days);
  }

  /** Items whose last planned day, and rounds whose day, is between two days, both included. */
  async *dueBetween(rule: ReminderRule, from: Day, until: Day): AsyncGenerator<OpenItem[]> {
    yield* this.pages(rule, (query) =>
      query.andWhere('item.whenEnd BETWEEN :from AND :until', { from, until }),
    );
    yield await this.rounds.dueBetween(rule, from, until);
  }

  /**
   * Items that a periodic rule asks about on a day: begun by then, or without a first day. A heading (something
   * below it, and nobody named) is not asked about.
   */
  ongoing(rule: ReminderRule, day: Day): AsyncGenerator<OpenItem[]> {
    return this.pages(rule, (query) => {
      const child = query
        .subQuery()
        .select('1')
        .from(PlanItem, 'child')
        .where('child.parentId = item.id')
        .getQuery();
      const owner = query
        .subQuery()
        .select('1')
        .from(ItemOwner, 'owner')
        .where('owner.itemId = item.id')
        .getQuery();
      return query
        .andWhere('(item.whenStart IS NULL OR item.whenStart <= :day)', { day })
        .andWhere(`(NOT EXISTS ${child} OR EXISTS ${owner})`);
    });
  }

  private async *pages(rule: ReminderRule, narrow: (query: Query) => Query): AsyncGenerator<OpenItem[]> {
    if (rule.about === 'rounds') return;
    const { read } = this.unitOfWork;
    for (let after = ''; ;) {
      const query = read
        .createQueryBuilder(PlanItem, 'item')
        .innerJoin('item.plan', 'plan')
        .select(['item.id', 'item.whenStart', 'item.whenEnd'])
        .where('plan.mechanismId = :mechanism AND plan.state = :state', {
          mechanism: rule.mechanismId,
          state: PLAN_IN_FORCE,
        })
        .andWhere('(item.status IS NULL OR item.status NOT IN (:...finished))', { finished: FINISHED })
        .andWhere('item.id > :after', { after });
      if (rule.planId) query.andWhere('plan.id = :plan', { plan: rule.planId });
      const items = await narrow(query).orderBy('item.id').limit(PAGE).getMany();
      if (items.length === 0) return;
      const owners = await ownersOf(
        this.unitOfWork,
        items.map((item) => item.id),
      );
      yield items.map(({ id, whenStart, whenEnd }) => ({
        id,
        whenStart,
        whenEnd,
        owners: owners.get(id) ?? [],
      }));
      if (items.length < PAGE) return;
      after = items.at(-1)!.id;
    }
  }
}

type Query = SelectQueryBuilder<PlanItem>;

export async function ownersOf(
  unitOfWork: UnitOfWork,
  itemIds: readonly string[],
): Promise<Map<string, Owner[]>> {
  const found = new Map<string, Owner[]>();
  const where = { itemId: In(itemIds) };
  for (const { itemId, kind, subject } of await unitOfWork.read.findBy(ItemOwner, where)) {
    found.set(itemId, [...(found.get(itemId) ?? []), { kind, subject }]);
  }
  return found;
}
