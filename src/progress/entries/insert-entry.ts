import type { EntityManager } from 'typeorm';
import type { Voice } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { Disclosure, Entry, EntryEvidence, EntryItem, EntryVersion, WORKING_TEXT } from './entry.entity.js';

/** An entry about to begin. */
export interface Draft extends Pick<
  Entry,
  'id' | 'mechanismId' | 'periodStart' | 'periodEnd' | 'content' | 'objectives'
> {
  voice: Voice;
  itemIds: string[];
}

/** Inserts a draft about its items, closed to all but its reporter. */
export async function insertDraft(
  manager: EntityManager,
  actor: Actor,
  { voice, itemIds, ...fields }: Draft,
  now: Date,
): Promise<Entry> {
  const { id, mechanismId, periodStart, periodEnd, content, objectives } = fields;
  const entry = Object.assign(new Entry(), {
    id,
    mechanismId,
    reporterKind: voice.kind,
    reporter: voice.subject ?? '',
    authorId: actor.accountId,
    state: 'draft',
    periodStart,
    periodEnd,
    content,
    objectives,
    submittedVersion: 0,
    acceptedVersion: 0,
    createdAt: now,
    changedAt: now,
    version: 1,
  });
  await manager.insert(Entry, entry);
  await insertItems(manager, id, WORKING_TEXT, itemIds);
  await manager.insert(Disclosure, { entryId: id, mechanismId, visibility: 'delegation', release: 'none' });
  return entry;
}

/** Lets a text of an entry speak about these items. */
export async function insertItems(
  manager: EntityManager,
  entryId: string,
  number: number,
  itemIds: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return;
  await manager.insert(
    EntryItem,
    itemIds.map((itemId) => ({ entryId, number, itemId })),
  );
}

/** Inserts the working text, its items, objectives and evidence as the next version. Answers its number. */
export async function insertVersion(
  manager: EntityManager,
  { id: entryId, periodStart, periodEnd, content, objectives }: Entry,
  actor: Actor,
  now: Date,
): Promise<number> {
  const number = 1 + ((await manager.maximum(EntryVersion, 'number', { entryId })) ?? 0);
  await manager.insert(EntryVersion, {
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
  });
  const working = { entryId, number: WORKING_TEXT };
  const items = await manager.findBy(EntryItem, working);
  await insertItems(
    manager,
    entryId,
    number,
    items.map(({ itemId }) => itemId),
  );
  const evidence = await manager.findBy(EntryEvidence, working);
  if (evidence.length > 0) {
    await manager.insert(
      EntryEvidence,
      evidence.map(({ evidenceId }) => ({ entryId, number, evidenceId })),
    );
  }
  return number;
}
