import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../platform/http/actor.js';
import { Entry, EntryEvidence, EntryItem, EntryVersion } from '../entries/entry.entity.js';
import { seenBy, type SeenEntry } from './seen-entry.js';

/** Those of these ids that the actor sees, in their order. */
export async function loadSeen(
  read: EntityManager,
  actor: Actor,
  ids: string[],
  shownIn?: string,
): Promise<SeenEntry[]> {
  if (ids.length === 0) return [];
  const where = { entryId: In(ids) };
  const entries = await read.find(Entry, { where: { id: In(ids) }, relations: { disclosures: true } });
  const versions = await read.find(EntryVersion, { where, order: { number: 'DESC' } });
  const items = await read.find(EntryItem, { where, relations: { item: { plan: true } } });
  const evidence = await read.find(EntryEvidence, {
    where,
    relations: { evidence: true },
    order: { evidence: { addedAt: 'ASC', id: 'ASC' } },
  });
  return ids.flatMap((id) => {
    const entry = entries.find((one) => one.id === id);
    if (!entry) return [];
    const of = <T extends { entryId: string }>(rows: T[]) => rows.filter((row) => row.entryId === id);
    const whole = { entry, versions: of(versions), items: of(items), evidence: of(evidence) };
    return seenBy(actor, whole, shownIn) ?? [];
  });
}
