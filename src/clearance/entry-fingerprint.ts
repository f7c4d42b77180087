import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../platform/database/unit-of-work.js';
import {
  Disclosure,
  Entry,
  EntryEvidence,
  EntryItem,
  WORKING_TEXT,
} from '../progress/entries/entry.entity.js';

/**
 * A fingerprint of what would be submitted: the words, what they are about, what goes with them, and to which
 * mechanisms. It is compared before every step, so that nobody clears what they have not read.
 */
export async function entryFingerprint(manager: EntityManager, entry: Entry): Promise<string> {
  const { id: entryId, periodStart, periodEnd, content, objectives } = entry;
  const working = { entryId, number: WORKING_TEXT };
  const [items, evidence, places] = await Promise.all([
    manager.findBy(EntryItem, working),
    manager.findBy(EntryEvidence, working),
    manager.findBy(Disclosure, { entryId }),
  ]);
  const parts = [
    periodStart,
    periodEnd,
    sorted(content),
    objectives,
    items.map(({ itemId }) => itemId).sort(),
    evidence.map(({ evidenceId }) => evidenceId).sort(),
    places.map(({ mechanismId }) => mechanismId).sort(),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** In the order of the names: a row just read and one just written are the same text. */
const sorted = (content: object) => Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));

/** The entry as it stands, locked until the transaction ends: what is compared is what is submitted. */
export async function lockEntry({ sqlite }: UnitOfWork, manager: EntityManager, id: string): Promise<Entry> {
  // On SQLite transactions queue behind each other.
  if (!sqlite)
    await manager.createQueryBuilder(Entry, 'entry').setLock('pessimistic_write').where({ id }).getOne();
  return manager.findOneOrFail(Entry, { where: { id }, relations: { disclosures: true } });
}
