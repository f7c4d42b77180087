import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Hidden } from '../../platform/search/search-index.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { inSlices, insertAll, slicesOf } from '../../platform/database/in-slices.js';
import type { WholeEntry } from '../access/text-parts.js';
import { hiddenIn } from '../access/entry-layers.js';
import { Entry, EntryItem, EntryVersion } from '../entries/entry.entity.js';
import { EntrySearch } from '../entries/entry.search.js';
import { ReportedDays } from './reported-days.entity.js';
import { type DayRange, daysAdded, mergeRanges, type ReportedEntry, reportedDays } from './reported-days.js';

export interface Refresh {
  hides?: Hidden;
  formerItems?: readonly string[];
}

type Row = Omit<ReportedDays, 'item'>;

/** Each is named by its five columns, and SQLite takes a bounded number of parameters and of terms in one statement. */
const ROWS_AT_ONCE = 100;

/**
 * Keeps what is derived from entries. Whoever changes an entry, its versions, the items it is about or its disclosures
 * calls `refresh` in the same transaction; nothing else writes these rows.
 */
@Injectable()
export class EntryIndex {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly search: EntrySearch,
  ) {}

  /**
   * Brings what is derived from an entry in line with it. `hides`: what of it is not found until it is indexed again, of
   * `hiddenIn`; all where it is not said. `formerItems`: ids of items that a version was about until now.
   */
  async refresh(entry: Entry, { hides, formerItems = [] }: Refresh = {}): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      this.search.changed(entry.id, hides);
      // Never submitted: nobody sees anything reported, and somebody is typing.
      if (entry.submittedVersion === 0) return;
      // Of all versions: what the last one no longer is about was counted until now.
      const rows = await manager.find(EntryItem, { where: { entryId: entry.id }, select: { itemId: true } });
      await this.refreshItems([...formerItems, ...rows.map(({ itemId }) => itemId)]);
    });
  }

  /**
   * The same for an entry of which nobody saw anything reported until now: its days are added to those that are there,
   * and no other entry about its items is read.
   */
  async opened(held: WholeEntry): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      this.search.changed(held.entry.id, hiddenIn.submitted);
      const added = daysAdded(held);
      const ids = [...added.keys()].map(({ id }) => id).sort();
      await this.lock(manager, ids);
      const there = await manager.findBy(ReportedDays, { itemId: In(ids) });
      const due = [...added].flatMap(([item, days]) =>
        [...days].flatMap(([audience, more]) => {
          const known = there.filter((row) => row.itemId === item.id && row.audience === audience);
          return rowsOf(item, audience, mergeRanges([...known, ...more]));
        }),
      );
      const audiences = new Set(due.map(groupOf));
      const former = there.filter((row) => audiences.has(groupOf(row)));
      await replaceRows(manager, former, due);
    });
  }

  /** Counts anew what was reported about these items. */
  async refreshItems(itemIds: readonly string[]): Promise<void> {
    const ids = [...new Set(itemIds)].sort();
    await this.unitOfWork.run(async (manager) => {
      await this.lock(manager, ids);
      const items = await inSlices(ids, (some) =>
        manager.find(PlanItem, {
          where: { id: In(some) },
          relations: { plan: true },
          select: { id: true, planId: true, plan: { id: true, mechanismId: true } },
        }),
      );
      const facts = await factsAbout(manager, ids);
      const there = await inSlices(ids, (some) => manager.findBy(ReportedDays, { itemId: In(some) }));
      const due = items.flatMap((item) =>
        [...reportedDays(item.plan.mechanismId, facts.get(item.id) ?? [])].flatMap(([audience, spans]) =>
          rowsOf(item, audience, spans),
        ),
      );
      await replaceRows(manager, there, due);
    });
  }

  /** On PostgreSQL, two who change entries about the same item do it one after the other: each must see the other's. */
  private async lock(manager: EntityManager, sortedIds: string[]): Promise<void> {
    if (this.unitOfWork.sqlite || sortedIds.length === 0) return;
    await manager.query(
      'SELECT pg_advisory_xact_lock(hashtext("id")) FROM unnest($1::text[]) AS "these"("id")',
      [sortedIds],
    );
  }
}

const rowsOf = (
  { id: itemId, planId }: Pick<PlanItem, 'id' | 'planId'>,
  audience: string,
  spans: readonly DayRange[],
): Row[] => spans.map(({ fromDay, untilDay }) => ({ planId, audience, itemId, untilDay, fromDay }));

const groupOf = ({ itemId, audience }: Row) => [itemId, audience].join('\n');
const columnsOf = ({ planId, audience, itemId, untilDay, fromDay }: Row): Row => {
  return { planId, audience, itemId, untilDay, fromDay };
};
const keyOf = ({ itemId, audience, fromDay, untilDay }: Row) =>
  [itemId, audience, fromDay, untilDay].join('\n');

/** Puts rows in the place of others; those that are in both stay. */
async function replaceRows(
  manager: EntityManager,
  former: readonly Row[],
  due: readonly Row[],
): Promise<void> {
  const there = new Set(former.map(keyOf));
  const wanted = new Set(due.map(keyOf));
  const gone = former.filter((row) => !wanted.has(keyOf(row)));
  for (const some of slicesOf(gone, ROWS_AT_ONCE)) await manager.delete(ReportedDays, some.map(columnsOf));
  await insertAll(
    manager,
    ReportedDays,
    due.filter((row) => !there.has(keyOf(row))),
  );
}

/** By item, the entries about it that were submitted. Their words are not read. */
async function factsAbout(manager: EntityManager, itemIds: string[]): Promise<Map<string, ReportedEntry[]>> {
  const rows = await inSlices(itemIds, (ids) => manager.findBy(EntryItem, { itemId: In(ids) }));
  const entryIds = [...new Set(rows.map(({ entryId }) => entryId))];
  const facts = await inSlices(entryIds, async (ids) => {
    const entries = await manager.find(Entry, {
      where: { id: In(ids), submittedVersion: MoreThan(0), state: Not('withdrawn') },
      relations: { disclosures: true },
      select: SEEN_BY,
    });
    const entryId = In(entries.map(({ id }) => id));
    const versions = await manager.find(EntryVersion, { where: { entryId }, select: PERIOD });
    return entries.map((entry) => ({
      entry,
      versions: versions.filter((one) => one.entryId === entry.id),
      disclosures: entry.disclosures,
    }));
  });
  const byEntry = new Map(facts.map((one) => [one.entry.id, one]));
  const numbers = new Map<string, Map<string, Set<number>>>(itemIds.map((id) => [id, new Map()]));
  for (const { itemId, entryId, number } of rows) {
    const about = numbers.get(itemId)!;
    about.set(entryId, (about.get(entryId) ?? new Set()).add(number));
  }
  return new Map(
    [...numbers].map(([itemId, about]) => [
      itemId,
      [...about].flatMap(([entryId, those]) => {
        const one = byEntry.get(entryId);
        // Who reads a version that is not about the item sees nothing reported on it.
        return one ? [{ ...one, versions: one.versions.filter(({ number }) => those.has(number)) }] : [];
      }),
    ]),
  );
}

const SEEN_BY = {
  id: true,
  mechanismId: true,
  reporterKind: true,
  reporter: true,
  state: true,
  submittedVersion: true,
  disclosures: { entryId: true, mechanismId: true, visibility: true, acceptedVersion: true },
} as const;
const PERIOD = { entryId: true, number: true, periodStart: true, periodEnd: true } as const;
