import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { Entry, EntryVersion, Evidence } from '../entries/entry.entity.js';
import type { EntryFilter } from '../entries/entry.dto.js';
import { momentSeen, whereSeenBy, whereStateSeen } from './entry-sight.query.js';
import { seenBy, type SeenEntry } from './seen-entry.js';

export type { SeenEntry } from './seen-entry.js';

const PAGE = 50;
/** So many ids stand in one query. */
const MOST_IDS = 500;

/** Reads entries through the actor: out of sight is not found, and not counted. */
@Injectable()
export class EntryQueryService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws NotFoundError when the entry does not exist for this actor. */
  async find(actor: Actor, id: string): Promise<SeenEntry> {
    const query = this.unitOfWork.read.createQueryBuilder(Entry, 'entry').where('entry.id = :id', { id });
    const exists = await whereSeenBy(query, actor).select('entry.id', 'id').getRawOne<{ id: string }>();
    const [seen] = exists ? await this.load(actor, [id]) : [];
    if (!seen) throw new NotFoundError('entry');
    return seen;
  }

  /** Of these entries those in sight, in their order. */
  findAll(actor: Actor, ids: string[]): Promise<SeenEntry[]> {
    return this.load(actor, ids);
  }

  /** Entries in sight, the latest first, by cursor. */
  async list(actor: Actor, filter: EntryFilter): Promise<{ items: SeenEntry[]; nextCursor: string | null }> {
    const place = filter.item ? await this.mechanismOf(filter.item) : filter.mechanism;
    const query = this.filtered(actor, filter, place ?? undefined)
      .select('entry.id', 'id')
      .addSelect(momentSeen(actor), 'moment')
      .orderBy('moment', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(PAGE + 1);
    const [at, id] = (filter.cursor ?? '').split('_');
    if (at && id) {
      const moment = momentSeen(actor);
      query.andWhere(`((${moment}) < :at OR ((${moment}) = :at AND entry.id < :before))`, { at, before: id });
    }
    const rows = await query.getRawMany<{ id: string; moment: string }>();
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1)! : null;
    return {
      items: await this.load(
        actor,
        page.map((row) => row.id),
        place ?? undefined,
      ),
      nextCursor: last && `${last.moment}_${last.id}`,
    };
  }

  /**
   * Entries in sight where item `besides` is, on any of the items and not on that one, the latest first; at most a page
   * of them. The items are of plans of the same mechanism.
   */
  async onAny(actor: Actor, itemIds: string[], besides: string): Promise<SeenEntry[]> {
    const place = itemIds.length > 0 ? await this.mechanismOf(besides) : null;
    if (place === null) return [];
    const on = (condition: string) =>
      `(SELECT "on"."entryId" FROM "entry_item" "on" WHERE "on"."itemId" ${condition})`;
    const query = this.unitOfWork.read.createQueryBuilder(Entry, 'entry').setParameters({ place });
    const rows = await whereSeenBy(query, actor, ':place')
      .andWhere(`entry.id IN ${on('IN (:...itemIds)')}`, { itemIds })
      .andWhere(`entry.id NOT IN ${on('= :besides')}`, { besides })
      .select('entry.id', 'id')
      .addSelect(momentSeen(actor), 'moment')
      .orderBy('moment', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(PAGE)
      .getRawMany<{ id: string }>();
    return this.load(
      actor,
      rows.map(({ id }) => id),
      place,
    );
  }

  /** Those of some entries that the actor sees; the rest do not exist for this actor. `place` as in a list. */
  among(actor: Actor, ids: string[], place?: string): Promise<SeenEntry[]> {
    return this.load(actor, ids, place);
  }

  /** Entries in sight in a mechanism, submitted at least once, that name something that holds States back. */
  async namingChallenges(actor: Actor, mechanismId: string): Promise<SeenEntry[]> {
    const query = this.unitOfWork.read
      .createQueryBuilder(Entry, 'entry')
      .setParameters({ place: mechanismId, naming: '%"challengeCodes":["%' })
      .where('entry.submittedVersion > 0')
      // Cuts down what is read; whether the version in sight names one is asked below.
      .andWhere(
        `EXISTS (SELECT 1 FROM "entry_version" "v" WHERE "v"."entryId" = entry.id AND "v"."content" LIKE :naming)`,
      );
    const rows = await whereSeenBy(query, actor, ':place')
      .select('entry.id', 'id')
      .getRawMany<{ id: string }>();
    const naming: SeenEntry[] = [];
    for (let from = 0; from < rows.length; from += MOST_IDS) {
      const ids = rows.slice(from, from + MOST_IDS).map(({ id }) => id);
      naming.push(...(await this.load(actor, ids, mechanismId)));
    }
    return naming.filter(({ content }) => content.challengeCodes.length > 0);
  }

  /** How many entries on these items the actor can see there. */
  countOn(actor: Actor, itemIds: string[]): Promise<number> {
    if (itemIds.length === 0) return Promise.resolve(0);
    const query = this.unitOfWork.read
      .createQueryBuilder(Entry, 'entry')
      .innerJoin('entry.items', 'link')
      .innerJoin('link.item', 'item')
      .innerJoin('item.plan', 'plan')
      .where('link.itemId IN (:...itemIds)', { itemIds });
    return whereSeenBy(query, actor, 'plan.mechanismId').getCount();
  }

  private filtered(actor: Actor, filter: EntryFilter, place?: string): SelectQueryBuilder<Entry> {
    const query = this.unitOfWork.read.createQueryBuilder(Entry, 'entry');
    const at = place === undefined ? undefined : ':place';
    if (place !== undefined) query.setParameter('place', place);
    whereSeenBy(query, actor, at);
    // Of an item in another mechanism's plan there is nothing in this one's list.
    if (filter.item && filter.mechanism && filter.mechanism !== place) query.andWhere('1 = 0');
    if (filter.state) whereStateSeen(query, actor, filter.state, at);
    if (filter.item) {
      query.andWhere(
        'entry.id IN (SELECT "on"."entryId" FROM "entry_item" "on" WHERE "on"."itemId" = :item)',
        { item: filter.item },
      );
    }
    return query;
  }

  /** Null when there is no such item: then nothing is on it. */
  private async mechanismOf(itemId: string): Promise<string | null> {
    const where = { id: itemId };
    const item = await this.unitOfWork.read.findOne(PlanItem, { where, relations: { plan: true } });
    return item?.plan.mechanismId ?? null;
  }

  /** Those of these ids that the actor sees, in their order. */
  private async load(actor: Actor, ids: string[], place?: string): Promise<SeenEntry[]> {
    if (ids.length === 0) return [];
    const { read } = this.unitOfWork;
    const entries = await read.find(Entry, {
      where: { id: In(ids) },
      relations: { items: { item: { plan: true } }, disclosures: true },
    });
    const versions = await read.find(EntryVersion, {
      where: { entryId: In(ids) },
      order: { number: 'DESC' },
    });
    const evidence = await read.find(Evidence, { where: { entryId: In(ids) }, order: { addedAt: 'ASC' } });
    return ids.flatMap((id) => {
      const entry = entries.find((one) => one.id === id);
      if (!entry) return [];
      const of = <T extends { entryId: string }>(rows: T[]) => rows.filter((row) => row.entryId === id);
      return seenBy(actor, { entry, versions: of(versions), evidence: of(evidence) }, place) ?? [];
    });
  }
}
