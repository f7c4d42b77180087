import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { can, demand } from '../accounts/roles.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { FilterInput } from './saved-filter.dto.js';
import { SavedFilter } from './saved-filter.entity.js';

/** Of one person in one mechanism, with those of the secretariat. */
const MOST = 30;

/** Filters of a mechanism's plans under a name. Nobody sees somebody else's; the secretariat's are its own people's. */
@Injectable()
export class SavedFiltersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a filter; one of the same name and the same people is replaced. Throws NotFoundError or ForbiddenError where
   * the actor has no such filters, InvalidError on `name` when there are too many.
   */
  async save(actor: Actor, mechanismId: string, { name, filter, shared }: FilterInput): Promise<SavedFilter> {
    demand(actor, shared ? 'plans.edit' : 'mechanism.read', mechanismId, 'mechanism');
    return this.unitOfWork.run(async (manager) => {
      const owner = shared ? IsNull() : actor.accountId!;
      const there = await manager.findBy(SavedFilter, { mechanismId, accountId: owner });
      const former = there.find((one) => one.name === name);
      if (!former && there.length >= MOST) throw InvalidError.field('name', 'sheet.error.filters');
      const saved = Object.assign(new SavedFilter(), {
        id: former?.id ?? uuid(),
        mechanismId,
        accountId: shared ? null : actor.accountId,
        name,
        query: filter,
        savedAt: this.clock.now(),
      });
      if (former) await manager.update(SavedFilter, { id: former.id }, { ...saved });
      else await manager.insert(SavedFilter, saved);
      return saved;
    });
  }

  /** Throws NotFoundError when it is not the actor's, nor of its secretariat. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const filter = await manager.findOneBy(SavedFilter, { id });
      const own =
        filter !== null &&
        (filter.accountId === null
          ? can(actor, 'plans.edit', filter.mechanismId)
          : filter.accountId === actor.accountId);
      if (!own) throw new NotFoundError('filter');
      await manager.delete(SavedFilter, { id });
    });
  }
}
