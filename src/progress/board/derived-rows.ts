import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { insertAll, slicesOf } from '../../platform/database/in-slices.js';

/** Each is named by its columns, and SQLite takes a bounded number of parameters and of terms in one statement. */
const ROWS_AT_ONCE = 100;

/** A table of rows that are made of others, and the columns by which two of them are the same. */
export interface Derived<Row extends ObjectLiteral> {
  entity: EntityTarget<Row>;
  columns: readonly (keyof Row & string)[];
}

/** Puts rows in the place of others; those that are in both stay. */
export async function replaceRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  { entity, columns }: Derived<Row>,
  former: readonly Row[],
  due: readonly Row[],
): Promise<void> {
  const keyOf = (row: Row) => columns.map((column) => row[column] as string).join('\n');
  const there = new Set(former.map(keyOf));
  const wanted = new Set(due.map(keyOf));
  const gone = former.filter((row) => !wanted.has(keyOf(row)));
  const named = (row: Row) =>
    Object.fromEntries(columns.map((column) => [column, row[column]])) as FindOptionsWhere<Row>;
  for (const some of slicesOf(gone, ROWS_AT_ONCE)) await manager.delete(entity, some.map(named));
  const fresh = due.filter((row) => !there.has(keyOf(row)));
  await insertAll(manager, entity, fresh as QueryDeepPartialEntity<Row>[]);
}
