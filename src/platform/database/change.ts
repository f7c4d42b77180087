import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { ConflictError } from '../errors.js';
import { updateAll } from './in-slices.js';

interface Conflict {
  /** Catalogue key of the sentence a person reads. */
  reason?: string;
  /** Reads the current state, so that both versions can be shown. */
  current?: () => unknown;
}

/**
 * Updates what still stands as `where` says, which names the old version or state: of two who act at once, one wins.
 * A version in `where` is raised. Answers the columns set; throws ConflictError when nothing stands so any more.
 */
export async function change<T extends ObjectLiteral, Set extends QueryDeepPartialEntity<T>>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T> & { version?: number },
  set: Set,
  { reason = 'error.stale', current }: Conflict = {},
): Promise<Set & { version?: number }> {
  const next = where.version === undefined ? set : { ...set, version: where.version + 1 };
  const { affected } = await manager.update(entity, where, next);
  if (!affected) throw new ConflictError(reason, await current?.());
  return next;
}

/** `change` for many, each by its id and its version, with the same columns set. Of all or, with ConflictError, none. */
export async function changeAll<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly (Partial<T> & { id: string; version: number })[],
  { reason = 'error.stale' }: Pick<Conflict, 'reason'> = {},
): Promise<void> {
  if ((await updateAll(manager, entity, rows, { versioned: true })) < rows.length)
    throw new ConflictError(reason);
}

/** Deletes what still stands as `where` says; throws ConflictError when it does not any more. */
export async function remove<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
  { reason }: { reason: string },
): Promise<void> {
  const { affected } = await manager.delete(entity, where);
  if (!affected) throw new ConflictError(reason);
}
