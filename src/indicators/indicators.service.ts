import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { can, demand } from '../accounts/roles.js';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { AmendmentRecord } from '../plans/amendments/amendment-record.js';
import { ItemsService } from '../plans/items/items.service.js';
import type { PlanItem } from '../plans/plan/plan.entity.js';
import { admitChange, admitFields, differs } from '../plans/plan/plan-text.js';
import { change } from '../platform/database/change.js';
import { inSlices } from '../platform/database/in-slices.js';
import type { IndicatorInput } from './indicator.dto.js';
import { Indicator, Reading } from './indicator.entity.js';
import { columnsOf, INDICATOR_TEXT, inputOf, indicatorText, recordOf } from './snapshot.js';

export interface ItemIndicators {
  indicators: Indicator[];
  former: { item: PlanItem; indicators: Indicator[] } | null;
}

/**
 * By what plan items are measured. An indicator is part of the plan: whoever reads the plan reads it, its secretariat
 * alone changes it, and in an adopted plan its text changes by amendment only.
 */
@Injectable()
export class IndicatorsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly items: ItemsService,
    private readonly history: History,
    private readonly amendments: AmendmentRecord,
  ) {}

  /** The indicators of an item in the order they were added. Throws NotFoundError when the item is not the actor's to read. */
  async list(actor: Actor, itemId: string): Promise<Indicator[]> {
    await this.items.findInPlan(actor, itemId);
    return this.ofItems([itemId]);
  }

  /** With its item and plan. Throws NotFoundError when there is none, or its plan is not the actor's to read. */
  async find(actor: Actor, id: string): Promise<Indicator> {
    const indicator = await this.unitOfWork.read.findOneBy(Indicator, { id });
    if (!indicator) throw new NotFoundError('indicator');
    return Object.assign(indicator, { item: await this.items.find(actor, indicator.itemId) });
  }

  /** The same, for somebody who means to change it or its readings. Throws NotFoundError or ForbiddenError. */
  async findToEdit(actor: Actor, id: string): Promise<Indicator> {
    const indicator = await this.find(actor, id);
    demand(actor, 'plans.edit', indicator.item.plan.mechanismId, 'indicator');
    return indicator;
  }

  /** The indicators of an item, and of the one of a former plan that it carries on: null when there is none to be read. */
  async withFormer(actor: Actor, itemId: string): Promise<ItemIndicators> {
    const { carriedFromId } = await this.items.findInPlan(actor, itemId);
    const item = carriedFromId ? await this.itemFor(actor, carriedFromId) : null;
    const found = await this.ofItems([itemId, ...(item ? [item.id] : [])]);
    const of = (id: string) => found.filter((indicator) => indicator.itemId === id);
    return { indicators: of(itemId), former: item && { item, indicators: of(item.id) } };
  }

  private async itemFor(actor: Actor, id: string): Promise<PlanItem | null> {
    try {
      return await this.items.findInPlan(actor, id);
    } catch (error) {
      // Gone, or in a plan that the actor may not read: neither is said.
      if (error instanceof NotFoundError) return null;
      throw error;
    }
  }

  /** Throws ConflictError when the plan does not change now. */
  async add(actor: Actor, itemId: string, input: IndicatorInput): Promise<Indicator> {
    return this.unitOfWork.run(async (manager) => {
      const item = await this.items.find(actor, itemId);
      demand(actor, 'plans.edit', item.plan.mechanismId, 'item');
      admitChange(item.plan);
      const made = { id: uuid(), itemId, createdAt: this.clock.now(), version: 1 };
      const indicator = Object.assign(new Indicator(), { ...columnsOf(input), ...made });
      await manager.insert(Indicator, indicator);
      await this.record(actor, 'indicator.add', Object.assign(indicator, { item }), undefined, input);
      return indicator;
    });
  }

  /** Throws ConflictError, with the indicator as it stands, when `version` is not the current one. */
  async update(actor: Actor, id: string, input: IndicatorInput & { version: number }): Promise<Indicator> {
    return this.unitOfWork.run(async (manager) => {
      const indicator = await this.findToEdit(actor, id);
      const { version, ...after } = input;
      const before = inputOf(indicator);
      admitFields(
        indicator.item.plan,
        INDICATOR_TEXT.filter((field) => differs(before[field], after[field])),
      );
      const current = async () => inputOf(await this.find(actor, id));
      const next = await change(manager, Indicator, { id, version }, columnsOf(after), { current });
      await this.record(actor, 'indicator.update', indicator, before, after);
      return Object.assign(indicator, next);
    });
  }

  /** What removing an indicator would take along; shown before it is done. */
  async whatHangsOn(actor: Actor, id: string): Promise<{ indicator: Indicator; readings: number }> {
    const indicator = await this.findToEdit(actor, id);
    return { indicator, readings: await this.unitOfWork.read.countBy(Reading, { indicatorId: id }) };
  }

  /** Removes an indicator with all its readings; the history keeps what they said. */
  async remove(actor: Actor, id: string): Promise<Indicator> {
    return this.unitOfWork.run(async (manager) => {
      const indicator = await this.findToEdit(actor, id);
      admitChange(indicator.item.plan);
      await manager.delete(Indicator, { id });
      await this.record(actor, 'indicator.remove', indicator, inputOf(indicator));
      return indicator;
    });
  }

  /** How many indicators hang on items, of those the actor may read. */
  async countOn(actor: Actor, itemIds: string[]): Promise<number> {
    const found = await this.ofItems(itemIds, { item: { plan: true } });
    return found.filter(({ item: { plan } }) => plan.isPublic || can(actor, 'plans.read', plan.mechanismId))
      .length;
  }

  private async ofItems(itemIds: string[], relations = {}): Promise<Indicator[]> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    return inSlices(itemIds, (ids) =>
      this.unitOfWork.read.find(Indicator, { where: { itemId: In(ids) }, relations, order }),
    );
  }

  private async record(
    actor: Actor,
    action: string,
    { id, item }: Indicator,
    before?: IndicatorInput,
    after?: IndicatorInput,
  ): Promise<void> {
    const [old, now] = [before, after].map((input) => input && indicatorText(input));
    // A source or a translation is no change of the plan's text.
    if (old !== now) {
      await this.amendments.note(item.plan, {
        itemId: item.id,
        code: item.code,
        action: 'update',
        before: old === undefined ? null : { indicator: old },
        after: now === undefined ? null : { indicator: now },
      });
    }
    await this.history.record(actor, {
      action,
      subjectKind: 'indicator',
      subjectId: id,
      scope: item.plan.mechanismId,
      before: before && recordOf(before),
      after: after && recordOf(after),
    });
  }
}
