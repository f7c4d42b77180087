import { type EntityManager, In, MoreThan, Not } from 'typeorm';
import { inSlices } from '../../platform/database/in-slices.js';
import { Entry, EntryItem, EntryVersion } from '../entries/entry.entity.js';
import { statusNamed } from '../words/reported-status.js';
import type { ReportedEntry } from './reported-days.js';
import type { AcceptedEntry } from './reported-statuses.js';

export type EntryFacts = ReportedEntry & AcceptedEntry;

/** By item, the entries about it that were submitted. Of their words only the status is read. */
export async function factsAbout(
  manager: EntityManager,
  itemIds: string[],
  sqlite: boolean,
): Promise<Map<string, EntryFacts[]>> {
  const rows = await inSlices(itemIds, (ids) => manager.findBy(EntryItem, { itemId: In(ids) }));
  const entryIds = [...new Set(rows.map(({ entryId }) => entryId))];
  const facts = await inSlices(entryIds, async (ids) => {
    const entries = await manager.find(Entry, {
      where: { id: In(ids), submittedVersion: MoreThan(0), state: Not('withdrawn') },
      relations: { disclosures: true },
      select: SEEN_BY,
    });
    const known = entries.map(({ id }) => id);
    const versions = known.length > 0 ? await versionsOf(manager, known, sqlite) : [];
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

type VersionFacts = EntryFacts['versions'][number] & Pick<EntryVersion, 'entryId'>;

const versionsOf = (manager: EntityManager, entryIds: string[], sqlite: boolean) =>
  manager
    .createQueryBuilder(EntryVersion, 'version')
    .where('version.entryId IN (:...entryIds)', { entryIds })
    .select('version.entryId', 'entryId')
    .addSelect('version.number', 'number')
    .addSelect('version.periodStart', 'periodStart')
    .addSelect('version.periodEnd', 'periodEnd')
    .addSelect('version.withdrawnAt', 'withdrawnAt')
    .addSelect(statusNamed('version', sqlite), 'status')
    .getRawMany<VersionFacts>();

const SEEN_BY = {
  id: true,
  mechanismId: true,
  reporterKind: true,
  reporter: true,
  state: true,
  submittedVersion: true,
  disclosures: {
    entryId: true,
    mechanismId: true,
    visibility: true,
    acceptedVersion: true,
    acceptedAt: true,
  },
} as const;
