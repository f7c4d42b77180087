import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/** A database takes a bounded number of parameters in one statement; a row of some sixty columns still fits this often. */
const ROWS_AT_ONCE = 500;

export function* slicesOf<T>(values: readonly T[], size = ROWS_AT_ONCE): Generator<T[]> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size);
}

/** Inserts any number of rows; none is fine. What the database fills in is not read back. */
export async function insertAll<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly QueryDeepPartialEntity<T>[],
): Promise<void> {
  for (const some of slicesOf(rows))
    await manager.createQueryBuilder().insert().into(entity).values(some).updateEntity(false).execute();
}

/** Finds by any number of ids, a slice at a time. */
export async function inSlices<K, T>(keys: readonly K[], find: (keys: K[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (const some of slicesOf(keys)) for (const one of await find(some)) found.push(one);
  return found;
}
