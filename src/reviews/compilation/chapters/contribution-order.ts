import { createHash } from 'node:crypto';
import type { ReleasedEntry } from '../../../progress/release/released-entry.js';
import { Who } from './who.js';
import type { Wording } from './wording.js';

interface SortKeys {
  rank: number;
  name: string;
  when: string;
  hash: string;
  id: string;
}

export function sortKeys(entry: ReleasedEntry, who: Who): SortKeys {
  const items = entry.items.map((item) => item.id).sort();
  const hash = createHash('sha256')
    .update(JSON.stringify([entry.content, items]))
    .digest('hex');
  const rank = { state: 0, secretariat: 2, partner: 3 }[entry.reporterKind];
  if (!entry.attributed)
    return { rank: entry.reporterKind === 'state' ? 1 : 4, name: '', when: '', hash, id: '' };
  const when = `${entry.periodStart}${entry.periodEnd}`;
  return { rank, name: who.reports(entry), when, hash, id: entry.entryId ?? '' };
}

export const compare = (a: SortKeys, b: SortKeys, { alphabet }: Wording) =>
  a.rank - b.rank ||
  alphabet.compare(a.name, b.name) ||
  order(a.when, b.when) ||
  order(a.hash, b.hash) ||
  order(a.id, b.id);

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
