import { Injectable } from '@nestjs/common';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { whereOwn } from '../access/entry-sight.query.js';
import { loadSeen } from '../access/load-seen.js';
import { Entry } from '../entries/entry.entity.js';
import { DocumentUses } from '../release/document-uses.js';
import { type DeskRow, filtered, peopleOf } from './desk-rows.js';
import type { DeskFilter } from './desk.dto.js';
import { WaitingSteps } from '../../gate/waiting-steps.js';

/** More than one delegation writes in many years; the latest are read. */
const MOST = 1000;

/** What the list offers to choose from, of all one's own texts. */
export interface Desk {
  rows: DeskRow[];
  all: DeskRow[];
}

/** All texts of those an actor speaks for, over all mechanisms. Page, API and files are made of this one list. */
@Injectable()
export class DeskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: DocumentUses,
    private readonly steps: WaitingSteps,
  ) {}

  /** The latest first. Only the actor's own: where it speaks for the reporter today. */
  async list(actor: Actor, filter: DeskFilter): Promise<Desk> {
    const all = await this.own(actor);
    return { rows: filtered(all, filter), all };
  }

  private async own(actor: Actor): Promise<DeskRow[]> {
    const { read } = this.unitOfWork;
    const query = whereOwn(read.createQueryBuilder(Entry, 'entry'), actor);
    if (!query) return [];
    const found = await query
      .select('entry.id', 'id')
      .orderBy('entry.changedAt', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(MOST)
      .getRawMany<{ id: string }>();
    const ids = found.map(({ id }) => id);
    const seen = await inSlices(ids, (some) => loadSeen(read, actor, some));
    // Asked once more: what hangs on it is told to its own people alone.
    const own = seen.filter(({ sight }) => sight === 'own');
    const ownIds = own.map(({ id }) => id);
    const [documents, steps] = await Promise.all([
      this.documents.findAll(actor, ownIds),
      this.steps.of(actor, ownIds),
    ]);
    return own.map((entry) => ({
      entry,
      steps: steps.filter(({ entryId }) => entryId === entry.id),
      documents: documents.get(entry.id) ?? [],
      people: peopleOf(entry),
    }));
  }
}
