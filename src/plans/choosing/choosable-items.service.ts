import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { inSlices } from '../../platform/database/in-slices.js';
import type { Actor } from '../../platform/http/actor.js';
import { isId } from '../../platform/http/path-id.js';
import { asksFor, type Choosable, type ChoosableList } from '../../platform/web/choosing/choosable.js';
import { inTreeOrder } from '../items/item-record.js';
import { type Plan, PlanItem } from '../plan/plan.entity.js';
import { choosable, type ItemsToChoose } from './items-to-choose.js';
import { mayRead } from '../plan/plans.service.js';

/** A longer list comes when it is opened, so that the page around it stays light. */
const AT_ONCE = 200;
const NAMED = { id: true, planId: true, parentId: true, code: true, title: true, position: true } as const;

/** The items of plans as lists to choose from, instead of codes to type. */
@Injectable()
export class ChoosableItemsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Lists of these plans, which the caller has read for the actor, and what `values` of the form hold in `items`. A list is
   * read when the form asked for it, and at once with `open`, where choosing is what the form is for.
   */
  async from(
    actor: Actor,
    plans: readonly Plan[],
    values: Record<string, unknown>,
    open = false,
  ): Promise<ItemsToChoose> {
    // Those offered stay to be chosen from, also when every one of them was taken off.
    const ids = [values.offered, values.items].flat().filter(isId);
    const lists: ChoosableList[] = [];
    for (const { id: key, title } of plans) {
      const rows = open || asksFor(values, key) ? await this.rowsOf(key) : [];
      const shown = asksFor(values, key) || (open && rows.length <= AT_ONCE);
      const href = `/plans/${key}/choice`;
      lists.push({ key, href, rows: shown ? rows : null, ...(plans.length > 1 && { name: title }) });
    }
    return { top: await this.named(actor, ids), lists };
  }

  /** Items by id, in the order given; those whose plan is not the actor's to read are left out. */
  private async named(actor: Actor, ids: readonly string[]): Promise<Choosable[]> {
    const select = { ...NAMED, plan: { id: true, isPublic: true, mechanismId: true } };
    const found = await inSlices([...new Set(ids)], (some) =>
      this.unitOfWork.read.find(PlanItem, { where: { id: In(some) }, relations: { plan: true }, select }),
    );
    const seen = new Map(found.filter(({ plan }) => mayRead(actor, plan)).map((item) => [item.id, item]));
    return [...new Set(ids)].flatMap((id) => seen.get(id) ?? []).map((item) => choosable(item, 0));
  }

  /** All items of a plan in the order of its tree. */
  async rowsOf(planId: string): Promise<Choosable[]> {
    const order = { position: 'ASC', id: 'ASC' } as const;
    const items = inTreeOrder(
      await this.unitOfWork.read.find(PlanItem, { where: { planId }, select: NAMED, order }),
    );
    const depths = new Map<string | null, number>([[null, -1]]);
    return items.map((item) => {
      const depth = depths.get(item.parentId)! + 1;
      depths.set(item.id, depth);
      return choosable(item, depth);
    });
  }
}
