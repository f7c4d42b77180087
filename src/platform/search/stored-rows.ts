import type { EntityManager } from 'typeorm';
import type { SearchHit, StoredRow } from './word-store.js';

/*
 * What of the index is asked alike on both databases.
 */

const rowsOf = (manager: EntityManager, kind: string) =>
  manager.createQueryBuilder().from('search_row', 'row').where('"row"."kind" = :kind', { kind });

/** The driver gives an eight-byte number as text. */
const toNumber = <T extends { number: unknown }>(row: T) => ({ ...row, number: Number(row.number) });

export async function storedRows(
  manager: EntityManager,
  kind: string,
  ids: readonly string[],
): Promise<StoredRow[]> {
  const rows = await rowsOf(manager, kind)
    .select(['"number"', '"subjectId"', '"layer"', '"digest"'])
    .andWhere('"row"."subjectId" IN (:...ids)', { ids })
    .getRawMany<StoredRow>();
  return rows.map(toNumber);
}

/** Ids of the things of a kind. */
export async function subjectsOf(manager: EntityManager, kind: string): Promise<string[]> {
  const rows = await rowsOf(manager, kind)
    .select('DISTINCT "row"."subjectId"', 'subjectId')
    .getRawMany<{ subjectId: string }>();
  return rows.map(({ subjectId }) => subjectId);
}

/**
 * Ids of the things of a kind that a table does not have. Those that are to be indexed count in the same look: one of
 * them may just be on its way into the index.
 */
export async function subjectsWithout(
  manager: EntityManager,
  kind: string,
  table: string,
): Promise<string[]> {
  const known = ['search_row', 'search_due'].map((from) => `SELECT "kind", "subjectId" FROM "${from}"`);
  const rows = await manager
    .createQueryBuilder()
    .select('DISTINCT "known"."subjectId"', 'subjectId')
    .from(`(${known.join(' UNION ALL ')})`, 'known')
    .where('"known"."kind" = :kind', { kind })
    .andWhere(`NOT EXISTS (SELECT 1 FROM "${table}" "there" WHERE "there"."id" = "known"."subjectId")`)
    .getRawMany<{ subjectId: string }>();
  return rows.map(({ subjectId }) => subjectId);
}

/** The position of a hit; 0, after everything, when it is there no more. */
export async function numberOf(
  manager: EntityManager,
  { kind, subjectId, layer }: SearchHit,
): Promise<number> {
  const row = await rowsOf(manager, kind)
    .select('"row"."number"', 'number')
    .andWhere('"row"."subjectId" = :subjectId AND "row"."layer" = :layer', { subjectId, layer })
    .getRawOne<{ number: string }>();
  return Number(row?.number ?? 0);
}
