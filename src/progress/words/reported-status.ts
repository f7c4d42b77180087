import type { ItemStatus } from '../../plans/plan/vocabulary.js';

/**
 * How an item stands by accepted reports; `said` is what each reporter's last accepted one says. What all of them say is
 * said; where some say that it is under way or done and others something else, it is under way. Null where nobody says
 * anything, or they differ in any other way. The order of the reporters plays no part. `STATUS_SAID` says the same in SQL.
 */
export function statusByReports(said: readonly ItemStatus[]): ItemStatus | null {
  const [first, ...others] = new Set(said);
  if (first === undefined || others.length === 0) return first ?? null;
  return said.some((status) => status === 'ongoing' || status === 'completed') ? 'ongoing' : null;
}

/** Over the rows `said`, one for each reporter. */
export const STATUS_SAID = [
  'CASE WHEN MIN(said.status) = MAX(said.status) THEN MIN(said.status)',
  `WHEN MAX(CASE WHEN said.status IN ('ongoing', 'completed') THEN 1 ELSE 0 END) = 1 THEN 'ongoing' END`,
].join(' ');

/** Of two reports the one that was accepted later comes last; of those accepted at one moment, one and always the same. */
export const acceptedLater = (
  a: { acceptedAt: string | null; entryId: string },
  b: { acceptedAt: string | null; entryId: string },
): number => compare(a.acceptedAt ?? '', b.acceptedAt ?? '') || compare(a.entryId, b.entryId);

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The status that the words of a version name, without the rest of them. */
export const statusNamed = (version: string, sqlite: boolean): string =>
  sqlite ? `json_extract(${version}.content, '$.status')` : `CAST(${version}.content AS json) ->> 'status'`;
