import { acceptedLater, statusByReports } from '../../../progress/words/reported-status.js';
import type { ItemStatus } from '../../../plans/plan/vocabulary.js';
import type { OutlinedEntry } from '../compilation-outline.js';
import type { ItemFacts } from '../facts/document-facts.js';
import { countable } from './counts.js';

export interface StatusBoard {
  /** Items that a report speaks about, as far as that may be known. */
  reported: ReadonlySet<string>;
  /** How an item stands by reports, of each reporter the one accepted last; null where none says or they differ. */
  status(itemId: string): ItemStatus | null;
  /** How many of these items are under way by reports; null where some reporters say how they stand, but too few. */
  underWay(itemIds: readonly string[]): number | null;
}

/**
 * What reports say of items. Of reporters that are not named only where enough of them speak about the same item: the
 * owner of an item is in the plan.
 */
export function statusBoard(
  entries: readonly OutlinedEntry[],
  items: readonly Pick<ItemFacts, 'id'>[],
  fewest: number,
): StatusBoard {
  const about = new Map<string, OutlinedEntry[]>();
  for (const entry of entries)
    for (const id of entry.itemIds) {
      const those = about.get(id) ?? [];
      those.push(entry);
      about.set(id, those);
    }
  const known = new Map(
    items.map(({ id }) => {
      const those = about.get(id) ?? [];
      const unnamed = those.filter(({ attributed }) => !attributed);
      return [id, [...those.filter(({ attributed }) => attributed), ...(countable(unnamed, fewest) ?? [])]];
    }),
  );
  const said = new Map([...known].map(([id, those]) => [id, lastOfEach(those)]));
  return {
    reported: new Set([...known].filter(([, those]) => those.length > 0).map(([id]) => id)),
    status: (id) => statusByReports([...(said.get(id)?.values() ?? [])]),
    underWay(ids) {
      const those = ids.flatMap((id) => said.get(id) ?? []);
      const voices = new Set(those.flatMap((one) => [...one.keys()]));
      if (voices.size > 0 && voices.size < fewest) return null;
      return those.filter((one) => statusByReports([...one.values()]) === 'ongoing').length;
    },
  };
}

function lastOfEach(entries: readonly OutlinedEntry[]): Map<string, ItemStatus> {
  const inOrder = entries
    .map(({ acceptedAt, id, voice, status }) => ({ acceptedAt, entryId: id, voice, status }))
    .sort(acceptedLater);
  return new Map(inOrder.flatMap(({ voice, status }) => (status ? [[voice, status]] : [])));
}
