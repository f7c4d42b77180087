import { Injectable } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Plan } from '../../plans/plan/plan.entity.js';
import { mayRead } from '../../plans/plan/plans.service.js';
import type { BoardFilter } from './board.dto.js';
import type { BoardPlan, BoardScope, BoardSubject } from './board-view.js';

const LIVE = ['validated', 'adopted'];
const SHOWN = ['id', 'mechanismId', 'state', 'isPublic', 'title'] as const satisfies (keyof BoardPlan)[];

/** Finds what a board is of, as far as the actor may read it. */
@Injectable()
export class BoardScopeService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws NotFoundError or ForbiddenError, and InvalidError on `plan`. */
  async find(actor: Actor, subject: BoardSubject, filter: Pick<BoardFilter, 'plan'>): Promise<BoardScope> {
    if ('planId' in subject) {
      const place = await this.place('mechanism.id = plan.mechanismId AND plan.id = :planId', subject);
      const plan = place?.plans.find((one) => mayRead(actor, one));
      if (!place || !plan) throw new NotFoundError('plan');
      return { mechanism: place, plan, plans: [plan], offered: [plan] };
    }
    demand(actor, 'mechanism.read', subject.mechanismId, 'mechanism');
    const place = await this.place('mechanism.id = :mechanismId', subject);
    if (!place) throw new NotFoundError('mechanism');
    const known = place.plans.filter((plan) => mayRead(actor, plan));
    const live = known.filter(({ state }) => LIVE.includes(state));
    if (!filter.plan) return { mechanism: place, plan: null, plans: live, offered: live };
    const chosen = known.filter(({ id }) => id === filter.plan);
    if (chosen.length === 0) throw InvalidError.field('plan', 'error.choice');
    return { mechanism: place, plan: null, plans: chosen, offered: [...new Set([...live, ...chosen])] };
  }

  /** A mechanism with its plans, the newest first, in one statement. */
  private place(condition: string, parameters: object) {
    return this.unitOfWork.read
      .createQueryBuilder(Mechanism, 'mechanism')
      .leftJoinAndMapMany('mechanism.plans', Plan, 'plan', 'plan.mechanismId = mechanism.id')
      .select(['mechanism.id', 'mechanism.shortName', 'mechanism.shortNames', 'mechanism.zone'])
      .addSelect(SHOWN.map((column) => `plan.${column}`))
      .where(condition, parameters)
      .orderBy('plan.createdAt', 'DESC')
      .addOrderBy('plan.id')
      .getOne() as Promise<(Mechanism & { plans: BoardPlan[] }) | null>;
  }
}
