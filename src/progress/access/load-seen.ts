import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../platform/http/actor.js';
import { Entry, EntryVersion, Evidence } from '../entries/entry.entity.js';
import { seenBy, type SeenEntry } from './seen-entry.js';

/** Those of these ids that the actor sees, in their order. */
export async function loadSeen(
  read: EntityManager,
  actor: Actor,
  ids: string[],
  shownIn?: string,
): Promise<SeenEntry[]> {
  if (ids.length === 0) return [];
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
    return seenBy(actor, { entry, versions: of(versions), evidence: of(evidence) }, shownIn) ?? [];
  });
}
