import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: TableSpec[] = [
  {
    name: 'search_due',
    columns: { id: 'varchar(36)', kind: 'varchar(20)', subjectId: 'varchar(36)', hides: 'varchar(60)?' },
    primary: ['id'],
    index: [['kind', 'subjectId']],
  },
];

/*
 * The latest rows that match. PostgreSQL may use the index of words for it and nothing else: going through the table it
 * unpacks the words of every row, and going through the rows from the highest number down it takes the longer, the more
 * rows of others lie between, and so tells of them. The memory keeps the list of matches exact, so that no words are read.
 */
const FIND = `
  CREATE FUNCTION "search_latest" (sought tsquery, before bigint, most integer) RETURNS SETOF bigint
  LANGUAGE sql STABLE ROWS 50
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
  SET jit = off SET work_mem = '64MB'
  AS $$
    SELECT "number" FROM "search_row" WHERE "words" @@ sought AND (before IS NULL OR "number" + 0 < before)
    ORDER BY "number" DESC LIMIT most
  $$`;

/** What changed is indexed after it is committed. */
export class SearchDue1764291000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    await runner.query('DROP INDEX "search_row_scope"');
    await runner.query('ALTER TABLE "search_row" DROP COLUMN "scope"');
    // Where nothing was found yet, nothing is to be indexed anew.
    await runner.query(
      `UPDATE "search_state" SET "filled" = '2' WHERE NOT EXISTS (SELECT 1 FROM "search_row")`,
    );
    if (runner.connection.options.type !== 'postgres') return;
    await runner.query(FIND);
    // What words are frequent changes nothing: there is one way.
    await runner.query('ALTER TABLE "search_row" ALTER COLUMN "words" SET STATISTICS 0');
  }

  /** Things that wait are indexed with all others, at the next start. */
  async down(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type === 'postgres') {
      await runner.query('DROP FUNCTION "search_latest"');
      await runner.query('ALTER TABLE "search_row" ALTER COLUMN "words" SET STATISTICS -1');
    }
    await runner.query(`ALTER TABLE "search_row" ADD COLUMN "scope" varchar(36) NOT NULL DEFAULT ''`);
    await runner.query('CREATE INDEX "search_row_scope" ON "search_row" ("scope", "kind")');
    await runner.query('DELETE FROM "search_state"');
    await dropTables(runner, tables);
  }
}
