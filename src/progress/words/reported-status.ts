import type { ItemStatus } from '../../plans/plan/vocabulary.js';

/**
 * How an item stands by accepted reports; `said` is what each reporter's last accepted one says. What all of them say is
 * said; where some say that it is under way or done and others something else, it is under way. Null where nobody says
 * anything, or they differ in any other way. The order of the reporters plays no part.
 */
export function statusByReports(said: readonly ItemStatus[]): ItemStatus | null {
  const [first, ...others] = new Set(said);
  if (first === undefined || others.length === 0) return first ?? null;
  return said.some((status) => status === 'ongoing' || status === 'completed') ? 'ongoing' : null;
}
