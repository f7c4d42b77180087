import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Plan, PlanItem } from '../plans/plan/plan.entity.js';
import { PlanParts } from './parts/plan-parts.js';

/** Tells whether a plan is still as it was when an import was previewed. */
@Injectable()
export class PlanFingerprint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: PlanParts,
  ) {}

  /** Of the plan and everything in it; empty for a new plan. */
  async of(planId: string | null): Promise<string> {
    if (planId === null) return '';
    const plan = await this.unitOfWork.read.findOneByOrFail(Plan, { id: planId });
    const items = await this.unitOfWork.read.find(PlanItem, {
      select: { id: true, version: true, parentId: true, position: true },
      where: { planId },
      order: { id: 'ASC' },
    });
    const state = [
      plan.version,
      plan.state,
      plan.amendmentId,
      ...items.map((item) => Object.values(item)),
      await this.parts.state(planId),
    ];
    return createHash('sha256').update(JSON.stringify(state)).digest('base64url');
  }
}
