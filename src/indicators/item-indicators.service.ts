import { Injectable } from '@nestjs/common';
import { can } from '../accounts/roles.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { ItemsService } from '../plans/items/items.service.js';
import { mayRead } from '../plans/plan/plans.service.js';
import { mayChange } from '../plans/plan/plan-text.js';
import type { PlanItem } from '../plans/plan/plan.entity.js';
import { PlanOutlineService } from '../plans/tree/plan-outline.service.js';
import { Indicator, type Reading } from './indicator.entity.js';
import { IndicatorsService } from './indicators.service.js';
import { ReadingsQueryService } from './readings-query.service.js';
import { DIMENSIONS } from './vocabulary.js';

const MOST = 500;

export interface IndicatorsOfItem {
  itemId: string;
  indicators: Indicator[];
  /** The latest reading that is not broken down, by indicator. */
  latest: Map<string, Reading>;
  former: { item: PlanItem; indicators: Indicator[] } | null;
  /** What the reader may do: add one, or only once the plan is open to change; null for those who only read. */
  editing: 'open' | 'fixed' | null;
}

/** What the page of an item shows of its indicators. */
@Injectable()
export class ItemIndicatorsService {
  constructor(
    private readonly items: ItemsService,
    private readonly indicators: IndicatorsService,
    private readonly readings: ReadingsQueryService,
    private readonly unitOfWork: UnitOfWork,
    private readonly outline: PlanOutlineService,
  ) {}

  /** Null when there is nothing to show the actor, and nothing it could add. */
  async forItem(actor: Actor, itemId: string): Promise<IndicatorsOfItem | null> {
    const { indicators, former } = await this.indicators.withFormer(actor, itemId);
    if (indicators.length === 0 && (former?.indicators.length ?? 0) === 0)
      return this.forBareItem(actor, itemId);
    const readings = await this.readings.current(indicators.map(({ id }) => id));
    const editing = await this.editing(actor, itemId);
    return { itemId, indicators, latest: latestOf(readings), former, editing };
  }

  /** The same for an item that has no indicators, nor carries on one that has. */
  async forBareItem(actor: Actor, itemId: string): Promise<IndicatorsOfItem | null> {
    const editing = await this.editing(actor, itemId);
    return editing && { itemId, indicators: [], latest: new Map(), former: null, editing };
  }

  /**
   * Those of all plans of a mechanism that the actor reads, plan by plan in the order of their items, with the latest
   * readings; at most 500.
   */
  async inMechanism(
    actor: Actor,
    mechanismId: string,
  ): Promise<Pick<IndicatorsOfItem, 'indicators' | 'latest'>> {
    const found = await this.unitOfWork.read.find(Indicator, {
      where: { item: { plan: { mechanismId } } },
      relations: { item: { plan: true } },
      order: { item: { plan: { createdAt: 'DESC' }, position: 'ASC' }, createdAt: 'ASC', id: 'ASC' },
      take: MOST,
    });
    const indicators = await this.inOrder(found.filter(({ item }) => mayRead(actor, item.plan)));
    return { indicators, latest: latestOf(await this.readings.current(indicators.map(({ id }) => id))) };
  }

  /** As they come, but for the items of each plan, which stand in the order of its tree: 1.1, 1.2, 2.1. */
  private async inOrder(indicators: Indicator[]): Promise<Indicator[]> {
    const plans = [...new Set(indicators.map(({ item }) => item.planId))];
    const places = new Map<string, number>();
    for (const plan of plans)
      for (const { id } of await this.outline.rowsOf(plan)) places.set(id, places.size);
    const placeOf = ({ item }: Indicator) => places.get(item.id) ?? places.size;
    return [...indicators].sort((a, b) => placeOf(a) - placeOf(b));
  }

  private async editing(actor: Actor, itemId: string): Promise<IndicatorsOfItem['editing']> {
    const { plan } = await this.items.findInPlan(actor, itemId);
    if (!can(actor, 'plans.edit', plan.mechanismId)) return null;
    return mayChange(plan) ? 'open' : 'fixed';
  }
}

/** Of each indicator the reading of the latest period that is not broken down; `readings` come latest first. */
function latestOf(readings: Reading[]): Map<string, Reading> {
  const latest = new Map<string, Reading>();
  for (const reading of readings) {
    const whole = DIMENSIONS.every((dimension) => reading[dimension] === null);
    if (whole && !latest.has(reading.indicatorId)) latest.set(reading.indicatorId, reading);
  }
  return latest;
}
