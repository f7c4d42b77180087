import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import {
  type Fields,
  type ItemLookup,
  type PartRecord,
  type PartRow,
  type PlanPart,
  PlanParts,
  type PreparedPart,
} from '../exchange/parts/plan-parts.js';
import type { Plan } from '../plans/plan/plan.entity.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { cellsOf, headingOf } from './indicator-cells.js';
import { IndicatorInput } from './indicator.dto.js';
import { Indicator } from './indicator.entity.js';
import { IndicatorsService } from './indicators.service.js';
import { inputOf } from './snapshot.js';
import { Planned, plannedOf } from './planned-indicator.js';

/**
 * Indicators in the files of plans, as the plan states them. Readings are not among them: they never change, and are
 * downloaded where they are shown.
 */
@Injectable()
export class IndicatorExchange implements PlanPart, OnModuleInit {
  readonly key = 'indicators';
  readonly label = 'indicator.indicators';
  readonly headingOf = headingOf;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsService,
    private readonly parts: PlanParts,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async list(actor: Actor, planId: string): Promise<PartRecord[]> {
    await this.plans.find(actor, planId);
    const found = await this.ofPlan(planId);
    return found.map((one) => ({ id: one.id, itemId: one.itemId, fields: { ...inputOf(one) } }));
  }

  cellsOf(fields: Fields): Record<string, string> {
    return cellsOf(fields as unknown as IndicatorInput);
  }

  async state(planId: string): Promise<unknown> {
    return (await this.ofPlan(planId)).map(({ id, version }) => [id, version]);
  }

  async prepare(
    actor: Actor,
    plan: Plan | null,
    rows: readonly PartRow[],
    places: ItemLookup,
  ): Promise<PreparedPart> {
    const known = plan ? await this.ofPlan(plan.id) : [];
    const taken = new Set<string>();
    const planned = rows.map((row) => {
      const one = plannedOf(
        row,
        known.filter(({ id }) => !taken.has(id)),
        places,
        plan,
        actor.language,
      );
      if (one.before) taken.add(one.before.id);
      return one;
    });
    return {
      key: this.key,
      label: this.label,
      outcomes: planned.map(({ outcome }) => outcome),
      write: (by) => this.write(by, planned),
    };
  }

  private async write(actor: Actor, planned: readonly Planned[]): Promise<void> {
    for (const { outcome, before, itemId, input } of planned) {
      if (outcome.kind === 'new') await this.indicators.add(actor, itemId!, input!);
      if (outcome.kind === 'changed')
        await this.indicators.update(actor, before!.id, { ...input!, version: before!.version });
    }
  }

  private ofPlan(planId: string): Promise<Indicator[]> {
    return this.unitOfWork.read.find(Indicator, {
      where: { item: { planId } },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }
}
