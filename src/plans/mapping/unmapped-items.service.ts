import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { WITH_MAPPING } from '../items/item-mapping.js';
import { type OutlineRow, PlanOutlineService } from '../tree/plan-outline.service.js';
import { type Plan, PlanItem } from '../plan/plan.entity.js';
import { PlansService } from '../plan/plans.service.js';

const PAGE = 25;

export interface UnmappedPage {
  plan: Plan;
  items: PlanItem[];
  /** How many there are altogether of each sort. */
  counts: { unmapped: number; institutional: number };
  /** Id of the item after which the next page begins; null on the last. */
  next: string | null;
}

/**
 * Items that serve no objective: those nobody has mapped yet, but for headings with items below them, and apart from
 * them those about the mechanism itself.
 */
@Injectable()
export class UnmappedItemsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly outline: PlanOutlineService,
  ) {}

  /**
   * A page in the order of the plan, from the first one after the item `after` (from the top when it is null or gone).
   * By place and not by number: what gets mapped leaves the list, and pages counted by number would skip as many.
   */
  async page(
    actor: Actor,
    planId: string,
    { after, institutional }: { after: string | null; institutional: boolean },
  ): Promise<UnmappedPage> {
    const plan = await this.plans.find(actor, planId);
    const rows = await this.outline.rowsOf(planId);
    const of = (sort: boolean) => (row: OutlineRow) =>
      !row.mapped && row.institutional === sort && (sort || !row.heads);
    const rest = rows.slice(rows.findIndex(({ id }) => id === after) + 1).filter(of(institutional));
    const shown = rest.slice(0, PAGE);
    return {
      plan,
      items: await this.load(shown.map(({ id }) => id)),
      counts: { unmapped: rows.filter(of(false)).length, institutional: rows.filter(of(true)).length },
      next: rest.length > PAGE ? shown.at(-1)!.id : null,
    };
  }

  private async load(ids: string[]): Promise<PlanItem[]> {
    const found = await this.unitOfWork.read.find(PlanItem, {
      where: { id: In(ids) },
      relations: { ...WITH_MAPPING, parent: true },
    });
    const byId = new Map(found.map((item) => [item.id, item]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}
