import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Amendment } from './amendment.entity.js';
import type { AmendmentInput } from './amendment.dto.js';
import { Plan, PlanItem } from '../plan/plan.entity.js';
import { PlansService } from '../plan/plans.service.js';

/** Amendments of adopted plans: begun with a reason, closed with the decision; in between the text may change. */
@Injectable()
export class AmendmentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly history: History,
  ) {}

  /** The plan's amendments with what they changed, the latest first. */
  async list(actor: Actor, planId: string): Promise<Amendment[]> {
    await this.plans.find(actor, planId);
    return this.unitOfWork.read.find(Amendment, {
      where: { planId },
      relations: { changes: true },
      order: { number: 'DESC', changes: { at: 'ASC', id: 'ASC' } },
    });
  }

  /** Throws ConflictError when none is under way. */
  async underWay({ amendmentId }: Plan): Promise<Amendment> {
    if (!amendmentId) throw new ConflictError('error.noAmendment');
    return this.unitOfWork.read.findOneByOrFail(Amendment, { id: amendmentId });
  }

  /** Which of the items that were changed are still there. */
  async existing(amendments: Amendment[]): Promise<Set<string>> {
    const changed = [...new Set(amendments.flatMap(({ changes }) => changes.map(({ itemId }) => itemId)))];
    const found = await inSlices(changed, (ids) =>
      this.unitOfWork.read.find(PlanItem, { where: { id: In(ids) }, select: { id: true } }),
    );
    return new Set(found.map(({ id }) => id));
  }

  /** Begins an amendment. Throws ConflictError when the plan is not adopted, or one is already under way. */
  async open(actor: Actor, planId: string, input: AmendmentInput): Promise<Amendment> {
    return this.unitOfWork.run(async (manager) => {
      const plan = await this.plans.findToEdit(actor, planId);
      const amendment = Object.assign(new Amendment(), {
        ...input,
        id: uuid(),
        planId,
        number: (await manager.countBy(Amendment, { planId })) + 1,
        openedAt: this.clock.now(),
        openedBy: actor.name,
        closedAt: null,
      });
      const where = { id: planId, state: 'adopted', amendmentId: IsNull() } as const;
      await change(manager, Plan, where, { amendmentId: amendment.id }, { reason: 'error.amendmentOpen' });
      await manager.insert(Amendment, amendment);
      await this.record(actor, 'plan.openAmendment', plan, amendment, input);
      return amendment;
    });
  }

  /** Ends the amendment under way; `input` may complete the decision. From then on the text is fixed again. */
  async close(actor: Actor, planId: string, input: AmendmentInput): Promise<Amendment> {
    return this.unitOfWork.run(async (manager) => {
      const plan = await this.plans.findToEdit(actor, planId);
      const id = plan.amendmentId;
      if (!id) throw new ConflictError('error.noAmendment');
      const where = { id: planId, amendmentId: id };
      await change(manager, Plan, where, { amendmentId: null }, { reason: 'error.noAmendment' });
      await manager.update(Amendment, { id }, { ...input, closedAt: this.clock.now() });
      const amendment = await manager.findOneByOrFail(Amendment, { id });
      await this.record(actor, 'plan.closeAmendment', plan, amendment, input);
      return amendment;
    });
  }

  private record(actor: Actor, action: string, plan: Plan, { number }: Amendment, after: object) {
    const change = { action, subjectKind: 'plan', subjectId: plan.id, scope: plan.mechanismId };
    return this.history.record(actor, { ...change, after: { number, ...after } });
  }
}
