import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Hidden } from '../../platform/search/search-index.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { inSlices } from '../../platform/database/in-slices.js';
import { Disclosure, Entry, EntryItem, EntryVersion } from '../entries/entry.entity.js';
import { EntrySearch } from '../entries/entry.search.js';
import { ReportedDays } from './reported-days.entity.js';
import { type ReportedEntry, reportedDays } from './reported-days.js';

export interface Refresh {
  hides?: Hidden;
  formerItems?: readonly string[];
}

type Row = Omit<ReportedDays, 'item'>;

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
  async refresh(entryId: string, { hides, formerItems = [] }: Refresh = {}): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      this.search.changed(entryId, hides);
      const entry = await manager.findOneByOrFail(Entry, { id: entryId });
      // Never submitted: nobody sees anything reported, and somebody is typing.
      if (entry.submittedVersion === 0) return;
      // Of all versions: what the last one no longer is about was counted until now.
      const rows = await manager.findBy(EntryItem, { entryId });
      await this.refreshItems([...formerItems, ...rows.map(({ itemId }) => itemId)]);
    });
  }

  /** Counts anew what was reported about these items. */
  async refreshItems(itemIds: readonly string[]): Promise<void> {
    const ids = [...new Set(itemIds)].sort();
    await this.unitOfWork.run(async (manager) => {
      await this.lock(manager, ids);
      const items = await manager.find(PlanItem, {
        where: { id: In(ids) },
        relations: { plan: true },
        select: { id: true, planId: true, plan: { id: true, mechanismId: true } },
      });
      const facts = await factsAbout(manager, ids);
      for (const { id: itemId, planId, plan } of items) {
        const due = [...reportedDays(plan.mechanismId, facts.get(itemId) ?? [])].flatMap(
          ([audience, spans]) => spans.map((span): Row => ({ planId, audience, itemId, ...span })),
        );
        const there = await manager.findBy(ReportedDays, { itemId });
        const keys = new Set(there.map(keyOf));
        if (due.length === keys.size && due.every((row) => keys.has(keyOf(row)))) continue;
        await manager.delete(ReportedDays, { itemId });
        await manager.insert(ReportedDays, due);
      }
    });
  }

  /** On PostgreSQL, two who change entries about the same item do it one after the other: each must see the other's. */
  private async lock(manager: EntityManager, sortedIds: string[]): Promise<void> {
    if (this.unitOfWork.sqlite) return;
    for (const id of sortedIds) await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [id]);
  }
}

const keyOf = ({ audience, fromDay, untilDay }: Row) => [audience, fromDay, untilDay].join('\n');

/** By item, the entries about it that were submitted. Their words are not read. */
async function factsAbout(manager: EntityManager, itemIds: string[]): Promise<Map<string, ReportedEntry[]>> {
  const rows = await inSlices(itemIds, (ids) => manager.findBy(EntryItem, { itemId: In(ids) }));
  const entryIds = [...new Set(rows.map(({ entryId }) => entryId))];
  const facts = await inSlices(entryIds, async (ids) => {
    const entries = await manager.find(Entry, {
      where: { id: In(ids), submittedVersion: MoreThan(0), state: Not('withdrawn') },
      select: SEEN_BY,
    });
    const entryId = In(entries.map(({ id }) => id));
    const versions = await manager.find(EntryVersion, { where: { entryId }, select: PERIOD });
    const disclosures = await manager.findBy(Disclosure, { entryId });
    return entries.map((entry) => ({
      entry,
      versions: versions.filter((one) => one.entryId === entry.id),
      disclosures: disclosures.filter((one) => one.entryId === entry.id),
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
} as const;
const PERIOD = { entryId: true, number: true, periodStart: true, periodEnd: true } as const;
