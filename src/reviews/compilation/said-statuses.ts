import type { ItemStatus } from '../../plans/plan/vocabulary.js';
import { acceptedLater, statusByReports } from '../../progress/words/reported-status.js';
import type { ReleasedSource } from '../../progress/release/released-entry.js';

/** How an item stands by reports, and whose they are: to count reporters by, and for nothing else. */
export interface SaidStatus {
  status: ItemStatus | null;
  voices: ReadonlySet<string>;
}

/** By item, what the released entries say of it: of each reporter the one that was accepted last (`statusByReports`). */
export function saidStatuses(
  sources: readonly Pick<ReleasedSource, 'id' | 'voice' | 'acceptedAt' | 'entry'>[],
): Map<string, SaidStatus> {
  const last = [...sources]
    .sort((a, b) => acceptedLater(asAccepted(a), asAccepted(b)))
    .reduce((byItem, { voice, entry: { content, items } }) => {
      if (content.status)
        for (const { id } of items) byItem.set(id, new Map(byItem.get(id)).set(voice, content.status));
      return byItem;
    }, new Map<string, Map<string, ItemStatus>>());
  return new Map(
    [...last].map(([itemId, said]) => [
      itemId,
      { status: statusByReports([...said.values()]), voices: new Set(said.keys()) },
    ]),
  );
}

const asAccepted = ({ id, acceptedAt }: Pick<ReleasedSource, 'id' | 'acceptedAt'>) => ({
  ...{ acceptedAt, entryId: id },
});

/**
 * How many of these items are under way by reports. Null where somebody says how they stand, but fewer than `fewest`
 * reporters do: their number could say who they are.
 */
export function underWayBy(
  said: ReadonlyMap<string, SaidStatus>,
  itemIds: readonly string[],
  fewest: number,
): number | null {
  const known = itemIds.flatMap((id) => said.get(id) ?? []);
  const voices = new Set(known.flatMap((one) => [...one.voices]));
  if (voices.size > 0 && voices.size < fewest) return null;
  return known.filter(({ status }) => status === 'ongoing').length;
}

/** The same of all, beside the numbers of its parts: null where one of these is, which the rest of the sum would tell. */
export function underWayOfAll(
  said: ReadonlyMap<string, SaidStatus>,
  parts: readonly (readonly string[])[],
  fewest: number,
): number | null {
  if (parts.some((ids) => underWayBy(said, ids, fewest) === null)) return null;
  return underWayBy(said, [...new Set(parts.flat())], fewest);
}
