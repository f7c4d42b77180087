import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { History } from '../../platform/database/history.js';
import { insertAll } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { AmendmentRecord } from '../amendments/amendment-record.js';
import { copiesOf, type ItemCopy } from './carry-over.js';
import { insertMapping } from '../items/item-mapping.js';
import { columnsOf, inputOf } from '../items/item-record.js';
import { ItemsService } from '../items/items.service.js';
import type { CarryOverInput } from './carry-over.dto.js';
import { Plan, PlanItem } from '../plan/plan.entity.js';
import { admitChange } from '../plan/plan-text.js';
import { PlansService } from '../plan/plans.service.js';
import { snapshotOf } from '../items/snapshot.js';

/** Carries items of a plan over into another of the same mechanism: copies that remember what they carry on. */
@Injectable()
export class CarryOverService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly amendments: AmendmentRecord,
    private readonly history: History,
  ) {}

  /**
   * Copies the chosen items with everything below them to the end of `parentId`'s children, as the former plan has them
   * but without a status, which says how far the work under that plan is. Carrying the same again adds what is missing.
   * Throws InvalidError for items of this plan, of another mechanism or that are not there.
   */
  async carry(actor: Actor, planId: string, input: CarryOverInput): Promise<PlanItem[]> {
    return this.unitOfWork.run(async (manager) => {
      const plan = await this.plans.findToEdit(actor, planId);
      admitChange(plan);
      // Holds the plan's row: of two who carry the same at once, the second sees what the first made.
      await manager.update(Plan, { id: planId }, { state: plan.state });
      if (input.parentId && !(await manager.existsBy(PlanItem, { id: input.parentId, planId })))
        throw InvalidError.field('parentId', 'error.parent');
      const made: PlanItem[] = [];
      for (const [formerPlanId, chosen] of await this.chosenByPlan(plan, input.items)) {
        const former = await this.items.tree(actor, formerPlanId);
        const copies = copiesOf(former, chosen, await this.copiesIn(planId), uuid);
        made.push(...(await this.insert(manager, plan, copies, input.parentId)));
      }
      await this.record(actor, plan, made);
      return made;
    });
  }

  /** The items of a plan that were carried over, by the item they carry on. */
  async copiesIn(planId: string): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(PlanItem, 'item')
      .select('item.id', 'id')
      .addSelect('item.carriedFromId', 'former')
      .where('item.planId = :planId AND item.carriedFromId IS NOT NULL', { planId })
      .getRawMany<{ id: string; former: string }>();
    return new Map(rows.map(({ id, former }) => [former, id]));
  }

  private async chosenByPlan(plan: Plan, ids: string[]): Promise<Map<string, Set<string>>> {
    const wanted = [...new Set(ids)];
    const found = await this.unitOfWork.read.find(PlanItem, {
      where: { id: In(wanted), plan: { mechanismId: plan.mechanismId } },
      select: { id: true, planId: true },
    });
    if (found.length < wanted.length || found.some((item) => item.planId === plan.id))
      throw InvalidError.field('items', 'error.carryFrom');
    const byPlan = new Map<string, Set<string>>();
    for (const { id, planId } of found) byPlan.set(planId, (byPlan.get(planId) ?? new Set()).add(id));
    return byPlan;
  }

  private async insert(
    manager: EntityManager,
    plan: Plan,
    copies: ItemCopy<PlanItem>[],
    top: string | null,
  ): Promise<PlanItem[]> {
    // Below what is copied there is nothing yet.
    const next = new Map<string | null, number>(copies.map(({ id }) => [id, 0]));
    const rows: PlanItem[] = [];
    for (const { item, id, parentId } of copies) {
      const under = parentId ?? top;
      const place = { planId: plan.id, parentId: under ?? IsNull() };
      const position = next.get(under) ?? (await manager.countBy(PlanItem, place));
      next.set(under, position + 1);
      const own = { id, planId: plan.id, parentId: under, position, carriedFromId: item.id, version: 1 };
      rows.push(Object.assign(new PlanItem(), columnsOf({ ...inputOf(item), status: null }), own));
    }
    await insertAll(manager, PlanItem, rows);
    const items = copies.map(({ item, id }) => ({ id, item: { ...inputOf(item), status: null } }));
    await insertMapping(manager, items);
    const added = items.map(
      ({ id, item }) => ({ itemId: id, code: item.code, action: 'add', after: snapshotOf(item) }) as const,
    );
    await this.amendments.note(plan, ...added);
    return rows;
  }

  private async record(actor: Actor, plan: Plan, made: PlanItem[]): Promise<void> {
    if (made.length === 0) return;
    await this.history.record(actor, {
      action: 'plan.carryOver',
      subjectKind: 'plan',
      subjectId: plan.id,
      scope: plan.mechanismId,
      after: {
        count: made.length,
        items: made.map(({ id, carriedFromId, code }) => ({ id, carriedFromId, code })),
      },
    });
  }
}
