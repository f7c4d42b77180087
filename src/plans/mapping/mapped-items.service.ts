import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { mechanismsWhere } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { PlanItem } from '../plan/plan.entity.js';

const MOST = 200;

/** The other direction of the mapping: from an objective to the items that serve it. */
@Injectable()
export class MappedItemsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Items mapped to an objective, or to one of its actions, in plans the actor may read; at most 200. */
  list(actor: Actor, objective: number): Promise<PlanItem[]> {
    const mechanismId = In(mechanismsWhere(actor, 'plans.read'));
    const objectives = { objective };
    return this.unitOfWork.read.find(PlanItem, {
      where: [
        { objectives, plan: { mechanismId } },
        { objectives, plan: { isPublic: true } },
      ],
      relations: { plan: true },
      order: { planId: 'ASC', position: 'ASC' },
      take: MOST,
    });
  }
}
