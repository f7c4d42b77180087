import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/** Locks a row until the transaction ends: what is read of it afterwards is what is acted on. */
export async function lockSubject<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  id: string,
): Promise<void> {
  // On SQLite transactions queue behind each other.
  if (manager.connection.options.type === 'better-sqlite3') return;
  const where = { id } as FindOptionsWhere<T>;
  const query = manager.createQueryBuilder(entity, 'subject').setLock('pessimistic_write').where(where);
  await query.select('subject.id', 'id').getRawOne();
}
