import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Hidden } from '../../platform/search/search-index.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { inSlices } from '../../platform/database/in-slices.js';
import type { WholeEntry } from '../access/text-parts.js';
import { hiddenIn } from '../access/entry-layers.js';
import { type Entry, EntryItem } from '../entries/entry.entity.js';
import { EntrySearch } from '../entries/entry.search.js';
import { ReportedDays } from './reported-days.entity.js';
import { type DayRange, daysAdded, mergeRanges, reportedDays } from './reported-days.js';
import { type Derived, replaceRows } from './derived-rows.js';
import { factsAbout } from './entry-facts.js';
import { ReportedStatus } from './reported-status.entity.js';
import { reportedStatuses } from './reported-statuses.js';

export interface Refresh {
  hides?: Hidden;
  formerItems?: readonly string[];
}

type Row = Omit<ReportedDays, 'item'>;
type StatusRow = Omit<ReportedStatus, 'item'>;

const DAYS: Derived<Row> = {
  entity: ReportedDays,
  columns: ['planId', 'audience', 'itemId', 'untilDay', 'fromDay'],
};
const STATUSES: Derived<StatusRow> = {
  entity: ReportedStatus,
  columns: ['planId', 'audience', 'itemId', 'voice', 'status', 'acceptedAt', 'entryId'],
};

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
   * and no other entry about its items is read. Nothing of it is accepted yet.
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
      await replaceRows(manager, DAYS, former, due);
    });
  }

  /** Counts anew what was reported about these items, and how they stand by it. */
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
      const facts = await factsAbout(manager, ids, this.unitOfWork.sqlite);
      const days = await inSlices(ids, (some) => manager.findBy(ReportedDays, { itemId: In(some) }));
      const dueDays = items.flatMap((item) =>
        [...reportedDays(item.plan.mechanismId, facts.get(item.id) ?? [])].flatMap(([audience, spans]) =>
          rowsOf(item, audience, spans),
        ),
      );
      await replaceRows(manager, DAYS, days, dueDays);
      const said = await inSlices(ids, (some) => manager.findBy(ReportedStatus, { itemId: In(some) }));
      const dueSaid = items.flatMap(({ id: itemId, planId, plan }) =>
        reportedStatuses(plan.mechanismId, facts.get(itemId) ?? []).map((one) => ({
          planId,
          itemId,
          ...one,
        })),
      );
      await replaceRows(manager, STATUSES, said, dueSaid);
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
