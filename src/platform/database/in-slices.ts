import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { overGiven } from './given-rows.js';

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
  const metadata = manager.dataSource.getMetadata(entity);
  const names = metadata.columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const insert = `INSERT INTO "${metadata.tableName}" (${names}) SELECT ${names} FROM "given"`;
  await overGiven(manager, { metadata, columns: metadata.columns, rows, defaults: true }, insert);
}

/**
 * Updates any number of rows, by their ids, in the columns that the first one names; each has to name the same. With
 * `versioned` only what still has the version that is named, which is raised. Answers how many there were.
 */
export async function updateAll<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly (Partial<T> & { id: string })[],
  { versioned = false } = {},
): Promise<number> {
  const metadata = manager.dataSource.getMetadata(entity);
  const columns = metadata.columns.filter(({ propertyName }) => propertyName in (rows[0] ?? {}));
  const set = columns.flatMap(({ propertyName, databaseName: name }) =>
    propertyName === 'id'
      ? []
      : `"${name}" = "given"."${name}"${versioned && propertyName === 'version' ? ' + 1' : ''}`,
  );
  const same = (versioned ? ['id', 'version'] : ['id']).map((name) => `"row"."${name}" = "given"."${name}"`);
  const update = `UPDATE "${metadata.tableName}" AS "row" SET ${set.join(', ')} FROM "given" WHERE ${same.join(' AND ')}`;
  return overGiven(manager, { metadata, columns, rows }, update);
}

/** Finds by any number of ids, a slice at a time. */
export async function inSlices<K, T>(keys: readonly K[], find: (keys: K[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (const some of slicesOf(keys)) for (const one of await find(some)) found.push(one);
  return found;
}
