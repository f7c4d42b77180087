import type { EntityManager } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { OutgoingMessage } from './message.entity.js';

/**
 * Inserts the messages whose key is not there yet, and answers their ids. Two processes may sweep at once: the unique key
 * decides, quietly. TypeORM knows no RETURNING on SQLite.
 */
export async function insertNew(
  manager: EntityManager,
  rows: QueryDeepPartialEntity<OutgoingMessage>[],
): Promise<string[]> {
  const insert = manager.createQueryBuilder().insert().into(OutgoingMessage).values(rows).orIgnore();
  const [sql, parameters] = insert.updateEntity(false).getQueryAndParameters();
  const inserted = await manager.query<{ id: string }[]>(`${sql} RETURNING "id"`, parameters);
  return inserted.map(({ id }) => id);
}
