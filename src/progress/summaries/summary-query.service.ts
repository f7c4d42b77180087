import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { mechanismsWhere } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { decidesIn, isOwn } from '../access/entry-sight.js';
import { EntryVersion } from '../entries/entry.entity.js';
import { load } from '../access/load-entry.js';
import { knowsOf } from './summary.access.js';
import { EntrySummary } from './summary.entity.js';

/** Reads summaries through the actor. */
@Injectable()
export class SummaryQueryService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The wordings an actor knows of, the latest first: the reporter's people, of every mechanism; a secretariat, those for
   * its own documents, but for those of a version that was withdrawn. Empty for anybody else who sees the entry. Throws NotFoundError when they do not.
   */
  async list(actor: Actor, entryId: string): Promise<EntrySummary[]> {
    const entry = await load(this.unitOfWork.read, actor, entryId);
    const all = await this.unitOfWork.read.find(EntrySummary, {
      where: { entryId },
      order: { suggestedAt: 'DESC', id: 'DESC' },
    });
    const gone = await this.unitOfWork.read.findBy(EntryVersion, { entryId, withdrawnAt: Not(IsNull()) });
    const closed = new Set(isOwn(actor, entry) ? [] : gone.map(({ number }) => number));
    return all.filter(({ mechanismId, number }) => !closed.has(number) && knowsOf(actor, entry, mechanismId));
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
