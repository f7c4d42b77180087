import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { EntryWording } from './wording.entity.js';

/** Wordings whose place another has taken, or whose version: they stay as they are, out of use. */
export async function outdate(manager: EntityManager, where: FindOptionsWhere<EntryWording>): Promise<void> {
  await manager.update(EntryWording, where, { state: 'outdated' });
}
