import type { EntityManager } from 'typeorm';
import type { Voice } from '../../accounts/roles.js';
import { insertAll } from '../../platform/database/in-slices.js';
import type { Actor } from '../../platform/http/actor.js';
import type { AboutItem, WholeEntry } from '../access/text-parts.js';
import { writerOf } from './writers.js';
import { Disclosure, Entry, EntryEvidence, EntryItem, EntryVersion, WORKING_TEXT } from './entry.entity.js';

/** An entry about to begin. */
export interface Draft extends Pick<
  Entry,
  'id' | 'mechanismId' | 'periodStart' | 'periodEnd' | 'content' | 'objectives'
> {
  voice: Voice;
  items: AboutItem[];
}

/** Inserts a draft about its items, closed to all but its reporter. It is answered with all that hangs on it. */
export async function insertDraft(
  manager: EntityManager,
  actor: Actor,
  { voice, items, ...fields }: Draft,
  now: Date,
): Promise<Entry> {
  const { id, mechanismId, periodStart, periodEnd, content, objectives } = fields;
  const entry = Object.assign(new Entry(), {
    id,
    mechanismId,
    reporterKind: voice.kind,
    reporter: voice.subject ?? '',
    authorId: actor.accountId,
    writers: [writerOf(actor)],
    state: 'draft',
    periodStart,
    periodEnd,
    content,
    objectives,
    submittedVersion: 0,
    acceptedVersion: 0,
    waitingSince: null,
    createdAt: now,
    changedAt: now,
    version: 1,
  });
  await insertAll(manager, Entry, [entry]);
  const rows = items.map((item) =>
    Object.assign(new EntryItem(), { entryId: id, number: WORKING_TEXT, itemId: item.id, item }),
  );
  await insertItems(
    manager,
    id,
    WORKING_TEXT,
    items.map((item) => item.id),
  );
  const disclosure = closed(id, mechanismId);
  await insertAll(manager, Disclosure, [disclosure]);
  return Object.assign(entry, {
    itemsByVersion: rows,
    disclosures: [disclosure],
    versions: [],
    evidenceByVersion: [],
    keptBack: false,
  });
}

const closed = (entryId: string, mechanismId: string): Disclosure =>
  Object.assign(new Disclosure(), {
    entryId,
    mechanismId,
    visibility: 'delegation',
    release: 'none',
    acceptedVersion: 0,
    acceptedAt: null,
    returnedVersion: 0,
    returnedAt: null,
    comment: null,
    linkedAt: null,
    linkedBy: null,
  });

/** Lets a text of an entry speak about these items. */
export async function insertItems(
  manager: EntityManager,
  entryId: string,
  number: number,
  itemIds: readonly string[],
): Promise<void> {
  await insertAll(
    manager,
    EntryItem,
    itemIds.map((itemId) => ({ entryId, number, itemId })),
  );
}

/**
 * Inserts the working text, its items, objectives and evidence as the next version. What is held is as it stands after.
 * Answers its number.
 */
export async function insertVersion(
  manager: EntityManager,
  { entry, versions, items, evidence }: WholeEntry,
  actor: Actor,
  now: Date,
): Promise<number> {
  const { id: entryId, periodStart, periodEnd, content, objectives, writers } = entry;
  const number = nextNumber(versions);
  const version = Object.assign(new EntryVersion(), {
    entryId,
    number,
    periodStart,
    periodEnd,
    content,
    objectives,
    submittedAt: now,
    submittedBy: actor.accountId,
    acceptedAt: null,
    returnedAt: null,
    comment: null,
    withdrawnAt: null,
    writers,
  });
  await insertAll(manager, EntryVersion, [version]);
  versions.unshift(version);
  const itemRows = items.filter((row) => row.number === WORKING_TEXT).map((row) => ({ ...row, number }));
  await insertItems(
    manager,
    entryId,
    number,
    itemRows.map(({ itemId }) => itemId),
  );
  items.push(...itemRows);
  const rows = evidence.filter((row) => row.number === WORKING_TEXT).map((row) => ({ ...row, number }));
  await insertAll(
    manager,
    EntryEvidence,
    rows.map(({ evidenceId }) => ({ entryId, number, evidenceId })),
  );
  evidence.push(...rows);
  return number;
}

export const nextNumber = (versions: readonly EntryVersion[]): number =>
  1 + Math.max(0, ...versions.map(({ number }) => number));
