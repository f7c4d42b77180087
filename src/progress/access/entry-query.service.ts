import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { itemInPlan } from '../../plans/items/item-in-plan.js';
import { Entry } from '../entries/entry.entity.js';
import type { EntryFilter } from '../entries/entry.dto.js';
import { reporterOf } from '../entries/labels.js';
import type { EntryState } from '../entries/vocabulary.js';
import { EntryQuestions } from '../words/entry-questions.js';
import { momentSeen, onItems, whereOwn, whereSeenBy, whereStateSeen } from './entry-sight.query.js';
import { type ListedEntry, type ListedLine, loadListed } from './load-listed.js';
import { loadSeen } from './load-seen.js';
import { complete, loadWhole } from './load-whole.js';
import { waitingLatest } from './waiting-entries.js';
import { seenBy, type SeenEntry } from './seen-entry.js';

const PAGE = 50;

/** The first of a list, and of how many. */
export interface Counted {
  entries: ListedLine[];
  count: number;
}

/** Reads entries through the actor: out of sight is not found, and not counted. */
@Injectable()
export class EntryQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: EntryQuestions,
  ) {}

  /** Throws NotFoundError when the entry does not exist for this actor. */
  async find(actor: Actor, id: string): Promise<SeenEntry> {
    return found(await this.seen(actor, id));
  }

  /** An entry as it was just changed; what hangs on it already is not read again. Throws as `find` does. */
  async afterChange(actor: Actor, entry: Entry): Promise<SeenEntry> {
    return found(seenBy(actor, await complete(this.unitOfWork.read, entry)));
  }

  /** The same, read once for a request; null when the entry does not exist for this actor. */
  async seen(actor: Actor, id: string): Promise<SeenEntry | null> {
    const [whole] = await this.unitOfWork.remember(`entry:${id}`, () =>
      loadWhole(this.unitOfWork.read, [id]),
    );
    const entry = whole && seenBy(actor, whole);
    return entry ? (await this.questions.named([entry]))[0]! : null;
  }

  /** Of these entries those in sight, in their order. */
  async findAll(actor: Actor, ids: string[]): Promise<SeenEntry[]> {
    return this.questions.named(await loadSeen(this.unitOfWork.read, actor, ids));
  }

  /** Entries in sight, the latest first, by cursor. */
  async list(actor: Actor, filter: EntryFilter): Promise<{ items: SeenEntry[]; nextCursor: string | null }> {
    const shownIn = await this.shownIn(filter);
    const rows = await this.latest(actor, filter, shownIn).getRawMany<{ id: string; moment: string }>();
    const { page, nextCursor } = pageOf(rows);
    return { items: await loadSeen(this.unitOfWork.read, actor, idsOf(page), shownIn), nextCursor };
  }

  /** The same as lines of a list, at most so many: much faster. */
  async listed(
    actor: Actor,
    filter: EntryFilter,
    most = PAGE,
  ): Promise<{ items: ListedLine[]; nextCursor: string | null }> {
    const shownIn = await this.shownIn(filter);
    const query = this.latest(actor, filter, shownIn).limit(most + 1);
    const { page, nextCursor } = pageOf(
      await loadListed(this.unitOfWork.read, actor, query, { shownIn }),
      most,
    );
    return { items: await this.questions.named(page), nextCursor };
  }

  /** What waits for the actor to accept or return it there, the last submitted first. The caller knows that it may. */
  async waiting(actor: Actor, mechanismId: string, most = PAGE): Promise<Counted> {
    const values = { place: mechanismId, account: actor.accountId };
    const latest = { getQuery: () => waitingLatest(most), getParameters: () => values };
    const { read } = this.unitOfWork;
    const found = await loadListed(read, actor, latest, { shownIn: mechanismId, counted: true });
    const entries = found.filter(({ answerable }) => answerable).slice(0, most);
    const count = Math.max(entries.length, found[0]?.total ?? 0);
    return { entries: await this.questions.named(entries), count };
  }

  /** The actor's own that it still works on, of one mechanism or of all: drafts, and then what came back. */
  async unfinished(actor: Actor, within?: string, most = 2 * PAGE): Promise<Counted> {
    const own = whereOwn(this.unitOfWork.read.createQueryBuilder(Entry, 'entry'), actor);
    if (!own) return { entries: [], count: 0 };
    const states: EntryState[] = ['draft', 'returned'];
    own.andWhere('entry.state IN (:...states)', { states });
    if (within) own.andWhere('entry.mechanismId = :within', { within });
    const query = latestFirst(own, actor, most).addSelect('COUNT(*) OVER ()', 'total');
    const found = await loadListed(this.unitOfWork.read, actor, query, { counted: true });
    const entries = states.flatMap((state) => found.filter((entry) => entry.state === state));
    return { entries: await this.questions.named(entries), count: found[0]?.total ?? 0 };
  }

  /**
   * Entries on any of `itemIds` that are not on item `besides` as well, as far as the actor reads them in the mechanism
   * of `besides`. Latest first, at most a page. The items are of plans of that mechanism.
   */
  async onAny(actor: Actor, itemIds: string[], besides: string): Promise<ListedEntry[]> {
    const shownIn = itemIds.length > 0 ? await this.mechanismOf(besides) : null;
    if (shownIn === null) return [];
    const query = this.unitOfWork.read.createQueryBuilder(Entry, 'entry').setParameters({ shownIn, besides });
    whereAnywhereOn(query, itemIds);
    const about = (number: string) =>
      `${onItems('IN (:...itemIds)')(number)} AND NOT ${onItems('= :besides')(number)}`;
    whereSeenBy(query, actor, { shownIn: ':shownIn', about });
    return loadListed(this.unitOfWork.read, actor, latestFirst(query, actor, PAGE), { shownIn });
  }

  /** Those of some entries that the actor sees; the rest do not exist for this actor. `shownIn` as in a list. */
  async among(actor: Actor, ids: string[], shownIn?: string): Promise<SeenEntry[]> {
    return this.questions.named(await loadSeen(this.unitOfWork.read, actor, ids, shownIn));
  }

  /** The same as lines of a list: much faster. */
  linesAmong(actor: Actor, ids: readonly string[], shownIn: string): Promise<ListedLine[]> {
    return inSlices(ids, (some) => {
      const query = this.unitOfWork.read
        .createQueryBuilder(Entry, 'entry')
        .select('entry.id', 'id')
        .addSelect(momentSeen(actor), 'moment')
        .where('entry.id IN (:...some)', { some })
        .setParameters({ shownIn });
      whereSeenBy(query, actor, { shownIn: ':shownIn' });
      return loadListed(this.unitOfWork.read, actor, query, { shownIn });
    });
  }

  /** Entries in sight in a mechanism, submitted at least once, that name something that holds States back. */
  async namingChallenges(actor: Actor, mechanismId: string): Promise<SeenEntry[]> {
    const query = this.unitOfWork.read
      .createQueryBuilder(Entry, 'entry')
      .setParameters({ shownIn: mechanismId, naming: '%"challengeCodes":["%' })
      .where('entry.submittedVersion > 0')
      // Cuts down what is read; whether the version in sight names one is asked below.
      .andWhere(
        `EXISTS (SELECT 1 FROM "entry_version" "v" WHERE "v"."entryId" = entry.id AND "v"."content" LIKE :naming)`,
      );
    const rows = await whereSeenBy(query, actor, { shownIn: ':shownIn' })
      .select('entry.id', 'id')
      .getRawMany<{ id: string }>();
    const naming = await inSlices(idsOf(rows), (some) =>
      loadSeen(this.unitOfWork.read, actor, some, mechanismId),
    );
    return naming.filter(({ content }) => content.challengeCodes.length > 0);
  }

  /** How many entries on these items, of plans of one mechanism, the actor can see there. */
  async countOn(actor: Actor, itemIds: string[]): Promise<number> {
    const shownIn = itemIds[0] ? await this.mechanismOf(itemIds[0]) : null;
    if (shownIn === null) return 0;
    const query = this.unitOfWork.read.createQueryBuilder(Entry, 'entry').setParameters({ shownIn });
    whereAnywhereOn(query, itemIds);
    return whereSeenBy(query, actor, {
      shownIn: ':shownIn',
      about: onItems('IN (:...itemIds)'),
    }).getCount();
  }

  private filtered(actor: Actor, filter: EntryFilter, shownIn?: string): SelectQueryBuilder<Entry> {
    const query = this.unitOfWork.read.createQueryBuilder(Entry, 'entry');
    const at = shownIn === undefined ? undefined : ':shownIn';
    if (shownIn !== undefined) query.setParameter('shownIn', shownIn);
    if (filter.item) whereAnywhereOn(query, [filter.item]);
    whereSeenBy(query, actor, { shownIn: at, about: aboutOf(filter) });
    if (filter.plan) query.setParameter('plan', filter.plan);
    if (filter.reporter) query.andWhere(FROM, fromOf(filter.reporter));
    // Of an item in another mechanism's plan there is nothing in this one's list.
    if (filter.item && filter.mechanism && filter.mechanism !== shownIn) query.andWhere('1 = 0');
    if (filter.state) whereStateSeen(query, actor, filter.state, at);
    // Moments are text that begins with their day.
    if (filter.since) query.andWhere(`(${momentSeen(actor)}) >= :since`, { since: filter.since });
    return query;
  }

  private latest(actor: Actor, filter: EntryFilter, shownIn?: string): SelectQueryBuilder<Entry> {
    const query = latestFirst(this.filtered(actor, filter, shownIn), actor, PAGE + 1);
    const [at, id] = (filter.cursor ?? '').split('_');
    if (!at || !id) return query;
    const moment = momentSeen(actor);
    return query.andWhere(`((${moment}) < :at OR ((${moment}) = :at AND entry.id < :before))`, {
      at,
      before: id,
    });
  }

  private async shownIn({ item, mechanism }: EntryFilter): Promise<string | undefined> {
    return (item ? await this.mechanismOf(item) : mechanism) ?? undefined;
  }

  /** Null when there is no such item: then nothing is on it. */
  private async mechanismOf(itemId: string): Promise<string | null> {
    return (await itemInPlan(this.unitOfWork, itemId))?.plan.mechanismId ?? null;
  }
}

/** With any of these items in any text: what cuts down the rows that `onItems` looks at one by one. */
const whereAnywhereOn = (query: SelectQueryBuilder<Entry>, itemIds: readonly string[]) =>
  query.andWhere(
    'entry.id IN (SELECT "any"."entryId" FROM "entry_item" "any" WHERE "any"."itemId" IN (:...itemIds))',
    { itemIds },
  );

/**
 * A plan's items are those of the text that is read, as one item is; and read through the plan's own mechanism, or the
 * list would say what an entry was linked to.
 */
function aboutOf({ item, plan }: EntryFilter): ReturnType<typeof onItems> | undefined {
  if (item) return onItems('IN (:...itemIds)');
  return plan ? onItems(`IN (${ITEMS_OF_PLAN})`) : undefined;
}

/** On one line: TypeORM finds the names of properties only before a space. */
const ITEMS_OF_PLAN = [
  'SELECT "of"."id" FROM "plan_item" "of" JOIN "plan" "whole" ON "whole"."id" = "of"."planId"',
  'WHERE "of"."planId" = :plan AND "whole"."mechanismId" = "seen"."mechanismId"',
].join(' ');

const FROM = 'entry.reporterKind = :fromKind AND entry.reporter = :from';
function fromOf(voice: string) {
  const { reporterKind: fromKind, reporter: from } = reporterOf(voice);
  return { fromKind, from };
}

/** Ids of entries, by the moment they came to the actor. */
const latestFirst = (query: SelectQueryBuilder<Entry>, actor: Actor, most: number) =>
  query
    .select('entry.id', 'id')
    .addSelect(momentSeen(actor), 'moment')
    .orderBy('moment', 'DESC')
    .addOrderBy('entry.id', 'DESC')
    .limit(most);

function found(seen: SeenEntry | null): SeenEntry {
  if (!seen) throw new NotFoundError('entry');
  return seen;
}

/** Of one more than a page holds, if there are so many. */
function pageOf<T extends { id: string; moment: string }>(rows: readonly T[], most = PAGE) {
  const page = rows.slice(0, most);
  const last = rows.length > most ? page.at(-1)! : null;
  return { page, nextCursor: last && `${last.moment}_${last.id}` };
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
