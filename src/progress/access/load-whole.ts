import { type EntityManager, type FindOperator, In } from 'typeorm';
import { keptBackIn } from '../../gate/kept-back.js';
import { Entry, EntryEvidence, EntryItem, EntryVersion } from '../entries/entry.entity.js';
import { isEditable } from '../entries/entry.workflow.js';
import { AS_NAMED, type WholeEntry } from './text-parts.js';

/** Entries with everything that was ever written in them, in the order of their ids; those that are gone are left out. */
export async function loadWhole(read: EntityManager, ids: readonly string[]): Promise<WholeEntry[]> {
  if (ids.length === 0) return [];
  const { entities: entries, raw } = await read
    .createQueryBuilder(Entry, 'entry')
    .leftJoinAndSelect('entry.disclosures', 'place')
    .addSelect(keptBackIn('entry', 'entry.id'), 'kept')
    .where('entry.id IN (:...ids)', { ids })
    .getRawAndEntities<{ entry_id: string; kept: number }>();
  const kept = new Set(raw.filter((row) => Number(row.kept) === 1).map((row) => row.entry_id));
  if (entries.length === 0) return [];
  const entryId = In(entries.map(({ id }) => id));
  const versions = await versionsOf(read, entryId);
  const items = await itemRowsOf(read, entryId);
  const evidence = await evidenceRowsOf(read, entryId);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => {
    const entry = byId.get(id);
    if (!entry) return [];
    const of = <T extends { entryId: string }>(rows: T[]) => rows.filter((row) => row.entryId === id);
    return [
      { entry, versions: of(versions), items: of(items), evidence: of(evidence), keptBack: kept.has(id) },
    ];
  });
}

/**
 * The whole of an entry of which part is read already: what hangs on it as a relation is taken as it is. Its disclosures
 * do.
 */
export async function complete(read: EntityManager, entry: Entry): Promise<WholeEntry> {
  const entryId = In([entry.id]);
  return {
    entry,
    versions: entry.versions ?? (await versionsOf(read, entryId)),
    items: entry.itemsByVersion ?? (await itemRowsOf(read, entryId)),
    evidence: entry.evidenceByVersion ?? (await evidenceRowsOf(read, entryId)),
    keptBack: entry.keptBack ?? (await isKeptBack(read, entry)),
  };
}

/** Whether the delegation is still clearing the working text. What is not from one is never kept back. */
async function isKeptBack(read: EntityManager, entry: Entry): Promise<boolean> {
  if (entry.reporterKind !== 'state' || !isEditable(entry.state)) return false;
  const row = await read
    .createQueryBuilder(Entry, 'entry')
    .select(keptBackIn('entry', 'entry.id'), 'kept')
    .where('entry.id = :id', { id: entry.id })
    .getRawOne<{ kept: number }>();
  return Number(row?.kept) === 1;
}

const versionsOf = (read: EntityManager, entryId: FindOperator<string>) =>
  read.find(EntryVersion, { where: { entryId }, order: { number: 'DESC' } });

/** What texts are about, with as much of each item as an entry names. */
export const itemRowsOf = (read: EntityManager, entryId: FindOperator<string>) =>
  read.find(EntryItem, {
    where: { entryId },
    relations: { item: { plan: true } },
    // As they come, a database server gives them in another order each time.
    order: { itemId: 'ASC' },
    select: {
      entryId: true,
      number: true,
      itemId: true,
      item: AS_NAMED,
    },
  });

const evidenceRowsOf = (read: EntityManager, entryId: FindOperator<string>) =>
  read.find(EntryEvidence, {
    where: { entryId },
    relations: { evidence: true },
    order: { evidence: { addedAt: 'ASC', id: 'ASC' } },
  });
