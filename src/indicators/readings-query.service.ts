import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { can } from '../accounts/roles.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { Reading } from './indicator.entity.js';
import { IndicatorsService } from './indicators.service.js';

/** Finds the readings of indicators. */
@Injectable()
export class ReadingsQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly indicators: IndicatorsService,
  ) {}

  /** The readings that stand, the latest period first, and never in the order of their values. */
  async list(actor: Actor, indicatorId: string): Promise<Reading[]> {
    const { item } = await this.indicators.find(actor, indicatorId);
    const readings = await this.current([indicatorId]);
    if (can(actor, 'plans.read', item.plan.mechanismId)) return readings;
    // That there was another before is for those who see it.
    return readings.map((reading) => Object.assign(reading, { correctsId: null }));
  }

  /** The readings that were corrected or taken back, latest first; for the mechanism's people, empty for anybody else. */
  async superseded(actor: Actor, indicatorId: string): Promise<Reading[]> {
    const { item } = await this.indicators.find(actor, indicatorId);
    if (!can(actor, 'plans.read', item.plan.mechanismId)) return [];
    const found = await this.unitOfWork.read.find(Reading, {
      where: { indicatorId },
      order: { supersededAt: 'DESC', id: 'DESC' },
    });
    return found.filter(({ supersededAt }) => supersededAt !== null);
  }

  /** The standing readings of several indicators that the actor was already shown. */
  async current(indicatorIds: string[]): Promise<Reading[]> {
    if (indicatorIds.length === 0) return [];
    return this.unitOfWork.read.find(Reading, {
      where: { indicatorId: In(indicatorIds), supersededAt: IsNull() },
      order: { start: 'DESC', end: 'DESC', recordedAt: 'DESC', id: 'DESC' },
    });
  }
}
