import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ItemObjective } from '../plans/plan/plan.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { EntryQueryService } from '../progress/access/entry-query.service.js';
import { type SeenEntry } from '../progress/access/seen-entry.js';

/** The entry that a practice or a request begins with: one's own, so that nobody else's words are copied. */
@Injectable()
export class SourceEntryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryQueryService,
  ) {}

  /** Throws NotFoundError, ForbiddenError when it is another's, ConflictError when it is not accepted yet. */
  async find(actor: Actor, mechanismId: string, entryId: string): Promise<SeenEntry> {
    const entry = await this.findOwn(actor, mechanismId, entryId);
    if (entry.state !== 'accepted') throw new ConflictError('error.practiceEntry');
    return entry;
  }

  /** The same, in whatever state. */
  async findOwn(actor: Actor, mechanismId: string, entryId: string): Promise<SeenEntry> {
    const entry = await this.entries.find(actor, entryId);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    if (entry.mechanismId !== mechanismId) throw new NotFoundError('entry');
    return entry;
  }

  /** Objectives an entry speaks about: its own, and those its items are mapped to. */
  async objectives({ objectives, items }: SeenEntry): Promise<number[]> {
    const itemId = In(items.map(({ id }) => id));
    const mapped = await this.unitOfWork.read.findBy(ItemObjective, { itemId });
    const all = [...(objectives ?? []), ...mapped.map(({ objective }) => objective)];
    return [...new Set(all)].sort((a, b) => a - b);
  }
}

/** What the form of a practice holds when it begins with an entry's words. */
export function practiceDraftFrom(entry: SeenEntry, objectives: readonly number[], language: string) {
  const { content, periodStart, periodEnd, items } = entry;
  const written = content.language ?? language;
  return {
    title: items[0]?.title.texts[written] ?? '',
    language: written,
    content: {
      description: content.narrative,
      results: content.results,
      lessons: content.challenges,
      objectives: objectives.map(String),
      periodStart,
      periodEnd,
    },
  };
}
