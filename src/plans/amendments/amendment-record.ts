import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { insertAll } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AmendmentChange } from './amendment.entity.js';
import type { Plan } from '../plan/plan.entity.js';

type Change = Pick<AmendmentChange, 'itemId' | 'code' | 'action'> &
  Partial<Pick<AmendmentChange, 'before' | 'after'>>;

/** Writes down, in the transaction that changes a plan's text, what an amendment changed. */
@Injectable()
export class AmendmentRecord {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Does nothing while no amendment is under way: then the plan's text changes freely. */
  async note({ amendmentId }: Pick<Plan, 'amendmentId'>, ...changes: Change[]): Promise<void> {
    if (!amendmentId || changes.length === 0) return;
    const rows = changes.map((change) => ({
      id: uuid(),
      amendmentId,
      at: this.clock.now(),
      before: null,
      after: null,
      ...change,
    }));
    await this.unitOfWork.run((manager) => insertAll(manager, AmendmentChange, rows));
  }
}
