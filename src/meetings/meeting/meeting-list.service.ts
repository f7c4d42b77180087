import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, LessThan, In, LessThanOrEqual, MoreThan, MoreThanOrEqual } from 'typeorm';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { Span } from '../../platform/web/pictures/day-marks.js';
import { scopeOf } from './meeting.access.js';
import type { MeetingsQuery } from './meeting.dto.js';
import { Meeting } from './meeting.entity.js';

const PAGE = 25;

export interface MeetingsPart {
  items: Meeting[];
  nextCursor: string | null;
}

/** A picture shows at most so many. */
const MARKS = 200;

/** Lists meetings, page by page. */
@Injectable()
export class MeetingListService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of the meetings of a mechanism, or (null) of all the mechanisms the actor has a part in: those to come
   * the nearest first, those past the latest first. Whoever has no part in the mechanism sees the public ones.
   * Throws NotFoundError for an unknown mechanism, InvalidError for a cursor that was not made here.
   */
  async list(
    actor: Actor,
    mechanismId: string | null,
    { when = 'upcoming', cursor }: MeetingsQuery,
    most = PAGE,
  ): Promise<MeetingsPart> {
    const zone = mechanismId === null ? actor.zone : (await this.mechanisms.find(mechanismId)).zone;
    const today = dayIn(zone, this.clock.now());
    const upcoming = when === 'upcoming';
    const where: FindOptionsWhere<Meeting> = {
      ...scopeOf(actor, mechanismId),
      lastDay: upcoming ? MoreThanOrEqual(today) : LessThan(today),
    };
    const after = upcoming ? MoreThan : LessThan;
    const position = decodeCursor(cursor ?? null);
    const order = upcoming ? 'ASC' : 'DESC';
    const found = await this.unitOfWork.read.find(Meeting, {
      where: position
        ? [
            { ...where, firstDay: after(position.day) },
            { ...where, firstDay: position.day, id: after(position.id) },
          ]
        : where,
      order: { firstDay: order, id: order },
      take: most + 1,
    });
    const items = found.slice(0, most);
    const last = found.length > most ? items.at(-1)! : null;
    return { items, nextCursor: last && `${last.firstDay}_${last.id}` };
  }

  /** Those of a mechanism that touch the days, as far as the actor may read them; not what was put off. */
  within(actor: Actor, mechanismId: string, { from, until }: Span): Promise<Meeting[]> {
    const where = {
      firstDay: LessThanOrEqual(until),
      lastDay: MoreThanOrEqual(from),
      state: In(['planned', 'held']),
    };
    return this.unitOfWork.read.find(Meeting, {
      where: { ...scopeOf(actor, mechanismId), ...where } as FindOptionsWhere<Meeting>,
      order: { firstDay: 'ASC', id: 'ASC' },
      take: MARKS,
    });
  }
}

function decodeCursor(cursor: string | null): { day: string; id: string } | null {
  if (cursor === null) return null;
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!day || !id) throw InvalidError.field('cursor', 'error.format');
  return { day, id };
}
