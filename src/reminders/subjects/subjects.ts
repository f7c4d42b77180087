import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { Round } from '../../rounds/round/round.entity.js';
import { slices } from './standing.js';

/** What somebody is reminded of, as lists show it: an item of a plan, or a round. */
export interface Subject {
  kind: 'item' | 'round';
  id: string;
  /** Empty for a round. */
  code: string;
  title: Localized;
  mechanismId: string;
}

export const addressOf = ({ kind, id }: Pick<Subject, 'kind' | 'id'>) =>
  kind === 'round' ? `/rounds/${id}` : `/items/${id}`;

@Injectable()
export class Subjects {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By id; what is gone is not in it. */
  async of(ids: Iterable<string>): Promise<Map<string, Subject>> {
    const { read } = this.unitOfWork;
    const found = new Map<string, Subject>();
    for (const some of slices(ids)) {
      const where = { id: In(some) };
      const select = { id: true, code: true, title: true, plan: { id: true, mechanismId: true } } as const;
      const items = await read.find(PlanItem, { select, relations: { plan: true }, where });
      for (const { id, code, title, plan } of items)
        found.set(id, { kind: 'item', id, code, title, mechanismId: plan.mechanismId });
      const rest = some.filter((id) => !found.has(id));
      if (rest.length === 0) continue;
      const rounds = await read.findBy(Round, { id: In(rest) });
      for (const { id, title, mechanismId } of rounds)
        found.set(id, { kind: 'round', id, code: '', title, mechanismId });
    }
    return found;
  }
}
