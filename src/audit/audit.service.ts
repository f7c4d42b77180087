import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, LessThan, MoreThan } from 'typeorm';
import { can, demand, mechanismsWhere } from '../accounts/roles.js';
import { AuditEvent } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { HistorySubjects, type Subjects } from './history-subjects.js';
import { encodeCursor, decodeCursor } from './cursor.js';

const PAGE = 50;
const NEWEST_FIRST = { at: 'DESC', id: 'DESC' } as const;

export interface HistoryPage {
  items: AuditEvent[];
  /** What they are about, by id, as far as it has a name and the reader sees it. */
  subjects: Subjects;
  nextCursor: string | null;
}

/** Reads what History wrote. */
@Injectable()
export class AuditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: HistorySubjects,
  ) {}

  /**
   * What was done to one thing, newest first, as far as the actor may read the history of the places it was
   * done in. Throws NotFoundError when the actor may read none.
   */
  async eventsOf(actor: Actor, subjectKind: string, subjectId: string): Promise<AuditEvent[]> {
    const scopes = mechanismsWhere(actor, 'history.read');
    const where: FindOptionsWhere<AuditEvent>[] = [];
    if (scopes.length > 0) where.push({ subjectKind, subjectId, scope: In(scopes) });
    if (readsInstallation(actor)) where.push({ subjectKind, subjectId, scope: IsNull() });
    if (where.length === 0) throw new NotFoundError('history');
    return this.unitOfWork.read.find(AuditEvent, { where, order: NEWEST_FIRST });
  }

  /** The last of what was done in a mechanism since a moment, at most so many, newest first. Throws as `in` does. */
  async since(actor: Actor, mechanismId: string, moment: Date, most: number): Promise<AuditEvent[]> {
    demand(actor, 'history.read', mechanismId, 'history');
    return this.unitOfWork.read.find(AuditEvent, {
      where: { scope: mechanismId, at: MoreThan(moment) },
      order: NEWEST_FIRST,
      take: most,
    });
  }

  /** What was done in a mechanism, or (null) to the installation itself; newest first, a page at a time. */
  async in(actor: Actor, mechanismId: string | null, cursor: string | null = null): Promise<HistoryPage> {
    if (mechanismId !== null) demand(actor, 'history.read', mechanismId, 'history');
    else if (!readsInstallation(actor)) throw new NotFoundError('history');
    const scope = mechanismId ?? IsNull();
    const last = decodeCursor(cursor);
    const found = await this.unitOfWork.read.find(AuditEvent, {
      where: last
        ? [
            { scope, at: LessThan(last.at) },
            { scope, at: last.at, id: LessThan(last.id) },
          ]
        : { scope },
      order: NEWEST_FIRST,
      take: PAGE + 1,
    });
    const items = found.slice(0, PAGE);
    const subjects: Subjects =
      mechanismId === null ? new Map() : await this.subjects.of(actor, mechanismId, items);
    return { items, subjects, nextCursor: found.length > PAGE ? encodeCursor(items.at(-1)!) : null };
  }
}

const readsInstallation = (actor: Actor) => can(actor, 'installation.manage', null);
