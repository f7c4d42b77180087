import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { mechanismsWhere } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { decidesIn } from '../access/entry-sight.js';
import { load } from '../access/load-entry.js';
import { knowsOf } from './summary.access.js';
import { EntrySummary } from './summary.entity.js';

/** Reads summaries through the actor. */
@Injectable()
export class SummaryQueryService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The wordings an actor knows of, the latest first: the reporter's people, of every mechanism; a secretariat, those for
   * its own documents. Empty for anybody else who sees the entry. Throws NotFoundError when they do not.
   */
  async list(actor: Actor, entryId: string): Promise<EntrySummary[]> {
    const entry = await load(this.unitOfWork.read, actor, entryId);
    const all = await this.unitOfWork.read.find(EntrySummary, {
      where: { entryId },
      order: { suggestedAt: 'DESC', id: 'DESC' },
    });
    return all.filter((wording) => knowsOf(actor, entry, wording.mechanismId));
  }

  /** Suggestions the actor may decide on, the oldest first. */
  async waiting(actor: Actor): Promise<EntrySummary[]> {
    const here = mechanismsWhere(actor, 'progress.write');
    if (here.length === 0) return [];
    const suggested = await this.unitOfWork.read.find(EntrySummary, {
      where: { state: 'suggested', mechanismId: In(here) },
      relations: { entry: true },
      order: { suggestedAt: 'ASC', id: 'ASC' },
    });
    return suggested.filter(
      ({ entry, mechanismId }) => entry.state !== 'withdrawn' && decidesIn(actor, entry, mechanismId),
    );
  }
}
