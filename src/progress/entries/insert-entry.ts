import { type EntityManager, IsNull } from 'typeorm';
import type { Voice } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { Disclosure, Entry, EntryItem, EntryVersion, Evidence } from './entry.entity.js';

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
  if (itemIds.length > 0) {
    await manager.insert(
      EntryItem,
      itemIds.map((itemId) => ({ entryId: id, itemId })),
    );
  }
  await manager.insert(Disclosure, { entryId: id, mechanismId, visibility: 'delegation', release: 'none' });
  return entry;
}

/** Inserts the working text as the next version, with the evidence added since the last. Answers its number. */
export async function insertVersion(
  manager: EntityManager,
  { id: entryId, periodStart, periodEnd, content }: Entry,
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
    submittedAt: now,
    submittedBy: actor.accountId,
    acceptedAt: null,
    returnedAt: null,
    comment: null,
  });
  await manager.update(Evidence, { entryId, sinceVersion: IsNull() }, { sinceVersion: number });
  return number;
}
