import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/**
 * Inserts the rows whose key is not there yet, and answers their ids. Two may do the same at once: the unique key decides,
 * quietly. TypeORM knows no RETURNING on SQLite.
 */
export async function insertNew<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: QueryDeepPartialEntity<T>[],
): Promise<string[]> {
  const insert = manager.createQueryBuilder().insert().into(entity).values(rows).orIgnore();
  const [sql, parameters] = insert.updateEntity(false).getQueryAndParameters();
  const inserted = await manager.query<{ id: string }[]>(`${sql} RETURNING "id"`, parameters);
  return inserted.map(({ id }) => id);
}
