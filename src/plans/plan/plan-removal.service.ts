import { Injectable } from '@nestjs/common';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { DependentCounters } from '../items/dependent-counters.js';
import { Plan, PlanItem } from './plan.entity.js';
import { PlansService } from './plans.service.js';

/** What deleting a plan would take along. */
export interface PlanRemoval {
  plan: Plan;
  items: number;
  /** As for an item. */
  dependents: { label: string; count: number }[];
  /** Whether something that was reported keeps it. */
  kept: boolean;
}

/** Deletes a plan that nobody reported on, such as one that was begun by mistake, and says before what goes with it. */
@Injectable()
export class PlanRemovalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly dependents: DependentCounters,
    private readonly history: History,
  ) {}

  /** Throws NotFoundError or ForbiddenError. */
  async removing(actor: Actor, id: string): Promise<PlanRemoval> {
    const plan = await this.plans.findToEdit(actor, id);
    const ids = await this.itemIds(id);
    if (ids.length === 0) return { plan, items: 0, dependents: [], kept: false };
    const dependents = await this.dependents.countFor(actor, ids);
    return { plan, items: ids.length, dependents, kept: dependents.some(({ keeps }) => keeps) };
  }

  async itemIds(planId: string): Promise<string[]> {
    const items = await this.unitOfWork.read.find(PlanItem, { where: { planId }, select: { id: true } });
    return items.map(({ id }) => id);
  }

  /**
   * Deletes it with its items and all that hangs on them; plans that stood in it or follow it stay without it. A draft that
   * somebody else is writing about it stays theirs, as when an item is removed: that there is one is not to be learned
   * here. Throws ConflictError for a plan that entries the actor sees speak about.
   */
  async remove(actor: Actor, id: string): Promise<Plan> {
    return this.unitOfWork.run(async (manager) => {
      const { plan, items, kept } = await this.removing(actor, id);
      if (kept) throw new ConflictError('error.planHasEntries');
      await manager.update(Plan, { parentPlanId: id }, { parentPlanId: null });
      await manager.update(Plan, { formerPlanId: id }, { formerPlanId: null });
      await manager.delete(Plan, { id });
      const { title, kind, state, mechanismId: scope } = plan;
      const before = { title, kind, state, items };
      await this.history.record(actor, {
        ...{ action: 'plan.remove', subjectKind: 'plan', subjectId: id, scope, before },
      });
      return plan;
    });
  }
}
