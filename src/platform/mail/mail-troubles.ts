import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { Clock } from '../clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutgoingMessage } from './message.entity.js';
import type { Trouble, TroubleFilter } from './troubles.js';

/** How long a mail may take before somebody should look. */
const LONG_MS = 15 * 60_000;
const PAGE = 50;

/** Mails that did not arrive. Who may know of them is for the features to say. */
@Injectable()
export class MailTroubles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Newest first, in pages; `cursor` is the last page's `nextCursor`. */
  async list(filter: TroubleFilter, cursor: string | null) {
    const rows = await this.unitOfWork.read.find(OutgoingMessage, {
      // Ids are made in the order of time.
      where: this.where(filter).map((where) => ({ ...where, ...(cursor && { id: LessThan(cursor) }) })),
      order: { id: 'DESC' },
      take: PAGE + 1,
    });
    const items = rows.slice(0, PAGE);
    return { items, nextCursor: rows.length > PAGE ? items.at(-1)!.id : null };
  }

  /** How many there are of each kind, in the order of their ids. */
  async kinds(state: Trouble): Promise<{ kind: string; count: number }[]> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(OutgoingMessage, 'message')
      .select('message.kind', 'kind')
      .addSelect('COUNT(*)', 'count')
      .where(this.where({ state, kind: null }))
      .groupBy('message.kind')
      .orderBy('message.kind')
      .getRawMany<{ kind: string; count: number | string }>();
    return rows.map(({ kind, count }) => ({ kind, count: Number(count) }));
  }

  async ids(filter: TroubleFilter): Promise<string[]> {
    const rows = await this.unitOfWork.read.find(OutgoingMessage, {
      select: { id: true },
      where: this.where(filter),
      order: { id: 'ASC' },
    });
    return rows.map(({ id }) => id);
  }

  /** What failed, or failed once and is tried again, of some mails: by their ids, or by what they are about. */
  about(mails: { ids: string[] } | { kinds: string[]; subjectIds: string[] }): Promise<OutgoingMessage[]> {
    const which =
      'ids' in mails ? { id: In(mails.ids) } : { kind: In(mails.kinds), subjectId: In(mails.subjectIds) };
    return this.unitOfWork.read.find(OutgoingMessage, {
      where: [
        { ...which, state: 'failed' },
        { ...which, state: In(['pending', 'sending']), error: Not(IsNull()) },
      ],
      order: { id: 'ASC' },
    });
  }

  private where({ state, kind }: TroubleFilter): FindOptionsWhere<OutgoingMessage>[] {
    const ofKind = kind === null ? {} : { kind };
    if (state === 'failed') return [{ ...ofKind, state }];
    if (state === 'dropped') return [{ ...ofKind, state: 'skipped', reason: Not(IsNull()) }];
    const long = LessThanOrEqual(new Date(this.clock.now().getTime() - LONG_MS));
    return [{ ...ofKind, state: In(['pending', 'sending']), createdAt: long }];
  }
}
