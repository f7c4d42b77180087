import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { EntrySummary } from './summary.entity.js';

/** Wordings whose place another has taken, or whose version: they stay as they are, out of use. */
export async function outdate(manager: EntityManager, where: FindOptionsWhere<EntrySummary>): Promise<void> {
  await manager.update(EntrySummary, where, { state: 'outdated' });
}
