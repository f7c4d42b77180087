import type { EntityManager } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { change } from '../platform/database/change.js';
import { Clearance } from './clearance.entity.js';

/** Throws ConflictError when somebody else was first: state, run and step stand in the WHERE. */
export async function changeClearance(
  manager: EntityManager,
  clearance: Clearance,
  changes: Partial<Clearance>,
): Promise<Clearance> {
  const { id, state, run, at } = clearance;
  const set = changes as QueryDeepPartialEntity<Clearance>;
  await change(manager, Clearance, { id, state, run, at }, set, { reason: 'error.clearance.move' });
  return Object.assign(clearance, changes);
}
